/**
 * The noun that a verb's object is about: "the completion of", "our commitment to", "progress in". It tells how far a thing has come that is
 * welcomed, noted or confirmed.
 */
import type { Token } from "../language/tagging.ts";
import { actNounOf, type ActNoun, POSITION_NOUNS } from "./lexicon.ts";
import type { Run } from "./predicates.ts";

/** The object's telling noun and what kind of act it names. */
export interface Named {
  readonly noun: ActNoun | "position" | "concern";
  readonly at: Run;
}

/** The tokens of a sentence up to where the predicate ends. */
export interface Extent {
  readonly tokens: readonly Token[];
  readonly end: number;
}

const CONCERN = /^(?:concern|concerns|alarm|regret|outrage|condemnation|dismay|sorrow|condolences|gratitude|appreciation|satisfaction|thanks|sympathy)$/;

/** The noun that an object is about: the head of its first phrase, or the first noun of an act in it. */
export function nounAfter({ tokens, end }: Extent, from: number): Named | null {
  let head: Named | null = null;
  for (let at = from; at < Math.min(end, from + 14); at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.pos === "NOUN" || token.pos === "PROPN" || (token.pos === "VERB" && /ing$/.test(token.lower) && at > from)) {
      const lower = token.lower;
      const kind = CONCERN.test(lower) ? "concern" : POSITION_NOUNS.has(lower) ? "position" : actNounOf(lower);
      const named: Named = { noun: kind, at: { from: at, to: at + 1 } };
      const goesOn = /^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? "");
      if (kind !== "thing" && !goesOn && token.pos !== "PROPN") return named;
      head = named;
      if (!goesOn && head.noun === "thing" && !/^(?:of|on|in|between|['’]s?)$/.test(tokens[at + 1]?.lower ?? "")) return isPossessive(tokens, at) ? null : head;
    }
    if (token.pos === "PUNCT" && head !== null && !/^[-–/"“”'’]$/.test(token.text)) return head;
    if (head !== null && token.pos === "ADP" && !/^(?:of)$/.test(token.lower) && head.noun !== "thing") return head;
    if (head !== null && token.pos === "ADP" && token.lower !== "of" && token.lower !== "in") return head;
  }
  return head;
}

const isPossessive = (tokens: readonly Token[], at: number): boolean => /^['’]s?$/.test(tokens[at + 1]?.lower ?? "");
