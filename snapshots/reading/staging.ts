/**
 * How far an undertaking has come and how binding its verb is, from the governing verb, the innermost action and the noun that its
 * object names (annotation guidelines, sections 3 and 7). Every answer names its rule and the tokens that fired it.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import { isPast } from "../language/past.ts";
import type { VerbGroup } from "../language/verbs.ts";
import { FORCES, type Force, type Stage } from "../types.ts";
import { actIn } from "./acts.ts";
import { bound, committed, HOPED, isCheck } from "./binding.ts";
import { type Chain, innerAct, type Mood, reach, spanOf, type Staging, type Told } from "./chains.ts";
import { stateOf } from "./copulas.ts";
import { type Act, FORCE_OF, PERFORMATIVE } from "./lexicon.ts";
import { finished, isProgramme, plainAct } from "./doing.ts";
import { behindOpening, governing, withModal } from "./mended.ts";
import { byObject } from "./positions.ts";
import { nounAfter, STAGE_OF_NOUN } from "./object-nouns.ts";
import type { Predicate, Run } from "./predicates.ts";
import { clauseSaid, withInfinitives } from "./reporting.ts";

export type { Mood, Staging } from "./chains.ts";
export { promisedIn } from "./told-clauses.ts";

/** Stage and force of a predicate. */
export function stageOf(predicate: Predicate, tokens: readonly Token[], mood: Mood): Staging {
  const above: VerbGroup[] = [];
  for (let anchor = predicate.anchor; anchor !== null; anchor = anchor.anchor) above.unshift(anchor.group);
  const groups: readonly [VerbGroup, ...VerbGroup[]] = above[0] === undefined ? [withModal(tokens, predicate.group), ...predicate.inner] : [above[0], ...above.slice(1), predicate.group, ...predicate.inner];
  const place = { tokens, start: predicate.from, end: predicate.to, mood };
  if (predicate.how === "coordinated" && predicate.anchor?.how === "item" && predicate.group.form === "gerund") return decide({ ...place, groups: [predicate.group, ...predicate.inner], item: true, joined: null });
  const main = above.length === 0 ? (governing(tokens, predicate.group, predicate.to) ?? behindOpening(tokens, predicate)) : null;
  if (main !== null) return decide({ ...place, groups: withInfinitives(tokens, main), item: false, joined: null });
  const item = predicate.how === "item" || (/^(?:gerund|bare)$/.test(groups[0].form) && isOfItem(predicate));
  return decide({ ...place, groups, item, joined: predicate.how === "coordinated" && above.length > 0 ? predicate.group : null });
}

/** "Expand A, protect B and promote C": all that goes on from the verb at the head of an item. */
function isOfItem({ anchor }: Predicate): boolean {
  return anchor !== null && (anchor.how === "item" || isOfItem(anchor));
}

/** "convened to reaffirm", "are proud to announce": what they came together for, or are proud of, is what they do. */
function inward(chain: Chain): Chain {
  const [outer, next, ...rest] = chain.groups;
  if (next === undefined || outer.modal !== null) return chain;
  const act = actIn(chain.tokens, outer);
  const came = /^(?:meet|convene|gather|assemble|come|use|take)$/.test(outer.lemma) && PERFORMATIVE.has(actIn(chain.tokens, next));
  const proud = outer.lemma === "be" && act === "hail";
  const again = act === "keep" && /^(?:note|hail|affirm)$/.test(actIn(chain.tokens, next) ?? "");
  return came || proud || again ? { ...chain, groups: [next, ...rest], item: false } : chain;
}

/** "Our partnership is anchored in shared values": what it rests on is a position. */
const GROUNDED = /^(?:base|anchor|root|ground|found|underpin)$/;

function decide(whole: Chain): Staging {
  const chain = inward(whole);
  const { tokens, groups, item } = chain;
  const [outer] = groups;
  const act = actIn(tokens, outer);
  const told = (stage: Stage, rule: string, words: readonly Run[] = [spanOf(outer)], force?: Force): Staging => ({ stage, rule, words, act, force: weakened(force ?? forceOf(act, outer), chain) });
  if (outer.modal !== null) return byModal(chain, outer, act, told);
  if (outer.passive && outer.tense === "present" && !outer.perfect && GROUNDED.test(outer.lemma)) return told("noted", "rests-on", undefined, "weak");
  if (outer.lemma === "go" && outer.progressive && groups[1]?.form === "infinitive") return told(bound(chain), "going-to", reach(chain));
  if (chain.joined !== null && chain.joined.form !== "infinitive" && act === "intend" && actIn(tokens, chain.joined) === "note") return told("noted", "goes-on-otherwise", reach(chain), "weak");
  if (item && chain.mood === "deeds" && outer.form === "bare") return byAct({ ...chain, item: false }, act, told);
  if (item && !/^(?:note|hail|affirm)$/.test(act ?? "") && (act !== "intend" || outer.lemma === "offer") && (outer.form === "bare" || (outer.form === "participle" && /^(?:set|put|cut|let|split|spread)$/.test(tokens[outer.head]?.text ?? "")))) return bareItem(chain, act, told);
  if (item && outer.form === "gerund" && (act === null || !/^(?:hail|note|affirm|commit|say)$/.test(act))) return told(gerundStage(chain, act, outer), `item-${act ?? "work"}-gerund`, reach(chain));
  return byAct(chain, act, told);
}

