/**
 * The word-level redline of two wordings.
 */
import type { Redline } from "../types.ts";

/** The redline of two texts; its runs rebuild both exactly. */
export function redlineWords(before: string, after: string): Redline {
  return before === after ? [{ op: "equal", text: before }] : [{ op: "delete", text: before }, { op: "insert", text: after }];
}
