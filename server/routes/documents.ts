/**
 * Documents, their bytes as received, and single commitments with their threads.
 */
import { commitmentHref, correctHref, documentHref } from "../../views/addresses.ts";
import { commitmentPage } from "../../views/pages/commitment.ts";
import { documentPage } from "../../views/pages/document.ts";
import { documentsPage } from "../../views/pages/documents.ts";
import type { DocumentRecord } from "../archive/types.ts";
import { endingOf } from "../formats/media.ts";
import { knownPartnership } from "../publish/known.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { askedSlugIn, offsetOf, pageNumber } from "./asking.ts";
import { offered } from "./offering.ts";
import type { Room } from "./room.ts";

const LIMIT = 50;

export function mountDocuments(room: Room): void {
  const { archive, names, app } = room;
  const offers = offered(archive);
  room.page("/documents", ({ query }) => {
    const partnership = askedSlugIn(query, "partnership");
    const page = pageNumber(query);
    // "none" is no partnership's slug: it asks for the documents that belong to none.
    const scope = partnership === null ? {} : { partnership: partnership === "none" ? null : knownPartnership(partnership, room) };
    const { partnerships } = offers();
    return documentsPage({ slice: archive.documents({ offset: offsetOf(page, LIMIT), limit: LIMIT, ...scope }), query: { partnership, page }, partnerships });
  });
  room.page("/documents/:id", ({ param }) => {
    const record = archive.document(param("id"));
    if (record === null) return null;
    const partnership = record.partnership === null ? null : archive.partnership(record.partnership);
    return documentPage({ record, partnership, versions: archive.versions(record.sha256), captures: archive.captures(record.sha256), correct: room.desk === null ? null : correctHref(documentHref(record.sha256)) }, names);
  });
  room.page("/commitments/:id", ({ param }) => {
    const found = archive.commitment(param("id"));
    const thread = found === null ? null : archive.thread(found.commitment.id);
    if (found === null || thread === null) return null;
    const { id } = found.commitment;
    const partnership = thread.partnership === null ? null : archive.partnership(thread.partnership);
    const snapshot = archive.document(found.document.sha256)?.snapshot ?? null;
    return commitmentPage({ ...found, thread, partnership, text: snapshot?.document.text ?? null, marks: snapshot?.corrections ?? [], note: archive.note("commitment", id), correct: room.desk === null ? null : correctHref(commitmentHref(id)) }, names);
  });
  app.get("/documents/:id/original", (context) => {
    const record = archive.document(context.req.param("id"));
    const bytes = record === null ? null : archive.original(record.sha256);
    if (record === null || bytes === null) throw new RefusedError(refusal("not-found"));
    return new Response(new Uint8Array(bytes), { headers: originalHeaders(record) });
  });
}

/** Bytes of strangers are handed out to be saved, never to be shown as part of this site. */
function originalHeaders({ sha256, name, mediaType, snapshot }: DocumentRecord): Readonly<Record<string, string>> {
  const wasConverted = snapshot.diagnostics.some((one) => one.code === "converted-encoding");
  const saved = (name ?? `${sha256.slice(0, 12)}${endingOf(mediaType)}`).replace(/[^\w.() -]+/g, "_");
  return {
    "Content-Type": /^text\/(?:plain|markdown)$/.test(mediaType) && !wasConverted ? `${mediaType}; charset=utf-8` : mediaType,
    "Content-Disposition": `attachment; filename="${saved}"`,
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    ETag: `"${sha256}"`,
  };
}
