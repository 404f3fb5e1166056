/**
 * Verbs that take a position, welcome, confirm or announce. What they are about decides the stage: a noun that names an act, or a clause.
 */
import { phraseOf } from "../language/phrases.ts";
import { isPast } from "../language/past.ts";
import type { VerbGroup } from "../language/verbs.ts";
import type { Stage } from "../types.ts";
import { bound } from "./binding.ts";
import { type Chain, innerAct, reach, spanOf, type Staging, type Told } from "./chains.ts";
import { clauseStage, factStage, isFinished, promisedIn } from "./told-clauses.ts";
import { actOf, ANNOUNCES } from "./lexicon.ts";
import { type Named, nounAfter } from "./object-nouns.ts";

/** Verbs that take a position, welcome or confirm: what they are about decides. */
export function byObject(chain: Chain, act: "note" | "hail" | "affirm", told: Told): Staging {
  const [outer] = chain.groups;
  const { tokens, end } = chain;
  const next = tokens[outer.to]?.lower ?? "";
  if (act === "affirm" && chain.groups.length > 1) return affirmedTo(chain, outer, told);
  if (bringsClause(chain, outer)) return byClause(chain, act, told);
  if (/^(?:with|its|their)$/.test(next) && /^(?:concern|alarm|regret)$/.test(tokens[outer.to + 1]?.lower ?? "")) return told("noted", "noted-with-concern");
  if (/^(?:have|share)$/.test(outer.lemma) && /^(?:the |a |an |our |common |shared |same )*(?:goal|objective|aim)s?\b/.test(phraseOf(tokens.slice(outer.to, outer.to + 5)))) return told("intended", "aim-shared");
  if (/^(?:have|hold|share)$/.test(outer.lemma) && !/\b(?:commitment|determination|resolve)\b/.test(phraseOf(tokens.slice(outer.to, outer.to + 6)))) return told("noted", "view-held", undefined, "weak");
  if (isCall(chain, outer)) return told("noted", "called-for", undefined, "weak");
  if (outer.lemma === "renew" && isPact(chain, outer)) return told("delivered", "pact-renewed");
  const named = nounOf(chain, outer);
  const words = named === null ? [spanOf(outer)] : [spanOf(outer), named.at];
  if (act === "hail" && !ANNOUNCES.test(outer.lemma) && named !== null && named.noun !== "done" && named.noun !== "begun" && OF_OTHERS.test(phraseOf(tokens.slice(named.at.to, Math.min(end, named.at.to + 8))))) return told("noted", "act-of-others", words, "weak");
  switch (named?.noun) {
    case "promised":
      return told("committed", "commitment-named", words, act === "affirm" ? "strong" : "moderate");
    case "wished":
      return told(innerAct(chain) === "explore" ? "explored" : "intended", "intention-named", words);
    case "talked":
      return told("explored", "talks-named", words);
    case "position":
    case "concern":
      if (ANNOUNCES.test(outer.lemma)) return told("underway", "announced", words);
      return told((act === "hail" ? madeStage(chain, outer) : null) ?? "noted", "position-taken", words, "weak");
    case "done":
      return told(act === "hail" || outer.form === "gerund" || act === "note" || outer.lemma === "express" ? "delivered" : "underway", "finished-act-named", words);
    case "begun":
      return told("underway", "begun-act-named", words);
    case "going":
      if (act === "note" && tokens[named.at.from - 1]?.lower !== "ongoing" && !/^(?:negotiations?|progress|strides?|steps?|momentum|number|complexity|growth|rise|increase)$/.test(tokens[named.at.from]?.lower ?? "")) return told("noted", "position-taken", words, "weak");
      return told("underway", "ongoing-act-named", words);
    default:
      if (outer.lemma === "confirm" && !outer.passive && !isPact(chain, outer)) return told("committed", "thing-confirmed", words);
      if (act === "affirm") return told(/^(?:express|voice|signal|indicate)$/.test(outer.lemma) ? "noted" : "underway", "arrangement-confirmed", words);
      if (ANNOUNCES.test(outer.lemma)) return told("underway", "announced", words);
      return told((act === "hail" ? madeStage(chain, outer) : null) ?? "noted", act === "hail" ? "welcomed" : "position-taken", words, "weak");
  }
}

