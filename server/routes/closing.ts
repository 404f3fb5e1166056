/**
 * An archive that is not open to everybody: whoever is not signed in sees the way to sign in and nothing else.
 */
import { refusal } from "../refusals.ts";
import type { Room } from "./room.ts";

const OPEN = /^\/(?:sign-in$|static\/)/;

export function mountClosing({ app, access, refuse }: Room): void {
  app.use(async (context, next) => {
    if (OPEN.test(context.req.path)) return next();
    if (access === null || access.visitor(context) === null) {
      const { path, method } = context.req;
      const asksPage = method === "GET" && (context.req.header("Accept") ?? "").includes("text/html");
      return asksPage && access !== null ? context.redirect(`/sign-in?back=${encodeURIComponent(path)}`, 303) : refuse(context, refusal("reading-closed"));
    }
    await next();
    // What one person may read is kept by nobody in between.
    context.res.headers.set("Cache-Control", "private, no-cache");
  });
}
