/**
 * Amounts of an undertaking: sums of money with their ISO 4217 currency, shares, measures with their unit, and counts of
 * things. Years, days, numbers that name something ("Article 5", "5G", "UNSCR 2593", "Group of 77") and numbers of the
 * parties themselves ("the two sides") are none.
 */
import type { Detail } from "../types.ts";

const SIGNS: Readonly<Record<string, string>> = { "US$": "USD", "S$": "SGD", "SG$": "SGD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD", "R$": "BRL", $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW" };
const CODES = "USD|EUR|GBP|JPY|CAD|AUD|SGD|NZD|INR|KRW|CNY|CHF|SEK|NOK|DKK|BRL|MXN|IDR|MYR|THB|VND|PHP|ZAR|TWD|HKD|AED|SAR";
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:U\.?S\.? |American |United States )?dollars$/i, "USD"], [/^euros?$/i, "EUR"], [/^(?:Japanese )?yen$/i, "JPY"], [/^(?:British )?pounds(?: sterling)?$/i, "GBP"], [/^Canadian dollars$/i, "CAD"], [/^Australian dollars$/i, "AUD"],
  [/^Singapore(?:an)? dollars$/i, "SGD"], [/^New Zealand dollars$/i, "NZD"], [/^(?:Korean |South Korean )won$/i, "KRW"], [/^(?:Indian )?rupees$/i, "INR"], [/^(?:Chinese )?(?:yuan|renminbi)$/i, "CNY"], [/^Swiss francs$/i, "CHF"], [/^(?:Swedish )?kronor$/i, "SEK"],
];
const SIGN = Object.keys(SIGNS).toSorted((a, b) => b.length - a.length).map((sign) => sign.replaceAll("$", "\\$")).join("|");
const MAGNITUDES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, mn: 1e6, m: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12, tn: 1e12, crore: 1e7, lakh: 1e5 };
const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, dozen: 12 };
const NUM = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const MAG = "(?:hundred|thousand|million|billion|trillion|crore|lakh)";
const ABOUT = "(?<about>(?:(?:an? )?(?:additional|initial|combined|estimated|total of|further|minimum of|maximum of|overall|extra|average of) |(?:more|less|fewer|greater|higher|lower) than |at least |at most |up to |over |nearly |almost |approximately |around |about |roughly |some |close to |as (?:many|much) as |no (?:more|less|fewer) than |well over ){0,3})";
const EDGE = "(?<![\\p{L}\\p{N}$€£.,/-])";

const MONEY = new RegExp(`${EDGE}${ABOUT}(?:(?<sign>${SIGN})|(?<code>${CODES})(?:[$€£¥])?) ?(?<low>${NUM})(?<plus>\\+?)(?: ?(?:-|–|to|and) ?(?:${SIGN}|(?:${CODES}) )?(?<high>${NUM})(?=[ -]?(?:hundred|thousand|million|billion|trillion|bn|mn|m\\b|\\b)))?(?:[ -]?(?<mag>${MAG}|bn|mn|[mkb](?![\\p{L}])))?\\+?`, "giu");
const MONEY_AFTER = new RegExp(`${EDGE}${ABOUT}(?<low>${NUM}|one|two|three|four|five|six|seven|eight|nine|ten|half a)(?: (?<mag>${MAG}))? (?<name>(?:U\\.?S\\.? |American |Canadian |Australian |Singapore(?:an)? |New Zealand |Japanese |Korean |South Korean |Indian |Chinese |British |Swiss |Swedish )?(?:dollars|euros?|yen|pounds(?: sterling)?|won|rupees|yuan|renminbi|francs|kronor))(?![\\p{L}])`, "giu");
const SHARE = new RegExp(`${EDGE}${ABOUT}(?<low>${NUM})(?: ?(?:-|–|to) ?(?<high>${NUM}))? ?(?<unit>%|per ?cent|percentage points?)(?![\\p{L}])`, "giu");
const UNITS = "°C|(?<=\\d\\.\\d)C|degrees? (?:Celsius|C)|º ?C|GWh?s?|MWh?s?|kWh?|TWh|gigawatts?(?:-hours?)?|megawatts?(?:-hours?)?|kilowatts?|terawatts?|kilomet(?:er|re)s?|km2?|miles?|met(?:er|re)s?|nautical miles|nanomet(?:er|re)s?|nm|hectares?|acres?|square (?:miles|kilomet(?:er|re)s)|(?:metric )?tons?(?: of CO2| per (?:annum|year))?|tonnes?|kilograms?|kg|gigatons?|megatons?|barrels?(?: (?:of oil )?(?:per|a) day)?|bcm|bcf|mmt|MTPA|mtpa|cubic met(?:er|re)s|liters?|litres?|gallons?|bushels?|[GMT]bps|gigabits?|petaflops?|exaflops?";
const MEASURE = new RegExp(`${EDGE}${ABOUT}(?<low>${NUM})(?:[ -](?<mag>${MAG}))?(?: ?(?:-|–|to) ?(?<high>${NUM}))?[ -]?(?<unit>${UNITS})(?![\\p{L}\\p{N}])`, "gu");
const COUNT = new RegExp(`${EDGE}${ABOUT}(?<low>${NUM}|${Object.keys(WORDS).join("|")})(?<plus>\\+?)(?:[ -](?<mag>${MAG}|dozen))?(?<gap> )(?=[\\p{L}“"‘'(-])`, "giu");

