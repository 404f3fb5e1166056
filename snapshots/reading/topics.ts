/**
 * What an undertaking is about: one main topic of the taxonomy, others that it touches, and the words that told.
 * The undertaking's own words decide; its heading, its surroundings and the sense of its words speak where it says little. Weighing down purposes, examples
 * and the names of ministries was tried and brought nothing; that earlier words count for more brings a little,
 * that nearer surroundings do brings nothing.
 */
import { firstWords, type Word, wordsOf } from "../language/words.ts";
import type { Knowledge, Slug, Span, TopicEntry } from "../types.ts";
import { nearTopics, type Nearness } from "./topic-sense.ts";
import { type TermHit, findTerms, termIndex } from "./topic-terms.ts";

export interface TopicInput {
  /** The undertaking's words, as a reader sees them. */
  readonly text: string;
  /** The heading it stands under, or null. */
  readonly section: string | null;
  readonly documentTitle: string;
  /** What stands before it in its paragraph, or the lead-in of its list. */
  readonly context?: string;
  /** What stands after it in its paragraph. */
  readonly after?: string;
}

export interface TopicFinding {
  readonly topic: Slug;
  /** Others that it touches, best first. */
  readonly topics: readonly Slug[];
  /** `words` are places in the text given; empty where the heading or the surroundings decided. */
  readonly evidence: { readonly rule: TopicRule; readonly words: readonly Span[] };
}

export type TopicRule = "topic-by-words" | "topic-by-heading" | "topic-by-context" | "topic-by-sense" | "topic-by-title" | "topic-of-many-fields" | "topic-unknown";

/** What the sources of evidence are worth; measured by `bench/topics.mjs`. */
export interface TopicWeights {
  /** What the first word of the undertaking is worth above its last: the object of an action stands before its purpose. */
  readonly early: number;
  readonly heading: number;
  readonly context: number;
  /** An undertaking whose own words score less ("It will be repeated next year") leans so much more on what stands before it. */
  readonly quiet: number;
  readonly leaning: number;
  readonly after: number;
  /** What the sense of its words may add to a topic; asked only where the terms leave it open. */
  readonly sense: number;
  /** How far a heading or surroundings that name a meeting or its bodies speak: "Third Meeting of the Council" stands over every field. */
  readonly around: number;
  /** Each further term of a topic counts this much of the one before it. */
  readonly fading: number;
  /** A list of so many fields, each with at least this share of the best, is about none of them. */
  readonly manyFields: number;
  readonly manyShare: number;
  /** Below this, words alone do not name a topic. */
  readonly least: number;
}

export const TOPIC_WEIGHTS: TopicWeights = { early: 0.2, heading: 0.7, context: 0.3, quiet: 4, leaning: 3, after: 0.2, sense: 1.5, around: 0.3, fading: 0.6, manyFields: 5, manyShare: 0.6, least: 0.6 };

/** Words that still speak for the undertaking: the last that stand before it, the first that stand after it. */
const WORDS_BEFORE = 45;
const WORDS_AFTER = 30;
const OTHER = "other";
const GOVERNANCE = "governance";

/** Classifies one undertaking. Linear in the length of its text and of what is given around it. */
export function classifyTopic(input: TopicInput, { topics, words: table }: Pick<Knowledge, "topics" | "words">, weights: TopicWeights = TOPIC_WEIGHTS): TopicFinding {
  const words = wordsOf(input.text);
  const context = input.context ?? "";
  const label = lastLabel(context);
  const hits = findTerms(words, termIndex(topics));
  const own = scoresOf(hits, topics.length, weights.fading, (at) => 1 - (weights.early * at) / words.length);
  const around = (standing: readonly Word[], factor: number): number[] => {
    const found = findTerms(standing, termIndex(topics));
    return scoresOf(found, topics.length, weights.fading, () => 1).map((score, topic) => Math.min(score, CEILING) * factor * (topics[topic]?.slug === GOVERNANCE ? weights.around : 1));
  };
  const heading = around(wordsOf(label?.[1] ?? input.section ?? ""), weights.heading);
  const quiet = Math.max(...own) < weights.quiet;
  const before = around(wordsOf(context.slice(label === undefined ? 0 : label.index + label[0].length)).slice(-WORDS_BEFORE), weights.context * (quiet ? weights.leaning : 1));
  const after = around(firstWords(input.after ?? "", WORDS_AFTER), weights.after);
  const told = { own, heading, context: before.map((score, topic) => score + (after[topic] ?? 0)) };
  const near = isOpen(told, weights) ? nearTopics(words, topics, table) : NOWHERE;
  const sources: Sources = { ...told, sense: near.shares.map((share) => share * weights.sense) };
  // The title speaks last: a statement on methane may not name it again in every sentence.
  const named = decide(sources, topics, weights) ?? byTitle(decide({ own, heading: around(wordsOf(input.documentTitle), weights.heading), context: [], sense: [] }, topics, weights));
  if (named === null) return { topic: otherOf(topics), topics: [], evidence: { rule: "topic-unknown", words: [] } };
  const slugs = (list: readonly number[]): Slug[] => list.flatMap((topic) => topics[topic]?.slug ?? []);
  const [best, ...others] = named.topics;
  const spans = (list: readonly number[]): Span[] => spansOf(hits, words, new Set(list));
  if (named.rule === "topic-of-many-fields" || best === undefined) return { topic: otherOf(topics), topics: slugs(named.topics), evidence: { rule: named.rule, words: spans(named.topics) } };
  return { topic: topics[best]?.slug ?? otherOf(topics), topics: slugs(others).slice(0, 4), evidence: { rule: named.rule, words: named.rule === "topic-by-sense" ? near.telling(best) : spans([best]) } };
}