/** What each kind of verb makes of its predicate where no modal governs it. */
function byAct(chain: Chain, act: Act | null, told: Told): Staging {
  const [outer] = chain.groups;
  switch (act) {
    case "commit":
      return committed(chain, outer, told);
    case "intend":
      return told(innerAct(chain) === "explore" ? "explored" : "intended", "verb-of-intention", reach(chain));
    case "foster":
      if (innerAct(chain) === "explore") return told("explored", "verb-of-support", reach(chain));
      if (outer.progressive || outer.perfect || isProgramme(chain, outer)) return told("underway", "support-given");
      return told("intended", "verb-of-support");
    case "explore":
      return told("explored", "verb-of-exploration");
    case "note":
    case "hail":
    case "affirm":
      return byObject(chain, act, told);
    case "finish":
      return finished(chain, outer, told);
    case "provide":
      return told(outer.tense === "past" || outer.perfect ? "delivered" : chain.item ? "committed" : "underway", "means-given");
    case "say":
      return said(chain, outer, told);
    case "state":
      return state(chain, outer, told);
    default:
      return plainAct(chain, act, told);
  }
}

/** How things stand; a commitment that is firm is one. */
function state(chain: Chain, outer: VerbGroup, told: Told): Staging {
  const { tokens } = chain;
  const firm = /^(?:is|are|remains?|remain)$/.test(tokens[outer.head]?.lower ?? "") && /^(?:firm|unwavering|unequivocal|strong|ironclad|steadfast|clear|absolute|enduring|resolute)$/.test(tokens[outer.to]?.lower ?? "");
  if (firm) return told("committed", "commitment-is-firm", [{ from: outer.from, to: outer.to + 1 }], "strong");
  const { stage, rule, words } = stateOf(chain.tokens, outer, chain);
  return told(stage, rule, words);
}

/** A verb in its base form at the head of an item. */
function bareItem(chain: Chain, act: Act | null, told: Told): Staging {
  const [outer] = chain.groups;
  const capital = /^\p{Lu}\p{Ll}/u.test(chain.tokens[outer.head]?.text ?? "");
  if (act === "foster" && capital) return told("intended", "item-bare-verb", reach(chain));
  return told(bound(chain), "item-bare-verb", reach(chain));
}

/** What is said tells how far it is; what only is remarked is noted. */
function said(chain: Chain, outer: VerbGroup, told: Told): Staging {
  const named = nounAfter({ tokens: chain.tokens, end: Math.min(chain.end, outer.to + 6) }, outer.to);
  if (!outer.passive && (named?.noun === "promised" || named?.noun === "wished") && /^(?:convey|state|declare|tell|mention)$/.test(outer.lemma)) return told(STAGE_OF_NOUN[named.noun], "will-told", [spanOf(outer), named.at]);
  const groups = clauseSaid(chain.tokens, outer, chain);
  if (groups === null || actIn(chain.tokens, groups[0]) === "say") return told("noted", "only-said");
  const { stage, words } = decide({ ...chain, groups, item: false, joined: null });
  return told(stage, "said-to-be", [spanOf(outer), ...words]);
}

