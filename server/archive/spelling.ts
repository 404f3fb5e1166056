/**
 * Words as the archive spells them: for a word that no text has, the nearest that one has. The index knows stems
 * only, so the word itself is taken from a text that has it.
 */
import { distance } from "fastest-levenshtein";
import { stemmer } from "stemmer";
import { type Database, writes } from "./database.ts";
import { splitSnippet, SNIPPET } from "./search-queries.ts";
import type { ArchiveReader } from "./types.ts";

type Values = Record<string, string | number>;

interface Known {
  readonly term: string;
  readonly documents: number;
}

/** A word or stem of this many letters may differ by two, shorter ones by one; of the shortest nobody can tell. */
const LONG = 8;
const SHORTEST = 5;

/** What must not stand and the sides of changes, which are left as they are; else, in brackets, a whole word of letters. */
const WORD = /(?<!\S)(?:-|NOT\s+)(?:"[^"]*"?|\S+)|\b(?:added|removed):|(?<![\p{L}\p{M}\p{N}])(\p{L}[\p{L}\p{M}'’-]*)(?![\p{L}\p{M}\p{N}*])/gu;

export function spellingQueries(db: Database): Pick<ArchiveReader, "respell"> {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search_index, row)");
  const all = db.prepare<[], Known>("SELECT term, doc AS documents FROM vocabulary WHERE length(term) > 2");
  const has = db.prepare<Values, number>("SELECT 1 FROM search_index WHERE search_index MATCH :query LIMIT 1").pluck();
  const example = db.prepare<Values, string>(`SELECT ${SNIPPET} FROM search_index WHERE search_index MATCH :query LIMIT 1`).pluck();
  let kept: { readonly at: number; readonly terms: readonly Known[] } | null = null;
  const vocabulary = (): readonly Known[] => {
    const at = writes(db);
    if (kept?.at !== at) kept = { at, terms: all.all() };
    return kept.terms;
  };
  // Null for a stem that the index would stem once more: it is no word.
  const spelled = (term: string | null): string | null => {
    if (term === null) return null;
    const hit = splitSnippet(example.get({ query: `"${term}"` }) ?? "").find((part) => part.hit);
    return hit?.text.toLowerCase() ?? null;
  };
  return {
    respell(text) {
      let mended = false;
      const words = text.normalize("NFC").replace(WORD, (found, word?: string) => {
        if (word === undefined || word.length < SHORTEST || has.get({ query: `"${word}"` }) !== undefined) return found;
        const near = spelled(nearest(word, vocabulary()));
        mended ||= near !== null;
        return near ?? found;
      });
      return mended ? words : null;
    },
  };
}

/** The term that differs least from the word or its stem; of several, the one that most texts have. None for a word with accents, which is of another language. */
function nearest(word: string, terms: readonly Known[]): string | null {
  const plain = word.toLowerCase().replace(/['’-]/g, "");
  if (!/^[a-z]+$/.test(plain)) return null;
  const forms = [...new Set([plain, stemmer(plain)])];
  let best: (Known & { readonly away: number }) | null = null;
  for (const known of terms) {
    const away = Math.min(...forms.map((form) => apart(form, known.term)));
    if (away < (best?.away ?? Infinity) || (best !== null && away === best.away && known.documents > best.documents)) best = { ...known, away };
  }
  return best?.term ?? null;
}

/** By how many letters two differ; endless where it is by too many. */
function apart(form: string, term: string): number {
  const most = form.length >= LONG ? 2 : 1;
  if (Math.abs(form.length - term.length) > most || cuts(form, term)) return Infinity;
  const away = distance(form, term);
  return away > most ? Infinity : away;
}

/** A short word or stem without its end is another word; of a letter that was typed twice, one may go. */
function cuts(form: string, term: string): boolean {
  return form.length < LONG && form.length > term.length && form.startsWith(term) && form.at(-1) !== form.at(-2);
}
