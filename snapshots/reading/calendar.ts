/** Days of the calendar as plain numbers: enough arithmetic for deadlines, without a library and without a clock. */
import type { IsoDate } from "../types.ts";

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 to 12 for an English month's name or its abbreviation, else null. */
export function monthNumber(name: string): number | null {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? null : at + 1;
}

/** Number of days of a month. */
export const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day so many months later, or the month's last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + day.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return { year, month, day: Math.min(day.day, lastOfMonth(year, month)) };
}

export function dayBefore(day: Day): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day - 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function parseIso(date: IsoDate): Day {
  const [year = "0", month = "1", day = "1"] = date.split("-");
  return { year: Number(year), month: Number(month), day: Number(day) };
}

export function isoOf(day: Day): IsoDate {
  const two = (value: number): string => String(value).padStart(2, "0");
  return asIsoDate(`${String(day.year).padStart(4, "0")}-${two(day.month)}-${two(day.day)}`);
}

const asIsoDate = (value: string): IsoDate => value as IsoDate;
