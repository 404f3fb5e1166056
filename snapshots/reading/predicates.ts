/**
 * The predicates of a sentence: which verb groups say something of a subject of their own, which are coordinated with one that does,
 * and which only belong to another (relative clauses, purposes, participles). Each predicate has its own run of tokens, so that
 * "reaffirmed A and explored B" falls into two.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import { anchorOf, begin, isLight, isObjectless, joins, lastFinite, type Left, leftOf, LOOSE, type Predicate, type Shape, type State, SUBORDINATORS } from "./clauses.ts";
import { actIn } from "./acts.ts";
import { actOf, PERFORMATIVE, STATES } from "./lexicon.ts";
import { gerund } from "./gerunds.ts";
import { beginsClause, behindInsertion, boundaryBefore, isContact, isFinitePast, isSubordinate, relative } from "./subordination.ts";

export type { Predicate, Run, Shape } from "./clauses.ts";

/** All predicates, in order; their runs do not overlap and cover the sentence from its first word. */
export function predicatesOf(given: readonly Token[], shape: Shape): Predicate[] {
  const tokens = shape === "item" ? openedByVerb(given) : given;
  const state: State = { tokens, groups: verbGroupsOf(tokens), found: [], sub: new Set(), complements: new Map() };
  for (const [at, group] of state.groups.entries()) {
    const predicate = place(state, at, group, shape);
    if (predicate !== null) state.found.push(predicate);
  }
  state.found.splice(0, state.found.length, ...state.found.filter((one, at) => at === 0 || !tokens.slice(one.group.to, one.group.to + 6).some((token, i, run) => token.lower === "do" && run[i + 1]?.lower === "so")));
  return state.found.map((predicate, at) => {
    const to = trimEnd(tokens, predicate.from, reservationIn(tokens, predicate.from, state.found[at + 1]?.from ?? tokens.length));
    return { ...predicate, to, inner: [...state.complements].filter(([group, owner]) => owner.group === predicate.group && group !== predicate.group && group.to <= to).map(([group]) => group) };
  });
}

/** "exchange lists of ships", "draft a text": at the head of an item a word that can be a verb and has an object is one. */
function openedByVerb(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  if (first === undefined || second === undefined || !/^(?:NOUN|ADJ|PROPN)$/.test(first.pos) || actOf(first.lower) === null || /ing$/.test(first.lower)) return tokens;
  const object = second.pos === "DET" || second.pos === "NUM" || /^(?:our|their|its|each|on|with|towards?|together|closely|jointly)$/.test(second.lower) || ((/^\p{Ll}/u.test(first.text) || isShouted(first.text)) && (second.pos === "ADJ" || (second.pos === "NOUN" && (/s$/.test(second.lower) || isShouted(first.text))) || (second.pos === "PROPN" && isShouted(first.text))));
  return object && !/^(?:of|for|in|between)$/.test(second.lower) ? [{ ...first, pos: "VERB" }, ...tokens.slice(1)] : tokens;
}

/** "SUPPORT the network": declarations write the verb of each point in capitals. */
const isShouted = (text: string): boolean => text.length > 3 && text === text.toUpperCase();

function place(state: State, at: number, group: VerbGroup, shape: Shape): Predicate | null {
  const { tokens } = state;
  if (isQuoted(tokens, group.from)) return null;
  const left = leftOf(tokens, group.from);
  const opening = state.found.length === 0 && isOpening(tokens, group.from);
  if (opening && shape === "item" && group.form !== "infinitive" && !(group.form === "gerund" && hasOwnClause(state, at))) return begin(group, { from: 0, subject: { from: 0, to: 0 }, how: "item" });
  switch (group.form) {
    case "finite":
      return finite(state, at, group, left);
    case "participle":
      return isFinitePast(state, at, left) ? finite(state, at, group, left) : null;
    case "bare":
      return bare(state, at, group, left);
    case "infinitive":
      return infinitive(state, at, group, left);
    case "gerund":
      return gerund(state, group, left);
  }
}

