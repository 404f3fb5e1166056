/**
 * The application: one function that answers requests.
 */
import { Hono } from "hono";
import type { ArchiveReader } from "./archive/types.ts";

export interface AppMeans {
  readonly archive: ArchiveReader;
}

/** Nothing happens before a request comes. */
export function createApp({ archive }: AppMeans): Hono {
  const app = new Hono();
  app.get("/", (context) => context.json(archive.counts()));
  return app;
}
