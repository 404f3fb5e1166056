/**
 * Drops all derivations and makes them anew from the facts. The new ones are made in a file aside and taken over
 * in one transaction: readers see the old or the new, and a process that is killed leaves the old.
 */
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { correctSnapshot, type PartnershipMoves, type Unfit } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import type { Refusal } from "../refusals.ts";
import { copyCorrections, correctionsTouching, latestCorrection, movesIn } from "./corrections.ts";
import { type Database, openDatabase, write, writes } from "./database.ts";
import { allDocuments, countDocuments, type DocumentFact } from "./facts.ts";
import { DERIVED_TABLES } from "./derived-schema.ts";
import { compareAside, recordReinterpretation, type Reinterpretation } from "./reinterpreting.ts";
import { retireCommitments, retireMeetings } from "./retiring.ts";
import { markPending, settle } from "./settling.ts";
import { insertSnapshot } from "./snapshot-rows.ts";
import { EDITED } from "./superseded.ts";
import { copyVersions, latestEdit } from "./versions.ts";

export interface Progress {
  readonly step: "reading" | "comparing";
  readonly done: number;
  readonly of: number;
}

/** Documents read between two transactions of the file aside. */
const BATCH = 64;

/** A document that an earlier reading took and this one does not: it stays in the archive, without a snapshot. */
export interface Unread {
  readonly fact: DocumentFact;
  readonly refusal: Refusal;
}

export interface Derived {
  readonly documents: number;
  readonly unread: readonly Unread[];
  /** Corrections that no longer fit what is read. They stay on record. */
  readonly unfit: readonly Unfit[];
}

/** Whether any derivation was made by another reading than this. */
export function isOutdated(db: Database, reading: Reading): boolean {
  return db.prepare("SELECT 1 FROM snapshots WHERE reading <> :version LIMIT 1").get({ version: reading.version }) !== undefined;
}

/** Makes all derivations anew. Another reading than before is put on record with what it changed. */
export function rebuild(db: Database, reading: Reading, onProgress: (progress: Progress) => void = () => {}): Derived {
  return withAside(db, (path) => {
    for (;;) {
      const before = writes(db);
      const derived = deriveAside(path, db, { reading, onProgress });
      if (attached(db, path, () => takeOver(db, { before, version: reading.version }))) return derived;
    }
  });
}

/** What `rebuild` would change. Writes nothing. */
export function previewRebuild(db: Database, reading: Reading, onProgress: (progress: Progress) => void = () => {}): Derived & { readonly reinterpretation: Reinterpretation } {
  return withAside(db, (path) => {
    const derived = deriveAside(path, db, { reading, onProgress });
    return { ...derived, reinterpretation: attached(db, path, () => compareAside(db)) };
  });
}

/** Gives the path of a file beside the archive, and takes the file away in the end. */
function withAside<Result>(db: Database, use: (path: string) => Result): Result {
  if (db.memory) throw new Error("An archive in memory is not rebuilt: it has no file to build beside");
  sweepBeside(db.name);
  const path = `${db.name}.rebuild-${process.pid}`;
  try {
    return use(path);
  } finally {
    remove(path);
  }
}

function deriveAside(path: string, db: Database, { reading, onProgress }: { readonly reading: Reading; readonly onProgress: (progress: Progress) => void }): Derived {
  let aside = openDatabase(path);
  // Documents that came meanwhile are added to what was made; a correction or an edit that came meanwhile may concern any of it.
  if (countDocuments(aside) > 0 && (latestCorrection(aside) !== latestCorrection(db) || latestEdit(aside) !== latestEdit(db))) {
    aside.close();
    remove(path);
    aside = openDatabase(path);
  }
  try {
    const derived = deriveInto(aside, db, reading, onProgress);
    // Back from write-ahead logging, so that the file is complete in itself when it is attached.
    aside.pragma("journal_mode = DELETE");
    return derived;
  } finally {
    aside.close();
  }
}

function attached<Result>(db: Database, path: string, use: () => Result): Result {
  db.prepare("ATTACH DATABASE :path AS aside").run({ path });
  try {
    return use();
  } finally {
    db.prepare("DETACH DATABASE aside").run();
  }
}

