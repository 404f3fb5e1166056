/**
 * All documents, newest first, or those of one partnership, or those that belong to none.
 */
import type { DocumentSummary } from "../../server/archive/types.ts";
import { documentsHref, twinOf } from "../addresses.ts";
import { count } from "../grammar.ts";
import { listHead, type Page } from "../page.ts";
import { documentRow, type DocumentRow } from "../parts/documents.ts";
import type { OptionModel } from "../parts/filters.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import type { Slice } from "./timeline.ts";

export interface DocumentsPage extends Page {
  readonly template: "documents";
  readonly total: string;
  readonly action: string;
  readonly options: readonly OptionModel[];
  /** The partnership that is chosen, and the way back to all. */
  readonly chosen: { readonly label: string; readonly all: string } | null;
  readonly rows: readonly DocumentRow[];
  readonly pager: PagerModel | null;
}

export interface DocumentsInput {
  readonly slice: Slice<DocumentSummary>;
  readonly query: { readonly partnership: string | null; readonly page: number };
  readonly partnerships: readonly { readonly slug: string; readonly name: string }[];
}

export function documentsPage({ slice, query, partnerships }: DocumentsInput): DocumentsPage {
  const { partnership, page } = query;
  const names = new Map(partnerships.map(({ slug, name }) => [slug, name]));
  const nameOf = (slug: string): string => names.get(slug) ?? slug;
  const label = partnership === null ? null : partnership === "none" ? "Without a partnership" : nameOf(partnership);
  const entries = [...partnerships.map(({ slug, name }) => [slug, name] as const), ["none", "Without a partnership"] as const];
  return {
    template: "documents",
    head: listHead({ title: label === null ? "Documents" : `Documents: ${label}`, description: "The sources of this archive, each as it was received.", path: documentsHref({ partnership }), twin: twinOf(documentsHref({ partnership, page })), take: [{ label: "CSV", href: documentsHref({ partnership }).replace("/documents", "/documents.csv") }] }),
    trail: [],
    total: count(slice.total, "document"),
    action: documentsHref(),
    options: entries.map(([value, name]) => ({ value, label: name, chosen: value === partnership })),
    chosen: label === null ? null : { label, all: documentsHref() },
    rows: slice.items.map((document) => documentRow(document, nameOf)),
    pager: pager({ ...slice, shown: slice.items.length, noun: "documents" }, (next) => documentsHref({ partnership, page: next })),
  };
}
