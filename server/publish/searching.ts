/**
 * One search: documents, commitments or changes, spelled anew where the archive does not know a word, with facets and
 * with when the words were first and last seen.
 */
import type { ChangeKind, PartialDate, Slug } from "../../snapshots/index.ts";
import type { SearchResult } from "../../views/pages/search.ts";
import { isKind } from "../../views/vocabulary.ts";
import { toQuery } from "../archive/search-terms.ts";
import type { ArchiveReader, FacetName, NewsFilter, Scope } from "../archive/types.ts";
import type { Slice } from "./parts.ts";
import { asksForChanges, parseWanted } from "./wanted.ts";

export interface SearchQuery {
  readonly text: string;
  readonly scope: Scope;
  readonly chosen: Readonly<Partial<Record<FacetName, string>>>;
}

export function searchFor(archive: ArchiveReader, query: SearchQuery, slice: Slice): SearchResult {
  const scope = asksForChanges(query.text) ? "changes" : query.scope;
  const plain = askOnce(archive, { ...query, scope }, slice);
  if (plain.total > 0) return { ...plain, corrected: null };
  const corrected = archive.respell(query.text);
  return corrected === null ? { ...plain, corrected: null } : { ...askOnce(archive, { ...query, text: corrected, scope }, slice), corrected };
}

function askOnce(archive: ArchiveReader, { text, scope, chosen }: SearchQuery, slice: Slice): Omit<SearchResult, "corrected"> {
  const words = parseWanted(text);
  const sought = toQuery(words.text) !== null;
  const seen = archive.seen(words.text);
  if (scope !== "changes") {
    const { items, total, facets } = archive.find({ text: words.text, scope, chosen }, slice);
    return { scope, sought, hits: items, changes: [], total, facets, seen };
  }
  const filter = newsFilter(words, chosen);
  const { items, total } = archive.news(filter, slice);
  return { scope, sought, hits: [], changes: items, total, facets: archive.newsFacets(filter), seen };
}

function newsFilter(words: NonNullable<NewsFilter["words"]>, { partnership, topic, kind, year }: SearchQuery["chosen"]): NewsFilter {
  const known: ChangeKind | null = kind !== undefined && isKind(kind) ? kind : null;
  return {
    words,
    ...(partnership === undefined ? {} : { partnership: partnership as Slug }),
    ...(topic === undefined ? {} : { topic: topic as Slug }),
    ...(kind === undefined ? {} : { kinds: known === null ? [] : [known] }),
    ...(year === undefined ? {} : { since: year as PartialDate, until: year as PartialDate }),
  };
}
