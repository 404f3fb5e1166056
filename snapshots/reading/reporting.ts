/**
 * What is only said: the clause that a verb of saying brings tells the stage, whether it stands behind it or before it ("..., the ministers said").
 */
import type { Token } from "../language/tagging.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import { SUBORDINATORS } from "./clauses.ts";

/** The verbs of the clause that is said, governing verb first; null where nothing but the saying is there. */
export function clauseSaid(tokens: readonly Token[], say: VerbGroup, { start, end }: { readonly start: number; readonly end: number }): [VerbGroup, ...VerbGroup[]] | null {
  const groups = verbGroupsOf(tokens);
  const after = groups.find((group) => group.from > say.to && group.from < Math.min(end, say.to + 14) && isFiniteVerb(tokens, group, say.to));
  const main = after ?? (isTrailing(tokens, say, end) ? groups.find((group) => group.from >= start && group.to < say.from && isFiniteVerb(tokens, group, start)) : undefined);
  if (main === undefined) return null;
  return withInfinitives(tokens, main);
}

/** A verb with the infinitives that follow it at once: "agreed to examine". */
export function withInfinitives(tokens: readonly Token[], main: VerbGroup): [VerbGroup, ...VerbGroup[]] {
  const chain: [VerbGroup, ...VerbGroup[]] = [main];
  for (const group of verbGroupsOf(tokens)) if (group.form === "infinitive" && group.from <= (chain.at(-1)?.to ?? 0) + 1 && group.from >= main.to) chain.push(group);
  return chain;
}

/** "..., the ministers said", "..., officials said on Monday". */
const isTrailing = (tokens: readonly Token[], say: VerbGroup, end: number): boolean => (end - say.to <= 5 || tokens[say.to]?.pos === "PUNCT") && tokens.slice(Math.max(0, say.from - 6), say.from).some((token) => token.text === ",");

/** A verb that says something of a subject, and not in a relative clause. */
export function isFiniteVerb(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  const bare = group.form === "bare" && /^(?:they|we|both)$/.test(tokens[group.from - 1]?.lower ?? "");
  if (group.form !== "finite" && !bare && !(group.form === "participle" && /^(?:NOUN|PROPN|PRON)$/.test(tokens[group.from - 1]?.pos ?? "") && group.tense === "past")) return false;
  const comma = tokens.slice(0, group.from).findLastIndex((token) => token.text === ",");
  const between = tokens.slice(Math.max(from, comma) + 1, group.from).map((token) => token.lower);
  return !between.some((word) => word !== "that" && SUBORDINATORS.test(word));
}
