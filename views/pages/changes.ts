/**
 * The stream of changes: what meetings said anew, the latest first, by any filter; each filter is an address, a feed and
 * a table.
 */
import type { ChangeRecord } from "../../server/archive/types.ts";
import { briefHref, changesHref, type TimelineQuery, twinOf } from "../addresses.ts";
import { count } from "../grammar.ts";
import { type Link, listHead, type Page } from "../page.ts";
import type { EmptyModel } from "../parts/empty.ts";
import { streamFeeds } from "../parts/feeds.ts";
import { type FiltersModel, filtersModel } from "../parts/filters.ts";
import { type NewsGroup, newsGroups, type NewsMeans } from "../parts/news.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import type { Slice } from "./timeline.ts";

export interface ChangesPage extends Page {
  readonly template: "changes";
  readonly filters: FiltersModel;
  readonly found: string;
  readonly empty: EmptyModel | null;
  readonly brief: string;
  readonly forms: readonly Link[];
  readonly groups: readonly NewsGroup[];
  readonly pager: PagerModel | null;
}

export interface ChangesInput {
  readonly query: TimelineQuery;
  readonly changes: Slice<ChangeRecord>;
  /** The words asked for as the archive spells them; null where it knows them, or nothing near. */
  readonly respelled: string | null;
  readonly offered: { readonly parties: readonly string[]; readonly partnerships: readonly { readonly slug: string; readonly name: string }[] };
}

export function changesPage({ query, changes, respelled, offered }: ChangesInput, means: NewsMeans): ChangesPage {
  const { names } = means;
  const filters = filtersModel(query, { ...offered, names, label: "Filter the changes", href: changesHref, words: 'added:"age verification"' });
  const about = filters.set.map(({ label }) => label).join(", ");
  const { page: _, ...filter } = query;
  const take = [
    { label: "CSV", href: changesHref(filter, ".csv") },
    { label: "Markdown", href: changesHref(filter, ".md") },
  ];
  const feeds = streamFeeds(query);
  return {
    template: "changes",
    head: listHead({
      title: about === "" ? "Changes" : `Changes: ${about}`,
      description: "What meetings of partnerships between governments said anew, with the words before and after.",
      path: changesHref(filter),
      twin: twinOf(changesHref(query)),
      feeds,
      take,
    }),
    trail: [],
    filters,
    found: count(changes.total, "change"),
    empty: changes.total > 0 ? null : emptyModel({ respelled, filter, all: filters.action }),
    brief: briefHref({ since: query.since, until: query.until, partnership: query.partnership, topic: query.topic }),
    forms: [...feeds.map(({ title, href }) => ({ label: title, href })), ...take, { label: "JSON", href: changesHref(filter, ".json") }],
    groups: newsGroups(changes.items, means),
    pager: pager({ ...changes, shown: changes.items.length, noun: "changes" }, (page) => changesHref({ ...query, page })),
  };
}

function emptyModel({ respelled, filter, all }: { readonly respelled: string | null; readonly filter: TimelineQuery; readonly all: string }): EmptyModel {
  const title = "No change is left";
  if (respelled !== null) return { title, words: `Nothing has “${filter.q}” as it is written.`, href: changesHref({ ...filter, q: respelled }), label: `Look for “${respelled}” instead` };
  return { title, words: "No change of the archive is let through by all of these filters.", href: all, label: "Take all filters off" };
}
