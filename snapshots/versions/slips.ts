/**
 * Whether one difference between two versions is a mended slip of the pen, and why. A slip leaves numbers, negations, verbs of
 * will and the time of a verb alone.
 */
import { distance } from "fastest-levenshtein";
import type { Hunk } from "./classify.ts";

export interface Slip {
  readonly kind: "nothing" | "slip" | "wording";
  readonly reason: string;
}

/** Small words whose loss or return changes nothing that is promised. */
const SMALL = /^(?:a|an|the)$/i;
/** Words that are never mistaken for each other, however near their letters are. */
const WEIGHTY = /^(?:no|not|nor|now|may|must|can|could|shall|should|will|would|all|any|some|each|more|less|most|least|than|then|and|or|up|down|in|on|by|for|from|to|of)$/i;
/** Endings that tell when something is done, or of how many. */
const TENSES = /(?:e?d|ing|e?s|e)$/i;

export function slipOf(hunk: Hunk): Slip {
  const [before, after] = [hunk.before.trim(), hunk.after.trim()];
  if (before === after) return { kind: "nothing", reason: "" };
  const [gone, come] = [wordsIn(before), wordsIn(after)];
  if (lettersOf(before) === lettersOf(after)) {
    if (before.toLowerCase().replace(/\s+/g, " ") !== after.toLowerCase().replace(/\s+/g, " ")) return slip(hunk, gone.length === come.length ? "only marks of punctuation differ" : "only spaces or hyphens differ");
    return slip(hunk, before === after.replace(/\s+/g, " ") ? "only spaces differ" : "only capitals differ");
  }
  if (lettersOf(withoutSmall(gone)) === lettersOf(withoutSmall(come))) return slip(hunk, "an article was added or taken out");
  if (isRepetition(hunk, gone, come)) return slip(hunk, "a word stood twice");
  if (gone.length === come.length && gone.length > 0 && gone.every((word, at) => isMisspelling(word, come[at] ?? ""))) return slip(hunk, "the spelling was mended");
  return { kind: "wording", reason: told(hunk) };
}

function slip(hunk: Hunk, why: string): Slip {
  return { kind: "slip", reason: `${told(hunk)}: ${why}` };
}

function told({ before, after }: Hunk): string {
  const [gone, come] = [shown(before), shown(after)];
  if (gone === "") return `“${come}” was added`;
  return come === "" ? `“${gone}” was taken out` : `“${gone}” became “${come}”`;
}

function shown(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= 120 ? words : `${words.slice(0, words.lastIndexOf(" ", 117))} …`;
}

/** Letters and digits alone; a point or comma between digits is part of the number, a sign before it too. */
function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=\d)[.,](?=\d)/g, "#")
    .replace(/[^\p{L}\p{N}#%$€£¥+]/gu, "");
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.map((word) => word.replace(/[.,'’-]+$/, "")) ?? [];
}

const withoutSmall = (words: readonly string[]): string => words.filter((word) => !SMALL.test(word)).join(" ");

/** One word came or went that stands right beside its place. */
function isRepetition({ left, right }: Hunk, gone: readonly string[], come: readonly string[]): boolean {
  const [word] = [...gone, ...come];
  if (word === undefined || gone.length + come.length !== 1) return false;
  const near = [wordsIn(left).at(-1), wordsIn(right)[0]];
  return near.some((one) => one?.toLowerCase() === word.toLowerCase());
}

function isMisspelling(before: string, after: string): boolean {
  const [one, other] = [before.toLowerCase(), after.toLowerCase()];
  if (one === other) return true;
  if (/\d/.test(one + other) || WEIGHTY.test(one) || WEIGHTY.test(other)) return false;
  const length = Math.min(one.length, other.length);
  const apart = distance(one, other);
  if (length < 4 || apart > (length < 8 ? 1 : 2)) return false;
  // "agree", "agrees" and "agreed": the same word at another time.
  if (one.replace(TENSES, "") === other.replace(TENSES, "")) return false;
  return apart === 1 || one.slice(-2) === other.slice(-2);
}
