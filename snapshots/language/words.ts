/**
 * Words of a text for counting and weighing: lower case, British and American spelling as one, stems.
 * Parts of speech are `tagging.ts`'s matter.
 */
import { stemmer } from "stemmer";

export interface Word {
  /** As written. */
  readonly text: string;
  /** Lower case, curly apostrophes straightened, possessive `'s` removed. */
  readonly lower: string;
  /** Porter stem of the American spelling; what comparisons count. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** A word is letters and digits, joined inside by apostrophes, full stops of an abbreviation, or hyphens before digits ("U.S.", "5G", "COP26", "F-16"). */
const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*\p{L}*|\p{L}+\p{N}*(?:[’'](?!s\b)\p{L}+)*/gu;

/** Words of a text, in order. Linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code < 128 && !isLetter(code) && !isDigit(code)) {
      at++;
      continue;
    }
    const plain = plainWord(text, at);
    if (plain !== null) {
      const lower = plain.toLowerCase();
      words.push({ text: plain, lower, stem: stemOf(lower), start: at, end: at + plain.length });
      at += plain.length;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (match === null) break;
    const lower = match[0].toLowerCase().replaceAll("’", "'");
    at = match.index + match[0].length;
    words.push({ text: match[0], lower, stem: stemOf(lower), start: match.index, end: at });
  }
  return words;
}

/** The word that begins here, where it is nothing but basic letters, as most are; null where only the pattern can tell. */
function plainWord(text: string, start: number): string | null {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end++;
  const next = end < text.length ? text.charCodeAt(end) : SPACE;
  if (end === start || next > 127 || isDigit(next) || next === APOSTROPHE || (next === STOP && end === start + 1)) return null;
  return text.slice(start, end);
}

const [SPACE, APOSTROPHE, STOP] = [32, 39, 46];
/** Of the basic alphabet, large or small. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const stems = new Map<string, string>();

/** Porter stem of a lower-case word, British spelling brought to American first. */
export function stemOf(lower: string): string {
  const known = stems.get(lower);
  if (known !== undefined) return known;
  const stem = /\p{N}/u.test(lower) ? lower : stemmer(american(lower));
  if (stems.size < 100_000) stems.set(lower, stem);
  return stem;
}

/** The American spelling of a British word, from closed lists so that "exercise" and "four" stay; other words unchanged. */
function american(word: string): string {
  if (word.length < 5) return word;
  return SPELLINGS.get(word) ?? word.replace(ISE, "$1iz$2").replace(YSE, "$1yz$2").replace(OUR, "$1or$2");
}

const ISE = /^((?:re|de|un|dis)?(?:organ|recogn|real|prior|modern|optim|minim|maxim|util|emphas|special|standard|harmon|general|mobil|stabil|digit|digital|commercial|industrial|global|local|final|critic|author|central|liberal|neutral|normal|symbol|visual|capital|character|carbon|decarbon|institutional|operational|monet|incentiv|formal|summar|apolog|civil|crystall|custom|econom|energ|equal|external|fertil|hospital|immun|internal|jeopard|legal|marginal|material|memor|national|patron|penal|personal|polar|popular|privat|public|rational|regular|revolution|sanit|scrutin|sensit|social|steril|subsid|sympath|synchron|synthes|victim|vital|weapon|trivial|urban|container|union|catal|finalis|anonym|pseudonym|token|atom|ion|random|serial|parallel|colon|militar|nuclear))is(e|ed|es|er|ers|ing|ation|ations|ational)$/;
const YSE = /^((?:anal|paral|catal|electrol|hydrol))ys(e|ed|es|er|ing)$/;
const OUR = /^((?:col|fav|lab|harb|neighb|behavi|hon|endeav|rig|vig|flav|hum|rum|sav|arm|vap|tum|val|fav|clam|parl|glam|ard|cand|demean|odour|splend))our(s|ed|ing|able|ably|al|er|ers|hood|ly|ite|less|y)?$/;
const SPELLINGS = new Map<string, string>([
  ["programme", "program"], ["programmes", "programs"], ["defence", "defense"], ["offence", "offense"], ["licence", "license"], ["centre", "center"], ["centres", "centers"],
  ["fibre", "fiber"], ["fibres", "fibers"], ["metre", "meter"], ["metres", "meters"], ["catalogue", "catalog"], ["dialogue", "dialog"], ["dialogues", "dialogs"], ["ageing", "aging"],
  ["fulfil", "fulfill"], ["fulfils", "fulfills"], ["enrol", "enroll"], ["enrolment", "enrollment"], ["skilful", "skillful"], ["travelling", "traveling"], ["labelling", "labeling"],
  ["modelling", "modeling"], ["cancelled", "canceled"], ["signalling", "signaling"], ["tonne", "ton"], ["tonnes", "tons"], ["grey", "gray"], ["cheque", "check"], ["aluminium", "aluminum"],
]);
