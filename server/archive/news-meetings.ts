/**
 * Which meetings have news in a time, and which of their changes are of it: what briefs are made from.
 */
import { CHANGE_FRAGMENTS } from "./change-queries.ts";
import type { Database } from "./database.ts";
import { conditions, remember } from "./filtering.ts";
import { MEETING_DAY } from "./news-days.ts";
import type { ArchiveReader, NewsMeeting } from "./types.ts";

type Values = Record<string, string | number>;

/** Meetings that changed nothing, as the first of a partnership, are news by themselves. */
const ALONE = {
  partnership: "m.partnership = :partnership",
  party: "EXISTS (SELECT 1 FROM partnership_parties AS pp WHERE pp.party = :party AND pp.partnership = m.partnership)",
  topic: "EXISTS (SELECT 1 FROM meeting_topics AS t WHERE t.partnership = m.partnership AND t.held = m.held AND t.topic = :topic)",
  kind: "0 = 1",
  since: `${MEETING_DAY} >= :since`,
  until: `${MEETING_DAY} < :until`,
} as const;

interface Row extends Omit<NewsMeeting, "changes"> {
  readonly changes: string;
}

export function newsMeetingsQuery(db: Database): Pick<ArchiveReader, "newsMeetings"> {
  const all = (changed: string, alone: string): string => `
      SELECT ch.partnership, ch.after_held AS held, MAX(ch.told) AS told, json_group_array(ch.id) AS changes FROM changes AS ch ${changed} GROUP BY ch.partnership, ch.after_held
      UNION ALL SELECT m.partnership, m.held, ${MEETING_DAY}, '[]' FROM meetings AS m
      ${alone === "" ? "WHERE" : `${alone} AND`} NOT EXISTS (SELECT 1 FROM changes AS ch WHERE ch.partnership = m.partnership AND ch.after_held = m.held)`;
  const rows = remember((sql: string) => db.prepare<Values, Row>(`${sql} ORDER BY told DESC, partnership, held DESC LIMIT :limit OFFSET :offset`));
  const totals = remember((sql: string) => db.prepare<Values, number>(`SELECT COUNT(*) FROM (${sql})`).pluck());
  return {
    newsMeetings(filter, { offset, limit }) {
      const { where: changed, values } = conditions(filter, CHANGE_FRAGMENTS);
      const sql = all(changed, conditions(filter, ALONE).where);
      const items = rows(sql).all({ ...values, offset, limit }).map(({ changes, ...row }): NewsMeeting => ({ ...row, changes: new Set<string>(JSON.parse(changes)) }));
      return { items, total: totals(sql).get({ ...values }) ?? 0, offset, limit };
    },
  };
}
