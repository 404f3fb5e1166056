/**
 * Dated facts of the partnership's own history or future that a document tells.
 */
import type { Commitment, Document, IsoDate, Milestone } from "../types.ts";

/** What milestones are read with. */
export interface MilestoneMeans {
  readonly published: IsoDate;
  /** The day of the meeting reported, which is no milestone. */
  readonly held: IsoDate;
  readonly commitments: readonly Commitment[];
}

/** Finds the milestones of a document. */
export function readMilestones(_document: Document, _means: MilestoneMeans): Milestone[] {
  return [];
}
