/**
 * Deadlines of an undertaking, resolved to the last day that they leave. Hand-written rules over capitalised months and
 * four-digit years, so that "may", "march on" and "second" never match; the dates of a whole document are `dates.ts`'s matter.
 *
 * Conventions: a period means its last day; "before" a period the day before it begins; "early" is the first
 * quarter, "mid" the half, "late" the end of a year; spring ends in May, summer in August, autumn in November, winter in the
 * February after (the seasons of the northern hemisphere, where the texts do not say otherwise). A month or a season without a year is the next one after the anchor. Vague times ("in the
 * coming months"), events ("by our next meeting") and frequencies ("annually") have no day: their value is null.
 */
import type { Detail, IsoDate } from "../types.ts";
import { addMonths, type Day, dayBefore, isoOf, lastOfMonth, monthNumber, parseIso } from "./calendar.ts";

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
const YEAR = "(?:20\\d\\d|2100)(?![\\d%]|[.,]\\d|s\\b|[ -](?:levels?|baselines?)\\b)";
const LEAD = "(?:(?:starting|beginning|commencing|due|scheduled|planned|expected) )?(?:[Bb]y (?:no later than|or (?:around|before)|around|about)|[Bb]y|[Nn]o later than|[Nn]ot later than|[Bb]efore|[Pp]rior to|[Aa]head of|[Uu]ntil|[Tt]ill|[Tt]hrough(?:out)?|[Dd]uring|[Ww]ithin|[Ff]rom|[Ss]ince|[Ii]n|[Ff]or|[Oo]ver|[Oo]n|[Aa]round|[Aa]s of|[Aa]t|[Ss]tarting|[Bb]eginning|[Tt]owards?|[Tt]o|[Bb]etween)";
const SEASON = "(?:spring|summer|autumn|fall|winter)";
const PART = `(?:the (?:very )?(?:end|close|beginning|start|middle)(?: of)?|(?:end|close|beginning|start|middle) of|[Ee]nd(?=[ -]20)|(?:the )?(?:first|second) half(?: of)?|(?:the )?(?:first|second|third|fourth|last|final) quarter(?: of)?|(?:the )?${SEASON}(?: of)?|[Ee]arl(?:y|ier)|[Mm]id|[Ll]ate|[Ll]ater|Q[1-4]|[1-4]Q|H[12])`;
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const RELATIVE = `(?:(?:this|next|the (?:coming|following|next|same)) (?:calendar |fiscal |financial )?(?:year|month|week|quarter|decade|${SEASON}))`;
const PERIOD = `(?:${DAY}(?: of)? ${MONTH},? ${YEAR}|${MONTH} ${DAY},? ${YEAR}|${MONTH},?(?: of)? ${YEAR}|${DAY} ${MONTH}|${MONTH} ${DAY}(?!\\d)|${MONTH}|${YEAR}(?: ?[–-] ?| and | to )${YEAR}|(?:[Ff]iscal [Yy]ear |FY ?|(?:the )?years? )?${YEAR}|${RELATIVE}|(?:the|this|each other) (?:calendar )?(?:year|month|decade|century))`;

const CALENDAR = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?<lead>${LEAD}) )?(?:(?<part>${PART})(?:[ -](?:in )?|(?=$|[^\\p{L}])))?(?<period>${PERIOD})?(?![\\p{L}\\p{N}])`, "gu");

const NUMBER_WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, eighteen: 18, twenty: 20, thirty: 30, sixty: 60, ninety: 90 };
const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBER_WORDS).join("|")})`;
const UNIT = "(?:business |working )?(?:day|week|month|year|decade)s?";
const DURATION = new RegExp(`(?<![\\p{L}\\p{N}])(?<lead>[Ww]ithin|[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Tt]hrough|[Aa]fter)(?<the> the)?(?: (?<turn>next|coming|first|following|initial))?(?: (?:roughly|about|up to|the))?(?: (?<number>${NUMBER})(?: to (?:${NUMBER}))?[ -](?<unit>${UNIT})| (?<vague>days|weeks|months|years|year|month|week|decade))(?<ahead> ahead| to come)?(?![\\p{L}\\p{N}-])`, "gu");
const FREQUENCY = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:at least |no less than )?(?:once|twice|three times|four times) (?:a|an|per|each|every) (?:calendar )?(?:year|month|quarter|week)|every (?:other )?(?:(?:${NUMBER}|few)[ -])?(?:year|month|quarter|week)s?|each (?:year|month|quarter)|(?:bi-?|semi-?)?annually|biennially|quarterly|yearly|on (?:an|a) (?:(?:bi|semi)-?)?(?:annual|yearly|biennial|quarterly|monthly) basis)(?![\\p{L}\\p{N}])`, "giu");
const GATHERING = "(?:[Mm]eeting|[Ss]ummit|[Ss]ession|[Cc]ouncil|[Dd]ialogue|[Rr]ound|[Mm]inisterial|[Cc]onference|[Gg]athering|[Aa]ssembly|[Cc]onsultations?|[Tt]alks|[Ee]dition|[Aa]nniversary|COP ?\\d*|[Ee]lections?|[Pp]residency)";
const EVENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:[Bb]y|[Bb]efore|[Aa]head of|[Pp]rior to|[Aa]t|[Ii]n time for|[Uu]ntil)(?: the time of)? (?:the |our |their |its |this |next )(?:(?:next|upcoming|forthcoming|second|third|fourth|fifth|coming|following|annual|20\\d\\d)(?: [\\p{L}\\p{N}&-]+){0,5}? ${GATHERING}(?: ${GATHERING})?|end of (?:the|its|their|our|his|her) (?:[\\p{L}]+ )?(?:term|mandate|presidency))(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?:[Bb]y|[Bb]efore|[Aa]head of) COP ?\\d\\d(?!\\d)`, "gu");
const OCCASION = new RegExp(`${GATHERING}|COP ?\\d|end of (?:the|its|their|our|his|her) `);
const SPECIAL = /(?<![\p{L}\p{N}])(?:(?:[Bb]y|[Bb]efore|[Aa]t|[Bb]y or around|around) (?:the )?(?:year[- ]end|mid-?century|middle of (?:the|this) century|end of (?:the|this) century|turn of the decade)|year-end|in the (?:near|coming|immediate) (?:future|term)|in the (?:short|medium|near) term)(?![\p{L}\p{N}])/gu;

