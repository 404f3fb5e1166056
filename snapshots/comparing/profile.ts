/**
 * What a commitment is about, in a form that can be compared: weighted stems and names, and the sense of its words as one
 * vector. Made once for each commitment of a comparison.
 */
import { stemOf, type Word, wordsOf } from "../language/words.ts";
import type { Commitment, Snapshot, WordTable } from "../types.ts";
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

/** Weighed features by their numbers in this comparison, rising, so that two lists can be merged in one pass. */
export interface Weighed {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly mass: number;
}

export interface Profile extends Weighed {
  readonly commitment: Commitment;
  /** In the order of `ids`. */
  readonly terms: readonly Term[];
  /** The same, less for words that come late: purposes and examples stand at the end, the object of an undertaking near its beginning. */
  readonly early: Float64Array;
  readonly earlyMass: number;
  /** Pairs of words that stand side by side, neither of them a small one. */
  readonly phrases: Weighed;
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
const LOCAL = 6;
/** How much of its weight the last word of a commitment loses as against the first. */
const LATE = 0.6;
/** A word that weighs less makes no phrase with its neighbour. */
const SMALL = 0.12;
/** A text of few commitments tells little of what is common in it. */
const FEW = 20;

/** Profiles of all commitments of one comparison; a word that a large part of them has weighs less than elsewhere. */
export function profilesOf(snapshots: readonly Snapshot[], means: ProfileMeans): Profile[] {
  const read = snapshots.flatMap(({ commitments }) => commitments.map((commitment, at) => {
    const words = wordsOf(commitment.plain);
    return { commitment, words, marks: means.acronyms.marksIn(words), place: commitments.length > 1 ? at / (commitments.length - 1) : 0.5 };
  }));
  const spread = countOf(read.flatMap(({ words, marks }) => [...new Set([...words.map((word) => word.stem), ...marks])]));
  const topics = countOf(read.map(({ commitment }) => commitment.topic));
  const all = Math.max(FEW, read.length);
  const local = (key: string): number => 1 / (1 + (LOCAL * (spread.get(key) ?? 0)) / all);
  const weigh = (stem: string): number => means.words.weightOf(stem) * means.damping(stem) * local(stem);
  const numbers = new Map<string, number>();
  return read.map(({ commitment, words, marks, place }) => {
    const terms = [...termsOf(words, weigh), ...marks.map((mark) => ({ key: mark, weight: local(mark), at: 0.5, name: true, text: mark.slice(1) }))].toSorted(byNumber(numbers));
    const weighed = weighedOf(terms, numbers);
    const early = Float64Array.from(terms, (term) => term.weight * (1 - LATE * term.at));
    return { ...weighed, commitment, terms, early, earlyMass: sumOf(early), phrases: phrasesOf(words, { weigh, numbers }), vector: directionOf(words, weigh, means.words), place, topicShare: (topics.get(commitment.topic) ?? 0) / read.length };
  });
}

function countOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Orders by the number of a key, which it gets when it is first seen. */
function byNumber(numbers: Map<string, number>): (a: { readonly key: string }, b: { readonly key: string }) => number {
  return (a, b) => numberOf(a.key, numbers) - numberOf(b.key, numbers);
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

function weighedOf(sorted: readonly { readonly key: string; readonly weight: number }[], numbers: Map<string, number>): Weighed {
  const weights = Float64Array.from(sorted, ({ weight }) => weight);
  return { ids: Int32Array.from(sorted, ({ key }) => numberOf(key, numbers)), weights, mass: sumOf(weights) };
}

function phrasesOf(words: readonly Word[], { weigh, numbers }: { readonly weigh: (stem: string) => number; readonly numbers: Map<string, number> }): Weighed {
  const phrases = new Map<string, number>();
  words.forEach(({ stem }, at) => {
    const next = words[at + 1]?.stem;
    const weight = next === undefined ? 0 : Math.min(weigh(stem), weigh(next));
    if (weight > SMALL) phrases.set(`${stem} ${next}`, weight);
  });
  return weighedOf([...phrases].map(([key, weight]) => ({ key, weight })).toSorted(byNumber(numbers)), numbers);
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