const NOWHERE: Nearness = { shares: [], telling: () => [] };

/** Whether the sense of words could still turn what the terms told. */
function isOpen({ own, heading, context }: Told, weights: TopicWeights): boolean {
  const [most = 0, next = 0] = own.map((score, topic) => score + (heading[topic] ?? 0) + (context[topic] ?? 0)).sort((a, b) => b - a);
  return most - next < weights.sense;
}

/** The last heading that is run into a paragraph ("Supply chains: We will ..."): what stands above it is about something else. */
const lastLabel = (context: string): RegExpExecArray | undefined => [...context.matchAll(LABEL)].at(-1);
const LABEL = /(?:^|[.;!?]\s)\s*(\p{Lu}[\p{L}\p{N}&’'-]+(?:[, /]{1,2}[\p{L}\p{N}&’'-]+){0,7}):(?=\s)/gu;

const byTitle = (named: ReturnType<typeof decide>): ReturnType<typeof decide> => (named === null ? null : { ...named, rule: "topic-by-title" });

/** Scores of all topics, by where the words stand. */
interface Told {
  readonly own: readonly number[];
  readonly heading: readonly number[];
  readonly context: readonly number[];
}

interface Sources extends Told {
  readonly sense: readonly number[];
}

/** Topics best first and what decided, or null where no words tell. */
function decide({ own, heading, context, sense }: Sources, topics: readonly TopicEntry[], weights: TopicWeights): { readonly topics: readonly number[]; readonly rule: TopicRule } | null {
  const at = (scores: readonly number[], topic: number): number => scores[topic] ?? 0;
  const total = topics.map((_, topic) => at(own, topic) + at(heading, topic) + at(context, topic) + at(sense, topic));
  const ranked = topics.map((_, topic) => topic).sort((a, b) => at(total, b) - at(total, a) || a - b);
  const best = ranked[0] ?? 0;
  const most = at(total, best);
  if (most < weights.least) return null;
  const touched = ranked.filter((topic) => at(own, topic) >= 0.3 * most && at(own, topic) > weights.least);
  const many = touched.filter((topic) => at(own, topic) >= weights.manyShare * most && !GENERAL.has(topics[topic]?.slug ?? ""));
  if (many.length >= weights.manyFields) return { topics: many, rule: "topic-of-many-fields" };
  const [rule] = RULES.map(([name, from]) => ({ name, score: at(from({ own, heading, context, sense }), best) })).sort((a, b) => b.score - a.score);
  return { topics: [best, ...touched.filter((topic) => topic !== best)], rule: at(own, best) >= weights.least ? "topic-by-words" : (rule?.name ?? "topic-by-words") };
}

/** Where the most came from, when not from the undertaking's own terms. */
const RULES: readonly (readonly [TopicRule, (sources: Sources) => readonly number[]])[] = [
  ["topic-by-heading", ({ heading }) => heading],
  ["topic-by-context", ({ context }) => context],
  ["topic-by-sense", ({ sense }) => sense],
];

function otherOf(topics: readonly TopicEntry[]): Slug {
  const other = topics.find((entry) => entry.slug === OTHER) ?? topics.at(-1);
  if (other === undefined) throw new Error("A taxonomy needs at least one topic.");
  return other.slug;
}

/** A heading of many words should not outweigh one of a single word. */
const CEILING = 8;
/** Topics that any undertaking may touch without being a list of fields. */
const GENERAL: ReadonlySet<string> = new Set([GOVERNANCE, OTHER]);

/** Score of each topic: its terms by weight and place, the best in full, each further one fading. */
function scoresOf(hits: readonly TermHit[], count: number, fading: number, worthAt: (word: number) => number): number[] {
  const parts = new Map<number, number[]>();
  for (const hit of hits) {
    for (const { topic, weight } of hit.weights) parts.set(topic, [...(parts.get(topic) ?? []), weight * worthAt(hit.from)]);
  }
  const scores = new Array<number>(count).fill(0);
  for (const [topic, list] of parts) scores[topic] = list.sort((a, b) => b - a).reduce((sum, part, at) => sum + part * fading ** at, 0);
  return scores;
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
