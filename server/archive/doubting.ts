/**
 * What a text does not tell of itself and a person is therefore asked about: a partnership that was put together or not found, a day
 * that comes from outside the document. To say of such a reading that it is right is a decision; of any other, it changes nothing.
 */
import type { Snapshot } from "../../snapshots/index.ts";

/** Dates that come from outside the document. */
const WEAK_DATES: readonly string[] = ["file-name"];

export function isDoubtfulDate(basis: string): boolean {
  return WEAK_DATES.includes(basis);
}

export function isDoubtfulPartnership(basis: Snapshot["partnership"]["basis"]): boolean {
  return basis === "none" || basis === "derived";
}
