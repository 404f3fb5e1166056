/**
 * Fixed expressions in which a verb does not do what it does elsewhere: "gave the nod to", "struck a deal", "toyed with the idea". Data: a lemma,
 * the words that follow it, and what they do together. The list is our own, of what reporters and ministries write.
 */
import type { Act } from "./lexicon.ts";

const IDIOMS: readonly (readonly [lemma: string, follows: RegExp, act: Act])[] = [
  ["give", /^(?:the |its |their |a )?(?:nod|go-ahead|green light|blessing)\b/, "commit"],
  ["give", /^(?:the |its |their )?(?:backing|support)\b/, "foster"],
  ["throw", /^(?:its|their) weight behind\b/, "foster"],
  ["toy", /^with\b/, "explore"],
  ["kick", /^(?:around|about)\b/, "explore"],
  ["flirt", /^with\b/, "explore"],
  ["play", /^with the idea\b/, "explore"],
  ["strike", /^(?:a |an |the )?(?:\w+ )?(?:deal|agreement|accord|bargain|pact)\b/, "finish"],
  ["hammer", /^out\b/, "work"],
  ["thrash", /^out\b/, "work"],
  ["iron", /^out\b/, "work"],
  ["sign", /^off on\b/, "finish"],
  ["wrap", /^up\b/, "finish"],
  ["make", /^good on\b/, "finish"],
  ["make", /^(?:headway|progress|strides)\b/, "carry"],
  ["make", /^(?:clear|plain)\b/, "note"],
  ["top", /^up\b/, "carry"],
  ["take", /^(?:up (?:its |their )?work|in (?:its|their) first)\b/, "begin"],
  ["take", /^shape\b/, "carry"],
  ["go", /^(?:out to tender|live|online|into (?:operation|service|effect|force))\b/, "begin"],
  ["go", /^(?:ahead|further)\b/, "carry"],
  ["get", /^(?:under ?way|off the ground|going)\b/, "begin"],
  ["put", /^(?:its|their) names? to\b/, "finish"],
  ["put", /^(?:into (?:operation|force|practice|effect|service|use)|in place)\b/, "begin"],
  ["bring", /^to (?:a |an |its )?(?:close|conclusion|end)\b/, "finish"],
  ["take", /^effect\b/, "finish"],
  ["take", /^stock\b/, "explore"],
  ["take", /^note\b/, "note"],
  ["take", /^part\b/, "ceremony"],
  ["go", /^on\b/, "keep"],
  ["keep", /^up\b/, "keep"],
  ["wind", /^up\b/, "finish"],
  ["come", /^(?:up|in|out in) favou?r\b/, "foster"],
  ["come", /^out\b/, "finish"],
  ["come", /^up\b/, "explore"],
  ["come", /^in\b/, "state"],
  ["build", /^(?:on|upon)\b/, "carry"],
  ["join", /^(?:forces|hands|efforts)\b/, "work"],
  ["break", /^ground\b/, "begin"],
  ["think", /^about\b/, "explore"],
];

/** What an expression does, by its verb and the words after it; null where it is none of these. */
export function idiomOf(lemma: string, follows: string): Act | null {
  return IDIOMS.find(([verb, words]) => verb === lemma && words.test(follows))?.[2] ?? null;
}
