/**
 * What people type into a search box: words and "phrases", and for changes the side on which they must stand, as
 * `added:"age verification"` and `removed:"age verification"`.
 */
import type { Wanted } from "../archive/types.ts";

/** Words of changes; `either` side where none is named. */
export function parseWanted(text: string): Wanted {
  const match = /\b(added|removed):\s*("[^"]*"?|\S+)/i.exec(text);
  if (match === null) return { text, side: "either" };
  const [whole, side, words = ""] = match;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`.replace(/\b(?:added|removed):/gi, " ");
  return { text: `${words} ${rest}`.replace(/\s+/g, " ").trim(), side: side?.toLowerCase() === "removed" ? "removed" : "added" };
}

/** Whether a text asks for changes by its own words. */
export function asksForChanges(text: string): boolean {
  return parseWanted(text).side !== "either";
}
