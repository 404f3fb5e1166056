/**
 * How likely it is that two commitments are the same undertaking: a few measures of what they share, weighed by a logistic
 * regression that was trained on annotated pairs (`bench/matching.mjs` trains it and measures it with one partnership left out).
 */
import { dot } from "../language/vectors.ts";
import type { Profile } from "./profile.ts";

/** What is measured of a pair; all are the same when the sides are changed over. */
export const MEASURES = ["shared", "early", "sense", "names", "length", "rareTopic", "alsoTopic", "position", "size"] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

/** Weights of the measures, and the constant. */
export interface Weighing {
  readonly constant: number;
  readonly weights: Measures;
}

/**
 * Trained on 93 pairs of documents, statements and fact sheets of governments among them (`bench/matching.mjs --train`). With one partnership left
 * out, and with commitments that a person marked, F1 is 0.74 of threads, 0.54 of links, 0.74 of what is new and 0.77 of what is silent.
 */
export const WEIGHING: Weighing = {
  constant: -4.11,
  weights: { shared: 5.61, early: 7.52, sense: 1.50, names: -0.70, length: -0.84, rareTopic: 3.09, alsoTopic: 1.51, position: 1.89, size: -1.30 },
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
  const size = sizeOf(before, after);
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

/** Shorter texts count as long as this: hardly any was learnt from that is shorter. */
const FEW = 12;

/** The logarithm of how many commitments the longer side has: of many, fewer are the same. */
export const sizeOf = (before: readonly Profile[], after: readonly Profile[]): number => Math.log(Math.max(FEW, before.length, after.length));

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

/** The measures of one pair; `size` as of `sizeOf`. */
export function measure(one: Profile, other: Profile, size: number): Measures {
  const { mass, early, names } = termsShared(one, other);
  return measuresOf({ one, other, size }, { mass, early, names: Math.min(3, names), sense: Math.max(0, senseOf(one.direction(), other.direction()) - NEAR) / (1 - NEAR) });
}

/** The most that the words of a pair could say for it, where no more is known of them than the weight that they share. */
function atMost(pair: Pair, mass: number, { weights }: Weighing): Measures {
  return measuresOf(pair, { mass, early: weights.early > 0 ? Math.min(mass, pair.one.earlyMass, pair.other.earlyMass) : 0, names: weights.names > 0 ? 3 : 0, sense: weights.sense > 0 ? 1 : 0 });
}

interface Pair {
  readonly one: Profile;
  readonly other: Profile;
  readonly size: number;
}

/** What two share: the weight of their terms, of these early in both, and of names; and how near their words are in sense. */
interface Shared {
  readonly mass: number;
  readonly early: number;
  readonly names: number;
  readonly sense: number;
}

/** What the words of a pair tell, with what is told without them. */
function measuresOf({ one, other, size }: Pair, { mass, early, names, sense }: Shared): Measures {
  const [a, b] = [one.commitment, other.commitment];
  const sameTopic = a.topic === b.topic && a.topic !== NO_TOPIC;
  const meets = (topic: string): boolean => topic !== NO_TOPIC && (topic === b.topic || b.topics.some((also) => also === topic));
  return {
    shared: sharedOf(mass, one, other),
    early: Math.sqrt(ratio(early, one.earlyMass + other.earlyMass - early)),
    sense,
    names,
    length: ratio(Math.min(one.mass, other.mass), Math.max(one.mass, other.mass)),
    // Where all speak of one topic, it tells nothing apart.
    rareTopic: sameTopic ? 1 - one.topicShare : 0,
    alsoTopic: !sameTopic && (meets(a.topic) || a.topics.some(meets)) ? 1 : 0,
    position: 1 - Math.abs(one.place - other.place),
    size,
  };
}

/** What the terms of two profiles have in common: one pass over both lists of numbers. */
function termsShared(one: Profile, other: Profile): Omit<Shared, "sense"> {
  let [mass, early, names] = [0, 0, 0];
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length; ) {
    const apart = (one.ids[i] ?? 0) - (other.ids[j] ?? 0);
    if (apart === 0) {
      const weight = one.weights[i] ?? 0;
      mass += weight;
      early += Math.min(one.early[i] ?? 0, other.early[j] ?? 0);
      if (one.terms[i]?.name === true && other.terms[j]?.name === true) names += weight;
    }
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return { mass, early, names };
}

const senseOf = (one: Float32Array | null, other: Float32Array | null): number => (one === null || other === null ? 0 : dot(one, other));

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
