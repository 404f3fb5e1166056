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

interface Node {
  readonly next: Map<string, Node>;
  weights: TermWeight[];
}

/** Compiled terms of a taxonomy. */
export interface TermIndex {
  readonly root: Node;
}

const compiled = new WeakMap<readonly TopicEntry[], TermIndex>();

/** The terms of `topics`, compiled once for each list. */
export function termIndex(topics: readonly TopicEntry[]): TermIndex {
  const known = compiled.get(topics);
  if (known !== undefined) return known;
  const root: Node = { next: new Map(), weights: [] };
  topics.forEach((entry, topic) => {
    for (const { term, weight } of entry.terms) add(root, keysOf(term), { topic, weight });
  });
  const index = { root };
  compiled.set(topics, index);
  return index;
}

function add(root: Node, keys: readonly string[], weight: TermWeight): void {
  let node = root;
  for (const key of keys) {
    const next: Node = node.next.get(key) ?? { next: new Map(), weights: [] };
    node.next.set(key, next);
    node = next;
  }
  // The same term twice in one topic counts once, with its higher weight.
  const same = node.weights.find((known) => known.topic === weight.topic);
  if (same === undefined) node.weights.push({ topic: weight.topic, weight: weight.weight * phraseFactor(keys.length) });
  else if (same.weight < weight.weight) node.weights = node.weights.map((known) => (known === same ? { topic: weight.topic, weight: weight.weight * phraseFactor(keys.length) } : known));
}

/** Phrases tell more than single words, however common their words are. */
const phraseFactor = (length: number): number => (length === 1 ? 1 : length === 2 ? 1.25 : 1.4);

/** `=NASA` is a word in this case, `=development` this form of a word, others stems. */
function keysOf(term: string): string[] {
  return term.split(/\s+/).flatMap((piece) => {
    const exact = piece.startsWith("=");
    return wordsOf(exact ? piece.slice(1) : piece).map((word) => (exact ? (word.text === word.lower ? `_${word.lower}` : `=${word.text}`) : `~${word.stem}`));
  });
}

/** Terms in a text's words, left to right, the longest at each place. Linear in the number of words. */
export function findTerms(words: readonly Word[], index: TermIndex): TermHit[] {
  const hits: TermHit[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longest(words, at, index.root);
    if (found === null) at++;
    else {
      if (found.weights.some((one) => one.weight > 0)) hits.push(found);
      at = found.to;
    }
  }
  return hits;
}

function longest(words: readonly Word[], from: number, root: Node): TermHit | null {
  let best: TermHit | null = null;
  let front: Node[] = [root];
  for (let at = from; at < words.length && front.length > 0; at++) {
    const word = words[at];
    if (word === undefined) break;
    const next: Node[] = [];
    for (const node of front) {
      for (const key of [`~${word.stem}`, `_${word.lower}`, `=${word.text}`]) {
        const child = node.next.get(key);
        if (child !== undefined) next.push(child);
      }
    }
    const weights = next.flatMap((node) => node.weights);
    if (weights.length > 0) best = { from, to: at + 1, weights };
    front = next;
  }
  return best;
}
