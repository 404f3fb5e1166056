/**
 * The taxonomy's terms compiled for one pass over a text: a trie over words, in which a term's word stands as a stem or,
 * written with "=", as it is. Longest term first, no word used twice. What the finds are worth is `topics.ts`'s matter.
 */
import { type Word, wordsOf } from "../language/words.ts";
import type { TopicEntry } from "../types.ts";

/** What a term says: an index into the topics and a weight; weight 0 only keeps shorter terms from being found. */
export interface TermWeight {
  readonly topic: number;
  readonly weight: number;
}

/** A term found in a text: words `from` to `to` (exclusive). */
export interface TermHit {
  readonly from: number;
  readonly to: number;
  readonly weights: readonly TermWeight[];
}

/** What a word of a term must be: a stem, a form in lower case, or the word as written. */
const WAYS = ["stem", "lower", "text"] as const;
type Way = (typeof WAYS)[number];

/** Where a term goes on, by what its next word must be; most terms end where they branch off, and most go on one way. */
interface Node extends Record<Way, Map<string, Node> | null> {
  weights: readonly TermWeight[];
}

const emptyNode = (): Node => ({ stem: null, lower: null, text: null, weights: [] });

/** Compiled terms of a taxonomy. */
export interface TermIndex {
  readonly root: Node;
  /** Where words have been found to lead from the root: nearly all lead nowhere, and texts say the same words again and again. */
  readonly opened: Map<string, readonly Node[]>;
}

/** So many words are remembered at most. */
const REMEMBERED = 100_000;

const compiled = new WeakMap<readonly TopicEntry[], TermIndex>();

/** The terms of `topics`, compiled once for each list. */
export function termIndex(topics: readonly TopicEntry[]): TermIndex {
  const known = compiled.get(topics);
  if (known !== undefined) return known;
  const root = emptyNode();
  topics.forEach((entry, topic) => {
    for (const { term, weight } of entry.terms) add(root, keysOf(term), { topic, weight });
  });
  const index: TermIndex = { root, opened: new Map() };
  compiled.set(topics, index);
  return index;
}

function add(root: Node, keys: readonly Key[], weight: TermWeight): void {
  let node = root;
  for (const { way, word } of keys) {
    const ways = node[way] ?? new Map<string, Node>();
    node[way] = ways;
    const next = ways.get(word) ?? emptyNode();
    ways.set(word, next);
    node = next;
  }
  // The same term twice in one topic counts once, with its higher weight.
  const same = node.weights.find((known) => known.topic === weight.topic);
  if (same === undefined) node.weights = [...node.weights, { topic: weight.topic, weight: weight.weight * phraseFactor(keys.length) }];
  else if (same.weight < weight.weight) node.weights = node.weights.map((known) => (known === same ? { topic: weight.topic, weight: weight.weight * phraseFactor(keys.length) } : known));
}

/** Phrases tell more than single words, however common their words are. */
const phraseFactor = (length: number): number => (length === 1 ? 1 : length === 2 ? 1.25 : 1.4);

interface Key {
  readonly way: Way;
  readonly word: string;
}

/** `=NASA` is a word in this case, `=development` this form of a word, others stems. */
function keysOf(term: string): Key[] {
  return term.split(/\s+/).flatMap((piece) => {
    const exact = piece.startsWith("=");
    return wordsOf(exact ? piece.slice(1) : piece).map((word): Key => {
      const way = !exact ? "stem" : word.text === word.lower ? "lower" : "text";
      return { way, word: word[way] };
    });
  });
}

/** Terms in a text's words, left to right, the longest at each place. Linear in the number of words. */
export function findTerms(words: readonly Word[], index: TermIndex): TermHit[] {
  const hits: TermHit[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longest(words, at, index);
    if (found === null) at++;
    else {
      if (found.weights.some((one) => one.weight > 0)) hits.push(found);
      at = found.to;
    }
  }
  return hits;
}

function longest(words: readonly Word[], from: number, index: TermIndex): TermHit | null {
  let best: TermHit | null = null;
  let front = opening(words[from], index);
  for (let at = from + 1; front.length > 0; at++) {
    const weights = front.flatMap((node) => node.weights);
    if (weights.length > 0) best = { from, to: at, weights };
    const word = words[at];
    if (word === undefined) break;
    front = after(front, word);
  }
  return best;
}

/** The nodes of terms that a word may begin. */
function opening(word: Word | undefined, { root, opened }: TermIndex): readonly Node[] {
  if (word === undefined) return NOWHERE;
  const known = opened.get(word.text);
  if (known !== undefined) return known;
  const front = after([root], word);
  if (opened.size < REMEMBERED) opened.set(word.text, front);
  return front;
}

const NOWHERE: readonly Node[] = [];

/** Where a word leads from these places; most words begin no term. */
function after(front: readonly Node[], word: Word): readonly Node[] {
  let next = NOWHERE;
  for (const node of front) {
    for (const way of WAYS) {
      const child = node[way]?.get(word[way]);
      if (child !== undefined) next = [...next, child];
    }
  }
  return next;
}
