/**
 * A document as it is named in lists and beside quotations, with what must always be said of it: that a digest is a
 * digest, and where the official text is.
 */
import type { DocumentSummary } from "../../server/archive/types.ts";
import { documentHref, originalHref, partnershipHref } from "../addresses.ts";
import { shortDate } from "../dates.ts";
import { count } from "../grammar.ts";
import { DIGEST_LABEL, documentWord } from "../vocabulary.ts";

/** Said wherever words of a digest are shown; null for all other documents. */
export interface DigestNote {
  readonly label: string;
  /** The official text, where its address is known and safe to link. */
  readonly official: string | null;
}

export interface DocumentLink {
  readonly title: string;
  readonly href: string;
  readonly published: string;
  readonly date: string;
  readonly kind: string;
  readonly language: string;
  readonly digest: DigestNote | null;
}

export interface DocumentRow extends DocumentLink {
  readonly commitments: string;
  readonly words: string;
  readonly partnership: { readonly label: string; readonly href: string } | null;
  readonly source: string | null;
  readonly original: string;
}

/** An address that a page may link to: http and https only, so that a document cannot bring a script along. */
export function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\/\S+$/i.test(address) ? address : null;
}

export function digestNote({ kind, sourceUrl }: { readonly kind: string; readonly sourceUrl: string | null }): DigestNote | null {
  return kind === "digest" ? { label: DIGEST_LABEL, official: safeAddress(sourceUrl) } : null;
}

export function documentLink(document: Pick<DocumentSummary, "sha256" | "title" | "published" | "kind" | "language" | "sourceUrl">): DocumentLink {
  return {
    title: document.title,
    href: documentHref(document.sha256),
    published: document.published,
    date: shortDate(document.published),
    kind: documentWord(document.kind),
    language: document.language,
    digest: digestNote(document),
  };
}

export function documentRow(document: DocumentSummary, partnershipName: (slug: string) => string): DocumentRow {
  return {
    ...documentLink(document),
    commitments: count(document.commitments, "commitment"),
    words: count(document.words, "word"),
    partnership: document.partnership === null ? null : { label: partnershipName(document.partnership), href: partnershipHref(document.partnership) },
    source: safeAddress(document.sourceUrl),
    original: originalHref(document.sha256),
  };
}

/** The notes of those documents that are digests, each official text once. */
export function digestNotes(documents: readonly { readonly kind: string; readonly sourceUrl: string | null; readonly title: string; readonly sha256: string }[]): readonly (DigestNote & { readonly title: string; readonly href: string })[] {
  return documents.flatMap((document) => {
    const note = digestNote(document);
    return note === null ? [] : [{ ...note, title: document.title, href: documentHref(document.sha256) }];
  });
}
