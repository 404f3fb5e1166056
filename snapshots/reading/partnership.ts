/**
 * Whose document this is: its parties, and the partnership that it belongs to.
 */
import type { Document, Knowledge, PartnershipRef } from "../types.ts";

/** Recognises parties and partnership. */
export function recognizePartnership(_document: Document, _knowledge: Knowledge): PartnershipRef {
  return { slug: null, name: null, parties: [], basis: "none", evidence: [] };
}