/** "Addressing old issues, the agencies signed ...": after the opening stands a clause with its own subject. */
function hasOwnClause({ tokens, groups }: State, at: number): boolean {
  return groups.slice(at + 1).some((group) => {
    if (group.form !== "finite" && !(group.form === "participle" && PERFORMATIVE.has(actOf(group.lemma) ?? "state"))) return false;
    let comma = group.from - 1;
    while (comma >= 0 && tokens[comma]?.text !== ",") {
      if (SUBORDINATORS.test(tokens[comma]?.lower ?? "") || LOOSE.test(tokens[comma]?.lower ?? "") || /^[;:]$/.test(tokens[comma]?.text ?? "")) return false;
      comma--;
    }
    const subject = tokens.slice(comma + 1, group.from);
    return comma > 0 && subject.length > 0 && subject[0]?.pos !== "CCONJ" && subject[0]?.pos !== "VERB" && subject.some((token) => /^(?:NOUN|PROPN|PRON)$/.test(token.pos)) && groups.filter((one) => one.from > comma && one.from < group.from).length === 0;
  });
}

/** Inside quotation marks that this sentence opens: words of a name or of a person, not of the sentence. */
function isQuoted(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > 0; i--) {
    if (tokens[i]?.text === "”") return false;
    if (tokens[i]?.text === "“") return true;
  }
  return false;
}

/** Nothing but adverbs before it. */
const isOpening = (tokens: readonly Token[], from: number): boolean => tokens.slice(0, from).every((token) => token.pos === "ADV" || token.pos === "PUNCT" || /^(?:further|also|jointly)$/.test(token.lower));

function finite(state: State, at: number, group: VerbGroup, left: Left): Predicate | null {
  const last = state.found.at(-1) ?? null;
  const before = lastFinite(state, at);
  const behind = last === null ? null : behindInsertion(state, left);
  if (behind !== null) return begin(group, { from: behind, subject: { from: behind, to: group.from }, how: "main" });
  if (joins(left) && before !== null && !(left.token?.text === "," && isSubordinate(state, at, group))) return coordinated(state, group, left, before);
  if (isSubordinate(state, at, group)) return relative(state, group);
  if (last === null && before !== null && state.sub.has(before) && /^(?:as|since|after|before|because|although|though|if|when|once|while)$/.test(state.tokens[0]?.lower ?? "") && !state.tokens.slice(before.to, group.from).some((token) => /^[,;:]$/.test(token.text))) {
    // "As the crisis undid what women have achieved, ...": still in the clause that depends.
    state.sub.add(group);
    return null;
  }
  if (last === null) return begin(group, { from: 0, subject: { from: 0, to: group.from }, how: "main" });
  const boundary = isEnsured(state, at) ? null : boundaryBefore(state, group, before?.to ?? last.group.to);
  if (boundary === null || isContact(state.tokens, boundary, group) || !state.tokens.slice(boundary, group.from).some((token) => /^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(token.pos))) {
    state.sub.add(group);
    return null;
  }
  return begin(group, { from: boundary, subject: { from: boundary, to: group.from }, how: "main" });
}

/** "ensure small, medium and large firms | have a voice": what is ensured is a clause without "that". */
function isEnsured(state: State, at: number): boolean {
  const [group, verb] = [state.groups[at], state.groups[at - 1]];
  if (group === undefined || verb?.lemma !== "ensure" || state.tokens.slice(verb.to, group.from).some((token) => /^[;:]$/.test(token.text))) return false;
  const boundary = boundaryBefore(state, group, verb.to) ?? verb.to;
  return !/^(?:we|they|both|the (?:two )?(?:sides|parties|countries|leaders|ministers))\b/.test(phraseOf(state.tokens.slice(boundary, group.from)));
}

