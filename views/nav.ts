/**
 * What stands in the head of every page. A room of the site that people should find adds itself here.
 */
import { aboutHref, briefHref, changesHref, deskHref, documentsHref, partnershipsHref, searchHref, timelineHref, topicsHref } from "./addresses.ts";
import type { Link } from "./page.ts";

export const NAV: readonly Link[] = [
  { label: "Timeline", href: timelineHref() },
  { label: "Partnerships", href: partnershipsHref() },
  { label: "Topics", href: topicsHref },
  { label: "Changes", href: changesHref() },
  { label: "Brief", href: briefHref() },
  { label: "Documents", href: documentsHref() },
  { label: "Desk", href: deskHref },
  { label: "About", href: aboutHref },
];

/** Where the search box of every page leads; null where there is nothing to search with. */
export const SEARCH: string | null = searchHref();

/** The entries of the head, with the one that a path belongs to. */
export function navFor(path: string): readonly (Link & { readonly current: boolean })[] {
  return NAV.map((link) => ({ ...link, current: path === link.href || path.startsWith(`${link.href}/`) }));
}
