/** What cues say together. */
import type { CueWeights } from "../types.ts";

/** The sum of what cues weigh, in logits: above 0 they speak for a thing more than against it. */
export const weigh = (cues: readonly string[], { weightOf }: CueWeights): number => cues.reduce((sum, cue) => sum + weightOf(cue), 0);
