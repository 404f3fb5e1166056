/**
 * The whole texts of two meetings as one redline: block by block, with passages that moved, and with what is equal folded away.
 */
import type { ComparisonRecord } from "../../server/archive/types.ts";
import { type DocumentRedline, foldRows, redlineDocuments, type RedlineRow, type RedlineRun } from "../../snapshots/index.ts";
import { count } from "../grammar.ts";
import { blocksOf } from "./marked-text.ts";

export interface WholeRow {
  readonly course: RedlineRow["course"];
  readonly kind: RedlineRow["kind"];
  readonly level: number;
  readonly marker: string | null;
  readonly runs: readonly RedlineRun[];
  /** Where the passage is found at its other place; null where nothing moved. */
  readonly move: { readonly number: number; readonly label: string; readonly anchor: string; readonly href: string } | null;
}

export type WholePart = { readonly kind: "shown"; readonly rows: readonly WholeRow[] } | { readonly kind: "folded"; readonly rows: readonly WholeRow[]; readonly label: string };

export interface WholeText {
  readonly parts: readonly WholePart[];
  /** `120 words stayed, 40 went, 60 came, 2 passages moved`. */
  readonly told: string;
  readonly note: string | null;
}

/** Equal blocks that are shown on either side of a change. */
const AROUND = 1;

/** The redline of the fullest documents of both meetings; null where a meeting has none. */
export function wholeText({ before, after }: ComparisonRecord): WholeText | null {
  const [one, other] = [before.snapshots[0], after.snapshots[0]];
  if (one === undefined || other === undefined) return null;
  const redline = redlineDocuments({ blocks: blocksOf(one.document) }, { blocks: blocksOf(other.document) });
  const several = before.snapshots.length + after.snapshots.length > 2 ? "Where a meeting has several documents, the fullest is shown." : null;
  const anew = redline.reissued ? null : "Each statement is a new text, so much of it is struck out and written anew; the list of changes shows which undertakings belong together.";
  return {
    parts: foldRows(redline.rows, { around: AROUND }).map((stretch): WholePart => {
      const rows = stretch.rows.map(wholeRow);
      return stretch.kind === "shown" ? { kind: "shown", rows } : { kind: "folded", rows, label: `${count(stretch.words, "word")} are the same` };
    }),
    told: toldOf(redline.figures),
    note: [several, anew].filter((sentence) => sentence !== null).join(" ") || null,
  };
}

function wholeRow({ course, kind, level, marker, runs, move }: RedlineRow): WholeRow {
  return { course, kind, level, marker, runs, move: move === null ? null : moveOf(course, move) };
}

/** Both places of a passage that moved lead to each other. */
function moveOf(course: RedlineRow["course"], { number, direction }: { readonly number: number; readonly direction: "up" | "down" }): WholeRow["move"] {
  const [here, there] = course === "moved" ? ["to", "from"] : ["from", "to"];
  const label = course === "moved" ? `moved ${direction} to here` : `moved ${direction} from here`;
  return { number, label, anchor: `move-${number}-${here}`, href: `#move-${number}-${there}` };
}

function toldOf({ equalWords, deletedWords, insertedWords, moves }: DocumentRedline["figures"]): string {
  return [`${count(equalWords, "word")} stayed`, `${count(deletedWords, "word")} went`, `${count(insertedWords, "word")} came`, ...(moves === 0 ? [] : [`${count(moves, "passage")} moved`])].join(", ");
}
