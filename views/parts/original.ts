/**
 * Words where they were first published: an address that makes browsers find them in the page. A text fragment marks the first place that
 * it fits, so that it is made to fit one place only: its beginning is lengthened, then what stands around is named, and where nothing tells
 * the place from others the plain address is given.
 */
import type { DocumentSummary } from "../../server/archive/types.ts";
import { safeAddress } from "./documents.ts";

/** A quotation and the text that it is a run of. */
export interface QuotedIn {
  readonly plain: string;
  /** Where it begins in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Null where the source is not on the web, and for a digest, which speaks of the official text in other words. */
export function originalOf({ sourceUrl, kind }: Pick<DocumentSummary, "sourceUrl" | "kind">, quoted: QuotedIn | null): string | null {
  const address = safeAddress(sourceUrl);
  if (address === null || kind === "digest") return null;
  const directive = quoted === null ? null : directiveOf(quoted);
  if (directive === null) return address;
  const [base = address, fragment] = address.split("#");
  return `${base}#${fragment === undefined || fragment.includes(":~:") ? "" : fragment}:~:text=${directive}`;
}

/** The place of a commitment, which its id pins. */
export function placeOf(id: string): { readonly start: number; readonly end: number } | null {
  const [, start, end] = /-(\d+)-(\d+)$/.exec(id) ?? [];
  return start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) };
}

/** Words that a quotation may have to be given whole, that begin and end a longer one, and that may be named around it. */
const SHORT = 12;
const FIRST = 6;
const LAST = 4;
const AROUND = 8;

interface Words {
  readonly words: readonly string[];
  readonly starts: readonly number[];
}

function directiveOf({ plain, start, end, text }: QuotedIn): string | null {
  const parts = plain.split(/\s+/).filter((part) => part !== "");
  const page = wordsOf(text);
  const at = page.starts.findIndex((place) => place >= start);
  const isOnly = (words: string): boolean => {
    const places = placesOf(wordsOf(words).words, page.words);
    return places.length === 1 && places[0] === at;
  };
  const whole = parts.join(" ");
  const least = parts.length <= SHORT ? parts.length : FIRST;
  for (let length = least; length <= parts.length; length += 1) {
    const first = parts.slice(0, length).join(" ");
    if (isOnly(first)) return length === parts.length ? encoded(whole) : `${encoded(first)},${encoded(lastOf(parts.slice(length)))}`;
  }
  for (const before of growing(lineBefore(text, start), "end")) {
    const places = placesOf(wordsOf(`${before} ${whole}`).words, page.words);
    if (places.length === 1 && (places[0] ?? 0) + wordsOf(before).words.length === at) return `${exactly(before.replace(OPENING, ""))}-,${exactly(whole.replace(CLOSING, ""))}`;
  }
  const after = growing(lineAfter(text, end), "start").find((some) => isOnly(`${whole} ${some}`));
  return after === undefined ? null : `${exactly(whole.replace(OPENING, ""))},-${exactly(after.replace(CLOSING, ""))}`;
}

/** The last words of what follows the beginning: so many that they stand nowhere before its end. */
function lastOf(rest: readonly string[]): string {
  const { words } = wordsOf(rest.join(" "));
  for (let length = Math.min(LAST, rest.length); length < rest.length; length += 1) {
    const last = rest.slice(-length).join(" ");
    const wanted = wordsOf(last).words;
    if (placesOf(wanted, words)[0] === words.length - wanted.length) return last;
  }
  return rest.join(" ");
}

/** Words by letters and digits alone, as browsers pass over case: what is one place in these is one in the page. */
function wordsOf(text: string): Words {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  return { words: found.map(([word]) => word.toLowerCase()), starts: found.map(({ index }) => index) };
}

function placesOf(wanted: readonly string[], words: readonly string[]): readonly number[] {
  if (wanted.length === 0) return [];
  return words.flatMap((_, at) => (wanted.every((word, offset) => words[at + offset] === word) ? [at] : []));
}

/** What stands on the same line, as far as no markup comes between. */
function lineBefore(text: string, start: number): string {
  return /[^\n*_#>|[\]()<`]*$/.exec(text.slice(Math.max(0, start - 400), start))?.[0] ?? "";
}

function lineAfter(text: string, end: number): string {
  return /^[^\n*_#>|[\]()<`]*/.exec(text.slice(end, end + 400))?.[0] ?? "";
}

/** One word, two words and so on, from the side that stands beside the quotation. */
function growing(text: string, side: "start" | "end"): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return Array.from({ length: Math.min(AROUND, words.length) }, (_, at) => (side === "end" ? words.slice(-at - 1) : words.slice(0, at + 1)).join(" "));
}

const OPENING = /^\p{P}+/u;
const CLOSING = /\p{P}+$/u;

function encoded(words: string): string {
  return exactly(words.replace(OPENING, "").replace(CLOSING, ""));
}

/** Where two parts meet nothing but white space may stand between them, so that no sign is left out there. */
function exactly(words: string): string {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}
