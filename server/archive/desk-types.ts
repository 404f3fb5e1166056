/**
 * What the archivist's desk keeps and answers. Records are plain values; nothing here knows SQL, HTTP or HTML.
 */
import type { Commitment, Correction, IsoDate, Sha256, Slug } from "../../snapshots/index.ts";

/** One act on record: who did what, when and why. */
export interface HistoryEntry {
  /** Names the act: `document-3`, `correction-12`. */
  readonly id: string;
  readonly at: string;
  readonly act: "document" | "correction" | "note" | "reinterpretation" | "token" | "revocation";
  /** What kind of correction, what role, what name. */
  readonly kind: string;
  readonly author: string | null;
  readonly reason: string | null;
  readonly before: string;
  readonly after: string;
  /** The document that it concerns, or the first of several. */
  readonly document: Sha256 | null;
  /** The document's title; null where none is concerned, or it is not read. */
  readonly title: string | null;
  /** For a document that came in as a new version, the title of the one that was edited; else null. */
  readonly versionOf: string | null;
  /** The commitment or change that it concerns. */
  readonly subject: string | null;
  /** The number of the correction that took it back; null while it stands. */
  readonly undoneBy: number | null;
}

export interface NoteRecord {
  readonly subject: "commitment" | "change";
  readonly target: string;
  /** Counts from 1. */
  readonly version: number;
  readonly text: string;
  readonly author: string;
  readonly madeAt: string;
}

/** A correction that stands but fits nothing that is read now. */
export interface UnfitRecord {
  readonly correction: Correction;
  readonly why: string;
  /** The version that it does not fit, where it was made on an earlier one; else null. */
  readonly version: { readonly sha256: Sha256; readonly title: string } | null;
}

/** Something that a person should look at. */
export type ReviewItem =
  | { readonly kind: "commitment"; readonly id: string; readonly commitment: Commitment; readonly sha256: Sha256; readonly title: string; readonly doubt: number }
  | {
      readonly kind: "link";
      readonly id: string;
      readonly partnership: Slug;
      readonly before: { readonly held: IsoDate; readonly commitments: readonly { readonly id: string; readonly plain: string }[] };
      readonly after: { readonly held: IsoDate; readonly commitments: readonly { readonly id: string; readonly plain: string }[] };
      readonly why: readonly string[];
      readonly score: number;
      readonly doubt: number;
    }
  | { readonly kind: "correction"; readonly id: string; readonly correction: Correction; readonly sha256: Sha256; readonly title: string; readonly doubt: number }
  | { readonly kind: "partnership" | "date"; readonly id: string; readonly sha256: Sha256; readonly title: string; readonly value: string; readonly basis: string; readonly evidence: readonly string[]; readonly doubt: number };

export const REVIEW_KINDS = ["commitment", "link", "partnership", "date", "correction"] as const satisfies readonly ReviewItem["kind"][];

export interface ReviewFilter {
  readonly kind?: ReviewItem["kind"];
  readonly partnership?: Slug;
}

export interface ReviewQueue {
  readonly items: readonly ReviewItem[];
  readonly total: number;
  /** How many of each kind there are in the partnership that is asked for, or in all. */
  readonly kinds: readonly { readonly kind: ReviewItem["kind"]; readonly count: number }[];
  /** How many there are in each partnership, of the kind that is asked for or of all. */
  readonly partnerships: readonly { readonly slug: Slug; readonly count: number }[];
}

/** Where addresses lead that were once given out, and what editors say beside the record. */
export interface DeskReader {
  /** The latest version of the note on a commitment or change; null where there is none or it was withdrawn. */
  note(subject: NoteRecord["subject"], target: string): NoteRecord | null;
  /** Every version of every note, in order of time. */
  notes(): readonly NoteRecord[];
  /** Where a partnership is found that was renamed or merged; null when it is where it was. */
  movedPartnership(slug: Slug): Slug | null;
  /** Where a meeting is found whose day or partnership was corrected; null when it is where it was, or nowhere. */
  movedMeeting(partnership: Slug, held: IsoDate): { readonly partnership: Slug; readonly held: IsoDate } | null;
  /** The id of the commitment that this id leads to: itself, or the nearest that follows from it; null where no document has the place. */
  successor(commitmentId: string): string | null;
  /** Whether a commitment has, or ever had, this id here. */
  gaveOut(commitmentId: string): boolean;
  /** One act by its id; null where there is none. */
  act(id: string): HistoryEntry | null;
  /** Acts on record, the latest first. */
  history(filter: { readonly document?: Sha256; readonly commitment?: string }, page: { readonly offset: number; readonly limit: number }): { readonly items: readonly HistoryEntry[]; readonly total: number };
  /** Corrections that stand and fit nothing. */
  unfit(): readonly UnfitRecord[];
  /** What is doubtful, the most doubtful first; documents of which nobody would doubt that they stand alone come last. */
  review(page: { readonly offset: number; readonly limit: number }, filter?: ReviewFilter): ReviewQueue;
}
