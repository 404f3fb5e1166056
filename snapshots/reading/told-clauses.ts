/**
 * What a "that" clause tells of the stage: what is promised in it, announced, or confirmed as a fact.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import { verbGroupsOf } from "../language/verbs.ts";
import type { Stage } from "../types.ts";
import { actIn } from "./acts.ts";
import type { Chain } from "./chains.ts";
import type { Run } from "./clauses.ts";
import { isFiniteVerb } from "./reporting.ts";

/** What a "that" clause promises, by its first modal: "that they would work together", "that its commitments are ironclad". */
export function promisedIn({ tokens, end }: Pick<Chain, "tokens" | "end">, outer: Run): Stage | null {
  const clause = tokens.slice(outer.to, end);
  const at = clause.findIndex((token) => /^(?:will|shall|should|must|would|can|could|may)$/.test(token.lower));
  if (/\b(?:are|is|remain|remains) (?:\w+ )?committed to\b/.test(phraseOf(clause.slice(0, at < 0 ? 16 : at)))) return "committed";
  if (at < 0) return /\bcommitments?\b.*\b(?:is|are|remains?|was|were) (?:ironclad|unwavering|firm|steadfast|absolute|enduring)\b/.test(phraseOf(clause)) ? "committed" : null;
  return /^(?:will|shall|would)$/.test(clause[at]?.lower ?? "") ? willed(clause, at) : null;
}

/** The stage of what will be done, by the verb behind "will". */
function willed(clause: readonly Token[], will: number): Stage {
  const verb = verbGroupsOf(clause).find((group) => group.to > will);
  const act = verb === undefined ? null : actIn(clause, verb);
  return act === "keep" ? "underway" : act === "explore" ? "explored" : act === "intend" ? "intended" : "committed";
}

/** What a clause that is announced tells. */
export function clauseStage(clause: readonly Token[]): Stage {
  const words = clause.map((token) => token.lower);
  const will = words.findIndex((word) => word === "will" || word === "shall" || word === "would");
  if (will >= 0) return willed(clause, will);
  if (/\b(?:intend|plan|aim|hope)s? to\b/.test(words.slice(0, 12).join(" "))) return "intended";
  return /\b(?:completed|concluded|signed|finished|finali[sz]ed|adopted|ratified)\b/.test(words.join(" ")) ? "delivered" : "underway";
}

/** What a clause that is confirmed tells: done, being done, looked into; what simply is so, is a position. */
export function factStage(clause: readonly Token[]): Stage {
  const verb = verbGroupsOf(clause).find((group) => isFiniteVerb(clause, group, 0));
  if (verb === undefined) return "noted";
  const act = actIn(clause, verb);
  if (act === "explore") return "explored";
  if (act === "intend") return "intended";
  if (verb.progressive || act === "keep" || act === "carry") return "underway";
  return (verb.tense === "past" || verb.perfect) && act !== "state" && act !== "note" ? "delivered" : "noted";
}

/** "that the road has been completed": the clause's own verb finishes something. */
export function isFinished(clause: readonly Token[]): boolean {
  const verb = verbGroupsOf(clause).find((group) => isFiniteVerb(clause, group, 0));
  return verb !== undefined && (verb.perfect || verb.tense === "past") && !verb.progressive && actIn(clause, verb) === "finish" && verb.lemma !== "be";
}
