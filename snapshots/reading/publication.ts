/**
 * The date that a document bears: given by a person, from the front matter, a first line, a dateline, or the file's name, in
 * that order. The first place that states a date decides; when it is no day of the calendar the document is refused rather
 * than dated from a weaker place.
 */
import type { Block, Document, IsoDate } from "../types.ts";
import { isoOf, lastOfMonth, monthNumber } from "./calendar.ts";
import { datelineOf, WRITTEN_DATE } from "./dateline.ts";

export interface Publication {
  readonly date: IsoDate;
  /** `given`, `front-matter`, `first-line`, `dateline` or `file-name`. */
  readonly basis: string;
}

export type PublicationOutcome = { readonly ok: true; readonly value: Publication } | { readonly ok: false; readonly refusal: { readonly code: "no-date" | "impossible-date"; readonly message: string } };

/** Finds the date of publication. */
export function findPublication(document: Document): PublicationOutcome {
  for (const [basis, look] of PLACES) {
    const stated = look(document);
    if (stated === null) continue;
    const date = dayOf(stated);
    return date === null ? { ok: false, refusal: { code: "impossible-date", message: `The date is not a day of the calendar: ${stated.words}` } } : { ok: true, value: { date, basis } };
  }
  return { ok: false, refusal: { code: "no-date", message: "No date was found in the front matter, first lines, dateline or file name." } };
}

/** A date as some place states it, not yet known to be a day. */
interface Stated {
  readonly words: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const PLACES: readonly (readonly [string, (document: Document) => Stated | null])[] = [
  ["given", ({ given }) => (given.published === undefined ? null : anyDate(given.published))],
  ["front-matter", ({ metadata }) => frontMatterDate(metadata)],
  ["first-line", ({ text }) => firstLineDate(text)],
  ["dateline", ({ blocks, text }) => datelineDate(blocks) ?? topLineDate(text)],
  ["file-name", ({ name }) => fileNameDate(name ?? "")],
];

/** Keys of front matter that state the day of publication, the plainest first. */
const KEYS = ["date", "published", "published_on", "publication_date", "publicationDate", "date_published", "datePublished", "published_date", "published_at", "published_time", "publish_date", "pubdate", "pubDate", "issued", "release_date", "released", "day"];

function frontMatterDate(metadata: Readonly<Record<string, string>>): Stated | null {
  const keys = new Map(Object.keys(metadata).map((key) => [key.toLowerCase().replaceAll("-", "_"), key]));
  for (const key of KEYS) {
    const value = metadata[keys.get(key.toLowerCase()) ?? ""]?.trim();
    if (value !== undefined && value !== "") return anyDate(value) ?? { words: value, year: 0, month: 0, day: 0 };
  }
  return null;
}

/** ` date 2025-12-02 The European Union ...`, `Date: 2 December 2025`, `Published on 2025-12-02`, or a first line that is a date alone. */
function firstLineDate(text: string): Stated | null {
  const line = /^\s*([^\n]*)/.exec(text)?.[1]?.trim() ?? "";
  const labelled = /^(?:[*_#>\s]*)(?:date|dated|published(?: on)?|publication date|released|posted(?: on)?|last updated)\b[*_]*\s*[:：]?[*_]*\s*(?=[\p{L}\d])/iu.exec(line);
  if (labelled !== null) return leadingDate(line.slice(labelled[0].length));
  const bare = leadingDate(line);
  return bare !== null && (ISO.test(line.slice(0, 10)) || line.length <= bare.words.length + 12) ? bare : null;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const DOTTED = /^(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d)/;
const LEADING = new RegExp(`^${WRITTEN_DATE}`, "iu");

/** A date at the beginning of a text, in any of the ways people write one. */
function leadingDate(text: string): Stated | null {
  const iso = ISO.exec(text);
  if (iso !== null) return stated(iso[0], [iso[1], iso[2], iso[3]]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return stated(dotted[0], [dotted[3], dotted[2], dotted[1]]);
  const written = LEADING.exec(text);
  return written === null ? null : fromGroups(written[0], written.groups ?? {});
}

function anyDate(value: string): Stated | null {
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(value);
  return compact === null ? leadingDate(value.trim()) : stated(compact[0], [compact[1], compact[2], compact[3]]);
}

/** A line near the top that is a date and nothing else, or one after "Published:". */
function topLineDate(text: string): Stated | null {
  const lines = text.slice(0, 2_000).split("\n").map((line) => line.trim()).filter((line) => line !== "").slice(0, TOP);
  for (const line of lines) {
    const found = leadingDate(line.replace(/^(?:date|published(?: on)?|released|posted(?: on)?|issued)\s*:?\s*/i, ""));
    if (found !== null && line.length <= found.words.length + 14 && !/[a-z]/.test(line.slice(line.indexOf(found.words) + found.words.length))) return found;
  }
  return null;
}

const TOP = 8;

function datelineDate(blocks: readonly Block[]): Stated | null {
  for (const { text } of blocks.slice(0, 8)) {
    const dateline = datelineOf(text);
    if (dateline !== null) return fromGroups(dateline.date, dateline.groups);
  }
  return null;
}

/** `2023-10-12-statement.md`, `20231012_statement.txt`, `statement 12 October 2023.txt`. */
function fileNameDate(name: string): Stated | null {
  const parts = /(?<!\d)((?:19|20)\d\d)[-_. ](\d\d)[-_. ](\d\d)(?!\d)|(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(name);
  if (parts !== null) return stated(parts[0], [parts[1] ?? parts[4], parts[2] ?? parts[5], parts[3] ?? parts[6]]);
  const written = new RegExp(WRITTEN_DATE, "iu").exec(name.replace(/[-_]+/g, " "));
  return written === null ? null : fromGroups(written[0], written.groups ?? {});
}

function fromGroups(words: string, groups: Readonly<Record<string, string | undefined>>): Stated {
  const month = monthNumber(groups["m1"] ?? groups["m2"] ?? "") ?? 0;
  return { words: words.trim(), year: Number(groups["y1"] ?? groups["y2"]), month, day: Number(groups["d1"] ?? groups["d2"]) };
}

const stated = (words: string, [year, month, day]: readonly (string | undefined)[]): Stated => ({ words, year: Number(year), month: Number(month), day: Number(day) });

function dayOf({ year, month, day }: Stated): IsoDate | null {
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month) ? isoOf({ year, month, day }) : null;
}
