/**
 * Any meeting beside any other, across partnerships: who promises more on a topic, who has come further, who is silent.
 * Words of different partnerships are set side by side, never as a redline: neither text grew out of the other.
 */
import type { ComparisonRecord, MeetingPoint, MeetingSummary } from "../../server/archive/types.ts";
import type { Change, Commitment } from "../../snapshots/index.ts";
import { commitmentHref, compareHref, comparisonHref, csvHref, meetingHref, meetingKey, partnershipHref, twinOf } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import { clip, count, score, withinSentence } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { type BesideTopic, further, namesOf, topicRows, verdict } from "../parts/beside.ts";
import { digestNotes, documentLink, type DocumentLink } from "../parts/documents.ts";
import { type LadderModel, stageLadder } from "../parts/ladder.ts";
import type { Chip } from "../parts/controls.ts";

export interface Said {
  readonly words: string;
  readonly href: string;
  readonly ladder: LadderModel;
  readonly topic: string;
}

export interface BesideSide {
  readonly name: string;
  readonly href: string;
  readonly date: string;
  readonly meeting: string;
  readonly documents: readonly DocumentLink[];
  readonly others: readonly Chip[];
}

export interface ComparePage extends Page {
  readonly template: "compare";
  readonly form: { readonly action: string; readonly topic: string | null; readonly partnerships: readonly { readonly value: string; readonly label: string }[]; readonly before: string | null; readonly after: string | null };
  /** Null until two meetings are chosen. */
  readonly found: {
    readonly title: string;
    readonly verdict: readonly string[];
    readonly before: BesideSide;
    readonly after: BesideSide;
    readonly topics: readonly BesideTopic[];
    readonly topic: { readonly label: string; readonly all: string } | null;
    readonly both: readonly { readonly before: readonly Said[]; readonly after: readonly Said[]; readonly verdict: string; readonly match: string }[];
    readonly onlyBefore: readonly Said[];
    readonly onlyAfter: readonly Said[];
    readonly left: string | null;
    readonly digests: ReturnType<typeof digestNotes>;
    /** Where both are of one partnership: the comparison in time. */
    readonly inTime: string | null;
  } | null;
}

export interface CompareInput {
  readonly query: { readonly before: string | null; readonly after: string | null; readonly topic: string | null };
  readonly record: ComparisonRecord | null;
  readonly meetings: { readonly before: readonly MeetingPoint[]; readonly after: readonly MeetingPoint[] };
  readonly partnerships: readonly { readonly slug: string; readonly name: string }[];
}

/** Commitments shown in each list; more would make a page of more than 150 kB. */
const MOST = 30;

export function comparePage({ query, record, meetings, partnerships }: CompareInput, names: Names): ComparePage {
  const found = record === null ? null : foundModel(record, { query, meetings, names });
  const title = found === null ? "Compare" : found.title;
  return {
    template: "compare",
    head: { ...listHead({ title, description: found === null ? "Any meeting beside any other, across partnerships." : found.verdict.join(" "), path: compareHref(query), twin: twinOf(compareHref(query)), take: record === null ? [] : [{ label: "CSV", href: csvHref(compareHref(query)) }] }), indexed: record !== null },
    trail: [],
    form: { action: compareHref(), topic: query.topic, partnerships: partnerships.map(({ slug, name }) => ({ value: slug, label: name })), ...chosenSides(query, partnerships) },
    found,
  };
}

/** What the form has chosen: two partnerships that differ, where nobody named others. */
function chosenSides({ before, after }: CompareInput["query"], partnerships: CompareInput["partnerships"]): { readonly before: string | null; readonly after: string | null } {
  const [one = null, other = null] = [before, after].map((side) => side?.split("/")[0]);
  const but = (taken: string | null): string | null => partnerships.find(({ slug }) => slug !== taken)?.slug ?? null;
  const first = one ?? but(other);
  return { before: first, after: other ?? but(first) };
}

interface Options {
  readonly query: CompareInput["query"];
  readonly meetings: CompareInput["meetings"];
  readonly names: Names;
}

function foundModel(record: ComparisonRecord, { query, meetings, names }: Options): NonNullable<ComparePage["found"]> {
  const { before, after, commitments } = record;
  const topic = query.topic;
  const chosen = changesOn(record, topic);
  const say = (ids: readonly string[]): readonly Said[] => ids.flatMap((id) => said(commitments.get(id), names));
  const linked = chosen.filter((change) => change.before.length > 0 && change.after.length > 0);
  const [onlyBefore, onlyAfter] = [chosen.filter((change) => change.after.length === 0).flatMap((one) => one.before), chosen.filter((change) => change.before.length === 0).flatMap((one) => one.after)];
  const [first, second] = namesOf(record);
  const href = (change: Readonly<Record<string, string | null>>): string => compareHref({ before: meetingKey(before.partnership, before.held), after: meetingKey(after.partnership, after.held), topic, ...change });
  const beyond = (list: readonly unknown[]): number => Math.max(0, list.length - MOST);
  const left = beyond(linked) + beyond(onlyBefore) + beyond(onlyAfter);
  return {
    title: `${first} beside ${second}${topic === null ? "" : ` on ${withinSentence(names.shortTopic(topic))}`}`,
    verdict: verdict(record, { chosen, topic, names }),
    before: sideModel({ meeting: before, name: first }, meetings.before, (key) => href({ before: key })),
    after: sideModel({ meeting: after, name: second }, meetings.after, (key) => href({ after: key })),
    topics: topicRows(record, { names, topic, href: (one) => href({ topic: one }) }),
    topic: topic === null ? null : { label: names.shortTopic(topic), all: href({ topic: null }) },
    both: linked.slice(0, MOST).map((change) => ({ before: say(change.before), after: say(change.after), verdict: further(change, [first, second]), match: change.match === null ? "" : `match ${score(change.match.score)}, ${change.match.certainty}` })),
    onlyBefore: say(onlyBefore.slice(0, MOST)),
    onlyAfter: say(onlyAfter.slice(0, MOST)),
    left: left === 0 ? null : `${count(left, "more commitment")} ${left === 1 ? "is" : "are"} not listed; choose a topic to see all of it.`,
    digests: digestNotes([...before.documents, ...after.documents]),
    inTime: before.partnership === after.partnership ? comparisonHref(before.partnership, before.held < after.held ? [before.held, after.held] : [after.held, before.held]) : null,
  };
}

/** The changes with a commitment on a topic, as the table counts them; all where none is asked for. */
export function changesOn({ comparison, commitments }: ComparisonRecord, topic: string | null): readonly Change[] {
  return topic === null ? comparison.changes : comparison.changes.filter(({ before, after }) => [...before, ...after].some((id) => commitments.get(id)?.topic === topic));
}

function said(commitment: Commitment | undefined, names: Names): readonly Said[] {
  return commitment === undefined ? [] : [{ words: clip(commitment.plain, 320), href: commitmentHref(commitment.id), ladder: stageLadder(commitment.stage), topic: names.shortTopic(commitment.topic) }];
}

function sideModel({ meeting, name }: { readonly meeting: MeetingSummary; readonly name: string }, others: readonly MeetingPoint[], href: (key: string) => string): BesideSide {
  return {
    name,
    href: partnershipHref(meeting.partnership),
    date: longDate(meeting.held),
    meeting: meetingHref(meeting.partnership, meeting.held),
    documents: meeting.documents.map(documentLink),
    others: others.map((one) => ({ label: shortDate(one.held), href: href(meetingKey(one.partnership, one.held)), current: one.held === meeting.held })),
  };
}
