/**
 * The tables of the archivist's desk. Corrections, notes, people and reinterpretations are facts: added and read, never
 * changed. Addresses that were once given out are kept, too, so that they lead on when what they named has moved.
 */
import { guardsOf } from "./guards.ts";

const CORRECTIONS = `
DROP TABLE corrections; -- made ready by the first version, which wrote nothing to it
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER REFERENCES documents (id), -- null for a link and for what concerns the whole archive
  kind TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  before TEXT NOT NULL, -- as readers saw it when the correction was made
  after TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE correction_documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  correction INTEGER NOT NULL REFERENCES corrections (id),
  document INTEGER NOT NULL REFERENCES documents (id),
  UNIQUE (document, correction)
) STRICT;
CREATE INDEX correction_documents_by_correction ON correction_documents (correction, document);
`;

const NOTES = `
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL CHECK (subject IN ('commitment', 'change')),
  target TEXT NOT NULL, -- id of the commitment or change
  version INTEGER NOT NULL, -- counts from 1 for each target
  text TEXT NOT NULL, -- empty where the note was withdrawn
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  UNIQUE (subject, target, version)
) STRICT;
`;

const PEOPLE = `
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('archivist', 'reviewer')),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64), -- SHA-256 of the token, which is kept nowhere
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE revocations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token INTEGER NOT NULL UNIQUE REFERENCES tokens (id),
  made_at TEXT NOT NULL
) STRICT;
`;

const ADDRESSES = `
CREATE TABLE retired_commitments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE, -- the id that was given out
  document INTEGER NOT NULL REFERENCES documents (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;
CREATE TABLE retired_meetings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  partnership TEXT NOT NULL,
  held TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (id), -- one that witnessed it
  UNIQUE (partnership, held)
) STRICT;
CREATE TABLE reinterpretations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  before TEXT NOT NULL, -- the readings' versions
  after TEXT NOT NULL,
  summary TEXT NOT NULL CHECK (json_valid(summary)),
  made_at TEXT NOT NULL
) STRICT;
`;

/** Neither fact nor derivation: who is signed in on which browser. */
const BOOKKEEPING = `
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY, -- SHA-256 of the cookie's value
  token INTEGER NOT NULL REFERENCES tokens (id),
  csrf TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Each with the columns that name a row besides its number. */
const FACTS: readonly (readonly [string, readonly string[]])[] = [
  ["corrections", []],
  ["correction_documents", ["document", "correction"]],
  ["notes", ["subject", "target", "version"]],
  ["tokens", ["hash"]],
  ["revocations", ["token"]],
  ["retired_commitments", ["key"]],
  ["retired_meetings", ["partnership", "held"]],
  ["reinterpretations", []],
];

const GUARDS = FACTS.map(([table, names]) => guardsOf(table, `id = NEW.id${names.length === 0 ? "" : ` OR (${names.map((name) => `${name} = NEW.${name}`).join(" AND ")})`}`)).join("\n");

export const DESK_SCHEMA = CORRECTIONS + NOTES + PEOPLE + ADDRESSES + BOOKKEEPING + GUARDS;
