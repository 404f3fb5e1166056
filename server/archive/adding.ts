/**
 * The ways in: one document with all that follows from it in one transaction, or many in batches.
 */
import { correctSnapshot, type Sha256, type Snapshot } from "../../snapshots/index.ts";
import type { ReadOutcome, Reading } from "../reading.ts";
import type { Refusal } from "../refusals.ts";
import { capturesOf, insertCapture } from "./captures.ts";
import { movesIn } from "./corrections.ts";
import { computeAndWrite, type Database, write } from "./database.ts";
import { hasDocument, type Incoming, insertArrival, insertDocument, nameBytes, knownNumberOf } from "./facts.ts";
import { applyPlan, markPending, planFor } from "./settling.ts";
import { insertSnapshot } from "./snapshot-rows.ts";

export type AddOutcome =
  | { readonly kind: "added"; readonly sha256: Sha256; readonly snapshot: Snapshot }
  | { readonly kind: "already-here"; readonly sha256: Sha256 }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export type Read = Extract<ReadOutcome, { kind: "read" }>;

/** Reads and archives one document; its meeting is compared with its neighbours in the same transaction. */
export function addDocument(db: Database, incoming: Incoming, reading: Reading): AddOutcome {
  const sha256 = nameBytes(incoming.bytes);
  if (hasDocument(db, sha256)) return metAgain(db, sha256, incoming);
  const outcome = reading.read(incoming);
  if (outcome.kind === "refused") return outcome;
  const read = placed(db, outcome);
  const { slug } = read.snapshot.partnership;
  return computeAndWrite(
    db,
    () => (slug === null || hasDocument(db, sha256) ? null : { slug, plan: planFor(db, slug, reading, read.snapshot) }),
    (planned): AddOutcome => {
      if (!store(db, incoming, read)) return { kind: "already-here", sha256 };
      if (planned !== null) applyPlan(db, planned.slug, planned.plan, reading.version);
      return { kind: "added", sha256, snapshot: read.snapshot };
    },
  );
}

/**
 * Archives documents that were read already, in one transaction. Their partnerships are marked as pending: a
 * batch is quick, and the comparisons follow once for each partnership.
 */
export function addBatch(db: Database, batch: readonly (readonly [Incoming, Read])[]): AddOutcome[] {
  if (batch.length === 0) return [];
  return write(db, () =>
    batch.map(([incoming, outcome]): AddOutcome => {
      const read = placed(db, outcome);
      if (!store(db, incoming, read)) return { kind: "already-here", sha256: read.sha256 };
      const { slug } = read.snapshot.partnership;
      if (slug !== null) markPending(db, slug);
      return { kind: "added", sha256: read.sha256, snapshot: read.snapshot };
    }),
  );
}

/** The same bytes at an address where they were not met before: that is worth keeping, and changes nothing else. */
function metAgain(db: Database, sha256: Sha256, { capture }: Incoming): AddOutcome {
  if (capture !== undefined && !capturesOf(db, sha256).some((one) => one.address === capture.address)) write(db, () => insertCapture(db, knownNumberOf(db, sha256), capture));
  return { kind: "already-here", sha256 };
}

/** A document of a partnership that was renamed or merged belongs where that is now. */
export function placed(db: Database, read: Read): Read {
  return { ...read, snapshot: correctSnapshot(read.snapshot, [], movesIn(db)).snapshot };
}

/** False when the bytes are here already, or another process was quicker with them. Runs inside a transaction. */
export function store(db: Database, { bytes, name, given, capture, author }: Incoming, { sha256, mediaType, snapshot }: Read): boolean {
  if (hasDocument(db, sha256)) return false;
  const document = insertDocument(db, { bytes, name, given, sha256, mediaType, addedAt: new Date().toISOString() });
  if (author !== undefined) insertArrival(db, document, author);
  if (capture !== undefined) insertCapture(db, document, capture);
  insertSnapshot(db, document, snapshot);
  return true;
}
