/**
 * Addresses of feeds, as heads and pages name them.
 */
import { changesHref, threadFeedHref, type TimelineQuery } from "../addresses.ts";
import type { FeedLink } from "../page.ts";

const FORMS = [
  { form: ".atom", name: "Atom", type: "application/atom+xml" },
  { form: ".rss", name: "RSS", type: "application/rss+xml" },
  { form: ".feed.json", name: "JSON Feed", type: "application/feed+json" },
] as const;

/** The stream of changes as it is filtered. */
export function streamFeeds(query: TimelineQuery = {}): readonly FeedLink[] {
  const { page: _, rows: __, ...filter } = query;
  return FORMS.map(({ form, name, type }) => ({ title: name, href: changesHref(filter, form), type }));
}

export function threadFeeds(commitment: string): readonly FeedLink[] {
  return FORMS.map(({ form, name, type }) => ({ title: name, href: threadFeedHref(commitment, form), type }));
}
