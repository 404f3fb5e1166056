/**
 * The kind of a change, by the stages of both sides: how far the undertaking has come is the highest stage in the group.
 *
 * Changing the sides over turns `receded` into `advanced` always, and `advanced` into `receded` where the stage before was
 * noted, explored or intended. Among committed, underway and delivered it does not: a finished step that is followed by a
 * further one has advanced, and so has the further step that is finished; and what was under way and is promised anew
 * has neither advanced nor receded.
 */
import { type ChangeKind, type Commitment, type Force, FORCES, STAGES, type Stage } from "../types.ts";

/** What of a commitment says how firmly it binds. */
type Bound = Pick<Commitment, "force" | "hedges">;

export interface Verdict {
  readonly kind: ChangeKind;
  readonly reason: string;
}

/** The highest stage of a group, or null for none. */
export function stageOf(group: readonly Pick<Commitment, "stage">[]): Stage | null {
  return STAGES.findLast((stage) => group.some((one) => one.stage === stage)) ?? null;
}

/** As it is written in a sentence. */
const told = (stage: Stage): string => (stage === "underway" ? "under way" : stage);

/** The kind of a linked change. `sameWords`: the words differ by trifles at most. */
export function judge(before: Stage, after: Stage, { sameWords }: { readonly sameWords: boolean }): Verdict {
  const rise = STAGES.indexOf(after) - STAGES.indexOf(before);
  if (rise > 0) return { kind: "advanced", reason: `The stage rose from ${told(before)} to ${told(after)}` };
  if (before === "delivered" && (after === "committed" || after === "underway")) return { kind: "advanced", reason: `A finished step is followed by a further one that is ${told(after)}` };
  if (rise < 0 && !(before === "underway" && after === "committed")) return { kind: "receded", reason: `The stage fell from ${told(before)} to ${told(after)}` };
  if (rise < 0) return { kind: "reworded", reason: "What was under way is committed to anew" };
  return sameWords ? { kind: "restated", reason: `Still ${told(after)}, in the same words but for small ones` } : { kind: "reworded", reason: `Still ${told(after)}, in other words` };
}

/** Whether the undertaking binds more or less: by the firmest verb of each side, and where these are alike by a hedge that came or went. */
export function forceChange(before: readonly Bound[], after: readonly Bound[]): "hardened" | "softened" | null {
  const rise = FORCES.indexOf(forceOf(after)) - FORCES.indexOf(forceOf(before));
  if (rise !== 0) return rise > 0 ? "hardened" : "softened";
  const [hedgedBefore, hedgedAfter] = [hedged(before), hedged(after)];
  if (hedgedBefore === hedgedAfter) return null;
  return hedgedBefore ? "hardened" : "softened";
}

const forceOf = (group: readonly Bound[]): Force => FORCES.findLast((force) => group.some((one) => one.force === force)) ?? "weak";

/** A group is hedged where all that binds most in it is. */
const hedged = (group: readonly Bound[]): boolean => group.filter((one) => one.force === forceOf(group)).every((one) => one.hedges.length > 0);
