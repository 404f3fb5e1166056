/**
 * Gerunds that say something of their own: after "both sides", in the list of an item, under "are building A, coordinating B and ...", or as
 * further complements of a binding verb. All others belong to the word before them.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";
import { begin, isObjectless, joins, type Left, leftOf, type Predicate, type Run, type State } from "./clauses.ts";
import { actOf, PERFORMATIVE } from "./lexicon.ts";

/** The predicate that a gerund makes, or null. */
export function gerund(state: State, group: VerbGroup, left: Left): Predicate | null {
  const { tokens, found } = state;
  const last = found.at(-1);
  if (last === undefined) return null;
  const ofParties = subjectOfAbsolute(tokens, group);
  if (ofParties !== null) return begin(group, { from: ofParties.from, subject: ofParties, how: "absolute" });
  const previous = state.groups[state.groups.indexOf(group) - 1];
  if (joins(left) && left.token !== null) {
    if (actOf(group.lemma) === null || tokens[group.to]?.lower === "of") return null;
    if (last.group.progressive && left.token.pos === "CCONJ" && isObjectless(tokens, last, left.at)) return null;
    const listedHere = left.token.pos === "CCONJ" ? previous?.form !== "gerund" || state.found.some((one) => one.group === previous) : left.token.text === "," && endsList(state, group);
    if (last.group.progressive || (last.how === "coordinated" && last.group.form === "gerund" && last.anchor === null)) {
      if (listedHere) return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated" });
    }
    if (last.how === "item" || last.group.form === "gerund") {
      if (last.group.form !== "gerund" || isObjectless(tokens, last, left.at)) return null;
      if (left.token.pos === "CCONJ" && /^(?:note|hail|affirm|commit|explore)$/.test(actOf(group.lemma) ?? "")) return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated", anchor: last });
      const between = state.groups.slice(state.groups.indexOf(last.group) + 1, state.groups.indexOf(group));
      const nested = between.some((one) => state.sub.has(one)) || between.some((one) => one.form === "gerund" && state.complements.get(one) === undefined);
      if (nested || (left.token.text === "," && tokens[left.at + 1]?.pos !== "CCONJ" && !/^(?:continu|expand|strengthen|establish|launch|promot|support|develop|extend|facilitat|foster|advanc)/.test(tokens[group.head]?.lower ?? ""))) return null;
      return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated", anchor: last });
    }
    const anchor = [...state.complements].findLast(([one]) => one.form === "infinitive" && /ing$/.test(tokens[one.head]?.lower ?? ""));
    const listed = left.token.pos === "CCONJ" || (left.token.text === "," && endsList(state, group));
    if (anchor !== undefined && isObjectless(tokens, { group: anchor[0] }, left.at)) return null;
    if (anchor !== undefined && listed && anchor[1].group === (last.anchor ?? last).group) {
      state.complements.set(group, last.anchor ?? last);
      return begin(group, { from: left.at + 1, subject: last.subject, how: "complement", anchor: last.anchor ?? last });
    }
    if (left.token.pos === "CCONJ" && tokens[left.at - 1]?.text === "," && PERFORMATIVE.has(actOf(group.lemma) ?? "state") && previous?.form !== "gerund") return begin(group, { from: left.at + 1, subject: last.subject, how: "coordinated" });
  }
  return null;
}

/** Further on the same list of gerunds ends with "and" and one that has an object: not ", increasing screening and vetting in the region". */
function endsList({ tokens, groups }: State, group: VerbGroup): boolean {
  return groups.slice(groups.indexOf(group) + 1).some((one) => {
    const object = tokens[one.to];
    const takes = object !== undefined && (/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(object.pos) || /^(?:for|to|on|with)$/.test(object.lower));
    return one.form === "gerund" && takes && actOf(one.lemma) !== null && leftOf(tokens, one.from).token?.pos === "CCONJ";
  });
}

/** ", with both sides stressing": the parties between "with" or a comma and the gerund. */
function subjectOfAbsolute(tokens: readonly Token[], group: VerbGroup): Run | null {
  for (let i = group.from - 1; i >= Math.max(1, group.from - 7); i--) {
    const token = tokens[i];
    if (token?.lower !== "with" && token?.text !== ",") continue;
    const words = phraseOf(tokens.slice(i + 1, group.from));
    return /^(?:both|the two|all|the) (?:sides|parties|countries|leaders|ministers|governments|partners|nations|delegations|participants)(?: also| further)?$/.test(words) ? { from: i + 1, to: group.from } : null;
  }
  return null;
}