/** A verb right after "and" or a comma goes on with the predicate that it agrees with. */
function coordinated(state: State, group: VerbGroup, left: Left, before: VerbGroup): Predicate | null {
  const act = actOf(group.lemma);
  const main = state.found.findLast((one) => one.how !== "relative" || !state.sub.has(one.group)) ?? null;
  const agrees = main !== null && (group.modal !== null ? before.modal !== "will" || !state.sub.has(before) : main.group.tense === group.tense || main.group.form === "gerund");
  // "The base, to which all contribute, | was opened": the comma closes what was put in.
  if (main === null && state.sub.has(before) && left.token?.text === ",") return begin(group, { from: 0, subject: { from: 0, to: group.from }, how: "main" });
  if (state.sub.has(before) && !(agrees && (group.modal === "will" || (act !== null && PERFORMATIVE.has(act))))) {
    state.sub.add(group);
    return null;
  }
  if (main === null) return begin(group, { from: 0, subject: { from: 0, to: group.from }, how: "main" });
  if (isSingular(state.tokens, group) && group.form === "finite" && (main.group.modal !== null || main.group.form === "bare")) {
    state.sub.add(group);
    return null;
  }
  if (isObjectless(state.tokens, main, left.at) && (group.modal === null) === (main.group.modal === null)) {
    // "has slipped and is now planned": of two verbs with one subject the one that is known speaks.
    if (actOf(main.group.lemma) === null && act !== null) state.found[state.found.indexOf(main)] = { ...main, group };
    return null;
  }
  const continues = group.modal === null && main.group.modal !== null && group.form !== "finite";
  return begin(group, { from: left.at + 1, subject: main.subject, how: "coordinated", anchor: continues ? main : null });
}

function bare(state: State, at: number, group: VerbGroup, left: Left): Predicate | null {
  const { found } = state;
  const act = actIn(state.tokens, group);
  const last = found.at(-1) ?? null;
  if (joins(left) && last !== null) {
    const nearest = anchorOf(state, at);
    // What stands before the last predicate is none that this verb could go on with.
    const anchor = nearest !== null && (nearest.kind === "purpose" || nearest.kind === "sub") && nearest.group.from < last.group.from ? null : nearest;
    if (anchor === null) {
      // "underlined A, and intend to B": what is told passes from what was said to what will be done.
      const shifts = act !== null && PERFORMATIVE.has(act) && left.token?.pos === "CCONJ" && last.group.tense === "past" && last.how !== "item";
      return shifts ? begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated" }) : null;
    }
    const performative = act !== null && PERFORMATIVE.has(act) && last.group.modal === null && last.group.tense === "present" && last.group.form !== "gerund";
    if (anchor.kind === "purpose" && (isSevered(state, left) || isSecondOfTwo(state, anchor.group, left))) return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated", anchor: last.group.modal !== null || last.anchor !== null || last.how === "item" ? last : null });
    if (anchor.kind === "sub" || anchor.kind === "purpose") {
      if (anchor.group.modal === "be to") return null;
      if (anchor.kind === "sub" && isSingular(state.tokens, anchor.group) && last.group.tense === "present" && act !== null) return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated", anchor: last.group.modal !== null ? last : null });
      if (!performative || !/^(?:commit|note|hail|affirm|intend)$/.test(act ?? "") || /^(?:plan|support|seek)$/.test(group.lemma) && anchor.kind === "purpose") return null;
      return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated" });
    }
    if (isObjectless(state.tokens, anchor, left.at)) return null;
    if (anchor.kind === "complement") {
      if (!isSevered(state, left) && isLight(state, anchor, group)) return null;
      state.complements.set(group, anchor.predicate);
      return begin(group, { from: left.at + 1, subject: last.subject, how: "complement", anchor: anchor.predicate });
    }
    return begin(group, { from: left.at + 1, subject: anchor.predicate.subject, how: "coordinated", anchor: anchor.group.modal !== null || anchor.predicate.anchor !== null || anchor.predicate.how === "item" ? anchor.predicate : null });
  }
  if (!/^(?:NOUN|PROPN|PRON|DET|NUM|PUNCT)$/.test(left.token?.pos ?? "") || (last !== null && !beginsClause(state, at) && !isSubordinate(state, at, group))) return null;
  return finite(state, at, group, left);
}

/** "which is ..., and encourage": a verb in the plural does not go on with one in the singular. */
const isSingular = (tokens: readonly Token[], group: VerbGroup): boolean => /^(?:is|was|has)$/.test(tokens[group.from]?.lower ?? "") || (group.modal === null && group.form === "finite" && group.from === group.head);

