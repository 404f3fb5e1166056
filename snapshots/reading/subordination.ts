/**
 * Clauses that depend on another: relative clauses, "that" and "when", and past forms that belong to a noun. Where a clause of its own begins.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import { isPast } from "../language/past.ts";
import type { VerbGroup } from "../language/verbs.ts";
import { begin, joins, lastFinite, type Left, leftOf, LOOSE, type Predicate, type State, SUBORDINATORS } from "./clauses.ts";
import { actOf, PERFORMATIVE } from "./lexicon.ts";
import { MONTH } from "./when.ts";

/** Left of the group, before any other finite verb, stands a word that makes the clause depend on another. */
export function isSubordinate(state: State, at: number, group: VerbGroup): boolean {
  const { tokens } = state;
  const stop = lastFinite(state, at)?.to ?? 0;
  let comma = false;
  for (let i = group.from - 1; i >= stop; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.text === ";" || token.text === ":") return false;
    if (token.text === ",") comma = true;
    if ((token.lower === "while" || token.lower === "whereas") && tokens[i - 2]?.lower !== "that") return false;
    if (LOOSE.test(token.lower) && !comma && tokens[i - 1]?.lower !== "such" && tokens[i + 1]?.lower !== "well" && tokens[i - 1]?.lower !== "well" && tokens[i + 1]?.pos !== "VERB") return i > 0 || !comma;
    if (SUBORDINATORS.test(token.lower)) {
      if (token.lower === "that" && (/^(?:end|regard|effect|purpose|respect|context|spirit|vein|reason|goal|aim)$/.test(tokens[i + 1]?.lower ?? "") || (tokens[i + 1]?.pos === "NOUN" && tokens[i - 1]?.pos === "ADP"))) continue;
      // "When talks end, we will sign": the clause after the comma is the main one.
      if (i === 0 && /^(?:how|what|whether|where|why)$/.test(token.lower) && group.passive && PERFORMATIVE.has(actOf(group.lemma) ?? "state")) return false;
      if (comma && i === 0 && !/^(?:that|which|who|what)$/.test(token.lower)) return false;
      return true;
    }
  }
  return false;
}

/** "through which both sides intend to ...": a clause with the parties as its subject counts; others belong to the word before. */
export function relative(state: State, group: VerbGroup): Predicate | null {
  state.sub.add(group);
  const { tokens } = state;
  const act = actOf(group.lemma);
  if (group.modal === null && act !== "commit" && act !== "intend") return null;
  for (let i = group.from - 1; i >= Math.max(0, group.from - 8); i--) {
    if (tokens[i]?.lower !== "which") continue;
    const subject = phraseOf(tokens.slice(i + 1, group.from));
    if (!/^(?:both|the two|all|our|their) (?:\w+ )?(?:sides|countries|parties|governments|leaders|nations|partners)$|^(?:we|they)$/.test(subject)) return null;
    const from = tokens[i - 1]?.pos === "ADP" ? i - 1 : i;
    return begin(group, { from, subject: { from: i + 1, to: group.from }, how: "relative" });
  }
  return null;
}

/**
 * Where a clause with a subject of its own begins: after a semicolon, ", and", "while", or else a comma. Null where nothing separates
 * it from the verb before: then it only completes that one ("officials said the Council will ...").
 */
export function boundaryBefore({ tokens }: State, group: VerbGroup, stop: number): number | null {
  let comma: number | null = null;
  let conjunction: number | null = null;
  for (let i = group.from - 1; i >= stop; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.text === ";" || token.text === ":") return skipJoints(tokens, i + 1);
    if (/^(?:while|whereas|but)$/.test(token.lower)) return i + 1;
    if (token.pos === "CCONJ" && tokens[i - 1]?.text === "," && i + 1 < group.from) return i + 1;
    if (token.text === "," && i + 1 < group.from) comma ??= i + 1;
    if (token.pos === "CCONJ" && i + 1 < group.from) conjunction = i + 1;
  }
  const at = conjunction !== null && (comma === null || conjunction < comma) ? conjunction : (comma ?? conjunction);
  // "and, in June 2023, the two ports ...": what is put in begins behind the comma.
  return at !== null && tokens[at]?.text === "," ? at + 1 : at;
}

/**
 * "..., and | the post at Melilla, shut in 2018, is to reopen": where a clause begins whose subject is followed by something put in between commas.
 * Null where the verb has no such subject of its own.
 */
