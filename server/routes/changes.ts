/**
 * The stream of changes: the page, and the same values as a table, as Markdown and as JSON.
 */
import { changesHref } from "../../views/addresses.ts";
import { count, digits } from "../../views/grammar.ts";
import { changesPage } from "../../views/pages/changes.ts";
import type { ArchiveReader, ChangeRecord, DocumentSummary, NewsFilter } from "../archive/types.ts";
import { filtering, filterOf, optionalWords, paging, understanding } from "../publish/api-asking.ts";
import { changeEntry, NEWS_KINDS, newsEntry, type NewsEntry } from "../publish/entries.ts";
import { type Known, knownFilter } from "../publish/known.ts";
import { markdownOf } from "../publish/markdown.ts";
import { link } from "../publish/markdown-signs.ts";
import { made, partsOf, tableOf } from "../publish/parts.ts";
import { changesCsv } from "../publish/tables.ts";
import { parseWanted } from "../publish/wanted.ts";
import { offsetOf } from "./asking.ts";
import { offered } from "./offering.ts";
import type { Text } from "./packing.ts";
import type { Room } from "./room.ts";

const LIMIT = 30;
/** Rows of a table that is taken away (`page` gives those that follow), and changes of a text that is read. */
const TABLE = 5_000;
const TEXT = 500;
/** Changes of a text that are made at a stroke: each has its redline. */
const REDLINES = 25;

export function mountChanges(room: Room): void {
  const { archive, names } = room;
  const offers = offered(archive);
  room.serve("/changes.json", ({ query, origin }) => {
    const { filter } = askedNews(query, room);
    const { page, limit } = understandPage(query);
    const { items, total } = archive.news(filter, { offset: offsetOf(page, limit), limit });
    const next = page * limit < total ? `${origin}${changesHref({ ...strings(query), page: page + 1 }, ".json")}` : null;
    return json({ items: items.map((one) => newsEntry(one, origin)), total, page, limit, next });
  });
  room.serve("/changes.csv", ({ query, origin }) => {
    const { page } = understandPage(query);
    const { filter } = askedNews(query, room);
    const parts = partsOf((slice) => archive.news(filter, slice), { offset: offsetOf(page, TABLE), limit: TABLE });
    const { total } = archive.news(filter, { offset: 0, limit: 0 });
    const next = page * TABLE < total ? { Link: `<${origin}${changesHref({ ...strings(query), page: page + 1 }, ".csv")}>; rel="next"` } : {};
    return { body: tableOf(parts, (items) => changesCsv(items.map((one) => changeEntry(one, origin)))), mediaType: "text/csv; charset=utf-8", headers: { ...attachment("pactline-changes.csv"), ...next } };
  });
  room.serve("/changes.md", ({ query, origin }) => {
    const { filter } = askedNews(query, room);
    const { page } = understandPage(query);
    const parts = partsOf((slice) => archive.news(filter, slice), { offset: offsetOf(page, TEXT), limit: TEXT }, REDLINES);
    const { total } = archive.news(filter, { offset: 0, limit: 0 });
    const next = `${origin}${changesHref({ ...strings(query), page: page + 1 }, ".md")}`;
    const end = page * TEXT < total ? `Of ${count(total, "change")}, ${digits(offsetOf(page, TEXT) + 1)} to ${digits(page * TEXT)} stand here. ${link("Those that follow", next)}` : null;
    const told = function* (all: typeof parts): Generator<readonly NewsEntry[]> {
      for (const items of all) yield items.map((one) => newsEntry(one, origin));
    };
    return { body: made(parts, (all) => markdownOf("Changes", told(all), { names, end })), mediaType: "text/markdown; charset=utf-8" };
  });
  room.page("/changes", ({ query }) => {
    const { filter, shown } = askedNews(query, room);
    const { page } = understandPage(query);
    const changes = archive.news(filter, { offset: offsetOf(page, LIMIT), limit: LIMIT });
    return changesPage({ query: { ...shown, page }, changes, respelled: changes.total === 0 && shown.q !== null ? archive.respell(shown.q) : null, offered: offers() }, { names, documents: quotedDocuments(archive, changes.items) });
  });
}

const SHAPE = { ...filtering, q: optionalWords };
const understandNews = understanding(SHAPE);
/** The part of a list that is asked for. */
export const understandPage = understanding(paging);

interface AskedNews {
  readonly filter: NewsFilter;
  readonly shown: Readonly<Record<keyof typeof SHAPE, string | null>> & { readonly kind: NewsFilter["kind"] | null };
}

/** What is asked of the stream; what is only said again comes where it is asked for. */
export function askedNews(query: Readonly<Record<string, string>>, known: Known): AskedNews {
  const asked = understandNews(query);
  const { q = null } = asked;
  const own = knownFilter(filterOf(asked), known);
  const { partnership = null, party = null, topic = null, kind = null, since = null, until = null } = own;
  const filter = { ...own, ...(kind === null ? { kinds: NEWS_KINDS } : {}), ...(q === null ? {} : { words: parseWanted(q) }) };
  return { filter, shown: { partnership, party, topic, kind, since, until, q } };
}

/** The documents that changes quote, each once. */
export function quotedDocuments(archive: ArchiveReader, changes: readonly ChangeRecord[]): ReadonlyMap<string, DocumentSummary> {
  const names = new Set(changes.flatMap(({ beforeCommitments, afterCommitments }) => [...beforeCommitments, ...afterCommitments].map(({ sha256 }) => sha256)));
  return new Map([...names].flatMap((sha256) => {
    const summary = archive.summary(sha256);
    return summary === null ? [] : [[sha256, summary] as const];
  }));
}

export function json(value: unknown): Text {
  return { body: `${JSON.stringify(value)}\n`, mediaType: "application/json; charset=utf-8", headers: { "Access-Control-Allow-Origin": "*" } };
}

export function attachment(name: string): Readonly<Record<string, string>> {
  return { "Content-Disposition": `attachment; filename="${name}"` };
}

function strings({ page: _, ...query }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return query;
}