/** A semicolon parts undertakings, even where the first has a purpose of its own. */
const isSevered = ({ tokens }: State, left: Left): boolean => left.token?.text === ";" || (left.token?.pos === "CCONJ" && tokens[left.at - 1]?.text === ";");

/** "will adopt A to do B, and promote C": the comma sends the verb back to "will"; in "to A, B, and C" it does not. */
function isSecondOfTwo({ tokens, found }: State, purpose: VerbGroup, left: Left): boolean {
  return purpose.form === "infinitive" && found.at(-1)?.group.modal === "will" && left.token?.pos === "CCONJ" && tokens[left.at - 1]?.text === "," && !tokens.slice(purpose.to, left.at - 1).some((token) => token.text === ",");
}

function infinitive(state: State, at: number, group: VerbGroup, left: Left): Predicate | null {
  const { found, tokens } = state;
  const last = found.at(-1);
  if (last === undefined) return null;
  const previous = state.groups[at - 1];
  if (joins(left)) {
    const anchor = anchorOf(state, at);
    const completed = [...state.complements].some(([one, of]) => of.group === last.group && one.form === "infinitive");
    const listed = left.token?.text === "," && endsInfinitives(state, at);
    if (left.token?.pos !== "CCONJ" && !(completed && listed)) return null;
    const parted = listed || tokens[left.at - 1]?.text === ",";
    const owner = anchor?.kind === "complement" && anchor.group.form === "infinitive" ? anchor.predicate : anchor?.kind !== "main" && parted && completed ? last : null;
    if (owner === null) return null;
    state.complements.set(group, owner);
    return begin(group, { from: left.at + 1, subject: last.subject, how: "complement", anchor: owner });
  }
  if (previous === undefined) return null;
  if (/^(?:meet|convene|gather|assemble)$/.test(last.group.lemma) && previous === last.group && PERFORMATIVE.has(actOf(group.lemma) ?? "state")) state.complements.set(group, last);
  const governed = previous === last.group || state.complements.has(previous);
  if (governed && completes(tokens, previous, group)) state.complements.set(group, state.complements.get(previous) ?? last);
  return null;
}

/** "to A, to B, and to C": the list of infinitives ends with "and to". */
const endsInfinitives = ({ tokens, groups }: State, at: number): boolean => groups.slice(at + 1).some((one) => one.form === "infinitive" && tokens[one.from - 1]?.pos === "CCONJ" && tokens[one.from - 2]?.text === ",");

/** Nothing but adverbs, or one noun of will ("our commitment", "plans", "interest"), between a verb and the infinitive that completes it. */
export function completes(tokens: readonly Token[], verb: VerbGroup, group: VerbGroup): boolean {
  const between = tokens.slice(verb.to, group.from).filter((token) => token.pos !== "ADV").map((token) => token.lower);
  if (between.length === 0 || (verb.lemma === "be" && between.length === 1 && STATES.has(between[0] ?? ""))) return true;
  const phrase = between.join(" ");
  if (/^(?:together|closely|jointly|hard|forces)(?: (?:together|closely|jointly|and))*$/.test(phrase)) return true;
  return between.length <= 6 && /(?:commitment|commitments|intention|intent|plans?|desire|ambition|aim|goal|willingness|readiness|determination|resolve|interest|agreement|decision|pledge)$/.test(phrase) && !/\b(?:for|of|between|in)\b/.test(phrase);
}

/** Where a reservation begins that is no part of the undertaking: ", although ...". */
export function reservationIn(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from + 3; at < end; at++) if (tokens[at - 1]?.text === "," && /^(?:although|though|whereas)$/.test(tokens[at]?.lower ?? "")) return at;
  return end;
}

/** Without the conjunctions and marks that lead on to the next predicate, and without the full stop. */
export function trimEnd(tokens: readonly Token[], from: number, end: number): number {
  let to = end;
  while (to > from + 1) {
    const token = tokens[to - 1];
    if (token === undefined || !(token.pos === "CCONJ" || /^[,;:.–—-]$/.test(token.text) || /^(?:and|but|while|whereas|with|as well as)$/.test(token.lower))) break;
    to--;
  }
  return to;
}
