/**
 * The meeting or event that a document reports: when it was held, where, under what name, and which in a row. Only sentences near the
 * beginning that tell of a gathering of the parties count, and only days up to the publication and within some weeks of it.
 */
import { sentencesOf } from "../language/sentences.ts";
import type { Document, IsoDate, Meeting, Quote, Sentence } from "../types.ts";
import { isoOf, parseIso } from "./calendar.ts";
import { nameIn, type NamedMeeting } from "./meeting-name.ts";
import { placeIn } from "./places.ts";
import { datesTold, shifted, type ToldDate } from "./told-dates.ts";

/** Days between a meeting and the report of it. */
const REACH = 45;
/** Sentences at the beginning that may report the meeting. */
const OPENING = 14;

const GATHER = /\b(?:met|meets?|meeting|held|holds|convened|convenes?|convening|gathered|gather|gathering|hosted|hosts?|hosting|co-hosted|chaired|co-chaired|welcomed|received|took place|takes place|sat down|concluded|closed|opened|session|summit|round of talks|talks|dialogue|council|visit(?:ed|s)?|launched|signed|inaugural|came together|joined|participated|attended|assembled|reconvened|spoke|led|announced in)\b/i;
/** A gathering told as history, or as one to come. */
const OTHER_TIMES = /\b(?:first announced|was announced|dates? back|goes back|previous(?:ly)?|earlier (?:council|meetings?)|since (?:the|our|their)|following (?:its|the) announcement|building on|will (?:be held|meet|host|convene|take place)|next (?:meeting|session|council|summit|dialogue)|to be held)\b/i;

/** Reads the meeting from the document's words. */
export function readMeeting(document: Document, published: IsoDate): Meeting {
  const stated = statedMeeting(document);
  const sentences = openingSentences(document);
  const day = heldIn(sentences, published);
  const place = stated.place === null ? placeOf(sentences) : null;
  const named = nameOf(document, sentences);
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

/** The day in the first sentence that tells of a gathering with a day near the publication. */
function heldIn(sentences: readonly Sentence[], published: IsoDate): { readonly held: IsoDate; readonly sentence: Sentence } | null {
  const earliest = isoOf(shifted(parseIso(published), -REACH));
  for (const sentence of sentences) {
    const days = datesTold(sentence.text, published).filter((told) => told.first === told.last && told.first <= published && told.first >= earliest && reports(sentence.text, told));
    const day = days.at(-1);
    if (day !== undefined) return { held: day.last, sentence };
  }
  return null;
}

/** Whether the clause around a day tells of the gathering that the text reports. */
function reports(text: string, { start, end }: ToldDate): boolean {
  const from = Math.max(text.lastIndexOf("; ", start), 0);
  const stop = text.indexOf("; ", end);
  const clause = text.slice(from, stop < 0 ? text.length : stop);
  const near = text.slice(Math.max(from, start - 160), Math.min(clause.length + from, end + 160));
  if (text.slice(0, start).lastIndexOf("“") > text.slice(0, start).lastIndexOf("”")) return false;
  return GATHER.test(near) && !OTHER_TIMES.test(text.slice(Math.max(from, start - 110), start)) && !/^\s*(?:roundtable|announcement|statement|agreement|declaration)\b/i.test(text.slice(end));
}

function placeOf(sentences: readonly Sentence[]): { readonly place: string; readonly sentence: Sentence } | null {
  for (const sentence of sentences.slice(0, 8)) {
    if (OTHER_TIMES.test(sentence.text) && !/\btoday\b/i.test(sentence.text)) continue;
    const place = placeIn(sentence.text);
    if (place !== null) return { place, sentence };
  }
  return null;
}

/** The name and number of the meeting in the title, else in the first sentences. */
function nameOf({ title }: Document, sentences: readonly Sentence[]): (NamedMeeting & { readonly sentence: Sentence | undefined }) | null {
  const inTitle = nameIn(title);
  if (inTitle !== null && inTitle.ordinal !== null) return { ...inTitle, sentence: undefined };
  for (const sentence of sentences.slice(0, 8)) {
    const found = nameIn(sentence.text);
    if (found !== null && (found.ordinal !== null || inTitle === null)) return { name: found.ordinal !== null && inTitle !== null ? found.name ?? inTitle.name : found.name, ordinal: found.ordinal, sentence };
  }
  return inTitle === null ? null : { ...inTitle, sentence: undefined };
}

function quoteOf(document: Document, { block, start, end }: Sentence): Quote {
  const first = block.offsets[start] ?? block.start;
  const last = (block.offsets[end - 1] ?? block.end - 1) + 1;
  return { start: first, end: last, quote: document.text.slice(first, last) };
}

const asIsoDate = (value: string): IsoDate => value as IsoDate;
