/**
 * Who may work at the desk. A token in a header speaks for a program, a cookie for a browser that is signed in; where
 * nobody has a token yet, whoever sits at this machine may work. A form proves that it was made here: another site can
 * make a browser send a cookie, but not read what to send along.
 */
import { getConnInfo } from "@hono/node-server/conninfo";
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { Role } from "../archive/people.ts";
import type { Desk } from "../desk/desk.ts";
import { type Refusal, RefusedError, refusal } from "../refusals.ts";

export const SESSION_COOKIE = "pactline_session";

export interface Visitor {
  readonly name: string;
  readonly role: Role;
  /** What a form sends along; null for programs, which send their token with every request. */
  readonly csrf: string | null;
  readonly by: "token" | "session" | "machine";
}

export interface Access {
  /** Who asks; null for a reader. */
  visitor(context: Context): Visitor | null;
  /** Who asks, if that person may do what is asked; else it is refused. */
  require(context: Context, role: Role): Visitor;
  /** The same for something that is sent: a form must prove where it was made. */
  requireSent(context: Context, role: Role, csrf: string | null): Visitor;
}

/** Proves forms of the person at this machine, for as long as the process runs. */
const MACHINE = randomBytes(24).toString("base64url");

export function createAccess(desk: Desk): Access {
  const visitor = (context: Context): Visitor | null => {
    const [, token] = /^Bearer (\S+)$/i.exec(context.req.header("Authorization") ?? "") ?? [];
    if (token !== undefined) {
      const person = desk.personOf(token);
      return person === null ? null : { name: person.name, role: person.role, csrf: null, by: "token" };
    }
    const session = desk.sessionOf(getCookie(context, SESSION_COOKIE) ?? "");
    if (session !== null) return { ...session.person, csrf: session.csrf, by: "session" };
    return !desk.hasPeople() && isHere(context) ? { name: "the desk", role: "archivist", csrf: MACHINE, by: "machine" } : null;
  };
  const required: Access["require"] = (context, role) => {
    const found = visitor(context);
    if (found === null) throw new RefusedError(refusalOf(context, desk));
    if (role === "archivist" && found.role !== "archivist") throw new RefusedError(refusal("not-allowed"));
    return found;
  };
  return {
    visitor,
    require: required,
    requireSent(context, role, csrf) {
      const found = required(context, role);
      if (found.csrf === null) return found;
      // A program that brings no token is told to; only a browser at this machine works without.
      if (found.by === "machine" && csrf === null && context.req.path.startsWith("/api/")) throw new RefusedError(refusal("sign-in-first"));
      if (!isOwn(context) || csrf === null || !same(csrf, found.csrf)) throw new RefusedError(refusal("form-outdated"));
      return found;
    },
  };
}

/** Signing in helps only where somebody has a token. */
function refusalOf(context: Context, desk: Desk): Refusal {
  if (context.req.header("Authorization") !== undefined) return refusal("wrong-token");
  return refusal(desk.hasPeople() ? "sign-in-first" : "desk-on-this-machine");
}

/**
 * Whether the request comes from this machine and for this machine. The name that it asks for counts, too: a page of a
 * stranger may make a name of its own point here. A proxy speaks for others.
 */
export function isHere(context: Context): boolean {
  const remote = remoteOf(context);
  const host = new URL(context.req.url).hostname;
  const proxied = ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"].some((name) => context.req.header(name) !== undefined);
  return !proxied && remote !== null && /^(?:127\.|::1$|::ffff:127\.)/.test(remote) && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);
}

/** The address at the other end, or null where it is not known. */
export function remoteOf(context: Context): string | null {
  try {
    return getConnInfo(context).remote.address ?? null;
  } catch {
    // Without a socket, as in tests, nobody is at the other end.
    return null;
  }
}

/** Browsers say where a form was made; one that was made elsewhere is refused whatever it brings along. */
export function isOwn(context: Context): boolean {
  const site = context.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = context.req.header("Origin");
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === (context.req.header("Host") ?? new URL(context.req.url).host));
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
