/**
 * Verb groups of a sentence: each main verb with its auxiliaries, its negation and its form. Shapes of words and the words beside them
 * decide; what a verb means for an undertaking is the reading's matter.
 */
import { isPast } from "./past.ts";
import type { Token } from "./tagging.ts";

/**
 * - `finite`: says of a subject that something is so ("agreed", "will launch", "are exploring", "was signed");
 * - `infinitive`: with "to"; `bare`: the base form without it ("launch a call", after "will ... and"); `gerund`: ends in -ing, without "be";
 * - `participle`: a past form without an auxiliary that belongs to a noun ("signed in May").
 */
export type VerbForm = "finite" | "infinitive" | "bare" | "gerund" | "participle";

export interface VerbGroup {
  /** First and last token, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** The main verb's token. */
  readonly head: number;
  readonly lemma: string;
  readonly form: VerbForm;
  /** "will", "shall", "must" ..., or "be to" for "is to meet". */
  readonly modal: string | null;
  readonly tense: "past" | "present" | "none";
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
}

const MODALS = new Set(["will", "shall", "must", "should", "would", "may", "might", "can", "could", "cannot", "ought", "'ll"]);
const BE = new Set(["be", "is", "are", "was", "were", "been", "being", "am", "'re", "'s"]);
const HAVE = new Set(["have", "has", "had", "having", "'ve"]);
const DO = new Set(["do", "does", "did"]);
const known = new WeakMap<readonly Token[], readonly VerbGroup[]>();

/** All verb groups, in order; found once for each list of tokens, as many rules ask. Linear in the number of tokens. */
export function verbGroupsOf(tokens: readonly Token[]): readonly VerbGroup[] {
  const groups = known.get(tokens) ?? findGroups(tokens);
  known.set(tokens, groups);
  return groups;
}

function findGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; ) {
    const group = groupAt(tokens, at);
    if (group === null) at++;
    else {
      groups.push(group);
      at = group.to;
    }
  }
  return groups;
}

interface Gathering {
  modal: string | null;
  have: boolean;
  be: boolean;
  /** The first auxiliary, which bears the tense. */
  first: string | null;
  negated: boolean;
  to: boolean;
}

function groupAt(tokens: readonly Token[], start: number): VerbGroup | null {
  const seen: Gathering = { modal: null, have: false, be: false, first: null, negated: false, to: false };
  const opening = tokens[start];
  if (opening === undefined || !opens(tokens, start)) return null;
  let at = start;
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { lower } = token;
    if (lower === "to" && at === start) seen.to = true;
    else if (lower === "to" && seen.be && leadsToVerb(tokens, at + 1)) seen.modal = "be to";
    else if (MODALS.has(lower) && !seen.be && !seen.have && token.pos !== "NOUN" && token.pos !== "PROPN") [seen.modal, seen.first] = [lower, seen.first ?? lower];
    else if (BE.has(lower) && token.pos !== "PART") [seen.be, seen.first] = [true, seen.first ?? lower];
    else if (HAVE.has(lower) && (leadsToVerb(tokens, at + 1, "past") || seen.modal !== null && tokens[at + 1]?.pos === "VERB")) [seen.have, seen.first] = [true, seen.first ?? lower];
    else if (DO.has(lower) && leadsToVerb(tokens, at + 1)) seen.first ??= lower;
    else if (lower === "not" || lower === "n't" || lower === "never") seen.negated = true;
    else if (isFiller(tokens, at) && at > start) continue;
    else if (seen.modal !== null && at === start + 1 && /^(?:from|in|at|over|during|for|by)$/.test(lower) && insertionEnd(tokens, at) > 0) at = insertionEnd(tokens, at) - 1;
    else break;
  }
  const head = tokens[at];
  if (head === undefined || head.pos === "PUNCT" || !isHead(tokens, at, seen)) return seen.be && seen.first !== null ? copula(tokens, { start, end: at, seen }) : null;
  return finish(tokens, { start, head: at, seen });
}

/** Whether a group may begin here. */
function opens(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const { lower, pos } = token;
  if (lower === "to") return leadsToVerb(tokens, at + 1);
  if (pos === "NOUN" || pos === "PROPN" || pos === "PUNCT") return false;
  if (PREPOSITIONAL.test(lower) && pos === "VERB" && !(at === 0 && /^(?:starting|beginning)$/.test(lower) && tokens[1]?.pos !== "ADP")) return false;
  if (lower === "further" && /^(?:VERB|AUX)$/.test(tokens[at + 1]?.pos ?? "")) return false;
  return MODALS.has(lower) || (BE.has(lower) && pos !== "PART") || HAVE.has(lower) || DO.has(lower) || pos === "VERB";
}

/** Words in -ing that lead a phrase as a preposition does. */
const PREPOSITIONAL = /^(?:including|following|regarding|concerning|according|notwithstanding|pending|beginning|starting|given)$/;

