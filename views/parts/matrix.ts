/**
 * A partnership as a matrix: its topics, or its undertakings, by its meetings, with any meeting as the base.
 */
import type { MatrixRows, Spoken, ThreadMatrix, TopicRow } from "../../server/archive/types.ts";
import { commitmentHref, comparisonHref, matrixApiHref, matrixFormHref, meetingHref, type Query } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import { clip, count } from "../grammar.ts";
import type { Names } from "../names.ts";
import type { Link } from "../page.ts";
import type { Chip } from "./controls.ts";
import { type CellModel, threadCells, topicCells } from "./matrix-cells.ts";
import { pager, type PagerModel } from "./pager.ts";

export interface ColumnModel {
  readonly date: string;
  readonly href: string;
  /** Takes this meeting as the base; null for the base itself. */
  readonly base: string | null;
  /** The comparison that this column's kinds come from. */
  readonly comparison: Link | null;
}

export interface MatrixRow {
  readonly label: string;
  /** Of the label; null for our own words. */
  readonly language: string | null;
  readonly href: string;
  readonly cells: readonly CellModel[];
}

export interface MatrixModel {
  readonly title: string;
  readonly caption: string;
  /** Over the first column. */
  readonly corner: string;
  readonly rows: readonly Chip[];
  readonly spoken: readonly Chip[];
  readonly topics: readonly Chip[];
  /** What narrows the rows, and the way back. */
  readonly narrowed: { readonly words: string; readonly all: string } | null;
  /** The base in words, and the way back to the meeting before each. */
  readonly base: { readonly words: string; readonly off: string } | null;
  readonly columns: readonly ColumnModel[];
  /** Threads stand under their topics. */
  readonly groups: readonly { readonly topic: string | null; readonly rows: readonly MatrixRow[] }[];
  /** Said where no row is left. */
  readonly empty: { readonly title: string; readonly words: string; readonly href: string; readonly label: string };
  readonly rowsPager: PagerModel | null;
  readonly pager: PagerModel | null;
  readonly take: readonly Link[];
}

/** What is asked of a matrix, as it stands in an address. */
export interface MatrixQuery {
  readonly rows: MatrixRows;
  readonly topic: string | null;
  readonly meeting: string | null;
  readonly spoken: Spoken;
  readonly base: string | null;
  /** Parts of the columns and of the rows, from 1; that of the columns begins with the latest. */
  readonly columns: number;
  readonly page: number;
}

export interface MatrixInput {
  readonly query: MatrixQuery;
  readonly meetings: readonly string[];
  /** One of them, as the query's rows ask. */
  readonly topics: readonly TopicRow[] | null;
  readonly threads: ThreadMatrix | null;
}

interface MatrixOptions {
  readonly slug: string;
  readonly names: Names;
  /** The page with this matrix. */
  readonly href: (change: Partial<MatrixQuery>) => string;
}

/** As many meetings as can be compared at a glance. */
const COLUMNS = 8;
/** Cells on a page, which stays light that way, and rows that are taken in at a time. */
const CELLS = 144;
const ROWS = 40;
/** Topics that are offered; a row of the other matrix leads to each. */
const TOPICS = 10;

/** Which meetings and rows a page of a matrix shows: where its columns begin and end, and the slice of its rows. */
export function matrixPart(meetings: readonly string[], { columns, page }: Pick<MatrixQuery, "columns" | "page">): MatrixPart {
  const end = Math.max(0, meetings.length - (columns - 1) * COLUMNS);
  const start = Math.max(0, end - COLUMNS);
  const limit = Math.min(ROWS, Math.floor(CELLS / Math.max(1, end - start)));
  return { start, end, offset: (page - 1) * limit, limit };
}

interface MatrixPart {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly limit: number;
}

/** Null where there is nothing to show. */
export function matrixModel(input: MatrixInput, options: MatrixOptions): MatrixModel | null {
  const { query, meetings } = input;
  const { href } = options;
  const part = matrixPart(meetings, query);
  const { start, end } = part;
  if (start === end) return null;
  return {
    title: query.rows === "topics" ? "Topics by meetings" : "Threads by meetings",
    caption: captionOf(query),
    corner: query.rows === "topics" ? "Topic" : "Undertaking",
    rows: [
      { label: "Topics", href: href({ ...PLAIN, rows: "topics" }), current: query.rows === "topics" },
      { label: "Threads", href: href({ ...PLAIN, rows: "threads" }), current: query.rows === "threads" },
    ],
    ...choices(input, options),
    base: query.base === null ? null : { words: longDate(query.base), off: href({ base: null }) },
    columns: meetings.slice(start, end).map((held, at) => columnModel(held, { before: meetings[start + at - 1] ?? null, base: query.base, options })),
    ...rowsOf(input, options, part),
    empty: emptyModel(query, href),
    pager: pager({ total: meetings.length, offset: meetings.length - end, limit: COLUMNS, shown: end - start, noun: "meetings, latest first" }, (columns) => href({ columns, page: 1 })),
    take: takeLinks(query, options.slug),
  };
}

const PLAIN = { topic: null, meeting: null, spoken: "again", page: 1 } as const;

