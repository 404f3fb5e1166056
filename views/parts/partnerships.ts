/**
 * A partnership as a row of a list.
 */
import type { PartnershipSummary } from "../../server/archive/types.ts";
import { comparisonHref, partnershipHref } from "../addresses.ts";
import { shortDate } from "../dates.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { figureLine, type FigureLine } from "./figures.ts";

export interface PartnershipRow {
  readonly name: string;
  readonly href: string;
  readonly parties: readonly string[];
  readonly meetings: string;
  readonly documents: string;
  readonly lastHeld: string;
  readonly last: string;
  readonly first: string;
  readonly latest: { readonly label: string; readonly href: string; readonly line: FigureLine } | null;
}

export function partnershipRow(partnership: PartnershipSummary, names: Names): PartnershipRow {
  const { slug, latest } = partnership;
  return {
    name: partnership.name,
    href: partnershipHref(slug),
    parties: partnership.parties.map(names.party),
    meetings: count(partnership.meetings, "meeting"),
    documents: count(partnership.documents, "document"),
    lastHeld: partnership.lastHeld,
    last: shortDate(partnership.lastHeld),
    first: shortDate(partnership.firstHeld),
    latest: latest === null ? null : { label: `since ${shortDate(latest.before)}`, href: comparisonHref(slug, [latest.before, latest.after]), line: figureLine(latest.figures) },
  };
}
