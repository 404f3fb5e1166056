/**
 * Full-text search over documents and commitments.
 */
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import { type Database, writes } from "./database.ts";
import { remember } from "./filtering.ts";
import { keepLatest } from "./latest.ts";
import { COMMITMENTS_PER_DOCUMENT } from "./derived-schema.ts";
import { toQuery } from "./search-terms.ts";
import { STANDING_PASSAGE, SUPERSEDED } from "./superseded.ts";
import type { ArchiveReader, SearchHit } from "./types.ts";

interface HitRow {
  readonly passage: number;
  readonly key: string | null;
  readonly sha256: string;
  readonly title: string;
  readonly partnership: Slug | null;
  readonly published: IsoDate;
  readonly snippet: string;
}

/** Marks that no text should have: noncharacters of Unicode. */
const OPEN = "\ufdd0";
const CLOSE = "\ufdd1";
/** Words around a hit, the words found between marks; `splitSnippet` takes them apart. */
export const SNIPPET = `snippet(search_index, -1, '${OPEN}', '${CLOSE}', ' … ', 30)`;

export function searchQueries(db: Database): Pick<ArchiveReader, "search" | "counts" | "version"> {
  // The best are chosen first: titles and snippets are fetched for one page only.
  const hits = db.prepare<Record<string, string | number>, HitRow>(
    `WITH best AS MATERIALIZED (
       SELECT rowid AS passage, rank, ${SNIPPET} AS snippet FROM search_index
       WHERE search_index MATCH :query AND ${STANDING_PASSAGE} ORDER BY rank LIMIT :limit OFFSET :offset)
     SELECT best.passage, c.key, s.sha256, s.title, s.partnership, s.published, best.snippet
     FROM best LEFT JOIN commitments AS c ON c.id = best.passage JOIN snapshots AS s ON s.document = best.passage / ${COMMITMENTS_PER_DOCUMENT}
     ORDER BY best.rank, best.passage`,
  );
  const total = db.prepare<{ query: string }, number>(`SELECT COUNT(*) FROM search_index WHERE search_index MATCH :query AND ${STANDING_PASSAGE}`).pluck();
  const count = remember((table: string) => db.prepare<[], number>(`SELECT COUNT(*) FROM ${table}`).pluck());
  const counted = keepLatest<ReturnType<ArchiveReader["counts"]>>(db, 1);
  return {
    version: () => writes(db),
    counts: () =>
      counted("", () => ({
        documents: count(`snapshots WHERE document NOT IN (${SUPERSEDED})`).get() ?? 0,
        partnerships: count("partnerships").get() ?? 0,
        meetings: count("meetings").get() ?? 0,
        commitments: count(`commitments WHERE document NOT IN (${SUPERSEDED})`).get() ?? 0,
        alone: count(`snapshots WHERE partnership IS NULL AND document NOT IN (${SUPERSEDED})`).get() ?? 0,
      })),
    search(text, { offset, limit }) {
      const query = toQuery(text);
      if (query === null) return { items: [], total: 0, offset, limit };
      return { items: hits.all({ query, limit, offset }).map(toHit), total: total.get({ query }) ?? 0, offset, limit };
    },
  };
}

function toHit({ key, sha256, title, partnership, published, snippet }: HitRow): SearchHit {
  return { kind: key === null ? "document" : "commitment", id: key ?? sha256, title, partnership, published, snippet: splitSnippet(snippet) };
}

export function splitSnippet(snippet: string): SearchHit["snippet"] {
  const parts: { text: string; hit: boolean }[] = [];
  for (const piece of snippet.split(OPEN)) {
    const [hit, rest] = piece.includes(CLOSE) ? piece.split(CLOSE, 2) : [undefined, piece];
    if (hit !== undefined && hit !== "") parts.push({ text: hit, hit: true });
    if (rest !== undefined && rest !== "") parts.push({ text: rest, hit: false });
  }
  return parts;
}
