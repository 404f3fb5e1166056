/**
 * The archive as one value: opened once, passed to commands and pages, closed at the end.
 */
import type { Reading } from "../reading.ts";
import { changeQueries, comparisonQuery } from "./change-queries.ts";
import { type Database, openDatabase } from "./database.ts";
import { documentQueries } from "./document-queries.ts";
import { meetingQueries } from "./meeting-queries.ts";
import { searchQueries } from "./search-queries.ts";
import { threadQueries } from "./thread-queries.ts";
import type { ArchiveReader, ComparisonRecord } from "./types.ts";

export interface Archive {
  readonly db: Database;
  readonly reader: ArchiveReader;
  close(): void;
}

/** Comparisons of distant meetings that are kept in memory. */
const KEPT = 32;

/** Opens the archive at `path`. The reading is made when it is first needed: a list of documents does without. */
export function openArchive(path: string, reading: () => Reading): Archive {
  const db = openDatabase(path);
  return { db, reader: createReader(db, reading), close: () => void db.close() };
}

export function createReader(db: Database, reading: () => Reading): ArchiveReader {
  const documents = documentQueries(db);
  const { summaries: _, summary: __, ...answers } = documents;
  const meetings = meetingQueries(db, documents);
  const search = searchQueries(db);
  const comparison = comparisonQuery(db, meetings, (before, after) => reading().compare(before, after));
  return { ...answers, ...meetings, ...changeQueries(db), ...threadQueries(db), ...search, comparison: keepLatest(comparison, search.version) };
}

/** Keeps the latest answers until something is written. */
function keepLatest(ask: ArchiveReader["comparison"], version: () => number): ArchiveReader["comparison"] {
  const kept = new Map<string, ComparisonRecord | null>();
  let known = -1;
  return (partnership, before, after) => {
    const now = version();
    if (now !== known) kept.clear();
    known = now;
    const key = `${partnership} ${before} ${after}`;
    const answer = kept.get(key) ?? ask(partnership, before, after);
    kept.delete(key);
    kept.set(key, answer);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return answer;
  };
}
