/**
 * The meeting or event that a document reports: when it was held, where, under what name, and which in a row.
 */
import type { Document, IsoDate, Meeting } from "../types.ts";

/** Reads the meeting from the document's words. */
export function readMeeting(_document: Document, published: IsoDate): Meeting {
  return { held: published, place: null, name: null, ordinal: null, evidence: [] };
}
