/**
 * The day on which the meeting that a document reports was held: the first day, up to the publication and within some weeks of it, that the
 * beginning of the text tells of a gathering of the parties. A report's first sentences may tell it in any words ("Ministers said on Friday
 * ..."), while the day is one of the last few: what was news then is what the report is about.
 */
import type { IsoDate, Sentence } from "../types.ts";
import { isoOf, parseIso } from "./calendar.ts";
import { datelineOf } from "./dateline.ts";
import { insideQuotes } from "./quoted.ts";
import { datesTold, shifted, type ToldDate } from "./told-dates.ts";

/** Days between a meeting and the report of it. */
const REACH = 45;
/** Days in which something is told as news, without its date or with it. */
const RECENT = 10;
const NEW = 4;
/** Characters of a sentence that are looked at. */
const LONG = 2_000;

const GATHER = /\b(?:met|meets?|meeting|held|holds|convened|convenes?|convening|gathered|gather|gathering|hosted|hosts?|hosting|co-hosted|chaired|co-chaired|took place|takes place|sat down|session|summit|round of talks|talks|visit(?:ed|s)?|inaugural|came together|assembled|reconvened)\b/i;
/** What may be the event in the first sentences, and is one fact among others further down. */
const ACT = /\b(?:welcomed|received|concluded|closed|opened|launched|signed|joined|participated|attended|spoke|led|announced in)\b/i;
const FIRST = 3;
/** Sentences of a report that tell the day of what it reports, whatever they say of it: "It poured on Wednesday, ...". */
const LEAD = 5;

/** A gathering told as history. */
export const HISTORY = /\b(?:first announced|was announced|dates? back|goes back|previous(?:ly)?|earlier (?:council|meetings?)|since (?:the|our|their)|following (?:its|the) announcement|building on|recent (?:discussions?|meetings?|talks))\b/i;
/** A gathering that is to come. */
export const TO_COME = /\b(?:will (?:be held|meet|host|convene|take place)|next (?:meeting|session|council|summit|dialogue)|to be held)\b/i;
/** What a weekday is told of before it comes: "parliament is due to vote on Thursday". */
const AHEAD = /\b(?:(?:will|shall|would|due|set|scheduled|expected|hopes?)(?: [\p{L}’'-]+){0,5}|starting|beginning|from|until|before|by) (?:on )?$/iu;

/** "Published by the Ministry on 3 May": the day of the paper, not of what it tells. */
const IMPRINT = /^\W*(?:published|posted|issued|released|(?:last )?updated)\b[^,;.]*$/i;

export interface DayHeld {
  readonly held: IsoDate;
  readonly sentence: Sentence;
}

/** The day in the first sentence that tells of the gathering with a day near the publication, or null. */
export function dayHeld(sentences: readonly Sentence[], published: IsoDate): DayHeld | null {
  let index = -1;
  for (const sentence of sentences) {
    const running = isRunning(sentence);
    if (running) index++;
    const day = dayIn(sentence, running ? index : LEAD, published);
    if (day !== null) return { held: day.last, sentence };
  }
  return null;
}

const SHORT = 6;

/** Lines of a date, a title or an author's name are no sentences of the text. */
const isRunning = ({ text }: Sentence): boolean => /[.!?…:;][”"’')\]]*$/.test(text) && text.split(" ").length >= SHORT;

function dayIn(sentence: Sentence, index: number, published: IsoDate): ToldDate | null {
  const back = (days: number): IsoDate => isoOf(shifted(parseIso(published), -days));
  const begin = sentence.start === 0 && sentence.block.kind !== "heading" ? (datelineOf(sentence.block.text)?.end ?? 0) : 0;
  const text = sentence.text.slice(0, LONG);
  const days = datesTold(text, published).filter((told) => told.start >= begin && told.first === told.last && told.first <= published && told.first >= back(REACH));
  const at = days.findIndex((told) => reports(text, told, { index, recent: told.first >= back(RECENT), isNew: told.first >= back(NEW) || (told.relative && told.first >= back(RECENT)) }));
  const first = days[at];
  if (first === undefined) return null;
  const next = days[at + 1];
  return next !== undefined && next.first > first.first && LASTED.test(text.slice(first.end, next.start)) ? next : first;
}

/** "From 5 June to 7 June" ends on its second day, and so does what was held "in Norburg on 5 June and in Sudhaven on 9 June". */
const LASTED = /^ ?(?:to|until|and|through|[-–]) ?(?:(?:then |again )?(?:in|at) [\p{L}’' -]{2,40} (?:on|from) |on |from )?$/u;

interface Place {
  readonly index: number;
  readonly recent: boolean;
  readonly isNew: boolean;
}

/** Whether the clause around a day tells of the gathering that the text reports. */
function reports(text: string, { start, end }: ToldDate, { index, recent, isNew }: Place): boolean {
  const from = Math.max(text.lastIndexOf("; ", start), 0);
  const stop = text.indexOf("; ", end);
  const before = text.slice(Math.max(from, start - 110), start);
  if (isNamed(text, start, end) || insideQuotes(text.slice(0, start)) || IMPRINT.test(text.slice(0, start)) || TO_COME.test(before)) return false;
  if (!recent && (HISTORY.test(before) || isBound(text, { from, start, end }))) return false;
  const near = text.slice(Math.max(from, start - 160), Math.min(stop < 0 ? text.length : stop, end + 160));
  if (GATHER.test(near) || (index < FIRST && ACT.test(near))) return true;
  return index < LEAD && isNew && !AHEAD.test(before);
}

/** "The 3 May summit", "its 3 May Joint Statement": a day as part of a name. */
function isNamed(text: string, start: number, end: number): boolean {
  return /\b(?:the|its|our|their|of|since|after|following) $/i.test(text.slice(0, start)) && /^ (?:\p{Lu}|joint|roundtable|announcement|statement|agreement|declaration|summit|meeting|attacks?|strikes?|elections?|protests?)/u.test(text.slice(end));
}

/** "Since the ministers met on 2 May": a day that something else counts from or up to. */
function isBound(text: string, { from, start, end }: { readonly from: number; readonly start: number; readonly end: number }): boolean {
  return /\b(?:since|after|until|before) (?:[\p{L}’' -]+ )?(?:on )?$/iu.test(text.slice(Math.max(from, start - 30), start)) && !/^ ?(?:to|until|through|[-–]) ?\d/.test(text.slice(end));
}
