/**
 * Search: documents, commitments or changes by their words, narrowed by facets, with when the words were first and last
 * seen. Each narrowing is an address; each search is a feed.
 */
import type { ChangeRecord, Facet, FacetName, FoundHit, Scope, Seen } from "../../server/archive/types.ts";
import { changesHref, commitmentHref, documentHref, searchHref, topicHref, twinOf, withQuery } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import { count, digits } from "../grammar.ts";
import { type Link, listHead, type Page } from "../page.ts";
import type { Chip } from "../parts/controls.ts";
import type { EmptyModel } from "../parts/empty.ts";
import { emptySearch, SCOPE_NOUN } from "../parts/empty-search.ts";
import { streamFeeds } from "../parts/feeds.ts";
import { type NewsGroup, newsGroups, type NewsMeans } from "../parts/news.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { documentWord, isKind, kindModel, stageWord } from "../vocabulary.ts";
import { STAGES } from "../../snapshots/index.ts";

export interface HitModel {
  readonly title: string;
  readonly href: string;
  readonly snippet: FoundHit["snippet"];
  readonly language: string;
  readonly date: string;
  readonly machine: string;
  readonly label: string;
  readonly partnership: string | null;
  readonly topic: Link | null;
  readonly source: Link | null;
  readonly digest: boolean;
}

export interface FacetModel {
  readonly label: string;
  readonly values: readonly { readonly label: string; readonly amount: string; readonly href: string; readonly current: boolean }[];
}

export interface SearchPage extends Page {
  readonly template: "search";
  readonly text: string;
  readonly scope: Scope;
  readonly scopes: readonly Chip[];
  readonly found: string | null;
  readonly corrected: { readonly typed: string; readonly shown: string; readonly href: string } | null;
  readonly seen: { readonly documents: string; readonly first: Link & { readonly date: string }; readonly last: (Link & { readonly date: string }) | null } | null;
  readonly empty: EmptyModel | null;
  readonly facets: readonly FacetModel[];
  readonly set: readonly Link[];
  readonly hits: readonly HitModel[];
  readonly groups: readonly NewsGroup[];
  readonly pager: PagerModel | null;
  readonly forms: readonly Link[];
  readonly tips: readonly Link[];
}

/** What a search found, by whatever it was asked. */
export interface SearchResult {
  readonly scope: Scope;
  /** Whether any word was asked for that must stand. */
  readonly sought: boolean;
  readonly hits: readonly FoundHit[];
  readonly changes: readonly ChangeRecord[];
  readonly total: number;
  readonly facets: readonly Facet[];
  /** What was searched instead, where nothing has the words as they were typed. */
  readonly corrected: string | null;
  readonly seen: Seen | null;
}

export interface SearchInput {
  readonly text: string;
  readonly chosen: Readonly<Partial<Record<FacetName, string>>>;
  readonly page: number;
  readonly limit: number;
  /** Null while nothing is asked. */
  readonly result: SearchResult | null;
}

const SCOPE_WORDS: Readonly<Record<Scope, string>> = { commitments: "Commitments", documents: "Documents", changes: "Changes" };
const FACET_WORDS: Readonly<Record<FacetName, string>> = { partnership: "Partnership", topic: "Topic", kind: "Kind", year: "Year" };
/** Values of a facet that are shown. */
const VALUES = 8;

