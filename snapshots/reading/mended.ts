/**
 * Where the verb of a predicate is not what it seems: "will, for its part, lend" has its modal before a comma, and in "a code drawn up in
 * Oslo was adopted" the participle only belongs to the subject. The stage is told by the verb that governs.
 */
import type { Token } from "../language/tagging.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import { actIn } from "./acts.ts";
import { type Predicate, SUBORDINATORS } from "./clauses.ts";
import { ANNOUNCES, PERFORMATIVE } from "./lexicon.ts";
import { isFiniteVerb } from "./reporting.ts";

/** The verb with the modal that stands before words put in between commas. */
export function withModal(tokens: readonly Token[], group: VerbGroup): VerbGroup {
  if (group.modal !== null || group.form !== "bare" || tokens[group.from - 1]?.text !== ",") return group;
  const opens = tokens.slice(0, group.from - 1).findLastIndex((token) => token.text === ",");
  const modal = tokens[opens - 1]?.lower ?? "";
  return opens > 0 && group.from - opens <= 7 && /^(?:will|shall)$/.test(modal) ? { ...group, form: "finite", modal } : group;
}

/** The verb with an auxiliary that follows a participle of its subject, or a noun that looks like a verb; null where the verb governs. */
export function governing(tokens: readonly Token[], group: VerbGroup, end: number): VerbGroup | null {
  if (group.modal !== null || !/^(?:participle|bare|gerund)$/.test(group.form)) return null;
  if (!/^(?:begin|work|carry|finish|intend|state)$/.test(actIn(tokens, group) ?? "work") && !ANNOUNCES.test(group.lemma)) return null;
  const later = verbGroupsOf(tokens).find((one) => one.from > group.to && one.to <= end && one.form === "finite" && AUXILIARY.test(tokens[one.from]?.lower ?? ""));
  if (later === undefined || !isFiniteVerb(tokens, later, group.to) || tokens[later.from - 1]?.pos === "PRON") return null;
  return tokens.slice(group.to, later.from).some((token) => /^[,;:]$/.test(token.text) || PARTING.test(token.lower)) ? null : later;
}

const AUXILIARY = /^(?:is|are|has|have|was|were|will|did|shall)$/;

/**
 * The verb of the main clause behind an opening that the predicate's own verb stands in: "To ensure that gains are shared, we call on", "Building
 * on what our countries have achieved, we will"; null where there is none.
 */
export function behindOpening(tokens: readonly Token[], { group, from, to }: Predicate): VerbGroup | null {
  const first = tokens[from];
  if (first === undefined || actIn(tokens, group) === "commit" || !(OPENING.test(first.lower) || (first.pos === "VERB" && /ing$/.test(first.lower))) || tokens.slice(from + 1, group.from).some(({ text }) => /^[,;:]$/.test(text))) return null;
  return verbGroupsOf(tokens).find((one) => one.from > group.to && one.to <= to && isMain(tokens, one, group.to)) ?? null;
}

/** Between the last comma and the verb stands a subject, and nothing else. */
function isMain(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  const comma = tokens.slice(0, group.from).findLastIndex(({ text }) => text === ",");
  const subject = tokens.slice(comma + 1, group.from).filter(({ pos }) => pos !== "ADV");
  const opens = subject[0]?.lower ?? "";
  if (comma < from || !(/^(?:PRON|DET|PROPN)$/.test(subject[0]?.pos ?? "") || /^(?:both|the|our|we|they)$/.test(opens)) || /^(?:which|who|whose|that|this|these|those|including)$/.test(opens)) return false;
  return subject.length <= 14 && !subject.some(({ pos, lower }) => pos === "VERB" || SUBORDINATORS.test(lower)) && (isFiniteVerb(tokens, group, comma) || (group.form === "bare" && PERFORMATIVE.has(actIn(tokens, group)) && subject.some(({ lower }) => /^(?:we|they|both|and)$/.test(lower))));
}

const OPENING = /^(?:to|as|now|on|outside|given|for|in|with|at|since|because|while|after|before|following)$/;

/** Words that begin a clause of their own. */
const PARTING = /^(?:as|if|that|and|but|or|while|because|we|they|our)$/;
