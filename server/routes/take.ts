/**
 * What people take away: tables of pages as CSV, comparisons as Markdown, and pictures for previews of links.
 */
import { type Change, restrict, type Slug } from "../../snapshots/index.ts";
import { longDate } from "../../views/dates.ts";
import { count, list } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import { meetingTitle } from "../../views/parts/meetings.ts";
import { changesOn } from "../../views/pages/compare.ts";
import { previewModel } from "../../views/parts/preview.ts";
import { byWeight } from "../../views/weight.ts";
import type { ComparisonRecord } from "../archive/types.ts";
import { baseAmong, baseParam, filtering, filterOf, matrixAsking, paging, understand } from "../publish/api-asking.ts";
import { besideCsv, witnessesCsv } from "../publish/beside-tables.ts";
import { changeEntry, recordsOf } from "../publish/entries.ts";
import { comparisonMarkdown } from "../publish/markdown.ts";
import { changesCsv, commitmentsCsv, coursesCsv, documentsCsv, matrixCsv, meetingsCsv, milestonesCsv, partnershipsCsv, threadsCsv, topicsCsv } from "../publish/tables.ts";
import { type Known, knownFilter, knownPartnership, knownTopic } from "../publish/known.ts";
import { partsOf, tableOf } from "../publish/parts.ts";
import { askedDay, askedKind, askedLinks, askedOrder, askedSlug, askedTopic, offsetOf } from "./asking.ts";
import { attachment } from "./changes.ts";
import { besideOf, understandSides } from "./compare.ts";
import type { Text } from "./packing.ts";
import type { Asked, Room } from "./room.ts";

/** Rows of a table; `page` gives those that follow. */
const TABLE = 5_000;

export function mountTake(room: Room): void {
  mountTables(room);
  mountComparisons(room);
  mountPreviews(room);
}

function mountTables({ archive, names, serve }: Room): void {
  const known: Known = { archive, names };
  serve("/topics.csv", ({ origin }) => table("pactline-topics.csv", topicsCsv(archive.topics(), { names, origin })));
  serve("/partnerships/:slug/topics.csv", ({ param, query, origin }) => {
    const slug = askedSlug(param("slug"));
    const { base } = understand({ base: baseParam }, query);
    return slug === null || archive.partnership(slug) === null ? null : table(`${slug}-topics.csv`, matrixCsv(slug, archive.topicMatrix(slug, baseAmong(archive.meetingDays(slug), base)), origin));
  });
  serve("/partnerships/:slug/threads.csv", ({ param, query, origin }) => {
    const slug = askedSlug(param("slug"));
    const { page, base, ...asked } = understand({ ...matrixAsking, base: baseParam, page: paging.page }, query);
    if (slug === null || archive.partnership(slug) === null) return null;
    if (asked.topic !== undefined) knownTopic(asked.topic, known);
    const filter = { ...asked, base: baseAmong(archive.meetingDays(slug), base) };
    const parts = partsOf((slice) => archive.threadMatrix(slug, filter, slice), { offset: offsetOf(page, TABLE), limit: TABLE });
    return table(`${slug}-threads.csv`, tableOf(parts, (items) => threadsCsv(slug, items, origin)));
  });
  serve("/partnerships.csv", ({ query, origin }) => {
    const { page } = understand({ page: paging.page }, query);
    const parts = partsOf((slice) => archive.partnerships(slice), { offset: offsetOf(page, TABLE), limit: TABLE });
    return table("pactline-partnerships.csv", tableOf(parts, (items) => partnershipsCsv(items, origin)));
  });
  serve("/topics/:topic/partnerships.csv", ({ param, origin }) => {
    const topic = askedSlug(param("topic"));
    const courses = topic === null ? [] : archive.topicCourses(topic);
    return topic === null || courses.length === 0 ? null : table(`${topic}-partnerships.csv`, coursesCsv(topic, courses, origin));
  });
  serve("/milestones.csv", ({ query, origin }) => table("pactline-milestones.csv", milestonesCsv(archive.milestones(knownFilter(filterOf(understand(filtering, query)), known), TABLE), origin)));
  serve("/timeline.csv", ({ query, origin }) => {
    const { page, ...asked } = understand({ ...filtering, page: paging.page }, query);
    const filter = knownFilter(filterOf(asked), known);
    const parts = partsOf((slice) => archive.meetings(filter, { ...slice, newestFirst: true }), { offset: offsetOf(page, TABLE), limit: TABLE });
    return table("pactline-meetings.csv", tableOf(parts, (items) => meetingsCsv(items, origin)));
  });
  serve("/documents.csv", ({ query, origin }) => {
    const { page, partnership } = understand({ partnership: filtering.partnership, page: paging.page }, query);
    // Those without a partnership are asked for by this word, as on the page.
    const asked = partnership === undefined ? {} : { partnership: partnership === "none" ? null : knownPartnership(partnership, known) };
    const parts = partsOf((slice) => archive.documents({ ...slice, ...asked }), { offset: offsetOf(page, TABLE), limit: TABLE });
    return table("pactline-documents.csv", tableOf(parts, (items) => documentsCsv(items, origin)));
  });
  serve("/partnerships/:slug/meetings.csv", ({ param, origin }) => {
    const slug = askedSlug(param("slug"));
    if (slug === null || archive.partnership(slug) === null) return null;
    const parts = partsOf((slice) => archive.meetings({ partnership: slug }, { ...slice, newestFirst: true }), { offset: 0, limit: TABLE });
    return table(`${slug}-meetings.csv`, tableOf(parts, (items) => meetingsCsv(items, origin)));
  });
  serve("/partnerships/:slug/:date/commitments.csv", ({ param, query, origin }) => {
    const [slug, held] = [askedSlug(param("slug")), askedDay(param("date"))];
    const meeting = slug === null || held === null ? null : archive.meeting(slug, held);
    if (meeting === null) return null;
    const topic = askedTopic(query, known);
    const said = meeting.snapshots.flatMap(({ document, commitments }) => commitments.map((one) => ({ ...one, sha256: document.sha256 })));
    return table(`${slug}-${held}-commitments.csv`, commitmentsCsv(said.filter((one) => topic === null || one.topic === topic), origin));
  });
  serve("/documents/:id/commitments.csv", ({ param, origin }) => {
    const document = archive.document(param("id"));
    if (document === null) return null;
    return table(`${document.sha256.slice(0, 12)}-commitments.csv`, commitmentsCsv(document.snapshot.commitments.map((one) => ({ ...one, sha256: document.sha256 })), origin));
  });
}

