/**
 * Many documents in one place: a folder, a ZIP file or a packed tar file. What is found is read one at a time, so that
 * neither number nor size of all together matters; nothing is ever unpacked to disk.
 */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { Given } from "../../snapshots/index.ts";
import { fetchFile, type Fetched, lookThrough } from "../files.ts";
import { isReadableName } from "../formats/media.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { findInTar } from "./tar.ts";
import { findInZip } from "./zip.ts";

/** One document of many. */
export interface Found {
  /** As people are told of it. */
  readonly path: string;
  fetch(): Fetched;
}

/** Documents to take in. */
export interface Wanted {
  readonly total: number;
  readonly found: Iterable<Found> | AsyncIterable<Found>;
}

export interface Findings extends Wanted {
  /** Files that were not looked at, since no reader takes them or they lie elsewhere. */
  readonly passed: readonly string[];
}

/** Looks for documents in a folder or an archive file. */
export async function findAll(place: string): Promise<Findings> {
  const kind = kindOf(place);
  if (kind === "zip") return findInZip(place);
  if (kind === "tar") return findInTar(place);
  const { documents, passed } = lookThrough(place);
  return { ...filesFound(documents), passed };
}

export function filesFound(paths: readonly string[], given: Given = {}): Findings {
  return { total: paths.length, found: paths.map((path) => ({ path, fetch: () => fetchFile(path, given) })), passed: [] };
}

/** By how the file begins, whatever it is called; a folder is none of both, and a file that begins otherwise is refused as no folder. */
function kindOf(place: string): "zip" | "tar" | "folder" {
  const begin = beginOf(place);
  if (begin === null) return "folder";
  if (begin.startsWith("PK\u0003\u0004") || begin.startsWith("PK\u0005\u0006")) return "zip";
  if (begin.startsWith("\u001f\u008b") || begin.slice(257, 262) === "ustar") return "tar";
  return "folder";
}

function beginOf(place: string): string | null {
  try {
    if (!statSync(place).isFile()) return null;
    const bytes = Buffer.alloc(512);
    const file = openSync(place, "r");
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, 512, 0)).toString("latin1");
    } finally {
      closeSync(file);
    }
  } catch {
    // What cannot be looked at is told by who looks for the folder.
    return null;
  }
}

/** Whether an entry of an archive file is looked at: hidden ones, folders and what no reader takes are passed over. */
export function isWanted(name: string): boolean {
  return isShown(name) && isReadableName(name.split("/").at(-1) ?? "") && /\.[a-z]{2,8}$/i.test(name);
}

/** A file that people see who look into an archive file. */
export function isShown(name: string): boolean {
  return !name.endsWith("/") && name.split("/").every((part) => !/^\.(?!\.?$)/.test(part) && part !== "__MACOSX");
}

/** A name that leads out of its archive is made to overwrite files where archives are unpacked; none is taken. */
export function isUnsafe(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes("..");
}

export function brokenArchive(place: string, error: unknown): RefusedError {
  return new RefusedError(refusal("broken-archive", `${place}: ${error instanceof Error ? error.message.replace(/[.\s]+$/, "") : String(error)}`), { cause: error });
}
