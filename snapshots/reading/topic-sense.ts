/**
 * Which topics the words of an undertaking come near to in sense, so that words that no term names can tell as well.
 * Linear discriminants over word vectors, one for each topic that ships; a topic that an archivist adds has its terms alone.
 */
import { dot, lengthOf } from "../language/vectors.ts";
import type { Word } from "../language/words.ts";
import type { Span, TopicEntry, TopicSense, WordTable } from "../types.ts";

/** How near words come to topics. */
export interface Nearness {
  /** For each topic its share of all nearness, together 1 at most. */
  readonly shares: readonly number[];
  /** The words that brought a topic near, in the order of the text. */
  telling(topic: number): Span[];
}

/** Words as common as these tell nothing. */
const COMMON = 0.25;
/** So many words are shown as those that told. */
const SHOWN = 3;

interface Weighed {
  readonly span: Span;
  readonly vector: Float32Array;
  readonly weight: number;
}

/** Linear in the number of words. */
export function nearTopics(words: readonly Word[], topics: readonly TopicEntry[], table: WordTable): Nearness {
  const senses = topics.map(({ slug }) => table.senseOf(slug));
  const weighed = weighedWords(words, table);
  const mean = meanOf(weighed);
  if (mean === null) return { shares: topics.map(() => 0), telling: () => [] };
  const odds = senses.map((sense) => (sense === null ? 0 : Math.exp(sense.bias + dot(sense.weights, mean))));
  const sum = odds.reduce((all, one) => all + one, 0);
  return {
    shares: odds.map((one) => (sum > 0 ? one / sum : 0)),
    telling: (topic) => tellingOf(weighed, topic, senses),
  };
}

/** The mean direction of words, or null where none is known; what the discriminants are learnt from, too. */
export const directionOf = (words: readonly Word[], table: WordTable): Float64Array | null => meanOf(weighedWords(words, table));

function weighedWords(words: readonly Word[], table: WordTable): Weighed[] {
  return words.flatMap((word): Weighed[] => {
    const vector = table.vectorOf(word.lower);
    const weight = Math.max(0, table.weightOf(word.stem) - COMMON) ** 1.5;
    return vector === null || weight === 0 ? [] : [{ span: { start: word.start, end: word.end }, vector, weight: weight / lengthOf(vector) }];
  });
}

function meanOf(weighed: readonly Weighed[]): Float64Array | null {
  const sum = new Float64Array(weighed[0]?.vector.length ?? 0);
  for (const { vector, weight } of weighed) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  const length = lengthOf(sum);
  return length > 0 ? sum.map((value) => value / length) : null;
}

/** Words that speak for a topic more than for topics in general, as far as they count beside the best of them. */
function tellingOf(weighed: readonly Weighed[], topic: number, senses: readonly (TopicSense | null)[]): Span[] {
  const known = senses.filter((sense) => sense !== null);
  const own = senses[topic];
  if (own === null || own === undefined) return [];
  const parts = weighed.map(({ span, vector, weight }) => ({ span, part: weight * (dot(own.weights, vector) - known.reduce((sum, { weights }) => sum + dot(weights, vector), 0) / known.length) }));
  const best = parts.sort((a, b) => b.part - a.part || a.span.start - b.span.start);
  const enough = 0.3 * Math.max(0, best[0]?.part ?? 0);
  return best
    .filter(({ part }) => part > enough)
    .slice(0, SHOWN)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}