/** Every date, duration and rhythm has one of these; most undertakings have none. */
const TIME = new RegExp(`${YEAR}|\\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)|${SEASON}`);
const UNITS_OF_TIME = /day|week|month|year|quarter|decade|century|annual|biennial|\bterm\b|future/i;

/** A deadline before it is a detail. `null` as a value: it has no day that could be computed. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Day | null;
}

/** Deadlines in a text, in order. Without an anchor, relative ones have no value. Linear in the length of the text. */
export function findDeadlines(text: string, anchorDate: IsoDate | null): readonly Detail[] {
  const anchor = anchorDate === null ? null : parseIso(anchorDate);
  const found: Found[] = [];
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => Day | null | undefined): void => {
    for (const match of text.matchAll(pattern)) {
      if (match[0].trim() === "" || match.index === undefined) continue;
      const value = read(match);
      const end = match.index + match[0].trimEnd().length;
      if (value !== undefined) found.push({ start: match.index, end, value });
    }
  };
  if (OCCASION.test(text)) take(EVENT, () => null);
  if (found.length === 0 && !TIME.test(text) && !UNITS_OF_TIME.test(text)) return [];
  take(SPECIAL, (match) => specialDay(match[0], anchor));
  // "100,000 tonnes annually" is a rate, not a rhythm.
  take(FREQUENCY, (match) => (/\d[\d,.]*(?: (?:million|billion))?(?: [\p{L}-]+){0,5} $/u.test(text.slice(Math.max(0, (match.index ?? 0) - 70), match.index)) ? undefined : null));
  take(DURATION, (match) => durationDay(match, anchor, text));
  take(CALENDAR, (match) => calendarDay(match, anchor, text));
  return withoutOverlap(found).map(({ start, end, value }) => ({ type: "deadline" as const, start, end, text: text.slice(start, end), value: value === null ? null : isoOf(value) }));
}

/** The longest of overlapping finds, in order of place. */
function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

function specialDay(words: string, anchor: Day | null): Day | null | undefined {
  if (/mid-?century|middle of/.test(words)) return { year: 2050, month: 12, day: 31 };
  if (/century/.test(words)) return { year: 2100, month: 12, day: 31 };
  if (/year[- ]end/.test(words)) return anchor === null ? null : { year: anchor.year, month: 12, day: 31 };
  if (/decade/.test(words)) return anchor === null ? null : decadeEnd(anchor.year);
  return null;
}