/** What sums and shares cannot be without: cheaper to look for than they are. */
const SIGNED = new RegExp(`[$€£¥₹₩]|${CODES}`, "i");
const CURRENCY = /dollars|euro|yen|pounds|won|rupees|yuan|renminbi|francs|kronor/i;
const PERCENT = /%|per ?cent/i;
/** No amount is without a figure or a word for one. */
const FIGURE = new RegExp(`\\d|\\b(?:${Object.keys(WORDS).join("|")}|half a)`, "i");

/** Words before a number that make it a name. */
const NAMES_NUMBER = /(?:\b(?:articles?|art\.?|sections?|sec\.?|resolutions?|unscrs?|pillars?|phase|annex|chapter|paragraphs?|paras?\.?|nos?\.?|number|track|level|title|parts?|stage|agenda|protocol|tier|goals?|version|round|category|class|grade|window|mission|apollo|artemis|group of|top|eyes|formula|block|article|rule|form|table|figure|covid|cop|basel|horizon|scope|season|day|week|month|year|since|page|day of)) $/i;
/** An acronym before a number makes it a name, too: "UNSCR 2593", "IMPACT 1.0". */
const ACRONYM_BEFORE = /\b[A-Z][A-Z0-9-]*[A-Z0-9] $/;
/** Heads of counts that say who the parties are, when, or how the text is ordered, not how much. */
const NO_THINGS = new Set(
  "sides countries nations leaders governments parties presidents ministers peoples states partners delegations economies co-chairs chairs allies heads secretaries continents hemispheres years months days weeks hours minutes decades centuries quarters times areas pillars priorities ways parts thirds things issues points tracks stages phases dimensions principles fronts halves sets rounds oceans seas democracies members capitals legislatures militaries navies armies objectives goals categories themes topics dialogues regions partnerships summits meetings houses others lines strands levels sectors legs bodies teams".split(" "),
);
const PLURALS = new Set("people officials alumni men women children staff personnel data aircraft media criteria police youth fishermen troops species persons vaccines".split(" "));
const STOPS = new Set("of for in on at by to from with and or the a an that which who as into under over between through is are was were will would has have had be been being while but if than per within across including after before during since until also not its their our this these those may can".split(" "));

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Amounts in a text, in order, none inside another. Linear in the length of the text. */
export function findAmounts(text: string): readonly Detail[] {
  if (!FIGURE.test(text)) return [];
  const found: Found[] = [];
  for (const match of SIGNED.test(text) ? text.matchAll(MONEY) : []) {
    const { sign, code, low = "", high, mag } = match.groups ?? {};
    const currency = sign !== undefined ? (SIGNS[sign] ?? SIGNS[sign.toUpperCase()] ?? "USD") : (code ?? "USD").toUpperCase();
    if (code !== undefined && code !== code.toUpperCase()) continue;
    found.push(foundOf(match, `${currency} ${range(low, high, mag)}`));
  }
  for (const match of CURRENCY.test(text) ? text.matchAll(MONEY_AFTER) : []) {
    const { low = "", mag, name = "" } = match.groups ?? {};
    const currency = NAMES.find(([pattern]) => pattern.test(name))?.[1];
    if (currency !== undefined) found.push(foundOf(match, `${currency} ${range(low, undefined, mag)}`));
  }
  for (const match of PERCENT.test(text) ? text.matchAll(SHARE) : []) {
    const { low = "", high, unit = "" } = match.groups ?? {};
    found.push(foundOf(match, `${range(low, high, undefined)} ${/point/i.test(unit) ? "percentage points" : "percent"}`));
  }
  for (const match of /\d/.test(text) ? text.matchAll(MEASURE) : []) {
    const { low = "", high, mag, unit = "" } = match.groups ?? {};
    found.push(foundOf(match, `${range(low, high, mag)} ${canonicalUnit(unit)}`));
  }
  for (const match of text.matchAll(COUNT)) {
    const one = countOf(match, text);
    if (one !== null) found.push(one);
  }
  return withoutOverlap(found).map(({ start, end, value }) => ({ type: "amount" as const, start, end, text: text.slice(start, end), value }));
}

