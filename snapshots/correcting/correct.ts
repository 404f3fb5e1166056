/**
 * Lays corrections over what was read: a snapshot and the corrections of its document in, the corrected snapshot out.
 * A correction that no longer fits is handed back with a reason, and leaves the snapshot as it is.
 */
import { rankPriorities } from "../reading/priorities.ts";
import type { CorrectionMark, Slug, Snapshot } from "../types.ts";
import { correctCommitments } from "./commitments.ts";
import { type Correction, type DocumentCorrection, isCommitmentCorrection, isDocumentCorrection, standing, type Unfit } from "./corrections.ts";

export interface Corrected {
  readonly snapshot: Snapshot;
  readonly unfit: readonly Unfit[];
}

/** Where a partnership that was renamed or merged is found now, and under what name. */
export interface PartnershipMoves {
  readonly redirects: ReadonlyMap<Slug, Slug>;
  readonly names: ReadonlyMap<Slug, string>;
}

export const NO_MOVES: PartnershipMoves = { redirects: new Map(), names: new Map() };

/** Applies all corrections of a document that stand, in the order in which they were made. */
export function correctSnapshot(read: Snapshot, corrections: readonly Correction[], moves: PartnershipMoves = NO_MOVES): Corrected {
  const marks: CorrectionMark[] = [];
  const unfit: Unfit[] = [];
  let snapshot = read;
  for (const correction of standing(corrections)) {
    const { body } = correction;
    if (isDocumentCorrection(body)) {
      const before = shownValue(snapshot, body.kind);
      snapshot = correctDocument(snapshot, body);
      marks.push(markOf(correction, { before, after: shownValue(snapshot, body.kind), commitments: [] }));
    } else if (isCommitmentCorrection(body)) {
      const step = correctCommitments(snapshot.commitments, body, snapshot);
      if (step.kind === "unfit") {
        unfit.push({ correction, why: step.why });
        continue;
      }
      snapshot = { ...snapshot, commitments: step.commitments };
      marks.push(markOf(correction, { before: step.before, after: step.after, commitments: step.on }));
    }
  }
  if (marks.length === 0) return { snapshot: moved(read, moves), unfit };
  const present = new Set(snapshot.commitments.map((one) => one.id));
  const seen = marks.map((mark) => ({ ...mark, commitments: mark.commitments.filter((id) => present.has(id)) }));
  return { snapshot: moved({ ...snapshot, priorities: rankPriorities(snapshot.commitments), corrections: seen }, moves), unfit };
}

/** The value of a field that corrections of documents may change, as readers see it. */
export function shownValue(snapshot: Snapshot, kind: DocumentCorrection["kind"]): string {
  const { document, meeting, partnership } = snapshot;
  switch (kind) {
    case "title":
      return document.title;
    case "published":
      return document.published;
    case "held":
      return meeting.held;
    case "meeting-name":
      return meeting.name ?? "";
    case "place":
      return meeting.place ?? "";
    case "ordinal":
      return meeting.ordinal === null ? "" : String(meeting.ordinal);
    case "parties":
      return partnership.parties.join(", ");
    case "partnership":
      return partnership.slug ?? "";
  }
}

function correctDocument(snapshot: Snapshot, body: DocumentCorrection): Snapshot {
  const { document, meeting, partnership } = snapshot;
  switch (body.kind) {
    case "title":
      return { ...snapshot, document: { ...document, title: body.value } };
    case "published": {
      // A meeting whose day the text does not tell is held to be on the day of publication.
      const follows = meeting.evidence.length === 0 && meeting.held === document.published;
      return { ...snapshot, document: { ...document, published: body.value, publishedBasis: "corrected" }, meeting: follows ? { ...meeting, held: body.value } : meeting };
    }
    case "held":
      return { ...snapshot, meeting: { ...meeting, held: body.value } };
    case "meeting-name":
      return { ...snapshot, meeting: { ...meeting, name: body.value } };
    case "place":
      return { ...snapshot, meeting: { ...meeting, place: body.value } };
    case "ordinal":
      return { ...snapshot, meeting: { ...meeting, ordinal: body.value } };
    case "parties":
      return { ...snapshot, partnership: { ...partnership, parties: [...new Set(body.value)].sort() } };
    case "partnership":
      return { ...snapshot, partnership: { ...partnership, slug: body.value?.slug ?? null, name: body.value?.name ?? null, basis: body.value === null ? "none" : "given", evidence: [] } };
  }
}

function markOf({ id, body, author, reason, madeAt }: Correction, seen: Pick<CorrectionMark, "before" | "after" | "commitments">): CorrectionMark {
  return { id, kind: body.kind, ...seen, author, reason, madeAt };
}

function moved(snapshot: Snapshot, { redirects, names }: PartnershipMoves): Snapshot {
  const { partnership } = snapshot;
  const slug = partnership.slug === null ? null : (redirects.get(partnership.slug) ?? partnership.slug);
  const name = slug === null ? null : (names.get(slug) ?? (slug === partnership.slug ? partnership.name : null));
  return slug === partnership.slug && name === partnership.name ? snapshot : { ...snapshot, partnership: { ...partnership, slug, name } };
}
