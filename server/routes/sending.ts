/**
 * Adding by API: `POST /api/v1/documents` takes a document as JSON or as its own bytes, shows what would be read of it, or
 * archives it.
 */
import type { Context } from "hono";
import { documentHref } from "../../views/addresses.ts";
import { type AddFields, parseFields } from "../adding/fields.ts";
import type { Source } from "../adding/gathering.ts";
import { documentSent } from "../publish/api-sending.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { limited } from "./adding.ts";
import type { Room } from "./room.ts";

interface Sent {
  readonly source: Source;
  readonly fields: AddFields;
  readonly isPreview: boolean;
}

export function mountSending({ app, access, desk }: Room): void {
  if (desk === null || access === null) return;
  app.post("/api/v1/documents", limited, async (context) => {
    const visitor = access.requireSent(context, "archivist", context.req.header("X-CSRF-Token") ?? null);
    const { source, fields, isPreview } = await read(context);
    if (isPreview) {
      const draft = await desk.adding.draft(source, fields);
      if (draft.kind === "refused") throw new RefusedError(draft.refusal);
      const { sha256, mediaType, snapshot, isHere, joins } = draft.preview;
      return context.json({ outcome: "preview", sha256, media_type: mediaType, here: isHere, joins, snapshot });
    }
    const outcome = await desk.adding.add(source, fields, visitor.name);
    if (outcome.kind === "refused") throw new RefusedError(outcome.refusal);
    const address = documentHref(outcome.sha256);
    if (outcome.kind === "already-here") return context.json({ outcome: "already-here", sha256: outcome.sha256, address });
    return context.json({ outcome: "added", sha256: outcome.sha256, address, snapshot: outcome.snapshot }, 201, { Location: address });
  });
}

async function read(context: Context): Promise<Sent> {
  const type = context.req.header("Content-Type") ?? "";
  if (type.startsWith("application/json")) return fromJson(await context.req.text());
  if (type === "") throw new RefusedError(refusal("bad-request", "a Content-Type was expected"));
  // The bytes as they are, the fields in the query.
  const query = context.req.query();
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  if (bytes.byteLength === 0) throw new RefusedError(refusal("nothing-given"));
  return { source: { kind: "bytes", bytes, name: query["name"] ?? null, mediaType: type }, fields: fieldsIn(query), isPreview: query["preview"] === "true" };
}

function fromJson(body: string): Sent {
  const value = documentSent.safeParse(jsonIn(body));
  if (!value.success) throw new RefusedError(refusal("bad-field", value.error.issues.map(({ path, message }) => `${path.join(".") || "the body"}: ${message}`).join("; ")));
  const { text, content, address, name, media_type: mediaType, preview = false, ...rest } = value.data;
  return { source: sourceIn({ text, content, address, name, mediaType }), fields: fieldsIn(rest), isPreview: preview };
}

interface Given {
  readonly text: string | undefined;
  readonly content: string | undefined;
  readonly address: string | undefined;
  readonly name: string | undefined;
  readonly mediaType: string | undefined;
}

function sourceIn({ text, content, address, name, mediaType }: Given): Source {
  if ([text, content, address].filter((one) => one !== undefined).length > 1) throw new RefusedError(refusal("bad-field", "give one of text, content and address"));
  if (address !== undefined) return { kind: "address", address };
  const bytes = content === undefined ? (text === undefined ? null : Buffer.from(text)) : Buffer.from(content, "base64");
  if (bytes === null) throw new RefusedError(refusal("nothing-given"));
  return { kind: "bytes", bytes, name: name ?? null, ...(mediaType === undefined ? {} : { mediaType }) };
}

function fieldsIn(raw: Readonly<Record<string, unknown>>): AddFields {
  const texts = Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const fields = parseFields(texts);
  if (fields.kind === "refused") throw new RefusedError(fields.refusal);
  return fields.fields;
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RefusedError(refusal("bad-request", "the JSON is broken"), { cause: error });
    throw error;
  }
}
