/**
 * Where everything is found: one function for each kind of address, and nowhere else a path that is put together.
 */
import type { ChangeKind, Strictness } from "../snapshots/index.ts";

export type Query = Readonly<Record<string, string | number | null | undefined>>;

export interface TimelineQuery {
  readonly party?: string | null;
  readonly topic?: string | null;
  readonly partnership?: string | null;
  readonly kind?: ChangeKind | null;
  readonly since?: string | null;
  readonly until?: string | null;
  /** Free words, where the page takes them. */
  readonly q?: string | null;
  readonly page?: number | null;
  readonly rows?: number | null;
}

export const VIEWS = ["list", "side", "text"] as const;
export type View = (typeof VIEWS)[number];

/** The weightiest first, or as they stand in the texts. */
export const ORDERS = ["weight", "text"] as const;
export type Order = (typeof ORDERS)[number];

export interface ComparisonQuery {
  readonly view?: View | null;
  readonly kind?: ChangeKind | null;
  readonly topic?: string | null;
  readonly order?: Order | null;
  /** How strictly commitments are held to be the same undertaking. */
  readonly links?: Strictness | null;
  readonly page?: number | null;
}

/** A path with a query; what is null or the first page is left out. */
export function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).filter(([name, value]) => value !== null && value !== undefined && value !== "" && !((name === "page" || name === "rows") && value === 1));
  return pairs.length === 0 ? path : `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&")}`;
}

/** The JSON twin of a page. */
export function twinOf(address: string): string {
  const [path = "", query] = address.split("?");
  return `${path === "/" ? "/index" : path}.json${query === undefined ? "" : `?${query}`}`;
}

export const homeHref = "/";
export const aboutHref = "/about";

export function timelineHref(query: TimelineQuery = {}): string {
  return withQuery("/timeline", { ...query });
}

/** Milestones as a table, by what filters the timeline. */
export function milestonesHref(query: TimelineQuery = {}): string {
  return withQuery("/milestones.csv", { ...query });
}

export function partnershipsHref(page = 1): string {
  return withQuery("/partnerships", { page });
}

export function partnershipHref(slug: string, query: Query = {}): string {
  return withQuery(`/partnerships/${encodeURIComponent(slug)}`, query);
}

export function meetingHref(slug: string, held: string, query: Query = {}): string {
  return withQuery(`/partnerships/${encodeURIComponent(slug)}/${held}`, query);
}

/** The matrix of a partnership, by what its rows are, as a table. */
export function matrixFormHref(slug: string, rows: "topics" | "threads", query: Query): string {
  return withQuery(`/partnerships/${encodeURIComponent(slug)}/${rows}.csv`, query);
}

/** The same for programs. */
export function matrixApiHref(slug: string, rows: "topics" | "threads", query: Query): string {
  return withQuery(`/api/v1/partnerships/${encodeURIComponent(slug)}/${rows}`, query);
}

/** The documents of a meeting beside each other. */
export function witnessesHref(slug: string, held: string, query: Query = {}): string {
  return withQuery(`/partnerships/${encodeURIComponent(slug)}/${held}/documents`, query);
}

export function comparisonHref(slug: string, [before, after]: readonly [string, string], query: ComparisonQuery = {}): string {
  const { view, order, links, ...rest } = query;
  return withQuery(`/partnerships/${encodeURIComponent(slug)}/compare/${before}..${after}`, { view: view === "list" ? null : view, ...rest, order: order === "weight" ? null : order, links: links === "balanced" ? null : links });
}

/** The fragment of a change on its comparison's page. */
export function changeAnchor(id: string): string {
  return `change-${id.replace(/[^\w.-]+/g, "_")}`;
}

/** A document by the first digits of its name: 48 bits tell apart more documents than there will ever be. */
export function documentHref(sha256: string): string {
  return `/documents/${sha256.slice(0, 12)}`;
}

export function originalHref(sha256: string): string {
  return `/documents/${sha256}/original`;
}

export function documentsHref(query: Query = {}): string {
  return withQuery("/documents", query);
}

