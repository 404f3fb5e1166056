/**
 * Finding documents and commitments by their words: the best first, narrowed by partnership, topic, kind and year,
 * with how all hits spread over these, and where words stand first and last in time.
 */
import type { IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";
import type { DocumentQueries } from "./document-queries.ts";
import { countedBy, facetsOf, SHOWN, type SpreadRow, totalOf } from "./facets.ts";
import { remember } from "./filtering.ts";
import { keepLatest } from "./latest.ts";
import { SNIPPET, splitSnippet } from "./search-queries.ts";
import { toQuery } from "./search-terms.ts";
import { STANDING_PASSAGE } from "./superseded.ts";
import { type ArchiveReader, FACETS, type FacetName, type FindQuery, type FoundHit, type Seen } from "./types.ts";

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

const HELD = "COALESCE(md.held, s.held)";

/** What each scope searches, and its columns for narrowing. */
const SCOPES = {
  commitments: {
    passages: `rowid % ${COMMITMENTS_PER_DOCUMENT} <> 0`,
    from: "FROM hit JOIN commitments AS c ON c.id = hit.id JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = s.document",
    own: "c.key AS id, c.topic AS topic, c.stage AS label",
    columns: { partnership: "s.partnership", topic: "c.topic", kind: "c.stage", year: `substr(${HELD}, 1, 4)` },
  },
  documents: {
    passages: `rowid % ${COMMITMENTS_PER_DOCUMENT} = 0`,
    from: "FROM hit JOIN snapshots AS s ON s.passage = hit.id LEFT JOIN meeting_documents AS md ON md.document = s.document",
    own: "s.sha256 AS id, NULL AS topic, s.kind AS label",
    columns: { partnership: "s.partnership", topic: "NULL", kind: "s.kind", year: `substr(${HELD}, 1, 4)` },
  },
} as const satisfies Record<FindQuery["scope"], { readonly passages: string; readonly from: string; readonly own: string; readonly columns: Readonly<Record<FacetName, string>> }>;

export function findingQueries(db: Database, documents: DocumentQueries): Pick<ArchiveReader, "find" | "seen"> {
  const spread = remember((sql: string) => db.prepare<Values, SpreadRow>(sql));
  const rows = { commitments: db.prepare<Values, HitRow>(rowsOf("commitments")), documents: db.prepare<Values, HitRow>(rowsOf("documents")) };
  // Each passage is looked at once (by `+`): to seek each of a few by its number costs more than to pass over all hits.
  const snippets = db.prepare<Values, { id: number; snippet: string }>(`SELECT rowid AS id, ${SNIPPET} AS snippet FROM search_index WHERE search_index MATCH :query AND +rowid IN (SELECT value FROM json_each(:ids))`);
  return {
    find({ text, scope, chosen }, { offset, limit }) {
      const query = toQuery(text);
      if (query === null) return { items: [], total: 0, offset, limit, facets: [] };
      const found = spread(spreadOf(scope, narrowing(scope, chosen))).all({ ...chosen, query, limit, offset });
      const ids = JSON.stringify(found.flatMap(({ facet, value }) => (facet === SHOWN ? [value] : [])));
      const words = new Map(snippets.all({ query, ids }).map(({ id, snippet }) => [id, snippet]));
      const items = rows[scope].all({ ids }).map((row) => toFound(row, scope, words.get(row.number) ?? ""));
      return { items, total: totalOf(found), offset, limit, facets: facetsOf(found) };
    },
    seen: seenQuery(db, documents),
  };
}

/** Counts of all hits by each column, and the numbers of those that are shown, best first: in one statement, so that the words are looked up and ranked once. */
function spreadOf(scope: FindQuery["scope"], where: string): string {
  const { passages, from, columns } = SCOPES[scope];
  const named = FACETS.map((name) => `${columns[name]} AS ${name}`).join(", ");
  return `WITH hit AS MATERIALIZED (SELECT rowid AS id, rank FROM search_index WHERE search_index MATCH :query AND ${passages} AND ${STANDING_PASSAGE}),
    n AS MATERIALIZED (SELECT hit.id, hit.rank, ${named} ${from} ${where})
    SELECT * FROM (${countedBy("n")} UNION ALL SELECT * FROM (SELECT '${SHOWN}', id, -rank FROM n ORDER BY rank, id LIMIT :limit OFFSET :offset)) ORDER BY facet, count DESC, value`;
}

/** What is told of the hits of these numbers, in their order. */
function rowsOf(scope: FindQuery["scope"]): string {
  const { from, own } = SCOPES[scope];
  return `WITH hit AS MATERIALIZED (SELECT key AS place, value AS id FROM json_each(:ids))
    SELECT hit.id AS number, ${own}, s.sha256, s.title, s.partnership, s.partnership_name AS partnershipName, s.published, ${HELD} AS held, s.kind AS documentKind, s.language
    ${from} ORDER BY hit.place`;
}

function narrowing(scope: FindQuery["scope"], chosen: FindQuery["chosen"]): string {
  const { columns } = SCOPES[scope];
  const parts = FACETS.filter((name) => chosen[name] !== undefined).map((name) => `${columns[name]} = :${name}`);
  return parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
}

function toFound({ number: _, title, ...row }: HitRow, scope: FindQuery["scope"], snippet: string): FoundHit {
  return { ...row, kind: scope === "commitments" ? "commitment" : "document", title, documentTitle: title, snippet: splitSnippet(snippet) };
}

/** Answers that are kept: a search is looked at in each scope and on its next pages. */
const SEEN = 64;

/** By the day of publication: a phrase is first seen when it was first published. */
function seenQuery(db: Database, documents: DocumentQueries): ArchiveReader["seen"] {
  const end = (order: string): string => `(SELECT sha256 FROM n ORDER BY published ${order}, document ${order} LIMIT 1)`;
  const ends = db.prepare<Values, { readonly documents: number; readonly first: Sha256 | null; readonly last: Sha256 | null }>(
    `WITH hit AS MATERIALIZED (SELECT rowid AS id FROM search_index WHERE search_index MATCH :query AND ${SCOPES.documents.passages} AND ${STANDING_PASSAGE}),
       n AS MATERIALIZED (SELECT s.sha256, s.published, s.document FROM hit JOIN snapshots AS s ON s.passage = hit.id)
     SELECT COUNT(*) AS documents, ${end("ASC")} AS first, ${end("DESC")} AS last FROM n`,
  );
  const summary = (sha256: Sha256 | null | undefined) => (sha256 === null || sha256 === undefined ? null : documents.summary(sha256));
  const known = keepLatest<Seen | null>(db, SEEN);
  return (text) => {
    const query = toQuery(text);
    if (query === null) return null;
    return known(query, () => {
      const found = ends.get({ query });
      const [first, last] = [summary(found?.first), summary(found?.last)];
      return found === undefined || first === null || last === null ? null : { documents: found.documents, first, last };
    });
  };
}
