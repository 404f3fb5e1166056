/**
 * The meeting or event that a document reports: when it was held, where, under what name, and which in a row. Only sentences near the
 * beginning that tell of a gathering of the parties count, and only days up to the publication and within some weeks of it.
 */
import { sentencesOf } from "../language/sentences.ts";
import type { Document, IsoDate, Meeting, Quote, Sentence } from "../types.ts";
import { isoOf, parseIso } from "./calendar.ts";
import { datelineOf } from "./dateline.ts";
import { nameIn, type NamedMeeting } from "./meeting-name.ts";
import { placeIn } from "./places.ts";
import { datesTold, shifted, type ToldDate } from "./told-dates.ts";

/** Days between a meeting and the report of it. */
const REACH = 45;
/** Sentences at the beginning that may report the meeting. */
const OPENING = 14;
/** Characters of a sentence that are looked at. */
const LONG = 2_000;

const GATHER = /\b(?:met|meets?|meeting|held|holds|convened|convenes?|convening|gathered|gather|gathering|hosted|hosts?|hosting|co-hosted|chaired|co-chaired|took place|takes place|sat down|session|summit|round of talks|talks|visit(?:ed|s)?|inaugural|came together|assembled|reconvened)\b/i;
/** What may be the event in the first sentences, and is one fact among others further down. */
const ACT = /\b(?:welcomed|received|concluded|closed|opened|launched|signed|joined|participated|attended|spoke|led|announced in)\b/i;
const FIRST = 3;
/** A gathering told as history, or as one to come. */
const OTHER_TIMES = /\b(?:first announced|was announced|dates? back|goes back|previous(?:ly)?|earlier (?:council|meetings?)|since (?:the|our|their)|following (?:its|the) announcement|building on|recent (?:discussions?|meetings?|talks)|will (?:be held|meet|host|convene|take place)|next (?:meeting|session|council|summit|dialogue)|to be held)\b/i;

/** Reads the meeting from the document's words. */
export function readMeeting(document: Document, published: IsoDate): Meeting {
  const stated = statedMeeting(document);
  const sentences = openingSentences(document);
  const day = heldIn(sentences, published, document.kind === "news" ? NEWS : []);
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

/** The day in the first sentence that tells of a gathering with a day near the publication. */
function heldIn(sentences: readonly Sentence[], published: IsoDate, weekdayTellings: readonly RegExp[]): { readonly held: IsoDate; readonly sentence: Sentence } | null {
  const earliest = isoOf(shifted(parseIso(published), -REACH));
  let index = -1;
  for (const sentence of sentences) {
    // Lines of a date or an author's name are no sentences of the text.
    if (sentence.text.split(" ").length >= SHORT) index++;
    const begin = sentence.start === 0 ? (datelineOf(sentence.block.text)?.end ?? 0) : 0;
    const days = datesTold(sentence.text.slice(0, LONG), published).filter((told) => told.start >= begin && told.first === told.last && told.first <= published && told.first >= earliest && reports(sentence.text, told, [GATHER, ...(index < FIRST ? [ACT] : []), ...(index < LEAD && WEEKDAY.test(sentence.text.slice(told.start, told.end)) ? weekdayTellings : [])]));
    const first = days[0];
    // "From 5 June to 7 June" ends on its second day.
    const until = days[1];
    const day = first !== undefined && until !== undefined && /^ ?(?:to|until|and|through|[-–]) ?(?:on )?$/.test(sentence.text.slice(first.end, until.start)) ? until : first;
    if (day !== undefined) return { held: day.last, sentence };
  }
  return null;
}

const SHORT = 6;
/** A report names the day of what it reports in its first sentences, whatever it says of it: "It poured on Wednesday, ...". */
const NEWS = [/./];
const LEAD = 4;
const WEEKDAY = /^(?:on )?(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Whether the clause around a day tells of the gathering that the text reports. */
function reports(text: string, { start, end }: ToldDate, tellings: readonly RegExp[]): boolean {
  const from = Math.max(text.lastIndexOf("; ", start), 0);
  const stop = text.indexOf("; ", end);
  const clause = text.slice(from, stop < 0 ? text.length : stop);
  const near = text.slice(Math.max(from, start - 160), Math.min(clause.length + from, end + 160));
  if (/\b(?:the|its|our|their|of|since|after|following) $/i.test(text.slice(0, start)) && /^ (?:\p{Lu}|joint|roundtable|announcement|statement|agreement|declaration|summit|meeting)/u.test(text.slice(end))) return false;
  if (/\b(?:since|after|until|before) (?:[\p{L}’' -]+ )?(?:on )?$/iu.test(text.slice(Math.max(from, start - 30), start)) && !/^ ?(?:to|until|through|[-–]) ?\d/.test(text.slice(end))) return false;
  if (text.slice(0, start).lastIndexOf("“") > text.slice(0, start).lastIndexOf("”")) return false;
  return tellings.some((words) => words.test(near)) && !OTHER_TIMES.test(text.slice(Math.max(from, start - 110), start));
}

/** Not a sentence about another year's gathering, nor about one to come. */
function isPresent(text: string, published: IsoDate): boolean {
  const years = datesTold(text.slice(0, LONG), published).filter((told) => told.last < `${Number(published.slice(0, 4)) - 1}-07-01` || told.first > isoOf(shifted(parseIso(published), 7)));
  return years.length === 0 && (!OTHER_TIMES.test(text) || /\btoday\b/i.test(text));
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
  const inTitle = nameIn(title);
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
