/**
 * An axis of time: days to places in per cent, so that a drawing fits any width, and ticks that people read.
 */
import { dayFrom, dayNumber, shortMonth } from "../dates.ts";

export interface Tick {
  readonly x: string;
  /** Null for a line without a name. */
  readonly label: string | null;
}

export interface Axis {
  readonly first: number;
  readonly last: number;
  /** 0 to 100. */
  at(date: string): number;
  /** The day at a place. */
  dayAt(place: number): string;
  readonly ticks: readonly Tick[];
}

/** A place as SVG writes it. */
export function place(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** Places that stay free at both ends, for marks that are as wide as this. */
const MARGIN = 2;

/** An axis from the first to the last of these dates, or over the range that was asked for. */
export function timeAxis(dates: readonly string[], asked: { readonly since: string | null; readonly until: string | null }): Axis {
  const days = dates.map(dayNumber);
  const first = asked.since === null ? days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY) : dayNumber(beginning(asked.since));
  const last = asked.until === null ? days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY) : dayNumber(ending(asked.until));
  const sound = Number.isFinite(first) && Number.isFinite(last) && first <= last;
  const [from, to] = sound ? (last - first < 60 ? [first - 30, last + 30] : [first, last]) : [0, 365];
  const at = (day: number): number => MARGIN + ((day - from) / (to - from)) * (100 - 2 * MARGIN);
  return {
    first: from,
    last: to,
    at: (date) => Math.min(100, Math.max(0, at(dayNumber(date)))),
    dayAt: (where) => dayFrom(Math.round(from + ((where - MARGIN) / (100 - 2 * MARGIN)) * (to - from))),
    ticks: ticksBetween(from, to).map(({ day, label }) => ({ x: place(at(day)), label })),
  };
}

/** The first day of what a partial date names. */
function beginning(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day of what a partial date names. */
function ending(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
}

/** Steps in months, from fine to coarse; the first that gives few enough names is taken. */
const STEPS = [1, 3, 6, 12, 24, 60, 120];
const MOST_TICKS = 9;

function ticksBetween(from: number, to: number): readonly { readonly day: number; readonly label: string }[] {
  const months = (to - from) / 30.44;
  const step = STEPS.find((size) => months / size <= MOST_TICKS) ?? 240;
  const [year, month] = [Number(dayFrom(from).slice(0, 4)), Number(dayFrom(from).slice(5, 7)) - 1];
  const start = Math.ceil((year * 12 + month) / step) * step;
  const ticks: { day: number; label: string }[] = [];
  for (let at = start; ticks.length <= MOST_TICKS + 2; at += step) {
    const date = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
    const day = dayNumber(date);
    if (day > to) break;
    if (day >= from) ticks.push({ day, label: at % 12 === 0 || step >= 12 ? date.slice(0, 4) : `${shortMonth((at % 12) + 1)}${ticks.length === 0 ? ` ${date.slice(0, 4)}` : ""}` });
  }
  return ticks;
}
