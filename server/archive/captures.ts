/**
 * Captures as facts, and the book of watched addresses.
 */
import type { Sha256 } from "../../snapshots/index.ts";
import type { CaptureFact, WatchedAddress } from "./capture-types.ts";
import { type Database, perDatabase, write } from "./database.ts";

interface Row extends Omit<CaptureFact, "headers"> {
  readonly headers: string;
}

/** Adds how a document was fetched; runs inside a transaction. */
export function insertCapture(db: Database, document: number, fact: CaptureFact): void {
  db.prepare(
    `INSERT INTO captures (document, address, final_address, canonical, archived_at, status, headers, retrieved_at)
     VALUES (:document, :address, :finalAddress, :canonical, :archivedAt, :status, :headers, :retrievedAt)`,
  ).run({ ...fact, document, headers: JSON.stringify(fact.headers) });
}

const captureRows = perDatabase((db) =>
  db.prepare<{ sha256: string }, Row>(
    `SELECT c.address AS address, c.final_address AS finalAddress, c.canonical AS canonical, c.archived_at AS archivedAt, c.status AS status, c.headers AS headers, c.retrieved_at AS retrievedAt
     FROM captures AS c JOIN documents AS d ON d.id = c.document WHERE d.sha256 = :sha256 ORDER BY c.id`,
  ),
);

export function capturesOf(db: Database, sha256: Sha256): CaptureFact[] {
  return captureRows(db).all({ sha256 }).map((row) => ({ ...row, headers: JSON.parse(row.headers) }));
}

/** The address of every document that was captured, with what is known of the last look at it; the longest unseen first. */
export function watchedAddresses(db: Database): WatchedAddress[] {
  return db
    .prepare<[], WatchedAddress>(
      `SELECT c.address AS address, COALESCE(o.sha256, d.sha256) AS original, w.etag AS etag, w.last_modified AS lastModified, w.checked_at AS checkedAt, w.outcome AS outcome, COALESCE(w.failures, 0) AS failures
       FROM (SELECT address, MIN(document) AS document FROM captures GROUP BY address) AS c
       JOIN documents AS d ON d.id = c.document
       LEFT JOIN versions AS v ON v.id = (SELECT MAX(id) FROM versions WHERE document = d.id OR original = d.id)
       LEFT JOIN documents AS o ON o.id = v.original
       LEFT JOIN watches AS w ON w.address = c.address
       ORDER BY w.checked_at IS NOT NULL, w.checked_at, c.address`,
    )
    .all();
}

export interface Look {
  readonly address: string;
  /** As the server answered; null leaves what is known. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly checkedAt: string;
  readonly outcome: string;
  readonly failed: number;
}

/** Books a look at an address. */
export function bookLook(db: Database, look: Look): void {
  write(db, () =>
    db
      .prepare(
        `INSERT INTO watches (address, etag, last_modified, checked_at, outcome, failures) VALUES (:address, :etag, :lastModified, :checkedAt, :outcome, :failed)
         ON CONFLICT (address) DO UPDATE SET etag = COALESCE(:etag, etag), last_modified = COALESCE(:lastModified, last_modified), checked_at = :checkedAt, outcome = :outcome,
           failures = CASE :failed WHEN 0 THEN 0 ELSE failures + 1 END`,
      )
      .run({ ...look }),
  );
}
