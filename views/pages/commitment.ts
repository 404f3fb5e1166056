/**
 * One commitment and its thread: the wording at each meeting, with its redline against the wording before.
 */
import type { DocumentSummary, NoteRecord, PartnershipSummary, Thread, ThreadStop } from "../../server/archive/types.ts";
import type { Commitment, CorrectionMark } from "../../snapshots/index.ts";
import { cardHref, changeAnchor, citeHref, commitmentHref, comparisonHref, historyHref, inTextHref, meetingHref, partnershipHref, partnershipsHref, stopAnchor, topicHref, twinOf } from "../addresses.ts";
import { gap, longDate } from "../dates.ts";
import { clip, count, list, score, withinSentence } from "../grammar.ts";
import type { Names } from "../names.ts";
import { articleHead, type Link, type Page } from "../page.ts";
import { type DetailModel, detailModel } from "../parts/change.ts";
import { commitmentRow, type CommitmentRow } from "../parts/commitment.ts";
import { type CorrectionModel, correctionsOn, type NoteModel, noteModel } from "../parts/corrections.ts";
import { documentLink, type DocumentLink } from "../parts/documents.ts";
import { ladder, type LadderModel } from "../parts/ladder.ts";
import { originalOf } from "../parts/original.ts";
import { LARGE, pathModel, type PathModel } from "../parts/path.ts";
import { publisherOf } from "../parts/publisher.ts";
import { plainWords, redline, type RedlineModel } from "../parts/redline.ts";
import { slipModels, type SlipModel } from "../parts/slips.ts";
import { forceNote, inStageWords, kindModel, type KindModel, SILENCE } from "../vocabulary.ts";
import { threadFeeds } from "../parts/feeds.ts";

export interface StopModel {
  readonly date: string;
  readonly held: string;
  readonly anchor: string;
  readonly meeting: { readonly label: string; readonly href: string } | null;
  /** The kind of change against the wording before; null where the thread begins. */
  readonly kind: KindModel | null;
  readonly wording: RedlineModel | null;
  readonly ladder: LadderModel | null;
  readonly force: string | null;
  readonly reason: string | null;
  readonly details: readonly DetailModel[];
  readonly match: string | null;
  /** For meetings that did not speak of it. */
  readonly silence: string | null;
  readonly places: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly comparison: Link | null;
}

export interface CommitmentPage extends Page {
  readonly template: "commitment";
  readonly corrections: readonly CorrectionModel[];
  readonly note: NoteModel | null;
  readonly history: string;
  readonly correct: string | null;
  readonly words: string;
  /** Of the thread's latest wording, and what earlier wordings were about where it changed. */
  readonly topic: { readonly label: string; readonly href: string | null };
  readonly earlier: string | null;
  readonly row: Omit<CommitmentRow, "words" | "href" | "topic">;
  readonly document: DocumentLink;
  /** The words where they were first published. */
  readonly original: string | null;
  readonly meeting: Link | null;
  readonly rules: readonly { readonly what: string; readonly rule: string; readonly words: string }[];
  readonly story: string;
  readonly path: PathModel | null;
  readonly slips: readonly SlipModel[];
  /** The latest first. */
  readonly stops: readonly StopModel[];
}

export interface CommitmentInput {
  readonly commitment: Commitment;
  readonly document: DocumentSummary;
  readonly thread: Thread;
  readonly partnership: PartnershipSummary | null;
  /** The text of its document; null where that is not at hand. */
  readonly text: string | null;
  /** What people set right in its document. */
  readonly marks?: readonly CorrectionMark[];
  readonly note?: NoteRecord | null;
  /** Where it is set right; null where the archive is only read. */
  readonly correct: string | null;
}

