/**
 * What every room of the site is given: the archive, the names, and ways to answer. `page` mounts an address that shows a
 * page and, at the same address with `.json` behind it, the page's values; `serve` mounts any other text. Both keep
 * their answers by the archive's version, name it in an entity tag and answer 304 to who has it already.
 */
import { gunzipSync } from "node:zlib";
import type { Context, Hono } from "hono";
import { deskHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { navFor, SEARCH } from "../../views/nav.ts";
import type { Names } from "../../views/names.ts";
import type { Page, Site } from "../../views/page.ts";
import { refusalPage } from "../../views/pages/refusal.ts";
import type { Fragment, Render } from "../../views/render.ts";
import type { ArchiveReader } from "../archive/types.ts";
import type { Assets } from "../assets.ts";
import { today } from "../days.ts";
import type { Desk } from "../desk/desk.ts";
import { type Refusal, RefusedError, refusal } from "../refusals.ts";
import type { Access } from "./desk-access.ts";
import { createKeeper, type Kept } from "./keeping.ts";
import { pack, type Text } from "./packing.ts";

export interface Means {
  readonly archive: ArchiveReader;
  readonly names: Names;
  readonly render: Render;
  readonly fragment: Fragment;
  readonly assets: Assets;
  /** The program's version. */
  readonly version: string;
  /** Scheme and host under which the site is known; null takes them from each request. */
  readonly origin: string | null;
  /** What people do to the archive; null where it is only read. */
  readonly desk: Desk | null;
  readonly access: Access | null;
  /** The day as of which the archive is shown, `YYYY-MM-DD`; null for now. */
  readonly asOf: string | null;
  /** What visitors are to know of the archive's state; null where all is as it should be. */
  readonly note: () => string | null;
  /** Told of faults of the program, with the number that the visitor sees. */
  readonly onFault: (error: unknown, request: string) => void;
}

/** What was asked for, without HTTP. */
export interface Asked {
  /** A part of the path, without `.json`. */
  param(name: string): string;
  /** The query; empty values are left out. */
  readonly query: Readonly<Record<string, string>>;
  readonly origin: string;
}

/** How long an answer holds: until something is written, or until the day ends, for what names today. */
export type Holds = "version" | "day";

export interface Room extends Means {
  readonly app: Hono;
  page(path: string, answer: (asked: Asked) => Page | null, holds?: Holds): void;
  serve(path: string, answer: (asked: Asked) => Text | null, holds?: Holds): void;
  /** Shows a page that is not kept: forms, errors, what depends on who asks. */
  show(context: Context, page: Page, status?: number): Response;
  refuse(context: Context, refused: Refusal, request?: string): Response;
  site(context: Context): Site;
  /** Programs say so by the address, or by taking JSON and no HTML. */
  wantsJson(context: Context): boolean;
}

/** Bytes of answers that are kept in memory. */
const KEPT = 48 * 1024 * 1024;

export function createRoom(app: Hono, means: Means): Room {
  const keeper = createKeeper(KEPT);
  const site = (context: Context): Site => siteOf(context, means);
  const mount = (path: string, compute: (context: Context) => Text | null, holds: Holds): void => {
    app.get(path, async (context) => {
      const tidy = withoutEmpty(context.req.url);
      if (tidy !== null) return context.redirect(tidy, 302);
      // The length tells one note from another.
      const version = `${means.assets.digest}.${means.archive.version()}.${means.note()?.length ?? 0}`;
      const day = holds === "day" ? `.${today()}` : "";
      const tag = `W/"${version}${day}"`;
      const headers = { ETag: tag, "Cache-Control": "public, max-age=0, must-revalidate", Vary: "Accept-Encoding" };
      if (matches(context.req.header("If-None-Match"), tag)) return context.body(null, 304, headers);
      // By the day as part of the address: another version would let go of all answers.
      const address = `${context.req.url}${day}`;
      const kept = keeper.find(address, version) ?? (await pack(means.archive.together(() => compute(context) ?? missing()), means.archive));
      keeper.keep(address, version, kept);
      const modified = kept.headers["Last-Modified"];
      if (modified !== undefined && unchangedSince(context, modified)) return context.body(null, 304, { ...headers, "Last-Modified": modified });
      return send(context, kept, headers);
    });
  };
  const textOf = (context: Context, page: Page): Text & { readonly body: string } => {
    if (isTwin(context)) return { body: JSON.stringify(twin(page)), mediaType: "application/json; charset=utf-8", headers: { "Access-Control-Allow-Origin": "*" } };
    return { body: means.render(page, site(context)), mediaType: "text/html; charset=utf-8" };
  };
  const show: Room["show"] = (context, page, status = 200) => {
    // What depends on who asks is not for the scripts of other sites.
    const { body, mediaType } = textOf(context, page);
    return new Response(body, { status, headers: { "Content-Type": mediaType, "Cache-Control": "no-store" } });
  };
  return {
    ...means,
    app,
    site,
    wantsJson,
    show,
    serve: (path, answer, holds = "version") => mount(path, (context) => answer(askedOf(context, means)), holds),
    page(path, answer, holds = "version") {
      const compute = (context: Context): Text | null => {
        const page = answer(askedOf(context, means));
        return page === null ? null : textOf(context, page);
      };
      mount(path, compute, holds);
      if (!/:\w+(?:\{[^/]*\})?$/.test(path)) mount(path === "/" ? "/index.json" : `${path}.json`, compute, holds);
    },
    refuse(context, refused, request) {
      if (!wantsJson(context)) return show(context, refusalPage({ refusal: refused, path: context.req.path, query: context.req.method === "GET" ? context.req.query() : {}, request: request ?? null }), refused.status);
      const { code, status, sentence } = refused;
      const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*" };
      return new Response(JSON.stringify({ error: { code, status, sentence, request: request ?? null } }), { status, headers });
    },
  };
}

function siteOf(context: Context, { assets, version, origin, desk, asOf, note }: Means): Site {
  const { css, script, icon, fonts } = assets;
  return { name: "Pactline", origin: origin ?? new URL(context.req.url).origin, version, css, script, icon, fonts, nav: navFor(context.req.path).filter(({ href }) => desk !== null || href !== deskHref), asOf: asOf === null ? null : { day: asOf, words: longDate(asOf) }, note: note(), search: SEARCH, query: context.req.path.startsWith("/search") ? (context.req.query("q") ?? "") : "" };
}

function askedOf(context: Context, { origin }: Means): Asked {
  return {
    param: (name) => (context.req.param(name) ?? "").replace(/\.json$/, ""),
    query: context.req.query(),
    origin: origin ?? new URL(context.req.url).origin,
  };
}

function isTwin(context: Context): boolean {
  return context.req.path.endsWith(".json");
}

function wantsJson(context: Context): boolean {
  const accept = context.req.header("Accept") ?? "";
  return isTwin(context) || context.req.path.startsWith("/api/") || (accept.includes("json") && !accept.includes("html"));
}

/** The same values for programs: what only dresses a page is left out. */
function twin({ template, head, trail, ...values }: Page): object {
  const { title, description, path } = head;
  return { page: template, address: path, title, description, trail, ...values };
}

function missing(): never {
  throw new RefusedError(refusal("not-found"));
}

function send(context: Context, kept: Kept, headers: Readonly<Record<string, string>>): Response {
  const packs = kept.packed && /\bgzip\b/.test(context.req.header("Accept-Encoding") ?? "");
  return new Response(kept.packed && !packs ? new Uint8Array(gunzipSync(kept.bytes)) : kept.bytes, { headers: { "Content-Type": kept.mediaType, ...headers, ...kept.headers, ...(packs ? { "Content-Encoding": "gzip" } : {}) } });
}

function matches(header: string | undefined, tag: string): boolean {
  return (header ?? "").split(",").some((one) => one.trim() === tag || one.trim() === "*");
}

/** For readers of feeds that remember a time and no tag; a tag wins. */
function unchangedSince(context: Context, modified: string): boolean {
  const since = Date.parse(context.req.header("If-Modified-Since") ?? "");
  return context.req.header("If-None-Match") === undefined && !Number.isNaN(since) && since >= Date.parse(modified);
}

/** Forms send their empty fields too; the address without them is the one to keep. Null where there are none. */
function withoutEmpty(address: string): string | null {
  const url = new URL(address);
  const all = [...url.searchParams];
  const full = all.filter(([, value]) => value.trim() !== "");
  return full.length === all.length ? null : `${url.pathname}${full.length === 0 ? "" : `?${new URLSearchParams(full)}`}`;
}
