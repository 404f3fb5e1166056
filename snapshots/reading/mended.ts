/**
 * Where the verb of a predicate is not what it seems: "will, for its part, lend" has its modal before a comma, and in "a code drawn up in
 * Oslo was adopted" the participle only belongs to the subject. The stage is told by the verb that governs.
 */
import type { Token } from "../language/tagging.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import { actIn } from "./acts.ts";
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
  if (!/^(?:begin|work|carry|finish|intend|state)$/.test(actIn(tokens, group) ?? "work")) return null;
  const later = verbGroupsOf(tokens).find((one) => one.from > group.to && one.to <= end && one.form === "finite" && AUXILIARY.test(tokens[one.from]?.lower ?? ""));
  if (later === undefined || !isFiniteVerb(tokens, later, group.to) || tokens[later.from - 1]?.pos === "PRON") return null;
  return tokens.slice(group.to, later.from).some((token) => /^[,;:]$/.test(token.text) || PARTING.test(token.lower)) ? null : later;
}

const AUXILIARY = /^(?:is|are|has|have|was|were|will|did|shall)$/;

/** Words that begin a clause of their own. */
const PARTING = /^(?:as|if|that|and|but|or|while|because|we|they|our)$/;
