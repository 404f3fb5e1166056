/**
 * The site over a small archive of its own, with its desk, as a browser or program at this machine or elsewhere asks it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../server/app.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { createDesk } from "../../server/desk/desk.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { namesFrom } from "../../views/names.ts";
import type { Renderer } from "../../views/render.ts";
import { plainReading } from "../archive/plain-reading.ts";

export interface DeskSite {
  readonly archive: Archive;
  readonly app: ReturnType<typeof createApp>;
  /** Asks from this machine unless `from` names another. */
  ask(path: string, options?: { readonly method?: string; readonly headers?: Record<string, string>; readonly form?: Record<string, string>; readonly json?: unknown; readonly from?: string }): Promise<Response>;
  add(text: string): void;
  close(): void;
}

export function makeSite(reading: "open" | "closed" = "open", renderer?: Renderer): DeskSite {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const plain = plainReading();
  const archive = openArchive(join(folder, "archive.db"), () => plain);
  const desk = createDesk(archive, () => plain);
  const faults: unknown[] = [];
  const app = createApp({ archive: archive.reader, names: namesFrom(loadKnowledge(folder)), desk, reading, onFault: (error) => void faults.push(error), ...(renderer === undefined ? {} : { renderer }) });
  return {
    archive,
    app,
    async ask(path, { method, headers = {}, form, json, from = "127.0.0.1" } = {}) {
      const body = form === undefined ? (json === undefined ? undefined : JSON.stringify(json)) : new URLSearchParams(form).toString();
      const type: Record<string, string> = form === undefined ? (json === undefined ? {} : { "Content-Type": "application/json" }) : { "Content-Type": "application/x-www-form-urlencoded" };
      const init = { method: method ?? (body === undefined ? "GET" : "POST"), headers: { ...type, ...headers }, ...(body === undefined ? {} : { body }) };
      const response = await app.request(path.startsWith("http") ? path : `http://localhost${path}`, init, { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: "IPv4" } } });
      const [fault] = faults.splice(0);
      if (fault !== undefined) throw fault;
      return response;
    },
    add: (text) => void addDocument(archive.db, { bytes: Buffer.from(text), name: null, given: {} }, plain),
    close() {
      archive.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The value that forms of a page send along. */
export function csrfOf(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
