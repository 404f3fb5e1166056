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
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, word = "", gap = ""] = match;
    if (!UNSPACED.test(word)) tokens.push({ word, gap });
    else {
      const characters = [...word];
      characters.forEach((character, at) => {
        tokens.push({ word: character, gap: at === characters.length - 1 ? gap : "" });
      });
    }
  }
  return tokens;
}

/** The words or numbers among tokens; punctuation is none. */
export function countWords(tokens: readonly Token[]): number {
  return tokens.filter(({ word }) => WORDLIKE.test(word)).length;
}

/** Words of a text between white space, for figures. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => WORDLIKE.test(word)).length;
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && WORDLIKE.test(token.word);
}