function mountComparisons(room: Room): void {
  const { archive, names, serve } = room;
  serve("/partnerships/:slug/compare/:pair/changes.md", (asked) => {
    const found = findComparison(room, asked);
    return found === null ? null : { body: comparisonMarkdown(found.record, found.chosen, { names, origin: asked.origin, archive }), mediaType: "text/markdown; charset=utf-8" };
  });
  serve("/partnerships/:slug/compare/:pair/changes.csv", (asked) => {
    const found = findComparison(room, asked);
    return found === null ? null : table(`${found.slug}-changes.csv`, changesCsv(recordsOf(found.record, archive, found.chosen).map((one) => changeEntry(one, asked.origin))));
  });
  serve("/compare.csv", ({ query, origin }) => {
    const { before, after, topic = null } = understandSides(query);
    if (topic !== null) knownTopic(topic, { archive, names });
    const record = besideOf(archive, { before, after, topic }).record;
    return record === null ? null : table("pactline-compare.csv", besideCsv(record, changesOn(record, topic), origin));
  });
  serve("/partnerships/:slug/:date/documents.csv", ({ param, origin }) => {
    const [slug, held] = [askedSlug(param("slug")), askedDay(param("date"))];
    const meeting = slug === null || held === null ? null : archive.meeting(slug, held);
    if (meeting === null) return null;
    const comparisons = archive.witnesses(meeting);
    return table(`${slug}-${held}-documents.csv`, witnessesCsv(meeting.snapshots.slice(0, comparisons.length + 1), comparisons, origin));
  });
}

function mountPreviews(room: Room): void {
  const { archive, names, fragment, serve } = room;
  const picture = (input: Parameters<typeof previewModel>[0]): Text => ({ body: fragment("preview", previewModel(input)), mediaType: "image/svg+xml; charset=utf-8" });
  serve("/partnerships/:slug/card.svg", ({ param }) => {
    const slug = askedSlug(param("slug"));
    const one = slug === null ? null : archive.partnership(slug);
    if (one === null) return null;
    const since = one.latest === null ? "" : `, what changed from ${longDate(one.latest.before)} to ${longDate(one.latest.after)}`;
    return picture({ over: list(one.parties.map(names.party)), title: one.name, figures: one.latest?.figures ?? null, below: `${count(one.meetings, "meeting")}${since}` });
  });
  serve("/partnerships/:slug/:date/card.svg", ({ param }) => {
    const [slug, held] = [askedSlug(param("slug")), askedDay(param("date"))];
    const meeting = slug === null || held === null ? null : archive.meeting(slug, held);
    if (meeting === null) return null;
    const title = meeting.name === null ? `Meeting of ${longDate(meeting.held)}` : meetingTitle(meeting);
    const since = meeting.since === null ? "" : `, what changed since ${longDate(meeting.since.before)}`;
    return picture({ over: meeting.partnershipName, title, figures: meeting.since?.figures ?? null, below: `${longDate(meeting.held)}: ${count(meeting.commitments, "commitment")}${since}` });
  });
  serve("/partnerships/:slug/compare/:pair/card.svg", (asked) => {
    const found = findComparison(room, asked);
    if (found === null) return null;
    const { before, after, comparison } = found.record;
    const { title } = headline({ before, after, comparison }, names);
    return picture({ over: after.partnershipName, title, figures: comparison.figures, below: `${count(comparison.changes.length, "change")}, each with its words before and after` });
  });
}

interface FoundComparison {
  readonly slug: Slug;
  /** Read as strictly as is asked. */
  readonly record: ComparisonRecord;
  /** Its changes as the page filters and orders them. */
  readonly chosen: readonly Change[];
}

function findComparison({ archive, names }: Room, { param, query }: Asked): FoundComparison | null {
  const slug = askedSlug(param("slug"));
  const [before = null, after = null] = param("pair").split("..").map(askedDay);
  const [kind, topic, order] = [askedKind(query), askedTopic(query, { archive, names }), askedOrder(query)];
  const found = slug === null || before === null || after === null ? null : archive.comparison(slug, before, after);
  if (slug === null || found === null) return null;
  const comparison = restrict(found.comparison, askedLinks(query), found.commitments);
  const chosen = comparison.changes.filter((change) => (kind === null || change.kind === kind) && (topic === null || change.topic === topic));
  return { slug, record: { ...found, comparison }, chosen: order === "weight" ? byWeight(chosen) : chosen };
}

function table(name: string, body: Text["body"]): Text {
  return { body, mediaType: "text/csv; charset=utf-8", headers: attachment(name) };
}
