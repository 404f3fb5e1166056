/**
 * Documents as works that are cited: who wrote and published them, what they are and where they stand.
 */
import type { DocumentKind, Snapshot } from "../../snapshots/index.ts";
import { capital } from "../../views/grammar.ts";
import type { Names } from "../../views/names.ts";
import type { Link } from "../../views/page.ts";
import { safeAddress } from "../../views/parts/documents.ts";
import { ARCHIVE, publisherOf } from "../../views/parts/publisher.ts";
import { documentWord } from "../../views/vocabulary.ts";
import type { DocumentSummary } from "../archive/types.ts";
import type { Cited } from "./citation.ts";

export interface Means {
  readonly names: Names;
  readonly origin: string;
  /** The day on which it is cited, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Placed extends Means {
  /** The address within the site. */
  readonly href: string;
}

/** Kinds of text that the parties themselves put their names to. */
const SIGNED: readonly string[] = ["joint-statement", "communique", "declaration", "agreement"] satisfies readonly DocumentKind[];

/** A document as its publisher's work; of an unknown address, this archive is where it stands. */
export function workOf(document: DocumentSummary, snapshot: Snapshot | null, { names, origin, today, href }: Placed): Omit<Cited, "key"> {
  const publisher = publisherOf(document);
  const [source, kept] = [safeAddress(document.sourceUrl), `${origin}${href}`];
  const isDigest = document.kind === "digest";
  const url = isDigest || source === null ? kept : source;
  const isNews = document.kind === "news" && publisher.kind !== "archive";
  return {
    type: isNews ? "article-newspaper" : publisher.kind === "archive" && !isDigest ? "webpage" : "report",
    title: document.title,
    container: isNews ? publisher.name : null,
    genre: genreOf(document),
    authors: authorsOf(document, snapshot, names),
    publisher: publisher.name,
    issued: document.published,
    accessed: today,
    url,
    archived: url === kept ? null : kept,
    language: document.language,
    note: isDigest && source !== null ? `A digest of ${source}` : null,
  };
}

/** `Press release`, where the title does not say it. */
function genreOf({ kind, title }: DocumentSummary): string | null {
  const word = documentWord(kind);
  return kind === "other" || kind === "news" || title.toLowerCase().includes(word.toLowerCase()) ? null : capital(word);
}

/** Who signed it, else the institution that published it; a report in a newspaper is nobody's that is known. */
function authorsOf(document: DocumentSummary, snapshot: Snapshot | null, names: Names): readonly string[] {
  if (document.kind === "digest") return [ARCHIVE];
  if (snapshot !== null && SIGNED.includes(document.kind)) return snapshot.partnership.parties.map(names.party);
  const publisher = publisherOf(document);
  return publisher.kind === "institution" && document.kind !== "news" ? [publisher.name] : [];
}

/** Where a sentence about a document leads: a digest to itself first, any other document to where it was published. */
export function linksOf(document: DocumentSummary, { original, kept }: { readonly original: string | null; readonly kept: string }): readonly Link[] {
  if (document.kind === "digest") {
    const official = safeAddress(document.sourceUrl);
    return [{ label: ARCHIVE, href: kept }, ...(official === null ? [] : [{ label: "official text", href: official }])];
  }
  return original === null ? [{ label: ARCHIVE, href: kept }] : [{ label: publisherOf(document).name, href: original }, { label: `as kept by ${ARCHIVE}`, href: kept }];
}
