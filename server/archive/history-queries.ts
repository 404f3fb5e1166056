/**
 * The archive's history: documents that came in, corrections, notes, readings that changed, and people, in one order
 * of time.
 */
import type { Sha256 } from "../../snapshots/index.ts";
import { undoings } from "../../snapshots/index.ts";
import { allCorrections } from "./corrections.ts";
import type { Database } from "./database.ts";
import type { DeskReader, HistoryEntry } from "./desk-types.ts";

type Row = Omit<HistoryEntry, "undoneBy"> & { readonly correction: number | null };

/** One row for each act. Ties in time fall in the order of the rows. */
const ACTS = `
  SELECT 'document-' || id AS id, added_at AS at, 'document' AS act, media_type AS kind, NULL AS author, NULL AS reason, '' AS before, COALESCE(name, '') AS after, sha256 AS document, NULL AS subject, NULL AS correction, id AS number FROM documents
  UNION ALL SELECT 'correction-' || c.id, c.made_at, 'correction', c.kind, c.author, c.reason, c.before, c.after,
    COALESCE(d.sha256, (SELECT o.sha256 FROM correction_documents AS cd JOIN documents AS o ON o.id = cd.document WHERE cd.correction = c.id ORDER BY cd.id LIMIT 1)),
    CASE WHEN json_extract(c.body, '$.at.start') IS NULL THEN NULL ELSE substr(d.sha256, 1, 12) || '-' || json_extract(c.body, '$.at.start') || '-' || json_extract(c.body, '$.at.end') END, c.id, c.id
    FROM corrections AS c LEFT JOIN documents AS d ON d.id = c.document
  UNION ALL SELECT 'note-' || n.id, n.made_at, 'note', n.subject, n.author, NULL, COALESCE((SELECT p.text FROM notes AS p WHERE p.subject = n.subject AND p.target = n.target AND p.version = n.version - 1), ''), n.text,
    (SELECT o.sha256 FROM documents AS o WHERE o.sha256 >= substr(n.target, 1, 12) AND o.sha256 < substr(n.target, 1, 12) || 'g' LIMIT 1), n.target, NULL, n.id FROM notes AS n
  UNION ALL SELECT 'reinterpretation-' || id, made_at, 'reinterpretation', 'reading', NULL, NULL, before, after, NULL, NULL, NULL, id FROM reinterpretations
  UNION ALL SELECT 'token-' || id, made_at, 'token', role, NULL, NULL, '', name, NULL, NULL, NULL, id FROM tokens
  UNION ALL SELECT 'revocation-' || r.id, r.made_at, 'revocation', t.role, NULL, NULL, t.name, '', NULL, NULL, NULL, r.id FROM revocations AS r JOIN tokens AS t ON t.id = r.token`;

/** A link names its commitments within its body; a search for the place of words in it would miss re-anchored ones. */
const FRAGMENTS = {
  document: "(document = :document OR correction IN (SELECT cd.correction FROM correction_documents AS cd JOIN documents AS d ON d.id = cd.document WHERE d.sha256 = :document))",
  commitment: "(subject = :commitment OR instr(COALESCE(subject, ''), :commitment) > 0)",
} as const;

export function historyQuery(db: Database): DeskReader["history"] {
  return (filter, { offset, limit }) => {
    const parts: string[] = [];
    const values: Record<string, string> = {};
    for (const field of ["document", "commitment"] as const) {
      const value: Sha256 | string | undefined = filter[field];
      if (value === undefined) continue;
      parts.push(FRAGMENTS[field]);
      values[field] = value;
    }
    const from = `FROM (${ACTS}) ${parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`}`;
    const rows = db.prepare<Record<string, string | number>, Row & { readonly number: number }>(`SELECT * ${from} ORDER BY at DESC, act, number DESC LIMIT :limit OFFSET :offset`).all({ ...values, limit, offset });
    const undone = undoings(allCorrections(db));
    const items = rows.map(({ correction, number: _, ...row }): HistoryEntry => ({ ...row, undoneBy: correction === null ? null : (undone.get(correction) ?? null) }));
    return { items, total: db.prepare<Record<string, string | number>, number>(`SELECT COUNT(*) ${from}`).pluck().get(values) ?? 0 };
  };
}
