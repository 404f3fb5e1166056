/**
 * Which documents another one stands for, a later version or the same text beside it: what lists, searches, figures and
 * meetings leave out. They are found on the page of their document.
 */
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";

/** Numbers of the documents that a later version stands for. Versions are few: this is read once for a query. */
export const EDITED = `
  SELECT v.original FROM versions AS v WHERE v.original <> (SELECT w.document FROM versions AS w WHERE w.original = v.original ORDER BY w.id DESC LIMIT 1)
  UNION SELECT v.document FROM versions AS v WHERE v.document <> (SELECT w.document FROM versions AS w WHERE w.original = v.original ORDER BY w.id DESC LIMIT 1)`;

/** Numbers of all documents that another one stands for. */
export const SUPERSEDED = `${EDITED} UNION SELECT document FROM copies`;

/** The day of a document's meeting, a copy's too, where `md` is its row of meeting_documents and `s` its snapshot; else what the document tells. */
export const HELD = "COALESCE(md.held, (SELECT cp.held FROM copies AS cp WHERE cp.document = s.document), s.held)";

/** Of the search index: passages of documents that stand. */
export const STANDING_PASSAGE = `rowid / ${COMMITMENTS_PER_DOCUMENT} NOT IN (${SUPERSEDED})`;
