/**
 * Imports that run in the background of the server: begun by an upload, watched while they run, remembered for a while.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import type { ImportProgress, ImportState } from "../archive/capture-types.ts";
import { importAll } from "../archive/importing.ts";
import { findAll, type Found, type Wanted } from "../bulk/findings.ts";
import type { Reading } from "../reading.ts";
import { RefusedError, type Refusal, refusal } from "../refusals.ts";

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Imports {
  /** Begins to import these files, archive files included, for a person; answers the import's name. */
  start(uploads: readonly Upload[], author: string): string;
  find(id: string): ImportState | null;
}

/** Imports that are remembered, and of each what was refused and what was taken in. */
const KEPT = { imports: 20, refusals: 500, taken: 500 };
/** Visitors get their turn between batches. */
const BATCH = { documents: 4, milliseconds: 250 };
const ARCHIVE_FILE = /\.(?:zip|tar|tgz|tar\.gz)$/i;

interface Running {
  state: ImportState["state"];
  progress: ImportProgress;
  readonly began: number;
  ended: number | null;
  readonly refusals: { readonly path: string; readonly refusal: Refusal }[];
  refused: number;
  readonly taken: ImportState["taken"][number][];
  fault: Refusal | null;
}

export function createImports({ archive, reading }: { readonly archive: Archive; readonly reading: () => Reading }): Imports {
  const kept = new Map<string, Running>();
  return {
    start(uploads, author) {
      const id = randomBytes(9).toString("hex");
      const running: Running = { state: "running", progress: { step: "reading", done: 0, of: uploads.length, added: 0, here: 0, refused: 0 }, began: performance.now(), ended: null, refusals: [], refused: 0, taken: [], fault: null };
      kept.set(id, running);
      for (const oldest of kept.keys()) if (kept.size > KEPT.imports) kept.delete(oldest);
      void run(running, uploads, { archive, reading, author });
      return id;
    },
    find(id) {
      const running = kept.get(id);
      if (running === undefined) return null;
      const { state, progress, refusals, refused, taken, fault, began, ended } = running;
      return { id, state, progress, elapsed: (ended ?? performance.now()) - began, refusals, more: refused - refusals.length, taken, fault };
    },
  };
}

async function run(running: Running, uploads: readonly Upload[], { archive, reading, author }: { readonly archive: Archive; readonly reading: () => Reading; readonly author: string }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pactline-upload-"));
  try {
    const findings = await findIn(uploads, folder);
    running.progress = await importAll(archive.db, findings, {
      reading,
      author,
      batch: BATCH,
      onFile({ path, outcome }) {
        if (outcome.kind !== "refused") {
          if (running.taken.length < KEPT.taken) running.taken.push({ path, sha256: outcome.sha256, kind: outcome.kind });
          return;
        }
        running.refused += 1;
        if (running.refusals.length < KEPT.refusals) running.refusals.push({ path, refusal: outcome.refusal });
      },
      onProgress: (progress) => {
        running.progress = progress;
      },
    });
    running.state = "done";
  } catch (error) {
    running.state = "failed";
    running.fault = error instanceof RefusedError ? error.refusal : refusal("unexpected", error instanceof Error ? error.message : String(error));
  } finally {
    running.ended = performance.now();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Documents as they were sent, and those within archive files, which are read from a file of their own. */
async function findIn(uploads: readonly Upload[], folder: string): Promise<Wanted> {
  const parts: Wanted[] = [];
  for (const [at, { name, bytes }] of uploads.entries()) {
    if (!ARCHIVE_FILE.test(name)) {
      parts.push({ total: 1, found: [{ path: name, fetch: () => ({ kind: "file", incoming: { bytes, name: basename(name), given: {} } }) }] });
      continue;
    }
    const place = join(folder, String(at));
    writeFileSync(place, bytes);
    const { total, found } = await findAll(place);
    parts.push({ total, found: renamed(found, place, name) });
  }
  return { total: parts.reduce((sum, part) => sum + part.total, 0), found: inOrder(parts) };
}

/** Paths within an archive file by the name that it was sent with. */
async function* renamed(found: Wanted["found"], place: string, name: string): AsyncGenerator<Found> {
  for await (const one of found) yield { ...one, path: one.path.startsWith(place) ? `${name}${one.path.slice(place.length)}` : one.path };
}

async function* inOrder(parts: readonly Wanted[]): AsyncGenerator<Found> {
  for (const { found } of parts) for await (const one of found) yield one;
}
