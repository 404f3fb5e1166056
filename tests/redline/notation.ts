/** A readable notation for redlines in tests: `We [-shall-]{+will+} phase`. */
import type { DocumentRedline, Redline, RedlineRow } from "../../snapshots/index.ts";

export function written(runs: Redline): string {
  return runs.map(({ op, text }) => (op === "equal" ? text : op === "delete" ? `[-${text}-]` : `{+${text}+}`)).join("");
}

export const textBefore = (runs: Redline): string => runs.filter(({ op }) => op !== "insert").map(({ text }) => text).join("");
export const textAfter = (runs: Redline): string => runs.filter(({ op }) => op !== "delete").map(({ text }) => text).join("");

/** A row in a line: its course, its move, its words. */
export function writtenRow({ course, move, runs }: RedlineRow): string {
  return `${course}${move === null ? "" : ` ${move.number} ${move.direction}`}: ${written(runs)}`;
}

/** The texts of the blocks of one side, put together from the rows alone. */
export function rebuilt(redline: DocumentRedline, side: "before" | "after"): string[] {
  const texts: string[] = [];
  for (const row of redline.rows) {
    const place = row[side];
    if (place === null || row.course === (side === "before" ? "moved" : "left")) continue;
    texts[place.block] = (texts[place.block] ?? "") + (side === "before" ? textBefore(row.runs) : textAfter(row.runs));
  }
  return Array.from(texts, (text) => text ?? "");
}
