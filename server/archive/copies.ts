/**
 * Texts that a meeting has more than once: a ministry and an embassy publish the same fact sheet, a page is archived before and
 * after an edit. One of them stands for all, so that nothing is counted, quoted or compared twice. Pure, and the same whatever
 * the order in which the documents arrived.
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
/** The same where both were published at one address, or a person set one of them right: an edit may touch more than one place. */
const SAME_EDITED = 0.75;
/** The shorter text has at least this share of the longer one's words: a report that quotes a statement in full is no copy of it. */
const SAME_LENGTH = 0.85;

/** Documents of one meeting, the fullest first: those that stand, in this order, and the copies of them. */
export function takeCopiesApart(members: readonly Member[]): { readonly standing: readonly Member[]; readonly copies: readonly Copy[] } {
  const groups: Text[][] = [];
  for (const member of members) {
    const text = { member, bag: lazily(() => bagOf(member)) };
    // One that is like texts of several groups brings them together.
    const same = groups.filter((group) => group.some((one) => areCopies(one, text)));
    const [first = [], ...others] = same;
    if (same.length === 0) groups.push(first);
    first.push(...others.flat(), text);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  const kept = new Map(groups.map((group) => [standsFor(members.filter((member) => group.some((one) => one.member === member))), group]));
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
  const [fullest, ...rest] = corrected.length > 0 ? corrected : group;
  if (fullest === undefined) throw new Error("A group of copies needs a document");
  const first = rest.reduce((best, one) => (one.published < best.published ? one : best), fullest);
  return group.filter((one) => one === first || (first.source !== null && one.source === first.source && (corrected.length === 0 || one.revision !== ""))).reduce((best, one) => (one.published > best.published ? one : best), first);
}

/** How often each word stands in the commitments of a document. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Made when first asked for: most documents of a meeting are told apart by their lengths. */
function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
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
