/**
 * What a commitment is about, in a form that can be compared: weighted stems and names, and the sense of its words as one
 * vector. Made once for each commitment of a comparison.
 */
import { stemOf, type Word, wordsOf } from "../language/words.ts";
import type { Commitment, WordTable } from "../types.ts";
import type { Acronyms } from "./acronyms.ts";
import type { Damping } from "./damping.ts";

/** A stem or an acronym's mark, with what it weighs in this comparison. */
export interface Term {
  readonly key: string;
  readonly weight: number;
  /** Written as a name: a capital inside the sentence, or a figure in the word. */
  readonly name: boolean;
  /** As it stands in the text. */
  readonly text: string;
}

export interface Profile {
  readonly commitment: Commitment;
  /** In the order of `ids`. */
  readonly terms: readonly Term[];
  /** Numbers of the terms in this comparison, rising, so that two profiles can be merged in one pass. */
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  /** Sum of the weights, and of their squares. */
  readonly mass: number;
  readonly norm: number;
  /** Direction of the weighted sum of the word vectors, or null where no word has one. */
  readonly vector: Float32Array | null;
  /** Weighted stems of the heading. */
  readonly section: ReadonlyMap<string, number>;
}

export interface ProfileMeans {
  readonly words: WordTable;
  readonly damping: Damping;
  readonly acronyms: Acronyms;
}

/** How fast a word loses weight as more of the commitments have it: what half of a text says tells none of it apart. */
const LOCAL = 4;
/** A text of few commitments tells little of what is common in it. */
const FEW = 20;

/** Profiles of all commitments of one comparison; a word that a large part of them has weighs less than elsewhere. */
export function profilesOf(commitments: readonly Commitment[], means: ProfileMeans): Profile[] {
  const numbers = new Map<string, number>();
  const spread = new Map<string, number>();
  const read = commitments.map((commitment) => {
    const words = wordsOf(commitment.plain);
    const marks = means.acronyms.marksIn(words);
    for (const key of new Set([...words.map((word) => word.stem), ...marks])) {
      spread.set(key, (spread.get(key) ?? 0) + 1);
      if (!numbers.has(key)) numbers.set(key, numbers.size);
    }
    return { commitment, words, marks };
  });
  const all = Math.max(FEW, commitments.length);
  const local = (key: string): number => 1 / (1 + (LOCAL * (spread.get(key) ?? 0)) / all);
  const weigh = (stem: string): number => means.words.weightOf(stem) * means.damping(stem) * local(stem);
  return read.map(({ commitment, words, marks }) => {
    const terms = [...termsOf(words, weigh), ...marks.map((mark) => ({ key: mark, weight: local(mark), name: true, text: mark.slice(1) }))];
    const numbered = terms.map((term) => ({ term, id: numbers.get(term.key) ?? 0 })).toSorted((a, b) => a.id - b.id);
    const weights = Float64Array.from(numbered, ({ term }) => term.weight);
    return {
      commitment,
      terms: numbered.map(({ term }) => term),
      ids: Int32Array.from(numbered, ({ id }) => id),
      weights,
      mass: weights.reduce((sum, weight) => sum + weight, 0),
      norm: weights.reduce((sum, weight) => sum + weight * weight, 0),
      vector: directionOf(words, weigh, means.words),
      section: new Map(wordsOf(commitment.section ?? "").map(({ stem }) => [stem, weigh(stem)])),
    };
  });
}

function termsOf(words: readonly Word[], weigh: (stem: string) => number): Term[] {
  const terms = new Map<string, Term>();
  for (const { stem, text, start } of words) {
    const name = /\p{N}/u.test(text) || (start > 0 && /^\p{Lu}/u.test(text));
    const known = terms.get(stem);
    if (known === undefined || (name && !known.name)) terms.set(stem, { key: stem, weight: weigh(stem), name, text });
  }
  return [...terms.values()];
}

/** Smooth inverse frequency: each word's vector by its weight; the common direction is kept, which did better on held-out pairs. */
function directionOf(words: readonly Word[], weigh: (stem: string) => number, table: WordTable): Float32Array | null {
  let sum: Float32Array | null = null;
  for (const lower of new Set(words.map((word) => word.lower))) {
    const vector = table.vectorOf(lower);
    if (vector === null) continue;
    const weight = weigh(stemOf(lower));
    sum ??= new Float32Array(vector.length);
    for (let at = 0; at < vector.length; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  if (sum === null) return null;
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length === 0 ? null : sum.map((value) => value / length);
}
