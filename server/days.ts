/**
 * Days of the calendar at the edge: what people write as a day is checked here, once for the command line, forms and addresses.
 */
import { DateTime } from "luxon";
import type { IsoDate, PartialDate } from "../snapshots/index.ts";

/** Whether a text names a day as `YYYY-MM-DD`. Luxon is silently invalid on a day such as 2023-02-30, so it is asked. */
export function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/** How people write a year, a month and a day, each in one sense only: 1/8/2024 has two and is not among them. */
const WRITTEN = [
  { length: 4, formats: ["yyyy"] },
  { length: 7, formats: ["yyyy-M", "yyyy/M", "MMMM yyyy", "MMM yyyy"] },
  { length: 10, formats: ["yyyy-M-d", "yyyy/M/d", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"] },
] as const;

/** A year, a month or a day as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from how people write it; null where it is none of the calendar. */
export function readPartialDay(text: string): PartialDate | null {
  const tidy = text.trim().replace(/[.,]/g, " ").replace(/(?<=\d)(?:st|nd|rd|th)\b/i, "").replace(/\bsept\b/i, "Sep").replace(/\s+/g, " ").trim();
  for (const { length, formats } of WRITTEN) {
    const found = formats.map((format) => DateTime.fromFormat(tidy, format, { zone: "utc", locale: "en" })).find(({ isValid }) => isValid);
    if (found !== undefined) return found.toFormat("yyyy-MM-dd").slice(0, length) as PartialDate;
  }
  return null;
}

/** The day that a person wrote, whole; null where it is none, or less than a day. */
export function readDay(text: string): IsoDate | null {
  const day = readPartialDay(text) ?? "";
  return isDay(day) ? day : null;
}

/** Today in universal time, `YYYY-MM-DD`. */
export const today = (): string => DateTime.utc().toISODate();

/** A day is a date as precise as can be. */
export function dateOf(day: string): PartialDate {
  return day as PartialDate;
}
