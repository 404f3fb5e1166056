/**
 * Items of a list whose act is a noun: "Launch of a joint call", "Expansion of the exchange from 30 to 60 places". They take the stage that the
 * same act has as a gerund (annotation guidelines, section 7).
 */
import type { Token } from "../language/tagging.ts";
import { verbGroupsOf } from "../language/verbs.ts";
import type { Stage } from "../types.ts";
import { type Act, FORCE_OF, nominalActOf } from "./lexicon.ts";
import { isFiniteVerb } from "./reporting.ts";
import type { Mood, Staging } from "./staging.ts";

/** What an item says by the noun at its head, or null where it names no act. */
export function nominalStaging(tokens: readonly Token[], mood: Mood): Staging | null {
  const at = tokens.findIndex((token) => token.pos === "NOUN" || token.pos === "PROPN" || nominalActOf(token.lower) !== null);
  const noun = tokens[at];
  if (noun === undefined || at > 3 || !tokens.slice(0, at).every((token) => /^(?:ADJ|DET|NUM|ADV)$/.test(token.pos) || /^(?:growing|increasing|continued|continuing|renewed|increased|joint|further)$/.test(token.lower) || /^[-–]$/.test(token.text))) return null;
  if (/^building$/.test(noun.lower) && /^(?:on|upon)$/.test(tokens[at + 1]?.lower ?? "")) return null;
  const act = nominalActOf(noun.lower);
  if (act === null || !/^(?:of|in|for|on|with|between|to|towards?|among|as|from|by)$/.test(tokens[at + 1]?.lower ?? "")) return null;
  if (verbGroupsOf(tokens).some((group) => group.from > at && group.form === "finite" && isFiniteVerb(tokens, group, at) && !tokens.slice(at, group.from).some((token) => /^[,;:]$/.test(token.text) || /^(?:our|we|they|that)$/.test(token.lower)))) return null;
  return { stage: stageOfNoun(act, mood), force: FORCE_OF[act], act, rule: `item-${act}-noun`, words: [{ from: at, to: at + 1 }] };
}

function stageOfNoun(act: Act, mood: Mood): Stage {
  switch (act) {
    case "explore":
      return "explored";
    case "foster":
      return "intended";
    case "keep":
    case "carry":
      return "underway";
    case "finish":
      return mood === "steps" ? "delivered" : "committed";
    default:
      return mood === "steps" ? "underway" : "committed";
  }
}
