/**
 * The first page, the timeline and what is said about the site.
 */
import { aboutPage } from "../../views/pages/about.ts";
import { homePage } from "../../views/pages/home.ts";
import { timelinePage } from "../../views/pages/timeline.ts";
import type { LaneInput } from "../../views/parts/lanes.ts";
import type { ArchiveReader, MeetingFilter, PartnershipSummary } from "../archive/types.ts";
import { filtering, filterOf, understanding } from "../publish/api-asking.ts";
import { knownFilter } from "../publish/known.ts";
import { offsetOf, pageNumber } from "./asking.ts";
import { offered } from "./offering.ts";
import type { Room } from "./room.ts";

const HOME = { comparisons: 5, partnerships: 10, lanes: 6 };
/** Lanes on one page of the timeline, and bars in one lane. */
const LANES = 10;
const BARS = 150;
const ROWS = 30;
const MILESTONES = 40;

const understandTimeline = understanding(filtering);

export function mountFront(room: Room): void {
  const { archive, names } = room;
  const offers = offered(archive);
  room.page("/", () => {
    const partnerships = archive.partnerships({ offset: 0, limit: HOME.partnerships }).items;
    const comparisons = partnerships.flatMap(({ slug, latest }) => (latest === null ? [] : [{ slug, ...latest }]));
    return homePage(
      {
        counts: archive.counts(),
        comparisons: comparisons.slice(0, HOME.comparisons).flatMap(({ slug, before, after }) => archive.comparison(slug, before, after) ?? []),
        partnerships,
        lanes: partnerships.slice(0, HOME.lanes).map((one) => lane(archive, one, {})),
      },
      names,
    );
  });
  room.page("/timeline", ({ query }) => {
    const filter = knownFilter(filterOf(understandTimeline(query)), room);
    const [page, rows] = [pageNumber(query), pageNumber(query, "rows")];
    const lanes = archive.partnerships({ offset: offsetOf(page, LANES), limit: LANES }, filter);
    return timelinePage(
      {
        query: { ...filter, page, rows },
        lanes: { ...lanes, items: lanes.items.map((one) => lane(archive, one, filter)) },
        table: archive.meetings(filter, { offset: offsetOf(rows, ROWS), limit: ROWS, newestFirst: true }),
        offered: offers(),
      },
      names,
    );
  });
  room.page("/about", () => aboutPage(archive.counts()));
}

function lane(archive: ArchiveReader, { slug, name }: PartnershipSummary, filter: MeetingFilter): LaneInput {
  const own = { ...filter, partnership: slug };
  return { slug, name, meetings: archive.meetings(own, { offset: 0, limit: BARS, newestFirst: true }).items, milestones: archive.milestones(own, MILESTONES) };
}
