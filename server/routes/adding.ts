/**
 * Adding by web: a page with three doors, what was read with every field to be set right, and imports of many with
 * their progress.
 */
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { stringify } from "csv-stringify/sync";
import { addHref, documentHref, draftHref, importHref } from "../../views/addresses.ts";
import { addDraftPage } from "../../views/pages/add-draft.ts";
import { addImportPage } from "../../views/pages/add-import.ts";
import { type AddGiven, addPage } from "../../views/pages/add.ts";
import type { DraftOutcome } from "../adding/desk.ts";
import { parseFields } from "../adding/fields.ts";
import type { Source } from "../adding/gathering.ts";
import type { Upload } from "../adding/imports.ts";
import { CSV_FORM } from "../csv.ts";
import type { Desk } from "../desk/desk.ts";
import { READABLE_ENDINGS } from "../formats/media.ts";
import { type Refusal, RefusedError, refusal } from "../refusals.ts";
import { type Fields, formFields } from "./forms.ts";
import type { Access } from "./desk-access.ts";
import type { Room } from "./room.ts";

/** More is sent in parts, or imported on the server's own machine. */
export const LARGEST_UPLOAD = 64 * 1024 * 1024;

const ARCHIVES = [".zip", ".tar.gz", ".tgz"];

/** A room of a site that has a desk. */
interface DeskRoom extends Room {
  readonly desk: Desk;
  readonly access: Access;
}

