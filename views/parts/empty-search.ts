/**
 * A search that found nothing: why, and where to look.
 */
import type { Scope, Seen } from "../../server/archive/types.ts";
import { searchHref } from "../addresses.ts";
import { count } from "../grammar.ts";
import type { EmptyModel } from "./empty.ts";

/** What one thing of each scope is called. */
export const SCOPE_NOUN: Readonly<Record<Scope, string>> = { commitments: "commitment", documents: "document", changes: "change" };

interface Unfound {
  readonly scope: Scope;
  /** Whether any word was asked for that must stand. */
  readonly sought: boolean;
  readonly seen: Seen | null;
}

interface EmptyMeans {
  readonly text: string;
  readonly narrowed: boolean;
  readonly hrefIn: (scope: Scope) => string;
}

/** Why nothing is shown, and where to look: documents may have words that no commitment has together. */
export function emptySearch({ scope, sought, seen }: Unfound, { text, narrowed, hrefIn }: EmptyMeans): EmptyModel {
  const title = "Nothing found";
  if (!sought) return { title, words: "A search needs a word or a phrase that must stand; give one beside what is left out.", href: searchHref(), label: "How to search" };
  if (seen === null) return { title, words: `No text of the archive has these words together. Fewer words find more; ${text.includes("*") ? "words are kept by their stems, so that a shorter beginning finds more" : "a phrase in quotation marks must stand as it is"}.`, href: searchHref(), label: "How to search" };
  if (narrowed) return { title, words: `No ${SCOPE_NOUN[scope]} with these words is left by the filters.`, href: hrefIn(scope), label: "Take the filters off" };
  const documents = count(seen.documents, "document");
  return { title: `Found in ${documents} only`, words: `No ${SCOPE_NOUN[scope]} has these words together, but the whole text of ${documents} does.`, href: hrefIn("documents"), label: `Show the ${seen.documents === 1 ? "document" : "documents"}` };
}
