/**
 * What filters name must be known: an empty list of what does not exist would be taken for an answer, and a feed of it
 * would stay empty for ever. The letter case of a party's code is forgiven.
 */
import type { Slug } from "../../snapshots/index.ts";
import { capital } from "../../views/grammar.ts";
import type { Names } from "../../views/names.ts";
import type { ArchiveReader, MeetingFilter, MeetingRef } from "../archive/types.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { isTopic } from "../topics.ts";

export interface Known {
  readonly archive: ArchiveReader;
  readonly names: Names;
  /** Where it was asked: in an address, or on the command line. */
  readonly asked?: "address" | "command";
}

/** The filter with its party as the archive writes it; throws the refusal of the first value that is not known. */
export function knownFilter<Filter extends MeetingFilter>(filter: Filter, known: Known): Filter {
  const { partnership, party, topic, since, until } = filter;
  if (topic !== undefined) knownTopic(topic, known);
  if (since !== undefined && until !== undefined && since > `${until}~`) refuse(`“since” is ${since}, which is later than “until”, ${until}; change them over`, known);
  return { ...filter, ...(partnership === undefined ? {} : { partnership: knownPartnership(partnership, known) }), ...(party === undefined ? {} : { party: knownParty(party, known) }) };
}

/** The partnership, or the one into which it was merged. */
export function knownPartnership(slug: Slug, known: Known): Slug {
  const { archive } = known;
  return (archive.partnership(slug) === null ? archive.movedPartnership(slug) : slug) ?? refuse(`there is no partnership “${slug}”`, known);
}

/** One that the reading tells, or that the archive still has of an earlier one. */
export function knownTopic(topic: Slug, known: Known): Slug {
  return isTopic(topic, known.archive, known.names.topics) ? topic : refuse(`there is no topic “${topic}”`, known);
}

/** Two meetings, which must differ: beside itself, a meeting has nothing to tell. */
export function meetingsApart(one: MeetingRef, other: MeetingRef): readonly [MeetingRef, MeetingRef] {
  return one.partnership === other.partnership && one.held === other.held ? refuse(`both sides are the meeting of ${one.partnership} on ${one.held}; choose another partnership or another day`) : [one, other];
}

function knownParty(party: string, known: Known): string {
  const { archive, names } = known;
  const spellings = new Set([party, party.toUpperCase()]);
  for (const code of spellings) if (names.party(code) !== code || archive.partnerships({ offset: 0, limit: 1 }, { party: code }).total > 0) return code;
  return refuse(`there is no party “${party}”; it is a code such as SG or EU`, known);
}

function refuse(rule: string, { asked }: Pick<Known, "asked"> = {}): never {
  throw new RefusedError(asked === "command" ? refusal("usage", `${capital(rule)}.`) : refusal("bad-request", rule));
}
