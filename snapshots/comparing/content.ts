/**
 * What a commitment says, taken apart: its words and the first place of each. It depends on the commitment alone and is kept for as long
 * as the commitment is, as a meeting is compared with several others. What only near pairs are asked for is found when it is.
 */
import { type Word, wordsOf } from "../language/words.ts";
import type { Commitment } from "../types.ts";
import { once } from "./once.ts";

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
  /** Names that count their issues, joined or apart: "COP 26" and "COP26", "Horizon 2020". */
  readonly numbered: readonly string[];
  readonly placed: readonly Placed[];
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
  const spelled = once(() => [...new Map(words.map(({ lower, stem }) => [lower, stem]))].map(([lower, stem]) => ({ lower, stem })));
  const sorted = once(() => words.map(({ stem }) => stem).sort());
  return {
    words,
    full: fullWords(words),
    numbered: /\d/.test(text) ? numberedIn(words) : [],
    placed: placedOf(words),
    get spelled() {
      return spelled();
    },
    get sorted() {
      return sorted();
    },
  };
}

function numberedIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text, end }, at) => {
    const next = words[at + 1];
    if (/^\p{Lu}{2,}\d+$/u.test(text)) return [`@${text}`];
    return next !== undefined && next.start === end + 1 && /^\p{Lu}{2,}$/u.test(text) && /^\d{1,4}$/.test(next.text) ? [`@${text}${next.text}`] : [];
  });
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
