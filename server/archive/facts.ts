/**
 * The facts: documents as received. They are added and read, never changed.
 */
import { createHash } from "node:crypto";
import type { Given, Sha256 } from "../../snapshots/index.ts";
import type { CaptureFact } from "./capture-types.ts";
import type { Database } from "./database.ts";

/** A document as it comes in. */
export interface Incoming {
  readonly bytes: Uint8Array;
  /** File name without folders, or null for a pasted text. */
  readonly name: string | null;
  readonly given: Given;
  /** As a server declared it; absent where only name and bytes can tell. */
  readonly mediaType?: string;
  /** How it was fetched, where it came from an address. */
  readonly capture?: CaptureFact;
  /** Who adds it; absent where nobody does, as with seeds. */
  readonly author?: string;
}

export interface DocumentFact extends Incoming {
  readonly id: number;
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly addedAt: string;
}

interface Row {
  readonly id: number;
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly name: string | null;
  readonly given: string;
  readonly addedAt: string;
  readonly bytes: Uint8Array;
}

/** The name of these bytes. */
export function nameBytes(bytes: Uint8Array): Sha256 {
  return createHash("sha256").update(bytes).digest("hex") as Sha256;
}

/** Whether these bytes are in the archive. */
export function hasDocument(db: Database, sha256: Sha256): boolean {
  return db.prepare<{ sha256: string }, number>("SELECT 1 FROM documents WHERE sha256 = :sha256").pluck().get({ sha256 }) !== undefined;
}

/** Adds a document and answers its number. Its bytes must not be here yet. */
export function insertDocument(db: Database, fact: Omit<DocumentFact, "id" | "capture" | "author">): number {
  const { lastInsertRowid } = db
    .prepare("INSERT INTO documents (sha256, media_type, name, given, added_at, bytes) VALUES (:sha256, :mediaType, :name, :given, :addedAt, :bytes)")
    .run({ ...fact, given: JSON.stringify(fact.given), bytes: Buffer.from(fact.bytes.buffer, fact.bytes.byteOffset, fact.bytes.byteLength) });
  return Number(lastInsertRowid);
}

/** Puts on record who added a document. Runs inside the transaction that adds it. */
export function insertArrival(db: Database, document: number, author: string): void {
  db.prepare<{ document: number; author: string }>("INSERT INTO arrivals (document, author) VALUES (:document, :author)").run({ document, author });
}

/** The document of this number, or null. */
export function factAt(db: Database, id: number): DocumentFact | null {
  const row = db.prepare<{ id: number }, Row>("SELECT id, sha256, media_type AS mediaType, name, given, added_at AS addedAt, bytes FROM documents WHERE id = :id").get({ id });
  return row === undefined ? null : { ...row, given: JSON.parse(row.given) };
}

/** The number of a document by its name, or null. */
export function numberOf(db: Database, sha256: Sha256): number | null {
  return db.prepare<{ sha256: string }, number>("SELECT id FROM documents WHERE sha256 = :sha256").pluck().get({ sha256 }) ?? null;
}

/** The same, of a document that must be there. */
export function knownNumberOf(db: Database, sha256: Sha256): number {
  const number = numberOf(db, sha256);
  if (number === null) throw new Error(`The document ${sha256} is not in the archive`);
  return number;
}

/** All documents in order of arrival, one at a time: an archive need not fit into memory. */
export function* allDocuments(db: Database, after = 0): Generator<DocumentFact> {
  const next = db.prepare<{ after: number }, Row>(
    "SELECT id, sha256, media_type AS mediaType, name, given, added_at AS addedAt, bytes FROM documents WHERE id > :after ORDER BY id LIMIT 1",
  );
  for (let row = next.get({ after }); row !== undefined; row = next.get({ after: row.id })) yield { ...row, given: JSON.parse(row.given) };
}

/** What a person said of a document when it was added. */
export function givenOf(db: Database, sha256: Sha256): Given {
  const given = db.prepare<{ sha256: string }, string>("SELECT given FROM documents WHERE sha256 = :sha256").pluck().get({ sha256 });
  return given === undefined ? {} : JSON.parse(given);
}

export function countDocuments(db: Database): number {
  return Number(db.prepare("SELECT COUNT(*) FROM documents").pluck().get());
}
