/**
 * What an edit after publication did to a document: nothing but its layout, mended typing errors, or other words. In doubt it is
 * other words: a typing error that is shown as an edit does no harm, an edit that passes for a typing error does.
 */
import { openDocument } from "../format/open.ts";
import { redlineWords } from "../redline/words.ts";
import type { Redline, Snapshot } from "../types.ts";
import { type Slip, slipOf } from "./slips.ts";

export interface Edit {
  /** `layout`: no word differs. `typing`: every difference is a mended slip. `wording`: words differ. */
  readonly kind: "layout" | "typing" | "wording";
  /** For people, in the order of the text: what each difference is held to be. At most `MOST_REASONS`. */
  readonly reasons: readonly string[];
  /** Differences in words, slips included. */
  readonly differences: number;
  /** Of the words as a reader sees them, block by block on lines of their own. */
  readonly redline: Redline;
}

/** More would not be read. */
export const MOST_REASONS = 12;

/** Classifies the edit between two versions of one document. */
export function classifyEdit(before: Snapshot, after: Snapshot): Edit {
  const redline = redlineWords(wordsOf(before), wordsOf(after));
  const slips = hunksOf(redline).map(slipOf);
  const wording = slips.filter((slip) => slip.kind === "wording");
  const kind = slips.every((slip) => slip.kind === "nothing") ? "layout" : wording.length > 0 || standsElsewhere(before, after) ? "wording" : "typing";
  // Where words changed, these are what matters; mended slips beside them are not told.
  const told = (wording.length > 0 ? wording : slips).filter((slip) => slip.kind !== "nothing");
  return { kind, reasons: told.slice(0, MOST_REASONS).map((slip) => slip.reason), differences: slips.filter((slip) => slip.kind !== "nothing").length, redline };
}

/** The text without markup: what the publisher's readers saw. */
function wordsOf({ document }: Snapshot): string {
  const { blocks } = openDocument({ text: document.text, name: null, sha256: document.sha256, given: { title: document.title } });
  return blocks.map((block) => block.text).join("\n");
}

export interface Hunk {
  readonly before: string;
  readonly after: string;
  /** The words on both sides that stay. */
  readonly left: string;
  readonly right: string;
}

function hunksOf(redline: Redline): Hunk[] {
  const hunks: Hunk[] = [];
  let open: { before: string; after: string; left: string } | null = null;
  let left = "";
  for (const { op, text } of redline) {
    if (op === "equal") {
      if (open !== null) hunks.push({ ...open, right: text });
      open = null;
      left = text;
    } else {
      open ??= { before: "", after: "", left };
      if (op === "delete") open.before += text;
      else open.after += text;
    }
  }
  return open === null ? hunks : [...hunks, { ...open, right: "" }];
}

/** Undertakings that are read otherwise than before: what looks like a slip was none. */
function standsElsewhere(before: Snapshot, after: Snapshot): boolean {
  const weights = ({ commitments }: Snapshot): string => commitments.map(({ stage, force, details }) => [stage, force, ...details.flatMap(({ type, value }) => (type === "deadline" || type === "amount" ? [value ?? ""] : []))].join(" ")).join("\n");
  return weights(before) !== weights(after);
}

export type { Slip };
