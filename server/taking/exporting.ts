/**
 * Takes the whole archive away: as a bag, as tables, as JSON, or as its SQLite file without the people's tokens.
 */
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Archive } from "../archive/archive.ts";
import { backup, withoutPeople } from "../archive/keeping.ts";
import { CSV_FORM } from "../csv.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { writeArchiveBag } from "./bags.ts";
import { dictionaryOf, type Table, tablesOf } from "./tables.ts";

export const EXPORT_FORMATS = ["bagit", "json", "csv", "sqlite"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Writes the archive to `target`: a folder for a bag and for tables, a file for JSON and SQLite. Nothing may be there yet. Answers one sentence. */
export async function exportArchive(archive: Archive, format: ExportFormat, { target: place, version }: { readonly target: string; readonly version: string }): Promise<string> {
  // "bag/" is the folder "bag": what is being written stands beside it, not within it.
  const target = resolve(place);
  if (existsSync(target)) throw new RefusedError(refusal("target-exists", place));
  switch (format) {
    case "bagit": {
      const { files, bytes } = writeArchiveBag(archive, target, version);
      return `${place}: a bag of ${files} files, ${bytes} bytes`;
    }
    case "csv":
      return `${place}: ${writeTables(archive, target)} tables and their dictionary`;
    case "json":
      await writeJson(archive, target);
      return `${place}: all tables as JSON`;
    case "sqlite": {
      const { documents } = await backup(archive.db, target);
      withoutPeople(target);
      return `${place}: the SQLite file with ${documents} documents; docs/archive-schema.md describes it`;
    }
  }
}

function writeTables(archive: Archive, folder: string): number {
  const partial = `${folder}.partial-${process.pid}`;
  const tables = tablesOf(archive.reader);
  try {
    mkdirSync(partial, { recursive: true });
    for (const table of [...tables, dictionaryOf(tables)]) writeFileSync(join(partial, `${table.name}.csv`), csvOf(table));
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return tables.length;
}

/** A table as CSV after RFC 4180, in UTF-8; no cell is one that a spreadsheet would take for a formula. */
export function csvOf(table: Pick<Table, "columns" | "rows">): string {
  return stringify([table.columns.map(([name]) => name), ...table.rows()], CSV_FORM);
}

async function writeJson(archive: Archive, file: string): Promise<void> {
  const partial = `${file}.partial-${process.pid}`;
  const stream = createWriteStream(partial);
  const put = (text: string): Promise<void> => new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
  try {
    await put("{");
    for (const [at, table] of tablesOf(archive.reader).entries()) {
      await put(`${at === 0 ? "" : ","}\n${JSON.stringify(table.name)}: [`);
      let first = true;
      for (const row of table.rows()) {
        await put(`${first ? "" : ","}\n${JSON.stringify(Object.fromEntries(table.columns.map(([name], place) => [name, row[place] ?? null])))}`);
        first = false;
      }
      await put("]");
    }
    await put("\n}\n");
    await new Promise<void>((resolve) => stream.end(resolve));
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
