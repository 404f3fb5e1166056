/**
 * What people type into a search box, as a query of the index: words and "phrases" that must stand, `-word` and
 * `NOT word` that must not, `OR` between two of which one is enough, `word*` for a beginning. Whatever else is typed is
 * left out, so that nothing reaches the index's own query language.
 */

interface Term {
  readonly words: string;
  /** Follows the words of a beginning. */
  readonly beginning: "" | "*";
}

/** Terms by what is asked of them; of each group one is enough. */
interface Terms {
  readonly wanted: readonly (readonly Term[])[];
  readonly unwanted: readonly Term[];
}

/** Words that a query may have; more tell nothing more. */
const MOST_WORDS = 16;

const TERM = /(?<sign>(?<!\S)-)?(?:"(?<phrase>[^"]*)"?|(?<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&-]*)(?<star>\*)?)/gu;

/** The query of the index; null where no word is asked for that must stand. */
export function toQuery(text: string): string | null {
  const { wanted, unwanted } = termsOf(text);
  if (wanted.length === 0) return null;
  const all = wanted.map((group) => either(group.map(quoted))).join(" AND ");
  return unwanted.length === 0 ? all : `(${all}) NOT ${either(unwanted.map(quoted))}`;
}

/** A quotation mark that is not closed holds to the end. */
function termsOf(text: string): Terms {
  const wanted: Term[][] = [];
  const unwanted: Term[] = [];
  let joint: string | null = null;
  for (const { groups = {} } of [...text.normalize("NFC").replaceAll("\0", " ").replace(/[“”„«»]/g, '"').matchAll(TERM)].slice(0, 2 * MOST_WORDS)) {
    const { sign, phrase, word, star } = groups;
    const words = phrase ?? word ?? "";
    const joins = sign === undefined && /^(?:AND|OR|NOT)$/.test(word ?? "");
    if (joins) joint = words;
    if (joins || !/[\p{L}\p{N}]/u.test(words)) continue;
    const term: Term = { words, beginning: star === undefined ? "" : "*" };
    const group = joint === "OR" ? wanted.at(-1) : undefined;
    if (sign !== undefined || joint === "NOT") unwanted.push(term);
    else if (group === undefined) wanted.push([term]);
    else group.push(term);
    joint = null;
  }
  return { wanted: wanted.slice(0, MOST_WORDS), unwanted: unwanted.slice(0, MOST_WORDS) };
}

/** As a string of the index. A word with a hyphen is also found where texts write it as one: "semi-conductors" finds "semiconductors". */
function quoted({ words, beginning }: Term): string {
  const joined = words.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
  return either([...new Set([words, joined])].map((one) => `"${one}"${beginning}`));
}

function either(parts: readonly string[]): string {
  return parts.length === 1 ? parts.join("") : `(${parts.join(" OR ")})`;
}
