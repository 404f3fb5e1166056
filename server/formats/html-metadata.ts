/**
 * What a page says of itself in its head: title, day of publication, canonical address, language. Order is by how often
 * publishers get it right; the day is taken as written, in the publisher's own time.
 */
import { DateTime } from "luxon";
import type { Metadata } from "./transcript.ts";
import type { Tree } from "./tree.ts";

const DATE_NAMES = ["article:published_time", "article:published", "og:article:published_time", "datepublished", "citation_publication_date", "dcterms.issued", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "publication_date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "date"];
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

interface Linked {
  readonly datePublished?: string;
  readonly headline?: string;
  readonly inLanguage?: string;
}

export function readMetadata(document: Tree): Metadata {
  const linked = linkedData(document);
  const named = namesOf(document);
  const date = [...DATE_NAMES.map((name) => named.get(name)), linked.datePublished, itemDate(document), timeDate(document)].map((text) => dayOf(text ?? "")).find((day) => day !== null);
  const heading = onlyHeading(document);
  const title = clean(heading ?? named.get("og:title") ?? linked.headline ?? named.get("citation_title") ?? named.get("dcterms.title"));
  const source = webAddress(document.querySelector("link[rel~='canonical']")?.getAttribute("href") ?? named.get("og:url") ?? null);
  const language = /^[a-z]{2}\b/i.exec(document.documentElement?.getAttribute("lang") ?? linked.inLanguage ?? named.get("og:locale") ?? "")?.[0]?.toLowerCase();
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined || date === null ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(source === null ? {} : { source_url: source }),
  };
}

/** Contents of `meta` by lower-case name or property; the first of a name. */
function namesOf(document: Tree): Map<string, string> {
  const named = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop") ?? "").toLowerCase();
    const content = meta.getAttribute("content")?.trim() ?? "";
    if (name !== "" && content !== "" && !named.has(name)) named.set(name, content);
  }
  return named;
}

function linkedData(document: Tree): Linked {
  const found: Record<string, string> = {};
  const visit = (value: unknown, depth: number): void => {
    if (depth > 4 || value === null || typeof value !== "object") return;
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1);
    const entries = Object.entries(value);
    for (const [key, entry] of entries) if (typeof entry === "string" && /^(?:datePublished|headline|inLanguage)$/.test(key)) found[key] ??= entry;
    for (const [key, entry] of entries) if (key === "@graph" || key === "mainEntity") visit(entry, depth + 1);
  };
  for (const script of document.querySelectorAll("script[type='application/ld+json']")) {
    try {
      visit(JSON.parse(script.textContent ?? ""), 0);
    } catch (error) {
      // A publisher's broken metadata are as good as none.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return found;
}

function itemDate(document: Tree): string | undefined {
  const item = document.querySelector("[itemprop='datePublished']");
  return item?.getAttribute("content") ?? item?.getAttribute("datetime") ?? item?.textContent ?? undefined;
}

function timeDate(document: Tree): string | undefined {
  const times = document.querySelectorAll("time[pubdate], article time, main time, header time, time.published, time.entry-date");
  for (const time of times) {
    const text = time.getAttribute("datetime") ?? time.textContent ?? "";
    if (dayOf(text) !== null) return text;
  }
  return undefined;
}

/** The page's heading, where there is exactly one of the first order. */
function onlyHeading(document: Tree): string | undefined {
  const headings = [...document.querySelectorAll("h1")].filter((one) => one.closest("nav, footer, aside") === null && (one.textContent ?? "").trim() !== "");
  return headings.length === 1 ? (headings[0]?.textContent ?? undefined) : undefined;
}

/** The day of a machine's or a person's date; null where it is none of the calendar. */
export function dayOf(text: string): string | null {
  const iso = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text);
  if (iso !== null) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]+)\.?,?\s+(\d{4})\b/.exec(text);
  if (named !== null) return calendarDay(Number(named[3]), monthOf(named[2]), Number(named[1]));
  const american = /\b([A-Z][a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})\b/.exec(text);
  return american === null ? null : calendarDay(Number(american[3]), monthOf(american[1]), Number(american[2]));
}

function monthOf(name = ""): number {
  return name.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = DateTime.utc(year, month, day);
  return year > 1900 && date.isValid ? date.toISODate() : null;
}

function clean(text: string | undefined): string | undefined {
  const words = text?.replace(/\s+/g, " ").trim();
  return words === "" ? undefined : words;
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/\S+$/.test(text.trim()) && URL.canParse(text.trim()) ? text.trim() : null;
}
