/**
 * The six stages as a row of steps, with the step before and the step after.
 */
import { type Change, type ChangeKind, type Stage, STAGES } from "../../snapshots/index.ts";
import { furtherStep, stageWord } from "../vocabulary.ts";

export interface LadderModel {
  /** One for each stage in rising order. */
  readonly steps: readonly ("none" | "was" | "is")[];
  /** `under way → explored`; `was committed`. */
  readonly words: string;
  /** Why a stage that looks lower is no step back; null where the stages tell. */
  readonly note: string | null;
  /** The same for readers who hear it. */
  readonly spoken: string;
}

/** A ladder for a change, whose kind may need a word about its stages; null where neither side has one. */
export function ladder({ before, after }: Change["stage"], kind: ChangeKind | null): LadderModel | null {
  if (before === null && after === null) return null;
  const steps = STAGES.map((stage) => (stage === after ? "is" : stage === before ? "was" : "none"));
  if (before !== null && after !== null && before !== after) {
    const further = furtherStep(kind, { before, after });
    return { steps, words: `${stageWord(before)} → ${stageWord(after)}`, note: further, spoken: `stage: from ${stageWord(before)} to ${stageWord(after)}` };
  }
  const words = after === null ? `was ${stageWord(before ?? "noted")}` : stageWord(after);
  return { steps, words, note: null, spoken: before === after ? `stage: ${words}, as before` : `stage: ${words}` };
}

/** A ladder for one commitment. */
export function stageLadder(stage: Stage): LadderModel {
  return { steps: STAGES.map((step) => (step === stage ? "is" : "none")), words: stageWord(stage), note: null, spoken: `stage: ${stageWord(stage)}` };
}
