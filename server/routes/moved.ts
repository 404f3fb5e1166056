/**
 * Addresses that were once given out and name something that has moved: they lead on. Tried before the pages, which know
 * only what is there.
 */
import type { Context } from "hono";
import { commitmentHref, documentHref } from "../../views/addresses.ts";
import { askedDay, askedSlug } from "./asking.ts";
import type { Room } from "./room.ts";

export function mountMoved({ app, archive }: Room): void {
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

function partnershipAddress(archive: Room["archive"], context: Context): string | null {
  const [, , first = "", second = "", ...more] = context.req.path.split("/");
  const ending = [first, second].some((part) => part.endsWith(".json")) ? ".json" : "";
  const slug = askedSlug(first.replace(/\.json$/, ""));
  if (slug === null) return null;
  const now = archive.partnership(slug) === null ? archive.movedPartnership(slug) : slug;
  const rest = [second, ...more].filter((part) => part !== "").join("/");
  const held = askedDay(second.replace(/\.json$/, ""));
  const moved = held === null || (now === slug && archive.meeting(slug, held) !== null) ? null : archive.movedMeeting(slug, held);
  if (moved !== null) return `/partnerships/${moved.partnership}/${moved.held}${more.length > 0 ? `/${more.join("/")}` : ending}`;
  if (now === null || now === slug) return null;
  return `/partnerships/${now}${rest === "" ? ending : `/${rest}`}`;
}

function tail(context: Context): string {
  const [, , , ...rest] = context.req.path.split("/");
  return `${rest.length === 0 ? "" : `/${rest.join("/")}`}${new URL(context.req.url).search}`;
}

function withQueryOf(context: Context, path: string): string {
  return `${path}${new URL(context.req.url).search}`;
}
