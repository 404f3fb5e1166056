/**
 * The timeline: all meetings and milestones in time, a lane for each partnership, and the same as a table.
 */
import type { MeetingSummary, TimelineMilestone } from "../../server/archive/types.ts";
import { documentHref, milestonesHref, timelineHref, type TimelineQuery, twinOf } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { clip, count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import type { Chip } from "../parts/controls.ts";
import type { EmptyModel } from "../parts/empty.ts";
import { type FiltersModel, filtersModel } from "../parts/filters.ts";
import { type LaneInput, lanesModel, type LanesModel } from "../parts/lanes.ts";
import { meetingRow, type MeetingRow } from "../parts/meetings.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { kindModel } from "../vocabulary.ts";

export interface MilestoneRow {
  readonly date: string;
  readonly machine: string;
  readonly words: string;
  readonly document: { readonly label: string; readonly href: string };
}

export interface TimelinePage extends Page {
  readonly template: "timeline";
  readonly filters: FiltersModel;
  readonly found: string;
  /** Years to look into, and the way back to all of them. */
  readonly zoom: readonly Chip[];
  /** What bars and figures count, where the filters might let one expect less. */
  readonly scope: string | null;
  readonly lanes: LanesModel | null;
  /** Null where a meeting is let through, on this page or another. */
  readonly empty: EmptyModel | null;
  readonly pager: PagerModel | null;
  readonly rows: readonly MeetingRow[];
  readonly rowsPager: PagerModel | null;
  /** The latest of the milestones on this page. */
  readonly milestones: readonly MilestoneRow[];
}

/** Milestones that are told in words; the others are told by the partnerships' own pages. */
const TOLD = 40;

export interface Slice<One> {
  readonly items: readonly One[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

export interface TimelineInput {
  readonly query: TimelineQuery;
  readonly lanes: Slice<LaneInput>;
  readonly table: Slice<MeetingSummary>;
  readonly offered: { readonly parties: readonly string[]; readonly partnerships: readonly { readonly slug: string; readonly name: string }[] };
}

export function timelinePage({ query, lanes, table, offered }: TimelineInput, names: Names): TimelinePage {
  const filters = filtersModel(query, { ...offered, names, label: "Filter the timeline", href: timelineHref });
  const about = filters.set.map(({ label }) => label).join(", ");
  return {
    template: "timeline",
    head: listHead({
      title: about === "" ? "Timeline" : `Timeline: ${about}`,
      description: "Meetings and milestones of partnerships between governments in time, with what changed at each.",
      path: timelineHref({ ...query, page: null, rows: null }),
      twin: twinOf(timelineHref(query)),
      take: [{ label: "CSV", href: timelineHref({ ...query, page: null, rows: null }).replace("/timeline", "/timeline.csv") }, { label: "CSV of milestones", href: milestonesHref({ ...query, page: null, rows: null }) }],
    }),
    trail: [],
    filters,
    found: `${count(table.total, "meeting")} in ${count(lanes.total, "partnership")}`,
    zoom: zoomChips(lanes.items, query),
    scope: scopeOf(query),
    lanes: lanes.items.length === 0 ? null : lanesModel(lanes.items, { since: query.since ?? null, until: query.until ?? null, kind: query.kind ?? null }),
    empty: lanes.total > 0 ? null : { title: "No meeting is left", words: "No meeting of the archive is let through by all of these filters.", href: filters.action, label: "Take all filters off" },
    pager: pager({ ...lanes, shown: lanes.items.length, noun: "partnerships" }, (page) => timelineHref({ ...query, page, rows: null })),
    rows: table.items.map(meetingRow),
    rowsPager: pager({ ...table, shown: table.items.length, noun: "meetings" }, (rows) => `${timelineHref({ ...query, rows })}#table`),
    milestones: lanes.items.flatMap((lane) => lane.milestones).toSorted((a, b) => (a.date < b.date ? 1 : -1)).slice(0, TOLD).map(milestoneRow),
  };
}

/** Filters choose meetings; what is told of each is told of the whole of it, but for the kind that is drawn. */
function scopeOf({ kind, topic }: TimelineQuery): string | null {
  const hasTopic = topic !== null && topic !== undefined;
  if (kind === null || kind === undefined) return hasTopic ? "Bars and figures are those of the whole meetings, not of this topic alone." : null;
  return `The bars show only what is ${kindModel(kind).word}${hasTopic ? ", of any topic" : ""}; the figures in the table are those of whole meetings.`;
}

const YEARS = 14;

/** The years of the meetings that are drawn. */
function zoomChips(lanes: readonly LaneInput[], query: TimelineQuery): readonly Chip[] {
  const drawn = [...new Set(lanes.flatMap(({ meetings }) => meetings.map(({ held }) => held.slice(0, 4))))].sort().slice(-YEARS);
  const zoomed = query.since !== null && query.since !== undefined;
  // Within one year the years beside it are offered, though none of their meetings is drawn.
  const only = zoomed && query.since === query.until && query.since?.length === 4 ? Number(query.since) : null;
  const years = only === null ? drawn : [only - 1, only, only + 1].map(String);
  if (years.length < 2 && !zoomed) return [];
  const to = (since: string | null, until: string | null): string => timelineHref({ ...query, since, until, page: null, rows: null });
  return [{ label: "All years", href: to(null, null), current: !zoomed }, ...years.map((year) => ({ label: year, href: to(year, year), current: query.since === year && query.until === year }))];
}

export function milestoneRow({ date, plain, sha256, documentTitle, start, end }: TimelineMilestone): MilestoneRow {
  return { date: longDate(date), machine: date, words: clip(plain.replace(/\s+/g, " "), 280), document: { label: documentTitle, href: `${documentHref(sha256)}#m-${start}-${end}` } };
}