function durationDay(match: RegExpMatchArray, anchor: Day | null, text: string): Day | null | undefined {
  const { lead = "", the, turn, number, unit, vague, ahead } = match.groups ?? {};
  const low = lead.toLowerCase();
  if (/^ (?:ago|before|earlier|old)\b/.test(text.slice((match.index ?? 0) + match[0].length))) return undefined;
  if (vague !== undefined) {
    if (turn === undefined && ahead === undefined && !(low === "within" && vague === "year")) return undefined;
    if (!/^(?:year|month|week)$/.test(vague)) return /^(?:next|coming|following)$/.test(turn ?? "") || ahead !== undefined ? null : undefined;
    if (turn === "first" || turn === "initial") return undefined;
    return anchor === null ? null : vague === "week" ? plus(anchor, 7, "day") : plus(anchor, 1, vague);
  }
  if (low === "after" || (low === "for" && turn !== "next" && turn !== "coming")) return undefined;
  if (the !== undefined && turn === undefined) return undefined;
  const count = NUMBER_WORDS[number ?? ""] ?? Number(number);
  const fromNow = turn === "next" || turn === "coming" || turn === "following" || ((low === "within" || low === "in") && turn === undefined);
  if (!fromNow) return low === "over" || low === "during" ? (turn === undefined ? null : undefined) : undefined;
  // "Within six months of signature" counts from a day that the text does not tell.
  if (/^ (?:of|after|from|following) (?:the (?:date|signature|signing|entry|adoption|launch|start|conclusion)|its|their|signature|signing|entry|adoption|receipt|ratification|today)\b/.test(text.slice((match.index ?? 0) + match[0].length))) return null;
  return anchor === null ? null : plus(anchor, count, unit ?? "");
}

function plus(day: Day, count: number, unit: string): Day {
  if (/day/.test(unit)) return addDays(day, count);
  if (/week/.test(unit)) return addDays(day, 7 * count);
  return addMonths(day, /decade/.test(unit) ? 120 * count : /year/.test(unit) ? 12 * count : count);
}

function addDays(day: Day, count: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + count));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** First and last day of a period of the calendar. */
interface Reach {
  readonly first: Day;
  readonly last: Day;
}

function calendarDay(match: RegExpMatchArray, anchor: Day | null, text: string): Day | null | undefined {
  const { lead, part, period } = match.groups ?? {};
  const low = (lead ?? "").toLowerCase();
  if (low === "since" || /^earlier$/i.test(part ?? "")) return undefined;
  const reach = reachOf(part, period, lead !== undefined, anchor);
  if (reach === undefined) return undefined;
  if (reach === null) return null;
  const isNot = /\b(?:not|nor)(?: \w+){0,2} $/i.test(text.slice(Math.max(0, (match.index ?? 0) - 25), match.index));
  const ends = /end|close/.test(part ?? "");
  const day = /before|prior to|ahead of/.test(low) && !isNot && !ends ? dayBefore(reach.first) : reach.last;
  // "Was signed in July": a month without a year, after what is done, lies behind; so does a year that has begun, right after it.
  const told = text.slice(0, match.index);
  const hasBegun = anchor !== null && isoOf(reach.first) <= isoOf(anchor);
  if ((!/\d{4}/.test(match[0]) || (hasBegun && DONE_THERE.test(told))) && /^(?:in|on|during|over)$/.test(low) && tellsPast(told)) return undefined;
  // What lies behind the anchor is history, unless it is said as a limit ("by 2020").
  const isLimit = /^(?:by|no later|not later|before|until|till)/.test(low.replace(/^(?:starting|beginning|commencing|due|scheduled|planned|expected) /, ""));
  return anchor !== null && isoOf(day) <= isoOf(anchor) && !isLimit ? undefined : day;
}

/** "Signed", "held in Brussels": what is done, and at most where. */
const DONE_THERE = /\b(?:[a-z]{2,}ed|held|met|begun)(?: (?:in|at) \p{Lu}[\p{L}’'-]*(?:,? \p{Lu}[\p{L}’'-]*){0,4})?,? $/u;

