/**
 * The stream of changes: what the meetings of all partnerships said anew, newest first, and how it spreads over
 * partnerships, topics, kinds and years. Ordered by the day on which each is news, which documents tell, so that a better reading is never news.
 */
import { CHANGE, CHANGE_FRAGMENTS, type ChangeRow, describeChanges } from "./change-queries.ts";
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";
import type { Database } from "./database.ts";
import { countedBy, facetsOf, SHOWN, type SpreadRow, totalOf } from "./facets.ts";
import { conditions, remember } from "./filtering.ts";
import { keepLatest } from "./latest.ts";
import { toQuery } from "./search-terms.ts";
import type { ArchiveReader, ChangeRecord, Facet, NewsFilter } from "./types.ts";

type Values = Record<string, string | number>;

/** Numbers of changes with a commitment that has the words, and whether it stands before or after. */
const WORDS = `
  SELECT ch.rowid AS id, MAX(md.held = cc.after_held) AS now, MAX(md.held <> cc.after_held) AS once
  FROM (SELECT rowid AS commitment FROM search_index WHERE search_index MATCH :query) AS hit
  CROSS JOIN change_commitments AS cc ON cc.commitment = hit.commitment
  JOIN meeting_documents AS md ON md.document = hit.commitment / ${COMMITMENTS_PER_DOCUMENT}
  CROSS JOIN changes AS ch ON ch.partnership = cc.partnership AND ch.after_held = cc.after_held AND ch.ordinal = cc.ordinal
  GROUP BY ch.rowid`;

const SIDES = { either: "1", added: "w.now = 1 AND w.once = 0", removed: "w.once = 1 AND w.now = 0" } as const;

const KINDS = "ch.kind IN (SELECT value FROM json_each(:kinds))";

/** Within a comparison what moved comes first; the dates before it are read in their order, so that only one comparison is sorted. */
const RANK = "CASE ch.kind WHEN 'receded' THEN 0 WHEN 'advanced' THEN 1 WHEN 'new' THEN 2 WHEN 'reworded' THEN 3 WHEN 'silent' THEN 4 ELSE 5 END";

/** The columns that facets count by. */
const COUNTED = "ch.partnership, ch.topic, ch.kind, substr(ch.told, 1, 4) AS year";

const ORDER = `ch.told DESC, ch.partnership, ch.after_held DESC, ${RANK}, ch.ordinal`;

/** Totals that are kept: the pages of one list have the same. */
const TOTALS = 64;
/** Changes that are kept with their words: the page, its feeds and its other forms tell the same. */
const RECORDS = 1_000;

interface Asked {
  /** The table of what has the words; empty where none are asked for. */
  readonly with: string;
  readonly from: string;
  readonly where: string;
  readonly values: Values;
}

export function newsQueries(db: Database): Pick<ArchiveReader, "news" | "newsFacets" | "lastAdded"> {
  const describe = describeChanges(db);
  const last = db.prepare<[], string | null>(
    "SELECT MAX(at) FROM (SELECT at FROM (SELECT added_at AS at FROM documents ORDER BY id DESC LIMIT 1) UNION ALL SELECT at FROM (SELECT made_at AS at FROM corrections ORDER BY id DESC LIMIT 1))",
  ).pluck();
  // Only what is shown is fetched: by their numbers alone, the changes before it are soon passed over.
  const row = db.prepare<Values, ChangeRow>(`${CHANGE} WHERE ch.rowid = :id`);
  const described = keepLatest<readonly ChangeRecord[]>(db, RECORDS);
  const tell = (id: number): readonly ChangeRecord[] => described(String(id), () => row.all({ id }).map(describe));
  const spread = spreadQuery(db);
  const list = listQuery(db);
  const facets = keepLatest<readonly Facet[]>(db, TOTALS);
  const keep = (asked: Asked, found: () => readonly SpreadRow[]): readonly Facet[] => facets(keyOf(asked), () => facetsOf(found()));
  const searched = (asked: Asked, slice: Slice): Listed => {
    const found = spread(asked, slice);
    keep(asked, () => found);
    return { ids: found.flatMap(({ facet, value }) => (facet === SHOWN ? [Number(value)] : [])), total: totalOf(found) };
  };
  return {
    lastAdded: () => last.get() ?? null,
    news(filter, { offset, limit }) {
      const asked = ask(filter);
      if (asked === null) return { items: [], total: 0, offset, limit };
      const found = (asked.with === "" ? list : searched)(asked, { offset, limit });
      return {
        items: found.ids.flatMap(tell),
        get total() {
          return found.total;
        },
        offset,
        limit,
      };
    },
    newsFacets(filter) {
      const asked = ask(filter);
      return asked === null ? [] : keep(asked, () => spread(asked, { offset: 0, limit: 0 }));
    },
  };
}

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** The numbers of what is shown, in their order, and how many there are in all. */
interface Listed {
  readonly ids: readonly number[];
  readonly total: number;
}

/** Without words, the changes are read along their dates until the page is full. */
function listQuery(db: Database): (asked: Asked, slice: Slice) => Listed {
  const number = remember((sql: string) => db.prepare<Values, number>(sql).pluck());
  const totals = keepLatest<number>(db, TOTALS);
  return (asked, slice) => ({
    ids: number(`SELECT ch.rowid ${asked.from} ${inOrder(asked.where)} ORDER BY ${ORDER} LIMIT :limit OFFSET :offset`).all({ ...asked.values, ...slice }),
    // Counted when it is asked for: who shows the newest few does not tell how many there are.
    get total() {
      return totals(keyOf(asked), () => number(`SELECT COUNT(*) ${asked.from} ${asked.where}`).get(asked.values) ?? 0);
    },
  });
}

/** With words, all that has them is found once, counted and cut to the page. */
function spreadQuery(db: Database): (asked: Asked, slice: Slice) => readonly SpreadRow[] {
  const counted = remember((sql: string) => db.prepare<Values, SpreadRow>(sql));
  return ({ with: words, from, where, values }, slice) =>
    counted(
      `WITH ${words} n AS MATERIALIZED (SELECT ch.rowid AS id, ch.told, ch.after_held, ch.ordinal, ${COUNTED} ${from} ${where})
       SELECT * FROM (${countedBy("n")} UNION ALL SELECT '${SHOWN}', ch.id, -ROW_NUMBER() OVER (ORDER BY ${ORDER}) FROM (SELECT * FROM n AS ch ORDER BY ${ORDER} LIMIT :limit OFFSET :offset) AS ch) ORDER BY facet, count DESC, value`,
    ).all({ ...values, ...slice });
}

function keyOf({ where, values }: Asked): string {
  return `${where} ${JSON.stringify(values)}`;
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
  return { with: `w AS MATERIALIZED (${WORDS}),`, from: "FROM w CROSS JOIN changes AS ch ON ch.rowid = w.id", where: joined(parts), values: { ...more, query } };
}

/** Read along the dates and stopped when the page is full; by kind it would be all changes, sorted anew for each page. */
function inOrder(where: string): string {
  return where.replace(KINDS, `+${KINDS}`);
}

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
}
