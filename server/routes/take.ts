/**
 * What people take away: tables of pages as CSV, comparisons as Markdown, and pictures for previews of links.
 */
import type { Slug } from "../../snapshots/index.ts";
import { longDate } from "../../views/dates.ts";
import { count, list } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import { meetingTitle } from "../../views/parts/meetings.ts";
import { previewModel } from "../../views/parts/preview.ts";
import { byWeight } from "../../views/weight.ts";
import type { ComparisonRecord } from "../archive/types.ts";
import { baseAmong, baseParam, filtering, filterOf, matrixAsking, paging, understand } from "../publish/api-asking.ts";
import { changeEntry, recordsOf } from "../publish/entries.ts";
import { comparisonMarkdown } from "../publish/markdown.ts";
import { changesCsv, commitmentsCsv, documentsCsv, matrixCsv, meetingsCsv, threadsCsv, topicsCsv } from "../publish/tables.ts";
import { partsOf, tableOf } from "../publish/parts.ts";
import { askedDay, askedKind, askedSlug, askedSlugIn, offsetOf } from "./asking.ts";
import { attachment } from "./changes.ts";
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
  serve("/topics.csv", ({ origin }) => table("pactline-topics.csv", topicsCsv(archive.topics(), { names, origin })));
  serve("/partnerships/:slug/topics.csv", ({ param, query, origin }) => {
    const slug = askedSlug(param("slug"));
    const { base } = understand({ base: baseParam }, query);
    return slug === null || archive.partnership(slug) === null ? null : table(`${slug}-topics.csv`, matrixCsv(slug, archive.topicMatrix(slug, baseAmong(archive.meetingDays(slug), base)), origin));
  });
  serve("/partnerships/:slug/threads.csv", ({ param, query, origin }) => {
    const slug = askedSlug(param("slug"));
    const { page, base, ...asked } = understand({ ...matrixAsking, base: baseParam, page: paging.page }, query);
    return slug === null || archive.partnership(slug) === null ? null : table(`${slug}-threads.csv`, threadsCsv(slug, archive.threadMatrix(slug, { ...asked, base: baseAmong(archive.meetingDays(slug), base) }, { offset: offsetOf(page, TABLE), limit: TABLE }).items, origin));
  });
  serve("/timeline.csv", ({ query, origin }) => {
    const { page, ...asked } = understand({ ...filtering, page: paging.page }, query);
    const parts = partsOf((slice) => archive.meetings(filterOf(asked), { ...slice, newestFirst: true }), { offset: offsetOf(page, TABLE), limit: TABLE });
    return table("pactline-meetings.csv", tableOf(parts, (items) => meetingsCsv(items, origin)));
  });
  serve("/documents.csv", ({ query, origin }) => {
    const { page, partnership } = understand({ partnership: filtering.partnership, page: paging.page }, query);
    const parts = partsOf((slice) => archive.documents({ ...slice, ...(partnership === undefined ? {} : { partnership }) }), { offset: offsetOf(page, TABLE), limit: TABLE });
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
    const topic = askedSlugIn(query, "topic");
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
  room.serve("/partnerships/:slug/compare/:pair/changes.md", (asked) => {
    const found = findComparison(room, asked);
    return found === null ? null : { body: comparisonMarkdown(found.record, { names: room.names, origin: asked.origin, archive: room.archive }), mediaType: "text/markdown; charset=utf-8" };
  });
  room.serve("/partnerships/:slug/compare/:pair/changes.csv", (asked) => {
    const found = findComparison(room, asked);
    if (found === null) return null;
    const [kind, topic] = [askedKind(asked.query), askedSlugIn(asked.query, "topic")];
    const chosen = byWeight(recordsOf(found.record, room.archive)).filter((change) => (kind === null || change.kind === kind) && (topic === null || change.topic === topic));
    return table(`${found.slug}-changes.csv`, changesCsv(chosen.map((one) => changeEntry(one, asked.origin))));
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
    const { title } = headline({ before: before.held, after: after.held, comparison }, names);
    return picture({ over: after.partnershipName, title, figures: comparison.figures, below: `${count(comparison.changes.length, "change")}, each with its words before and after` });
  });
}

function findComparison({ archive }: Room, { param }: Asked): { readonly slug: Slug; readonly record: ComparisonRecord } | null {
  const slug = askedSlug(param("slug"));
  const [before = null, after = null] = param("pair").split("..").map(askedDay);
  const record = slug === null || before === null || after === null ? null : archive.comparison(slug, before, after);
  return slug === null || record === null ? null : { slug, record };
}

function table(name: string, body: Text["body"]): Text {
  return { body, mediaType: "text/csv; charset=utf-8", headers: attachment(name) };
}
