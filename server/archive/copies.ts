/**
 * Texts that a meeting has more than once: a ministry and an embassy publish the same fact sheet, a page is archived before and
 * after an edit. One of them stands for all, so that nothing is counted, quoted or compared twice. Pure, and the same whatever
 * the order in which the documents arrived.
 */
import { once, type Sha256 } from "../../snapshots/index.ts";
import type { Member } from "./grouping.ts";

export interface Copy {
  readonly sha256: Sha256;
  /** The document that stands for it. */
  readonly of: Sha256;
}

/** Share of the words of both documents' commitments that they must have in common; an added commitment of twenty is too much. */
const SAME_WORDS = 0.96;
/** The same where both were published at one address, or a person set one of them right: an edit may touch more than one place. */
const SAME_EDITED = 0.75;
/** The shorter text has at least this share of the longer one's words: a report that quotes a statement in full is no copy of it. */
const SAME_LENGTH = 0.85;

/** Documents of one meeting, the fullest first: those that stand, in this order, and the copies of them. */
export function takeCopiesApart(members: readonly Member[]): { readonly standing: readonly Member[]; readonly copies: readonly Copy[] } {
  // Most documents of a meeting are told apart by their lengths alone.
  const texts: readonly Text[] = members.map((member) => ({ member, bag: once(() => bagOf(member)) }));
  let groups: (readonly Text[])[] = [];
  for (const text of texts) {
    // One that is like texts of several groups brings them together, in the order of the documents.
    const same = groups.filter((group) => group.some((one) => areCopies(one, text)));
    const together = texts.filter((one) => one === text || same.some((group) => group.includes(one)));
    groups = [...groups.filter((group) => !same.includes(group)), together];
  }
  const kept = new Map(groups.map((group): [Member, readonly Text[]] => [standsFor(group.map(({ member }) => member)), group]));
  return {
    standing: members.filter((member) => kept.has(member)),
    copies: [...kept].flatMap(([of, group]) => group.flatMap(({ member }) => (member === of ? [] : [{ sha256: member.sha256, of: of.sha256 }]))),
  };
}

/**
 * What a person set right is not hidden behind a copy on which nobody did. Else the text that was published first stands, so that nothing that was
 * named by it moves when another publishes it later, in the latest edition at its address; of several of one day the fullest.
 */
function standsFor(group: readonly Member[]): Member {
  const corrected = group.filter(({ revision }) => revision !== "");
  const eligible = corrected.length > 0 ? corrected : group;
  const first = eligible.reduce((best, one) => (one.published < best.published ? one : best));
  const editions = eligible.filter(({ source }) => source !== null && source === first.source);
  return editions.reduce((best, one) => (one.published > best.published ? one : best), first);
}

/** How often each word stands in the commitments of a document. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

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
  readonly bag: () => Bag;
}

/** A text in which no commitment is read tells too little to be called a copy. */
function areCopies(one: Text, other: Text): boolean {
  const [words, others] = [one.member.words, other.member.words];
  if (one.member.commitments.length === 0 || other.member.commitments.length === 0 || Math.min(words, others) < SAME_LENGTH * Math.max(words, others)) return false;
  const [bag, beside] = [one.bag(), other.bag()];
  let shared = 0;
  for (const [word, count] of bag.counts) shared += Math.min(count, beside.counts.get(word) ?? 0);
  const isEdited = (one.member.source !== null && one.member.source === other.member.source) || one.member.revision !== other.member.revision;
  const least = isEdited ? SAME_EDITED : SAME_WORDS;
  return shared >= least * (bag.size + beside.size - shared);
}
