/**
 * Dates in words and as places on an axis: always in universal time and British English, so that every machine writes the same page.
 */
import { Info } from "luxon";

const MONTHS = Info.months("long", { locale: "en-GB" });
const DAY = 86_400_000;

interface Parts {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
}

function partsOf(date: string): Parts {
  const [year = "", month, day] = date.split("-");
  return { year, month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) };
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

/** `1 August 2024`, `August 2024` or `2024`, as precise as the date is. */
export function longDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return [day, month === null ? null : monthName(month), year].filter((part) => part !== null).join(" ");
}

/** `1 Aug 2024`; May, June and July stay whole. */
export function shortDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return [day, month === null ? null : shortMonth(month), year].filter((part) => part !== null).join(" ");
}

/** `Aug 2024`. */
export function shortMonthOf(date: string): string {
  return shortDate(date.slice(0, 7));
}

export function shortMonth(month: number): string {
  const name = monthName(month);
  return name.length <= 4 ? name : name === "September" ? "Sept" : name.slice(0, 3);
}

/** `August 2024`. */
export function monthOf(date: string): string {
  const { year, month } = partsOf(date);
  return month === null ? year : `${monthName(month)} ${year}`;
}

/** Two dates as short as tells them apart: months where they differ, else days. */
export function tellApart(before: string, after: string): readonly [string, string] {
  return monthOf(before) === monthOf(after) ? [longDate(before), longDate(after)] : [monthOf(before), monthOf(after)];
}

/** Days since the beginning of 1970; a date without a day or month is taken at its middle. */
export function dayNumber(date: string): number {
  return Date.parse(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date) / DAY;
}

/** The day of this number, `YYYY-MM-DD`. */
export function dayFrom(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** How far two days lie apart: `294 days`, `10 months`, `3 years`. */
export function gap(before: string, after: string): string {
  const days = Math.abs(dayNumber(after) - dayNumber(before));
  if (days < 60) return days === 1 ? "1 day" : `${days} days`;
  const months = Math.round(days / 30.44);
  if (months < 24) return `${months} months`;
  return `${Math.round(days / 365.25)} years`;
}

/** A moment of ISO 8601 as `24 November 2025, 16:09 UTC`. */
export function moment(instant: string): string {
  return `${longDate(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}
