/**
 * What every page has: a template, a head for machines, a trail of links to where it stands. Page models are contracts:
 * every field is there (null where there is nothing to say), and templates read no others.
 */

export interface Link {
  readonly label: string;
  readonly href: string;
}

export interface Meta {
  readonly name: string;
  readonly content: string;
}

export interface Head {
  readonly title: string;
  readonly description: string;
  /** The address of the page without what only filters it, from the root. */
  readonly path: string;
  /** The address of the same values as JSON, from the root. */
  readonly twin: string;
  readonly type: "website" | "article";
  /** `citation_*`, which reference managers read. */
  readonly citation: readonly Meta[];
  /** False for pages that only list or search. */
  readonly indexed: boolean;
  /** Feeds of what the page tells. */
  readonly feeds: readonly FeedLink[];
  /** The address of a picture for previews of links, from the root. */
  readonly image: string | null;
  /** Where it is cited; null for pages that nobody cites. */
  readonly cite: string | null;
  /** The same values in other forms, beside JSON. */
  readonly take: readonly Link[];
}

export interface FeedLink {
  readonly title: string;
  readonly href: string;
  readonly type: string;
}

export interface Page {
  /** The template's name under `templates/`. */
  readonly template: string;
  readonly head: Head;
  readonly trail: readonly Link[];
}

/** What all pages of a site share. */
export interface Site {
  readonly name: string;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly version: string;
  readonly css: string;
  readonly script: string;
  readonly icon: string;
  readonly fonts: readonly string[];
  readonly nav: readonly (Link & { readonly current: boolean })[];
  /** Where the search box leads; null where there is none. */
  readonly search: string | null;
  /** What stands in the search box. */
  readonly query: string;
  /** The day as of which the archive is shown, and in words; null for now. */
  readonly asOf: { readonly day: string; readonly words: string } | null;
  /** What is to be known of the archive's state; null where all is as it should be. */
  readonly note: string | null;
}

interface HeadOptions extends Partial<Pick<Head, "feeds" | "image" | "cite" | "take">> {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly twin: string;
}

const PLAIN = { feeds: [], image: null, cite: null, take: [] } as const;

/** The head of a page that lists. */
export function listHead(options: HeadOptions): Head {
  return { ...PLAIN, ...options, type: "website", citation: [], indexed: true };
}

/** The head of a page that is cited: with the name under which reference managers file it, and the day of publication where it has one. */
export function articleHead(options: HeadOptions & { readonly date: string | null; readonly publisher: string; readonly citationTitle?: string; readonly language?: string; readonly source?: string | null }): Head {
  const { date, publisher, citationTitle, language, source, ...rest } = options;
  const citation = [
    { name: "citation_title", content: citationTitle ?? rest.title },
    ...(date === null ? [] : [{ name: "citation_publication_date", content: date.replaceAll("-", "/") }]),
    { name: "citation_publisher", content: publisher },
    { name: "citation_language", content: language ?? "en" },
    ...(source === null || source === undefined ? [] : [{ name: "citation_public_url", content: source }]),
  ];
  return { ...PLAIN, ...rest, type: "article", citation, indexed: true };
}
