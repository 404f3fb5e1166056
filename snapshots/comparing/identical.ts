/**
 * Texts that are issued again with a comma changed: commitments in nearly the same words are the same undertaking, whatever a
 * regression trained on other texts says of them, and where words are repeated those that stand in the same place.
 */
import { contentOf } from "./content.ts";
import type { Ready } from "./sides.ts";

/** Part of the words of the longer that both must have in common. */
const NEARLY = 0.8;
/** Fewer words than this may be the same by chance ("reaffirmed their commitment"). */
const ENOUGH = 6;
/** Pairs less likely than this have hardly a word in common; their words are not counted. */
const UNLIKE = 0.05;
/** The probability of a link of the same words in the same place. */
const CERTAIN = 0.999;

/** The table with near-certain entries where the words are nearly the same. */
export function raiseIdentical(table: readonly Float64Array[], { before, after }: { readonly before: Ready; readonly after: Ready }): Float64Array[] {
  const rows = before.profiles.map(({ commitment }) => contentOf(commitment).sorted);
  const columns = after.profiles.map(({ commitment }) => contentOf(commitment).sorted);
  return table.map((line, row) => line.map((value, column) => {
    const [one, other] = [rows[row], columns[column]];
    if (value < UNLIKE || one === undefined || other === undefined) return value;
    const same = commonPart(one, other);
    if (same < NEARLY || (same < 1 && Math.min(one.length, other.length) < ENOUGH)) return value;
    const apart = Math.abs((before.profiles[row]?.place ?? 0) - (after.profiles[column]?.place ?? 0));
    return Math.max(value, CERTAIN * same * (1 - 0.05 * apart));
  }));
}

/** How many words two sorted lists share, as a part of the longer; not counted out where the lengths alone forbid it. */
function commonPart(one: readonly string[], other: readonly string[]): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0 || Math.min(one.length, other.length) < NEARLY * longer) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] ?? "", other[j] ?? ""];
    if (a === b) shared++;
    if (a <= b) i++;
    if (a >= b) j++;
  }
  return shared / longer;
}