/** "welcomed efforts by the international community", "commitments from industry": acts of third parties. */
const OF_OTHERS = /^(?:of|by|from|with) (?:[\w.’']+ ){0,4}(?:international community|coalition|partners|united nations|industry|companies|universit(?:y|ies)|airlines?|firms)\b/;

/** "noted that", "noted with satisfaction that", "announced today that". */
function bringsClause({ tokens }: Chain, outer: VerbGroup): boolean {
  const within = (count: number): boolean => tokens.slice(outer.to, outer.to + count).some((token) => token.lower === "that");
  return tokens[outer.to]?.lower === "that" || (tokens[outer.to]?.lower === "with" && within(4)) || (outer.lemma === "announce" && within(3));
}

/** What is noted, confirmed or announced in a clause. */
function byClause(chain: Chain, act: "note" | "hail" | "affirm", told: Told): Staging {
  const [outer] = chain.groups;
  const { tokens, end } = chain;
  if (act === "affirm") return told(promisedIn(chain, outer) ?? (/^(?:confirm|indicate|signal)$/.test(outer.lemma) ? factStage(tokens.slice(outer.to + 1, end)) : "noted"), "affirmed-that");
  if (act === "note" && /^(?:satisfaction|appreciation|pleasure)$/.test(tokens[outer.to + 1]?.lower ?? "")) return told(clauseStage(tokens.slice(outer.to + 1, end)), "noted-with-satisfaction");
  if (act !== "hail") return told(outer.lemma === "note" && isFinished(tokens.slice(outer.to + 1, end)) ? "delivered" : "noted", "said-that", undefined, "weak");
  return told(clauseStage(tokens.slice(outer.to + 1, end)), "announced-that");
}

/** "call for", "take note of", "condemn": a position whatever noun follows. */
function isCall({ tokens }: Chain, outer: VerbGroup): boolean {
  if (/^(?:call|demand|urge|condemn|deplore|oppose|reject|request|regret|denounce)$/.test(outer.lemma)) return true;
  return outer.lemma === "take" && tokens[outer.to]?.lower === "note" && !/\b(?:completion|conclusion|achievement|signature|signing|entry into force)\b/.test(phraseOf(tokens.slice(outer.to, outer.to + 7)));
}

const PACT = /\b(?:agreement|memorandum|memoranda|treaty|protocol|arrangement|partnership|pact|accord|convention|lease|contract|alliance|cooperation|dialogue)\b/;

/** A text or a standing arrangement between the parties is what the verb is about. */
function isPact({ tokens, start, end }: Chain, outer: VerbGroup): boolean {
  const words = phraseOf(outer.passive ? tokens.slice(start, outer.from) : tokens.slice(outer.to, Math.min(end, outer.to + 8)));
  return PACT.test(words) && !/\b(?:commitment|pledge|call|offer|interest|resolve)\b/.test(words);
}

/** The noun that the verb is about: behind it, or its subject where it is passive; behind "satisfaction with" the thing that satisfies. */
function nounOf({ tokens, start, end }: Chain, outer: VerbGroup): Named | null {
  const pleased = tokens.findIndex((token, at) => at >= (outer.passive ? start : outer.to) && at < outer.to + 4 && /^(?:satisfaction|appreciation)$/.test(token.lower));
  if (pleased >= 0 && /^(?:express|note|voice)$/.test(outer.lemma)) {
    const about = outer.lemma === "note" ? pleased : tokens.findIndex((token, at) => at > pleased && at < end && /^(?:with|over|at|about|for)$/.test(token.lower));
    const named = about < 0 ? null : nounAfter({ tokens, end }, about + 1);
    if (named !== null && (tokens[pleased]?.lower === "satisfaction" || (named.noun === "going" && !/^contributions?$/.test(tokens[named.at.from]?.lower ?? "")))) return named.noun === "thing" || named.noun === "position" ? { ...named, noun: "going" } : named;
  }
  return (outer.passive ? nounAfter({ tokens, end: outer.from }, start) : null) ?? nounAfter({ tokens, end }, outer.to);
}

/** "reiterated its readiness to", "expressed concern about plans to": the noun before the verb governs it. */
function affirmedTo(chain: Chain, outer: VerbGroup, told: Told): Staging {
  const next = chain.groups[1];
  const named = nounAfter({ tokens: chain.tokens, end: next?.from ?? chain.end }, outer.to);
  if (named?.noun === "concern") return told("noted", "noted-with-concern", [spanOf(outer), named.at], "weak");
  if (named?.noun === "wished") return told(innerAct(chain) === "explore" ? "explored" : "intended", "intention-named", [spanOf(outer), named.at]);
  return told(bound(chain), "affirmed-to-act", reach(chain));
}

/** "welcomed the agreement reached in June", "welcomed the coalition launched by": the participle tells how far the thing is. */
function madeStage({ tokens, end }: Chain, outer: VerbGroup): Stage | null {
  if (/^(?:commend|applaud|congratulate)$/.test(outer.lemma)) return null;
  const about = tokens.slice(outer.to, Math.min(end, outer.to + 16));
  if (/^opportunit(?:y|ies)$/.test(about[0]?.lower ?? "")) return "intended";
  if (about.some(({ lower }, at) => /^(?:joining|entering|adopting|signing)$/.test(lower) && at > 0 && /^(?:PROPN|NOUN)$/.test(about[at - 1]?.pos ?? ""))) return "delivered";
  const made = about.find((token) => isPast(token.lower) && /^(?:VERB|ADJ)$/.test(token.pos) && /^(?:finish|begin)$/.test(actOf(token.lemma) ?? ""));
  if (made === undefined) return null;
  return actOf(made.lemma) === "finish" ? "delivered" : "underway";
}
