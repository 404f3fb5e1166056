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

/** A word of this many letters may differ by two, shorter ones by one; of the shortest nobody can tell. */
const LONG = 8;
const SHORTEST = 4;

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
  const spelled = (term: string): string => {
    const hit = splitSnippet(example.get({ query: `"${term}"` }) ?? "").find((part) => part.hit);
    return hit?.text.toLowerCase() ?? term;
  };
  return {
    respell(text) {
      let mended = false;
      const words = text.replace(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu, (word) => {
        if (word.length < SHORTEST || /\d/.test(word) || has.get({ query: `"${word}"` }) !== undefined) return word;
        const near = nearest(word, vocabulary());
        if (near === null) return word;
        mended = true;
        return spelled(near);
      });
      return mended ? words : null;
    },
  };
}

/** The term that differs least from the word or its stem; of several, the one that most texts have. */
function nearest(word: string, terms: readonly Known[]): string | null {
  const plain = word.toLowerCase().replace(/[^\p{L}]/gu, "");
  const forms = [...new Set([plain, stemmer(plain)])];
  const most = plain.length >= LONG ? 2 : 1;
  let best: (Known & { readonly away: number }) | null = null;
  for (const known of terms) {
    if (forms.every((form) => Math.abs(form.length - known.term.length) > most)) continue;
    const away = Math.min(...forms.map((form) => distance(form, known.term)));
    if (away <= most && (best === null || away < best.away || (away === best.away && known.documents > best.documents))) best = { ...known, away };
  }
  return best?.term ?? null;
}
