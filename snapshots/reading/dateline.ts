/**
 * A dateline: the place and day that a release or an agency's report opens with, as in `Brussels, 14 March 2025`, `TOKYO, 8 May 2025 –` or
 * `WASHINGTON, D.C. (Oct. 12, 2023)`. It stands alone near the top or opens a paragraph; a date inside a sentence is none.
 */
const MONTH_NAMES = "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
/** As in a sentence, or in capitals as in an agency's dateline. */
const MONTH = `(?:${MONTH_NAMES}|${MONTH_NAMES.toUpperCase()})`;
const WEEKDAY = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?,? )?";
/** Of "12-13 June" a document bears the last day. */
const RANGE = "(?:\\d{1,2} ?(?:[-–]|and|to) ?)?";

/** A day with its month's name, in groups `d1 m1 y1` or `m2 d2 y2`. */
export const WRITTEN_DATE = `${WEEKDAY}(?:the )?(?:${RANGE}(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>${MONTH}),? (?<y1>(?:19|20)\\d\\d)|(?<m2>${MONTH}) ${RANGE}(?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>(?:19|20)\\d\\d))(?!\\d)`;
const LABEL = "(?:(?:FOR IMMEDIATE RELEASE|For [Ii]mmediate [Rr]elease|Press [Rr]elease|(?:Joint )?[Ss]tatement|News [Rr]elease|IP/\\d+/\\d+)[\\s:,–—-]*)?";
const DATELINE = new RegExp(`^${LABEL}\\(?(?:\\p{Lu}[\\p{L}.’' -]{1,40}(?:, ?|/| ?[(|–—-] ?)){0,3}[(]?(?<date>${WRITTEN_DATE})`, "u");

export interface Dateline {
  /** The words of the date. */
  readonly date: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Where the text goes on after the dateline and its dash. */
  readonly end: number;
}

/** The dateline that a text opens with, or null. */
export function datelineOf(text: string): Dateline | null {
  const match = DATELINE.exec(text.slice(0, 160));
  const date = match?.groups?.["date"];
  if (match === null || date === undefined) return null;
  const after = text.slice(match[0].length, match[0].length + 80);
  const opens = /^\)?\s*(?:$|[-–—:|(/]|\.(?:\s|$))/.test(after) || (match[0] !== date && /^\)?,?\s+\p{Lu}/u.test(after)) || text.length <= match[0].length + 30;
  if (!opens) return null;
  return { date, groups: match.groups ?? {}, end: match[0].length + (/^\)?\s*(?:\([^)]{1,40}\)\s*)?[-–—:|,.]*\s*/.exec(after)?.[0].length ?? 0) };
}

const AGENCY = "(?:\\([\\p{L}./ ]{2,30}\\)\\s*)";
const PLACE = "\\p{Lu}[\\p{L}.’' -]{1,40}(?:\\s?\\[[^\\]]{2,20}\\]|, ?\\p{Lu}[\\p{L}. ]{1,20})?";
const DAY = `(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? (?:19|20)\\d\\d)?`;
const OPENING = new RegExp(`^(?:${PLACE}(?:, ?| )${DAY}\\s*${AGENCY}?|\\p{Lu}[\\p{Lu}., -]{2,40}${AGENCY}|\\p{Lu}{3}[\\p{Lu}., ]{0,36} )(?:[–—:]|-{1,2})\\s+`, "u");

/** Where a text goes on after the place, day or agency that it opens with: "TOKYO, May 8 (Reuters) - ". 0 where it opens with none. */
export function openingOf(text: string): number {
  return OPENING.exec(text.slice(0, 160))?.[0].length ?? 0;
}
