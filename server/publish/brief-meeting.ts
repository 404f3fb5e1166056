/**
 * One meeting as a brief tells it: its comparison in a few sentences, and its weightiest changes as claims, each quotation with the
 * documents that it stands in.
 */
import { type Change, type ChangeKind, type Comparison, figuresRange, type IsoDate, type Slug, STRICTNESSES } from "../../snapshots/index.ts";
import { comparisonHref, meetingHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { count, list, withinSentence } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import type { Names } from "../../views/names.ts";
import { digestNotes } from "../../views/parts/documents.ts";
import { figureLine } from "../../views/parts/figures.ts";
import { meetingTitle } from "../../views/parts/meetings.ts";
import { kindModel, KINDS_SHOWN } from "../../views/vocabulary.ts";
import { byWeight, weigh } from "../../views/weight.ts";
import type { ArchiveReader, ChangeRecord, ComparisonRecord, MeetingSummary, NewsMeeting } from "../archive/types.ts";
import { type BriefQuotation, quotedOnce } from "./brief-quotations.ts";
import { changeEntry, type ChangeEntry, NEWS_KINDS, recordsOf } from "./entries.ts";
import { tell } from "./telling.ts";

export interface BriefClaim {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly topic: Slug;
  readonly sentence: string;
  /** How sure it is that both wordings are of one undertaking; null where there is one only. */
  readonly certainty: ChangeEntry["certainty"];
  readonly before: readonly BriefQuotation[];
  readonly after: readonly BriefQuotation[];
  readonly url: string;
}

export interface BriefMeeting {
  readonly held: IsoDate;
  /** The latest day on which what is told here is news. */
  readonly told: IsoDate;
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

export interface BriefMeans {
  readonly names: Names;
  readonly origin: string;
  readonly archive: ArchiveReader;
  /** Only what changed on this topic; null for all. */
  readonly topic: Slug | null;
}

type Bounds = readonly [least: number, most: number];

/** Between which numbers figures lie, however strictly links are read. */
export interface Range {
  readonly new: Bounds;
  readonly silent: Bounds;
}

export interface Tale {
  readonly told: BriefMeeting;
  readonly weight: number;
  /** Null where nothing is compared, or only some of the changes are told. */
  readonly range: Range | null;
}

const CLAIMS = 6;

/** A meeting with those of its changes that are news. */
export function tellMeeting(meeting: MeetingSummary, news: NewsMeeting, means: BriefMeans): Tale {
  const record = meeting.since === null ? null : means.archive.comparison(meeting.partnership, meeting.since.before, meeting.held);
  return record === null ? { told: firstMeeting(meeting, news, means), weight: 0, range: null } : tellComparison(record, news, means);
}

function firstMeeting(meeting: MeetingSummary, { told }: NewsMeeting, { origin }: BriefMeans): BriefMeeting {
  return {
    held: meeting.held,
    told,
    since: null,
    title: titleOf(meeting, told),
    url: `${origin}${meetingHref(meeting.partnership, meeting.held)}`,
    sentences: [`The first meeting of this partnership in the archive: ${count(meeting.commitments, "commitment")}, and nothing to compare ${meeting.commitments === 1 ? "it" : "them"} with yet.`],
    figures: count(meeting.commitments, "commitment"),
    claims: [],
    more: 0,
    notes: notesOf([meeting], origin),
  };
}

interface Told {
  readonly means: BriefMeans;
  readonly day: string;
  readonly amount: number;
  readonly tale: Tale;
}

/** Briefs since one day and another tell the same meetings: each is told once, for as long as the archive keeps its comparison. */
const tales = new WeakMap<ComparisonRecord, Told>();

function tellComparison(record: ComparisonRecord, news: NewsMeeting, means: BriefMeans): Tale {
  const known = tales.get(record);
  const same = known?.means.origin === means.origin && known.means.names === means.names && known.means.topic === means.topic && known.day === news.told && known.amount === news.changes.size;
  if (same) return known.tale;
  const tale = tellAnew(record, news, means);
  tales.set(record, { means, day: news.told, amount: news.changes.size, tale });
  return tale;
}

function tellAnew(record: ComparisonRecord, { told: day, changes }: NewsMeeting, { names, origin, archive, topic }: BriefMeans): Tale {
  const { before, after, comparison } = record;
  const isWhole = changes.size >= comparison.changes.length;
  const news = byWeight(comparison.changes.filter(({ id, kind }) => changes.has(id) && NEWS_KINDS.includes(kind)));
  const shown = recordsOf(record, archive, news.slice(0, CLAIMS));
  const told: BriefMeeting = {
    held: after.held,
    told: day,
    since: before.held,
    title: titleOf(after, day),
    url: `${origin}${comparisonHref(after.partnership, [before.held, after.held], { topic })}`,
    sentences: isWhole ? headline({ before, after, comparison }, names).sentences : [`${topic === null ? "In this time" : `On ${withinSentence(names.shortTopic(topic))}`}, compared with ${longDate(before.held)}: ${countsOf(news)}.`],
    figures: isWhole ? figureLine(comparison.figures).words : countsOf(news),
    claims: shown.map((change) => claimOf(change, record, { names, origin })),
    more: news.length - shown.length,
    notes: notesOf([before, after], origin),
  };
  return { told, weight: shown.reduce((sum, change) => sum + weigh(change), 0), range: isWhole ? rangeOf(comparison, record) : null };
}

/** `2 new and 1 not mentioned again`. */
function countsOf(changes: readonly Change[]): string {
  if (changes.length === 0) return "nothing but what is said again";
  return list(KINDS_SHOWN.flatMap((kind) => {
    const amount = changes.filter((change) => change.kind === kind).length;
    return amount === 0 ? [] : [`${amount} ${kindModel(kind).word}`];
  }));
}

function rangeOf(comparison: Comparison, { commitments }: ComparisonRecord): Range {
  const figures = figuresRange(comparison, commitments);
  const bounds = (kind: "new" | "silent"): Bounds => {
    const values = STRICTNESSES.map((links) => figures[links][kind]);
    return [Math.min(...values), Math.max(...values)];
  };
  return { new: bounds("new"), silent: bounds("silent") };
}

function claimOf(change: ChangeRecord, { before, after }: ComparisonRecord, { names, origin }: Pick<BriefMeans, "names" | "origin">): BriefClaim {
  const entry = changeEntry(change, origin);
  const { id, kind, topic, certainty, quotes, url } = entry;
  const likely = certainty === "likely" ? " That both speak of the same undertaking is likely, not sure." : "";
  return { id, kind, topic, sentence: `${tell(entry, names)}${likely}`, certainty, before: quotedOnce(quotes.before, before.documents), after: quotedOnce(quotes.after, after.documents), url };
}

/** The meeting's day, and that on which it was published where that is later. */
function titleOf(meeting: MeetingSummary, told: IsoDate): string {
  const published = told > meeting.held ? `, published ${longDate(told)}` : "";
  return `${meeting.name === null ? `Meeting of ${longDate(meeting.held)}` : `${meetingTitle(meeting)}, ${longDate(meeting.held)}`}${published}`;
}

function notesOf(meetings: readonly MeetingSummary[], origin: string): BriefMeeting["notes"] {
  return digestNotes(meetings.flatMap(({ documents }) => documents)).map(({ label, title, href, official }) => ({ label, title, url: `${origin}${href}`, official }));
}
