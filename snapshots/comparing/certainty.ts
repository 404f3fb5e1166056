/**
 * How sure a link is, and which links count under which reading. The thresholds are tried with one partnership left out by
 * `bench/matching.mjs`, which also tells how often links of each certainty are right.
 */
import type { Match } from "../types.ts";
import type { Thresholds } from "./align.ts";

/** From here on a link stands in the balanced reading, which is shown where nothing else is asked for. */
export const THRESHOLDS: Thresholds = { pair: 0.18, join: 0.5, beside: 0.3 };
/** From here on it stands in a strict reading too. */
const SURE = 0.6;
/** From here on two commitments without a counterpart are linked in an inclusive reading. */
export const POSSIBLE = 0.08;

export function certaintyOf(score: number): Match["certainty"] {
  if (score >= SURE) return "sure";
  return score >= THRESHOLDS.pair ? "likely" : "possible";
}