/** "will", "shall", "is to": a firm undertaking, but for going on and looking into; "must" and "should" state a position. */
function byModal(chain: Chain, outer: VerbGroup, act: Act | null, told: Told): Staging {
  const { tokens } = chain;
  const deepest = act === "explore" && /^(?:how|whether|ways|what)$/.test(chain.tokens[(chain.groups[1]?.from ?? 0) - 1]?.lower ?? "") ? act : (innerAct(chain) ?? act);
  const going = ownStage(chain);
  if (going !== null) return told(going, "goes-on-otherwise", reach(chain), going === "underway" ? "strong" : "weak");
  switch (outer.modal) {
    case "will":
    case "shall":
    case "be to":
    case "'ll":
      if (outer.modal === "be to" && AIMED.test(tokens[outer.from - 1]?.lower ?? "")) return told("intended", "aim-named", [{ from: outer.from - 1, to: outer.to }]);
      if (outer.negated) return told("committed", "will-not", reach(chain), "strong");
      if (act === "keep") return told(deepest === "explore" ? "explored" : "underway", "will-continue", reach(chain), "strong");
      if (act === "intend" && isSought(chain, outer)) return told(deepest === "explore" ? "explored" : "intended", "will-seek", reach(chain), "moderate");
      if (deepest === "explore" && !isCheck(chain)) return told("explored", "will-explore", reach(chain), "moderate");
      return told("committed", "will", reach(chain), "strong");
    case "must":
    case "should":
    case "ought":
      if (outer.modal === "should" && HOPED.test(phraseOf(chain.tokens.slice(outer.to, chain.end)))) return told("intended", "should-by-then", reach(chain), "weak");
      return told(act === "intend" ? "intended" : "noted", "should", reach(chain), "weak");
    case "would":
      if (act === "keep") return told(deepest === "explore" ? "explored" : "underway", "would-continue", reach(chain), "moderate");
      if (!/^(?:intend|foster|hail|affirm|note|explore|state|say)$/.test(deepest ?? "") && !/^(?:like|love|prefer|help|complement|get|benefit)$/.test(outer.lemma)) return told("committed", "would", reach(chain), "moderate");
      return told(deepest === "explore" ? "explored" : "intended", "may-or-could", reach(chain), "weak");
    default:
      return told(deepest === "explore" ? "explored" : "intended", "may-or-could", reach(chain), "weak");
  }
}

/** "Our highest priority is to protect", "the plan is to open": an aim, not a task. */
const AIMED = /^(?:priority|priorities|aim|goal|objective|intention|plan|idea|hope|ambition|wish)$/;

/** "will aim to", "will seek to": wished for; "will seek funding", "will propose", "is to be ready" are done. */
function isSought({ tokens, groups }: Chain, outer: VerbGroup): boolean {
  if (/^(?:offer|invite|expect|schedule|propose|be)$/.test(outer.lemma)) return false;
  return outer.lemma !== "seek" || groups.length > 1 || /^(?:to|:)$/.test(tokens[outer.to]?.lower ?? "");
}

/** What a verb that is joined to "will" does of its own: "will train A and continue B", "will draw up A and encouraged B"; null where "will" governs it. */
function ownStage({ tokens, joined, groups }: Chain): Stage | null {
  if (joined === null) return null;
  const act = actIn(tokens, joined);
  const inner = groups.at(-1);
  if (act === "keep" || act === "intend") {
    if (inner !== undefined && inner !== joined && actIn(tokens, inner) === "explore") return "explored";
    return act === "keep" ? "underway" : "intended";
  }
  if (act === "note") return "noted";
  return act === "foster" && joined.tense === "past" ? "intended" : null;
}

function gerundStage(chain: Chain, act: Act | null, outer: VerbGroup): Stage {
  const { tokens, mood } = chain;
  const lower = tokens[outer.head]?.lower ?? "";
  const inner = innerAct(chain);
  if (act === "explore" || lower === "identifying" || lower === "assessing") return "explored";
  if (act === "intend") return inner === "explore" ? "explored" : "intended";
  if (act === "foster") return "intended";
  if (act === "keep" || act === "carry") return "underway";
  if (lower === "working" && (tokens[outer.to]?.lower === "to" || tokens[outer.to]?.lower === "toward" || tokens[outer.to]?.lower === "towards")) return inner === "explore" ? "explored" : "underway";
  if (/^(?:preparing|ensuring progress|maintaining|sustaining|pursuing|progressing)$/.test(lower)) return "underway";
  if (act === "finish" && (hasPastDate(chain) || mood === "steps")) return "delivered";
  if (mood === "steps") return "underway";
  return "committed";
}

/** "..., signed in May": the act is done whatever the gerund says. */
function hasPastDate({ tokens, groups, end }: Chain): boolean {
  return tokens.slice(groups[0].to, end).some((token, at, run) => isPast(token.lower) && token.pos === "VERB" && /^(?:in|on|last|this|earlier)$/.test(run[at + 1]?.lower ?? ""));
}

function forceOf(act: Act | null, group: VerbGroup): Force {
  if (group.modal !== null) return group.modal === "will" || group.modal === "shall" || group.modal === "be to" ? "strong" : "weak";
  return act === null ? "moderate" : FORCE_OF[act];
}

/** "aim to", "work towards", "as appropriate" close to the verb take one step of force away. */
function weakened(force: Force, { tokens, groups, end }: Chain): Force {
  const words = phraseOf(tokens.slice(groups[0].from, Math.min(end, groups[0].to + 6)));
  const hedged = /\b(?:aim|aims|work|working|works) (?:to|toward|towards)\b|\bwith a view\b|\bwhere (?:possible|appropriate)\b|\bas appropriate\b/.test(words);
  return hedged ? (FORCES[Math.max(0, FORCES.indexOf(force) - 1)] ?? force) : force;
}