/** Takes away what processes that were killed left beside the archive. */
export function sweepBeside(archive: string): void {
  for (const name of readdirSync(dirname(archive))) {
    const pid = /^(.*)\.rebuild-(\d+)(?:-wal|-shm|-journal)?$/.exec(name);
    if (pid?.[1] === basename(archive) && !runs(Number(pid[2]))) rmSync(join(dirname(archive), name), { force: true });
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user is there, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function remove(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
}

/** Reads all documents of `from` that `target` does not have yet, and settles their partnerships there. */
export function deriveInto(target: Database, from: Database, reading: Reading, onProgress: (progress: Progress) => void): Derived {
  const of = countDocuments(from);
  const moves = movesIn(from);
  const unread: Unread[] = [];
  const unfit: Unfit[] = [];
  let done = countDocuments(target);
  let batch: DocumentFact[] = [];
  const flush = (): void => {
    const derived = deriveBatch(target, batch, { from, reading, moves });
    unread.push(...derived.unread);
    unfit.push(...derived.unfit);
    done += batch.length;
    batch = [];
    onProgress({ step: "reading", done, of });
  };
  const last = Number(target.prepare("SELECT COALESCE(MAX(id), 0) FROM documents").pluck().get());
  for (const fact of allDocuments(from, last)) {
    batch.push(fact);
    if (batch.length >= BATCH) flush();
  }
  flush();
  write(target, () => {
    copyCorrections(target, from);
    copyVersions(target, from);
  });
  settle(target, reading, (settled, all) => onProgress({ step: "comparing", done: settled, of: all }));
  return { documents: done, unread, unfit };
}

interface Origin {
  readonly from: Database;
  readonly reading: Reading;
  readonly moves: PartnershipMoves;
}

function deriveBatch(target: Database, batch: readonly DocumentFact[], { from, reading, moves }: Origin): Omit<Derived, "documents"> {
  const edited = new Set(from.prepare<[], number>(EDITED).pluck().all());
  const unfit: Unfit[] = [];
  const read = batch.map((fact) => {
    const outcome = reading.read(fact);
    if (outcome.kind === "refused") return { fact, outcome };
    const corrected = correctSnapshot(outcome.snapshot, correctionsTouching(from, fact.id), moves);
    // What fits an earlier version only is told of the latest.
    if (!edited.has(fact.id)) unfit.push(...corrected.unfit);
    return { fact, outcome: { ...outcome, snapshot: corrected.snapshot } };
  });
  write(target, () => {
    for (const { fact, outcome } of read) {
      copyFact(target, fact);
      if (outcome.kind === "refused") continue;
      insertSnapshot(target, fact.id, outcome.snapshot);
      if (outcome.snapshot.partnership.slug !== null) markPending(target, outcome.snapshot.partnership.slug);
    }
  });
  return { unread: read.flatMap(({ fact, outcome }) => (outcome.kind === "refused" ? [{ fact, refusal: outcome.refusal }] : [])), unfit };
}

/** The file aside needs the numbers and names of the facts, not their bytes. */
function copyFact(target: Database, { id, sha256, mediaType, name, given, addedAt }: DocumentFact): void {
  target
    .prepare("INSERT INTO documents (id, sha256, media_type, name, given, added_at, bytes) VALUES (:id, :sha256, :mediaType, :name, :given, :addedAt, x'')")
    .run({ id, sha256, mediaType, name, given: JSON.stringify(given), addedAt });
}

/** Puts the derivations of the file aside in place of the archive's. False when the archive was written meanwhile. */
function takeOver(db: Database, { before, version }: { readonly before: number; readonly version: string }): boolean {
  return write(db, () => {
    if (writes(db) !== before) return false;
    recordReinterpretation(db, version);
    retireCommitments(db, "c.key NOT IN (SELECT key FROM aside.commitments)");
    retireMeetings(db, "NOT EXISTS (SELECT 1 FROM aside.meetings AS n WHERE n.partnership = m.partnership AND n.held = m.held)");
    for (const { table } of DERIVED_TABLES.toReversed()) db.prepare(`DELETE FROM main.${table}`).run();
    for (const { table } of DERIVED_TABLES) db.prepare(`INSERT INTO main.${table} SELECT * FROM aside.${table}`).run();
    db.prepare("INSERT INTO main.search_index (search_index) VALUES ('rebuild')").run();
    db.prepare("DELETE FROM main.pending_partnerships").run();
    return true;
  });
}
