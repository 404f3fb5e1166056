/**
 * Who did what, when and why: all acts on record, or those that concern one document or commitment.
 */
import type { HistoryEntry } from "../../server/archive/types.ts";
import { historyHref, twinOf } from "../addresses.ts";
import { count } from "../grammar.ts";
import { listHead, type Page } from "../page.ts";
import { type ActRow, actRow } from "../parts/acts.ts";
import { pager, type PagerModel } from "../parts/pager.ts";

export interface HistoryPage extends Page {
  readonly template: "history";
  readonly summary: string;
  readonly rows: readonly ActRow[];
  readonly pager: PagerModel | null;
}

export interface HistoryInput {
  readonly items: readonly HistoryEntry[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly query: { readonly document: string | null; readonly commitment: string | null; readonly page: number };
}

export function historyPage({ items, total, offset, limit, query }: HistoryInput): HistoryPage {
  const { page, ...of } = query;
  const href = historyHref(of);
  const about = of.document !== null ? "one document" : of.commitment !== null ? "one commitment" : null;
  return {
    template: "history",
    head: { ...listHead({ title: about === null ? "History" : `History of ${about}`, description: "Who did what in this archive, when and why.", path: href, twin: twinOf(href), take: [{ label: "CSV", href: historyHref(of, ".csv") }] }), indexed: false },
    trail: about === null ? [] : [{ label: "History", href: historyHref() }],
    summary: about === null ? `${count(total, "act")} on record, the latest first. Nothing here is ever changed or taken away.` : `${count(total, "act")} on record that concern ${about}, the latest first.`,
    rows: items.map((entry) => actRow(entry, null)),
    pager: pager({ offset, limit, total, shown: items.length, noun: "acts" }, (number) => historyHref({ ...of, page: number })),
  };
}
