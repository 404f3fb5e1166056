/**
 * Pages on which a document or a commitment is set right.
 */
import type { Context } from "hono";
import type { Commitment } from "../../snapshots/index.ts";
import { commitmentHref, correctHref } from "../../views/addresses.ts";
import { correctCommitmentPage } from "../../views/pages/correct-commitment.ts";
import { correctDocumentPage } from "../../views/pages/correct-document.ts";
import type { DocumentSummary } from "../archive/types.ts";
import { RefusedError, refusal } from "../refusals.ts";
import type { Visitor } from "./desk-access.ts";
import type { FormAsked } from "./forms.ts";
import type { Room } from "./room.ts";

/** Acts on record beside the forms; the rest is told by the history. */
const ACTS = 50;

export function showDocumentForms(room: Room, context: Context, { id, outcome }: FormAsked): Response {
  const { archive, names, show } = room;
  const visitor = archivistAt(room, context);
  const record = archive.document(id);
  if (record === null) throw new RefusedError(refusal("no-such-document"));
  const acts = archive.history({ document: record.sha256 }, { offset: 0, limit: ACTS }).items;
  return show(context, correctDocumentPage({ record, visitor, outcome, partnerships: archive.partnerships().items, acts }, names));
}

export function showCommitmentForms(room: Room, context: Context, { id: asked, query, outcome }: FormAsked): Response {
  const { archive, names, show } = room;
  const visitor = archivistAt(room, context);
  const id = archive.successor(asked);
  const found = id === null ? null : archive.commitment(id);
  if (id === null || found === null) throw new RefusedError(refusal("no-such-commitment"));
  // A correction may have moved the commitment that its form came from.
  if (id !== asked && outcome?.kind !== "refused") return context.redirect(`${correctHref(commitmentHref(id))}${query.size === 0 ? "" : `?${query}`}`, 303);
  const { commitment, document } = found;
  const acts = archive.history({ document: document.sha256 }, { offset: 0, limit: ACTS }).items;
  return show(context, correctCommitmentPage({ commitment, document, thread: archive.thread(id), neighbours: neighboursOf(archive, document), note: archive.note("commitment", id), acts, visitor, outcome }, names));
}

function archivistAt({ access }: Room, context: Context): Visitor {
  if (access === null) throw new RefusedError(refusal("not-found"));
  return access.require(context, "archivist");
}

function neighboursOf(archive: Room["archive"], { partnership, held }: DocumentSummary): { readonly before: readonly Commitment[]; readonly after: readonly Commitment[] } {
  const meeting = partnership === null ? null : archive.meeting(partnership, held);
  const of = (day: typeof held | null): readonly Commitment[] => (partnership === null || day === null ? [] : (archive.meeting(partnership, day)?.snapshots.flatMap((snapshot) => snapshot.commitments) ?? []));
  return { before: of(meeting?.previous ?? null), after: of(meeting?.next ?? null) };
}
