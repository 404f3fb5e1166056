/** What kind of publication a document is, by its title; a stated kind wins. */
import { DOCUMENT_KINDS, type DocumentKind } from "../types.ts";

export function documentKind(title: string, metadata: Readonly<Record<string, string>>): DocumentKind {
  const stated = DOCUMENT_KINDS.find((kind) => kind === metadata["kind"]);
  if (stated !== undefined) return stated;
  return /fact\s*sheet/i.test(title) ? "fact-sheet" : /joint|statement/i.test(title) ? "joint-statement" : "other";
}
