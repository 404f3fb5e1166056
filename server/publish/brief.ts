/**
 * The brief for people who write: what the meetings of a time said anew, partnership by partnership, the weightiest
 * first, each claim with its quotations and the address that pins it. Written by rules; how one meeting is told and the renderings
 * are elsewhere.
 */
import type { PartialDate, Slug } from "../../snapshots/index.ts";
import { dateOf } from "../days.ts";
import { briefHref, partnershipHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { count, list, withinSentence } from "../../views/grammar.ts";
import type { Names } from "../../views/names.ts";
import type { ArchiveReader } from "../archive/types.ts";
import { type BriefClaim, type BriefMeeting, type Range, tellMeeting } from "./brief-meeting.ts";

export type { BriefClaim, BriefMeeting };

export interface BriefPartnership {
  readonly slug: Slug;
  readonly name: string;
  readonly url: string;
  readonly meetings: readonly BriefMeeting[];
}

export interface Brief {
  readonly since: PartialDate;
  readonly until: PartialDate | null;
  readonly partnership: Slug | null;
  readonly topic: Slug | null;
  readonly title: string;
  readonly summary: string;
  readonly partnerships: readonly BriefPartnership[];
  /** Meetings of the time that are left out, where there are more than a brief can hold. */
  readonly omitted: number;
  /** How the claims were found, and how sure they are. */
  readonly doubt: string;
  readonly url: string;
}

export interface BriefQuery {
  readonly since: PartialDate;
  readonly until?: PartialDate | null;
  readonly partnership: Slug | null;
  /** Only what changed on this topic. */
  readonly topic?: Slug | null;
}

/** What a brief can hold and still be one. */
const MEETINGS = 24;

export function makeBrief(archive: ArchiveReader, query: BriefQuery, { names, origin }: { readonly names: Names; readonly origin: string }): Brief {
  const { since, until = null, partnership, topic = null } = query;
  const filter = { since, ...(until === null ? {} : { until }), ...(partnership === null ? {} : { partnership }), ...(topic === null ? {} : { topic }) };
  const found = archive.newsMeetings(filter, { offset: 0, limit: MEETINGS });
  const told = found.items.flatMap((news) => {
    const { partnership: slug, held } = news;
    const [meeting] = archive.meetings({ partnership: slug, since: dateOf(held), until: dateOf(held) }, { offset: 0, limit: 1, newestFirst: true }).items;
    return meeting === undefined ? [] : [{ meeting, ...tellMeeting(meeting, news, { names, origin, archive, topic }) }];
  });
  const weights = new Map<Slug, number>();
  for (const { meeting, weight } of told) weights.set(meeting.partnership, Math.max(weights.get(meeting.partnership) ?? 0, weight));
  const slugs = [...weights].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([slug]) => slug);
  const partnerships = slugs.map((slug): BriefPartnership => {
    const own = told.filter(({ meeting }) => meeting.partnership === slug);
    return { slug, name: own[0]?.meeting.partnershipName ?? slug, url: `${origin}${partnershipHref(slug)}`, meetings: own.map((one) => one.told) };
  });
  const time = `${topic === null ? "" : `on ${withinSentence(names.shortTopic(topic))} `}${since === until ? "in" : "since"} ${longDate(since)}${until === null || since === until ? "" : ` until ${longDate(until)}`}`;
  return {
    ...{ since, until, partnership, topic },
    title: `What governments told each other ${time}`,
    summary: summarise(partnerships, time),
    partnerships,
    omitted: found.total - found.items.length,
    doubt: doubtOf(told.filter((one) => one.told.since !== null).map(({ range }) => range)),
    url: `${origin}${briefHref({ since, until, partnership, topic })}`,
  };
}

function summarise(partnerships: readonly BriefPartnership[], time: string): string {
  if (partnerships.length === 0) return `This archive has no news ${time}.`;
  const meetings = partnerships.reduce((sum, one) => sum + one.meetings.length, 0);
  const names = partnerships.map(({ name }) => name);
  return names.length <= 4 ? `${count(meetings, "meeting")} ${time}: ${list(names)}.` : `${count(meetings, "meeting")} of ${count(names.length, "partnership")} ${time}.`;
}

/**
 * One line for the end of every form: who copies a claim must know how sure it is. Of meetings that are compared; where one of
 * them is told in part, no sum would fit what stands above.
 */
export function doubtOf(compared: readonly (Range | null)[]): string {
  const ranges = compared.filter((range) => range !== null);
  const sum = (of: (range: Range) => number): number => ranges.reduce((all, range) => all + of(range), 0);
  const between = (least: number, most: number): string => (least === most ? String(least) : `${least} to ${most}`);
  const [fresh, silent] = [between(sum((range) => range.new[0]), sum((range) => range.new[1])), between(sum((range) => range.silent[0]), sum((range) => range.silent[1]))];
  const range = ranges.length === compared.length && /to/.test(fresh + silent) ? ` Depending on how strictly links between meetings are read, ${fresh} commitments are new and ${silent} are not mentioned again.` : "";
  return `Claims are found by rules and may be wrong; a claim that rests on a link that is not sure says so.${range}`;
}
