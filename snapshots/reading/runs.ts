/** Runs of tokens and the words they stand for: where an undertaking's words begin and end. */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { Span } from "../types.ts";
import type { Predicate, Run } from "./predicates.ts";

const OCCASION = /^(?:on the occasion|during (?:the|this|their|today)|at (?:the|their|this|today)|meeting (?:in|on|at|for)|according to|in (?:their|the) meeting|today\b|in addition\b|also\b)/i;

/** The first token after words that only tell when and where it was said: "Meeting in Bonn on Friday, | the two sides ...". */
export function afterOccasion(tokens: readonly Token[], { from, group, how }: Predicate): number {
  if (how !== "main" || from !== 0 || !OCCASION.test(phraseOf(tokens.slice(0, 6)))) return from;
  for (let at = group.from - 1; at > 0; at--) if (tokens[at]?.text === "," && tokens[at + 1]?.pos !== "CCONJ" && at + 1 < group.from) return at + 1;
  return from;
}

/** Without "and" and "as well as" before the next act. */
export function trimJoint(tokens: readonly Token[], end: number): number {
  let to = end;
  while (to > 1 && /^(?:and|as|well|,)$/.test(tokens[to - 1]?.lower ?? "") && to < tokens.length) to--;
  return to;
}

/** "The Ministers strongly": adverbs before the verb are none of its subject. */
export function withoutAdverbs(tokens: readonly Token[], { from, to }: Run): Run {
  let end = to;
  while (end > from + 1 && tokens[end - 1]?.pos === "ADV") end--;
  return { from, to: end };
}

export function spanOf(tokens: readonly Token[], run: Run): Span {
  const start = tokens[run.from]?.start ?? 0;
  return { start, end: Math.max(start, tokens[run.to - 1]?.end ?? start) };
}

export function textOf(text: string, tokens: readonly Token[], run: Run): string {
  const { start, end } = spanOf(tokens, run);
  return run.to > run.from ? text.slice(start, end) : "";
}
