/**
 * API operations on what is recorded: partnerships, meetings, documents, commitments with their threads, comparisons.
 */
import { type IsoDate, restrict, type Slug } from "../../snapshots/index.ts";
import { commitmentHref, comparisonHref, withQuery } from "../../views/addresses.ts";
import type { ArchiveReader, ComparisonRecord, MeetingRef, Thread } from "../archive/types.ts";
import { baseAmong, baseParam, commitmentParam, dayParam, documentParam, filterOf, filtering, linksParam, matrixAsking, meetingParam, pairParam, paging, period, slugParam, stageParam } from "./api-asking.ts";
import { type Example, operation, type Operation, paged, sliceOf } from "./api-operation.ts";
import * as values from "./api-values.ts";
import { changeEntry } from "./entries.ts";
import { knownFilter, knownPartnership, knownTopic, meetingsApart } from "./known.ts";

const NOTHING: Example = { params: {}, query: {} };
const FIRST = { offset: 0, limit: 1 };

export const RECORD_OPERATIONS: readonly Operation[] = [
  operation({
    id: "listPartnerships",
    path: "/partnerships",
    summary: "Partnerships, those that met last on top",
    params: {},
    query: paging,
    answer: values.pageOf("Partnerships", values.partnership),
    example: () => NOTHING,
    answerTo: (asked, { archive, nextOf }) => paged(archive.partnerships(sliceOf(asked)), { ...asked, nextOf }, (one) => one),
  }),
  operation({
    id: "getPartnership",
    path: "/partnerships/{slug}",
    summary: "One partnership",
    params: { slug: slugParam },
    query: {},
    answer: values.partnership,
    example: (archive) => withPartnership(archive, ({ slug }) => ({ slug })),
    answerTo: ({ slug }, { archive }) => archive.partnership(slug),
  }),
  operation({
    id: "listMeetings",
    path: "/meetings",
    summary: "Meetings of all partnerships, the latest on top",
    params: {},
    query: { ...filtering, ...paging },
    answer: values.pageOf("Meetings", values.meeting),
    example: (archive) => ({ params: {}, query: { since: archive.partnerships(FIRST).items[0]?.firstHeld ?? "2020", limit: "5" } }),
    answerTo: (asked, { archive, names, nextOf }) => paged(archive.meetings(knownFilter(filterOf(asked), { archive, names }), { ...sliceOf(asked), newestFirst: true }), { ...asked, nextOf }, (one) => one),
  }),
  operation({
    id: "getMeeting",
    path: "/partnerships/{slug}/meetings/{day}",
    summary: "One meeting with the snapshots of its documents",
    params: { slug: slugParam, day: dayParam },
    query: {},
    answer: values.meetingRecord,
    example: (archive) => withPartnership(archive, ({ slug, lastHeld }) => ({ slug, day: lastHeld })),
    answerTo: ({ slug, day }, { archive }) => archive.meeting(slug, day),
  }),
  operation({
    id: "getTopicMatrix",
    path: "/partnerships/{slug}/topics",
    summary: "Topics by meetings: how far each had come at each meeting, and what changed",
    params: { slug: slugParam },
    query: { base: baseParam },
    answer: values.topicMatrix,
    example: (archive) => withPartnership(archive, ({ slug }) => ({ slug })),
    answerTo: ({ slug, base }, { archive }) => (archive.partnership(slug) === null ? null : { items: archive.topicMatrix(slug, baseAmong(archive.meetingDays(slug), base)) }),
  }),
  operation({
    id: "getThreadMatrix",
    path: "/partnerships/{slug}/threads",
    summary: "Undertakings by meetings: the stage of each at each meeting, how it changed, and how long it has been silent",
    params: { slug: slugParam },
    query: { ...matrixAsking, base: baseParam, ...paging },
    answer: values.pageOf("ThreadMatrix", values.threadRow),
    example: (archive) => withPartnership(archive, ({ slug }) => (archive.threadMatrix(slug, { spoken: "again", topic: null, meeting: null, base: null }, FIRST).total === 0 ? null : { slug })) ?? withPartnership(archive, ({ slug }) => ({ slug })),
    answerTo({ slug, base, ...asked }, { archive, names, origin, nextOf }) {
      if (asked.topic !== undefined) knownTopic(asked.topic, { archive, names });
      return archive.partnership(slug) === null ? null : paged(archive.threadMatrix(slug, { ...asked, base: baseAmong(archive.meetingDays(slug), base) }, sliceOf(asked)), { ...asked, nextOf }, (one) => ({ ...one, url: `${origin}${commitmentHref(one.latest.id)}` }));
    },
  }),
  operation({
    id: "compareMeetings",
    path: "/partnerships/{slug}/compare/{pair}",
    summary: "What changed between two meetings of a partnership; `topic` and `kind` choose among its changes, `figures` are of all",
    params: { slug: slugParam, pair: pairParam },
    query: { links: linksParam, topic: filtering.topic, kind: filtering.kind },
    answer: values.comparison,
    example: (archive) => withPartnership(archive, ({ slug, latest }) => (latest === null ? null : { slug, pair: `${latest.before}..${latest.after}` })),
    answerTo({ slug, pair, links, topic = null, kind = null }, { archive, names, origin }) {
      const [before, after] = pair.split("..") as [IsoDate, IsoDate];
      if (topic !== null) knownTopic(topic, { archive, names });
      const record = archive.comparison(slug, before, after);
      if (record === null) return null;
      const comparison = restrict(record.comparison, links, record.commitments);
      const changes = comparison.changes.filter((change) => (topic === null || change.topic === topic) && (kind === null || change.kind === kind));
      return comparisonValue({ ...record, comparison: { ...comparison, changes } }, `${origin}${comparisonHref(slug, [before, after], { links, topic, kind })}`);
    },
  }),
  operation({
    id: "compareAny",
    path: "/compare",
    summary: "Any meeting with any other, of another partnership too: new is only in the second, silent only in the first",
    params: {},
    query: { before: meetingParam, after: meetingParam },
    answer: values.comparison,
    example(archive) {
      const [one, other] = archive.partnerships({ offset: 0, limit: 2 }).items;
      return one === undefined || other === undefined ? null : { params: {}, query: { before: `${one.slug}/${one.lastHeld}`, after: `${other.slug}/${other.lastHeld}` } };
    },
    answerTo({ before, after }, { archive, origin }) {
      const record = archive.across(...meetingsApart(refOf(before), refOf(after)));
      return record === null ? null : comparisonValue(record, `${origin}${withQuery("/compare", { before, after })}`);
    },
  }),
  operation({
    id: "listDocuments",
    path: "/documents",
    summary: "Documents, the latest published on top",
    params: {},
    query: { partnership: filtering.partnership, ...paging },
    answer: values.pageOf("Documents", values.document),
    example: () => ({ params: {}, query: { limit: "5" } }),
    answerTo: ({ partnership, ...asked }, { archive, names, nextOf }) => paged(archive.documents({ ...sliceOf(asked), ...(partnership === undefined ? {} : { partnership: knownPartnership(partnership, { archive, names }) }) }), { ...asked, nextOf }, (one) => one),
  }),
  operation({
    id: "getDocument",
    path: "/documents/{id}",
    summary: "The snapshot of one document, with its text",
    params: { id: documentParam },
    query: {},
    answer: values.snapshot,
    example: (archive) => withDocument(archive, (sha256) => ({ id: sha256.slice(0, 12) })),
    answerTo: ({ id }, { archive }) => archive.document(id)?.snapshot ?? null,
  }),
  operation({
    id: "listCommitments",
    path: "/commitments",
    summary: "Commitments, those of the latest meetings on top",
    params: {},
    query: { partnership: filtering.partnership, topic: filtering.topic, stage: stageParam, ...period, ...paging },
    answer: values.pageOf("Commitments", values.placedCommitment),
    example: (archive) => ({ params: {}, query: { limit: "5", ...(archive.topics()[0] === undefined ? {} : { topic: archive.topics()[0]?.topic ?? "other" }) } }),
    answerTo: (asked, { archive, names, origin, nextOf }) =>
      paged(archive.commitments({ ...knownFilter(filterOf(asked), { archive, names }), ...(asked.stage === undefined ? {} : { stage: asked.stage }) }, sliceOf(asked)), { ...asked, nextOf }, (one) => ({ ...one, url: `${origin}${commitmentHref(one.id)}` })),
  }),
  operation({
    id: "getCommitment",
    path: "/commitments/{id}",
    summary: "The thread of one commitment: its wording at each meeting",
    params: { id: commitmentParam },
    query: {},
    answer: values.thread,
    example(archive) {
      const [first] = archive.commitments({}, FIRST).items;
      return first === undefined ? null : { params: { id: first.id }, query: {} };
    },
    answerTo({ id }, { archive, origin }) {
      const thread = archive.thread(id);
      return thread === null ? null : threadValue(thread, `${origin}${commitmentHref(id)}`, origin);
    },
  }),
];

