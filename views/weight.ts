/**
 * How much a change weighs for a reader who has little time: what moved along the stages first, then what is new or
 * silent, then other wording. The order of comparisons and the choice of what a headline tells.
 */
import type { Change, ChangeKind } from "../snapshots/index.ts";
import { stageRank } from "./vocabulary.ts";

const BASE: Readonly<Record<ChangeKind, number>> = { receded: 60, advanced: 58, new: 30, silent: 20, reworded: 16, restated: 0 };

/** Bigger weighs more. */
export function weigh({ kind, stage, force, details, match }: Pick<Change, "kind" | "stage" | "force" | "details" | "match">): number {
  const [before, after] = [stage.before === null ? null : stageRank(stage.before), stage.after === null ? null : stageRank(stage.after)];
  const distance = before !== null && after !== null ? Math.abs(after - before) * 4 : (after ?? before ?? 0) * 2;
  const figures = details.filter(({ type, direction }) => (type === "deadline" || type === "amount") && direction !== "changed").length * 6;
  const doubt = match?.certainty === "possible" ? 25 : match?.certainty === "likely" ? 5 : 0;
  return BASE[kind] + distance + (kind === "advanced" && after === 5 ? 6 : 0) + (force === null ? 0 : 3) + figures - doubt;
}

/** The weightiest first; what weighs the same stays in its order. */
export function byWeight<One extends Pick<Change, "kind" | "stage" | "force" | "details" | "match">>(changes: readonly One[]): readonly One[] {
  const weighed = changes.map((change) => ({ change, weight: weigh(change) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ change }) => change);
}
