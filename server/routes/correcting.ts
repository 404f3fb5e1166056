/**
 * Corrections and notes by web: pages with forms, what the forms send, and the same for programs.
 */
import type { Context } from "hono";
import { correctCommitmentPage } from "../../views/pages/correct-commitment.ts";
import { correctDocumentPage } from "../../views/pages/correct-document.ts";
import type { Commitment } from "../../snapshots/index.ts";
import type { DocumentSummary } from "../archive/types.ts";
import { correctionForm, type CorrectionForm, requestFrom } from "../desk/requests.ts";
import { correctionSent, noteSent } from "../publish/api-sending.ts";
import { type Refusal, RefusedError, refusal } from "../refusals.ts";
import type { Visitor } from "./desk-access.ts";
import { type Fields, formFields, jsonBody, ownPath } from "./forms.ts";
import type { Room } from "./room.ts";

/** What a reviewer decides; everything else is for archivists. */
const REVIEWED = ["accept", "remove", "link", "unlink", "partnership", "published"];

/** Acts on record beside the forms; the rest is told by the history. */
const ACTS = 50;

export function mountCorrecting(room: Room): void {
  const { app, desk, access } = room;
  if (desk === null || access === null) return;
  app.get("/documents/:id/correct", (context) => correctDocument(room, context));
  app.get("/commitments/:id/correct", (context) => correctCommitment(room, context));
  app.post("/corrections", async (context) => {
    const fields = await formFields(context);
    const visitor = access.requireSent(context, roleFor(fields["kind"]), fields["csrf"] ?? null);
    make(room, visitor, { form: parsed(correctionForm.safeParse(formFrom(fields))), reason: fields["reason"] ?? "" });
    return context.redirect(ownPath(fields["back"]), 303);
  });
  app.post("/notes", async (context) => {
    const fields = await formFields(context);
    const visitor = access.requireSent(context, "archivist", fields["csrf"] ?? null);
    const outcome = desk.note({ ...parsed(noteSent.safeParse(fields)), author: visitor.name });
    if (outcome.kind === "refused") throw new RefusedError(outcome.refusal);
    return context.redirect(ownPath(fields["back"]), 303);
  });
  app.post("/api/v1/corrections", async (context) => {
    // Who may do it depends on the kind; strangers are told nothing of it.
    access.require(context, "reviewer");
    const { reason, ...form } = parsed(correctionSent.safeParse(await jsonBody(context)));
    const visitor = access.requireSent(context, roleFor(form.kind), context.req.header("X-CSRF-Token") ?? null);
    return context.json(make(room, visitor, { form, reason }), 201);
  });
  app.post("/api/v1/notes", async (context) => {
    const visitor = access.requireSent(context, "archivist", context.req.header("X-CSRF-Token") ?? null);
    const form = parsed(noteSent.safeParse(await jsonBody(context)));
    const outcome = desk.note({ ...form, author: visitor.name });
    if (outcome.kind === "refused") throw new RefusedError(outcome.refusal);
    return context.json(outcome.note, 201);
  });
}

function roleFor(kind: string | undefined): "archivist" | "reviewer" {
  return REVIEWED.some((one) => one === kind) ? "reviewer" : "archivist";
}

function make({ archive, desk }: Room, { name }: Visitor, { form, reason }: { readonly form: CorrectionForm; readonly reason: string }): object {
  const request = requestFrom(archive, form);
  if (request.kind === "refused") throw new RefusedError(request.refusal);
  const outcome = desk?.correct({ ...request, author: name, reason }) ?? refused(refusal("not-found"));
  return outcome.kind === "refused" ? refused(outcome.refusal) : outcome;
}

function refused(what: Refusal): never {
  throw new RefusedError(what);
}

function parsed<Value>(outcome: { readonly success: true; readonly data: Value } | { readonly success: false }): Value {
  return outcome.success ? outcome.data : refused(refusal("correction-wrong"));
}

/** Lists come as lines or separated by commas, ids separated by commas. */
function formFrom(fields: Fields): Partial<Record<keyof CorrectionForm, unknown>> {
  const { kind, document, commitment, value, name, stage, force, topic } = fields;
  const list = (text: string | undefined, between: RegExp): readonly string[] | undefined => text?.split(between).map((one) => one.trim()).filter((one) => one !== "");
  const quotes = kind === "split" ? list(fields["quotes"], /\n/) : fields["quotes"] === undefined ? undefined : [fields["quotes"]];
  return { kind, document, commitment, value, name, stage, force, topic, quotes, before: list(fields["before"], /,/), after: list(fields["after"], /,/), more: list(fields["more"], /[,\n]/) };
}

function correctDocument({ archive, names, access, show }: Room, context: Context): Response {
  const visitor = access?.require(context, "archivist");
  const record = archive.document(context.req.param("id") ?? "");
  if (record === null) throw new RefusedError(refusal("no-such-document"));
  const acts = archive.history({ document: record.sha256 }, { offset: 0, limit: ACTS }).items;
  return show(context, correctDocumentPage({ record, csrf: visitor?.csrf ?? "", partnerships: archive.partnerships().items, acts }, names));
}

function correctCommitment({ archive, names, access, show }: Room, context: Context): Response {
  const visitor = access?.require(context, "archivist");
  const asked = context.req.param("id") ?? "";
  const id = archive.successor(asked);
  const found = id === null ? null : archive.commitment(id);
  if (id === null || found === null) throw new RefusedError(refusal("no-such-commitment"));
  // A correction may have moved the commitment that its form came from.
  if (id !== asked) return context.redirect(`/commitments/${id}/correct`, 303);
  const { commitment, document } = found;
  const acts = archive.history({ document: document.sha256 }, { offset: 0, limit: ACTS }).items;
  return show(context, correctCommitmentPage({ commitment, document, thread: archive.thread(id), neighbours: neighboursOf(archive, document), note: archive.note("commitment", id), acts, csrf: visitor?.csrf ?? "" }, names));
}

function neighboursOf(archive: Room["archive"], { partnership, held }: DocumentSummary): { readonly before: readonly Commitment[]; readonly after: readonly Commitment[] } {
  const meeting = partnership === null ? null : archive.meeting(partnership, held);
  const of = (day: typeof held | null): readonly Commitment[] => (partnership === null || day === null ? [] : (archive.meeting(partnership, day)?.snapshots.flatMap((snapshot) => snapshot.commitments) ?? []));
  return { before: of(meeting?.previous ?? null), after: of(meeting?.next ?? null) };
}
