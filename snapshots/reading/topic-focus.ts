/**
 * How much each word of an undertaking tells what it is about: its object in full, what is said as a purpose or as an
 * example less. By closed lists of function words, so that it costs one pass. Weighing down openings ("To advance these
 * goals, ..."), names of ministries, what stands after "under" or "through" and words far from the start was tried and brought nothing.
 */
import type { Word } from "../language/words.ts";

/** Worth of words beside the object of the action; 1 would be as much as the object's. */
export interface FocusWeights {
  /** "... to support growth", "so that ...": what it is for. */
  readonly purpose: number;
  /** "including ...", "such as ...". */
  readonly example: number;
}

export const FOCUS: FocusWeights = { purpose: 0.8, example: 0.8 };

/** Words after which "to" begins the undertaking itself, not its purpose. */
const LEADS_TO = new Set(
  "agree agreed agrees agreeing commit commits committed committing commitment commitments intend intends intended intending plan plans planned planning seek seeks seeking sought continue continues continued continuing work works worked working aim aims aimed aiming pledge pledges pledged pledging resolve resolves resolved resolving decide decides decided hope hopes hoped strive strives striving endeavor endeavour want wish need needs opportunity opportunities effort efforts way ways forward together determined ready able ability willingness desire invite invites invited encourage encourages encouraged urge urges urged is are was were be began begin expect expects expected ought about steps step right mandate tasked directed instructed intention intent action actions measures potential helping help due scheduled set proposed proposal promise promised".split(" "),
);
const DETERMINERS = new Set("the a an its their our this these those all any each both other such his her some more many".split(" "));
const EXAMPLES = new Set("including especially particularly notably".split(" "));

/** Worth of each word of `text`. Linear in its length. */
export function focusOf(text: string, words: readonly Word[], weights: FocusWeights = FOCUS): number[] {
  let clause = 1;
  return words.map((word, index) => {
    const before = words[index - 1];
    if (before !== undefined && /[.!?;]["”’)]*\s/.test(text.slice(before.end, word.start))) clause = 1;
    clause = Math.min(clause, clauseWorth(word, before, words[index + 1], weights));
    return clause;
  });
}

function clauseWorth(word: Word, before: Word | undefined, after: Word | undefined, weights: FocusWeights): number {
  if (before === undefined || after === undefined) return 1;
  if (EXAMPLES.has(word.lower) || (word.lower === "such" && after.lower === "as")) return weights.example;
  const names = (word.lower === "support" && before.lower === "in") || (word.lower === "so" && after.lower === "that") || (word.lower === "view" && before.lower === "a") || word.lower === "aimed" || word.lower === "designed";
  return names || (word.lower === "to" && isPurpose(before, after)) ? weights.purpose : 1;
}

/** "to" before a verb, and not after a word that wants one. */
function isPurpose(before: Word, after: Word): boolean {
  if (LEADS_TO.has(before.lower) || DETERMINERS.has(after.lower)) return false;
  return after.text === after.lower && !/(?:ing|ed|s)$/.test(after.lower);
}
