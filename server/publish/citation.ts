/**
 * What a citation says, as one value, and as the item in CSL-JSON that all styles and files are made from.
 */

/** What is cited, whatever it is. */
export interface Cited {
  /** A key for bibliographies: letters and digits. */
  readonly key: string;
  /** A passage is cited within the document that contains it. */
  readonly type: "report" | "article-newspaper" | "chapter" | "webpage";
  readonly title: string;
  /** The document that it stands in; null for what stands alone. */
  readonly container: string | null;
  /** What the work calls itself, such as `Press release`; null where nobody asks. */
  readonly genre: string | null;
  /** Names of institutions, as they are to be written. */
  readonly authors: readonly string[];
  readonly publisher: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for what has no day of publication. */
  readonly issued: string | null;
  /** The day on which it is cited. */
  readonly accessed: string;
  /** Where it was published. */
  readonly url: string;
  /** Where the archive keeps a copy; null where that is the address itself. */
  readonly archived: string | null;
  readonly language: string;
  /** What is to be known of it, in a sentence. */
  readonly note: string | null;
}

/** The item in CSL-JSON, which all formats are made from. */
export function cslOf({ key, type, title, container, genre, authors, publisher, issued, accessed, url, archived, language, note }: Cited): CslItem {
  const notes = [note, archived === null ? null : `Archived copy: ${archived}`].filter((one) => one !== null);
  return {
    id: key,
    "citation-key": key,
    type,
    title,
    ...(container === null ? {} : { "container-title": container }),
    ...(genre === null ? {} : { genre }),
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    publisher,
    ...(issued === null ? {} : { issued: dateParts(issued) }),
    accessed: dateParts(accessed),
    URL: url,
    ...(archived === null ? {} : { archive: "Pactline", archive_location: archived }),
    language,
    ...(notes.length === 0 ? {} : { note: notes.join(". ") }),
  };
}

export interface CslItem {
  readonly [field: string]: unknown;
  readonly type: Cited["type"];
  readonly publisher?: string | undefined;
  readonly author?: readonly { readonly literal: string }[] | undefined;
}

function dateParts(date: string): { readonly "date-parts": readonly (readonly number[])[] } {
  return { "date-parts": [date.split("-").map(Number)] };
}
