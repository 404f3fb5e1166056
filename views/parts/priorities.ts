/**
 * What two meetings gave room to: which topics entered, rose, stayed, fell and left.
 */
import type { PriorityShift } from "../../snapshots/index.ts";
import { count } from "../grammar.ts";
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

export interface ShiftsModel {
  readonly first: readonly ShiftModel[];
  readonly rest: readonly ShiftModel[];
  /** What the fold over the rest is called; null where nothing is folded. */
  readonly more: string | null;
}

/** As many as are taken in at a glance. */
const FIRST = 8;

/** In order of the ranks after; what left comes last. */
export function shiftsModel(shifts: readonly PriorityShift[], { names, href }: { readonly names: Names; readonly href: (topic: string) => string }): ShiftsModel {
  const place = (shift: PriorityShift): number => shift.after?.rank ?? 1_000 + (shift.before?.rank ?? 0);
  const all = shifts.toSorted((a, b) => place(a) - place(b)).map((shift) => ({ topic: names.shortTopic(shift.topic), href: href(shift.topic), glyph: GLYPHS[shift.course], course: shift.course, ...wordsOf(shift) }));
  // A single one more is not worth a fold.
  const rest = all.length <= FIRST + 1 ? [] : all.slice(FIRST);
  return { first: all.slice(0, all.length - rest.length), rest, more: rest.length === 0 ? null : count(rest.length, "more topic") };
}

function wordsOf({ before, after, course }: PriorityShift): { readonly words: string; readonly spoken: string } {
  if (before === null && after !== null) return { words: `entered at ${after.rank}`, spoken: `entered as number ${after.rank}` };
  if (after === null) return { words: "not mentioned again", spoken: `was number ${before?.rank ?? 0}, not mentioned again` };
  const was = before?.rank ?? after.rank;
  return { words: `${was} → ${after.rank}`, spoken: course === "same" ? `stayed number ${after.rank}` : `${course} from number ${was} to number ${after.rank}` };
}
