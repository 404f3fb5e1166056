/**
 * Versions of a document that was edited after publication. The latest stands for it in its meeting and in lists; the
 * earlier ones stay in the archive, with their addresses and their commitments.
 */
import { classifyEdit, correctSnapshot, type Edit, type Sha256, type Slug, type Snapshot } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import type { Refusal } from "../refusals.ts";
import { type Read, store } from "./adding.ts";
import { insertCapture } from "./captures.ts";
import type { VersionRecord } from "./capture-types.ts";
import { correctionsTouching, movesIn } from "./corrections.ts";
import { type Database, perDatabase, write } from "./database.ts";
import { type Incoming, nameBytes, knownNumberOf } from "./facts.ts";
import { markPending, settle } from "./settling.ts";
import { loadSnapshot, replaceSnapshot } from "./snapshot-rows.ts";

export type VersionOutcome =
  | { readonly kind: "version"; readonly sha256: Sha256; readonly edit: Edit; readonly snapshot: Snapshot }
  /** The bytes may differ, as a page's furniture does; no word of the document does. */
  | { readonly kind: "same" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Archives what an address holds now, if its words differ from the latest version's. */
export function addVersion(db: Database, original: Sha256, incoming: Incoming, reading: Reading): VersionOutcome {
  const latest = currentVersion(db, original);
  const sha256 = nameBytes(incoming.bytes);
  if (sha256 === latest) return { kind: "same" };
  const before = loadSnapshot(db, latest);
  const outcome = reading.read(incoming);
  if (outcome.kind === "refused") return outcome;
  const read = inherit(db, latest, outcome);
  const edit = before === null ? null : classifyEdit(before, read.snapshot);
  if (before === null || edit === null || edit.kind === "layout") return { kind: "same" };
  write(db, () => {
    // An edit that was taken back gives bytes that are here already.
    const isNew = store(db, incoming, read);
    if (!isNew && incoming.capture !== undefined) insertCapture(db, knownNumberOf(db, sha256), incoming.capture);
    db.prepare("INSERT INTO versions (original, document, seen_at) VALUES (:original, :document, :seenAt)").run({ original: knownNumberOf(db, original), document: knownNumberOf(db, sha256), seenAt: incoming.capture?.retrievedAt ?? new Date().toISOString() });
    if (!isNew) replaceSnapshot(db, knownNumberOf(db, sha256), inherit(db, sha256, outcome).snapshot);
    for (const slug of new Set<Slug | null>([before.partnership.slug, read.snapshot.partnership.slug])) if (slug !== null) markPending(db, slug);
  });
  settle(db, reading);
  return { kind: "version", sha256, edit, snapshot: read.snapshot };
}

/** What was read, with what people set right of this version and those before it. */
function inherit(db: Database, version: Sha256, read: Read): Read {
  return { ...read, snapshot: correctSnapshot(read.snapshot, correctionsTouching(db, knownNumberOf(db, version)), movesIn(db)).snapshot };
}

interface State {
  readonly sha256: Sha256;
  readonly seenAt: string;
}

export function currentVersion(db: Database, sha256: Sha256): Sha256 {
  return statesOf(db, sha256).at(-1)?.sha256 ?? sha256;
}

export function versionsOf(db: Database, sha256: Sha256): VersionRecord[] {
  const states = statesOf(db, sha256);
  const snapshots = states.map((state) => loadSnapshot(db, state.sha256));
  return states.map(({ sha256: name, seenAt }, at) => {
    const [before, after] = [snapshots[at - 1] ?? null, snapshots[at] ?? null];
    return { sha256: name, seenAt, commitments: after?.commitments.length ?? 0, edit: before === null || after === null ? null : classifyEdit(before, after) };
  });
}

const originalOf = perDatabase((db) =>
  db.prepare<{ sha256: string }, number>("SELECT v.original FROM versions AS v JOIN documents AS d ON d.id = v.original OR d.id = v.document WHERE d.sha256 = :sha256 ORDER BY v.id LIMIT 1").pluck(),
);
const statesSince = perDatabase((db) =>
  db.prepare<{ original: number }, State>(
    `SELECT d.sha256 AS sha256, COALESCE((SELECT retrieved_at FROM captures WHERE document = d.id ORDER BY id LIMIT 1), d.added_at) AS seenAt FROM documents AS d WHERE d.id = :original
     UNION ALL SELECT * FROM (SELECT d.sha256, v.seen_at FROM versions AS v JOIN documents AS d ON d.id = v.document WHERE v.original = :original ORDER BY v.id)`,
  ),
);

/** The states of a document in the order in which they were seen; none where it was never edited. */
function statesOf(db: Database, sha256: Sha256): State[] {
  const original = originalOf(db).get({ sha256 });
  return original === undefined ? [] : statesSince(db).all({ original });
}

/** The number of the latest edit; 0 where there is none. */
export function latestEdit(db: Database): number {
  return Number(db.prepare("SELECT COALESCE(MAX(id), 0) FROM versions").pluck().get());
}

/** Copies all versions into a file aside that holds the same documents under the same numbers. */
export function copyVersions(target: Database, from: Database): void {
  const known = latestEdit(target);
  const insert = target.prepare("INSERT INTO versions (id, original, document, seen_at) VALUES (:id, :original, :document, :seenAt)");
  for (const row of from.prepare<{ known: number }, Record<string, unknown>>("SELECT id, original, document, seen_at AS seenAt FROM versions WHERE id > :known ORDER BY id").all({ known })) insert.run(row);
}
