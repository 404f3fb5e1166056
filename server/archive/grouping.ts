/**
 * Which documents witness one meeting. Pure: a partnership's documents in, its meetings in order of date out,
 * whatever the order in which the documents arrived.
 */
import type { IsoDate, Sha256, Snapshot, Stage, Slug } from "../../snapshots/index.ts";
import { type Copy, takeCopiesApart } from "./copies.ts";

/** What grouping and following need of a document. */
export interface Member {
  readonly sha256: Sha256;
  /** Names the corrections that stand on it; empty where there are none. */
  readonly revision: string;
  readonly held: IsoDate;
  /** Whether the text itself tells when the meeting was; else `held` is the day of publication. */
  readonly evidenced: boolean;
  readonly meetingName: string | null;
  readonly meetingOrdinal: number | null;
  readonly place: string | null;
  readonly partnershipName: string | null;
  readonly parties: readonly string[];
  readonly words: number;
  readonly published: IsoDate;
  /** The address that it was published at, or null. */
  readonly source: string | null;
  /** In text order. */
  readonly commitments: readonly { readonly key: string; readonly topic: Slug; readonly stage: Stage; readonly plain: string }[];
}

export interface Gathering {
  readonly held: IsoDate;
  readonly name: string | null;
  readonly ordinal: number | null;
  readonly place: string | null;
  /** The fullest first; without copies. */
  readonly members: readonly Member[];
  readonly copies: readonly Copy[];
}

/** Days within which a report may follow the meeting that it reports. */
const CLOSE = 2;

export function memberOf(snapshot: Snapshot, revision = ""): Member {
  const { meeting, partnership } = snapshot;
  return {
    sha256: snapshot.document.sha256,
    revision,
    held: meeting.held,
    evidenced: isEvidenced(snapshot),
    meetingName: meeting.name,
    meetingOrdinal: meeting.ordinal,
    place: meeting.place,
    partnershipName: partnership.name,
    parties: partnership.parties,
    words: countWords(snapshot.document.text),
    published: snapshot.document.published,
    source: snapshot.document.sourceUrl,
    commitments: snapshot.commitments.map(({ id, topic, stage, plain }) => ({ key: id, topic, stage, plain })),
  };
}

/** Whether the text, or a person, tells when the meeting was. */
export function isEvidenced({ meeting, corrections = [] }: Snapshot): boolean {
  return meeting.evidence.length > 0 || corrections.some((mark) => mark.kind === "held");
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Groups documents by meeting: those of one day together, and close ones that tell of the same meeting. */
export function gather(members: readonly Member[]): Gathering[] {
  const groups: Member[][] = [];
  for (const member of members.toSorted((a, b) => order(a.held, b.held) || order(a.sha256, b.sha256))) {
    const group = groups.at(-1);
    if (group !== undefined && belongs(member, group)) group.push(member);
    else groups.push([member]);
  }
  return groups.map(describe);
}

function belongs(member: Member, group: readonly Member[]): boolean {
  const [first] = group;
  if (first === undefined || days(first.held, member.held) > CLOSE) return false;
  return group.some((other) => other.held === member.held) || group.every((other) => sameMeeting(other, member));
}

/** Documents of different days tell of one meeting when nothing they say of it differs and something agrees. */
function sameMeeting(a: Member, b: Member): boolean {
  if (differ(a.meetingOrdinal, b.meetingOrdinal) || differ(a.place?.toLowerCase(), b.place?.toLowerCase())) return false;
  const agree = (a.meetingOrdinal !== null && a.meetingOrdinal === b.meetingOrdinal) || (a.meetingName !== null && a.meetingName.toLowerCase() === b.meetingName?.toLowerCase());
  // A text that does not tell the day stands at its day of publication, which may be a day or two late.
  return agree || !a.evidenced || !b.evidenced;
}

function differ(a: string | number | null | undefined, b: string | number | null | undefined): boolean {
  return a !== null && a !== undefined && b !== null && b !== undefined && a !== b;
}

function describe(group: readonly Member[]): Gathering {
  const fullest = group.toSorted((a, b) => b.commitments.length - a.commitments.length || b.words - a.words || order(a.sha256, b.sha256));
  const [first] = fullest;
  if (first === undefined) throw new Error("A meeting needs a document");
  const telling = fullest.filter((member) => member.evidenced);
  const { standing, copies } = takeCopiesApart(fullest);
  const best = [...telling, ...fullest.filter((member) => !member.evidenced)];
  return {
    held: mostFrequent((telling.length > 0 ? telling : fullest).map((member) => member.held)) ?? first.held,
    name: best.find((member) => member.meetingName !== null)?.meetingName ?? null,
    ordinal: best.find((member) => member.meetingOrdinal !== null)?.meetingOrdinal ?? null,
    place: best.find((member) => member.place !== null)?.place ?? null,
    members: standing,
    copies,
  };
}

/** The most frequent value; of several, the first in order. */
export function mostFrequent<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values.toSorted(order)) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Order by code units: the same on every machine. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function days(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