function foundOf(match: RegExpMatchArray, value: string): Found {
  const start = match.index ?? 0;
  return { start, end: start + match[0].trimEnd().length, value };
}

/** Finds of the first rules win over later ones that overlap them: money over measures over counts. */
function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.toSorted((a, b) => a.start - b.start);
}

const numberOf = (written: string): number => WORDS[written.toLowerCase()] ?? (/^half a$/i.test(written) ? 0.5 : Number(written.replaceAll(",", "")));

function range(low: string, high: string | undefined, mag: string | undefined): string {
  const factor = MAGNITUDES[mag?.toLowerCase() ?? ""] ?? (mag?.toLowerCase() === "dozen" ? 12 : 1);
  const plain = (written: string): string => String(Number((numberOf(written) * factor).toPrecision(12)));
  return high === undefined ? plain(low) : `${plain(low)}-${plain(high)}`;
}

function canonicalUnit(unit: string): string {
  if (/°|º|degree|^C$/i.test(unit)) return "°C";
  const short: readonly (readonly [RegExp, string])[] = [[/^GWs$|^gigawatts?$/i, "GW"], [/^MWs$|^megawatts?$/i, "MW"], [/^kilowatts?$/i, "kW"], [/^kilomet/i, "km"], [/^(?:metric )?tons?$|^tonnes?$/i, "tonnes"]];
  return short.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;
}

/** A number and the things that it counts; null for what is a name, a time or the parties. */
function countOf(match: RegExpMatchArray, text: string): Found | null {
  const { low = "", mag } = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].trimEnd().length;
  const about = match.groups?.["about"] ?? "";
  const digits = /^\d/.test(low);
  const before = text.slice(Math.max(0, start - 24), start);
  if (about === "" && (NAMES_NUMBER.test(before) || ACRONYM_BEFORE.test(before))) return null;
  // A bare four-digit number of these centuries is a year.
  if (/^(?:19|20|21)\d\d$/.test(low) && mag === undefined && about === "") return null;
  if (/^\d+\.\d+$/.test(low) && mag === undefined) return null;
  if (/^one$|^hundred$|^dozen$|^1$/i.test(low) && mag === undefined) return null;
  const big = mag !== undefined || numberOf(low) >= 1000;
  const things = thingsAfter(text, end, big);
  if (things === null) return mag !== undefined || (about !== "" && digits && numberOf(low) >= 100) ? { start, end, value: range(low, undefined, mag) } : null;
  const abroad = digits && numberOf(low) >= 10 && /^(?:countries|nations|cities|economies)$/.test(things.head);
  if ((NO_THINGS.has(things.head) && !abroad) || (!digits && about === "" && things.words.some((word) => NO_THINGS.has(word)))) return null;
  const value = `${range(low, undefined, mag)} ${things.words.length <= 3 ? things.words.join(" ") : things.head}`;
  return { start, end: big && things.words.length > 3 ? end : things.end, value };
}

/** The nearest plural after a number, with the words between; for great numbers adjectives may be joined by commas and "and". */
function thingsAfter(text: string, from: number, big: boolean): { readonly words: readonly string[]; readonly head: string; readonly end: number } | null {
  const words: string[] = [];
  const pattern = /[\s“"‘'(-]*([\p{L}\p{N}][\p{L}\p{N}.&’'-]*)(,)?/gu;
  pattern.lastIndex = from;
  for (let count = 0; count < (big ? 8 : 5); count++) {
    const match = pattern.exec(text);
    if (match === null || match.index !== (count === 0 ? from : match.index)) return null;
    const [whole, word = "", comma] = match;
    if (/[.;:!?]/.test(text.slice(match.index - 1, match.index)) && count > 0) return null;
    const lower = word.toLowerCase().replace(/[’']s?$/, "").replace(/\.$/, "");
    if (STOPS.has(lower) && !(big && lower === "and")) return null;
    words.push(lower);
    const isPlural = PLURALS.has(lower) || (/[^sui]s$|ies$/.test(lower) && lower.length > 3);
    const next = /^ ([\p{L}-]+)/u.exec(text.slice(match.index + whole.length))?.[1]?.toLowerCase() ?? "";
    const goesOn = isPlural && comma === undefined && next.length > 3 && !STOPS.has(next) && /[^sui]s$/.test(next) && words.length < 4 && !/(?:ens|ies|hes|ves|ues|des|tes|nes|res|ces|ges)$/.test(next);
    if (isPlural && !goesOn) return { words, head: lower, end: match.index + whole.length - (comma === undefined ? 0 : 1) - (/\.$/.test(word) ? 1 : 0) };
    if (comma !== undefined && !big) return null;
  }
  return null;
}
