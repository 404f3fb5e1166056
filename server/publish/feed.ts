/**
 * Feeds as values that the templates of Atom and RSS render, and as JSON Feed. An entry is named for ever by a tag (RFC 4151)
 * of the commitment that it tells of, under the first id that this ever had: neither a better reading, nor another link, nor a
 * late find makes an old entry new, and its date is the day on which it is news: the meeting's, or that of publication where it is later.
 */
import type { ChangeRecord, DocumentSummary } from "../archive/types.ts";
import { longDate } from "../../views/dates.ts";
import { capital, clip } from "../../views/grammar.ts";
import type { Names } from "../../views/names.ts";
import { newsModel, type NewsModel } from "../../views/parts/news.ts";
import { kindModel } from "../../views/vocabulary.ts";
import { changeEntry } from "./entries.ts";
import { tell } from "./telling.ts";

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** RFC 3339. */
  readonly updated: string;
  /** The same as RSS wants it, RFC 822. */
  readonly published: string;
  readonly category: string;
  readonly summary: string;
  readonly html: string;
}

/** A feed in parts, RFC 5005: addresses of the first, the one before and the one after; null where there is none. */
export interface FeedPages {
  readonly first: string;
  readonly previous: string | null;
  readonly next: string | null;
}

export interface FeedModel {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly home: string;
  readonly self: string;
  readonly pages: FeedPages | null;
  readonly updated: string;
  readonly built: string;
  readonly entries: readonly FeedEntry[];
}

/** What the template of an entry is given. */
export interface EntryBody {
  readonly sentence: string;
  /** The days of the meeting and of publication, where they are two. */
  readonly days: string | null;
  /** An editor's words, marked as such; null where there are none. */
  readonly note: { readonly text: string; readonly author: string } | null;
  readonly change: NewsModel;
  readonly url: string;
  readonly thread: string | null;
  readonly documents: readonly { readonly title: string; readonly url: string; readonly digest: boolean }[];
}

export interface FeedInput {
  readonly title: string;
  /** Addresses from the root. */
  readonly home: string;
  readonly self: string;
  /** Null for a feed that is whole. */
  readonly pages: FeedPages | null;
  readonly changes: readonly ChangeRecord[];
  readonly documents: ReadonlyMap<string, DocumentSummary>;
  /** When anything was added last. */
  readonly lastAdded: string | null;
}

export interface FeedMeans {
  readonly names: Names;
  readonly origin: string;
  /** The id under which a commitment was first given out. */
  firstName(commitment: string): string;
  renderEntry(body: EntryBody): string;
}

/** Nothing was added yet: the beginning of time, so that the feed's bytes do not change by themselves. */
const NEVER = "1970-01-01T00:00:00.000Z";

export function makeFeed({ title, home, self, pages, changes, documents, lastAdded }: FeedInput, means: FeedMeans): FeedModel {
  const { origin } = means;
  const authority = new URL(origin).hostname;
  const updated = (lastAdded ?? NEVER).replace(/\.\d+Z$/, "Z");
  return {
    id: `tag:${authority},2026:feed${home}`,
    title,
    subtitle: "What governments said anew to each other, with the words before and after.",
    home: `${origin}${home}`,
    self: `${origin}${self}`,
    pages: pages === null ? null : { first: `${origin}${pages.first}`, previous: pages.previous === null ? null : `${origin}${pages.previous}`, next: pages.next === null ? null : `${origin}${pages.next}` },
    updated,
    built: new Date(updated).toUTCString(),
    entries: changes.map((change) => entryOf(change, { ...means, documents, authority })),
  };
}

function entryOf(change: ChangeRecord, { names, origin, firstName, renderEntry, documents, authority }: FeedMeans & Pick<FeedInput, "documents"> & { readonly authority: string }): FeedEntry {
  const entry = changeEntry(change, origin);
  const model = newsModel(change, { names, documents });
  const sentence = tell(entry, names);
  const newest = change.afterCommitments[0] ?? change.beforeCommitments[0];
  const quoted = [...new Set([...entry.quotes.before, ...entry.quotes.after].map(({ sha256, documentUrl }) => `${sha256} ${documentUrl}`))].map((both) => both.split(" "));
  const updated = `${change.told ?? change.after}T00:00:00Z`;
  return {
    id: `tag:${authority},2026:${firstName(newest?.id ?? change.id)}/${change.kind === "silent" ? "silent" : "said"}`,
    title: entryTitle(change),
    url: entry.url,
    updated,
    published: new Date(updated).toUTCString(),
    category: names.shortTopic(change.topic),
    summary: sentence,
    html: renderEntry({
      sentence,
      days: change.told === undefined ? null : `Meeting of ${longDate(change.after)}, published ${longDate(change.told)}.`,
      note: entry.note,
      change: model,
      url: entry.url,
      thread: model.thread === null ? null : `${origin}${model.thread}`,
      documents: quoted.map(([sha256 = "", url = ""]) => ({ title: documents.get(sha256)?.title ?? "the document", url, digest: documents.get(sha256)?.kind === "digest" })),
    }),
  };
}

/** Letters of the words that a title carries. */
const WORDS = 80;

/** `New: We will establish a working group on cables … (Aland and Bories, 29 October 2025)`: titles are told apart by the words of the change. */
function entryTitle({ kind, beforeCommitments, afterCommitments, partnershipName, after }: ChangeRecord): string {
  const words = (afterCommitments[0] ?? beforeCommitments[0])?.plain ?? "";
  return `${capital(kindModel(kind).word)}: ${clip(words, WORDS)} (${partnershipName}, ${longDate(after)})`;
}

/** JSON Feed 1.1. */
export function jsonFeed({ title, subtitle, home, self, pages, entries }: FeedModel): string {
  const items = entries.map(({ id, url, title: name, updated, category, summary, html }) => ({ id, url, title: name, content_html: html, summary, date_published: updated, tags: [category] }));
  return `${JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title, description: subtitle, home_page_url: home, feed_url: self, ...(pages === null || pages.next === null ? {} : { next_url: pages.next }), language: "en", authors: [{ name: "Pactline" }], items })}\n`;
}

/** XML 1.0 has no place for control characters and half pairs, which a document may have all the same. */
export function soundXml(xml: string): string {
  return xml.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
