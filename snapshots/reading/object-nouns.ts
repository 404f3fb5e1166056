/**
 * The noun that a verb's object is about: "the completion of", "our commitment to", "progress in". It tells how far a thing has come that is
 * welcomed, noted or confirmed.
 */
import type { Token } from "../language/tagging.ts";
import { actNounOf, type ActNoun, POSITION_NOUNS } from "./lexicon.ts";
import type { Stage } from "../types.ts";
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
    if (A_DAY.test(token.lower)) continue;
    // "our growing cooperation": what is growing is named next.
    if (token.pos === "VERB" && /ing$/.test(token.lower) && /^(?:DET|PRON)$/.test(tokens[at - 1]?.pos ?? "") && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? "")) continue;
    const next = A_DAY.test(tokens[at + 1]?.lower ?? "") ? tokens[at + 2] : tokens[at + 1];
    if (token.pos === "NOUN" || token.pos === "PROPN" || (token.lower === "support" && next?.lower === "for") || (token.pos === "VERB" && /ing$/.test(token.lower) && at > from)) {
      const lower = token.lower;
      const kind = CONCERN.test(lower) ? "concern" : POSITION_NOUNS.has(lower) ? "position" : actNounOf(lower);
      const named: Named = { noun: kind, at: { from: at, to: at + 1 } };
      const goesOn = /^(?:NOUN|PROPN)$/.test(next?.pos ?? "") || (/^[-–]$/.test(next?.text ?? "") && /^(?:NOUN|PROPN)$/.test(tokens[at + 2]?.pos ?? ""));
      if (kind !== "thing" && !goesOn && token.pos !== "PROPN") return named;
      head = named;
      if (!goesOn && head.noun === "thing" && !/^(?:of|on|in|between|['’]s?)$/.test(next?.lower ?? "")) return isPossessive(tokens, at) ? null : head;
    }
    if (token.pos === "PUNCT" && head !== null && !/^[-–/"“”'’]$/.test(token.text)) return head;
    if (head !== null && token.pos === "ADP" && !/^(?:of)$/.test(token.lower) && head.noun !== "thing") return head;
    if (head !== null && token.pos === "ADP" && token.lower !== "of" && token.lower !== "in") return head;
  }
  return head;
}

/** "the signing today of", "announced on Thursday the conclusion of": a day is not what it is about. */
const A_DAY = /^(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

const isPossessive = (tokens: readonly Token[], at: number): boolean => /^['’]s?$/.test(tokens[at + 1]?.lower ?? "");

/** What a welcomed, noted or celebrated act is worth by its noun (annotation guidelines, section 7). */
export const STAGE_OF_NOUN: Readonly<Record<Exclude<ActNoun, "thing">, Stage>> = { done: "delivered", begun: "underway", going: "underway", talked: "explored", promised: "committed", wished: "intended" };

export interface FurtherAct {
  /** The first token of its phrase. */
  readonly from: number;
  readonly stage: Stage;
  readonly noun: Run;
}

/** "welcomed the launch of A, as well as progress on B": acts that a second and a third noun name, where their stage is another. */
export function furtherActs({ tokens, end }: Extent, from: number, stage: Stage): FurtherAct[] {
  const found: FurtherAct[] = [];
  let last = stage;
  for (let at = from + 2; at < end - 2; at++) {
    const start = phraseAfter(tokens, at);
    if (start === null) continue;
    const noun = actIn(tokens, start, end);
    if (noun === null || STAGE_OF_NOUN[noun.kind] === last) continue;
    last = STAGE_OF_NOUN[noun.kind];
    found.push({ from: start, stage: last, noun: { from: noun.at, to: noun.at + 1 } });
  }
  return found;
}

/** Where a coordinated phrase begins after this token: "as well as", ", and", "and". */
function phraseAfter(tokens: readonly Token[], at: number): number | null {
  const [one, two, three] = [tokens[at]?.lower, tokens[at + 1]?.lower, tokens[at + 2]?.lower];
  if (one === "as" && two === "well" && three === "as") return at + 3;
  return one === "and" && tokens[at - 1]?.lower !== "between" ? at + 1 : null;
}

/** The first noun of an act in a phrase of a few words, if something follows that it acts on. */
function actIn(tokens: readonly Token[], start: number, end: number): { readonly at: number; readonly kind: Exclude<ActNoun, "thing"> } | null {
  for (let at = start; at < Math.min(end - 1, start + 7); at++) {
    const token = tokens[at];
    if (token === undefined || !/^(?:NOUN|PROPN|ADJ|DET|PRON|NUM|ADV|PART|VERB)$/.test(token.pos) && !/^[-–’'&]$/.test(token.text)) return null;
    const kind = token.pos === "NOUN" ? actNounOf(token.lower) : "thing";
    if (kind !== "thing" && /^(?:of|in|on|between|with|to|for|under|toward|towards|being|as)$/.test(tokens[at + 1]?.lower ?? "")) return { at, kind };
  }
  return null;
}
