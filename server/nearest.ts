/**
 * Names that a person may have meant: those that differ least from what was typed, where they differ by little.
 */
import { distance } from "fastest-levenshtein";

/** More would be a list and no help. */
const MOST = 3;

/** Of the letters of a word so many, of a hundred, may be others. */
const FAR = 40;

/** The candidates nearest to a word, the nearest first; none where all are far. Letter case says nothing. */
export function nearestOf(word: string, candidates: readonly string[]): readonly string[] {
  const typed = word.toLowerCase();
  const most = Math.max(1, Math.floor((typed.length * FAR) / 100));
  const near = candidates.map((one) => ({ one, away: distance(typed, one.toLowerCase()) })).filter(({ away }) => away <= most);
  return near.toSorted((a, b) => a.away - b.away || (a.one < b.one ? -1 : 1)).slice(0, MOST).map(({ one }) => one);
}
