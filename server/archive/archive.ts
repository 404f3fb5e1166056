/**
 * The archive as one value: opened once, passed to commands and pages, closed at the end.
 */
import type { Reading } from "../reading.ts";
import { captureQueries } from "./capture-queries.ts";
import { changeQueries, comparedQuery, comparisonQuery } from "./change-queries.ts";
import { commitmentQueries } from "./commitment-queries.ts";
import { type Database, openDatabase, readTogether } from "./database.ts";
import { deskQueries } from "./desk-queries.ts";
import { documentQueries } from "./document-queries.ts";
import { firstNameQuery } from "./first-names.ts";
import { findingQueries } from "./finding-queries.ts";
import { matrixQueries } from "./matrix-queries.ts";
import { meetingQueries } from "./meeting-queries.ts";
import { newsMeetingsQuery } from "./news-meetings.ts";
import { newsQueries } from "./news-queries.ts";
import { searchQueries } from "./search-queries.ts";
import { spellingQueries } from "./spelling.ts";
import { threadQueries } from "./thread-queries.ts";
import { topicQueries } from "./topic-queries.ts";
import { keepLatest } from "./latest.ts";
import type { ArchiveReader, ComparisonRecord } from "./types.ts";

export interface Archive {
  readonly db: Database;
  readonly reader: ArchiveReader;
  close(): void;
}

/** Comparisons that are kept in memory until something is written. */
const KEPT = 48;

/** Documents of one meeting that are set against the fullest; more would not fit beside each other. */
const WITNESSES = 4;

/** Opens the archive at `path`. The reading is made when it is first needed: a list of documents does without. */
export function openArchive(path: string, reading: () => Reading): Archive {
  const db = openDatabase(path);
  return { db, reader: createReader(db, reading), close: () => void db.close() };
}

export function createReader(db: Database, reading: () => Reading): ArchiveReader {
  const documents = documentQueries(db);
  const { summaries: _, snapshot: __, ...answers } = documents;
  const meetings = meetingQueries(db, documents);
  const search = searchQueries(db);
  const compared = keepLatest<ComparisonRecord | null>(db, KEPT);
  const stored = { compared: comparedQuery(db) };
  const find = comparisonQuery(db, { ...meetings, ...stored }, (before, after) => reading().compare(before, after));
  const across: ArchiveReader["across"] = (before, after) => compared([before, after].map(({ partnership, held }) => `${partnership} ${held}`).join(" "), () => find(before, after));
  return {
    ...deskQueries(db),
    ...captureQueries(db),
    ...answers,
    ...meetings,
    ...changeQueries(db),
    ...threadQueries(db),
    ...matrixQueries(db),
    ...search,
    ...commitmentQueries(db),
    ...newsQueries(db),
    ...newsMeetingsQuery(db),
    ...findingQueries(db, documents),
    ...spellingQueries(db),
    ...topicQueries(db),
    ...stored,
    across,
    together: (ask) => readTogether(db, ask),
    firstName: firstNameQuery(db),
    witnesses: ({ snapshots: [fullest, ...others] }) => (fullest === undefined ? [] : others.slice(0, WITNESSES).map((other) => reading().compare({ snapshots: [fullest] }, { snapshots: [other] }))),
    comparison: (partnership, before, after) => across({ partnership, held: before }, { partnership, held: after }),
  };
}