export function commitmentHref(id: string): string {
  return `/commitments/${encodeURIComponent(id)}`;
}

/** The fragment of a meeting on a thread's page. */
export function stopAnchor(held: string): string {
  return `at-${held}`;
}

/** The fragment of a commitment on its document's page. */
export function spanAnchor(span: { readonly start: number; readonly end: number }): string {
  return `c-${span.start}-${span.end}`;
}

/** A commitment where it stands in its document. */
export function inTextHref(sha256: string, span: { readonly start: number; readonly end: number }): string {
  return `${documentHref(sha256)}#${spanAnchor(span)}`;
}

export function searchHref(query: Query = {}): string {
  return withQuery("/search", query);
}

/** Forms of the stream of changes, as endings of its address. */
export type StreamForm = "" | ".csv" | ".md" | ".json" | ".atom" | ".rss" | ".feed.json";

/** The stream of changes, by what it is filtered by. */
export function changesHref(query: TimelineQuery = {}, form: StreamForm = ""): string {
  return withQuery(`/changes${form}`, { ...query });
}

export function threadFeedHref(id: string, form: ".atom" | ".rss" | ".feed.json"): string {
  return `${commitmentHref(id)}/changes${form}`;
}

export function briefHref(query: Query = {}, form: "" | ".md" | ".txt" = ""): string {
  return withQuery(`/brief${form}`, query);
}

export const topicsHref = "/topics";

export function topicHref(topic: string): string {
  return `/topics/${encodeURIComponent(topic)}`;
}

/** A meeting as a value in an address: `us-singapore/2024-08-01`. */
export function meetingKey(slug: string, held: string): string {
  return `${slug}/${held}`;
}

export function compareHref(query: Query = {}): string {
  return withQuery("/compare", query);
}

/** Where a page is cited: its own address behind `/cite`. */
export function citeHref(href: string): string {
  return `/cite${href}`;
}

/** One change on a page of its own: an address that stays, whatever stands around it in its comparison. */
export function changeHref({ slug, before, after, id }: { readonly slug: string; readonly before: string; readonly after: string; readonly id: string }): string {
  // Dots at the end would be taken for the end of a sentence where an address stands in a plain text.
  return `${comparisonHref(slug, [before, after])}/changes/${encodeURIComponent(id).replace(/\.+$/, (dots) => "%2E".repeat(dots.length))}`;
}

/** The changes of a comparison in other forms. */
export function comparisonFormHref(slug: string, pair: readonly [string, string], { form, ...query }: ComparisonQuery & { readonly form: ".md" | ".csv" }): string {
  const [path, asked] = comparisonHref(slug, pair, { ...query, view: null, page: null }).split("?");
  return `${path}/changes${form}${asked === undefined ? "" : `?${asked}`}`;
}

/** The same table as CSV, by what narrows it. */
export function csvHref(address: string): string {
  const [path, query] = address.split("?");
  return `${path}.csv${query === undefined ? "" : `?${query}`}`;
}

/** A picture of a page's figures, for previews of links. */
export function cardHref(href: string): string {
  return `${href}/card.svg`;
}

export const apiHref = "/api";
export const openApiHref = "/api/openapi.json";

export const deskHref = "/desk";
export const addHref = "/add";

/** A document that came in and is not archived yet. */
export function draftHref(id: string): string {
  return `/add/drafts/${id}`;
}

/** An import that runs in the background. */
export function importHref(id: string): string {
  return `/add/imports/${id}`;
}

export const signInHref = "/sign-in";

/** Where a document, or a commitment, is set right. */
export function correctHref(href: string): string {
  return `${href}/correct`;
}

export function historyHref(query: Query = {}, form: "" | ".csv" = ""): string {
  return withQuery(`/history${form}`, query);
}

interface ReviewAddress {
  /** The place in the queue, from 1. */
  readonly at?: number;
  readonly kind?: string | null;
  readonly partnership?: string | null;
}

/** The queue of review, by what narrows it. */
export function reviewHref({ at = 1, ...filter }: ReviewAddress = {}): string {
  return withQuery("/review", { ...filter, at: at === 1 ? null : at });
}
