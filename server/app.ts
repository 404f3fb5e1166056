/**
 * The application: one function that answers requests, put together from rooms. A room is a module in `routes/` with a
 * function that mounts its addresses.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { trimTrailingSlash } from "hono/trailing-slash";
import type { Names } from "../views/names.ts";
import { createRenderer, type Renderer } from "../views/render.ts";
import { refusalOfStorage } from "./archive/database.ts";
import type { ArchiveReader } from "./archive/types.ts";
import { loadAssets } from "./assets.ts";
import { PROJECT_ROOT } from "./config.ts";
import type { Desk } from "./desk/desk.ts";
import { RefusedError, refusal } from "./refusals.ts";
import { mountAdding } from "./routes/adding.ts";
import { mountApi } from "./routes/api.ts";
import { mountBrief } from "./routes/brief.ts";
import { mountChange } from "./routes/change.ts";
import { mountChanges } from "./routes/changes.ts";
import { mountCite } from "./routes/cite.ts";
import { mountAsOf } from "./routes/as-of.ts";
import { mountClosing } from "./routes/closing.ts";
import { mountCorrecting } from "./routes/correcting.ts";
import { createAccess } from "./routes/desk-access.ts";
import { mountCompare } from "./routes/compare.ts";
import { mountDocuments } from "./routes/documents.ts";
import { mountFeeds } from "./routes/feeds.ts";
import { mountFront } from "./routes/front.ts";
import { mountHistory } from "./routes/history.ts";
import { mountMcp } from "./routes/mcp.ts";
import { mountMoved } from "./routes/moved.ts";
import { mountPartnerships } from "./routes/partnerships.ts";
import { createRoom, type Means, type Room } from "./routes/room.ts";
import { mountSearch } from "./routes/search.ts";
import { mountSending } from "./routes/sending.ts";
import { mountSignIn } from "./routes/sign-in.ts";
import { mountStatic } from "./routes/static.ts";
import { mountTopics } from "./routes/topics.ts";
import { mountTake } from "./routes/take.ts";

export interface AppMeans {
  readonly archive: ArchiveReader;
  readonly names: Names;
  readonly version?: string;
  readonly origin?: string | null;
  /** What people do to the archive; null, as without one, where it is only read. */
  readonly desk?: Desk | null;
  /** Closed to whoever is not signed in; open by default. */
  readonly reading?: "open" | "closed";
  readonly asOf?: string | null;
  /** What visitors are to know of the archive's state, asked for each page; null where all is as it should be. */
  readonly note?: Means["note"];
  readonly onFault?: Means["onFault"];
  /** Makes HTML of page models; given by tests that watch it. */
  readonly renderer?: Renderer;
}

const TEMPLATES = join(PROJECT_ROOT, "views", "templates");

/** All rooms, in the order in which their addresses are tried. */
const ROOMS: readonly ((room: Room) => void)[] = [
  ...[mountStatic, mountMoved, mountSignIn, mountCorrecting, mountHistory, mountAdding, mountSending],
  mountTake,
  ...[mountFront, mountPartnerships, mountDocuments],
  ...[mountChanges, mountFeeds, mountBrief, mountSearch, mountCite, mountChange, mountTopics, mountCompare],
  ...[mountApi, mountMcp],
];

/** Scripts, styles and pictures come from here and nowhere else; nobody shows these pages within theirs. */
const SECURITY: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Nothing happens before a request comes, but for reading templates, styles and fonts. */
export function createApp(means: AppMeans): Hono {
  const { archive, names, version = "0", origin = null, desk = null, reading = "open", asOf = null, note = () => null, onFault = () => {}, renderer = createRenderer(TEMPLATES) } = means;
  const app = new Hono();
  const access = desk === null ? null : createAccess(desk);
  const room = createRoom(app, { archive, names, ...renderer, assets: loadAssets(), version, origin, desk, access, asOf, note, onFault });
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY)) if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  app.use(trimTrailingSlash());
  if (reading === "closed") mountClosing(room);
  mountAsOf(room, (past, day) => createApp({ ...means, archive: past, desk: null, reading: "open", asOf: day, note: () => null }));
  for (const mount of ROOMS) mount(room);
  app.notFound((context) => room.refuse(context, refusal("not-found")));
  app.onError((error, context) => {
    if (error instanceof RefusedError) return room.refuse(context, error.refusal);
    if (error instanceof HTTPException && error.status < 500) return room.refuse(context, { ...refusal(error.status === 404 ? "not-found" : "bad-request"), status: error.status });
    const storage = refusalOfStorage(error);
    if (storage !== null) return room.refuse(context, storage);
    const request = randomBytes(5).toString("hex");
    onFault(error, request);
    return room.refuse(context, refusal("unexpected"), request);
  });
  return app;
}
