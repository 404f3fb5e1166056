/**
 * Dates that running text tells, as precise as told: days, months, years, and words that count from the day of publication ("last June",
 * "on Monday", "later this year"). What lies ahead in an undertaking is `deadlines.ts`'s matter; here a sentence tells what happened
 * or will happen, and a month or weekday without a year is looked for behind, unless the words look ahead.
 */
import type { IsoDate, PartialDate, Span } from "../types.ts";
import { ANY, WEEKDAYS, WORDS } from "./date-words.ts";
import { tenseOf, type Tense } from "./date-tense.ts";
import { addMonths, type Day, isoOf, lastOfMonth, monthNumber, parseIso } from "./calendar.ts";

export interface ToldDate extends Span {
  readonly date: PartialDate;
  /** First and last day that the words leave open. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** True where the words count from the day of publication. */
  readonly relative: boolean;
}

/** Dates told in a text, in order. Linear in its length. */
export function datesTold(text: string, published: IsoDate): ToldDate[] {
  if (!ANY.test(text)) return [];
  const today = parseIso(published);
  const found: ToldDate[] = [];
  for (const match of text.matchAll(WORDS)) {
    const before = found.at(-1)?.last.slice(0, 4) ?? published.slice(0, 4);
    const reach = reachOf(match.groups ?? {}, { today, tense: tenseOf(text, match.index, match[0]), before: Number(before) });
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
  readonly tense: Tense;
  /** The year of the date told before, which "of that year" goes back to. */
  readonly before: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

function reachOf(groups: Groups, sight: Sight): Reach | null {
  const { d1, d2, m1, m2, m3, m4, m5, y1, y2, y3, y6, y7, y9, y10, y11, y12, t1, t2, t3 } = groups;
  if (groups["weekday"] !== undefined) return dayReach(weekdayBefore(groups["weekday"], sight), true);
  if (groups["near"] !== undefined) return dayReach(nearDay(groups["near"], sight.today), true);
  if (groups["feast"] !== undefined) return monthReach(sight.tense === "behind" && sight.today.month < 12 ? sight.today.year - 1 : sight.today.year, 12, true);
  if (groups["season"] !== undefined) return { ...yearReach(seasonYear(groups["season"], sight)), relative: true };
  if (groups["quarter"] !== undefined) return monthReach(Number(y10), 3 * quarterOf(groups), false);
  if (groups["period"] !== undefined) return periodReach(groups["period"].toLowerCase(), sight.today);
  const month = monthNumber(m1 ?? m2 ?? m3 ?? m4 ?? m5 ?? "");
  // A stretch of years counts by its end, while that is to come.
  if (groups["y8"] !== undefined) return Number(groups["y8"]) > sight.today.year ? yearReach(Number(groups["y8"])) : null;
  if (groups["ago"] !== undefined) return agoReach(groups["ago"], sight.today);
  if (month === null) return yearReach(Number(y6 ?? y7 ?? y9 ?? y11 ?? y12));
  const day = d1 ?? d2;
  const year = y1 ?? y2 ?? y3;
  const turn = (t1 ?? t2 ?? t3 ?? groups["turn"])?.trim().toLowerCase().replace(/^of /, "");
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
  if (turn === "that year" || turn === "the same year") return sight.before;
  if (turn === "last") return month < today.month ? today.year : today.year - 1;
  if (turn === "next" || turn === "this coming") return month > today.month ? today.year : today.year + 1;
  const behind = month < today.month || (month === today.month && (day === null || day <= today.day));
  // "The summit on May 30", said on May 21, is nine days off, not a year ago.
  const soon = sight.tense === "open" && day !== null && monthsAhead(today, { year: today.year, month, day }) <= 3;
  const ahead = lead !== "since" && (sight.tense === "ahead" || soon || turn === "this" || /^(?:by|until|before|from|than|for)$/.test(lead));
  if (turn === "this") return today.year;
  if (ahead) return month < today.month || (month === today.month && day !== null && day < today.day) ? today.year + 1 : today.year;
  return behind ? today.year : today.year - 1;
}

/** Months from today until a day of this or the next year. */
function monthsAhead(today: Day, { month, day }: Day): number {
  return (month - today.month + (day < today.day ? -1 : 0) + 12) % 12;
}

/** The last such weekday up to the day of publication; "last Monday" said on a Monday is a week ago. Of two, the later one. */
function weekdayBefore(words: string, { today }: Sight): Day {
  const wanted = WEEKDAYS.indexOf(words.match(/\p{Lu}\p{Ll}+day/gu)?.at(-1) ?? "");
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  // A week begins on its Monday.
  if (/last week$/.test(words)) return shifted(today, ((wanted + 6) % 7) - ((now + 6) % 7) - 7);
  const back = (now - wanted + 7) % 7;
  return shifted(today, -(back === 0 && /^last/i.test(words) ? 7 : back));
}

function nearDay(words: string, today: Day): Day {
  if (/ago$/.test(words)) return shifted(today, -countOf(words));
  return shifted(today, /^the day before/i.test(words) ? -2 : /yesterday|last night/i.test(words) ? -1 : /tomorrow/i.test(words) ? 1 : 0);
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

/** The number that a count of days, months or years begins with. */
function countOf(words: string): number {
  const number = words.split(" ")[0] ?? "";
  return /^an?$/.test(number) ? 1 : NUMBERS.indexOf(number) > 0 ? NUMBERS.indexOf(number) : Number(number);
}

/** First and last month of what recurs every year. Winter begins in the year it is named by. */
const SEASONS: readonly (readonly [RegExp, number, number])[] = [[/spring/, 3, 5], [/summer/, 6, 8], [/autumn/, 9, 11], [/winter/, 1, 12], [/first quarter/, 1, 3], [/second quarter/, 4, 6], [/third quarter/, 7, 9], [/first half/, 1, 6], [/./, 7, 12]];

/** The year of "the spring": the coming one where the words look ahead, else the last. */
function seasonYear(words: string, { today, tense }: Sight): number {
  const [, first, last] = SEASONS.find(([name]) => name.test(words)) ?? [/./, 1, 12];
  if (tense === "ahead") return today.month > last ? today.year + 1 : today.year;
  return today.month < first ? today.year - 1 : today.year;
}

const QUARTERS = ["first", "second", "third", "fourth"];

/** Which quarter a stretch of a year ends with. */
const quarterOf = ({ q1, q2, quarter }: Groups): number => (q1 !== undefined ? Number(q1) : q2 !== undefined ? QUARTERS.indexOf(q2) + 1 || 4 : /half/.test(quarter ?? "") ? 2 : 4);

/** "Two years ago" tells a year, "two months ago" a month. */
function agoReach(words: string, today: Day): Reach {
  const count = countOf(words);
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

const asPartial = (value: string): PartialDate => value as PartialDate;
