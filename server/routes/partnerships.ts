/**
 * Partnerships, their meetings, and comparisons of two of them.
 */
import type { Slug } from "../../snapshots/index.ts";
import { type MatrixInput, matrixPart } from "../../views/parts/matrix.ts";
import { comparisonPage } from "../../views/pages/comparison.ts";
import { meetingPage } from "../../views/pages/meeting.ts";
import { partnershipPage } from "../../views/pages/partnership.ts";
import { partnershipsPage } from "../../views/pages/partnerships.ts";
import { witnessesPage } from "../../views/pages/witnesses.ts";
import { baseAmong, baseParam, matrixAsking, paging, rowsParam, understanding } from "../publish/api-asking.ts";
import { type Known, knownTopic } from "../publish/known.ts";
import { askedDay, askedKind, askedLinks, askedOrder, askedSlug, askedTopic, askedView, offsetOf, pageNumber } from "./asking.ts";
import type { Asked, Room } from "./room.ts";

const LIMIT = 40;
const MEETINGS = 20;
const THREADS = 12;
/** Meetings on a partnership's line and in the choice of another base. */
const LINE = 200;

export function mountPartnerships(room: Room): void {
  const { archive, names } = room;
  room.page("/partnerships", ({ query }) => partnershipsPage(archive.partnerships({ offset: offsetOf(pageNumber(query), LIMIT), limit: LIMIT }), names));

  room.page("/partnerships/:slug", ({ param, query }) => {
    const slug = askedSlug(param("slug"));
    const partnership = slug === null ? null : archive.partnership(slug);
    if (slug === null || partnership === null) return null;
    const asked = { ...askedMatrix(query, room), meetings: pageNumber(query, "meetings"), threads: pageNumber(query, "threads") };
    const { latest } = partnership;
    const input = {
      partnership,
      meetings: archive.meetings({ partnership: slug }, { offset: offsetOf(asked.meetings, MEETINGS), limit: MEETINGS, newestFirst: true }),
      line: archive.meetings({ partnership: slug }, { offset: 0, limit: LINE, newestFirst: true }).items,
      milestones: archive.milestones({ partnership: slug }, MEETINGS),
      latest: latest === null ? null : archive.compared(slug, latest.after),
      matrix: matrixOf(room, slug, asked),
      threads: archive.threads(slug, { offset: offsetOf(asked.threads, THREADS), limit: THREADS }),
      query: asked,
    };
    return partnershipPage(input, names);
  });

  room.page("/partnerships/:slug/:date", ({ param, query }) => {
    const [slug, held] = [askedSlug(param("slug")), askedDay(param("date"))];
    if (slug === null || held === null) return null;
    const [meeting, partnership] = [archive.meeting(slug, held), archive.partnership(slug)];
    if (meeting === null || partnership === null) return null;
    return meetingPage({ meeting, partnership, query: { page: pageNumber(query), topic: askedTopic(query, room) } }, names);
  });

  room.page("/partnerships/:slug/:date/documents", ({ param, query }) => {
    const [slug, held] = [askedSlug(param("slug")), askedDay(param("date"))];
    if (slug === null || held === null) return null;
    const [meeting, partnership] = [archive.meeting(slug, held), archive.partnership(slug)];
    if (meeting === null || partnership === null) return null;
    return witnessesPage({ meeting, partnership, comparisons: archive.witnesses(meeting), query: { page: pageNumber(query) } }, names);
  });

  room.page("/partnerships/:slug/compare/:pair", ({ param, query }) => {
    const slug = askedSlug(param("slug"));
    const [before = null, after = null] = param("pair").split("..").map(askedDay);
    const asked = { view: askedView(query), kind: askedKind(query), topic: askedTopic(query, room), order: askedOrder(query), links: askedLinks(query), page: pageNumber(query) };
    if (slug === null || before === null || after === null) return null;
    const record = archive.comparison(slug, before, after);
    if (record === null) return null;
    return comparisonPage({ record, meetings: archive.line(slug, LINE), slug, noteOf: (change) => archive.note("change", change), query: asked }, names);
  });
}

const understandMatrix = understanding({ ...matrixAsking, base: baseParam, rows: rowsParam, page: paging.page });

function askedMatrix(query: Asked["query"], known: Known) {
  const { topic = null, meeting = null, base = null, ...asked } = understandMatrix(query);
  if (topic !== null) knownTopic(topic, known);
  return { ...asked, topic, meeting, base, columns: pageNumber(query, "columns") };
}

/** Rows of threads that had begun by the last of the columns shown. */
function matrixOf({ archive }: Room, slug: Slug, { rows, page, columns, ...filter }: ReturnType<typeof askedMatrix>): Omit<MatrixInput, "query"> {
  const meetings = archive.meetingDays(slug);
  baseAmong(meetings, filter.base);
  const { end, offset, limit } = matrixPart(meetings, { columns, page });
  const until = columns === 1 ? null : (meetings[end - 1] ?? null);
  return rows === "topics" ? { meetings, topics: archive.topicMatrix(slug, filter.base), threads: null } : { meetings, topics: null, threads: archive.threadMatrix(slug, { ...filter, until }, { offset, limit }) };
}
