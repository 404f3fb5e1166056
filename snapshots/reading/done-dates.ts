/**
 * Days on which a step was done, as an undertaking tells them: "in May 2024", "since last September". They show whether an earlier deadline was met.
 * Dates still to come are `deadlines.ts`'s matter.
 */
import type { Detail, IsoDate } from "../types.ts";
import { datesTold } from "./told-dates.ts";

/** What leads a date that dates a step; without it the date names something ("the May 2024 declaration"). */
const LEAD = /(?<!\p{L})(?:in|on|since|from|at|during)(?: (?:early|mid|late))?[ -](?:the )?$/iu;
const LED = /^(?:in|on|since|last|this|earlier|yesterday|from|during)\b/i;

/** Dates in a text that lie on or before the anchor, in order, with the word that leads them; the value is their last day. Linear in the length of the text. */
export function findDoneDates(text: string, anchor: IsoDate | null): readonly Detail[] {
  if (anchor === null) return [];
  return datesTold(text, anchor).flatMap(({ start, end, first, last }) => {
    const lead = LEAD.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? "";
    const words = text.slice(start - lead.length, end);
    return first > anchor || !LED.test(words) ? [] : [{ type: "date" as const, start: start - lead.length, end, text: words, value: last }];
  });
}