export function behindInsertion({ tokens, groups, found }: State, left: Left): number | null {
  const last = found.at(-1);
  if (left.token?.text !== "," || last === undefined) return null;
  const opening = tokens.slice(0, left.at).findLastIndex((token) => token.text === ",");
  if (opening <= last.group.to || !/^(?:ADP|VERB|DET|PRON)$/.test(tokens[opening + 1]?.pos ?? "")) return null;
  for (let at = opening - 1; at > last.group.to; at--) {
    const severed = /^(?:;|while|but)$/.test(tokens[at - 1]?.lower ?? "") || (tokens[at - 1]?.pos === "CCONJ" && tokens[at - 2]?.text === ",");
    if (!severed) continue;
    const subject = tokens.slice(at, opening);
    return subject.some((token) => /^(?:NOUN|PROPN|PRON|NUM)$/.test(token.pos)) && !groups.some((one) => one.from >= at && one.from < opening) ? at : null;
  }
  return null;
}

/** "the region | we all seek": a pronoun right after a noun opens a clause that belongs to the noun. */
export function isContact(tokens: readonly Token[], from: number, group: VerbGroup): boolean {
  for (let i = group.from - 1; i > from; i--) {
    if (tokens[i]?.pos !== "PRON" || !/^(?:we|they|it|i|you)$/.test(tokens[i]?.lower ?? "")) continue;
    return /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? "");
  }
  return false;
}

const skipJoints = (tokens: readonly Token[], at: number): number => (tokens[at]?.pos === "CCONJ" || /^(?:and|but)$/.test(tokens[at]?.lower ?? "") ? at + 1 : at);

/**
 * A clause of its own begins before the verb in a way that cannot be taken for a list of nouns: after a semicolon, ", and" or "while", or with a
 * subject that stands for the parties.
 */
export function beginsClause(state: State, at: number): boolean {
  const { tokens, groups, found } = state;
  const group = groups[at];
  if (group === undefined) return false;
  const boundary = boundaryBefore(state, group, lastFinite(state, at)?.to ?? found.at(-1)?.group.to ?? 0);
  if (boundary === null) return false;
  const joint = tokens[boundary - 1];
  if (joint === undefined || joint.text === ";" || joint.text === ":" || /^(?:while|whereas|but)$/.test(joint.lower)) return true;
  if (joint.pos === "CCONJ" && tokens[boundary - 2]?.text === ",") return true;
  if (joint.text === "," && tokens[boundary - 2]?.pos === "CCONJ") return true;
  return /^(?:we|they|both \w+|the two \w+|the (?:sides|parties|countries|leaders|ministers))$/.test(phraseOf(tokens.slice(boundary, group.from).filter((token) => token.pos !== "ADV")));
}

/** "values | based on law", "the arrangement, | agreed in June 2020": a past form that only tells of the noun before it. */
function isReduced(tokens: readonly Token[], group: VerbGroup, left: Left): boolean {
  const [next, second] = [tokens[group.to]?.lower ?? "", tokens[group.to + 1]];
  if (/^(?:base|found|root|ground|anchor|center|centre|underpin)$/.test(group.lemma) && /^(?:on|upon|in|by|around)$/.test(next)) return true;
  return left.token?.text === "," && /^(?:in|on|at|during|last|earlier)$/.test(next) && (second?.pos === "NUM" || MONTHS.test(second?.lower ?? "") || /^(?:earlier|last|month|year|week)$/.test(second?.lower ?? ""));
}

/** "aligned and | accelerated policy actions", "chips and | printed boards": a past form between "and" and a noun that tells of the noun. */
function isQuality(tokens: readonly Token[], group: VerbGroup, left: Left): boolean {
  if (left.token?.pos !== "CCONJ" || !/^(?:NOUN|ADJ)$/.test(tokens[group.to]?.pos ?? "")) return false;
  const other = tokens[left.at - 1];
  return actOf(group.lemma) === null || other?.pos === "ADJ" || (other?.pos === "VERB" && isPast(other.lower));
}

const MONTHS = new RegExp(`^${MONTH}$`);

