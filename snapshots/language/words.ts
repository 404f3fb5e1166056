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
export const wordsOf = (text: string): Word[] => firstWords(text, Number.POSITIVE_INFINITY);

/** The first words of a text, at most so many. */
export function firstWords(text: string, most: number): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length && words.length < most; ) {
    const code = text.charCodeAt(at);
    if (code < 128 && !isLetter(code) && !isDigit(code)) {
      at++;
      continue;
    }
    const plain = plainWord(text, at);
    if (plain !== null) {
      words.push({ text: plain, ...formsOf(plain), start: at, end: at + plain.length });
      at += plain.length;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (match === null) break;
    at = match.index + match[0].length;
    words.push({ text: match[0], ...formsOf(match[0]), start: match.index, end: at });
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

type Forms = Pick<Word, "lower" | "stem">;

/** Words come again and again: so many of them are remembered at most. */
const REMEMBERED = 100_000;
const forms = new Map<string, Forms>();

function formsOf(text: string): Forms {
  const known = forms.get(text);
  if (known !== undefined) return known;
  const lower = text.toLowerCase().replaceAll("’", "'");
  const found = { lower, stem: stemOf(lower) };
  if (forms.size < REMEMBERED) forms.set(text, found);
  return found;
}

/** Porter stem of a lower-case word, British spelling brought to American first. */
export const stemOf = (lower: string): string => (/\p{N}/u.test(lower) ? lower : stemmer(american(lower)));

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
