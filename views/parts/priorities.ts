/**
 * What two meetings gave room to: which topics entered, rose, stayed, fell and left.
 */
import type { PriorityShift } from "../../snapshots/index.ts";
import type { Names } from "../names.ts";

export interface ShiftModel {
  readonly topic: string;
  readonly href: string;
  readonly glyph: string;
  readonly course: PriorityShift["course"];
  /** `10 → 2`, `entered at 3`, `not mentioned again`. */
  readonly words: string;
  readonly spoken: string;
}

const GLYPHS: Readonly<Record<PriorityShift["course"], string>> = { entered: "+", left: "○", rose: "▲", fell: "▼", same: "=" };

/** In order of the ranks after; what left comes last. */
export function shiftModels(shifts: readonly PriorityShift[], { names, href }: { readonly names: Names; readonly href: (topic: string) => string }): readonly ShiftModel[] {
  const place = (shift: PriorityShift): number => shift.after?.rank ?? 1_000 + (shift.before?.rank ?? 0);
  return shifts.toSorted((a, b) => place(a) - place(b)).map((shift) => ({ topic: names.shortTopic(shift.topic), href: href(shift.topic), glyph: GLYPHS[shift.course], course: shift.course, ...wordsOf(shift) }));
}

function wordsOf({ before, after, course }: PriorityShift): { readonly words: string; readonly spoken: string } {
  if (before === null && after !== null) return { words: `entered at ${after.rank}`, spoken: `entered as number ${after.rank}` };
  if (after === null) return { words: "not mentioned again", spoken: `was number ${before?.rank ?? 0}, not mentioned again` };
  const was = before?.rank ?? after.rank;
  return { words: `${was} → ${after.rank}`, spoken: course === "same" ? `stayed number ${after.rank}` : `${course} from number ${was} to number ${after.rank}` };
}
