/**
 * Sentences of a block. Own rules rather than a library's: those measured split "U.S. Department", "No. 5", "Dr. Vivian" or
 * numbered points, and every wrong cut breaks a commitment's span.
 */
import type { Block, Document, Sentence } from "../types.ts";

/** Words before a full stop that does not end a sentence, lower case. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof hon gen adm col cmdr maj sgt lt capt sen rep gov amb st sr jr rev fr messrs no nos art arts para paras sec secs fig vol ch pp p cf e.g i.e viz v vs al approx ca est incl resp jan feb mar apr jun jul aug sept sep oct nov dec dept govt min intl univ assn bn mn m tel ext ref ed eds trans".split(" "),
);
/** Abbreviations that may also end a sentence: they do when the next word could begin one and is not a name going on. */
const EITHER = new Set("inc ltd co corp llc plc etc u.s u.k u.n e.u d.c d.p.r.k r.o.k p.m a.m u.a.e ph.d m.a b.a".split(" "));
const END = /[.!?…]+["”’')\]]*(?=\s|$)/g;
/** A word that begins a sentence after "U.S." or "D.C.": articles, pronouns, prepositions, not a name. */
const OPENER = /^["“‘(]?(?:The|These|This|Those|That|They|We|It|Its|In|On|At|As|To|For|From|With|By|Both|During|Since|Our|Their|He|She|His|Her|There|Through|Under|Upon|And|But|A|An|After|Before|Following|Building|Recognizing|Recognising|While|When|Also|Additionally|Furthermore|Today|Together|Finally|Leaders|Ministers)\b/;

/** Nobody writes longer sentences; texts without full stops, such as tables, are read in parts of this length, so that time stays linear. */
const LONGEST = 6_000;

/** Sentences of all blocks but headings and boilerplate, in order. */
export function sentencesOf(document: Document): Sentence[] {
  return document.blocks.flatMap((block, index) => (block.kind === "heading" || block.kind === "boilerplate" ? [] : sentencesOfBlock(block, index)));
}

/** Sentences of one block; white space between them belongs to none. */
export function sentencesOfBlock(block: Block, blockIndex: number): Sentence[] {
  const { text } = block;
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && text[from] === " ") from++;
    while (to > from && text[to - 1] === " ") to--;
    if (to > from) sentences.push({ start: from, end: to, text: text.slice(from, to), block, blockIndex });
    start = end;
  };
  const addAll = (end: number): void => {
    while (end - start > LONGEST) add(partEnd(text, start));
    add(end);
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (endsSentence(text, match.index, end)) addAll(end);
  }
  addAll(text.length);
  return sentences;
}

/** Where a part ends that has no sentence's end: after a semicolon or comma, else between words, else anywhere. */
function partEnd(text: string, start: number): number {
  const part = text.slice(start, start + LONGEST);
  const at = ["; ", ", ", " "].map((mark) => part.lastIndexOf(mark) + 1).find((end) => end > LONGEST / 2);
  return start + (at ?? LONGEST);
}

function endsSentence(text: string, stop: number, end: number): boolean {
  const next = text.slice(end, end + 60).trimStart();
  if (next === "") return true;
  if (/^[a-z]/.test(next) && !/^(?:iPhone|eIDAS|e[A-Z])/.test(next)) return false;
  if (text[stop] !== ".") return true;
  const word = /[^\s“”"‘’'([]*$/.exec(text.slice(Math.max(0, stop - 30), stop))?.[0] ?? "";
  // "ASEAN-U.S." is judged by its last part.
  const lower = word.slice(Math.max(...["-", "–", "‑", "/"].map((dash) => word.lastIndexOf(dash))) + 1).toLowerCase();
  if (lower === "washington" && /^D\.C\b/.test(next)) return false;
  if (lower === "d.c" && /^(?:President|Prime|Secretary|Vice)\b/.test(next)) return true;
  if (lower === "d" && text.slice(Math.max(0, stop - 3), stop - 1) === "D.") return OPENER.test(next);
  if (EITHER.has(lower)) return OPENER.test(next);
  if (ABBREVIATIONS.has(lower)) return (lower === "no" || lower === "m" || lower === "min" || lower === "art" || lower === "mar" || lower === "ed") && !/^[\d(]/.test(next) && OPENER.test(next);
  if (/^[A-Z]$/.test(word)) return OPENER.test(next) && /(?:19|20)\d\d.{0,4}[A-Z]$/.test(text.slice(Math.max(0, stop - 12), stop));
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return OPENER.test(next);
  if (/^\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])\)?$/.test(lower) && (stop - word.length === 0 || /[.;:]\s*$/.test(text.slice(Math.max(0, stop - word.length - 4), stop - word.length)))) return false;
  return true;
}
