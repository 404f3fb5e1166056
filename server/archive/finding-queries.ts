/**
 * Finding documents and commitments by their words: the best first, narrowed by partnership, topic, kind and year,
 * with how all hits spread over these, and where words stand first and last in time.
 */
import type { IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";
import type { DocumentQueries } from "./document-queries.ts";
import { remember } from "./filtering.ts";
import { facetsOf } from "./news-queries.ts";
import { SNIPPET, splitSnippet, toQuery } from "./search-queries.ts";
import { STANDING_PASSAGE, SUPERSEDED } from "./superseded.ts";
import { type ArchiveReader, FACETS, type FacetName, type FindQuery, type FoundHit } from "./types.ts";

type Values = Record<string, string | number>;

interface HitRow {
  readonly number: number;
  readonly id: string;
  readonly sha256: Sha256;
  readonly title: string;
  readonly partnership: Slug | null;
  readonly partnershipName: string | null;
  readonly published: IsoDate;
  readonly held: IsoDate;
  readonly topic: Slug | null;
  readonly label: string;
  readonly documentKind: string;
  readonly language: string;
}

interface CountRow {
  readonly facet: string;
  readonly value: string | null;
  readonly count: number;
}

const RANKED = `WITH hit AS MATERIALIZED (SELECT rowid AS id, rank FROM search_index WHERE search_index MATCH :query AND ${STANDING_PASSAGE})`;
/** For counting: to rank all hits would cost more than to find them. */
const HIT = `WITH hit AS MATERIALIZED (SELECT rowid AS id FROM search_index WHERE search_index MATCH :query AND ${STANDING_PASSAGE})`;
const HELD = "COALESCE(md.held, s.held)";

/** What each scope searches, and its columns for narrowing. */
const SCOPES = {
  commitments: {
    from: "FROM hit JOIN commitments AS c ON c.id = hit.id JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = s.document",
    own: "c.key AS id, c.topic AS topic, c.stage AS label",
    columns: { partnership: "s.partnership", topic: "c.topic", kind: "c.stage", year: `substr(${HELD}, 1, 4)` },
  },
  documents: {
    from: "FROM hit JOIN snapshots AS s ON s.passage = hit.id LEFT JOIN meeting_documents AS md ON md.document = s.document",
    own: "s.sha256 AS id, NULL AS topic, s.kind AS label",
    columns: { partnership: "s.partnership", topic: "NULL", kind: "s.kind", year: `substr(${HELD}, 1, 4)` },
  },
} as const satisfies Record<FindQuery["scope"], { readonly from: string; readonly own: string; readonly columns: Readonly<Record<FacetName, string>> }>;

export function findingQueries(db: Database, documents: DocumentQueries): Pick<ArchiveReader, "find" | "seen"> {
  const rows = remember((sql: string) => db.prepare<Values, HitRow>(sql));
  const counts = remember((sql: string) => db.prepare<Values, CountRow>(sql));
  // Snippets are cut for one page only.
  const snippets = db.prepare<Values, { id: number; snippet: string }>(`SELECT rowid AS id, ${SNIPPET} AS snippet FROM search_index WHERE search_index MATCH :query AND rowid IN (SELECT value FROM json_each(:ids))`);
  return {
    find({ text, scope, chosen }, { offset, limit }) {
      const query = toQuery(text);
      if (query === null) return { items: [], total: 0, offset, limit, facets: [] };
      const { from, own } = SCOPES[scope];
      const where = narrowing(scope, chosen);
      const found = rows(
        `${RANKED} SELECT hit.id AS number, ${own}, s.sha256, s.title, s.partnership, s.partnership_name AS partnershipName, s.published, ${HELD} AS held, s.kind AS documentKind, s.language
         ${from} ${where} ORDER BY hit.rank, hit.id LIMIT :limit OFFSET :offset`,
      ).all({ ...chosen, query, limit, offset });
      const words = new Map(snippets.all({ query, ids: JSON.stringify(found.map(({ number }) => number)) }).map(({ id, snippet }) => [id, snippet]));
      const spread = counts(spreadOf(scope, where)).all({ ...chosen, query });
      const total = spread.reduce((sum, { facet, count }) => sum + (facet === "year" ? count : 0), 0);
      return { items: found.map((row) => toFound(row, scope, words.get(row.number) ?? "")), total, offset, limit, facets: facetsOf(spread) };
    },
    seen: seenQuery(db, documents),
  };
}

/** Counts of all hits by each column, in one statement. */
function spreadOf(scope: FindQuery["scope"], where: string): string {
  const { from, columns } = SCOPES[scope];
  const named = FACETS.map((name) => `${columns[name]} AS ${name}`).join(", ");
  const counted = FACETS.map((name) => `SELECT '${name}' AS facet, ${name} AS value, COUNT(*) AS count FROM n GROUP BY ${name}`).join(" UNION ALL ");
  return `${HIT}, n AS MATERIALIZED (SELECT ${named} ${from} ${where}) SELECT * FROM (${counted}) ORDER BY facet, count DESC, value`;
}

function narrowing(scope: FindQuery["scope"], chosen: FindQuery["chosen"]): string {
  const { columns } = SCOPES[scope];
  const parts = FACETS.filter((name) => chosen[name] !== undefined).map((name) => `${columns[name]} = :${name}`);
  return parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
}

function toFound({ number: _, title, ...row }: HitRow, scope: FindQuery["scope"], snippet: string): FoundHit {
  return { ...row, kind: scope === "commitments" ? "commitment" : "document", title, documentTitle: title, snippet: splitSnippet(snippet) };
}

/** By the day of publication: a phrase is first seen when it was first published. */
function seenQuery(db: Database, documents: DocumentQueries): ArchiveReader["seen"] {
  const dated = (order: string) =>
    db.prepare<Values, Sha256>(
      `SELECT s.sha256 FROM search_index AS si JOIN snapshots AS s ON s.passage = si.rowid WHERE search_index MATCH :query AND s.document NOT IN (${SUPERSEDED}) ORDER BY s.published ${order}, s.document ${order} LIMIT 1`,
    ).pluck();
  const [earliest, latest] = [dated("ASC"), dated("DESC")];
  const total = db.prepare<Values, number>(`SELECT COUNT(*) FROM search_index WHERE search_index MATCH :query AND rowid % ${COMMITMENTS_PER_DOCUMENT} = 0 AND ${STANDING_PASSAGE}`).pluck();
  return (text) => {
    const query = toQuery(text);
    const ends = query === null ? [] : [earliest.get({ query }), latest.get({ query })];
    const [first, last] = ends.map((sha256) => (sha256 === undefined ? null : documents.summary(sha256)));
    return query === null || !first || !last ? null : { documents: total.get({ query }) ?? 0, first, last };
  };
}
