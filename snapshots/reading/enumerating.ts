/**
 * Enumerations inside a sentence: "committed to: drive A; establish B; and conduct C", "including by: 1) A, 2) B". Each member is read as an item of a
 * list; the words before it are its lead-in.
 */
import type { Span } from "../types.ts";

export interface Enumeration {
  /** From the sentence's first word to the end of the first member: the lead-in and what it leads to. */
  readonly head: Span;
  /** The lead-in alone. */
  readonly leadIn: Span;
  /** All members after the first; with numbers, the first one too. */
  readonly members: readonly Span[];
  readonly numbered: boolean;
}

const NUMBER = /(?:^|[\s,;:])(\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\))\s+/g;

/** The enumeration of a sentence, or null where it has none. Linear in the length of the text. */
export function enumerationIn(text: string): Enumeration | null {
  const numbers = [...text.matchAll(NUMBER)];
  if (numbers.length >= 2 && isRising(numbers.map((match) => match[1] ?? ""))) return numbered(text, numbers);
  const colon = /:\s/.exec(text);
  if (colon === null) return null;
  const body = colon.index + colon[0].length;
  // "four pillars: A; B; C" is a list of names; "agreed to: A; B; C" is one of undertakings.
  if (!/(?:\b(?:to|by|on|are|will|following|follows)|includ\p{L}+)\W*$/u.test(text.slice(0, colon.index))) return null;
  const cuts = [...text.slice(body).matchAll(/;\s+(?:and\s+|or\s+)?/g)];
  if (cuts.length === 0) return null;
  const starts = cuts.map((match) => body + match.index + match[0].length);
  const ends = [...cuts.map((match) => body + match.index), withoutStop(text)];
  return {
    head: { start: 0, end: ends[0] ?? text.length },
    leadIn: { start: 0, end: colon.index },
    members: starts.map((start, at) => ({ start, end: ends[at + 1] ?? text.length })).filter((span) => span.end > span.start),
    numbered: false,
  };
}

function numbered(text: string, numbers: readonly RegExpMatchArray[]): Enumeration {
  const places = numbers.map((match) => ({ from: match.index ?? 0, to: (match.index ?? 0) + match[0].length }));
  const members = places.map(({ to }, at) => ({ start: to, end: trimmed(text, to, places[at + 1]?.from ?? withoutStop(text)) }));
  const leadIn = { start: 0, end: trimmed(text, 0, places[0]?.from ?? 0) };
  return { head: leadIn, leadIn, members, numbered: true };
}

/** Without ", and" before the next number. */
function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[\s,;:]*(?:\b(?:and|or))?[\s,;:]*$/, "").length;
}

const withoutStop = (text: string): number => text.replace(/[.\s]+$/, "").length;

const isRising = (marks: readonly string[]): boolean => {
  const inner = marks.map((mark) => mark.replace(/[()]/g, ""));
  return /^(?:1|i|a)$/.test(inner[0] ?? "") && new Set(inner).size === inner.length;
};
