/**
 * What people and programs send: forms of this site and JSON, as plain fields. A form that is larger than any of ours is
 * not read.
 */
import type { Context } from "hono";
import type { Outcome } from "../../views/parts/outcome.ts";
import type { HistoryEntry } from "../archive/desk-types.ts";
import type { ArchiveReader } from "../archive/types.ts";
import { RefusedError, refusal } from "../refusals.ts";

/** More than the longest form needs. */
const LARGEST = 200_000;

export type Fields = Readonly<Record<string, string>>;

/** The fields of a form that was sent. */
export async function formFields(context: Context): Promise<Fields> {
  const type = context.req.header("Content-Type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) throw new RefusedError(refusal("bad-request", "a form was expected"));
  return Object.fromEntries(new URLSearchParams(await bodyOf(context)));
}

/** The JSON that a program sent. */
export async function jsonBody(context: Context): Promise<unknown> {
  const type = context.req.header("Content-Type") ?? "";
  if (!type.startsWith("application/json")) throw new RefusedError(refusal("bad-request", "application/json was expected"));
  try {
    return JSON.parse(await bodyOf(context));
  } catch (error) {
    if (error instanceof SyntaxError) throw new RefusedError(refusal("bad-request", "the JSON is broken"), { cause: error });
    throw error;
  }
}

async function bodyOf(context: Context): Promise<string> {
  if (Number(context.req.header("Content-Length") ?? 0) > LARGEST) throw new RefusedError(refusal("bad-request", "it is too large"));
  const text = await context.req.text();
  if (text.length > LARGEST) throw new RefusedError(refusal("bad-request", "it is too large"));
  return text;
}

/** An address within this site, or the desk: nobody is led elsewhere by a form. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : "/desk";
}

/** A page of forms: which one, what its address asks for, and what became of a form of it that was sent. */
export interface FormAsked {
  readonly id: string;
  readonly query: URLSearchParams;
  readonly outcome: Outcome;
}

/** The page of forms that a browser asks for; its address names the act that led back to it. */
export function formAsked(context: Context, archive: ArchiveReader): FormAsked {
  const query = new URL(context.req.url).searchParams;
  const id = context.req.param("id") ?? "";
  const done = query.get("done");
  const entry = done === null ? null : archive.act(done);
  return { id, query, outcome: entry === null || !isOf(entry, id) ? null : { kind: "done", entry } };
}

/** Whether an act is of the page of this document or commitment; a page without an id tells of any, and a link is of several. */
function isOf({ act, kind, document }: HistoryEntry, id: string): boolean {
  return id === "" || document === null || (act === "correction" && /^(?:link|unlink|change-kind|undo)$/.test(kind)) || document.startsWith(id.slice(0, 12));
}

/** The address of a page of forms, with the act that was done there. */
export function afterAct(back: string, act: string): string {
  const url = new URL(back, "http://localhost");
  url.searchParams.set("done", act);
  return `${ownPath(`${url.pathname}${url.search}`)}${url.hash}`;
}
