/**
 * A redline as a page shows it. The runs come from the domain; here they only get the shape that templates read.
 */
import { redlineWords, type RedlineRun } from "../../snapshots/index.ts";

export interface RedlineModel {
  readonly runs: readonly RedlineRun[];
  /** BCP 47 code of the words' language. */
  readonly language: string;
}

/** What changed from one wording to another; several commitments on a side stand one below the other. */
export function redline(before: readonly string[], after: readonly string[], language: string): RedlineModel {
  return { runs: redlineWords(before.join("\n"), after.join("\n")), language };
}

/** Words that stand alone, without a wording to compare them with. */
export function plainWords(words: readonly string[], language: string): RedlineModel {
  return { runs: [{ op: "equal", text: words.join("\n") }], language };
}
