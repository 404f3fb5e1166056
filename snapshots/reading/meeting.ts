/**
 * The meeting or event that a document reports: when it was held, where, under what name, and which in a row. Only sentences near the
 * beginning that tell of a gathering of the parties count, and only days up to the publication and within some weeks of it.
 */
import { sentencesOf, sentencesOfBlock } from "../language/sentences.ts";
import type { Document, IsoDate, Meeting, Quote, Sentence } from "../types.ts";
import { isoOf, parseIso } from "./calendar.ts";
import { dayHeld, HISTORY, TO_COME } from "./meeting-day.ts";
import { inTitleCase } from "./capitals.ts";
import { nameIn, type NamedMeeting } from "./meeting-name.ts";
import { placeIn } from "./places.ts";
import { datesTold, shifted } from "./told-dates.ts";

/** Sentences at the beginning that may report the meeting. */
const OPENING = 14;
/** Characters of a sentence that are looked at. */
const LONG = 2_000;

/** Reads the meeting from the document's words. */
export function readMeeting(document: Document, published: IsoDate): Meeting {
  const stated = statedMeeting(document);
  const sentences = openingSentences(document);
  const day = dayHeld(openingHeadings(document), published) ?? dayHeld(sentences, published);
  const place = stated.place === null ? placeOf(day?.sentence, sentences, published) : null;
  const named = nameOf(document, day?.sentence, sentences.filter(({ text }) => isPresent(text, published)));
  const quotes = [day?.sentence, place?.sentence, named?.sentence].filter((one) => one !== undefined);
  return {
    held: stated.held ?? (day === null ? published : day.held),
    place: stated.place ?? place?.place ?? null,
    name: stated.name ?? named?.name ?? null,
    ordinal: named?.ordinal ?? null,
    evidence: [...new Set(quotes)].map((sentence) => quoteOf(document, sentence)),
  };
}

/** What the front matter says of the meeting. */
function statedMeeting({ metadata }: Document): { readonly held: IsoDate | null; readonly place: string | null; readonly name: string | null } {
  const held = /^\d{4}-\d{2}-\d{2}/.exec(metadata["held"] ?? "")?.[0];
  const day = held === undefined ? null : parseIso(asIsoDate(held));
  const sound = day !== null && isoOf(shifted(day, 0)) === held ? asIsoDate(held) : null;
  return { held: sound, place: metadata["place"]?.trim() || null, name: metadata["meeting"]?.trim() || null };
}

function openingSentences(document: Document): Sentence[] {
  return sentencesOf(document).filter(({ block }) => block.kind !== "quotation").slice(0, OPENING);
}

/** "Second Meeting of the Council, Saskatoon, 24-25 September": headings below the title that name the gathering with its day. */
function openingHeadings({ blocks, title }: Document): Sentence[] {
  return blocks.slice(0, 4).flatMap((block, at) => (block.kind === "heading" && block.text !== title && HEADED.test(block.text) ? sentencesOfBlock(block, at) : []));
}

const HEADED = /\b(?:meeting|session|council|summit|dialogue|talks|conference|consultations)\b.*\d/i;

/** Not a sentence about another year's gathering, nor about one to come. */
function isPresent(text: string, published: IsoDate): boolean {
  const years = datesTold(text.slice(0, LONG), published).filter((told) => told.last < `${Number(published.slice(0, 4)) - 1}-07-01` || told.first > isoOf(shifted(parseIso(published), 7)));
  return years.length === 0 && (!(HISTORY.test(text) || TO_COME.test(text)) || /\btoday\b/i.test(text));
}

interface Placed {
  readonly place: string;
  readonly sentence: Sentence;
}

/** The place in the sentence that told the day, else in one of the first. */
function placeOf(told: Sentence | undefined, sentences: readonly Sentence[], published: IsoDate): Placed | null {
  const first = sentences.slice(0, 4).filter(({ text }) => isPresent(text, published));
  for (const sentence of told === undefined ? first : [told, ...first.slice(0, 2)]) {
    const place = placeIn(sentence.text.slice(0, LONG));
    if (place !== null) return { place, sentence };
  }
  return null;
}

/** The name and number of the meeting: in the title, else where the day was told, else in the first sentences that count it. */
function nameOf({ title }: Document, told: Sentence | undefined, sentences: readonly Sentence[]): (NamedMeeting & { readonly sentence: Sentence | undefined }) | null {
  const inTitle = nameIn(inTitleCase(title));
  if (inTitle !== null && inTitle.ordinal !== null) return { ...inTitle, sentence: undefined };
  for (const sentence of [...(told === undefined ? [] : [told]), ...sentences.filter(({ block }) => block.kind !== "item").slice(0, 4)]) {
    const found = nameIn(sentence.text.slice(0, LONG));
    if (found === null || (found.ordinal === null && sentence !== told)) continue;
    const name = inTitle?.name ?? found.name;
    if (found.ordinal !== null || inTitle === null) return { name, ordinal: found.ordinal, sentence };
  }
  return inTitle === null ? null : { ...inTitle, sentence: undefined };
}

function quoteOf(document: Document, { block, start, end }: Sentence): Quote {
  const first = block.offsets[start] ?? block.start;
  const last = (block.offsets[end - 1] ?? block.end - 1) + 1;
  return { start: first, end: last, quote: document.text.slice(first, last) };
}

const asIsoDate = (value: string): IsoDate => value as IsoDate;
