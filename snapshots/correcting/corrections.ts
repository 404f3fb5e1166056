/**
 * Corrections: what a person may set right in a reading, as values. A correction never changes a document; it is laid
 * over what was read, again at every reading. It names a commitment by its place and its words, so that it finds it again
 * when a new reading moves places.
 */
import type { ChangeKind, Force, IsoDate, Quote, Sha256, Slug, Stage } from "../types.ts";

/** Words of one document. */
export interface Anchor extends Quote {
  readonly sha256: Sha256;
}

/** What concerns a document as a whole. */
export type DocumentCorrection =
  | { readonly kind: "title"; readonly value: string }
  | { readonly kind: "published"; readonly value: IsoDate }
  | { readonly kind: "held"; readonly value: IsoDate }
  | { readonly kind: "meeting-name"; readonly value: string | null }
  | { readonly kind: "place"; readonly value: string | null }
  | { readonly kind: "ordinal"; readonly value: number | null }
  | { readonly kind: "parties"; readonly value: readonly string[] }
  | { readonly kind: "partnership"; readonly value: { readonly slug: Slug; readonly name: string } | null };

/** What concerns one commitment, named by `at`. `accept` says that it was read well. */
export type CommitmentCorrection =
  | { readonly kind: "topic"; readonly at: Quote; readonly value: Slug }
  | { readonly kind: "stage"; readonly at: Quote; readonly value: Stage }
  | { readonly kind: "force"; readonly at: Quote; readonly value: Force }
  | { readonly kind: "accept"; readonly at: Quote }
  | { readonly kind: "add"; readonly at: Quote; readonly value: { readonly stage: Stage; readonly force: Force; readonly topic: Slug } }
  | { readonly kind: "move"; readonly at: Quote; readonly value: Quote }
  | { readonly kind: "split"; readonly at: Quote; readonly value: readonly Quote[] }
  | { readonly kind: "remove"; readonly at: Quote };

/** Kinds of a change between two groups that are linked; new and silent come by unlinking. */
export type LinkedKind = Exclude<ChangeKind, "new" | "silent">;

/** What concerns commitments of two documents: they are the same undertaking, or not, or changed in this way. */
export type LinkCorrection =
  | { readonly kind: "link" | "unlink"; readonly before: readonly Anchor[]; readonly after: readonly Anchor[] }
  | { readonly kind: "change-kind"; readonly before: readonly Anchor[]; readonly after: readonly Anchor[]; readonly value: LinkedKind };

/** What concerns partnerships, parties and topics of the whole archive. */
export type CatalogueCorrection =
  | { readonly kind: "rename-partnership"; readonly from: Slug; readonly to: Slug; readonly name: string }
  | { readonly kind: "merge-partnerships"; readonly from: Slug; readonly to: Slug }
  | { readonly kind: "add-alias"; readonly partnership: Slug; readonly value: string }
  | { readonly kind: "add-party"; readonly value: { readonly code: string; readonly name: string; readonly aliases: readonly string[] } }
  | { readonly kind: "add-topic"; readonly value: { readonly slug: Slug; readonly name: string; readonly terms: readonly string[] } };

/** Takes another correction back; itself undone, it lets it stand again. */
export interface UndoCorrection {
  readonly kind: "undo";
  readonly of: number;
}

export type CorrectionBody = DocumentCorrection | CommitmentCorrection | LinkCorrection | CatalogueCorrection | UndoCorrection;
export type CorrectionKind = CorrectionBody["kind"];

export const DOCUMENT_CORRECTIONS = ["title", "published", "held", "meeting-name", "place", "ordinal", "parties", "partnership"] as const;
export const COMMITMENT_CORRECTIONS = ["topic", "stage", "force", "accept", "add", "move", "split", "remove"] as const;
export const LINK_CORRECTIONS = ["link", "unlink", "change-kind"] as const;
export const CATALOGUE_CORRECTIONS = ["rename-partnership", "merge-partnerships", "add-alias", "add-party", "add-topic"] as const;

/** A correction on record. Numbers rise in the order in which corrections were made. */
export interface Correction<Kind extends CorrectionBody = CorrectionBody> {
  readonly id: number;
  /** The document that it concerns; null for a link, the catalogue and an undoing of these. */
  readonly document: Sha256 | null;
  readonly body: Kind;
  readonly author: string;
  readonly reason: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
}

/** A correction that no longer fits what is read: kept, and told. */
export interface Unfit {
  readonly correction: Correction;
  readonly why: string;
}

export function isDocumentCorrection(body: CorrectionBody): body is DocumentCorrection {
  return DOCUMENT_CORRECTIONS.some((kind) => kind === body.kind);
}

export function isCommitmentCorrection(body: CorrectionBody): body is CommitmentCorrection {
  return COMMITMENT_CORRECTIONS.some((kind) => kind === body.kind);
}

export function isLinkCorrection(body: CorrectionBody): body is LinkCorrection {
  return LINK_CORRECTIONS.some((kind) => kind === body.kind);
}

export function isCatalogueCorrection(body: CorrectionBody): body is CatalogueCorrection {
  return CATALOGUE_CORRECTIONS.some((kind) => kind === body.kind);
}

/** The corrections that stand: those that no standing undoing takes back. In the order in which they were made, without the undoings. */
export function standing(corrections: readonly Correction[]): Correction[] {
  const undone = undoings(corrections);
  return corrections.filter((one) => one.body.kind !== "undo" && !undone.has(one.id)).toSorted((a, b) => a.id - b.id);
}

/** The numbers of corrections that are taken back, each with the number of the undoing that does so. */
export function undoings(corrections: readonly Correction[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>();
  for (const { id, body } of corrections.toSorted((a, b) => b.id - a.id)) if (body.kind === "undo" && !undone.has(id)) undone.set(body.of, id);
  return undone;
}
