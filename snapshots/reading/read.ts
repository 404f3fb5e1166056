/**
 * A document in, what it says out: the one way from words to a snapshot. Reading never fails on odd text; only a document
 * without a date is refused.
 */
import type { Diagnostic, Document, Knowledge, Snapshot } from "../types.ts";
import { readCommitments } from "./commitments.ts";
import { readMeeting } from "./meeting.ts";
import { readMilestones } from "./milestones.ts";
import { recognizePartnership } from "./partnership.ts";
import { rankPriorities } from "./priorities.ts";
import { findPublication } from "./publication.ts";

/** Raised with every change of the rules that makes another snapshot of the same text. */
export const READING_VERSION = "7";

export type ReadOutcome = { readonly ok: true; readonly value: Snapshot } | { readonly ok: false; readonly refusal: { readonly code: string; readonly message: string } };

/** Reads a document. The same document and knowledge always make the same snapshot. Linear in the length of the text. */
export function readSnapshot(document: Document, knowledge: Knowledge): ReadOutcome {
  const publication = findPublication(document);
  if (!publication.ok) return publication;
  const published = publication.value.date;
  const partnership = recognizePartnership(document, knowledge);
  const meeting = readMeeting(document, published);
  const english = document.language === "en";
  const commitments = english ? readCommitments(document, { partnership, held: meeting.held, knowledge }) : [];
  const foreign: Diagnostic[] = english ? [] : [{ code: "other-language", message: `The text is not in English (${document.language}), so its commitments are not read.`, span: null }];
  const { sha256, title, sourceUrl, kind, language, text } = document;
  return {
    ok: true,
    value: {
      readingVersion: `${READING_VERSION}-${knowledge.version}`,
      document: { sha256, title, published, publishedBasis: publication.value.basis, sourceUrl, kind, language, text },
      partnership,
      meeting,
      priorities: rankPriorities(commitments),
      commitments,
      milestones: english ? readMilestones(document, { published, held: meeting.held, commitments, partnership, knowledge }) : [],
      diagnostics: [...document.diagnostics, ...foreign],
    },
  };
}