/** A verb follows here, adverbs between. */
function leadsToVerb(tokens: readonly Token[], from: number, shape?: "past"): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 5); at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.pos === "VERB" || token.pos === "AUX") return shape === undefined || isPast(token.lower) || token.lower === "been";
    if (token.lower === "not" || token.lower === "n't") continue;
    if (!isFiller(tokens, at)) return shape === undefined && (token.pos === "NOUN" || token.pos === "ADJ") && at === from && /^(?:the|a|an|our|their|its|on|in|with|to|and)$/.test(tokens[at + 1]?.lower ?? "") && tokens[from - 1]?.lower === "to" && VERB_LIKE.test(token.lower);
  }
  return false;
}

/** Nouns of the tagger's that are verbs after "to". */
const VERB_LIKE = /^(?:support|address|work|launch|host|conduct|partner|progress|further|counter|market|pilot|access|focus|research|trade|process|share|issue|document|monitor|map|test|train|fund|finance|study|review|plan|benefit|boost|advance|scale|secure|open|complete|better|shape|transition|fight|welcome)$/;

const isFiller = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && (token.pos === "ADV" || (token.lower === "better" && tokens[at - 1]?.lower === "to") || /^(?:both|all|together|jointly|also|each|now|thus|therefore|further|then|still|closely|fully)$/.test(token.lower) || (token.text === "," && tokens[at + 1]?.lower === "therefore") || (token.text === "," && tokens[at - 1]?.lower === "therefore"));
};

function isHead(tokens: readonly Token[], at: number, seen: Gathering): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === "VERB" || (HAVE.has(token.lower) && seen.first === null && /^(?:DET|ADJ|NUM|NOUN)$/.test(tokens[at + 1]?.pos ?? ""))) return true;
  // "will select three projects": after "will" stands a verb, whatever else it could be.
  if (/^(?:will|shall)$/.test(seen.modal ?? "") && /^(?:ADJ|NOUN)$/.test(token.pos) && tokens[at - 1]?.lower === seen.modal && /^(?:DET|NUM|ADJ|NOUN|PROPN|PRON)$/.test(tokens[at + 1]?.pos ?? "")) return true;
  if (seen.to || seen.modal !== null) return token.pos === "AUX" || (VERB_LIKE.test(token.lower) && token.pos !== "PUNCT");
  return (seen.have || (seen.be && seen.first !== null)) && token.pos === "ADJ" && isPast(token.lower);
}

/** A form of "be" without another verb: "are partners", "are committed to" comes as a passive of its participle. */
function copula(tokens: readonly Token[], { start, end, seen }: { start: number; end: number; seen: Gathering }): VerbGroup {
  const form: VerbForm = seen.to ? "infinitive" : seen.first === "being" ? "gerund" : seen.first === "be" && seen.modal === null ? "bare" : "finite";
  return { from: start, to: Math.max(start + 1, end), head: lastBe(tokens, start, end), lemma: "be", form, modal: seen.modal, tense: tenseOf(seen.first), perfect: seen.have, progressive: false, passive: false, negated: seen.negated };
}

/** "will from 1 July no longer require", "will from now on meet": where a short insertion after a modal ends, or 0. */
function insertionEnd(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < Math.min(tokens.length, from + 7); at++) {
    const token = tokens[at];
    if (token?.text === "," || token?.pos === "PUNCT") return 0;
    if (token?.pos === "VERB" && at > from + 1) return at;
  }
  return 0;
}

/** "are being fed", "is being studied". */
const isBeing = (tokens: readonly Token[], start: number, head: number): boolean => tokens.slice(start + 1, head).some((token) => token.lower === "being");

function lastBe(tokens: readonly Token[], start: number, end: number): number {
  for (let at = end - 1; at > start; at--) if (BE.has(tokens[at]?.lower ?? "")) return at;
  return start;
}

const tenseOf = (first: string | null): VerbGroup["tense"] => (first === null ? "none" : /^(?:was|were|had|did)$/.test(first) ? "past" : "present");

function finish(tokens: readonly Token[], { start, head, seen }: { start: number; head: number; seen: Gathering }): VerbGroup {
  const token = tokens[head];
  const lower = token?.lower ?? "";
  const ing = /ing$/.test(lower) && lower.length > 4 && !/^(?:bring|spring|string|swing|sting|cling|fling)$/.test(lower);
  const past = isPast(lower);
  const auxiliary = seen.first !== null;
  const passive = seen.be && past;
  const singular = !auxiliary && lower !== token?.lemma && /s$/.test(lower) && !/ss$/.test(lower);
  const form: VerbForm = seen.to ? "infinitive" : auxiliary ? (seen.first === "being" || seen.first === "having" ? "gerund" : "finite") : ing ? "gerund" : past ? "participle" : singular ? "finite" : "bare";
  const tense: VerbGroup["tense"] = auxiliary ? tenseOf(seen.first) : past ? "past" : "present";
  return { from: start, to: head + 1, head, lemma: token?.lemma ?? lower, form, modal: seen.modal, tense, perfect: seen.have, progressive: (seen.be && ing) || isBeing(tokens, start, head), passive, negated: seen.negated };
}
