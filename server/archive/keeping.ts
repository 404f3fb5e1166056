/**
 * Copies of the whole archive: taken while others write, and checked before one takes the archive's place.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { Reading } from "../reading.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { type Database, openDatabase, write, writes } from "./database.ts";
import { countDocuments } from "./facts.ts";
import { isOutdated } from "./rebuilding.ts";
import { verify } from "./verifying.ts";

/** Copies the archive as it is at one moment. Writers go on; what they write after that moment is not in the copy. Nothing may be at `file` yet. */
export async function backup(db: Database, file: string): Promise<{ readonly documents: number }> {
  if (resolve(file) === resolve(db.name)) throw new RefusedError(refusal("backup-onto-itself"));
  if (existsSync(file)) throw new RefusedError(refusal("target-exists", file));
  const partial = `${file}.partial-${process.pid}`;
  try {
    // All pages in one step: copied in many, the copy would begin anew with every write of another process.
    await db.backup(partial, { progress: ({ remainingPages }) => remainingPages });
    const copy = openDatabase(partial);
    try {
      const damage = copy.pragma("quick_check", { simple: true });
      if (damage !== "ok") throw new RefusedError(refusal("backup-damaged", String(damage)));
      copy.prepare("DELETE FROM sessions").run();
      // Complete in one file, whoever copies it where.
      copy.pragma("journal_mode = DELETE");
      const documents = countDocuments(copy);
      renameAfter(copy, partial, file);
      return { documents };
    } finally {
      if (copy.open) copy.close();
    }
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(partial + suffix, { force: true });
  }
}

function renameAfter(copy: Database, partial: string, file: string): void {
  copy.close();
  renameSync(partial, file);
}

export interface Restored {
  readonly documents: number;
  /** Where the archive of before is kept; null where there was none. */
  readonly kept: string | null;
  /** The backup's reading is another: the archive is read anew when it is next opened. */
  readonly outdated: boolean;
}

/** Puts a backup in place of the archive at `target`, if it proves sound. A server that runs goes on with what is restored. */
export async function restore(file: string, target: string, reading: Reading): Promise<Restored> {
  if (!existsSync(file)) throw new RefusedError(refusal("no-such-file"));
  if (resolve(file) === resolve(target)) throw new RefusedError(refusal("backup-onto-itself"));
  const checked = `${target}.restoring-${process.pid}`;
  try {
    const { documents, outdated } = await copyAndCheck(file, checked, reading);
    const kept = existsSync(target) ? freeName(`${target}.before-restore`) : null;
    let before = 0;
    if (kept !== null) {
      const old = openDatabase(target);
      before = writes(old);
      await backup(old, kept).finally(() => old.close());
    }
    const source = openDatabase(checked);
    await source.backup(target, { progress: ({ remainingPages }) => remainingPages }).finally(() => source.close());
    countOn(target, before);
    return { documents, kept, outdated };
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(checked + suffix, { force: true });
  }
}

/** The name itself, or the first of `name-2`, `name-3` … that nothing has yet: what an earlier restoring kept is kept. */
function freeName(name: string): string {
  let free = name;
  for (let number = 2; existsSync(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** Checks a copy: the backup itself is not touched, not even to bring its tables up to date. */
async function copyAndCheck(file: string, checked: string, reading: Reading): Promise<{ documents: number; outdated: boolean }> {
  const { default: Sqlite } = await import("better-sqlite3");
  try {
    const source = new Sqlite(file, { readonly: true, fileMustExist: true });
    await source.backup(checked).finally(() => source.close());
  } catch (error) {
    throw new RefusedError(refusal("backup-damaged", error instanceof Error ? error.message : String(error)), { cause: error });
  }
  const copy = openDatabase(checked);
  try {
    const outdated = isOutdated(copy, reading);
    const { documents, problems } = verify(copy, reading);
    const grave = outdated ? problems.filter((problem) => !problem.includes("another reading")) : problems;
    if (grave.length > 0) throw new RefusedError(refusal("backup-damaged", grave[0]?.replace(/\.$/, "")));
    return { documents, outdated };
  } finally {
    copy.close();
  }
}

/** The count of writes only ever rises, so that nobody takes an answer of before for one of now. */
function countOn(target: string, before: number): void {
  const db = openDatabase(target);
  try {
    write(db, () => db.prepare("UPDATE state SET writes = MAX(writes, :before) + 1 WHERE id = 1").run({ before }));
  } finally {
    db.close();
  }
}

/** Takes the people out of a copy that goes to others: not even the hashes of their tokens leave the house. */
export function withoutPeople(file: string): void {
  const db = openDatabase(file);
  try {
    db.transaction(() => {
      const guards = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('tokens', 'revocations')").all();
      for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
      for (const table of ["sessions", "revocations", "tokens"]) db.prepare(`DELETE FROM ${table}`).run();
      for (const { sql } of guards) db.exec(sql);
    })();
    db.pragma("journal_mode = DELETE");
    // Deleted rows stay in the file's free pages until it is written anew.
    db.exec("VACUUM");
  } finally {
    db.close();
  }
}
