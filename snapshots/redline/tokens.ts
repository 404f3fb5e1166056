/**
 * Tokens of a text for a redline: words as a reader sees them, each with the white space that follows it. Amounts, dates and
 * compounds stay whole ("S$25", "12.5", "30-31", "e-invoicing", "U.S."), so that no redline ever cuts one in two.
 */

export interface Token {
  /** A word, a number, or one other character. Empty only for white space that a text begins with. */
  readonly word: string;
  /** White space after it. */
  readonly gap: string;
}

const JOINT = String.raw`(?:[-‐‑’'.&_@]|\/+|[,:–](?=\p{N})|:(?=\/\/))`;
const TOKEN = new RegExp(String.raw`((?:\p{Lu}\.){2,}|(?:\p{L}{0,3}\p{Sc})?[\p{L}\p{N}\p{M}]+(?:${JOINT}+[\p{L}\p{N}\p{M}]+)*%?|\S)(\s*)`, "gu");
/** Scripts that write no spaces between words: every character stands for itself. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORDLIKE = /[\p{L}\p{N}]/u;

/** All tokens, in order; put together again they are the text. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const leading = /^\s+/.exec(text)?.[0] ?? "";
  if (leading !== "") tokens.push({ word: "", gap: leading });
  TOKEN.lastIndex = leading.length;
  for (;;) {
    const end = plainWordEnd(text, TOKEN.lastIndex);
    if (end > 0) {
      tokens.push({ word: text.slice(TOKEN.lastIndex, end), gap: " " });
      TOKEN.lastIndex = end + 1;
      continue;
    }
    const match = TOKEN.exec(text);
    if (match === null) return tokens;
    const [, word = "", gap = ""] = match;
    if (!UNSPACED.test(word)) tokens.push({ word, gap });
    else {
      const characters = [...word];
      characters.forEach((character, at) => {
        tokens.push({ word: character, gap: at === characters.length - 1 ? gap : "" });
      });
    }
  }
}

/** Where a word ends that is nothing but basic letters between single spaces, as most are; 0 where it is anything else. */
function plainWordEnd(text: string, from: number): number {
  let end = from;
  while (isBasicLetter(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end + 1);
  return end > from && text.charCodeAt(end) === 32 && next > 32 && next < 127 ? end : 0;
}

/** A to Z, large or small. */
const isBasicLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** The words or numbers among tokens; punctuation is none. */
export function countWords(tokens: readonly Token[]): number {
  return tokens.filter(isWord).length;
}

/** Words of a text between white space, for figures. */
export function wordCount(text: string): number {
  let [count, counted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBasicLetter(code) || (code >= 48 && code <= 57)) {
      if (!counted) count++;
      counted = true;
    } else if (code === 32 || (code >= 9 && code <= 13)) counted = false;
    else if (code > 127) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      if (/\s/.test(character)) counted = false;
      else if (!counted && WORDLIKE.test(character)) [count, counted] = [count + 1, true];
    }
  }
  return count;
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && (isBasicLetter(token.word.charCodeAt(0)) || WORDLIKE.test(token.word));
}
