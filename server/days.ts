/**
 * Days of the calendar at the edge: what people write as a day is checked here, once for the command line, forms and addresses.
 */
import { DateTime } from "luxon";
import type { IsoDate } from "../snapshots/index.ts";

/** Whether a text names a day as `YYYY-MM-DD`. Luxon is silently invalid on a day such as 2023-02-30, so it is asked. */
export function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/** The same for a date that may lack its day, or month and day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isPartialDay(text: string): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/** Today in universal time, `YYYY-MM-DD`. */
export const today = (): string => DateTime.utc().toISODate();
