/**
 * One partnership: its meetings on a line, the latest comparison in figures, topics by meetings, threads.
 */
import type { Compared, MeetingSummary, PartnershipSummary, ThreadOutline, TimelineMilestone } from "../../server/archive/types.ts";
import { briefHref, cardHref, changesHref, comparisonHref, documentsHref, milestonesHref, partnershipHref, partnershipsHref, type Query, timelineHref, twinOf } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count, list } from "../grammar.ts";
import { headline } from "../headline.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { figureTiles, type FigureModel } from "../parts/figures.ts";
import { lanesModel, type LanesModel } from "../parts/lanes.ts";
import { type MatrixInput, matrixModel, type MatrixModel, type MatrixQuery } from "../parts/matrix.ts";
import { meetingRow, type MeetingRow } from "../parts/meetings.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { threadCard, type ThreadCard } from "../parts/threads.ts";
import { type MilestoneRow, milestoneRow, type Slice } from "./timeline.ts";
import { streamFeeds } from "../parts/feeds.ts";

export interface PartnershipPage extends Page {
  readonly template: "partnership";
  readonly name: string;
  readonly parties: string;
  readonly facts: string;
  readonly documents: string;
  readonly timeline: string;
  /** The stream of its changes, and its brief since the meeting before the last. */
  readonly changes: string;
  readonly brief: string;
  readonly lanes: LanesModel | null;
  readonly latest: { readonly title: string; readonly href: string; readonly deck: readonly string[]; readonly tiles: readonly FigureModel[] } | null;
  readonly matrix: MatrixModel | null;
  readonly threads: readonly ThreadCard[];
  readonly threadsPager: PagerModel | null;
  readonly meetings: readonly MeetingRow[];
  readonly meetingsPager: PagerModel | null;
  readonly milestones: readonly MilestoneRow[];
}

export interface PartnershipInput {
  readonly partnership: PartnershipSummary;
  readonly meetings: Slice<MeetingSummary>;
  /** The meetings on the line: more than on the table's page, but not without end. */
  readonly line: readonly MeetingSummary[];
  readonly milestones: readonly TimelineMilestone[];
  readonly latest: Compared | null;
  readonly matrix: Omit<MatrixInput, "query">;
  readonly threads: Slice<ThreadOutline>;
  readonly query: MatrixQuery & { readonly meetings: number; readonly threads: number };
}

export function partnershipPage(input: PartnershipInput, names: Names): PartnershipPage {
  const { partnership, meetings, milestones, threads, query } = input;
  const { slug, name } = partnership;
  const href = (change: Partial<PartnershipInput["query"]>): string => partnershipHref(slug, addressed({ ...query, ...change }));
  const parties = list(partnership.parties.map(names.party));
  return {
    template: "partnership",
    head: listHead({ title: name, description: `${name}: ${count(partnership.meetings, "meeting")} from ${longDate(partnership.firstHeld)} to ${longDate(partnership.lastHeld)}, with what changed from each to the next.`, path: partnershipHref(slug), twin: twinOf(href({})), feeds: streamFeeds({ partnership: slug }), image: cardHref(partnershipHref(slug)), take: [{ label: "CSV of its meetings", href: `${partnershipHref(slug)}/meetings.csv` }, { label: "CSV of its topics", href: `${partnershipHref(slug)}/topics.csv` }, { label: "CSV of its threads", href: `${partnershipHref(slug)}/threads.csv` }, { label: "CSV of its milestones", href: milestonesHref({ partnership: slug }) }] }),
    trail: [{ label: "Partnerships", href: partnershipsHref() }],
    name,
    parties,
    facts: `${count(partnership.meetings, "meeting")}, ${count(partnership.documents, "document")}, ${longDate(partnership.firstHeld)} to ${longDate(partnership.lastHeld)}`,
    documents: documentsHref({ partnership: slug }),
    timeline: timelineHref({ partnership: slug }),
    changes: changesHref({ partnership: slug }),
    brief: briefHref({ since: partnership.lastHeld, partnership: slug }),
    lanes: input.line.length === 0 ? null : lanesModel([{ slug, name, meetings: input.line, milestones }], { since: null, until: null }),
    latest: input.latest === null ? null : latestModel(input.latest, { slug, names }),
    matrix: matrixModel({ ...input.matrix, query }, { slug, names, href: (change) => `${href(change)}#matrix` }),
    threads: threads.items.flatMap((thread) => threadCard(thread, names) ?? []),
    threadsPager: pager({ ...threads, shown: threads.items.length, noun: "threads" }, (page) => `${href({ threads: page })}#threads`),
    meetings: meetings.items.map(meetingRow),
    meetingsPager: pager({ ...meetings, shown: meetings.items.length, noun: "meetings" }, (page) => `${href({ meetings: page })}#meetings`),
    milestones: milestones.map(milestoneRow),
  };
}

/** What is as it is without being asked for stays out of the address. */
function addressed({ meetings, columns, threads, rows, page, spoken, ...rest }: PartnershipInput["query"]): Query {
  const part = (at: number): number | null => (at > 1 ? at : null);
  return { rows: rows === "topics" ? null : rows, ...rest, spoken: spoken === "again" ? null : spoken, page: part(page), columns: part(columns), threads: part(threads), meetings: part(meetings) };
}

/** Parties that a list has anew are told by the comparison's own page: their lists are read with whole snapshots, which this page needs for nothing else. */
function latestModel({ before, after, comparison }: Compared, { slug, names }: { readonly slug: string; readonly names: Names }): PartnershipPage["latest"] {
  const pair = [before, after] as const;
  const { title, sentences } = headline({ before: { held: before }, after: { held: after }, comparison }, names);
  return { title, href: comparisonHref(slug, pair), deck: sentences, tiles: figureTiles(comparison.figures, { href: (kind) => comparisonHref(slug, pair, { kind }), current: null }) };
}
