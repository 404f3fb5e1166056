/**
 * What a commitment is about, in a form that can be compared: weighted stems and names, and the sense of its words as one
 * vector. Made once for each commitment of a comparison.
 */
import { stemOf, type Word, wordsOf } from "../language/words.ts";
import type { Commitment, Slug, Snapshot, WordTable } from "../types.ts";
import type { Acronyms } from "./acronyms.ts";
import type { Damping } from "./damping.ts";

/** A stem or an acronym's mark, with what it weighs in this comparison. */
export interface Term {
  readonly key: string;
  readonly weight: number;
  /** Where it stands first, 0 to 1; names written in several ways count as standing in the middle. */
  readonly at: number;
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
  /** The same, less for words that come late: purposes and examples stand at the end, the object of an undertaking near its beginning. */
  readonly early: Float64Array;
  /** Sums of the weights. */
  readonly mass: number;
  readonly earlyMass: number;
  /** Direction of the weighted sum of the word vectors, or null where no word has one. */
  readonly vector: Float32Array | null;
  /** Where it stands in its document, 0 for the first commitment to 1 for the last. */
  readonly place: number;
  /** Part of all commitments of the comparison that have its topic. */
  readonly topicShare: number;
}

export interface ProfileMeans {
  readonly words: WordTable;
  readonly damping: Damping;
  readonly acronyms: Acronyms;
}

/** How fast a word loses weight as more of the commitments have it: what half of a text says tells none of it apart. */
const LOCAL = 4;
/** How much of its weight the last word of a commitment loses as against the first. */
const LATE = 0.6;
/** A text of few commitments tells little of what is common in it. */
const FEW = 20;

/** Profiles of all commitments of one comparison; a word that a large part of them has weighs less than elsewhere. */
export function profilesOf(snapshots: readonly Snapshot[], means: ProfileMeans): Profile[] {
  const numbers = new Map<string, number>();
  const spread = new Map<string, number>();
  const topics = new Map<Slug, number>();
  const read = snapshots.flatMap(({ commitments }) => commitments.map((commitment, at) => {
    const words = wordsOf(commitment.plain);
    const marks = means.acronyms.marksIn(words);
    for (const key of new Set([...words.map((word) => word.stem), ...marks])) {
      spread.set(key, (spread.get(key) ?? 0) + 1);
      if (!numbers.has(key)) numbers.set(key, numbers.size);
    }
    topics.set(commitment.topic, (topics.get(commitment.topic) ?? 0) + 1);
    return { commitment, words, marks, place: commitments.length > 1 ? at / (commitments.length - 1) : 0.5 };
  }));
  const all = Math.max(FEW, read.length);
  const local = (key: string): number => 1 / (1 + (LOCAL * (spread.get(key) ?? 0)) / all);
  const weigh = (stem: string): number => means.words.weightOf(stem) * means.damping(stem) * local(stem);
  return read.map(({ commitment, words, marks, place }) => {
    const terms = [...termsOf(words, weigh), ...marks.map((mark) => ({ key: mark, weight: local(mark), at: 0.5, name: true, text: mark.slice(1) }))];
    const numbered = terms.map((term) => ({ term, id: numbers.get(term.key) ?? 0 })).toSorted((a, b) => a.id - b.id);
    const weights = Float64Array.from(numbered, ({ term }) => term.weight);
    const early = Float64Array.from(numbered, ({ term }) => term.weight * (1 - LATE * term.at));
    return {
      commitment,
      terms: numbered.map(({ term }) => term),
      ids: Int32Array.from(numbered, ({ id }) => id),
      weights,
      early,
      mass: sumOf(weights),
      earlyMass: sumOf(early),
      vector: directionOf(words, weigh, means.words),
      place,
      topicShare: (topics.get(commitment.topic) ?? 0) / read.length,
    };
  });
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function termsOf(words: readonly Word[], weigh: (stem: string) => number): Term[] {
  const terms = new Map<string, Term>();
  for (const [index, { stem, text, start }] of words.entries()) {
    const name = /\p{N}/u.test(text) || (start > 0 && /^\p{Lu}/u.test(text));
    const known = terms.get(stem);
    if (known === undefined || (name && !known.name)) terms.set(stem, { key: stem, weight: weigh(stem), at: known?.at ?? index / words.length, name, text });
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
