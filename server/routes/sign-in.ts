/**
 * Signing in and out, and the desk's own page.
 */
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { deskHref } from "../../views/addresses.ts";
import { deskPage } from "../../views/pages/desk.ts";
import { signInPage } from "../../views/pages/sign-in.ts";
import { SESSION_LENGTH } from "../archive/people.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { isOwn, remoteOf, SESSION_COOKIE } from "./desk-access.ts";
import { type FormAsked, formAsked, formFields, ownPath } from "./forms.ts";
import type { Room } from "./room.ts";

/** Attempts of one address, and of all, within a stretch of time. */
const ATTEMPTS = { one: 5, all: 100, milliseconds: 15 * 60 * 1_000 };

export function mountSignIn(room: Room): void {
  const { app, desk, access, show } = room;
  if (desk === null || access === null) return;
  const attempts = countAttempts();
  app.get("/sign-in", (context) => show(context, signInPage({ wrong: null, back: ownPath(context.req.query("back")), people: desk.hasPeople() })));
  app.post("/sign-in", async (context) => {
    const remote = remoteOf(context) ?? "";
    if (!attempts.allows(remote)) throw new RefusedError(refusal("too-many-attempts"));
    // Nobody is to be signed in as somebody else by a page of a third.
    if (!isOwn(context)) throw new RefusedError(refusal("form-outdated"));
    const { token = "", back } = await formFields(context);
    const person = desk.personOf(token.trim());
    if (person === null) {
      attempts.count(remote);
      const wrong = refusal("wrong-token");
      return show(context, signInPage({ wrong: wrong.sentence, back: ownPath(back), people: desk.hasPeople() }), wrong.status);
    }
    attempts.forget(remote);
    const secure = isSecure(context);
    setCookie(context, SESSION_COOKIE, desk.openSession(person), { httpOnly: true, sameSite: "Lax", secure, path: "/", maxAge: SESSION_LENGTH / 1_000 });
    return context.redirect(ownPath(back), 303);
  });
  app.post("/sign-out", async (context) => {
    const { csrf = null } = await formFields(context);
    access.requireSent(context, "reviewer", csrf);
    const cookie = /(?:^|;\s*)pactline_session=([^;]+)/.exec(context.req.header("Cookie") ?? "")?.[1];
    if (cookie !== undefined) desk.closeSession(cookie);
    deleteCookie(context, SESSION_COOKIE, { path: "/" });
    return context.redirect("/", 303);
  });
  for (const path of [deskHref, `${deskHref}.json`]) app.get(path, (context) => showDesk(room, context, formAsked(context, room.archive)));
}

/** The desk's own page. */
export function showDesk({ archive, show, access, desk, note }: Room, context: Context, { outcome }: FormAsked): Response {
  if (access === null || desk === null) throw new RefusedError(refusal("not-found"));
  if (access.visitor(context) === null && desk.hasPeople() && context.req.path === deskHref) return context.redirect(`/sign-in?back=${encodeURIComponent(deskHref)}`, 303);
  const visitor = access.require(context, "reviewer");
  const doubtful = archive.review({ offset: 0, limit: 1 }).total;
  const acts = archive.history({}, { offset: 0, limit: 1 }).total;
  return show(context, deskPage({ visitor, outcome, doubtful, acts, partnerships: archive.partnerships().items, unfit: archive.unfit(), outdated: note() === null && desk.isOutdated() }));
}

/** Behind a proxy that speaks HTTPS for us, the proxy says so. */
function isSecure(context: Context): boolean {
  return new URL(context.req.url).protocol === "https:" || context.req.header("X-Forwarded-Proto") === "https";
}

interface Attempts {
  allows(remote: string): boolean;
  count(remote: string): void;
  forget(remote: string): void;
}

/** Attempts that failed, by address; in memory, because a restart is no attack. */
export function countAttempts(now: () => number = Date.now): Attempts {
  let failed: { readonly remote: string; readonly at: number }[] = [];
  const recent = (): typeof failed => {
    failed = failed.filter((one) => one.at > now() - ATTEMPTS.milliseconds);
    return failed;
  };
  return {
    allows: (remote) => recent().length < ATTEMPTS.all && recent().filter((one) => one.remote === remote).length < ATTEMPTS.one,
    count: (remote) => void failed.push({ remote, at: now() }),
    forget: (remote) => {
      failed = failed.filter((one) => one.remote !== remote);
    },
  };
}
