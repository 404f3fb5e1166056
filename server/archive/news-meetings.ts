/**
 * Which meetings have news in a time, and which of their changes are of it: what briefs are made from.
 */
import { CHANGE_FRAGMENTS } from "./change-queries.ts";
import type { Database } from "./database.ts";
import { conditions, remember } from "./filtering.ts";
import { MEETING_FRAGMENTS } from "./meeting-queries.ts";
import { MEETING_DAY } from "./news-days.ts";
import type { ArchiveReader, NewsMeeting } from "./types.ts";

type Values = Record<string, string | number>;

/** Meetings that changed nothing, as the first of a partnership, are news by themselves, on the day that their documents tell. */
const ALONE = { ...MEETING_FRAGMENTS, kind: "0 = 1", since: `${MEETING_DAY} >= :since`, until: `${MEETING_DAY} < :until` } as const;

interface Row extends Omit<NewsMeeting, "changes"> {
  readonly changes: string;
  readonly total: number;
}

export function newsMeetingsQuery(db: Database): Pick<ArchiveReader, "newsMeetings"> {
  // Changes are gathered for the meetings of the page alone: an archive has a hundred thousand.
  const pages = remember((key: string) => {
    const [changed, alone]: readonly [string, string] = JSON.parse(key);
    return db.prepare<Values, Row>(
      `WITH all_news AS (
         SELECT ch.partnership, ch.after_held AS held, MAX(ch.told) AS told FROM changes AS ch ${changed} GROUP BY ch.partnership, ch.after_held
         UNION ALL SELECT m.partnership, m.held, ${MEETING_DAY} FROM meetings AS m
         ${alone === "" ? "WHERE" : `${alone} AND`} NOT EXISTS (SELECT 1 FROM changes AS ch WHERE ch.partnership = m.partnership AND ch.after_held = m.held)),
       page AS MATERIALIZED (SELECT *, COUNT(*) OVER () AS total FROM all_news ORDER BY told DESC, partnership, held DESC LIMIT :limit OFFSET :offset)
       SELECT page.*, (SELECT json_group_array(ch.id) FROM changes AS ch ${changed === "" ? "WHERE" : `${changed} AND`} ch.partnership = page.partnership AND ch.after_held = page.held) AS changes
       FROM page ORDER BY told DESC, partnership, held DESC`,
    );
  });
  return {
    newsMeetings(filter, { offset, limit }) {
      const { where: changed, values } = conditions(filter, CHANGE_FRAGMENTS);
      const rows = pages(JSON.stringify([changed, conditions(filter, ALONE).where])).all({ ...values, offset, limit });
      return { items: rows.map(({ changes, total: _, ...row }): NewsMeeting => ({ ...row, changes: new Set<string>(JSON.parse(changes)) })), total: rows[0]?.total ?? 0, offset, limit };
    },
  };
}
