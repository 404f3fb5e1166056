/**
 * Keeps addresses of commitments and meetings that are about to go, so that a link to them leads on.
 */
import type { Database } from "./database.ts";

type Values = Readonly<Record<string, string | number>>;

/** Keeps the ids of the commitments `c` of which `condition` is true. */
export function retireCommitments(db: Database, condition: string, values: Values = {}): void {
  db.prepare(
    `INSERT INTO retired_commitments (key, document, start, "end", quote)
     SELECT c.key, c.document, c.start, c."end", json_extract(c.json, '$.quote') FROM main.commitments AS c
     WHERE ${condition} AND NOT EXISTS (SELECT 1 FROM retired_commitments AS r WHERE r.key = c.key) ORDER BY c.id`,
  ).run(values);
}

/** Keeps the days of the meetings `m` of which `condition` is true. */
export function retireMeetings(db: Database, condition: string, values: Values = {}): void {
  db.prepare(
    `INSERT INTO retired_meetings (partnership, held, document)
     SELECT m.partnership, m.held, md.document FROM main.meetings AS m JOIN main.meeting_documents AS md ON md.partnership = m.partnership AND md.held = m.held AND md.ordinal = 1
     WHERE ${condition} AND NOT EXISTS (SELECT 1 FROM retired_meetings AS r WHERE r.partnership = m.partnership AND r.held = m.held) ORDER BY m.partnership, m.held`,
  ).run(values);
}
