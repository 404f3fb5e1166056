/**
 * The whole texts of two meetings as one redline.
 */
import type { ComparisonRecord } from "../../server/archive/types.ts";
import { redlineWords, type RedlineRun } from "../../snapshots/index.ts";

export interface WholeText {
  readonly runs: readonly RedlineRun[];
}

/** The redline of the fullest documents of both meetings; null where a meeting has none. */
export function wholeText({ before, after }: ComparisonRecord): WholeText | null {
  const [one, other] = [before.snapshots[0], after.snapshots[0]];
  return one === undefined || other === undefined ? null : { runs: redlineWords(one.document.text, other.document.text) };
}
