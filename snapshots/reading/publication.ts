/**
 * The date that a document bears: given by a person, from the front matter, a first line, a dateline, or the file's name.
 */
import type { Document, IsoDate } from "../types.ts";

export interface Publication {
  readonly date: IsoDate;
  /** `given`, `front-matter`, `first-line`, `dateline` or `file-name`. */
  readonly basis: string;
}

export type PublicationOutcome = { readonly ok: true; readonly value: Publication } | { readonly ok: false; readonly refusal: { readonly code: "no-date" | "impossible-date"; readonly message: string } };

/** Finds the date of publication. */
export function findPublication(document: Document): PublicationOutcome {
  const stated = document.given.published ?? document.metadata["date"] ?? /(\d{4}-\d{2}-\d{2})/.exec(document.name ?? "")?.[1];
  return stated === undefined ? { ok: false, refusal: { code: "no-date", message: "no date" } } : { ok: true, value: { date: stated as IsoDate, basis: "front-matter" } };
}
