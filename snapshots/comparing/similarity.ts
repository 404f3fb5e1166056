/**
 * How likely it is that two commitments are the same undertaking: a few measures of what they share, weighed by a logistic
 * regression that was trained on annotated pairs (`bench/matching.mjs` trains it and measures it with one partnership left out).
 */
import type { Profile } from "./profile.ts";

/** What is measured of a pair, each 0 to 1 or nearly. */
export const MEASURES = ["jaccard", "cosine", "containment", "sense", "top", "names", "topic", "alsoTopic", "section", "details"] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

/** Weights of the measures, and the constant. */
export interface Weighing {
  readonly constant: number;
  readonly weights: Measures;
}

export const WEIGHING: Weighing = { constant: -7.92, weights: { jaccard: 10.76, cosine: 0.36, containment: 2.81, sense: 1.06, top: 2.53, names: -1.54, topic: 3.55, alsoTopic: 1.38, section: -0.51, details: 1.92 } };

/** Probabilities, 0 to 1, that each commitment before (rows) and each after (columns) are the same undertaking. */
export function likeness(before: readonly Profile[], after: readonly Profile[], weighing: Weighing = WEIGHING): Float64Array[] {
  return before.map((one) => Float64Array.from(after, (other) => probability(measure(one, other), weighing)));
}

export function probability(measures: Measures, { constant, weights }: Weighing): number {
  let sum = constant;
  for (const name of MEASURES) sum += weights[name] * measures[name];
  return 1 / (1 + Math.exp(-sum));
}

/** The measures of one pair. */
export function measure(one: Profile, other: Profile): Measures {
  const { dot, mass, top, names } = overlapOf(one, other);
  const [a, b] = [one.commitment, other.commitment];
  const sameTopic = a.topic === b.topic;
  return {
    jaccard: ratio(mass, one.mass + other.mass - mass),
    cosine: ratio(dot, Math.sqrt(one.norm * other.norm)),
    containment: ratio(mass, Math.min(one.mass, other.mass)),
    sense: senseOf(one.vector, other.vector),
    top,
    names: Math.min(3, names),
    topic: sameTopic ? 1 : 0,
    alsoTopic: !sameTopic && [a.topic, ...a.topics].some((topic) => topic === b.topic || b.topics.includes(topic)) ? 1 : 0,
    section: cosine(one.section, other.section),
    details: a.details.some(({ type, value }) => (type === "instrument" || type === "actor") && value !== null && b.details.some((detail) => detail.value === value)) ? 1 : 0,
  };
}

/** What the terms of two profiles have in common: one pass over both lists of numbers. */
function overlapOf(one: Profile, other: Profile): { readonly dot: number; readonly mass: number; readonly top: number; readonly names: number } {
  let [dot, mass, top, names] = [0, 0, 0, 0];
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length; ) {
    const apart = (one.ids[i] ?? 0) - (other.ids[j] ?? 0);
    if (apart === 0) {
      const weight = one.weights[i] ?? 0;
      dot += weight * weight;
      mass += weight;
      if (weight > top) top = weight;
      if (one.terms[i]?.name === true && other.terms[j]?.name === true) names += weight;
    }
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return { dot, mass, top, names };
}

function senseOf(one: Float32Array | null, other: Float32Array | null): number {
  if (one === null || other === null) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let [dot, a, b] = [0, 0, 0];
  for (const [key, weight] of one) {
    a += weight * weight;
    dot += weight * (other.get(key) ?? 0);
  }
  for (const weight of other.values()) b += weight * weight;
  return ratio(dot, Math.sqrt(a * b));
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
