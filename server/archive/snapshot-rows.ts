/**
 * A snapshot in rows and back: columns for lists and filters, JSON for the rest, the text once.
 */
import type { Commitment, Sha256, Snapshot } from "../../snapshots/index.ts";
import { type Database, perDatabase } from "./database.ts";
import { countWords, isEvidenced } from "./grouping.ts";
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";
import { retireCommitments } from "./retiring.ts";

/** What of a snapshot has no column of its own. */
interface Rest {
  readonly publishedBasis: string;
  readonly partnership: Snapshot["partnership"];
  readonly meeting: Snapshot["meeting"];
  readonly priorities: Snapshot["priorities"];
  readonly milestones: Snapshot["milestones"];
  readonly diagnostics: Snapshot["diagnostics"];
  readonly corrections?: NonNullable<Snapshot["corrections"]>;
}

interface SnapshotRow {
  readonly document: number;
  readonly sha256: Sha256;
  readonly reading: string;
  readonly title: string;
  readonly published: Snapshot["document"]["published"];
  readonly kind: Snapshot["document"]["kind"];
  readonly language: string;
  readonly sourceUrl: string | null;
  readonly rest: string;
  readonly text: string;
}

/** Writes a document's snapshot, its commitments, milestones and search entries. */
export function insertSnapshot(db: Database, document: number, snapshot: Snapshot): void {
  insertRow(db, document, snapshot);
  insertCommitments(db, document, snapshot);
  insertMilestones(db, document, snapshot);
  const first = document * COMMITMENTS_PER_DOCUMENT;
  db.prepare("INSERT INTO search_index (rowid, title, body) SELECT id, title, body FROM passages WHERE id BETWEEN :first AND :last").run({ first, last: first + snapshot.commitments.length });
}

/** Puts another snapshot in place of a document's. Ids of commitments that go are kept as addresses. Runs within a transaction. */
export function replaceSnapshot(db: Database, document: number, snapshot: Snapshot): void {
  const kept = JSON.stringify(snapshot.commitments.map((commitment) => commitment.id));
  retireCommitments(db, "c.document = :document AND c.key NOT IN (SELECT value FROM json_each(:kept))", { document, kept });
  const first = document * COMMITMENTS_PER_DOCUMENT;
  const range = { first, last: first + COMMITMENTS_PER_DOCUMENT - 1 };
  db.prepare("INSERT INTO search_index (search_index, rowid, title, body) SELECT 'delete', id, title, body FROM passages WHERE id BETWEEN :first AND :last").run(range);
  for (const table of ["milestones", "commitments", "snapshots"]) db.prepare(`DELETE FROM ${table} WHERE document = :document`).run({ document });
  insertSnapshot(db, document, snapshot);
}

const rowOf = perDatabase((db) =>
  db.prepare<{ sha256: string }, SnapshotRow>("SELECT document, sha256, reading, title, published, kind, language, source_url AS sourceUrl, rest, text FROM snapshots WHERE sha256 = :sha256"),
);
const commitmentsOf = perDatabase((db) => db.prepare<{ document: number }, string>("SELECT json FROM commitments WHERE document = :document ORDER BY ordinal").pluck());

/** The snapshot of a document, as it was read; null when there is none. */
export function loadSnapshot(db: Database, sha256: Sha256): Snapshot | null {
  const row = rowOf(db).get({ sha256 });
  if (row === undefined) return null;
  const rest: Rest = JSON.parse(row.rest);
  const { sha256: name, title, published, sourceUrl, kind, language, text } = row;
  return {
    readingVersion: row.reading,
    document: { sha256: name, title, published, publishedBasis: rest.publishedBasis, sourceUrl, kind, language, text },
    partnership: rest.partnership,
    meeting: rest.meeting,
    priorities: rest.priorities,
    commitments: commitmentsOf(db).all({ document: row.document }).map(commitmentIn),
    // An archive of before has them without; it is read anew beside the server.
    milestones: rest.milestones.map((one) => ({ ...one, plain: one.plain ?? one.quote })),
    diagnostics: rest.diagnostics,
    ...(rest.corrections === undefined ? {} : { corrections: rest.corrections }),
  };
}

function commitmentIn(json: string): Commitment {
  return JSON.parse(json);
}

function insertRow(db: Database, document: number, snapshot: Snapshot): void {
  const { sha256, title, published, publishedBasis, sourceUrl, kind, language, text } = snapshot.document;
  const { partnership, meeting, priorities, milestones, diagnostics, corrections } = snapshot;
  const rest: Rest = { publishedBasis, partnership, meeting, priorities, milestones, diagnostics, ...(corrections === undefined ? {} : { corrections }) };
  db.prepare(
    `INSERT INTO snapshots (document, sha256, passage, reading, title, published, held, kind, language, source_url, partnership, partnership_name, parties,
       meeting_name, meeting_ordinal, place, evidenced, commitments, words, rest, text)
     VALUES (:document, :sha256, :passage, :reading, :title, :published, :held, :kind, :language, :sourceUrl, :partnership, :partnershipName, :parties,
       :meetingName, :meetingOrdinal, :place, :evidenced, :commitments, :words, :rest, :text)`,
  ).run({
    document,
    sha256,
    passage: document * COMMITMENTS_PER_DOCUMENT,
    reading: snapshot.readingVersion,
    title,
    published,
    held: meeting.held,
    kind,
    language,
    sourceUrl,
    partnership: partnership.slug,
    partnershipName: partnership.name,
    parties: JSON.stringify(partnership.parties),
    meetingName: meeting.name,
    meetingOrdinal: meeting.ordinal,
    place: meeting.place,
    evidenced: isEvidenced(snapshot) ? 1 : 0,
    commitments: snapshot.commitments.length,
    words: countWords(text),
    rest: JSON.stringify(rest),
    text,
  });
}

function insertCommitments(db: Database, document: number, snapshot: Snapshot): void {
  const insert = db.prepare(
    `INSERT INTO commitments (id, key, document, ordinal, start, "end", stage, force, topic, plain, json, reading)
     VALUES (:id, :key, :document, :ordinal, :start, :end, :stage, :force, :topic, :plain, :json, :reading)`,
  );
  snapshot.commitments.forEach((commitment, at) => {
    const { id: key, start, end, stage, force, topic, plain } = commitment;
    const id = document * COMMITMENTS_PER_DOCUMENT + at + 1;
    insert.run({ id, key, document, ordinal: at + 1, start, end, stage, force, topic, plain, json: JSON.stringify(commitment), reading: snapshot.readingVersion });
  });
}

function insertMilestones(db: Database, document: number, snapshot: Snapshot): void {
  const insert = db.prepare(
    `INSERT INTO milestones (document, ordinal, partnership, date, start, "end", quote, plain, reading) VALUES (:document, :ordinal, :partnership, :date, :start, :end, :quote, :plain, :reading)`,
  );
  snapshot.milestones.forEach(({ date, start, end, quote, plain }, at) => {
    insert.run({ document, ordinal: at + 1, partnership: snapshot.partnership.slug, date, start, end, quote, plain, reading: snapshot.readingVersion });
  });
}