export function searchPage(input: SearchInput, means: NewsMeans & { readonly partnershipName: (slug: string) => string }): SearchPage {
  const { text, chosen, page, limit, result } = input;
  const scope = result?.scope ?? "commitments";
  // Links lead to what is shown: what was typed may have nothing, and a feed of it would stay empty.
  const shown = result?.corrected ?? text;
  const href = (change: Readonly<Record<string, string | number | null>>): string => searchHref({ q: shown, in: scope === "commitments" ? null : scope, ...chosen, ...change });
  const name = (facet: FacetName, value: string): string => valueWord(facet, value, means);
  const asked = result !== null;
  const feed = { q: shown, partnership: chosen.partnership ?? null, topic: chosen.topic ?? null };
  const feeds = asked ? streamFeeds(feed) : [];
  return {
    template: "search",
    head: {
      ...listHead({ title: asked ? `Search: ${text}` : "Search", description: "Full text search over documents, commitments and changes.", path: searchHref({ q: asked ? text : null }), twin: twinOf(href({ page })), feeds, take: asked ? [{ label: "CSV", href: href({}).replace("/search", "/search.csv") }] : [] }),
      indexed: false,
    },
    trail: [],
    text,
    scope,
    scopes: asked ? (["commitments", "documents", "changes"] as const).map((one) => ({ label: SCOPE_WORDS[one], href: searchHref({ q: shown, in: one === "commitments" ? null : one }), current: one === scope })) : [],
    found: asked ? count(result.total, SCOPE_NOUN[scope]) : null,
    corrected: result === null || result.corrected === null ? null : { typed: text, shown: result.corrected, href: searchHref({ q: result.corrected, in: scope === "commitments" ? null : scope }) },
    seen: result === null || result.seen === null ? null : seenModel(result.seen),
    empty: result === null || result.total > 0 ? null : emptySearch(result, { text: shown, narrowed: Object.keys(chosen).length > 0, hrefIn: (one) => searchHref({ q: shown, in: one === "commitments" ? null : one }) }),
    facets: (result?.facets ?? []).map((facet) => facetModel(facet, { chosen, name, href })),
    set: (Object.entries(chosen) as readonly (readonly [FacetName, string])[]).map(([facet, value]) => ({ label: `${FACET_WORDS[facet]}: ${name(facet, value)}`, href: href({ [facet]: null }) })),
    hits: (result?.hits ?? []).map((hit) => hitModel(hit, means)),
    groups: newsGroups(result?.changes ?? [], means),
    pager: result === null ? null : pager({ total: result.total, offset: (page - 1) * limit, limit, shown: result.hits.length + result.changes.length, noun: SCOPE_WORDS[scope].toLowerCase() }, (to) => href({ page: to })),
    forms: asked ? [...feeds.map(({ title, href: to }) => ({ label: title, href: to })), { label: "As a stream", href: changesHref(feed) }] : [],
    tips: TIPS,
  };
}

const TIPS: readonly Link[] = ['"artificial intelligence"', "semiconductors", "5G OR 6G", "cyber*", "quantum -computing", 'added:"supply chain"', 'removed:"artificial intelligence"'].map((words) => ({ label: words, href: withQuery("/search", { q: words }) }));

function hitModel(hit: FoundHit, { names }: NewsMeans): HitModel {
  const isCommitment = hit.kind === "commitment";
  return {
    title: hit.documentTitle,
    href: isCommitment ? commitmentHref(hit.id) : documentHref(hit.id),
    snippet: hit.snippet,
    language: hit.language,
    date: longDate(hit.held),
    machine: hit.held,
    label: labelWord(hit.label),
    partnership: hit.partnershipName,
    topic: hit.topic === null ? null : { label: names.shortTopic(hit.topic), href: topicHref(hit.topic) },
    source: isCommitment ? { label: hit.documentTitle, href: documentHref(hit.sha256) } : null,
    digest: hit.documentKind === "digest",
  };
}

function seenModel({ documents, first, last }: Seen): SearchPage["seen"] {
  const link = ({ title, sha256, published }: Seen["first"]) => ({ label: title, href: documentHref(sha256), date: shortDate(published) });
  return { documents: count(documents, "document"), first: link(first), last: documents === 1 ? null : link(last) };
}

interface FacetMeans {
  readonly chosen: SearchInput["chosen"];
  readonly name: (facet: FacetName, value: string) => string;
  readonly href: (change: Readonly<Record<string, string | null>>) => string;
}

function facetModel({ name, values }: Facet, { chosen, name: word, href }: FacetMeans): FacetModel {
  return {
    label: FACET_WORDS[name],
    values: values.slice(0, VALUES).map(({ value, count: amount }) => ({ label: word(name, value), amount: digits(amount), href: href({ [name]: chosen[name] === value ? null : value }), current: chosen[name] === value })),
  };
}

function valueWord(facet: FacetName, value: string, { names, partnershipName }: NewsMeans & { readonly partnershipName: (slug: string) => string }): string {
  if (facet === "partnership") return partnershipName(value);
  if (facet === "topic") return names.shortTopic(value);
  if (facet === "year") return value;
  return labelWord(value);
}

/** The word of a kind of change, a stage or a kind of document. */
function labelWord(label: string): string {
  const stage = STAGES.find((one) => one === label);
  return isKind(label) ? kindModel(label).word : stage === undefined ? documentWord(label) : stageWord(stage);
}
