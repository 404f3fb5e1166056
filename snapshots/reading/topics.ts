/**
 * What an undertaking is about: one main topic of the taxonomy, others that it touches, and the words that told.
 * The undertaking's own words decide; its heading and its surroundings speak where it says little.
 */
import { wordsOf } from "../language/words.ts";
import type { Slug, Span, TopicEntry } from "../types.ts";
import { FOCUS, type FocusWeights, focusOf } from "./topic-focus.ts";
import { type TermHit, findTerms, termIndex } from "./topic-terms.ts";

export interface TopicInput {
  /** The undertaking's words, as a reader sees them. */
  readonly text: string;
  /** The heading it stands under, or null. */
  readonly section: string | null;
  readonly documentTitle: string;
  /** What stands before it: its sentence's beginning, the lead-in of its list, the sentence before. */
  readonly context?: string;
}

export interface TopicFinding {
  readonly topic: Slug;
  /** Others that it touches, best first. */
  readonly topics: readonly Slug[];
  /** `words` are places in the text given; empty where the heading or the surroundings decided. */
  readonly evidence: { readonly rule: TopicRule; readonly words: readonly Span[] };
}

export type TopicRule = "topic-by-words" | "topic-by-heading" | "topic-by-context" | "topic-of-many-fields" | "topic-unknown";

/** What the sources of evidence are worth; measured by `bench/topics.ts`. */
export interface TopicWeights {
  readonly focus: FocusWeights;
  readonly heading: number;
  readonly context: number;
  readonly title: number;
  /** Each further term of a topic counts this much of the one before it. */
  readonly fading: number;
  /** A list of so many fields, each with at least this share of the best, is about none of them. */
  readonly manyFields: number;
  readonly manyShare: number;
  /** Below this, words alone do not name a topic. */
  readonly least: number;
}

export const TOPIC_WEIGHTS: TopicWeights = { focus: FOCUS, heading: 0.35, context: 0.2, title: 0.1, fading: 0.6, manyFields: 4, manyShare: 0.6, least: 0.6 };

const OTHER = "other";

/** Classifies one undertaking. Linear in the length of its text and of what is given around it. */
export function classifyTopic(input: TopicInput, topics: readonly TopicEntry[], weights: TopicWeights = TOPIC_WEIGHTS): TopicFinding {
  const index = termIndex(topics);
  const words = wordsOf(input.text);
  const worth = focusOf(input.text, words, weights.focus);
  const hits = findTerms(words, index);
  const own = scoresOf(hits, worth, topics.length, weights.fading);
  const around = (text: string | null | undefined, factor: number): number[] => {
    if (text === null || text === undefined || text === "") return [];
    const found = findTerms(wordsOf(text), index);
    return scoresOf(found, [], topics.length, weights.fading).map((score) => Math.min(score, CEILING) * factor);
  };
  const heading = around(input.section, weights.heading);
  const context = around(input.context, weights.context);
  const title = around(input.documentTitle, weights.title);
  const total = topics.map((_, topic) => (own[topic] ?? 0) + (heading[topic] ?? 0) + (context[topic] ?? 0) + (title[topic] ?? 0));
  const ranked = topics.map((_, topic) => topic).sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0) || a - b);
  const slug = (topic: number): Slug | undefined => topics[topic]?.slug;
  const other = topics.find((entry) => entry.slug === OTHER)?.slug ?? topics.at(-1)?.slug;
  if (other === undefined) throw new Error("A taxonomy needs at least one topic.");
  const best = ranked[0] ?? 0;
  const most = total[best] ?? 0;
  const touched = ranked.filter((topic) => (own[topic] ?? 0) >= 0.3 * most && (own[topic] ?? 0) > weights.least);
  if (most < weights.least) return { topic: other, topics: [], evidence: { rule: "topic-unknown", words: [] } };
  const many = touched.filter((topic) => (own[topic] ?? 0) >= weights.manyShare * most && !GENERAL.has(slug(topic) ?? ""));
  if (many.length >= weights.manyFields) return { topic: other, topics: many.flatMap((topic) => slug(topic) ?? []), evidence: { rule: "topic-of-many-fields", words: spansOf(hits, words, new Set(many)) } };
  const rule = (own[best] ?? 0) >= weights.least ? "topic-by-words" : (heading[best] ?? 0) >= (context[best] ?? 0) ? "topic-by-heading" : "topic-by-context";
  return {
    topic: slug(best) ?? other,
    topics: touched.filter((topic) => topic !== best).slice(0, 4).flatMap((topic) => slug(topic) ?? []),
    evidence: { rule, words: spansOf(hits, words, new Set([best])) },
  };
}

/** A heading of many words should not outweigh one of a single word. */
const CEILING = 10;
/** Topics that any undertaking may touch without being a list of fields. */
const GENERAL: ReadonlySet<string> = new Set(["governance", OTHER]);

/** Score of each topic: its terms by weight and place, the best in full, each further one fading. */
function scoresOf(hits: readonly TermHit[], worth: readonly number[], count: number, fading: number): number[] {
  const parts: number[][] = Array.from({ length: count }, () => []);
  for (const hit of hits) {
    let place = worth.length === 0 ? 1 : 0;
    for (let at = hit.from; at < hit.to; at++) place = Math.max(place, worth[at] ?? 0);
    for (const { topic, weight } of hit.weights) parts[topic]?.push(weight * place);
  }
  return parts.map((list) => list.sort((a, b) => b - a).reduce((sum, part, at) => sum + part * fading ** at, 0));
}

function spansOf(hits: readonly TermHit[], words: readonly Span[], topics: ReadonlySet<number>): Span[] {
  return hits
    .filter((hit) => hit.weights.some((one) => one.weight > 0 && topics.has(one.topic)))
    .flatMap((hit) => {
      const first = words[hit.from];
      const last = words[hit.to - 1];
      return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
    });
}
