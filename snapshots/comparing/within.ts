/**
 * Several documents of one meeting often say the same: a fact sheet and a joint statement. What they say alike is put
 * together here before two meetings are compared, so that one change lists both. Within one document nothing is put together.
 */
import type { Commitment, Side } from "../types.ts";
import { assign } from "./assignment.ts";
import { likeness } from "./similarity.ts";
import type { Profile } from "./profile.ts";

/** Only what is nearly the same counts: two documents of one meeting speak of one thing in many ways. */
const NEARLY_SAME = 0.9;

/** Commitments that say the same in several documents of one side; the first is of the fullest document that has it. */
export type Voices = readonly [Commitment, ...Commitment[]];

/** Commitments of a side, those that say the same together, in the order of the documents and of their texts. */
export function voicesOf(side: Side, profileOf: (commitment: Commitment) => Profile): Voices[] {
  const voices: [Commitment, ...Commitment[]][] = [];
  for (const { commitments } of side.snapshots) {
    const earlier = voices.slice();
    // The first document has none before it that could say the same.
    if (earlier.length === 0) {
      voices.push(...commitments.map((commitment): [Commitment] => [commitment]));
      continue;
    }
    const table = likeness(earlier.map(([first]) => profileOf(first)), commitments.map(profileOf), { least: NEARLY_SAME });
    const chosen = assign(table.map((row) => row.map((p) => Math.max(0, p - NEARLY_SAME))), commitments.length);
    const placed = new Set<number>();
    chosen.forEach((column, row) => {
      const commitment = commitments[column];
      if (commitment === undefined) return;
      earlier[row]?.push(commitment);
      placed.add(column);
    });
    commitments.forEach((commitment, column) => {
      if (!placed.has(column)) voices.push([commitment]);
    });
  }
  return voices;
}
