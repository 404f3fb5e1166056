/**
 * What a commitment is about, in a form that can be compared: weighted stems and names, and the sense of its words as one
 * vector. Made once for each commitment of a comparison.
 */
import { lengthOf } from "../language/vectors.ts";
import type { Commitment, Snapshot, WordTable } from "../types.ts";
import type { Acronyms } from "./acronyms.ts";
import { type Content, contentOf, type Placed } from "./content.ts";
import type { Damping } from "./damping.ts";
import { once } from "./once.ts";

/** Weighed features by their numbers in this comparison, rising, so that two lists can be merged in one pass. */
interface Weighed {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly mass: number;
}

export interface Profile extends Weighed {
  readonly commitment: Commitment;
  /** Stems and acronyms' marks, in the order of `ids`. Names written in several ways count as standing in the middle. */
  readonly terms: readonly Placed[];
  /** The same, less for words that come late: purposes and examples stand at the end, the object of an undertaking near its beginning. */
  readonly early: Float64Array;
  readonly earlyMass: number;
  /** Direction of the weighted sum of the word vectors, or null where no word has one. Computed when first asked for. */
  readonly direction: () => Float32Array | null;
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
/** A text of few commitments tells little of what is common in it. */
const FEW = 20;

/** What is known of a key in one comparison. Keys are numbered as they are first seen. */
interface Key {
  readonly id: number;
  readonly weight: number;
}

type Keys = ReadonlyMap<string, Key>;

const NO_KEY: Key = { id: -1, weight: 0 };

/** Profiles of all commitments of one comparison; a word that a large part of them has weighs less than elsewhere. */
export function profilesOf(snapshots: readonly Snapshot[], means: ProfileMeans): Profile[] {
  const read = snapshots.flatMap(({ commitments }) => commitments.map((commitment, at) => {
    const content = contentOf(commitment);
    const marks = means.acronyms.marksIn(content).map((mark) => ({ key: mark, at: 0.5, name: true, text: mark.slice(1) }));
    return { commitment, content, placed: marks.length === 0 ? content.placed : [...content.placed, ...marks], place: commitments.length > 1 ? at / (commitments.length - 1) : 0.5 };
  }));
  const keys = keysOf(read.map(({ placed }) => placed), means);
  const topics = countOf(read.map(({ commitment }) => commitment.topic));
  return read.map(({ commitment, content, placed, place }) => {
    const found = placed.map((term) => ({ term, key: keys.get(term.key) ?? NO_KEY })).sort((a, b) => a.key.id - b.key.id);
    const { ids, weights, mass } = weighedOf(found.map(({ key }) => key));
    const early = weights.map((weight, at) => weight * (1 - LATE * (found[at]?.term.at ?? 0)));
    return {
      ids,
      weights,
      mass,
      commitment,
      terms: found.map(({ term }) => term),
      early,
      earlyMass: sumOf(early),
      direction: once(() => directionOf(content, keys, means.words)),
      place,
      topicShare: (topics.get(commitment.topic) ?? 0) / read.length,
    };
  });
}

/** All keys of a comparison, each weighed once. An acronym's mark weighs what a word does that no other text has. */
function keysOf(lists: readonly (readonly Placed[])[], { words, damping }: ProfileMeans): Keys {
  const spread = new Map<string, number>();
  for (const list of lists) for (const { key } of list) spread.set(key, (spread.get(key) ?? 0) + 1);
  const all = Math.max(FEW, lists.length);
  const keys = new Map<string, Key>();
  for (const [key, count] of spread) {
    const local = 1 / (1 + (LOCAL * count) / all);
    keys.set(key, { id: keys.size, weight: key.startsWith("@") ? local : words.weightOf(key) * damping(key) * local });
  }
  return keys;
}

function countOf<Kind>(list: readonly Kind[]): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function weighedOf(sorted: readonly Key[]): Weighed {
  const [ids, weights] = [new Int32Array(sorted.length), new Float64Array(sorted.length)];
  let mass = 0;
  sorted.forEach(({ id, weight }, at) => {
    ids[at] = id;
    weights[at] = weight;
    mass += weight;
  });
  return { ids, weights, mass };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Smooth inverse frequency: each word's vector by its weight; the common direction is kept, which did better on held-out pairs. */
function directionOf({ spelled }: Content, keys: Keys, table: WordTable): Float32Array | null {
  let sum: Float32Array | null = null;
  for (const { lower, stem } of spelled) {
    const vector = table.vectorOf(lower);
    if (vector === null) continue;
    const weight = keys.get(stem)?.weight ?? 0;
    sum ??= new Float32Array(vector.length);
    for (let at = 0; at < vector.length; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  if (sum === null) return null;
  const length = lengthOf(sum);
  return length === 0 ? null : sum.map((value) => value / length);
}
