/**
 * The archive as it was known on a day: documents that came later and corrections that were made later are left out, and
 * everything is derived from the rest by the reading of today, since a better reading is no news of then. Each day is
 * derived once, into a file of SQLite's own that goes with the process.
 */
import { correctSnapshot } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { createReader } from "./archive.ts";
import { correctionsTouching, movesIn } from "./corrections.ts";
import { type Database, openDatabase, write } from "./database.ts";
import { FACT_TABLES, factRows, insertFactRows } from "./fact-tables.ts";
import { factAt } from "./facts.ts";
import { markPending, settle } from "./settling.ts";
import { insertSnapshot, loadSnapshot } from "./snapshot-rows.ts";
import type { ArchiveReader } from "./types.ts";
import { today } from "../days.ts";

/** Days that are kept open. */
const KEPT = 4;
/** When each fact came to be. What has no time of its own came with what it belongs to. */
const TIMES: Readonly<Record<string, string>> = { documents: "added_at", captures: "retrieved_at", versions: "seen_at", corrections: "made_at", notes: "made_at", reinterpretations: "made_at" };

/** Answers for a day, `YYYY-MM-DD`: the archive at its end; null where that is still to come. */
export function archiveAsOf(db: Database, reading: () => Reading): (day: string) => ArchiveReader | null {
  const kept = new Map<string, { readonly db: Database; readonly reader: ArchiveReader }>();
  return (day) => {
    if (day >= today()) return null;
    const key = `${day} ${reading().version}`;
    const found = kept.get(key) ?? open(db, `${day}~`, reading);
    kept.delete(key);
    kept.set(key, found);
    for (const [oldest, one] of kept) {
      if (kept.size <= KEPT) break;
      one.db.close();
      kept.delete(oldest);
    }
    return found.reader;
  };
}

function open(from: Database, until: string, reading: () => Reading): { readonly db: Database; readonly reader: ArchiveReader } {
  const db = openDatabase("");
  copyFacts(db, from, until);
  const moves = movesIn(db);
  const whole = latest(from) === latest(db);
  for (const id of db.prepare<[], number>("SELECT id FROM documents ORDER BY id").pluck().all()) {
    const fact = factAt(db, id);
    if (fact === null) continue;
    // What nobody corrected since is as it stands today, and need not be read again.
    const standing = whole ? loadSnapshot(from, fact.sha256) : null;
    const read = standing !== null && standing.readingVersion === reading().version ? null : reading().read(fact);
    if (read?.kind === "refused") continue;
    const snapshot = read === null ? standing : correctSnapshot(read.snapshot, correctionsTouching(db, id), moves).snapshot;
    if (snapshot === null) continue;
    write(db, () => {
      insertSnapshot(db, id, snapshot);
      if (snapshot.partnership.slug !== null) markPending(db, snapshot.partnership.slug);
    });
  }
  settle(db, reading());
  return { db, reader: createReader(db, reading) };
}

function copyFacts(target: Database, from: Database, until: string): void {
  write(target, () => {
    const kept = new Map<string, Set<number>>();
    for (const { table } of FACT_TABLES) {
      if (table === "retired_meetings") continue;
      const time = TIMES[table];
      const rows = factRows(from, table).filter((row) => (time !== undefined ? String(row[time]) < until : row["correction"] === undefined || kept.get("corrections")?.has(Number(row["correction"]))));
      const there = kept.get("documents");
      const fitting = rows.filter((row) => there === undefined || row["document"] === undefined || row["document"] === null || there.has(Number(row["document"])));
      insertFactRows(target, table, fitting, (row) => factAt(from, Number(row["id"]))?.bytes ?? new Uint8Array());
      kept.set(table, new Set(fitting.map((row) => Number(row["id"]))));
    }
  });
}

/** Names the last correction and the last version: both tell what stands corrected. */
function latest(db: Database): string {
  return String(db.prepare("SELECT (SELECT COALESCE(MAX(id), 0) FROM corrections) || ' ' || (SELECT COALESCE(MAX(id), 0) FROM versions)").pluck().get());
}
