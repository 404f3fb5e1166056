/**
 * The day on which a change is news: the later of the meeting's day and the day on which the first document of that meeting that
 * bears it was published. Nobody who asks since a day misses what was told late, nor reads again what a later report repeats. Silence is
 * borne by no document: it is news when the first one of the meeting is out, since later ones can only take from it. The day follows
 * from the documents alone, never from when they came in.
 */
import type { Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";

/** A document, and the copies of it that have the words of a commitment of it. */
const TOLD_BY = `
  SELECT o.document UNION ALL SELECT cp.document FROM copies AS cp JOIN commitments AS c ON c.document = cp.document AND c.plain = o.plain WHERE cp.original = o.document`;

const BEARING = `
  SELECT MIN(s.published) FROM change_commitments AS cc JOIN commitments AS o ON o.id = cc.commitment
  JOIN meeting_documents AS md ON md.document = o.document AND md.held = cc.after_held JOIN snapshots AS s ON s.document IN (${TOLD_BY})
  WHERE cc.partnership = ch.partnership AND cc.after_held = ch.after_held AND cc.ordinal = ch.ordinal`;

/** When the first document of a meeting was out, be it a copy. */
const firstOut = (partnership: string, held: string): string => `
  SELECT MIN(s.published) FROM snapshots AS s WHERE s.document IN (
    SELECT document FROM meeting_documents WHERE partnership = ${partnership} AND held = ${held} UNION ALL SELECT document FROM copies WHERE partnership = ${partnership} AND held = ${held})`;

/** The day of a change whose table is called `ch`. */
const DAY = `MAX(ch.after_held, COALESCE((${BEARING}), (${firstOut("ch.partnership", "ch.after_held")}), ch.after_held))`;

/** The day on which a meeting is news, whose table is called `m`. */
export const MEETING_DAY = `MAX(m.held, COALESCE((${firstOut("m.partnership", "m.held")}), m.held))`;

/** Changes by their day: that of their meeting until the archive is read anew. */
export const NEWS_DAYS_SCHEMA = `
ALTER TABLE changes ADD COLUMN told TEXT NOT NULL DEFAULT '';
UPDATE changes SET told = after_held;
DROP INDEX changes_by_partnership;
DROP INDEX changes_by_date;
DROP INDEX changes_by_kind;
DROP INDEX changes_by_topic;
CREATE INDEX changes_by_partnership ON changes (partnership, told DESC, after_held, ordinal);
CREATE INDEX changes_by_day ON changes (told DESC, partnership, after_held, ordinal);
CREATE INDEX changes_by_kind ON changes (kind, told DESC, partnership, after_held, ordinal);
CREATE INDEX changes_by_topic ON changes (topic, told DESC, partnership, after_held, ordinal);
CREATE INDEX changes_by_meeting ON changes (partnership, after_held, kind, told);
`;

/** Dates the changes of a partnership whose meetings stand. */
export function dateNews(db: Database, slug: Slug): void {
  db.prepare(
    `UPDATE changes SET told = n.day FROM (SELECT ch.rowid AS id, ${DAY} AS day FROM changes AS ch WHERE ch.partnership = :slug) AS n WHERE changes.rowid = n.id AND changes.told <> n.day`,
  ).run({ slug });
}