function captionOf({ rows, base }: MatrixQuery): string {
  const since = base === null ? "since the meeting before" : `since ${longDate(base)}, told from there on`;
  if (rows === "topics") return `The furthest stage that each topic had reached at each meeting, the number of its commitments, and what moved ${since}; for silence, how long it has lasted. A cell leads to its threads.`;
  return `Each undertaking by meetings: the stage that it had reached and how it changed ${since}; for silence, how long it has lasted. A cell leads to the thread at that meeting.`;
}

/** What narrows rows of threads. */
function choices({ query, threads }: MatrixInput, { names, href }: MatrixOptions): Pick<MatrixModel, "spoken" | "topics" | "narrowed"> {
  if (threads === null) return { spoken: [], topics: [], narrowed: null };
  const { topic, meeting } = query;
  const offered = threads.topics.filter((one, at) => at < TOPICS || one.topic === topic);
  const parts = [topic === null ? null : `on ${names.shortTopic(topic)}`, meeting === null ? null : `spoken of on ${longDate(meeting)}`].filter((part) => part !== null);
  return {
    spoken: [
      { label: "Spoken of more than once", href: href({ spoken: "again", page: 1 }), current: query.spoken === "again" },
      { label: "Once, too", href: href({ spoken: "all", page: 1 }), current: query.spoken === "all" },
    ],
    topics: offered.map((one) => ({ label: `${names.shortTopic(one.topic)} ${one.threads}`, href: href({ topic: one.topic === topic ? null : one.topic, page: 1 }), current: one.topic === topic })),
    narrowed: parts.length === 0 ? null : { words: `${count(threads.total, "thread")} ${parts.join(", ")}`, all: href({ topic: null, meeting: null, page: 1 }) },
  };
}

function emptyModel({ spoken }: MatrixQuery, href: MatrixOptions["href"]): MatrixModel["empty"] {
  const title = "No thread is left";
  if (spoken === "again") return { title, words: "Nothing here was spoken of at more than one meeting.", href: href({ spoken: "all", page: 1 }), label: "Show what was spoken of once, too" };
  return { title, words: "No undertaking had this topic at this meeting.", href: href({ ...PLAIN, spoken: "all" }), label: "Show all threads" };
}

interface ColumnPlace {
  readonly before: string | null;
  readonly base: string | null;
  readonly options: MatrixOptions;
}

function columnModel(held: string, { before, base, options: { slug, href } }: ColumnPlace): ColumnModel {
  const from = base ?? before;
  const pair = from === null || from === held ? null : from < held ? ([from, held] as const) : ([held, from] as const);
  return {
    date: shortDate(held),
    href: meetingHref(slug, held),
    base: held === base ? null : href({ base: held }),
    comparison: pair === null ? null : { label: `${shortDate(pair[0])} to ${shortDate(pair[1])}`, href: comparisonHref(slug, pair) },
  };
}

type Shown = Pick<MatrixModel, "groups" | "rowsPager">;

function rowsOf(input: MatrixInput, options: MatrixOptions, part: MatrixPart): Shown {
  return input.topics === null ? threadRows(input, options, part) : topicRows(input.topics, options, part);
}

/** Topics that were spoken of by the last of the meetings shown. */
function topicRows(topics: readonly TopicRow[], { names, href }: MatrixOptions, { start, end, offset, limit }: MatrixPart): Shown {
  const toThreads = (topic: string) => (meeting: string) => href({ rows: "threads", topic, meeting, spoken: "all", page: 1 });
  const begun = topics.filter(({ cells }) => cells.slice(start, end).some(({ stage, silentSince }) => stage !== null || silentSince !== null));
  const shown = begun.slice(offset, offset + limit);
  const rows = shown.map(({ topic, cells }) => ({ label: names.shortTopic(topic), language: null, href: href({ rows: "threads", topic, page: 1 }), cells: topicCells(cells, toThreads(topic)).slice(start, end) }));
  return { groups: [{ topic: null, rows }], rowsPager: pager({ total: begun.length, offset, limit, shown: shown.length, noun: "topics" }, (page) => href({ page })) };
}

function threadRows({ threads, query }: MatrixInput, { names, href }: MatrixOptions, { start, end }: MatrixPart): Shown {
  if (threads === null) return { groups: [], rowsPager: null };
  const { items } = threads;
  const groups = [...new Set(items.map(({ topic }) => topic))].map((topic) => ({
    topic: names.shortTopic(topic),
    rows: items.filter((row) => row.topic === topic).map(({ latest, cells }) => ({ label: clip(latest.plain, 120), language: latest.language, href: commitmentHref(latest.id), cells: threadCells(cells, query.base).slice(start, end) })),
  }));
  return { groups, rowsPager: pager({ ...threads, shown: items.length, noun: "threads" }, (page) => href({ page })) };
}

function takeLinks({ rows, topic, meeting, spoken, base }: MatrixQuery, slug: string): readonly Link[] {
  const asked: Query = rows === "topics" ? { base } : { topic, meeting, spoken: spoken === "again" ? null : spoken, base };
  return [
    { label: "CSV", href: matrixFormHref(slug, rows, asked) },
    { label: "JSON", href: matrixApiHref(slug, rows, asked) },
  ];
}
