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
import type { ArchiveReader, ChangeRecord, ComparisonRecord, MeetingSummary } from "../archive/types.ts";
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
  /** Null where nothing is compared. */
  readonly range: Range | null;
}

const CLAIMS = 6;

export function tellMeeting(meeting: MeetingSummary, means: BriefMeans): Tale {
  const record = meeting.since === null ? null : means.archive.comparison(meeting.partnership, meeting.since.before, meeting.held);
  return record === null ? { told: firstMeeting(meeting, means), weight: 0, range: null } : tellComparison(record, means);
}

/** Whether a change tells something, and on this topic where one is asked for. */
export function isNewsOn(topic: Slug | null): (change: Change) => boolean {
  return (change) => NEWS_KINDS.includes(change.kind) && (topic === null || change.topic === topic);
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

/** Briefs since one day and another tell the same meetings: each is told once, for as long as the archive keeps its comparison. */
const tales = new WeakMap<ComparisonRecord, { readonly means: BriefMeans; readonly tale: Tale }>();

function tellComparison(record: ComparisonRecord, means: BriefMeans): Tale {
  const known = tales.get(record);
  if (known?.means.origin === means.origin && known.means.names === means.names && known.means.topic === means.topic) return known.tale;
  const tale = tellAnew(record, means);
  tales.set(record, { means, tale });
  return tale;
}

function tellAnew(record: ComparisonRecord, { names, origin, archive, topic }: BriefMeans): Tale {
  const { before, after, comparison } = record;
  const news = byWeight(comparison.changes.filter(isNewsOn(topic)));
  const shown = recordsOf(record, archive, news.slice(0, CLAIMS));
  const told: BriefMeeting = {
    held: after.held,
    since: before.held,
    title: titleOf(after),
    url: `${origin}${comparisonHref(after.partnership, [before.held, after.held], { topic })}`,
    sentences: topic === null ? headline({ before: before.held, after: after.held, comparison }, names).sentences : [`On ${withinSentence(names.shortTopic(topic))}, since ${longDate(before.held)}: ${countsOf(news)}.`],
    figures: topic === null ? figureLine(comparison.figures).words : countsOf(news),
    claims: shown.map((change) => claimOf(change, record, { names, origin })),
    more: news.length - shown.length,
    notes: notesOf([before, after], origin),
  };
  return { told, weight: shown.reduce((sum, change) => sum + weigh(change), 0), range: topic === null ? rangeOf(comparison, record) : null };
}

/** `2 new and 1 not mentioned again`. */
function countsOf(changes: readonly Change[]): string {
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

function titleOf(meeting: MeetingSummary): string {
  return meeting.name === null ? `Meeting of ${longDate(meeting.held)}` : `${meetingTitle(meeting)}, ${longDate(meeting.held)}`;
}

function notesOf(meetings: readonly MeetingSummary[], origin: string): BriefMeeting["notes"] {
  return digestNotes(meetings.flatMap(({ documents }) => documents)).map(({ label, title, href, official }) => ({ label, title, url: `${origin}${href}`, official }));
}
