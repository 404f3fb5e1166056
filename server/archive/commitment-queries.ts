/**
 * Commitments as a list, newest meeting first, narrowed by partnership, topic, stage and time.
 */
import type { Commitment, IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { remember } from "./filtering.ts";
import { SUPERSEDED } from "./superseded.ts";
import type { ArchiveReader } from "./types.ts";

type Values = Record<string, string | number>;

interface Row {
  readonly json: string;
  readonly sha256: Sha256;
  readonly documentTitle: string;
  readonly partnership: Slug | null;
  readonly held: IsoDate;
}

const HELD = "COALESCE(md.held, s.held)";
const FROM = "FROM commitments AS c JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = c.document";
const FRAGMENTS = {
  partnership: "s.partnership = :partnership",
  topic: "c.topic = :topic",
  stage: "c.stage = :stage",
  since: `${HELD} >= :since`,
  until: `${HELD} < :until`,
} as const;

export function commitmentQueries(db: Database): Pick<ArchiveReader, "commitments"> {
  const rows = remember((where: string) =>
    db.prepare<Values, Row>(`SELECT c.json, s.sha256, s.title AS documentTitle, s.partnership, ${HELD} AS held ${FROM} ${where} ORDER BY held DESC, c.document, c.ordinal LIMIT :limit OFFSET :offset`),
  );
  const totals = remember((where: string) => db.prepare<Values, number>(`SELECT COUNT(*) ${FROM} ${where}`).pluck());
  return {
    commitments(filter, { offset, limit }) {
      const parts: string[] = [`c.document NOT IN (${SUPERSEDED})`];
      const values: Record<string, string> = {};
      for (const field of ["partnership", "topic", "stage", "since", "until"] as const) {
        const value = filter[field];
        if (value === undefined) continue;
        parts.push(FRAGMENTS[field]);
        // "~" follows every digit and hyphen: until 2024 is until its last day.
        values[field] = field === "until" ? `${value}~` : value;
      }
      const where = `WHERE ${parts.join(" AND ")}`;
      const items = rows(where)
        .all({ ...values, limit, offset })
        .map(({ json, ...row }) => ({ ...parse(json), ...row }));
      return { items, total: totals(where).get(values) ?? 0, offset, limit };
    },
  };
}

function parse(json: string): Commitment {
  return JSON.parse(json);
}
