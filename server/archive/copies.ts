/**
 * Texts that a meeting has more than once: a ministry and an embassy publish the same fact sheet, a page is archived before and
 * after a typing error was mended. One of them stands for all, so that nothing is counted, quoted or compared twice. Pure, and
 * the same whatever the order in which the documents arrived.
 */
import type { Sha256 } from "../../snapshots/index.ts";
import type { Member } from "./grouping.ts";

export interface Copy {
  readonly sha256: Sha256;
  /** The document that stands for it. */
  readonly of: Sha256;
}

/** Share of the words of both documents' commitments that they must have in common; an added commitment of twenty is too much. */
const SAME_WORDS = 0.96;
/** The shorter text has at least this share of the longer one's words: a report that quotes a statement in full is no copy of it. */
const SAME_LENGTH = 0.85;

/** Documents of one meeting, in the order in which they stand for others: those that stand, and the copies of them. */
export function takeCopiesApart(members: readonly Member[]): { readonly standing: readonly Member[]; readonly copies: readonly Copy[] } {
  const standing: { readonly member: Member; readonly bag: Bag }[] = [];
  const copies: Copy[] = [];
  // What a person set right is not hidden behind a copy on which nobody did.
  for (const member of [...members.filter(({ revision }) => revision !== ""), ...members.filter(({ revision }) => revision === "")]) {
    const bag = members.length > 1 ? bagOf(member) : EMPTY;
    const same = standing.find((one) => isCopy(one, { member, bag }));
    if (same === undefined) standing.push({ member, bag });
    else copies.push({ sha256: member.sha256, of: same.member.sha256 });
  }
  const kept = new Set(standing.map(({ member }) => member));
  return { standing: members.filter((member) => kept.has(member)), copies };
}

/** How often each word stands in the commitments of a document. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}
const EMPTY: Bag = { counts: new Map(), size: 0 };

function bagOf({ commitments }: Member): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { plain } of commitments) {
    for (const [word] of plain.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      size += 1;
    }
  }
  return { counts, size };
}

interface Text {
  readonly member: Member;
  readonly bag: Bag;
}

/** A text in which no commitment is read tells too little to be called a copy. */
function isCopy(one: Text, other: Text): boolean {
  if (one.bag.size === 0 || other.bag.size === 0) return false;
  const [words, others] = [one.member.words, other.member.words];
  if (Math.min(words, others) < SAME_LENGTH * Math.max(words, others)) return false;
  let shared = 0;
  for (const [word, count] of one.bag.counts) shared += Math.min(count, other.bag.counts.get(word) ?? 0);
  return shared >= SAME_WORDS * (one.bag.size + other.bag.size - shared);
}
