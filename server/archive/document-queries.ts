/**
 * Questions about documents and single commitments.
 */
import type { IsoDate, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { keepLatest } from "./latest.ts";
import { loadSnapshot } from "./snapshot-rows.ts";
import { HELD, SUPERSEDED } from "./superseded.ts";
import type { ArchiveReader, DocumentSummary, Page } from "./types.ts";

/** Columns of a summary. A document of a meeting is held when the meeting is, so that addresses agree. */
const SUMMARY = `
  s.document AS document, s.sha256 AS sha256, s.title AS title, s.published AS published, ${HELD} AS held, s.kind AS kind,
  s.language AS language, s.source_url AS sourceUrl, s.partnership AS partnership, s.commitments AS commitments, s.words AS words`;
const FROM = "FROM snapshots AS s LEFT JOIN meeting_documents AS md ON md.document = s.document";

interface SummaryRow extends DocumentSummary {
  readonly document: number;
}

interface Fact {
  readonly name: string | null;
  readonly mediaType: string;
  readonly addedAt: string;
  readonly bytes: number;
}

export type DocumentQueries = Pick<ArchiveReader, "document" | "documents" | "original" | "commitment"> & {
  summaries(partnership: Slug, held: IsoDate): DocumentSummary[];
  /** Copies of a meeting's documents, which are not among its summaries. */
  copies(partnership: Slug, held: IsoDate): DocumentSummary[];
  summary(sha256: Sha256): DocumentSummary | null;
  snapshot(sha256: Sha256): Snapshot | null;
};

/** Snapshots that are kept in memory until something is written: meetings that lie beside each other are asked for together. */
const KEPT = 160;
/** Summaries that are kept: streams and searches ask for each document that they quote. */
const SUMMARIES = 1_000;

export function documentQueries(db: Database): DocumentQueries {
  const byPrefix = db.prepare<{ from: string; to: string }, SummaryRow>(`SELECT ${SUMMARY} ${FROM} WHERE s.sha256 >= :from AND s.sha256 < :to ORDER BY s.sha256 LIMIT 2`);
  const fact = db.prepare<{ document: number }, Fact>("SELECT name, media_type AS mediaType, added_at AS addedAt, length(bytes) AS bytes FROM documents WHERE id = :document");
  const original = db.prepare<{ sha256: string }, Uint8Array>("SELECT bytes FROM documents WHERE sha256 = :sha256").pluck();
  const ofMeeting = db.prepare<{ partnership: string; held: string }, SummaryRow>(
    `SELECT ${SUMMARY} FROM meeting_documents AS md JOIN snapshots AS s ON s.document = md.document WHERE md.partnership = :partnership AND md.held = :held ORDER BY md.ordinal`,
  );
  // A copy is of no meeting's documents; the summary asks for that row all the same.
  const copiesOf = db.prepare<{ partnership: string; held: string }, SummaryRow>(
    `SELECT ${SUMMARY} FROM copies AS c JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = s.document WHERE c.partnership = :partnership AND c.held = :held ORDER BY s.sha256`,
  );
  const sameText = db.prepare<{ document: number }, SummaryRow>(
    `WITH one (original) AS (SELECT COALESCE((SELECT original FROM copies WHERE document = :document), :document))
     SELECT ${SUMMARY} ${FROM} WHERE s.document IN (SELECT c.document FROM copies AS c, one WHERE c.original = one.original UNION SELECT c.original FROM copies AS c, one WHERE c.original = one.original)
     ORDER BY s.document NOT IN (SELECT original FROM one), s.sha256`,
  );
  const commitment = db.prepare<{ key: string }, { json: string; sha256: Sha256 }>(
    "SELECT c.json AS json, s.sha256 AS sha256 FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE c.key = :key",
  );
  const snapshots = keepLatest<Snapshot | null>(db, KEPT);
  const snapshotOf = (sha256: Sha256): Snapshot | null => snapshots(sha256, () => loadSnapshot(db, sha256));
  const find = (id: string): SummaryRow | null => {
    if (!/^[0-9a-f]{12,64}$/.test(id)) return null;
    // "g" follows "f": the range holds exactly what begins with these digits. Two documents with one beginning: none.
    const [only, second] = byPrefix.all({ from: id, to: `${id}g` });
    return only === undefined || second !== undefined ? null : only;
  };
  const summaries = keepLatest<DocumentSummary | null>(db, SUMMARIES);
  const summary = (sha256: Sha256): DocumentSummary | null =>
    summaries(sha256, () => {
      const row = find(sha256);
      return row === null ? null : trim(row);
    });
  return {
    document(id) {
      const row = find(id);
      const stored = row === null ? undefined : fact.get({ document: row.document });
      const snapshot = row === null ? null : snapshotOf(row.sha256);
      return row === null || stored === undefined || snapshot === null ? null : { ...trim(row), sameText: sameText.all({ document: row.document }).map(trim), snapshot, ...stored };
    },
    documents: pageOfDocuments(db),
    original: (sha256) => original.get({ sha256 }) ?? null,
    commitment(id) {
      const row = commitment.get({ key: id });
      const document = row === undefined ? null : summary(row.sha256);
      return row === undefined || document === null ? null : { commitment: JSON.parse(row.json), document };
    },
    summaries: (partnership, held) => ofMeeting.all({ partnership, held }).map(trim),
    copies: (partnership, held) => copiesOf.all({ partnership, held }).map(trim),
    summary,
    snapshot: snapshotOf,
  };
}

function pageOfDocuments(db: Database): ArchiveReader["documents"] {
  const order = "ORDER BY s.published DESC, s.document DESC LIMIT :limit OFFSET :offset";
  const latest = `WHERE s.document NOT IN (${SUPERSEDED})`;
  const scopes = { all: latest, one: `${latest} AND s.partnership = :partnership`, none: `${latest} AND s.partnership IS NULL` } as const;
  const prepare = (where: string) => ({
    rows: db.prepare<Record<string, string | number | null>, SummaryRow>(`SELECT ${SUMMARY} ${FROM} ${where} ${order}`),
    total: db.prepare<Record<string, string | number | null>, number>(`SELECT COUNT(*) FROM snapshots AS s ${where}`).pluck(),
  });
  const prepared = { all: prepare(scopes.all), one: prepare(scopes.one), none: prepare(scopes.none) };
  return ({ offset, limit, partnership }): Page<DocumentSummary> => {
    const { rows, total } = prepared[partnership === undefined ? "all" : partnership === null ? "none" : "one"];
    const scope: Record<string, string> = partnership === undefined || partnership === null ? {} : { partnership };
    return { items: rows.all({ ...scope, limit, offset }).map(trim), total: total.get(scope) ?? 0, offset, limit };
  };
}

function trim({ document: _number, ...summary }: SummaryRow): DocumentSummary {
  return summary;
}