/** "agreed" of "the sides agreed" against "signed" of "the treaty signed in May has ...". */
export function isFinitePast(state: State, at: number, left: Left): boolean {
  const { tokens, groups, found } = state;
  const group = groups[at];
  if (group === undefined || left.token === null || isReduced(tokens, group, left)) return false;
  const last = found.at(-1);
  const before = lastFinite(state, at);
  if (joins(left) && last !== undefined && before !== null) {
    const past = (last.group.tense === "past" || last.group.perfect) && last.group.form !== "gerund";
    const shifts = last.group.modal === "will" && left.token.pos === "CCONJ" && PERFORMATIVE.has(actOf(group.lemma) ?? "state") && tokens[group.to]?.pos !== "NOUN";
    if (shifts) return true;
    if (!past || left.token.lower === "or" || isQuality(tokens, group, left)) return false;
    if (tokens[group.to]?.lower === "by") return false;
    return left.token.pos === "CCONJ" || PERFORMATIVE.has(actOf(group.lemma) ?? "state") || (actOf(group.lemma) !== null && tokens[group.to]?.pos !== "ADP" && tokens[group.to]?.pos !== "PUNCT");
  }
  if (LOOSE.test(left.token.lower) || /^[’']s?$/.test(left.token.lower) || tokens[group.to]?.lower === "by") return false;
  const after = tokens[group.to];
  const takesObject = after !== undefined && (/^(?:DET|PRON|PART)$/.test(after.pos) || /^(?:to|that|with|for|on|into|our|their|its)$/.test(after.lower));
  if (last !== undefined && !takesObject && !PERFORMATIVE.has(actOf(group.lemma) ?? "state")) return false;
  const since = last === undefined ? 0 : boundaryBefore(state, group, before?.to ?? last.group.to);
  if (since === null || (last !== undefined && !beginsClause(state, at))) return subordinatePast(state, at, group);
  if (group.from === since || /^(?:ADP|DET)$/.test(left.token.pos)) return false;
  const known = PERFORMATIVE.has(actOf(group.lemma) ?? "state");
  if (known && last === undefined && /^(?:NOUN|PROPN|PRON)$/.test(left.token.pos) && !/^(?:by|in|at|during|under|last|between)$/.test(tokens[group.to]?.lower ?? "")) return true;
  // "projects chosen under the call, whose budget grew, are ...", "goods sold through shops held ...": a past form before a preposition gives way to a later verb.
  if (last === undefined && !known && /^(?:under|through|in|at|on|for|from|with|during|between|since|to)$/.test(after?.lower ?? "") && givesWay(state, at)) return false;
  const next = groups.slice(at + 1).find((one) => one.form === "finite" || (one.form === "participle" && PERFORMATIVE.has(actOf(one.lemma) ?? "state")));
  if (next === undefined || (next.form === "participle" && joins(leftOf(tokens, next.from)))) return true;
  if (known && /^(?:NOUN|PROPN|PRON)$/.test(left.token.pos) && (next.form !== "finite" || isFar(tokens, group, next))) return true;
  if (left.token.text === ",") return isFar(tokens, group, next) && !known ? false : known && isFar(tokens, group, next);
  return isFar(tokens, group, next);
}

/** Later in the sentence stands a verb that can be the main one: after a comma that closes an insertion, or with nothing that parts it. */
function givesWay({ tokens, groups }: State, at: number): boolean {
  const group = groups[at];
  return group !== undefined && groups.slice(at + 1).some((one) => {
    const left = leftOf(tokens, one.from);
    if (one.form === "finite") return left.token?.text === "," || !isFar(tokens, group, one);
    return one.form === "participle" && /^(?:NOUN|PROPN)$/.test(left.token?.pos ?? "") && !isFar(tokens, group, one) && /^(?:DET|PRON|ADJ|NUM)$/.test(tokens[one.to]?.pos ?? "");
  });
}

/** "the agreement that ministers signed": finite, but of a clause that depends. */
function subordinatePast(state: State, at: number, group: VerbGroup): boolean {
  if (isSubordinate(state, at, group)) state.sub.add(group);
  return false;
}

/** Between two groups a clause ends. */
function isFar(tokens: readonly Token[], group: VerbGroup, next: VerbGroup): boolean {
  return tokens.slice(group.to, next.from).some((token, i, run) => token.text === ";" || token.text === ":" || SUBORDINATORS.test(token.lower) || /^(?:while|as|but)$/.test(token.lower) || (token.text === "," && run[i + 1]?.pos === "CCONJ") || (token.pos === "CCONJ" && i >= run.length - 2));
}
