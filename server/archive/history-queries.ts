/**
 * The archive's history: documents that came in, corrections, notes, readings that changed, and people, in one order
 * of time.
 */
import { type Quote, type Sha256, successorOf, undoings } from "../../snapshots/index.ts";
import { allCorrections } from "./corrections.ts";
import { type Database, perDatabase } from "./database.ts";
import type { DeskReader, HistoryEntry } from "./desk-types.ts";
import { remember } from "./filtering.ts";
import { loadSnapshot } from "./snapshot-rows.ts";

type Row = Omit<HistoryEntry, "undoneBy" | "title" | "versionOf"> & { readonly correction: number | null };

/** One row for each document that came in. */
const ARRIVALS = `
  SELECT 'document-' || id AS id, added_at AS at, 'document' AS act, media_type AS kind, (SELECT author FROM arrivals WHERE document = documents.id) AS author, NULL AS reason, '' AS before, COALESCE(name, '') AS after, sha256 AS document, NULL AS subject, NULL AS correction, id AS number FROM documents`;

/** One row for each other act. */
const ACTS = `
  SELECT 'correction-' || c.id, c.made_at, 'correction', c.kind, c.author, c.reason, c.before, c.after,
    COALESCE(d.sha256, (SELECT o.sha256 FROM correction_documents AS cd JOIN documents AS o ON o.id = cd.document WHERE cd.correction = c.id ORDER BY cd.id LIMIT 1)),
    CASE WHEN json_extract(c.body, '$.at.start') IS NULL THEN NULL ELSE substr(d.sha256, 1, 12) || '-' || json_extract(c.body, '$.at.start') || '-' || json_extract(c.body, '$.at.end') END, c.id, c.id
    FROM corrections AS c LEFT JOIN documents AS d ON d.id = c.document
  UNION ALL SELECT 'note-' || n.id, n.made_at, 'note', n.subject, n.author, NULL, COALESCE((SELECT p.text FROM notes AS p WHERE p.subject = n.subject AND p.target = n.target AND p.version = n.version - 1), ''), n.text,
    (SELECT o.sha256 FROM documents AS o WHERE o.sha256 >= substr(n.target, 1, 12) AND o.sha256 < substr(n.target, 1, 12) || 'g' LIMIT 1), n.target, NULL, n.id FROM notes AS n
  UNION ALL SELECT 'reinterpretation-' || id, made_at, 'reinterpretation', 'reading', NULL, NULL, before, after, NULL, NULL, NULL, id FROM reinterpretations
  UNION ALL SELECT 'token-' || id, made_at, 'token', role, NULL, NULL, '', name, NULL, NULL, NULL, id FROM tokens
  UNION ALL SELECT 'revocation-' || r.id, r.made_at, 'revocation', t.role, NULL, NULL, t.name, '', NULL, NULL, NULL, r.id FROM revocations AS r JOIN tokens AS t ON t.id = r.token`;

/** Of documents no more than can be on the page: an archive has thousands, and few other acts. */
const NEWEST = `FROM (SELECT * FROM (${ARRIVALS} ORDER BY added_at DESC, id DESC LIMIT :limit + :offset) UNION ALL ${ACTS})`;
const ALL = `FROM (${ARRIVALS} UNION ALL ${ACTS})`;

/** A commitment is looked for by all ids that lead to it; a link names its commitments within its body. */
const FRAGMENTS = {
  document: "(document = :document OR correction IN (SELECT cd.correction FROM correction_documents AS cd JOIN documents AS d ON d.id = cd.document WHERE d.sha256 = :document))",
  commitment: `(subject IN (SELECT value FROM json_each(:commitment)) OR correction IN (
    SELECT c.id FROM corrections AS c, json_tree(c.body) AS t JOIN documents AS d ON d.sha256 = json_extract(c.body, replace(t.path, '"', '') || '.sha256')
    WHERE t.key = 'start' AND c.document IS NULL AND substr(d.sha256, 1, 12) || '-' || t.value || '-' || json_extract(c.body, t.path || '.end') IN (SELECT value FROM json_each(:commitment))))`,
} as const;

/** Asks for one act by its id. */
export function actQuery(db: Database): DeskReader["act"] {
  const one = db.prepare<{ id: string }, Row & { readonly number: number }>(`SELECT * ${ALL} WHERE id = :id`);
  return (id) => entriesOf(db, one.all({ id }))[0] ?? null;
}

export function historyQuery(db: Database): DeskReader["history"] {
  const page = remember((from: string) => db.prepare<Record<string, string | number>, Row & { readonly number: number }>(`SELECT * ${from} ORDER BY at DESC, act, number DESC LIMIT :limit OFFSET :offset`));
  const count = remember((from: string) => db.prepare<Record<string, string | number>, number>(`SELECT COUNT(*) ${from}`).pluck());
  return (filter, { offset, limit }) => {
    const parts: string[] = [];
    const values: Record<string, string> = {};
    for (const field of ["document", "commitment"] as const) {
      const value: Sha256 | string | undefined = filter[field];
      if (value === undefined) continue;
      parts.push(FRAGMENTS[field]);
      values[field] = field === "commitment" ? JSON.stringify(idsOf(db, value)) : value;
    }
    const from = parts.length === 0 ? ALL : `${ALL} WHERE ${parts.join(" AND ")}`;
    // Ties in time fall in the order of the rows.
    const rows = page(parts.length === 0 ? NEWEST : from).all({ ...values, limit, offset });
    return { items: entriesOf(db, rows), total: count(from).get(values) ?? 0 };
  };
}

/** The id, and all that were given out once and lead to it now. */
function idsOf(db: Database, id: string): string[] {
  const document = db.prepare<{ id: string }, number>("SELECT document FROM commitments WHERE key = :id").pluck().get({ id });
  if (document === undefined) return [id];
  const snapshot = loadSnapshot(db, db.prepare<{ document: number }, Sha256>("SELECT sha256 FROM snapshots WHERE document = :document").pluck().get({ document }) ?? ("" as Sha256));
  const retired = db.prepare<{ document: number }, Quote & { readonly key: string }>('SELECT key, start, "end", quote FROM retired_commitments WHERE document = :document ORDER BY id').all({ document });
  const leading = retired.filter((one) => snapshot !== null && successorOf(one, snapshot.commitments, snapshot.document.text)?.id === id);
  return [id, ...leading.map((one) => one.key)];
}

interface Named {
  readonly title: string | null;
  readonly versionOf: string | null;
}

/** Titles are asked for the rows of a page: to sort thousands of acts, none is needed. */
const named = perDatabase((db) =>
  db.prepare<{ sha256: string }, Named>(
    `SELECT s.title, (SELECT o.title FROM versions AS v JOIN snapshots AS o ON o.document = v.original WHERE v.document = s.document AND v.original <> s.document ORDER BY v.id LIMIT 1) AS versionOf
     FROM snapshots AS s WHERE s.sha256 = :sha256`,
  ),
);

function entriesOf(db: Database, rows: readonly (Row & { readonly number: number })[]): HistoryEntry[] {
  const undone = undoings(allCorrections(db));
  return rows.map(({ correction, number: _, ...row }): HistoryEntry => {
    const { title, versionOf } = (row.document === null ? undefined : named(db).get({ sha256: row.document })) ?? { title: null, versionOf: null };
    return { ...row, title, versionOf: row.act === "document" ? versionOf : null, undoneBy: correction === null ? null : (undone.get(correction) ?? null) };
  });
}
