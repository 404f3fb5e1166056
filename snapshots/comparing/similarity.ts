/**
 * How likely it is that two commitments are the same undertaking: a few measures of what they share, weighed by a logistic
 * regression that was trained on annotated pairs (`bench/matching.mjs` trains it and measures it with one partnership left out).
 */
import { dot } from "../language/vectors.ts";
import type { Profile, Weighed } from "./profile.ts";

/** What is measured of a pair; all are the same when the sides are changed over. */
export const MEASURES = ["shared", "early", "strongest", "phrase", "sense", "names", "length", "rareTopic", "alsoTopic", "heading", "position", "size"] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

/** Weights of the measures, and the constant. */
export interface Weighing {
  readonly constant: number;
  readonly weights: Measures;
}

/**
 * Trained on 39 pairs of documents. With one partnership left out, and with commitments that a person marked, F1 is 0.80 of threads, 0.65 of
 * links, 0.77 of what is new and 0.76 of what is silent.
 */
export const WEIGHING: Weighing = {
  constant: -5.96,
  weights: { shared: 6.26, early: 4.83, strongest: 1.36, phrase: 1.04, sense: 1.49, names: -0.75, length: -1.07, rareTopic: 2.22, alsoTopic: 0.98, heading: 1.40, position: 1.61, size: -0.76 },
};

/** Sense is told from here on: any two texts of diplomacy have vectors that near. */
const NEAR = 0.5;

/** Two that share less than this are not looked at more closely; of all pairs of two long texts these are nearly all. */
const FAR = 0.15;
/** The topic of what has none; two that have none have nothing in common. */
const NO_TOPIC = "other";

/**
 * Probabilities, 0 to 1, that each commitment before (rows) and each after (columns) are the same undertaking. Where less than
 * `least` is not asked for, pairs that cannot reach it are 0 and not looked at.
 */
export function likeness(before: readonly Profile[], after: readonly Profile[], { weighing = WEIGHING, least = 0 }: { readonly weighing?: Weighing; readonly least?: number } = {}): Float64Array[] {
  const size = Math.log(Math.max(1, before.length, after.length));
  const holders = holdersOf(after);
  return before.map((one) => {
    const line = new Float64Array(after.length);
    massesShared(one, holders, after.length).forEach((mass, at) => {
      const other = after[at];
      if (other === undefined || sharedOf(mass, one, other) < FAR) return;
      if (least > 0 && probability(atMost({ one, other, size }, mass, weighing), weighing) < least) return;
      line[at] = probability(measure(one, other, size), weighing);
    });
    return line;
  });
}

/** Which profiles have a term, by its number. */
function holdersOf(profiles: readonly Profile[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  profiles.forEach(({ ids }, at) => {
    for (const id of ids) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [at]);
      else known.push(at);
    }
  });
  return holders;
}

/** Weight of the terms that a profile shares with each of the others: through their holders, as most pairs share few or none. */
function massesShared({ ids, weights }: Profile, holders: ReadonlyMap<number, readonly number[]>, count: number): Float64Array {
  const masses = new Float64Array(count);
  ids.forEach((id, index) => {
    for (const at of holders.get(id) ?? []) masses[at] = (masses[at] ?? 0) + (weights[index] ?? 0);
  });
  return masses;
}

const sharedOf = (mass: number, one: Profile, other: Profile): number => Math.sqrt(ratio(mass, one.mass + other.mass - mass));

export function probability(measures: Measures, { constant, weights }: Weighing): number {
  if (measures.shared < FAR) return 0;
  let sum = constant;
  for (const name of MEASURES) sum += weights[name] * measures[name];
  return 1 / (1 + Math.exp(-sum));
}

/** The measures of one pair. `size` is the logarithm of how many commitments the longer side has: of many, fewer are the same. */
export function measure(one: Profile, other: Profile, size: number): Measures {
  const { mass, early, names, strongest } = termsShared(one, other);
  const [phrases, otherPhrases] = [one.phrases(), other.phrases()];
  return measuresOf({ one, other, size }, {
    shared: sharedOf(mass, one, other),
    early: Math.sqrt(ratio(early, one.earlyMass + other.earlyMass - early)),
    strongest,
    phrase: ratio(overlapOf(phrases, otherPhrases), Math.min(phrases.mass, otherPhrases.mass)),
    sense: Math.max(0, senseOf(one.direction(), other.direction()) - NEAR) / (1 - NEAR),
    names: Math.min(3, names),
  });
}

/** The most that the words of a pair could say for it, where no more is known of them than the weight that they share. */
function atMost({ one, other, size }: Pair, mass: number, { weights }: Weighing): Measures {
  const early = Math.min(mass, one.earlyMass, other.earlyMass);
  return measuresOf({ one, other, size }, {
    shared: sharedOf(mass, one, other),
    early: weights.early > 0 ? Math.sqrt(ratio(early, one.earlyMass + other.earlyMass - early)) : 0,
    strongest: weights.strongest > 0 ? Math.min(1, mass) : 0,
    phrase: weights.phrase > 0 ? 1 : 0,
    sense: weights.sense > 0 ? 1 : 0,
    names: weights.names > 0 ? 3 : 0,
  });
}

interface Pair {
  readonly one: Profile;
  readonly other: Profile;
  readonly size: number;
}

/** What the words of a pair tell, with what is told without them. */
function measuresOf({ one, other, size }: Pair, { shared, early, strongest, phrase, sense, names }: Pick<Measures, "shared" | "early" | "strongest" | "phrase" | "sense" | "names">): Measures {
  const [a, b] = [one.commitment, other.commitment];
  const sameTopic = a.topic === b.topic && a.topic !== NO_TOPIC;
  const meets = (topic: string): boolean => topic !== NO_TOPIC && (topic === b.topic || b.topics.some((also) => also === topic));
  return {
    shared,
    early,
    strongest,
    phrase,
    sense,
    names,
    length: ratio(Math.min(one.mass, other.mass), Math.max(one.mass, other.mass)),
    // Where all speak of one topic, it tells nothing apart.
    rareTopic: sameTopic ? 1 - one.topicShare : 0,
    alsoTopic: !sameTopic && (meets(a.topic) || a.topics.some(meets)) ? 1 : 0,
    heading: one.heading !== null && one.heading === other.heading ? 1 : 0,
    position: 1 - Math.abs(one.place - other.place),
    size,
  };
}

/** What the terms of two profiles have in common: one pass over both lists of numbers. */
function termsShared(one: Profile, other: Profile): { readonly mass: number; readonly early: number; readonly names: number; readonly strongest: number } {
  let [mass, early, names, strongest] = [0, 0, 0, 0];
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length; ) {
    const apart = (one.ids[i] ?? 0) - (other.ids[j] ?? 0);
    if (apart === 0) {
      const weight = one.weights[i] ?? 0;
      mass += weight;
      strongest = Math.max(strongest, weight);
      early += Math.min(one.early[i] ?? 0, other.early[j] ?? 0);
      if (one.terms[i]?.name === true && other.terms[j]?.name === true) names += weight;
    }
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return { mass, early, names, strongest };
}

/** Weight of what two lists have in common. */
function overlapOf(one: Weighed, other: Weighed): number {
  let mass = 0;
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length; ) {
    const apart = (one.ids[i] ?? 0) - (other.ids[j] ?? 0);
    if (apart === 0) mass += one.weights[i] ?? 0;
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return mass;
}

const senseOf = (one: Float32Array | null, other: Float32Array | null): number => (one === null || other === null ? 0 : dot(one, other));

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
