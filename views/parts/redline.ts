/**
 * A redline as a page shows it. The runs come from the domain; here they only get the shape that templates read.
 */
import { redlineWords, type RedlineRun } from "../../snapshots/index.ts";
import { saidOnce } from "./wording.ts";

export interface RedlineModel {
  readonly runs: readonly RedlineRun[];
  /** The commitments of both sides, where they share so few words that marks would only hide them: they are shown whole, one below the other. Else none. */
  readonly whole: readonly { readonly name: string; readonly said: readonly string[] }[];
  /** BCP 47 code of the words' language. */
  readonly language: string;
}

/** Redlines that are kept: a change stands on its comparison's page, in streams, feeds and searches alike, with the same runs. */
const KEPT = 500;
const kept = new Map<string, Pick<RedlineModel, "runs" | "whole">>();

/** The share of words that two wordings must have in common to be read as one. */
const SHARED = 0.35;

/** What changed from one wording to another; several commitments on a side stand one below the other. */
export function redline(before: readonly string[], after: readonly string[], language: string): RedlineModel {
  const [was, is] = [saidOnce(before).join("\n"), saidOnce(after).join("\n")];
  const key = `${was}\u0000${is}`;
  const marked = kept.get(key) ?? markedWords(was, is);
  kept.delete(key);
  kept.set(key, marked);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return { ...marked, language };
}

/** Words that stand alone, without a wording to compare them with. */
export function plainWords(words: readonly string[], language: string): RedlineModel {
  return { runs: [{ op: "equal", text: saidOnce(words).join("\n") }], whole: [], language };
}

function markedWords(was: string, is: string): Pick<RedlineModel, "runs" | "whole"> {
  const runs = redlineWords(was, is);
  const words = (op: RedlineRun["op"]): number => runs.reduce((sum, run) => sum + (run.op === op ? (run.text.match(/[\p{L}\p{N}]+/gu) ?? []).length : 0), 0);
  const [equal, deleted, inserted] = [words("equal"), words("delete"), words("insert")];
  const isApart = deleted > 0 && inserted > 0 && (2 * equal) / (2 * equal + deleted + inserted) < SHARED;
  return { runs, whole: isApart ? [{ name: "Before", said: was.split("\n") }, { name: "After", said: is.split("\n") }] : [] };
}
