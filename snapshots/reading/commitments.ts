/**
 * The commitments of a document: its undertakings with stage, force, topic, details and the words that decided.
 */
import type { Commitment, Document, IsoDate, Knowledge, PartnershipRef } from "../types.ts";

/** What commitments are read with. */
export interface CommitmentMeans {
  readonly partnership: PartnershipRef;
  /** Relative deadlines count from the day of the meeting. */
  readonly held: IsoDate;
  readonly knowledge: Knowledge;
}

/** Reads all commitments, in the order of the text. */
export function readCommitments(_document: Document, _means: CommitmentMeans): Commitment[] {
  return [];
}
