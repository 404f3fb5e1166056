/**
 * An archive as a bag, and a bag as an archive: originals as they came, facts as lines of JSON. What is derived is left
 * out, because it follows from the rest.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sha256 } from "../../snapshots/index.ts";
import type { Archive } from "../archive/archive.ts";
import { write } from "../archive/database.ts";
import { FACT_TABLES, type FactRow, factRows, insertFactRows } from "../archive/fact-tables.ts";
import { type Derived, type Progress, rebuild } from "../archive/rebuilding.ts";
import type { Reading } from "../reading.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { type BagFile, checkBag, writeBag } from "./bagit.ts";

const README = `What this bag holds

originals/  Each document byte for byte as it was received. Its name is the SHA-256 of its bytes.
facts/      One file for each table of facts, one row a line, as JSON: documents.jsonl names the originals and tells
            when each was added and what was said of it; corrections.jsonl, notes.jsonl and the others tell what
            people set right and remarked since.

\`pactline import\` makes an equal archive of it.
`;

/** Writes the archive into a bag. */
export function writeArchiveBag(archive: Archive, folder: string, version: string): { readonly files: number; readonly bytes: number } {
  const { documents } = archive.reader.counts();
  return writeBag(folder, filesOf(archive), {
    "Bag-Software-Agent": `Pactline ${version}`,
    "Bagging-Date": new Date().toISOString().slice(0, 10),
    "External-Description": `A Pactline archive of ${documents} documents with their corrections and notes`,
  });
}

function* filesOf({ db, reader }: Archive): Generator<BagFile> {
  yield { path: "README.txt", bytes: README };
  for (const { table } of FACT_TABLES) {
    const rows = factRows(db, table);
    yield { path: `facts/${table}.jsonl`, bytes: rows.map((row) => `${JSON.stringify(row)}\n`).join("") };
    if (table !== "documents") continue;
    for (const row of rows) {
      const sha256 = nameOf(row);
      yield { path: `originals/${sha256}`, bytes: reader.original(sha256) ?? "" };
    }
  }
}

/** Restores a bag into an archive that is empty, and reads all its documents. */
export function restoreBag(archive: Archive, folder: string, means: { readonly reading: Reading; onProgress(progress: Progress): void }): Derived {
  const [problem] = checkBag(folder);
  if (problem !== undefined) throw new RefusedError(refusal("broken-bag", problem));
  const { documents } = archive.reader.counts();
  if (documents > 0 || archive.reader.history({}, { offset: 0, limit: 1 }).items.some((entry) => entry.act === "document")) throw new RefusedError(refusal("archive-not-empty", `it has ${documents} documents`));
  write(archive.db, () => {
    for (const { table } of FACT_TABLES) {
      insertFactRows(archive.db, table, rowsOf(folder, table), (row) => readFileSync(join(folder, "data", "originals", nameOf(row))));
    }
  });
  return rebuild(archive.db, means.reading, means.onProgress);
}

function rowsOf(folder: string, table: string): FactRow[] {
  const path = join(folder, "data", "facts", `${table}.jsonl`);
  // A bag of an earlier version has no such facts yet.
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): FactRow => JSON.parse(line));
}

/** Checked, because it becomes a path. */
function nameOf(row: FactRow): Sha256 {
  const sha256 = String(row["sha256"]);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RefusedError(refusal("broken-bag", "a document has no proper name"));
  return sha256 as Sha256;
}