export function commitmentPage(input: CommitmentInput, names: Names): CommitmentPage {
  const { commitment, document, thread, partnership } = input;
  const href = commitmentHref(commitment.id);
  const words = clip(commitment.plain, 90);
  const { words: _words, href: _href, topic: _topic, ...row } = commitmentRow({ ...commitment, sha256: document.sha256 }, names);
  const spoke = thread.stops.filter(({ commitments }) => commitments.length > 0).length;
  const meeting = partnership === null ? null : { label: `Meeting of ${longDate(document.held)}`, href: meetingHref(partnership.slug, document.held) };
  return {
    template: "commitment",
    head: articleHead({ title: words, description: `A commitment of ${longDate(document.published)}${partnership === null ? "" : `, ${partnership.name}`}, and its wording at each meeting.`, path: href, twin: twinOf(href), date: document.published, publisher: publisherOf(document).name, language: document.language, cite: citeHref(href), image: partnership === null ? null : cardHref(partnershipHref(partnership.slug)), feeds: threadFeeds(commitment.id) }),
    trail: partnership === null ? [] : [{ label: "Partnerships", href: partnershipsHref() }, { label: partnership.name, href: partnershipHref(partnership.slug) }],
    words: commitment.plain,
    ...topicOf(input, names),
    row,
    corrections: correctionsOn(commitment.id, input.marks),
    note: noteModel(input.note ?? null),
    history: historyHref({ commitment: commitment.id }),
    correct: input.correct,
    document: documentLink(document),
    original: originalOf(document, input.text === null ? null : { ...commitment, text: input.text }),
    meeting,
    rules: rulesOf(commitment),
    story: thread.stops.length === 1 ? "Spoken of at the latest meeting only; there is nothing to compare it with yet." : `Spoken of at ${spoke} of ${count(thread.stops.length, "meeting")} since ${longDate(thread.stops[0]?.held ?? document.held)}.`,
    path: thread.stops.length < 2 ? null : pathModel(thread, LARGE),
    slips: slipModels(thread),
    stops: thread.stops.map((stop, at) => stopModel(stop, { thread, at, current: commitment.id, language: document.language })).toReversed(),
  };
}

/** The topic as of now; a thread that went on to another topic keeps the earlier ones beside it. */
function topicOf({ commitment, thread, partnership }: CommitmentInput, names: Names): Pick<CommitmentPage, "topic" | "earlier"> {
  const courses = thread.stops.flatMap(({ commitments }) => commitments[0]?.topic ?? []);
  const present = courses.at(-1) ?? commitment.topic;
  const earlier = [...new Set([...courses, commitment.topic])].filter((topic) => topic !== present);
  return { topic: { label: names.topic(present), href: partnership === null ? null : topicHref(present) }, earlier: earlier.length === 0 ? null : list(earlier.map((topic) => withinSentence(names.topic(topic)))) };
}

/** Which rule decided what, and the words that it went by. */
function rulesOf({ evidence }: Commitment): CommitmentPage["rules"] {
  const rows = [["that it is a commitment", evidence.commitment], ["its stage", evidence.stage], ["its force", evidence.force], ["its topic", evidence.topic]] as const;
  return rows.map(([what, { rule, words }]) => ({ what, rule, words: words.map(({ quote }) => quote.replace(/\s+/g, " ")).join(" … ") }));
}

interface Along {
  readonly thread: Thread;
  readonly at: number;
  readonly current: string;
  readonly language: string;
}

function stopModel(stop: ThreadStop, { thread, at, current, language }: Along): StopModel {
  const { held, meetingName, commitments, change } = stop;
  const last = thread.stops.slice(0, at).findLast((one) => one.commitments.length > 0);
  const plain = (one: ThreadStop | undefined): readonly string[] => one?.commitments.map((said) => said.plain) ?? [];
  const silent = commitments.length === 0;
  const wording = silent ? null : last === undefined ? plainWords(plain(stop), language) : redline(plain(last), plain(stop), language);
  return {
    date: longDate(held),
    held,
    anchor: stopAnchor(held),
    meeting: thread.partnership === null ? null : { label: meetingName ?? "the meeting", href: meetingHref(thread.partnership, held) },
    kind: silent ? kindModel("silent") : change === null ? null : kindModel(change.kind),
    wording,
    ladder: silent ? null : ladder({ before: last === undefined ? null : (change?.stage.before ?? null), after: change?.stage.after ?? commitments[0]?.stage ?? null }, change?.kind ?? null),
    force: change === null || silent ? null : forceNote(change),
    reason: silent || change === null ? null : inStageWords(change.reason),
    details: silent ? [] : (change?.details.map(detailModel) ?? []),
    match: silent || change?.match === null || change?.match === undefined ? null : `match ${score(change.match.score)}, ${change.match.certainty}`,
    silence: silent ? `${last === undefined ? "" : `Last spoken of ${gap(last.held, held)} before. `}${SILENCE}` : null,
    places: commitments.map((one, place) => ({ label: commitments.findIndex((other) => other.sha256 === one.sha256) === place ? one.documentTitle : "further on in it", href: inTextHref(one.sha256, one), current: one.id === current })),
    comparison: thread.partnership === null || change === null ? null : { label: `all changes from ${longDate(change.before)}`, href: `${comparisonHref(thread.partnership, [change.before, change.after])}#${changeAnchor(change.id)}` },
  };
}
