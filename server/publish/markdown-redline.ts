/**
 * Redlines in Markdown. Marks render only where they stand close to words within and apart from words without, so that whole
 * words are marked: a comma or half a word that changed takes the rest of its word along.
 */
import { redlineWords, type Redline, type RedlineRun } from "../../snapshots/index.ts";
import { saidOnce } from "../../views/parts/wording.ts";
import type { ChangeEntry } from "./entries.ts";
import { escapeMarkdown, escapeSigns, escapeStart } from "./markdown-signs.ts";

/** A line's end that renders as one. */
const BREAK = "\\\n";

/** `We ~~shall~~ **will** phase out`; words that stand alone as they are. Wordings of several documents stand one below the other. */
export function wordingMarkdown({ before, after }: ChangeEntry["quotes"]): string {
  const lines = (side: typeof before): readonly string[] => saidOnce(side.map(({ quote }) => quote.replace(/\s+/g, " ").trim()));
  const [was, is] = [lines(before), lines(after)];
  if (was.length === 0 || is.length === 0) return [...was, ...is].map(escapeMarkdown).join(BREAK);
  return redlineMarkdown(redlineWords(was.join("\n"), is.join("\n")));
}

export function redlineMarkdown(redline: Redline): string {
  return clumpsOf(redline).flatMap(marked).join(" ").split(/ ?\n ?/).map(escapeStart).join(BREAK);
}

/** Pieces that no white space of both sides parts. */
function clumpsOf(redline: Redline): readonly (readonly RedlineRun[])[] {
  const clumps: RedlineRun[][] = [[]];
  for (const { op, text } of redline) {
    for (const piece of text.match(/\n|[^\S\n]+|\S+/g) ?? []) {
      if (op === "equal" && piece === "\n") clumps.push([{ op, text: piece }], []);
      else if (op === "equal" && piece.trim() === "") clumps.push([]);
      else clumps.at(-1)?.push({ op, text: piece });
    }
  }
  return clumps.filter((clump) => clump.length > 0);
}

/** The words of a clump: those that both sides begin and end with as they are, those between marked. */
function marked(clump: readonly RedlineRun[]): readonly string[] {
  const [gone, came] = [wordsOf(clump, "insert"), wordsOf(clump, "delete")];
  const shorter = Math.min(gone.length, came.length);
  let first = 0;
  while (first < shorter && gone[first] === came[first]) first += 1;
  let last = 0;
  while (last < shorter - first && gone.at(-last - 1) === came.at(-last - 1)) last += 1;
  const middle = (words: readonly string[]): readonly string[] => words.slice(first, words.length - last);
  return [...gone.slice(0, first).map(escaped), ...within(middle(gone), "~~"), ...within(middle(came), "**"), ...gone.slice(gone.length - last).map(escaped)];
}

/** The words of one side; a line's end is a word of its own. */
function wordsOf(clump: readonly RedlineRun[], without: RedlineRun["op"]): readonly string[] {
  return clump.filter(({ op }) => op !== without).map(({ text }) => text).join("").match(/\n|\S+/g) ?? [];
}

function escaped(word: string): string {
  return word === "\n" ? word : escapeSigns(word);
}

/** Marks around the words of each line. */
function within(words: readonly string[], mark: string): readonly string[] {
  const lines = words.join(" ").split(/ ?\n ?/);
  return lines.flatMap((line, at) => [...(at === 0 ? [] : ["\n"]), ...(line === "" ? [] : [`${mark}${escapeSigns(line)}${mark}`])]);
}
