/**
 * A document that was edited after publication: its versions, and what each changed.
 */
import type { Edit, RedlineRun, Sha256 } from "../../snapshots/index.ts";
import type { VersionRecord } from "../../server/archive/types.ts";
import { documentHref } from "../addresses.ts";
import { moment } from "../dates.ts";
import { count } from "../grammar.ts";
import type { Link } from "../page.ts";
import type { RedlineModel } from "./redline.ts";

export interface VersionModel {
  readonly href: string;
  readonly label: string;
  /** The one that this page shows. */
  readonly current: boolean;
  readonly seen: string;
  readonly what: string;
  readonly reasons: readonly string[];
  /** The paragraphs that changed, each with its redline against the version before. */
  readonly changed: readonly RedlineModel[];
}

export interface VersionsModel {
  readonly said: string;
  /** Leads to the version that stands for the document now; null on that one's page. */
  readonly latest: Link | null;
  readonly versions: readonly VersionModel[];
}

/** Null where only one version is known. */
export function versionsModel(versions: readonly VersionRecord[], shown: Sha256, language: string): VersionsModel | null {
  const last = versions.at(-1);
  if (last === undefined) return null;
  const edits = versions.flatMap(({ edit }) => (edit === null ? [] : [edit]));
  const onlyTyping = edits.every((edit) => edit.kind === "typing");
  return {
    said: `Edited after publication: ${count(edits.length, "edit")} seen at its address${onlyTyping ? ", typing errors mended and nothing more" : ""}.`,
    latest: last.sha256 === shown ? null : { label: "The version that stands now", href: documentHref(last.sha256) },
    versions: versions.map(({ sha256, seenAt, edit }, at) => ({
      href: documentHref(sha256),
      label: `Version ${at + 1}`,
      current: sha256 === shown,
      seen: moment(seenAt),
      what: whatOf(edit),
      reasons: edit?.reasons ?? [],
      changed: edit === null ? [] : changedLines(edit.redline).map((runs) => ({ runs, whole: [], language })),
    })),
  };
}

function whatOf(edit: Edit | null): string {
  if (edit === null) return "as first archived";
  return edit.kind === "typing" ? "only typing errors were mended" : `${count(edit.differences, "place")} differ${edit.differences === 1 ? "s" : ""}`;
}

/** The lines of a redline in which anything changed; each line is a block of the text. */
export function changedLines(redline: readonly RedlineRun[]): readonly (readonly RedlineRun[])[] {
  const lines: RedlineRun[][] = [[]];
  for (const { op, text } of redline) {
    const [first = "", ...more] = op === "equal" ? text.split("\n") : [text];
    lines.at(-1)?.push({ op, text: first });
    for (const part of more) lines.push([{ op, text: part }]);
  }
  return lines.filter((line) => line.some(({ op }) => op !== "equal"));
}
