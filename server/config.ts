/**
 * Where things are: the project's root, the archive's file, the address to listen on. Flags win over the
 * environment, the environment over defaults. Reads no files.
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CaptureOptions } from "./capture/capture.ts";
import { RefusedError, refusal } from "./refusals.ts";

export interface Environment {
  readonly [name: string]: string | undefined;
}

/** The folder of `package.json`, whether this runs from `server/` or from `dist/server/`. */
export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

export const DEFAULT_PORT = 4680;
export const DEFAULT_HOST = "127.0.0.1";
/** Documents larger than this are refused before they are read. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** The archive's file: a flag, PACTLINE_ARCHIVE, or `data/pactline.db` in the project's root. */
export function archivePath(flag: string | undefined, env: Environment): string {
  const named = flag ?? present(env["PACTLINE_ARCHIVE"]);
  return named === undefined ? join(PROJECT_ROOT, "data", "pactline.db") : resolve(named);
}

/** The archivist's own topics, parties and partnerships: PACTLINE_KNOWLEDGE, or `data/knowledge` in the project's root. */
export function knowledgeFolder(env: Environment): string {
  const named = present(env["PACTLINE_KNOWLEDGE"]);
  return named === undefined ? join(PROJECT_ROOT, "data", "knowledge") : resolve(named);
}

/** Reads a port's number; null when it is none. 0 lets the system choose. */
export function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}

/** The port as text, to be parsed by whoever can say where a wrong one came from. */
export function portText(flag: string | undefined, env: Environment): string {
  return flag ?? present(env["PACTLINE_PORT"]) ?? present(env["PORT"]) ?? String(DEFAULT_PORT);
}

/** Whether reading is for signed-in people only: PACTLINE_READING=closed. */
export function isClosed(env: Environment): boolean {
  return present(env["PACTLINE_READING"]) === "closed";
}

export function hostName(flag: string | undefined, env: Environment): string {
  return flag ?? present(env["PACTLINE_HOST"]) ?? DEFAULT_HOST;
}

/** Scheme and host under which readers know the site, for permalinks: a flag, or PACTLINE_ORIGIN; null where neither says. */
export function siteOrigin(flag: string | undefined, env: Environment): string | null {
  const named = flag ?? present(env["PACTLINE_ORIGIN"]);
  if (named === undefined) return null;
  if (!/^https?:\/\/[^/\s?#]+\/*$/.test(named) || !URL.canParse(named)) throw new RefusedError(refusal("usage", `The site's origin must be a scheme and a host such as https://pacts.example, not ${named}.`));
  return new URL(named).origin;
}

/** How addresses are asked: under which name (PACTLINE_USER_AGENT), and whether private ones may be (PACTLINE_CAPTURE=private). */
export function captureOptions(env: Environment): CaptureOptions {
  const userAgent = present(env["PACTLINE_USER_AGENT"]);
  return { ...(userAgent === undefined ? {} : { userAgent }), ...(env["PACTLINE_CAPTURE"] === "private" ? { mayAsk: () => true } : {}) };
}

/** An empty variable is as good as none. */
function present(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value;
}

function findRoot(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${from}`);
    folder = parent;
  }
  return folder;
}
