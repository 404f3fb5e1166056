/**
 * Addresses that were once given out and name something that has moved, and those of comparisons against the order of
 * time: they lead on. Tried before the pages, which know only what is there.
 */
import type { Context } from "hono";
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import { commitmentHref, documentHref } from "../../views/addresses.ts";
import { API_BASE } from "../publish/api-operation.ts";
import { askedDay, askedSlug } from "./asking.ts";
import type { Room } from "./room.ts";

export function mountMoved({ app, archive }: Room): void {
  for (const base of ["", API_BASE]) {
    app.get(`${base}/partnerships/:slug/compare/:pair/:rest{.*}?`, async (context, next) => {
      const to = inOrderOfTime(context.req.path);
      return to === null ? next() : context.redirect(withQueryOf(context, to), 301);
    });
  }
  app.get("/partnerships/:slug/:rest{.*}?", async (context, next) => {
    const to = partnershipAddress(archive, context);
    return to === null ? next() : context.redirect(withQueryOf(context, to), 301);
  });
  app.get("/commitments/:id/:rest{.*}?", async (context, next) => {
    const [, id = "", ending = ""] = /^([0-9a-f]{12}-\d+-\d+)(\.json)?$/.exec(context.req.param("id")) ?? [];
    if (id === "" || archive.commitment(id) !== null) return next();
    const successor = archive.successor(id);
    if (successor !== null) return context.redirect(`${commitmentHref(successor)}${ending}${tail(context)}`, 302);
    // A document without commitments still has its text.
    const document = archive.document(id.slice(0, 12));
    return document === null ? next() : context.redirect(`${documentHref(document.sha256)}${ending}`, 302);
  });
}

/** The path of a comparison with the earlier day first; null where it stands so. */
function inOrderOfTime(path: string): string | null {
  const turned = path.replace(/(?<=\/compare\/)(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)(?=$|[/.])/, (pair, one: string, other: string) => (one > other ? `${other}..${one}` : pair));
  return turned === path ? null : turned;
}

/** Where a partnership, a meeting or a comparison is now; null where it is where it was, or nowhere. */
function partnershipAddress(archive: Room["archive"], context: Context): string | null {
  const parts = context.req.path.split("/").slice(2);
  const ending = parts.at(-1)?.endsWith(".json") === true ? ".json" : "";
  const [first = "", ...rest] = parts.map((part, at) => (at === parts.length - 1 ? part.replace(/\.json$/, "") : part));
  const slug = askedSlug(first);
  if (slug === null) return null;
  const now = archive.partnership(slug) === null ? archive.movedPartnership(slug) : slug;
  const places = rest.map((part, at) => (at === 0 || rest[at - 1] === "compare" ? part.split("..").map((day) => placeOf(archive, slug, day)) : null));
  const moved = places.flatMap((days) => days ?? []).find((place) => place !== null) ?? null;
  const target = moved?.partnership ?? now;
  if (target === null || (moved === null && target === slug)) return null;
  const tail = rest.map((part, at) => part.split("..").map((day, which) => places[at]?.[which]?.held ?? day).join(".."));
  return `/partnerships/${[target, ...tail].join("/")}${ending}`;
}

/** Where the meeting of this day is now; null for no day, and for one on which the partnership meets. */
function placeOf(archive: Room["archive"], slug: Slug, text: string): { readonly partnership: Slug; readonly held: IsoDate } | null {
  const held = askedDay(text);
  return held === null ? null : archive.movedMeeting(slug, held);
}

function tail(context: Context): string {
  const [, , , ...rest] = context.req.path.split("/");
  return `${rest.length === 0 ? "" : `/${rest.join("/")}`}${new URL(context.req.url).search}`;
}

function withQueryOf(context: Context, path: string): string {
  return `${path}${new URL(context.req.url).search}`;
}