export function mountAdding(room: Room): void {
  const { app, desk, access } = room;
  if (desk === null || access === null) return;
  const here: DeskRoom = { ...room, desk, access };
  for (const path of [addHref, `${addHref}.json`]) {
    app.get(path, (context) => {
      return showAdd(here, context, NOTHING_SENT);
    });
  }
  app.post(addHref, limitedTo((context) => showAdd(here, context, { ...NOTHING_SENT, refused: refusal("upload-too-large") })), (context) => receive(here, context));
  app.get("/add/drafts/:id", (context) => {
    const visitor = access.require(context, "archivist");
    const id = withoutEnding(context.req.param("id"));
    const draft = desk.adding.find(id);
    return showDraft(room, context, { id, draft, csrf: visitor.csrf ?? "", given: {} });
  });
  app.post("/add/drafts/:id", (context) => act(here, context));
  app.get("/add/imports/:id", (context) => {
    access.require(context, "archivist");
    return room.show(context, addImportPage(found(desk.imports.find(withoutEnding(context.req.param("id"))))));
  });
  app.get("/add/imports/:id/refused.csv", (context) => {
    access.require(context, "archivist");
    const { refusals } = found(desk.imports.find(context.req.param("id")));
    const rows = refusals.map(({ path, refusal: why }) => ({ file: path, code: why.code, reason: why.sentence }));
    return new Response(stringify(rows, { ...CSV_FORM, header: true, columns: ["file", "code", "reason"] }), {
      headers: { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": 'attachment; filename="refused.csv"', "Cache-Control": "no-store" },
    });
  });
}

/** Answers a body that is too large before it is read. */
function limitedTo(onError: (context: Context) => Response): MiddlewareHandler {
  return bodyLimit({ maxSize: LARGEST_UPLOAD, onError });
}

/** Refuses a body that is too large before it is read. */
export const limited = limitedTo(() => {
  throw new RefusedError(refusal("upload-too-large"));
});

/** What was sent to be read: the fields as they were filled in, the name of what is refused, and why. */
interface SentToAdd {
  readonly given: AddGiven;
  readonly name: string | null;
  readonly refused: Refusal | null;
}

const NOTHING_SENT: SentToAdd = { given: { text: "", date: "", address: "", archived_at: "" }, name: null, refused: null };

function showAdd({ access, show, wantsJson, refuse }: DeskRoom, context: Context, { given, name, refused }: SentToAdd): Response {
  const visitor = access.require(context, "archivist");
  if (refused !== null && wantsJson(context)) return refuse(context, refused);
  const wrong = refused === null ? null : `${name === null ? "" : `${name}: `}${refused.sentence}`;
  return show(context, addPage({ csrf: visitor.csrf ?? "", alone: visitor.by === "machine", accept: [...READABLE_ENDINGS, ...ARCHIVES], wrong, given }), refused?.status ?? 200);
}

async function receive(room: DeskRoom, context: Context): Promise<Response> {
  const { access, desk } = room;
  // Who is not allowed is told before anything that was sent is read.
  access.require(context, "archivist");
  const form = await multipart(context);
  const { name } = access.requireSent(context, "archivist", textOf(form, "csrf"));
  const files = await uploadsIn(form);
  const [only] = files;
  if (files.length > 1 || (only !== undefined && ARCHIVES.some((ending) => only.name.toLowerCase().endsWith(ending)))) return context.redirect(importHref(desk.imports.start(files, name)), 303);
  const given = { text: textOf(form, "text") ?? "", date: textOf(form, "date") ?? "", address: textOf(form, "address") ?? "", archived_at: textOf(form, "archived_at") ?? "" };
  const draft = await draftOf(desk, only, given);
  if (draft.kind === "refused" && draft.refusal.draft === undefined) return showAdd(room, context, { given, name: only?.name ?? (given.address.trim() || null), refused: draft.refusal });
  return context.redirect(draftHref(draft.kind === "draft" ? draft.id : (draft.refusal.draft ?? "")), 303);
}

async function draftOf(desk: Desk, file: Upload | undefined, given: AddGiven): Promise<DraftOutcome> {
  const fields = parseFields({ date: given.date, archived_at: given.archived_at });
  if (fields.kind === "refused") return fields;
  const source = sourceIn(file, given);
  return source === null ? { kind: "refused", refusal: refusal("nothing-given") } : desk.adding.draft(source, fields.fields);
}

function sourceIn(file: Upload | undefined, { text, address }: AddGiven): Source | null {
  if (file !== undefined) return { kind: "bytes", bytes: file.bytes, name: file.name };
  if (text.trim() !== "") return { kind: "bytes", bytes: Buffer.from(text), name: null };
  return address.trim() === "" ? null : { kind: "address", address: address.trim() };
}

/** Reads a draft again with other fields, or archives it. */
async function act(room: DeskRoom, context: Context): Promise<Response> {
  const { access, desk } = room;
  const form = await formFields(context);
  const visitor = access.requireSent(context, "archivist", form["csrf"] ?? null);
  const id = context.req.param("id") ?? "";
  const shown = { id, csrf: visitor.csrf ?? "", given: form };
  const fields = parseFields(form);
  if (fields.kind === "refused") return showDraft(room, context, { ...shown, draft: desk.adding.find(id), wrong: fields.refusal });
  if (form["act"] !== "commit") {
    const amended = desk.adding.amend(id, fields.fields);
    return showDraft(room, context, amended.kind === "refused" ? { ...shown, draft: desk.adding.find(id), wrong: amended.refusal } : { ...shown, draft: amended });
  }
  const outcome = desk.adding.commit(id, fields.fields, visitor.name);
  if (outcome.kind === "refused") return showDraft(room, context, { ...shown, draft: desk.adding.find(id), wrong: outcome.refusal });
  return context.redirect(documentHref(outcome.sha256), 303);
}

interface Shown {
  readonly id: string;
  readonly draft: DraftOutcome;
  readonly csrf: string;
  readonly given: Fields;
  readonly wrong?: Refusal;
}

function showDraft({ show, names }: Room, context: Context, { id, draft, csrf, given, wrong }: Shown): Response {
  if (draft.kind === "refused" && draft.refusal.code === "draft-gone") throw new RefusedError(draft.refusal);
  const why = wrong ?? (draft.kind === "refused" ? draft.refusal : null);
  const read = draft.kind === "draft" ? draft : null;
  const glimpse = draft.kind === "refused" ? (draft.glimpse ?? null) : null;
  const page = addDraftPage({ id, csrf, preview: read?.preview ?? null, wrong: why?.sentence ?? null, name: read?.name ?? glimpse?.name ?? null, unread: glimpse?.document ?? null, capture: read?.capture ?? null, given }, names);
  return show(context, page, why?.status ?? 200);
}

async function multipart(context: Context): Promise<FormData> {
  if (!(context.req.header("Content-Type") ?? "").startsWith("multipart/form-data")) throw new RefusedError(refusal("bad-request", "a form with files was expected"));
  try {
    return await context.req.formData();
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(refusal("bad-request", "the form is broken"), { cause: error });
  }
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" ? value : null;
}

async function uploadsIn(form: FormData): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for (const value of form.getAll("files")) {
    // A browser sends one without a name where no file was chosen.
    if (typeof value !== "string" && value.name !== "") uploads.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return uploads;
}

function withoutEnding(id: string): string {
  return id.replace(/\.json$/, "");
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new RefusedError(refusal("not-found"));
  return value;
}
