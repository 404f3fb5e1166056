/**
 * Whether two wordings differ by trifles only: spelling, articles, "the EU and Singapore" for "both sides", a name written
 * short or long. Numbers are never trifles.
 */
import type { Commitment } from "../types.ts";
import type { Acronyms } from "./acronyms.ts";
import { contentOf } from "./content.ts";

/** Share of the words of both wordings that they must have in common. */
const ALIKE = 0.84;
/** Words that carry no content in an undertaking: articles, pronouns, ways of naming the parties together, links between sentences. */
const TRIFLES = new Set(
  "a an the this that these those their our its his her they we it he she us them and or also as well too of for to in on at by with from both two side parti countri leader govern minist co chair deleg council again further moreover in addition furthermore has have been be is are was were will who which".split(" "),
);

export interface WordingMeans {
  readonly acronyms: Acronyms;
  /** Stems of the names of the parties of the partnership. */
  readonly parties: ReadonlySet<string>;
}

/** Whether a group before and a group after say the same in the same words but for trifles. */
export function sameWords(before: readonly Commitment[], after: readonly Commitment[], means: WordingMeans): boolean {
  const [one, other] = [countsOf(before, means), countsOf(after, means)];
  if (numbersOf(one) !== numbersOf(other)) return false;
  let shared = 0;
  for (const [term, count] of one) shared += Math.min(count, other.get(term) ?? 0);
  const all = sizeOf(one) + sizeOf(other) - shared;
  return all === 0 || shared / all >= ALIKE;
}

function countsOf(group: readonly Commitment[], { acronyms, parties }: WordingMeans): Map<string, number> {
  const counts = new Map<string, number>();
  for (const commitment of group) {
    const stems = acronyms.shorten(contentOf(commitment)).filter((stem) => !TRIFLES.has(stem) && !parties.has(stem));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
const numbersOf = (counts: ReadonlyMap<string, number>): string => [...counts].filter(([term]) => /^\d/.test(term)).map(([term, count]) => `${term}x${count}`).toSorted().join(" ");
