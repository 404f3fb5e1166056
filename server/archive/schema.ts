/**
 * The archive's migrations, and its tables that are not derived: facts (documents, corrections), which triggers keep
 * from every change, and a little bookkeeping.
 */
import { ARRIVALS_SCHEMA } from "./arrival-schema.ts";
import { CAPTURE_SCHEMA } from "./capture-schema.ts";
import { COPIES_AND_PLAIN, DERIVED_SCHEMA } from "./derived-schema.ts";
import { DESK_SCHEMA } from "./desk-schema.ts";
import { guardsOf } from "./guards.ts";
import { NEWS_DAYS_SCHEMA } from "./news-days.ts";

const FACTS = `
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  name TEXT,
  given TEXT NOT NULL CHECK (json_valid(given)),
  added_at TEXT NOT NULL,
  bytes BLOB NOT NULL -- last, so that lists never page through it
) STRICT;
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES documents (id),
  target TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document, id);
`;

const GUARDS = [guardsOf("documents", "id = NEW.id OR sha256 = NEW.sha256"), guardsOf("corrections")].join("\n");

/** Neither fact nor derivation: a counter of writes, and partnerships whose meetings are yet to be compared. */
const BOOKKEEPING = `
CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), writes INTEGER NOT NULL) STRICT;
INSERT INTO state (id, writes) VALUES (1, 0);
CREATE TABLE pending_partnerships (slug TEXT PRIMARY KEY) STRICT;
`;

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Applied in order, each in one transaction with its record; never edited once released, only followed. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: "facts, readings, partnerships, comparisons", sql: FACTS + GUARDS + DERIVED_SCHEMA + BOOKKEEPING },
  { version: 2, name: "captures and versions", sql: CAPTURE_SCHEMA },
  { version: 3, name: "corrections, notes, people, addresses that moved", sql: DESK_SCHEMA },
  { version: 4, name: "documents by the time at which they came in", sql: "CREATE INDEX documents_by_arrival ON documents (added_at)" },
  { version: 5, name: "copies of one text at one meeting, milestones as readers see them", sql: COPIES_AND_PLAIN },
  { version: 6, name: "changes by the day on which they are news", sql: NEWS_DAYS_SCHEMA },
  { version: 7, name: "who added a document", sql: ARRIVALS_SCHEMA },
];
