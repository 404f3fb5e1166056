/**
 * `?as_of=YYYY-MM-DD` on any address: the same site over the archive as it was known at the end of that day. Links stay
 * within that day.
 */
import type { Hono } from "hono";
import type { ArchiveReader } from "../archive/types.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { askedDay } from "./asking.ts";
import type { Room } from "./room.ts";

/** Sites of days that are kept. */
const KEPT = 4;

/** `siteOf` makes the site over a reader. */
export function mountAsOf({ app, desk }: Room, siteOf: (archive: ArchiveReader, day: string) => Hono): void {
  if (desk === null) return;
  const kept = new Map<string, { readonly archive: ArchiveReader; readonly site: Hono }>();
  app.use(async (context, next) => {
    const asked = context.req.query("as_of");
    if (asked === undefined || asked === "") return next();
    const day = askedDay(asked);
    if (day === null) throw new RefusedError(refusal("bad-request", "“as_of” must be a day such as 2024-08-01"));
    if (context.req.method !== "GET" && context.req.method !== "HEAD") throw new RefusedError(refusal("past-unchangeable"));
    const archive = desk.asOf(day);
    if (archive === null) return next();
    const known = kept.get(day);
    const { site } = known?.archive === archive ? known : { site: siteOf(archive, day) };
    kept.delete(day);
    kept.set(day, { archive, site });
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    const url = new URL(context.req.url);
    url.searchParams.delete("as_of");
    const headers = new Headers(context.req.raw.headers);
    // The past is packed by nobody, so that its links can be led along.
    for (const name of ["Accept-Encoding", "If-None-Match"]) headers.delete(name);
    return leadAlong(await site.fetch(new Request(url, { headers })), day);
  });
}

/** Links of a page, and addresses in its values, lead to the same day; forms carry it themselves. */
async function leadAlong(response: Response, day: string): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete("ETag");
  const location = headers.get("Location");
  if (location !== null) headers.set("Location", onDay(location, day));
  const type = headers.get("Content-Type") ?? "";
  const led = type.startsWith("text/html") ? ledPage(await response.text(), day) : type.startsWith("application/json") ? ledValues(await response.text(), day) : response.body;
  return new Response(led, { status: response.status, headers });
}

function ledPage(page: string, day: string): string {
  return page.replace(/(\s(?:href|action)=")(\/(?!\/|static\/|sign-in|desk)[^"]*)"/g, (_, before: string, address: string) => `${before}${onDay(address.replaceAll("&amp;", "&"), day).replaceAll("&", "&amp;")}"`);
}

/** Addresses from the root, and those of the part of a list that follows. */
function ledValues(values: string, day: string): string {
  return JSON.stringify(JSON.parse(values, (name, value: unknown) => (typeof value === "string" && (/^\/[\w./?=&%#:~+-]+$/.test(value) || (name === "next" && /^https?:/.test(value))) ? onDay(value, day) : value)));
}

function onDay(address: string, day: string): string {
  const [whole = "", fragment] = address.split("#");
  return `${whole}${whole.includes("?") ? "&" : "?"}as_of=${day}${fragment === undefined ? "" : `#${fragment}`}`;
}
