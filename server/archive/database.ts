/**
 * Opens the archive's SQLite file and keeps the rules of writing: migrations with their record in one
 * transaction, computing outside of transactions, one synchronous transaction for each write.
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { type Refusal, RefusedError, refusal } from "../refusals.ts";
import { MIGRATIONS } from "./schema.ts";

export type Database = Sqlite.Database;

/** How long a writer waits for another one, in milliseconds. */
const PATIENCE = 20_000;
/** Attempts at computing outside of a transaction before computing inside it. */
const ATTEMPTS = 3;

/** Opens or makes the archive at `path` (`:memory:` for one that leaves nothing) and brings its tables up to date. */
export function openDatabase(path: string): Database {
  const db = connect(path);
  try {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = NORMAL");
    db.pragma("foreign_keys = ON");
    db.pragma("cache_size = -32000");
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Sqlite.SqliteError) throw new RefusedError(refusal("not-an-archive", `${path}: ${error.message}`), { cause: error });
    throw error;
  }
}

/** What the machine refuses, by SQLite's code: a full disk, a file that may not be written, one that another program holds or that is damaged. */
const MACHINE: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_FULL/, "the disk is full"],
  [/^SQLITE_READONLY/, "it may not be written"],
  [/^SQLITE_(?:BUSY|LOCKED)/, "another program has held it for too long"],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, "it is damaged; pactline verify tells where, and a backup restores it"],
  [/^SQLITE_(?:IOERR|CANTOPEN|PERM|AUTH|NOMEM|NOLFS)/, "the system does not let it"],
];

/** A fault of the machine that holds the archive, told as a refusal; null for any other fault. */
export function refusalOfStorage(error: unknown): Refusal | null {
  const code = error instanceof Sqlite.SqliteError ? error.code : "";
  const found = MACHINE.find(([pattern]) => pattern.test(code));
  return found === undefined ? null : refusal("archive-fails", found[1]);
}

export function isReadOnly(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_READONLY");
}

function connect(path: string): Database {
  try {
    if (path !== "" && path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    return new Sqlite(path, { timeout: PATIENCE });
  } catch (error) {
    throw new RefusedError(refusal("not-an-archive", `${path}: ${error instanceof Error ? error.message : String(error)}`), { cause: error });
  }
}

function migrate(db: Database): void {
  const latest = MIGRATIONS.at(-1)?.version ?? 0;
  const known = Number(db.pragma("user_version", { simple: true }));
  if (known > latest) throw new RefusedError(refusal("newer-archive", `its version is ${known}, this program knows ${latest}`));
  if (known === latest) return;
  // Immediate: of two processes that meet a new file, the second waits and then finds the work done.
  db.transaction(() => {
    db.exec("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT");
    const done = Number(db.pragma("user_version", { simple: true }));
    for (const migration of MIGRATIONS.filter((one) => one.version > done)) {
      db.exec(migration.sql);
      db.prepare("INSERT INTO migrations (version, name, applied_at) VALUES (:version, :name, :at)").run({ version: migration.version, name: migration.name, at: new Date().toISOString() });
      db.pragma(`user_version = ${migration.version}`);
    }
  }).immediate();
}

/** Makes something once for each open archive, such as statements: to prepare one takes longer than to run it. */
export function perDatabase<Made>(make: (db: Database) => Made): (db: Database) => Made {
  const made = new WeakMap<Database, Made>();
  return (db) => {
    const known = made.get(db) ?? make(db);
    made.set(db, known);
    return known;
  };
}

const writesOf = perDatabase((db) => db.prepare<[], number>("SELECT writes FROM state WHERE id = 1").pluck());

/** How often the archive was written; grows with every write of any process. A transaction that only reads sees one state and asks once. */
export function writes(db: Database): number {
  const known = readers.get(db)?.writes ?? Number(writesOf(db).get());
  if (readers.has(db)) readers.set(db, { writes: known });
  return known;
}

/** Reads in one transaction: all answers are of one state, and each question is spared a transaction of its own. */
export function readTogether<Result>(db: Database, read: () => Result): Result {
  if (db.inTransaction) return read();
  readers.set(db, { writes: null });
  try {
    return db.transaction(read).deferred();
  } finally {
    readers.delete(db);
  }
}

/** Those in a transaction that only reads, with the counter of writes once it was asked for. */
const readers = new WeakMap<Database, { readonly writes: number | null }>();

/** Within a transaction of a writer, whose own changes are seen before they stand. */
export function isWriting(db: Database): boolean {
  return db.inTransaction && !readers.has(db);
}

/** Runs `apply` in one transaction and counts the write. */
export function write<Result>(db: Database, apply: () => Result): Result {
  return transact(db, () => {
    const result = apply();
    count(db);
    return result;
  });
}

/**
 * Computes outside of a transaction and applies the outcome inside one, if nobody wrote in between; else computes
 * anew. After some attempts it computes inside the transaction, so that a busy neighbour cannot starve it.
 */
export function computeAndWrite<Plan, Result>(db: Database, compute: () => Plan, apply: (plan: Plan) => Result): Result {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = writes(db);
    const plan = compute();
    const outcome = transact(db, () => {
      if (writes(db) !== before) return null;
      const result = apply(plan);
      count(db);
      return { result };
    });
    if (outcome !== null) return outcome.result;
  }
  return write(db, () => apply(compute()));
}

/** Immediate: a writer waits at the start, never in the middle. */
function transact<Result>(db: Database, run: () => Result): Result {
  return db
    .transaction(() => {
      // References are checked at the end: the rows of a partnership are rewritten in one go.
      db.pragma("defer_foreign_keys = ON");
      return run();
    })
    .immediate();
}

function count(db: Database): void {
  db.prepare("UPDATE state SET writes = writes + 1 WHERE id = 1").run();
}
