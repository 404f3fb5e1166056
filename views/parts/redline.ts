/**
 * A redline as a page shows it. The runs come from the domain; here they only get the shape that templates read.
 */
import { redlineWords, type RedlineRun } from "../../snapshots/index.ts";

export interface RedlineModel {
  readonly runs: readonly RedlineRun[];
  /** BCP 47 code of the words' language. */
  readonly language: string;
}

/** Redlines that are kept: a change stands on its comparison's page, in streams, feeds and searches alike, with the same runs. */
const KEPT = 500;
const kept = new Map<string, readonly RedlineRun[]>();

/** What changed from one wording to another; several commitments on a side stand one below the other. */
export function redline(before: readonly string[], after: readonly string[], language: string): RedlineModel {
  const [was, is] = [saidOnce(before).join("\n"), saidOnce(after).join("\n")];
  const key = `${was}\u0000${is}`;
  const runs = kept.get(key) ?? redlineWords(was, is);
  kept.delete(key);
  kept.set(key, runs);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return { runs, language };
}

/** Words that stand alone, without a wording to compare them with. */
export function plainWords(words: readonly string[], language: string): RedlineModel {
  return { runs: [{ op: "equal", text: saidOnce(words).join("\n") }], language };
}

/** Wordings of one side without those that another says already, letter for letter but for case, spaces and marks: documents of one meeting repeat each other. */
export function saidOnce(wordings: readonly string[]): readonly string[] {
  const bare = wordings.map((words) => ` ${words.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? words} `);
  return wordings.filter((_, at) => !bare.some((other, place) => place !== at && other.includes(bare[at] ?? "") && (other !== bare[at] || place < at)));
}
