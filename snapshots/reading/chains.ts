/**
 * A predicate's verbs as one chain, from the verb that governs to the innermost action, and the questions that all rules of stages ask of it.
 */
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";
import type { Force, Stage } from "../types.ts";
import { actIn } from "./acts.ts";
import type { Run } from "./clauses.ts";
import type { Act } from "./lexicon.ts";

/** What a list's lead-in makes of its items: resolved upon, steps already taken, or done by being said. */
export type Mood = "resolve" | "steps" | "deeds" | null;

export interface Staging {
  readonly stage: Stage;
  readonly force: Force;
  readonly act: Act | null;
  readonly rule: string;
  /** Tokens that decided: the governing verb, the inner action, the noun of the act. */
  readonly words: readonly Run[];
}

export interface Chain {
  readonly tokens: readonly Token[];
  /** Governing verb first, innermost action last. */
  readonly groups: readonly [VerbGroup, ...VerbGroup[]];
  /** Where the predicate's own words begin and end. */
  readonly start: number;
  readonly end: number;
  readonly mood: Mood;
  readonly item: boolean;
  /** The verb that goes on after a coordination: "will train A | and continue B". */
  readonly joined: VerbGroup | null;
}

/** Makes the answer of a rule. */
export type Told = (stage: Stage, rule: string, words?: readonly Run[], force?: Force) => Staging;

export const spanOf = (group: VerbGroup): Run => ({ from: group.from, to: group.to });

export const reach = ({ groups }: Chain): Run[] => groups.map(spanOf);

/** The act of the innermost verb. */
export function innerAct({ tokens, groups }: Chain): Act | null {
  const inner = groups.at(-1);
  return inner === undefined || inner === groups[0] ? null : actIn(tokens, inner);
}
