/**
 * Details of an undertaking that a later text may move: its deadlines, the days on which it was done, amounts, instruments and actors, with their places.
 * What each is, is decided in `deadlines.ts`, `done-dates.ts`, `amounts.ts` and `institutions.ts`; here they are put together.
 */
import type { Detail, IsoDate, Party } from "../types.ts";
import { findAmounts } from "./amounts.ts";
import { findDeadlines } from "./deadlines.ts";
import { findDoneDates } from "./done-dates.ts";
import { findInstitutions } from "./institutions.ts";

/** What a document tells about its names; all optional. */
export interface DetailSurroundings {
  /** Acronyms that the document spells out, from `acronymsOf`. */
  readonly acronyms?: ReadonlyMap<string, string>;
  /** Parties of the partnership, to be found as actors. */
  readonly parties?: readonly Party[];
}

/** Details in the plain text of one commitment, in order. Relative deadlines count from `anchorDate`. Linear in the length of the text. */
export function findDetails(text: string, anchorDate: IsoDate | null, surroundings: DetailSurroundings = {}): readonly Detail[] {
  const deadlines = findDeadlines(text, anchorDate);
  const free = (detail: Detail): boolean => !deadlines.some((deadline) => detail.start < deadline.end && deadline.start < detail.end);
  const amounts = findAmounts(text).filter(free);
  const dates = findDoneDates(text, anchorDate).filter(free);
  const names = findInstitutions(text, surroundings);
  return [...deadlines, ...dates, ...amounts, ...names].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
