/**
 * Corrections and notes by web: what the forms send, and the same for programs.
 */
import type { Context } from "hono";
import type { CorrectOutcome } from "../archive/correcting.ts";
import type { NoteOutcome } from "../archive/noting.ts";
import { correctionForm, type CorrectionForm, requestFrom } from "../desk/requests.ts";
import { correctionSent, noteSent } from "../publish/api-sending.ts";
import { type Refusal, RefusedError, refusal } from "../refusals.ts";
import { showCommitmentForms, showDocumentForms } from "./correct-pages.ts";
import type { Visitor } from "./desk-access.ts";
import { showRefused } from "./form-pages.ts";
import { afterAct, type Fields, formAsked, formFields, jsonBody, ownPath } from "./forms.ts";
import type { Room } from "./room.ts";

/** What a reviewer decides; everything else is for archivists. */
const REVIEWED = ["accept", "remove", "link", "unlink", "partnership", "published"];

export function mountCorrecting(room: Room): void {
  const { app, archive, access } = room;
  if (room.desk === null || access === null) return;
  app.get("/documents/:id/correct", (context) => showDocumentForms(room, context, formAsked(context, archive)));
  app.get("/commitments/:id/correct", (context) => showCommitmentForms(room, context, formAsked(context, archive)));
  app.post("/corrections", async (context) => {
    const fields = await formFields(context);
    const visitor = access.requireSent(context, roleFor(fields["kind"]), fields["csrf"] ?? null);
    const form = correctionForm.safeParse(formFrom(fields));
    const outcome = form.success ? make(room, visitor, { form: form.data, reason: fields["reason"] ?? "" }) : refuse(refusal("correction-wrong"));
    return answer(room, context, { fields, outcome: outcome.kind === "refused" ? outcome : { kind: "done", act: `correction-${outcome.correction.id}` } });
  });
  app.post("/notes", async (context) => {
    const fields = await formFields(context);
    const visitor = access.requireSent(context, "archivist", fields["csrf"] ?? null);
    const outcome = takeNote(room, visitor, noteSent.safeParse(fields));
    return answer(room, context, { fields, outcome: outcome.kind === "refused" ? outcome : { kind: "done", act: `note-${outcome.number}` } });
  });
  app.post("/api/v1/corrections", async (context) => {
    // Who may do it depends on the kind; strangers are told nothing of it.
    access.require(context, "reviewer");
    const sent = correctionSent.safeParse(await jsonBody(context));
    if (!sent.success) throw new RefusedError(refusal("correction-wrong"));
    const { reason, ...form } = sent.data;
    const visitor = access.requireSent(context, roleFor(form.kind), context.req.header("X-CSRF-Token") ?? null);
    const outcome = make(room, visitor, { form, reason });
    if (outcome.kind === "refused") throw new RefusedError(outcome.refusal);
    return context.json(outcome, 201);
  });
  app.post("/api/v1/notes", async (context) => {
    const visitor = access.requireSent(context, "archivist", context.req.header("X-CSRF-Token") ?? null);
    const outcome = takeNote(room, visitor, noteSent.safeParse(await jsonBody(context)));
    if (outcome.kind === "refused") throw new RefusedError(outcome.refusal);
    return context.json(outcome.note, 201);
  });
}

interface Sent {
  readonly fields: Fields;
  readonly outcome: { readonly kind: "done"; readonly act: string } | Refused;
}

interface Refused {
  readonly kind: "refused";
  readonly refusal: Refusal;
}

/** Back to where the form stood: with the act that is on record now, or as it was filled in. */
function answer(room: Room, context: Context, { fields, outcome }: Sent): Response {
  if (outcome.kind === "refused") return showRefused(room, context, { fields, refusal: outcome.refusal });
  return context.redirect(afterAct(ownPath(fields["back"]), outcome.act), 303);
}

function roleFor(kind: string | undefined): "archivist" | "reviewer" {
  return REVIEWED.some((one) => one === kind) ? "reviewer" : "archivist";
}

function make({ archive, desk }: Room, { name }: Visitor, { form, reason }: { readonly form: CorrectionForm; readonly reason: string }): CorrectOutcome {
  if (desk === null) return refuse(refusal("not-found"));
  const request = requestFrom(archive, form, desk.reading());
  return request.kind === "refused" ? request : desk.correct({ ...request, author: name, reason });
}

function takeNote({ desk }: Room, { name }: Visitor, sent: ReturnType<typeof noteSent.safeParse>): NoteOutcome {
  if (!sent.success) return refuse(refusal("correction-wrong"));
  return desk?.note({ ...sent.data, author: name }) ?? refuse(refusal("not-found"));
}

function refuse(what: Refusal): Refused {
  return { kind: "refused", refusal: what };
}

/** Lists come as lines or separated by commas, ids separated by commas. */
function formFrom(fields: Fields): Partial<Record<keyof CorrectionForm, unknown>> {
  const { kind, document, commitment, value, name, stage, force, topic } = fields;
  const list = (text: string | undefined, between: RegExp): readonly string[] | undefined => text?.split(between).map((one) => one.trim()).filter((one) => one !== "");
  const quotes = kind === "split" ? list(fields["quotes"], /\n/) : fields["quotes"] === undefined ? undefined : [fields["quotes"]];
  return { kind, document, commitment, value, name, stage, force, topic, quotes, before: list(fields["before"], /,/), after: list(fields["after"], /,/), more: list(fields["more"], /[,\n]/) };
}
