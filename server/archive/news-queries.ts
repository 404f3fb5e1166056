/**
 * The stream of changes: what the meetings of all partnerships said anew, newest first, and how it spreads over
 * partnerships, topics, kinds and years. Ordered by the day of the meeting, so that a better reading is never news.
 */
import { CHANGE_FRAGMENTS, type ChangeRow, describeChanges } from "./change-queries.ts";
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";
import type { Database } from "./database.ts";
import { conditions, remember } from "./filtering.ts";
import { keepLatest } from "./latest.ts";
import { toQuery } from "./search-queries.ts";
import { type ArchiveReader, type Facet, FACETS, type NewsFilter } from "./types.ts";

type Values = Record<string, string | number>;

/** Changes with a commitment that has the words, and whether it stands before or after. */
const WORDS = `
  SELECT cc.partnership, cc.after_held, cc.ordinal, MAX(md.held = cc.after_held) AS now, MAX(md.held <> cc.after_held) AS once
  FROM (SELECT rowid AS commitment FROM search_index WHERE search_index MATCH :query) AS hit
  JOIN change_commitments AS cc ON cc.commitment = hit.commitment
  JOIN meeting_documents AS md ON md.document = hit.commitment / ${COMMITMENTS_PER_DOCUMENT}
  GROUP BY cc.partnership, cc.after_held, cc.ordinal`;

const SIDES = { either: "1", added: "w.now = 1 AND w.once = 0", removed: "w.once = 1 AND w.now = 0" } as const;

const KINDS = "ch.kind IN (SELECT value FROM json_each(:kinds))";

/** Within a comparison what moved comes first; the dates before it are read in their order, so that only one comparison is sorted. */
const RANK = "CASE ch.kind WHEN 'receded' THEN 0 WHEN 'advanced' THEN 1 WHEN 'new' THEN 2 WHEN 'reworded' THEN 3 WHEN 'silent' THEN 4 ELSE 5 END";

const COUNTED = {
  partnership: "ch.partnership",
  topic: "ch.topic",
  kind: "ch.kind",
  year: "substr(ch.after_held, 1, 4)",
} as const;

const ORDER = `ch.after_held DESC, ch.partnership, ${RANK}, ch.ordinal`;

/** Totals that are kept: the pages of one list have the same. */
const TOTALS = 64;

interface Asked {
  readonly with: string;
  readonly from: string;
  readonly where: string;
  readonly values: Values;
}

export function newsQueries(db: Database): Pick<ArchiveReader, "news" | "newsFacets" | "lastAdded"> {
  const describe = describeChanges(db);
  const statement = remember((sql: string) => db.prepare<Values, ChangeRow>(sql));
  const number = remember((sql: string) => db.prepare<Values, number>(sql).pluck());
  const counted = remember((sql: string) => db.prepare<Values, { facet: string; value: string; count: number }>(sql));
  const last = db.prepare<[], string | null>(
    "SELECT MAX(at) FROM (SELECT at FROM (SELECT added_at AS at FROM documents ORDER BY id DESC LIMIT 1) UNION ALL SELECT at FROM (SELECT made_at AS at FROM corrections ORDER BY id DESC LIMIT 1))",
  ).pluck();
  const totals = keepLatest<number>(db, TOTALS);
  const totalOf = ({ with: words, from, where, values }: Asked): number => {
    const sql = `${words} SELECT COUNT(*) ${from} ${where}`;
    return totals(`${sql} ${JSON.stringify(values)}`, () => number(sql).get(values) ?? 0);
  };
  return {
    lastAdded: () => last.get() ?? null,
    news(filter, { offset, limit }) {
      const asked = ask(filter);
      if (asked === null) return { items: [], total: 0, offset, limit };
      // Only what is shown is fetched: by their numbers alone, the changes before it are soon passed over.
      const rows = statement(
        `${asked.with === "" ? "WITH" : `${asked.with},`} shown AS MATERIALIZED (SELECT ch.rowid AS id ${asked.from} ${inOrder(asked.where)} ORDER BY ${ORDER} LIMIT :limit OFFSET :offset)
         SELECT ch.partnership, p.name AS partnershipName, c.before_held AS before, ch.after_held AS after, ch.json
         FROM shown CROSS JOIN changes AS ch ON ch.rowid = shown.id JOIN partnerships AS p ON p.slug = ch.partnership
         JOIN comparisons AS c ON c.partnership = ch.partnership AND c.after_held = ch.after_held ORDER BY ${ORDER}`,
      ).all({ ...asked.values, limit, offset });
      return { items: rows.map(describe), total: totalOf(asked), offset, limit };
    },
    newsFacets(filter) {
      const asked = ask(filter);
      if (asked === null) return [];
      const parts = FACETS.map((name) => `SELECT '${name}' AS facet, ${COUNTED[name]} AS value, COUNT(*) AS count ${asked.from} ${asked.where} GROUP BY 2`);
      return facetsOf(counted(`${asked.with} SELECT * FROM (${parts.join(" UNION ALL ")}) ORDER BY facet, count DESC, value`).all(asked.values));
    },
  };
}

/** Null where the words asked for are none. */
function ask(filter: NewsFilter): Asked | null {
  const { where, values } = conditions(filter, CHANGE_FRAGMENTS);
  const parts = where === "" ? [] : [where.slice("WHERE ".length)];
  const more: Values = { ...values };
  if (filter.kinds !== undefined) {
    parts.push(KINDS);
    more["kinds"] = JSON.stringify(filter.kinds);
  }
  if (filter.words === undefined) return { with: "", from: "FROM changes AS ch", where: joined(parts), values: more };
  const query = toQuery(filter.words.text);
  if (query === null) return null;
  parts.push(SIDES[filter.words.side]);
  return { with: `WITH w AS MATERIALIZED (${WORDS})`, from: "FROM w CROSS JOIN changes AS ch USING (partnership, after_held, ordinal)", where: joined(parts), values: { ...more, query } };
}

/** Read along the dates and stopped when the page is full; by kind it would be all changes, sorted anew for each page. */
function inOrder(where: string): string {
  return where.replace(KINDS, `+${KINDS}`);
}

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
}

/** Rows of several facets, told apart. */
export function facetsOf(rows: readonly { readonly facet: string; readonly value: string | null; readonly count: number }[]): readonly Facet[] {
  return FACETS.map((name) => ({ name, values: rows.flatMap(({ facet, value, count }) => (facet === name && value !== null ? [{ value, count }] : [])) })).filter(({ values }) => values.length > 0);
}
