/**
 * Proves the archive's integrity: every hash, every quote in its place, every reference, and every derivation equal
 * to a fresh reading. Changes nothing.
 */
import { createHash } from "node:crypto";
import type { Quote, Snapshot } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { type Database, isReadOnly, openDatabase } from "./database.ts";
import { dumpTable } from "./dumping.ts";
import { allDocuments, countDocuments, nameBytes } from "./facts.ts";
import { deriveInto, type Progress } from "./rebuilding.ts";
import { DERIVED_TABLES, type DerivedTable } from "./derived-schema.ts";
import { pendingPartnerships } from "./settling.ts";
import { loadSnapshot } from "./snapshot-rows.ts";

export interface Verification {
  readonly documents: number;
  readonly quotes: number;
  readonly rows: number;
  /** One sentence each; empty when all is well. */
  readonly problems: readonly string[];
}

/** Problems that are told of one table, or of one archive beside another; more would say nothing more. */
export const MOST_PROBLEMS = 20;
const DERIVED = { extra: "does not follow from the documents", other: "differs from a fresh reading", missing: "is missing" };

export function verify(db: Database, reading: Reading, onProgress: (progress: Progress) => void = () => {}): Verification {
  const problems = [...checkFile(db)];
  const { quotes, intact } = checkDocuments(db, problems);
  const pending = pendingPartnerships(db).length;
  if (pending > 0) problems.push(`An import was stopped before its end: the meetings of ${pending === 1 ? "one partnership" : `${pending} partnerships`} are not compared yet; run the import again to complete it, or \`pactline rebuild\`.`);
  const stale = Number(db.prepare("SELECT COUNT(*) FROM snapshots WHERE reading <> :version").pluck().get({ version: reading.version }));
  let rows = 0;
  if (stale > 0) problems.push(`${stale} snapshots were made by another reading than ${reading.version}; run \`pactline rebuild\`.`);
  // With facts that are broken, or another reading, a comparison would only say the same in many lines.
  else if (intact) rows = compareWithFresh(db, { reading, onProgress, tables: pending > 0 ? READ_TABLES : DERIVED_TABLES }, problems);
  return { documents: countDocuments(db), quotes, rows, problems };
}

function* checkFile(db: Database): Generator<string> {
  for (const row of db.prepare<[], string>("PRAGMA integrity_check").pluck().all()) if (row !== "ok") yield `The file is damaged: ${row}.`;
  for (const row of db.prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check").all()) yield `A row of ${row.table} points at a row of ${row.parent} that is not there.`;
  try {
    db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)").run();
  } catch (error) {
    // The check is a command that only a file that can be written takes.
    if (isReadOnly(error)) return yield "The search index cannot be checked in a file that may not be written.";
    yield `The search index does not agree with the texts: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** Hashes, and quotes within the texts as stored. */
function checkDocuments(db: Database, problems: string[]): { quotes: number; intact: boolean } {
  let quotes = 0;
  let intact = true;
  for (const { sha256, bytes, name } of allDocuments(db)) {
    const called = `${sha256.slice(0, 12)}${name === null ? "" : ` (${name})`}`;
    if (nameBytes(bytes) !== sha256) {
      problems.push(`The bytes of document ${called} are not those that it is named by.`);
      intact = false;
    }
    const snapshot = loadSnapshot(db, sha256);
    if (snapshot === null) problems.push(`Document ${called} has no snapshot; run \`pactline rebuild\`.`);
    else for (const quote of quotesOf(snapshot)) {
      quotes += 1;
      if (snapshot.document.text.slice(quote.start, quote.end) !== quote.quote) problems.push(`A quote of document ${called} at ${quote.start} is not in its place: “${quote.quote.slice(0, 60)}”.`);
    }
  }
  return { quotes, intact };
}

function quotesOf(snapshot: Snapshot): Quote[] {
  const evidence = snapshot.commitments.flatMap((commitment) => [commitment, ...commitment.hedges, ...Object.values(commitment.evidence).flatMap((one) => one.words)]);
  return [...evidence, ...snapshot.milestones, ...snapshot.meeting.evidence, ...snapshot.partnership.evidence];
}

/** What is read of documents alone: complete also where meetings are not compared yet. */
const READ_TABLES = DERIVED_TABLES.filter(({ table }) => ["snapshots", "commitments", "milestones"].includes(table));

interface Proof {
  readonly reading: Reading;
  readonly tables: readonly DerivedTable[];
  onProgress(progress: Progress): void;
}

function compareWithFresh(db: Database, { reading, tables, onProgress }: Proof, problems: string[]): number {
  // An empty path is a database of SQLite's own in a temporary file, gone when it is closed.
  const fresh = openDatabase("");
  try {
    deriveInto(fresh, db, reading, onProgress);
    return tables.reduce((rows, derived) => {
      const compared = compareTable({ table: derived.table, found: dumpTable(db, derived), wanted: dumpTable(fresh, derived), words: DERIVED });
      problems.push(...upTo(MOST_PROBLEMS, compared.problems, `rows of ${derived.table}`));
      return rows + compared.rows;
    }, 0);
  } finally {
    fresh.close();
  }
}

interface NamedRow {
  readonly key: string;
  readonly row: string;
  /** What people know it by, where that is not its key. */
  readonly name?: string;
}

interface TwoTables {
  readonly table: string;
  readonly found: Iterable<NamedRow>;
  readonly wanted: Iterable<NamedRow>;
  /** How a row is told that is there without need, is another, or is not there. */
  readonly words: { readonly extra: string; readonly other: string; readonly missing: string };
}

/** Finds the rows of one table that are not as they should be, one sentence each. Hashes stand for the wanted rows: texts are long. */
export function compareTable({ table, words, ...tables }: TwoTables): { readonly rows: number; readonly problems: readonly string[] } {
  const wanted = new Map<string, { readonly hash: string; readonly called: string }>();
  const calledOf = ({ key, name }: NamedRow): string => name ?? `Row ${key} of ${table}`;
  for (const one of tables.wanted) wanted.set(one.key, { hash: hash(one.row), called: calledOf(one) });
  const problems: string[] = [];
  let rows = 0;
  for (const one of tables.found) {
    rows += 1;
    const expected = wanted.get(one.key)?.hash;
    if (expected === undefined) problems.push(`${calledOf(one)} ${words.extra}.`);
    else if (expected !== hash(one.row)) problems.push(`${calledOf(one)} ${words.other}.`);
    wanted.delete(one.key);
  }
  return { rows, problems: [...problems, ...[...wanted.values()].map(({ called }) => `${called} ${words.missing}.`)] };
}

/** The first of many sentences, and how many more there are. */
export function upTo(most: number, sentences: readonly string[], of: string): readonly string[] {
  const more = sentences.length - most;
  return more <= 0 ? sentences : [...sentences.slice(0, most), `${more} more ${of} differ.`];
}

function hash(row: string): string {
  return createHash("sha256").update(row).digest("base64");
}