/** Whether the clause before a date tells what is done: a past verb nearby and nothing that looks ahead. */
function tellsPast(before: string): boolean {
  const near = before.slice(Math.max(0, before.length - 60));
  if (/\b(?:will|shall|to be|is to|are to|planned|scheduled|expected|due|plan|intend|agreed to|aim|must|should)\b/i.test(near)) return false;
  return /\b(?:was|were|had|has|have|[a-z]{2,}ed|held|met|began|begun|took|came|came into force|signed up to)(?: (?!to \p{Ll})[\p{L}’'-]+){0,4} $/u.test(near);
}

/** The days that a part ("the end of", "Q3") of a period ("2026", "next year") takes; undefined where the words are no time. */
function reachOf(part: string | undefined, period: string | undefined, led: boolean, anchor: Day | null): Reach | null | undefined {
  if (period === undefined) {
    const season = /(?:the )?(spring|summer|autumn|fall|winter)$/.exec(part ?? "")?.[1];
    if (season === undefined || !led || !/^the /.test(part ?? "")) return undefined;
    return anchor === null ? null : nextSeason(season, anchor);
  }
  const base = periodReach(period, led || part !== undefined, anchor);
  if (base === undefined || base === null || part === undefined) return base === undefined || /^the (?:year|month|decade|century)$/.test(period) && part === undefined ? undefined : base;
  return partOf(part.toLowerCase(), base);
}

function periodReach(period: string, led: boolean, anchor: Day | null): Reach | null | undefined {
  const years = [...period.matchAll(/20\d\d|2100/g)].map((found) => Number(found[0]));
  const year = years.at(-1);
  const month = monthNumber(/[A-Z][a-z]{2,8}/.exec(period)?.[0] ?? "");
  const days = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(period)?.[1];
  if (year === undefined && month === null) return relativeReach(period, anchor);
  if (month === null) return year !== undefined && led ? { first: { year: years[0] ?? year, month: 1, day: 1 }, last: { year, month: 12, day: 31 } } : undefined;
  if (year === undefined && !led) return undefined;
  if (year === undefined && anchor === null) return null;
  const inYear = year ?? ((anchor?.month ?? 1) <= month ? (anchor?.year ?? 0) : (anchor?.year ?? 0) + 1);
  if (days === undefined) return { first: { year: inYear, month, day: 1 }, last: { year: inYear, month, day: lastOfMonth(inYear, month) } };
  const day = { year: inYear, month, day: Math.min(Math.max(Number(days), 1), lastOfMonth(inYear, month)) };
  return { first: day, last: day };
}

function relativeReach(period: string, anchor: Day | null): Reach | null | undefined {
  if (anchor === null) return null;
  const next = /next|following/.test(period) ? 1 : 0;
  const season = new RegExp(SEASON).exec(period)?.[0];
  if (season !== undefined) return nextSeason(season, anchor);
  // "This week" is the meeting itself.
  if (/this week/.test(period)) return undefined;
  if (/year/.test(period)) {
    if (/coming/.test(period)) return { first: anchor, last: addMonths(anchor, 12) };
    return { first: { year: anchor.year + next, month: 1, day: 1 }, last: { year: anchor.year + next, month: 12, day: 31 } };
  }
  if (/decade/.test(period)) return { first: { year: anchor.year - (anchor.year % 10), month: 1, day: 1 }, last: decadeEnd(anchor.year) };
  if (/century/.test(period)) return { first: { year: 2001, month: 1, day: 1 }, last: { year: 2100, month: 12, day: 31 } };
  if (/month/.test(period)) {
    const to = addMonths({ ...anchor, day: 1 }, next);
    return { first: to, last: { ...to, day: lastOfMonth(to.year, to.month) } };
  }
  if (/quarter/.test(period)) {
    const to = addMonths({ year: anchor.year, month: anchor.month - ((anchor.month - 1) % 3), day: 1 }, 3 * next);
    const end = addMonths(to, 2);
    return { first: to, last: { ...end, day: lastOfMonth(end.year, end.month) } };
  }
  return { first: addDays(anchor, next * 7), last: addDays(anchor, next * 7 + 6) };
}

/** "The end of the decade" is its round year: texts of the 2020s mean 2030, the year of their targets. */
const decadeEnd = (year: number): Day => ({ year: year - (year % 10) + 10, month: 12, day: 31 });

const SEASON_MONTHS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

function seasonOf(season: string, year: number): Reach {
  const month = SEASON_MONTHS[season] ?? 3;
  const end = addMonths({ year, month, day: 1 }, 2);
  return { first: { year, month, day: 1 }, last: { ...end, day: lastOfMonth(end.year, end.month) } };
}

function nextSeason(season: string, anchor: Day): Reach {
  const thisYear = seasonOf(season, anchor.year);
  return isoOf(thisYear.last) >= isoOf(anchor) ? thisYear : seasonOf(season, anchor.year + 1);
}

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, final: 4 };

function partOf(part: string, base: Reach): Reach {
  const year = base.last.year;
  const span = (from: number, months: number): Reach => ({ first: { year, month: from, day: 1 }, last: { year, month: from + months - 1, day: lastOfMonth(year, from + months - 1) } });
  const whole = base.first.month === 1 && base.last.month === 12;
  const season = new RegExp(SEASON).exec(part)?.[0];
  if (season !== undefined) return seasonOf(season, year);
  if (!whole) return /beginning|start|early/.test(part) ? { first: base.first, last: { ...base.first, day: Math.min(10, base.last.day) } } : /mid/.test(part) ? { first: base.first, last: { ...base.first, day: Math.min(15, base.last.day) } } : base;
  const half = /half/.test(part) ? (part.includes("first") ? 1 : 2) : Number(/h([12])/.exec(part)?.[1] ?? 0);
  if (half > 0) return span(half === 1 ? 1 : 7, 6);
  const quarter = /quarter/.test(part) ? (ORDINALS[/first|second|third|fourth|last|final/.exec(part)?.[0] ?? ""] ?? 0) : Number(/q([1-4])|([1-4])q/.exec(part)?.slice(1).find((one) => one !== undefined) ?? 0);
  if (quarter > 0) return span(3 * quarter - 2, 3);
  if (/early/.test(part)) return span(1, 3);
  if (/beginning|start/.test(part)) return span(1, 1);
  if (/mid/.test(part)) return span(1, 6);
  return base;
}
