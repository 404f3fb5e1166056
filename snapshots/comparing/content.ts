/**
 * What a commitment says, taken apart: its words, the first place of each, and pairs of neighbours. It depends on the commitment
 * alone and is kept for as long as the commitment is, as a meeting is compared with several others.
 */
import { stemOf, type Word, wordsOf } from "../language/words.ts";
import type { Commitment } from "../types.ts";

/** A stem of a commitment where it stands first. */
export interface Placed {
  readonly key: string;
  /** Where it stands first, 0 to 1. */
  readonly at: number;
  /** Written as a name: a capital inside the sentence, or a figure in the word. */
  readonly name: boolean;
  /** As it stands in the text. */
  readonly text: string;
}

export interface Content {
  readonly words: readonly Word[];
  /** Without the small words that names are written with or without. */
  readonly full: readonly Word[];
  readonly placed: readonly Placed[];
  /** Stems of neighbours with the key of the pair, each pair once. */
  readonly neighbours: readonly { readonly key: string; readonly stem: string; readonly next: string }[];
  /** Words in lower case, each once, with their stems. */
  readonly spelled: readonly { readonly lower: string; readonly stem: string }[];
  /** All stems, sorted. */
  readonly sorted: readonly string[];
}

const known = new WeakMap<Commitment, Content>();

/** The content of a commitment; the same value for the same commitment. */
export function contentOf(commitment: Commitment): Content {
  const content = known.get(commitment) ?? takeApart(commitment.plain);
  known.set(commitment, content);
  return content;
}

function takeApart(text: string): Content {
  const words = wordsOf(text);
  const neighbours = words.slice(1).map(({ stem: next }, at) => ({ key: `${words[at]?.stem} ${next}`, stem: words[at]?.stem ?? "", next }));
  return {
    words,
    full: fullWords(words),
    placed: placedOf(words),
    neighbours: [...new Map(neighbours.map((pair) => [pair.key, pair])).values()],
    spelled: [...new Set(words.map(({ lower }) => lower))].map((lower) => ({ lower, stem: stemOf(lower) })),
    sorted: words.map(({ stem }) => stem).toSorted(),
  };
}

function placedOf(words: readonly Word[]): Placed[] {
  const placed = new Map<string, Placed>();
  for (const [index, { stem, text, start }] of words.entries()) {
    const name = /\p{N}/u.test(text) || (start > 0 && /^\p{Lu}/u.test(text));
    const first = placed.get(stem);
    if (first === undefined || (name && !first.name)) placed.set(stem, { key: stem, at: first?.at ?? index / words.length, name, text });
  }
  return [...placed.values()];
}

const SMALL = new Set(["of", "for", "the", "and", "on", "in", "to"]);

/** Without the small words that writers of long forms vary. */
export const fullWords = (words: readonly Word[]): readonly Word[] => words.filter((word) => !SMALL.has(word.lower));
