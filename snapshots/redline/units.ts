/**
 * Units of a text that a redline sets against each other: sentences, each with the white space that follows it in its block.
 * What is alike is told by weighted words; a word that few units have weighs more.
 */
import { isWord, type Token, tokensOf } from "./tokens.ts";

export interface Unit {
  readonly text: string;
  /** Number of the block it stands in. */
  readonly block: number;
  readonly tokens: readonly Token[];
  /** Distinct words, lower case, in order. */
  readonly words: readonly string[];
}

/** Most units of a text that is issued again stand in it unchanged: they are never looked into, so that is done when asked for. */
class LazyUnit implements Unit {
  readonly text: string;
  readonly block: number;
  #tokens: readonly Token[] | null = null;
  #words: readonly string[] | null = null;

  constructor(text: string, block: number) {
    this.text = text;
    this.block = block;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.text);
    return this.#tokens;
  }

  get words(): readonly string[] {
    this.#words ??= [...new Set(this.tokens.filter(isWord).map(({ word }) => word.toLowerCase()))];
    return this.#words;
  }
}

/** Where a sentence may end; a cut in "No. 5" does no harm here, as both texts are cut alike. */
const END = /[.!?…;。！？；]+["”’»)\]]*(?:\s+|(?<=[。！？；]["”’»)\]]*))|\n+/g;
const ABBREVIATION = /(?:^|[\s(.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|No|Nos|Art|St|Gen|vs|etc|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$/u;

/** Units of one block's text; together they are the text. Works in any language. */
export function unitsOf(text: string, block: number): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  const add = (end: number): void => {
    if (end > start) units.push(new LazyUnit(text.slice(start, end), block));
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (!ABBREVIATION.test(text.slice(Math.max(start, end - 12), end))) add(end);
  }
  add(text.length);
  return units;
}

/** How much alike two units are, 0 to 1: the weight of the words they share over the mean weight of both. */
export type Likeness = (before: Unit, after: Unit) => number;

/** In how many units a word stands, on both sides together. */
export function spreadOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  for (const { words } of units) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  return spread;
}

export function likenessBy(spread: ReadonlyMap<string, number>, all: number): Likeness {
  const weighed = new Map<Unit, WeighedUnit>();
  const weigh = (unit: Unit): WeighedUnit => {
    const known = weighed.get(unit);
    if (known !== undefined) return known;
    const weights = new Map(unit.words.map((word) => [word, Math.log(1 + all / (spread.get(word) ?? 1))]));
    let sum = 0;
    for (const weight of weights.values()) sum += weight;
    weighed.set(unit, { weights, sum });
    return { weights, sum };
  };
  return (before, after) => {
    const [one, other] = [weigh(before), weigh(after)];
    let shared = 0;
    for (const [word, weight] of one.weights) if (other.weights.has(word)) shared += weight;
    const mass = one.sum + other.sum;
    return mass === 0 ? 0 : (2 * shared) / mass;
  };
}

interface WeighedUnit {
  readonly weights: ReadonlyMap<string, number>;
  readonly sum: number;
}
