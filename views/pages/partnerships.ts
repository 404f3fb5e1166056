/**
 * All partnerships, those that met last on top.
 */
import type { PartnershipSummary } from "../../server/archive/types.ts";
import { csvHref, partnershipsHref, twinOf } from "../addresses.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { partnershipRow, type PartnershipRow } from "../parts/partnerships.ts";
import type { Slice } from "./timeline.ts";

export interface PartnershipsPage extends Page {
  readonly template: "partnerships";
  readonly total: string;
  readonly rows: readonly PartnershipRow[];
  readonly pager: PagerModel | null;
}

export function partnershipsPage(slice: Slice<PartnershipSummary>, names: Names): PartnershipsPage {
  const page = Math.floor(slice.offset / slice.limit) + 1;
  return {
    template: "partnerships",
    head: listHead({ title: "Partnerships", description: "Partnerships between governments whose documents are in this archive.", path: partnershipsHref(page), twin: twinOf(partnershipsHref(page)), take: [{ label: "CSV", href: csvHref(partnershipsHref()) }] }),
    trail: [],
    total: count(slice.total, "partnership"),
    rows: slice.items.map((one) => partnershipRow(one, names)),
    pager: pager({ ...slice, shown: slice.items.length, noun: "partnerships" }, partnershipsHref),
  };
}