export function refOf(text: string): MeetingRef {
  const [partnership = "", held = ""] = text.split("/");
  return { partnership: partnership as Slug, held: held as IsoDate };
}

/** The JSON that `pactline diff` prints, with where it is shown. */
export function comparisonValue({ before, after, comparison }: ComparisonRecord, url: string): object | null {
  const [was, ...wereBeside] = before.snapshots;
  const [is, ...isBeside] = after.snapshots;
  if (was === undefined || is === undefined) return null;
  return { before: was, after: is, others: { before: wereBeside, after: isBeside }, ...comparison, url };
}

function threadValue({ stops, ...thread }: Thread, url: string, origin: string): object {
  return { ...thread, stops: stops.map((stop) => ({ ...stop, change: stop.change === null ? null : changeEntry(stop.change, origin) })), url };
}

function withPartnership(archive: ArchiveReader, params: (one: ReturnType<ArchiveReader["partnerships"]>["items"][number]) => Readonly<Record<string, string>> | null): Example | null {
  for (const one of archive.partnerships({ offset: 0, limit: 20 }).items) {
    const found = params(one);
    if (found !== null) return { params: found, query: {} };
  }
  return null;
}

function withDocument(archive: ArchiveReader, params: (sha256: string) => Readonly<Record<string, string>>): Example | null {
  const [first] = archive.documents(FIRST).items;
  return first === undefined ? null : { params: params(first.sha256), query: {} };
}

