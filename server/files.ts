/**
 * Files and standard input as documents to take in: found, measured before they are read, and refused with a
 * reason where they cannot be.
 */
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";
import type { Given } from "../snapshots/index.ts";
import type { Incoming } from "./archive/facts.ts";
import { LARGEST_DOCUMENT } from "./config.ts";
import { isReadableName, READABLE_ENDINGS } from "./formats/media.ts";
import { RefusedError, refusal, type Refusal } from "./refusals.ts";

export type Fetched = { readonly kind: "file"; readonly incoming: Incoming } | { readonly kind: "refused"; readonly refusal: Refusal };

/** Reads one file. A file that is too large is refused by its size, unread. */
export function fetchFile(path: string, given: Given): Fetched {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return refuse(isOpen(path) ? refusal("is-a-directory") : refusal("unreadable", "a folder that may not be looked into"));
    if (!stat.isFile()) return refuse(refusal("not-a-file"));
    if (stat.size > LARGEST_DOCUMENT) return refuse(refusal("too-large", megabytes(stat.size)));
    const name = basename(path);
    if (!isReadableName(name)) return refuse(refusal("not-text", `its name ends in ${name.slice(name.lastIndexOf("."))}`));
    return { kind: "file", incoming: { bytes: readFileSync(path), name, given } };
  } catch (error) {
    return refuse(path.includes("\ufffd") ? refusal("unreadable", "its name is no sound UTF-8; rename it") : ofFault(error));
  }
}

/** Reads a stream to its end, but never more of it than the largest document. */
export async function fetchStream(stream: AsyncIterable<Uint8Array | string>, given: Given): Promise<Fetched> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > LARGEST_DOCUMENT) return refuse(refusal("too-large"));
    chunks.push(bytes);
  }
  return { kind: "file", incoming: { bytes: Buffer.concat(chunks), name: null, given } };
}

/** All files below a folder that a reader takes, in order of their paths. */
export function findDocuments(folder: string): string[] {
  return lookThrough(folder).documents;
}

export interface LookedThrough {
  readonly documents: string[];
  /** What no reader takes, and links that lead out of the folder: nothing is taken in that does not lie there. */
  readonly passed: string[];
}

/** Looks at all files below a folder, in order of their paths; hidden ones are left out. */
export function lookThrough(folder: string): LookedThrough {
  const [documents, passed]: [string[], string[]] = [[], []];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const below = join(path, entry.name);
      // A folder that cannot be looked into is told when its turn comes, and stops no other.
      if (entry.isDirectory() && !isOpen(below)) documents.push(below);
      else if (entry.isDirectory()) walk(below);
      else if (!READABLE_ENDINGS.includes(extname(entry.name).toLowerCase()) || (entry.isSymbolicLink() && leadsOut(below, folder))) passed.push(below);
      else documents.push(below);
    }
  };
  try {
    if (!statSync(folder).isDirectory()) throw new RefusedError(refusal("not-a-directory"));
    walk(folder);
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(ofFault(error), { cause: error });
  }
  return { documents: documents.sort(), passed: passed.sort() };
}

/** A link that leads nowhere does not lead out, and is refused when its turn comes. */
function leadsOut(link: string, folder: string): boolean {
  try {
    return relative(realpathSync(folder), realpathSync(link)).split(sep)[0] === "..";
  } catch {
    return false;
  }
}

function isOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function ofFault(error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return refusal("no-such-file");
  return refusal("unreadable", code === "EACCES" ? "permission denied" : code || String(error));
}

function megabytes(size: number): string {
  return `it has ${Math.ceil(size / 1024 / 1024)} MB`;
}

function refuse(refused: Refusal): Fetched {
  return { kind: "refused", refusal: refused };
}
