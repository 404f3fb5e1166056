/**
 * How far an undertaking has come and how binding its verb is, from the governing verb, the innermost action and the noun that its
 * object names (annotation guidelines, sections 3 and 7). Every answer names its rule and the tokens that fired it.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import { isPast } from "../language/past.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import { FORCES, type Force, type Stage } from "../types.ts";
import { actIn } from "./acts.ts";
import { type Act, FORCE_OF, PERFORMATIVE } from "./lexicon.ts";
import { nounAfter } from "./object-nouns.ts";
import type { Predicate, Run } from "./predicates.ts";

/** What a list's lead-in makes of its items: resolved upon, or steps already taken. */
export type Mood = "resolve" | "steps" | null;

export interface Staging {
  readonly stage: Stage;
  readonly force: Force;
  readonly act: Act | null;
  readonly rule: string;
  /** Tokens that decided: the governing verb, the inner action, the noun of the act. */
  readonly words: readonly Run[];
}

interface Chain {
  readonly tokens: readonly Token[];
  /** Governing verb first, innermost action last. */
  readonly groups: readonly [VerbGroup, ...VerbGroup[]];
  readonly end: number;
  readonly mood: Mood;
  readonly item: boolean;
}

/** Stage and force of a predicate. */
export function stageOf(predicate: Predicate, tokens: readonly Token[], mood: Mood): Staging {
  const above: VerbGroup[] = [];
  for (let anchor = predicate.anchor; anchor !== null; anchor = anchor.anchor) above.unshift(anchor.group);
  const groups: readonly [VerbGroup, ...VerbGroup[]] = above[0] === undefined ? [predicate.group, ...predicate.inner] : [above[0], ...above.slice(1), predicate.group, ...predicate.inner];
  if (predicate.how === "coordinated" && predicate.anchor?.how === "item" && predicate.group.form === "gerund") return decide({ tokens, groups: [predicate.group, ...predicate.inner], end: predicate.to, mood, item: true });
  const item = predicate.how === "item" || /^(?:gerund|bare)$/.test(groups[0].form) && predicate.anchor?.how === "item";
  return decide({ tokens, groups, end: predicate.to, mood, item });
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

function decide(whole: Chain): Staging {
  const chain = inward(whole);
  const { tokens, groups, item } = chain;
  const [outer] = groups;
  const act = actIn(tokens, outer);
  const told = (stage: Stage, rule: string, words: readonly Run[] = [spanOf(outer)], force?: Force): Staging => ({ stage, rule, words, act, force: weakened(force ?? forceOf(act, outer), chain) });
  if (outer.modal !== null) return byModal(chain, outer, act, told);
  if (item && !/^(?:note|hail|affirm|intend)$/.test(act ?? "") && (outer.form === "bare" || (outer.form === "participle" && /^(?:set|put|cut|let|split|spread)$/.test(tokens[outer.head]?.text ?? "")))) return told(bound(chain, outer), "item-bare-verb", reach(chain));
  if (item && outer.form === "gerund" && (act === null || !/^(?:hail|note|affirm|commit|say)$/.test(act))) return told(gerundStage(chain, act, outer), `item-${act ?? "work"}-gerund`, reach(chain));
  switch (act) {
    case "commit":
      return committed(chain, outer, told);
    case "intend":
      return told(innerAct(chain) === "explore" ? "explored" : "intended", "verb-of-intention", reach(chain));
    case "foster":
      if (innerAct(chain) === "explore") return told("explored", "verb-of-support", reach(chain));
      if (outer.progressive) return told("underway", "support-given");
      return told("intended", "verb-of-support");
    case "explore":
      return told("explored", "verb-of-exploration");
    case "note":
    case "hail":
    case "affirm":
      return byObject(chain, act, told);
    case "finish":
      return told(outer.progressive ? "underway" : outer.tense === "present" && !outer.perfect && !outer.passive ? "underway" : "delivered", "finished-act");
    case "provide":
      return told(outer.tense === "past" || outer.perfect ? "delivered" : outer.progressive ? "underway" : "committed", "means-given");
    case "say":
      return told("noted", "only-said");
    case "state":
      if (/^(?:aim|goal|intention|plan|idea|hope|ambition)$/.test(tokens[outer.from - 1]?.lower ?? "")) return told("intended", "aim-named", [{ from: outer.from - 1, to: outer.to }]);
      if (/^(?:is|are|remains?|remain)$/.test(tokens[outer.head]?.lower ?? "") && /^(?:firm|unwavering|unequivocal|strong|ironclad|steadfast|clear|absolute|enduring|resolute)$/.test(tokens[outer.to]?.lower ?? "")) return told("committed", "commitment-is-firm", [{ from: outer.from, to: outer.to + 1 }], "strong");
      return told(outer.negated ? "noted" : "underway", "state-of-things");
    default:
      return told(innerAct(chain) === "explore" ? "explored" : "underway", `${act ?? "other"}-act`, reach(chain));
  }
}

type Told = (stage: Stage, rule: string, words?: readonly Run[], force?: Force) => Staging;

const spanOf = (group: VerbGroup): Run => ({ from: group.from, to: group.to });
const reach = ({ groups }: Chain): Run[] => groups.map(spanOf);

/** The act of the innermost verb. */
function innerAct({ tokens, groups }: Chain): Act | null {
  const inner = groups.at(-1);
  return inner === undefined || inner === groups[0] ? null : actIn(tokens, inner);
}

/** "will", "shall", "is to": a firm undertaking, but for going on and looking into; "must" and "should" state a position. */
function byModal(chain: Chain, outer: VerbGroup, act: Act | null, told: Told): Staging {
  const deepest = innerAct(chain) ?? act;
  switch (outer.modal) {
    case "will":
    case "shall":
    case "be to":
    case "'ll":
      if (outer.negated) return told("committed", "will-not", reach(chain), "strong");
      if (act === "keep") return told(deepest === "explore" ? "explored" : "underway", "will-continue", reach(chain), "strong");
      if (act === "intend" && !/^(?:offer|invite|expect|schedule)$/.test(outer.lemma)) return told(deepest === "explore" ? "explored" : "intended", "will-seek", reach(chain), "moderate");
      if (deepest === "explore" && !isCheck(chain)) return told("explored", "will-explore", reach(chain), "moderate");
      return told("committed", "will", reach(chain), "strong");
    case "must":
    case "should":
    case "ought":
      return told("noted", "should", reach(chain), "weak");
    default:
      return told(deepest === "explore" ? "explored" : "intended", "may-or-could", reach(chain), "weak");
  }
}

/** What a binding verb makes of its complement: going on is under way, looking into is explored, all else is committed. */
function bound(chain: Chain, outer: VerbGroup): Stage {
  const act = innerAct(chain) ?? actIn(chain.tokens, chain.groups.at(-1) ?? outer);
  if (act !== "explore" && chain.groups.slice(1).some((group) => actIn(chain.tokens, group) === "keep")) return "underway";
  return act === "keep" ? "underway" : act === "explore" && !isCheck(chain) ? "explored" : "committed";
}

/** "will review", "agreed to assess": to check what there is is a task, not a first look. */
const isCheck = ({ groups }: Chain): boolean => /^(?:review|assess|evaluate|analyze)$/.test(groups.at(-1)?.lemma ?? "");

function committed(chain: Chain, outer: VerbGroup, told: Told): Staging {
  const { tokens, groups } = chain;
  if (groups.length > 1) return told(bound(chain, outer), "binding-verb", reach(chain));
  if (/^(?:task|instruct|direct|mandate|entrust|ask|tell|request|invite)$/.test(outer.lemma)) {
    const asked = verbGroupsOf(tokens).find((group) => group.from > outer.to && group.form === "infinitive");
    if (asked !== undefined && actIn(tokens, asked) === "keep") return told("underway", "asked-to-go-on", [spanOf(outer), spanOf(asked)]);
    if (asked !== undefined && actIn(tokens, asked) === "explore") return told("explored", "asked-to-look-into", [spanOf(outer), spanOf(asked)]);
  }
  const next = tokens[outer.to]?.lower ?? "";
  const named = nounAfter(chain, outer.to);
  if (/^(?:on|upon|with|that)$/.test(next) && outer.lemma === "agree") {
    if (named?.noun === "position") return told("noted", "agreed-on-a-position", [spanOf(outer), named.at], "weak");
    if (next === "that") return told(promisedIn(chain, outer) ?? "noted", "agreed-that");
  }
  if (named?.noun === "talked" && /^(?:to|on)$/.test(next)) return told("committed", "binding-verb-with-noun", [spanOf(outer), named.at]);
  return told("committed", "binding-verb");
}

/** What a "that" clause promises, by its first modal: "that they would work together", "that its commitments are ironclad". */
export function promisedIn({ tokens, end }: Pick<Chain, "tokens" | "end">, outer: Run): Stage | null {
  const clause = tokens.slice(outer.to, end);
  const at = clause.findIndex((token) => /^(?:will|shall|should|must|would|can|could|may)$/.test(token.lower));
  if (at < 0) return /\bcommitments?\b.*\b(?:is|are|remains?|was|were) (?:ironclad|unwavering|firm|steadfast|absolute|enduring)\b/.test(phraseOf(clause)) ? "committed" : null;
  if (!/^(?:will|shall|would)$/.test(clause[at]?.lower ?? "")) return null;
  const verb = verbGroupsOf(clause).find((group) => group.to > at);
  const act = verb === undefined ? null : actIn(clause, verb);
  return act === "keep" ? "underway" : act === "explore" ? "explored" : act === "intend" ? "intended" : "committed";
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

/** Verbs that take a position, welcome or confirm: what they are about decides. */
function byObject(chain: Chain, act: "note" | "hail" | "affirm", told: Told): Staging {
  const [outer] = chain.groups;
  const { tokens, end } = chain;
  const next = tokens[outer.to]?.lower ?? "";
  if (act === "affirm" && chain.groups.length > 1) return told(bound(chain, outer), "affirmed-to-act", reach(chain));
  const satisfied = next === "with" && tokens.slice(outer.to, outer.to + 4).some((token) => token.lower === "that");
  if (next === "that" || satisfied || (act === "hail" && tokens.slice(outer.to, outer.to + 3).some((token) => token.lower === "that") && outer.lemma === "announce")) {
    if (act === "affirm") return told(promisedIn(chain, outer) ?? "noted", "affirmed-that");
    if (act === "note" && /^(?:satisfaction|appreciation|pleasure)$/.test(tokens[outer.to + 1]?.lower ?? "")) return told(clauseStage(tokens.slice(outer.to + 1, end)), "noted-with-satisfaction");
    if (act !== "hail") return told("noted", "said-that", undefined, "weak");
    return told(clauseStage(tokens.slice(outer.to + 1, end)), "announced-that");
  }
  if (/^(?:with|its|their)$/.test(next) && /^(?:concern|alarm|regret)$/.test(tokens[outer.to + 1]?.lower ?? "")) return told("noted", "noted-with-concern");
  if (/^(?:have|hold|share)$/.test(outer.lemma) && !/\b(?:commitment|determination|resolve)\b/.test(phraseOf(tokens.slice(outer.to, outer.to + 6)))) return told("noted", "view-held", undefined, "weak");
  const named = nounAfter(chain, outer.to);
  const words = named === null ? [spanOf(outer)] : [spanOf(outer), named.at];
  switch (named?.noun) {
    case "promised":
      return told("committed", "commitment-named", words, act === "affirm" ? "strong" : "moderate");
    case "wished":
      return told(innerAct(chain) === "explore" ? "explored" : "intended", "intention-named", words);
    case "talked":
      return told("explored", "talks-named", words);
    case "position":
    case "concern":
      return told("noted", "position-taken", words, "weak");
    case "done":
      return told(act === "hail" || outer.form === "gerund" || act === "note" ? "delivered" : "underway", "finished-act-named", words);
    case "begun":
      return told("underway", "begun-act-named", words);
    case "going":
      if (act === "note" && !/^(?:progress|strides?|steps?|momentum|contributions?)$/.test(tokens[named.at.from]?.lower ?? "")) return told("noted", "position-taken", words, "weak");
      return told("underway", "ongoing-act-named", words);
    default:
      if (act === "affirm") return told(outer.lemma === "express" || outer.lemma === "voice" ? "noted" : "underway", "arrangement-confirmed", words);
      if (outer.lemma === "announce" || outer.lemma === "unveil") return told(hasFuture(chain) ? "committed" : "underway", "announced", words);
      return told("noted", act === "hail" ? "welcomed" : "position-taken", words, "weak");
  }
}

const hasFuture = ({ tokens, groups, end }: Chain): boolean => tokens.slice(groups[0].to, end).some((token) => token.lower === "will");

function clauseStage(clause: readonly Token[]): Stage {
  const words = clause.map((token) => token.lower);
  if (words.some((word) => word === "will" || word === "shall" || word === "would")) return "committed";
  if (/\b(?:intend|plan|aim|hope)s? to\b/.test(words.slice(0, 12).join(" "))) return "intended";
  return /\b(?:completed|concluded|signed|finished|finali[sz]ed|adopted|ratified)\b/.test(words.join(" ")) ? "delivered" : "underway";
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
