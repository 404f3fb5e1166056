/**
 * Search over documents, commitments and changes: the page, its values as JSON, its hits as a table.
 */
import { searchPage, type SearchResult } from "../../views/pages/search.ts";
import { FACETS, type FacetName } from "../archive/types.ts";
import { narrowing, optionalWords, paging, scopeParam, understanding } from "../publish/api-asking.ts";
import { OPERATIONS } from "../publish/api.ts";
import { changeEntry } from "../publish/entries.ts";
import { partsOf, type Slice, tableOf } from "../publish/parts.ts";
import { searchFor } from "../publish/searching.ts";
import { changesCsv, hitsCsv } from "../publish/tables.ts";
import { asksForChanges } from "../publish/wanted.ts";
import { offsetOf } from "./asking.ts";
import { attachment, json, quotedDocuments } from "./changes.ts";
import { offered } from "./offering.ts";
import type { Room } from "./room.ts";

const LIMIT = 20;
const TABLE = 2_000;
const OPERATION = OPERATIONS.find(({ id }) => id === "search");

export function mountSearch(room: Room): void {
  const { archive, names } = room;
  const offers = offered(archive);
  room.serve("/search.json", ({ query, origin }) => json(query["q"] === undefined ? { items: [], total: 0 } : OPERATION?.run({ params: {}, query }, { archive, names, origin })));
  room.serve("/search.csv", ({ query, origin }) => {
    const { text, scope, chosen } = askedSearch(query);
    const find = (slice: Slice): SearchResult => searchFor(archive, { text, scope, chosen }, slice);
    const all = { offset: 0, limit: TABLE };
    const body =
      scope === "changes" || asksForChanges(text)
        ? tableOf(partsOf((slice) => ({ items: find(slice).changes }), all), (items) => changesCsv(items.map((one) => changeEntry(one, origin))))
        : tableOf(partsOf((slice) => ({ items: find(slice).hits }), all), (items) => hitsCsv(items, origin));
    return { body, mediaType: "text/csv; charset=utf-8", headers: attachment("pactline-search.csv") };
  });
  room.page("/search", ({ query }) => {
    const { text, scope, chosen, page } = askedSearch(query);
    const result = text === "" ? null : searchFor(archive, { text, scope, chosen }, { offset: offsetOf(page, LIMIT), limit: LIMIT });
    const known = new Map(offers().partnerships.map(({ slug, name }) => [slug, name]));
    return searchPage({ text, chosen, page, limit: LIMIT, result }, { names, documents: quotedDocuments(archive, result?.changes ?? []), partnershipName: (slug) => known.get(slug) ?? slug });
  });
}

const understandSearch = understanding({ q: optionalWords, in: scopeParam, page: paging.page, ...narrowing });

function askedSearch(query: Readonly<Record<string, string>>) {
  const { q: text = "", in: scope, page, ...rest } = understandSearch(query);
  const chosen: Partial<Record<FacetName, string>> = {};
  for (const name of FACETS) {
    const value = rest[name];
    if (value !== undefined) chosen[name] = value;
  }
  return { text, scope, chosen, page };
}
