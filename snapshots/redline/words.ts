/**
 * The word-level redline of two wordings. Words, numbers and names stay whole; the runs rebuild both texts exactly. Long or
 * very different texts are set against each other sentence by sentence first, so that time stays in line with their length.
 */
import type { Redline } from "../types.ts";
import { editsBetween, joined, type Stretch } from "./edits.ts";
import { pairUnits } from "./pairing.ts";
import { runsOf } from "./runs.ts";
import { countWords, type Token, tokensOf } from "./tokens.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Edits after which word by word is given up: for whole texts, and for one pair of sentences. */
const LIMIT = 240;
/** More tokens than this are never compared at a stroke. */
const LONG = 2_000;
/** Two sentences that share less than this part of their words are shown as one gone and one added. */
const SHARED = 0.2;

/** The redline of two texts; its runs rebuild both exactly. */
export function redlineWords(before: string, after: string): Redline {
  if (before === after) return before === "" ? [] : [{ op: "equal", text: before }];
  return runsOf(stretchesBetween(tokensOf(before), tokensOf(after)) ?? bySentence(before, after));
}

/** The stretches of two tokenised sentences; null where they are too long or too unlike for this. */
export function stretchesBetween(before: readonly Token[], after: readonly Token[]): Stretch[] | null {
  if (before.length + after.length > LONG) return null;
  return editsBetween(before, after, LIMIT);
}

/** The stretches of two sentences held to be one: word by word, or as a whole where they have hardly a word in common. */
export function stretchesOfPair(before: readonly Token[], after: readonly Token[]): Stretch[] {
  const whole: Stretch[] = [{ equal: false, before, after }];
  const stretches = stretchesBetween(before, after);
  if (stretches === null) return whole;
  const shared = stretches.filter(({ equal }) => equal).reduce((sum, stretch) => sum + countWords(stretch.before), 0);
  return shared >= SHARED * Math.max(countWords(before), countWords(after)) ? stretches : whole;
}

function bySentence(before: string, after: string): Stretch[] {
  const [one, other] = [unitsOf(before, 0), unitsOf(after, 0)];
  const { chain } = pairUnits(one, other);
  const stretches: Stretch[] = [];
  let [b, a] = [0, 0];
  for (const [toB, toA] of [...chain, [one.length, other.length] as const]) {
    stretches.push({ equal: false, before: tokensIn(one.slice(b, toB)), after: tokensIn(other.slice(a, toA)) });
    stretches.push(...stretchesOfPair(one[toB]?.tokens ?? [], other[toA]?.tokens ?? []));
    [b, a] = [toB + 1, toA + 1];
  }
  return joined(stretches);
}

const tokensIn = (units: readonly Unit[]): Token[] => units.flatMap(({ tokens }) => tokens);
