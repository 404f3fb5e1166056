/**
 * Dates that running text tells, as precise as told: days, months, years, and words that count from the day of publication ("last June",
 * "on Monday", "later this year"). What lies ahead in an undertaking is `deadlines.ts`'s matter; here a sentence tells what happened
 * or will happen, and a month or weekday without a year is looked for behind, unless the words look ahead.
 */
import type { IsoDate, PartialDate, Span } from "../types.ts";
import { addMonths, type Day, isoOf, lastOfMonth, monthNumber, parseIso } from "./calendar.ts";

export interface ToldDate extends Span {
  readonly date: PartialDate;
  /** First and last day that the words leave open. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** True where the words count from the day of publication. */
  readonly relative: boolean;
}

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";
const YEAR = "(?:19|20)\\d\\d(?![\\d%]|[.,]\\d|s\\b)";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const RANGE = `(?:${DAY}(?: ?[-–] ?| and | to |, ))?`;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const SEASON = "(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)";
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `(?<dm>${RANGE}(?<d1>${DAY})(?: of)? (?<m1>${MONTH})(?:,? (?<y1>${YEAR})|(?<t1> this year| last year| next year))?(?!\\d))`,
    `(?<md>(?<m2>${MONTH}) ${RANGE}(?<d2>${DAY})(?:,? (?<y2>${YEAR})|,?(?<t2> this year| last year| next year))?(?![\\d:]))`,
    `(?<my>(?<m3>${MONTH})(?: of)?,? ?(?:(?<y3>${YEAR})|(?<t3>this year|last year|next year)))`,
    `(?<turn>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) (?<m4>${MONTH})(?![\\p{L}])`,
    `(?<lead>[Ii]n|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Ii]n (?:early|mid|late)|[Ee]arly|[Ll]ate|[Aa]s of|[Tt]he end of|[Ee]nd of|[Oo]ur|[Tt]he|[Ii]ts|[Tt]heir)[ -](?<m5>${MONTH})(?![\\p{L}])(?!,? (?:of )?${YEAR})(?! (?:${DAY})(?!\\d))(?! (?:this|last|next) year)`,
    `(?<weekday>(?:[Oo]n|[Ll]ast|[Tt]his|[Ee]arly|[Ll]ate) (?:${WEEKDAYS.join("|")})|(?:${WEEKDAYS.join("|")})(?=[,.]| (?:in|at|morning|afternoon|evening|to|that|and|with|for)\\b))`,
    `(?<near>[Yy]esterday|[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight|[Tt]omorrow)`,
    `(?<period>(?:[Ll]ast|[Nn]ext) (?:year|month)|(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) (?:in the|this|next|last) (?:year|month)|[Tt]his (?:year|month)(?! (?:in a row|alone))|the (?:end|start|middle|close|beginning) of (?:the|this|next|last) (?:calendar )?year|year[- ]end|(?<!(?:[Ee]arlier|[Ll]ate) )(?:this|next|last) ${SEASON}(?! ?\\d))`,
    `(?:(?<part>(?:the )?(?:end|close|start|beginning|middle|first half|second half|(?:first|second|third|fourth|last|final) quarter|${SEASON}|course)(?: of)?|[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater in|[Ee]arlier in|Q[1-4]|H[12])[ -](?:of )?)(?:FY ?|(?:fiscal|financial) year )?(?<y6>${YEAR})(?! ?[–/-] ?\\d)`,
    `(?<ago>(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) (?:years?|months?) ago)`,
    `(?:[Bb]etween|[Ff]rom|[Ii]n|[Oo]ver|[Ff]or)(?: the period)?(?: of)? (?:19|20)\\d\\d(?: and | to | through | until | ?[-–] ?)(?<y8>${YEAR})`,
    `(?:[Bb]y|[Ii]n) (?:(?:[Jj]apanese )?fiscal year|FY) ?(?<y9>${YEAR})`,
    `(?<into>[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hroughout|[Ff]rom|[Ff]or|[Oo]f|[Tt]hrough|[Ww]ithin|[Aa]round) (?:the year |calendar year )?(?<y7>${YEAR})(?! ?[–/-] ?\\d| and (?:19|20)\\d\\d| and beyond)`,
  ].join("|")})`,
  "gu",
);

/** Dates told in a text, in order. Linear in its length. */
export function datesTold(text: string, published: IsoDate): ToldDate[] {
  const today = parseIso(published);
  const found: ToldDate[] = [];
  for (const match of text.matchAll(WORDS)) {
    const reach = reachOf(match.groups ?? {}, { today, tense: tenseOf(text, match.index, match[0]) });
    if (reach === null) continue;
    const { date, first, last, relative } = reach;
    found.push({ start: match.index, end: match.index + match[0].length, date: asPartial(date), first: isoOf(first), last: isoOf(last), relative });
  }
  return found;
}

interface Reach {
  readonly date: string;
  readonly first: Day;
  readonly last: Day;
  readonly relative: boolean;
}

interface Sight {
  readonly today: Day;
  /** Whether the clause speaks of what is done, of what is still to come, or does not say. */
  readonly tense: "behind" | "ahead" | "open";
}

type Groups = Readonly<Record<string, string | undefined>>;

function reachOf(groups: Groups, sight: Sight): Reach | null {
  const { d1, d2, m1, m2, m3, m4, m5, y1, y2, y3, y6, y7, t1, t2, t3 } = groups;
  if (groups["weekday"] !== undefined) return dayReach(weekdayBefore(groups["weekday"], sight), true);
  if (groups["near"] !== undefined) return dayReach(nearDay(groups["near"], sight.today), true);
  if (groups["period"] !== undefined) return periodReach(groups["period"].toLowerCase(), sight.today);
  const month = monthNumber(m1 ?? m2 ?? m3 ?? m4 ?? m5 ?? "");
  // A stretch of years counts by its end, while that is to come.
  if (groups["y8"] !== undefined) return Number(groups["y8"]) > sight.today.year ? yearReach(Number(groups["y8"])) : null;
  if (groups["ago"] !== undefined) return agoReach(groups["ago"], sight.today);
  if (month === null) return yearReach(Number(y6 ?? y7 ?? groups["y9"]));
  const day = d1 ?? d2;
  const year = y1 ?? y2 ?? y3;
  const turn = (t1 ?? t2 ?? t3 ?? groups["turn"])?.trim().toLowerCase();
  const inYear = year !== undefined ? Number(year) : yearOf(month, day === undefined ? null : Number.parseInt(day, 10), { turn, lead: groups["lead"]?.toLowerCase() ?? "", sight });
  if (day === undefined) return monthReach(inYear, month, year === undefined);
  const number = Number.parseInt(day, 10);
  return number < 1 || number > lastOfMonth(inYear, month) ? null : dayReach({ year: inYear, month, day: number }, year === undefined);
}

/** The year of a month without one: behind, unless the words look ahead. */
function yearOf(month: number, day: number | null, { turn, lead, sight }: { readonly turn: string | undefined; readonly lead: string; readonly sight: Sight }): number {
  const { today } = sight;
  if (turn === "last year") return today.year - 1;
  if (turn === "next year") return today.year + 1;
  if (turn === "this year") return today.year;
  if (turn === "last") return month < today.month ? today.year : today.year - 1;
  if (turn === "next" || turn === "this coming") return month > today.month ? today.year : today.year + 1;
  const behind = month < today.month || (month === today.month && (day === null || day <= today.day));
  // "The summit on May 30", said on May 21, is nine days off, not a year ago.
  const soon = sight.tense === "open" && day !== null && monthsAhead(today, { year: today.year, month, day }) <= 3;
  const ahead = lead !== "since" && (sight.tense === "ahead" || soon || turn === "this" || /^(?:by|until|before|from)$/.test(lead));
  if (turn === "this") return today.year;
  if (ahead) return month < today.month || (month === today.month && day !== null && day < today.day) ? today.year + 1 : today.year;
  return behind ? today.year : today.year - 1;
}

/** Months from today until a day of this or the next year. */
function monthsAhead(today: Day, { month, day }: Day): number {
  return (month - today.month + (day < today.day ? -1 : 0) + 12) % 12;
}

/** The last such weekday up to the day of publication; "last Monday" said on a Monday is a week ago. */
function weekdayBefore(words: string, { today }: Sight): Day {
  const wanted = WEEKDAYS.findIndex((name) => words.includes(name));
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const back = (now - wanted + 7) % 7;
  return shifted(today, -(back === 0 && /^last/i.test(words) ? 7 : back));
}

function nearDay(words: string, today: Day): Day {
  return shifted(today, /yesterday/i.test(words) ? -1 : /tomorrow/i.test(words) ? 1 : 0);
}

/** The day so many days later. */
export function shifted(day: Day, days: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function periodReach(words: string, today: Day): Reach {
  const turn = /\blast\b/.test(words) ? -1 : /\bnext\b/.test(words) ? 1 : 0;
  if (/month/.test(words)) {
    const to = addMonths({ ...today, day: 1 }, turn);
    return monthReach(to.year, to.month, true);
  }
  return { ...yearReach(today.year + turn), relative: true };
}

const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "Two years ago" tells a year, "two months ago" a month. */
function agoReach(words: string, today: Day): Reach {
  const number = words.split(" ")[0] ?? "";
  const count = /^an?$/.test(number) ? 1 : NUMBERS.indexOf(number) > 0 ? NUMBERS.indexOf(number) : Number(number);
  if (/year/.test(words)) return { ...yearReach(today.year - count), relative: true };
  const to = addMonths({ ...today, day: 1 }, -count);
  return monthReach(to.year, to.month, true);
}

const two = (value: number): string => String(value).padStart(2, "0");

function dayReach(day: Day, relative: boolean): Reach {
  return { date: isoOf(day), first: day, last: day, relative };
}

function monthReach(year: number, month: number, relative: boolean): Reach {
  return { date: `${year}-${two(month)}`, first: { year, month, day: 1 }, last: { year, month, day: lastOfMonth(year, month) }, relative };
}

function yearReach(year: number): Reach {
  return { date: String(year), first: { year, month: 1, day: 1 }, last: { year, month: 12, day: 31 }, relative: false };
}

const AHEAD = /\b(?:will|shall|would|to be|(?:is|are|was|were) to|planned|plans? (?:to|for)|scheduled|expected|expects?|due|intends?|intended|aims? to|upcoming|forthcoming|next|hopes? to|looks? forward|looking forward|agreed to|committed to|pledged to|decided to|starting|beginning|to (?:hold|convene|complete|open|launch|sign|begin|start|publish|finali[sz]e|conclude|establish|adopt|meet|host|finish|issue|release|report))\b/;

/** What the words between the sentence's or clause's beginning and the date speak of. */
function tenseOf(text: string, at: number, words: string): Sight["tense"] {
  const before = text.slice(Math.max(0, at - 130), at);
  const clause = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "), before.search(/, (?:which|who|where|that)(?: \p{L}+){0,3}$/u)) + 1);
  if (/\b(?:held|signed|launched|announced|published|concluded|convened|met|agreed|adopted|established|opened|began|took place|completed|finali[sz]ed|hosted|released|welcomed)(?: [\p{L}\p{N}’'.,-]+){0,6} $/u.test(clause) && !/\bto be \w+/.test(clause)) return "behind";
  return AHEAD.test(clause) || /^by\b/i.test(words) ? "ahead" : "open";
}

const asPartial = (value: string): PartialDate => value as PartialDate;
