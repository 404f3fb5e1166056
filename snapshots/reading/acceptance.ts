/**
 * Which predicates are commitments, after the annotation guidelines, section 1: their cues are weighed by a logistic regression that was trained
 * on annotated documents (`bench/acceptance.mjs` trains it and measures it with one partnership left out).
 */
import type { CueWeights } from "../types.ts";
import { type Claim, cuesOf } from "./cues.ts";
import { weigh } from "./weighing.ts";

/** From here on a predicate is held to be a commitment. */
export const LEAST = 0.45;

/** 0 to 1, in thousandths: how likely it is that this is a commitment. */
export function confidenceOf(claim: Claim, weights: CueWeights): number {
  return Math.round(1000 / (1 + Math.exp(-weigh(cuesOf(claim), weights)))) / 1000;
}
