/**
 * The files that pages are dressed with. Their names change with their bytes, so browsers keep them for a year.
 */
import { RefusedError, refusal } from "../refusals.ts";
import type { Room } from "./room.ts";

export function mountStatic({ app, assets }: Room): void {
  app.get("/static/:name", (context) => {
    const file = assets.files.get(context.req.path);
    if (file === undefined) throw new RefusedError(refusal("not-found"));
    const packs = file.gzipped !== null && /\bgzip\b/.test(context.req.header("Accept-Encoding") ?? "");
    return new Response(packs ? file.gzipped : file.bytes, {
      headers: { "Content-Type": file.mediaType, "Cache-Control": "public, max-age=31536000, immutable", Vary: "Accept-Encoding", ...(packs ? { "Content-Encoding": "gzip" } : {}) },
    });
  });
  app.get("/favicon.ico", (context) => context.redirect(assets.icon, 302));
  app.get("/robots.txt", (context) => context.text("User-agent: *\nAllow: /\n"));
}
