/**
 * The brief for people who write: what the meetings since a day said anew, partnership by partnership, the weightiest
 * first, each claim with its quotations and the address that pins it. Written by rules; the renderings are elsewhere.
 */
import type { ChangeKind, IsoDate, PartialDate, Slug } from "../../snapshots/index.ts";
import { comparisonHref, meetingHref, partnershipHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { count, list, spelled } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import type { Names } from "../../views/names.ts";
import { digestNotes } from "../../views/parts/documents.ts";
import { figureLine } from "../../views/parts/figures.ts";
import { meetingTitle } from "../../views/parts/meetings.ts";
import { byWeight, weigh } from "../../views/weight.ts";
import type { ArchiveReader, ChangeRecord, ComparisonRecord, MeetingSummary } from "../archive/types.ts";
import { changeEntry, NEWS_KINDS, type Quotation, recordsOf } from "./entries.ts";
import { tell } from "./telling.ts";

export interface BriefClaim {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly topic: Slug;
  readonly sentence: string;
  readonly before: readonly Quotation[];
  readonly after: readonly Quotation[];
  readonly url: string;
}

export interface BriefMeeting {
  readonly held: IsoDate;
  /** Null for a partnership's first meeting. */
  readonly since: IsoDate | null;
  readonly title: string;
  readonly url: string;
  /** The comparison in a few sentences. */
  readonly sentences: readonly string[];
  readonly figures: string;
  readonly claims: readonly BriefClaim[];
  /** Changes that tell something and are not told here. */
  readonly more: number;
  /** Said where words of a digest, not of an official text, are quoted. */
  readonly notes: readonly { readonly label: string; readonly title: string; readonly url: string; readonly official: string | null }[];
}

export interface BriefPartnership {
  readonly slug: Slug;
  readonly name: string;
  readonly url: string;
  readonly meetings: readonly BriefMeeting[];
}

export interface Brief {
  readonly since: PartialDate;
  readonly partnership: Slug | null;
  readonly title: string;
  readonly summary: string;
  readonly partnerships: readonly BriefPartnership[];
  /** Meetings of the time that are left out, where there are more than a brief can hold. */
  readonly omitted: number;
  readonly url: string;
}

export interface BriefQuery {
  readonly since: PartialDate;
  readonly partnership: Slug | null;
}

interface BriefMeans {
  readonly names: Names;
  readonly origin: string;
}

/** What a brief can hold and still be one. */
const MEETINGS = 24;
const CLAIMS = 6;

export function makeBrief(archive: ArchiveReader, { since, partnership }: BriefQuery, means: BriefMeans): Brief {
  const filter = { since, ...(partnership === null ? {} : { partnership }) };
  const found = archive.meetings(filter, { offset: 0, limit: MEETINGS, newestFirst: true });
  const told = found.items.map((meeting) => ({ meeting, ...tellMeeting(archive, meeting, means) }));
  const weights = new Map<Slug, number>();
  for (const { meeting, weight } of told) weights.set(meeting.partnership, Math.max(weights.get(meeting.partnership) ?? 0, weight));
  const slugs = [...weights].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([slug]) => slug);
  const partnerships = slugs.map((slug): BriefPartnership => {
    const own = told.filter(({ meeting }) => meeting.partnership === slug);
    return { slug, name: own[0]?.meeting.partnershipName ?? slug, url: `${means.origin}${partnershipHref(slug)}`, meetings: own.map((one) => one.told) };
  });
  return {
    since,
    partnership,
    title: `What governments told each other since ${longDate(since)}`,
    summary: summarise(partnerships, since),
    partnerships,
    omitted: found.total - found.items.length,
    url: `${means.origin}/brief?since=${since}${partnership === null ? "" : `&partnership=${partnership}`}`,
  };
}

function tellMeeting(archive: ArchiveReader, meeting: MeetingSummary, means: BriefMeans): Tale {
  const record = meeting.since === null ? null : archive.comparison(meeting.partnership, meeting.since.before, meeting.held);
  return record === null ? { told: firstMeeting(meeting, means), weight: 0 } : tellComparison(record, { ...means, archive });
}

function firstMeeting(meeting: MeetingSummary, { origin }: BriefMeans): BriefMeeting {
  return {
    held: meeting.held,
    since: null,
    title: titleOf(meeting),
    url: `${origin}${meetingHref(meeting.partnership, meeting.held)}`,
    sentences: [`The first meeting of this partnership in the archive: ${count(meeting.commitments, "commitment")}, and nothing to compare ${meeting.commitments === 1 ? "it" : "them"} with yet.`],
    figures: count(meeting.commitments, "commitment"),
    claims: [],
    more: 0,
    notes: notesOf([meeting], origin),
  };
}

interface Tale {
  readonly told: BriefMeeting;
  readonly weight: number;
}

/** Briefs since one day and another tell the same meetings: each is told once, for as long as the archive keeps its comparison. */
const tales = new WeakMap<ComparisonRecord, { readonly means: BriefMeans; readonly tale: Tale }>();

function tellComparison(record: ComparisonRecord, means: BriefMeans & { readonly archive: ArchiveReader }): Tale {
  const known = tales.get(record);
  if (known?.means.origin === means.origin && known.means.names === means.names) return known.tale;
  const tale = tellAnew(record, means);
  tales.set(record, { means: { names: means.names, origin: means.origin }, tale });
  return tale;
}

function tellAnew(record: ComparisonRecord, { names, origin, archive }: BriefMeans & { readonly archive: ArchiveReader }): Tale {
  const { before, after, comparison } = record;
  const news = byWeight(comparison.changes.filter(({ kind }) => NEWS_KINDS.includes(kind)));
  const shown = recordsOf(record, archive, news.slice(0, CLAIMS));
  const told: BriefMeeting = {
    held: after.held,
    since: before.held,
    title: titleOf(after),
    url: `${origin}${comparisonHref(after.partnership, [before.held, after.held])}`,
    sentences: headline({ before: before.held, after: after.held, comparison }, names).sentences,
    figures: figureLine(comparison.figures).words,
    claims: shown.map((change) => claimOf(change, { names, origin })),
    more: news.length - shown.length,
    notes: notesOf([before, after], origin),
  };
  return { told, weight: shown.reduce((sum, change) => sum + weigh(change), 0) };
}

function claimOf(change: ChangeRecord, { names, origin }: BriefMeans): BriefClaim {
  const entry = changeEntry(change, origin);
  const { id, kind, topic, quotes, url } = entry;
  return { id, kind, topic, sentence: tell(entry, names), before: quotes.before, after: quotes.after, url };
}

function titleOf(meeting: MeetingSummary): string {
  return meeting.name === null ? `Meeting of ${longDate(meeting.held)}` : `${meetingTitle(meeting)}, ${longDate(meeting.held)}`;
}

function notesOf(meetings: readonly MeetingSummary[], origin: string): BriefMeeting["notes"] {
  return digestNotes(meetings.flatMap(({ documents }) => documents)).map(({ label, title, href, official }) => ({ label, title, url: `${origin}${href}`, official }));
}

function summarise(partnerships: readonly BriefPartnership[], since: PartialDate): string {
  if (partnerships.length === 0) return `No meeting since ${longDate(since)} is in this archive.`;
  const meetings = partnerships.reduce((sum, one) => sum + one.meetings.length, 0);
  const names = partnerships.map(({ name }) => name);
  const who = names.length <= 4 ? list(names) : `${spelled(names.length)} partnerships`;
  return `${count(meetings, "meeting")} since ${longDate(since)}: ${who}.`;
}
