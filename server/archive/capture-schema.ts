/**
 * The tables of what came from an address: how and when it was fetched, and what the same address held at other
 * times. Captures and versions are facts; when an address was last asked is bookkeeping.
 */
import { guardsOf } from "./guards.ts";

const FACTS = `
CREATE TABLE captures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES documents (id),
  address TEXT NOT NULL, -- as it was asked for
  final_address TEXT NOT NULL, -- after redirects
  canonical TEXT, -- as the page names itself
  archived_at TEXT, -- where a copy is kept by others
  status INTEGER NOT NULL,
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  retrieved_at TEXT NOT NULL
) STRICT;
CREATE INDEX captures_by_document ON captures (document, id);
CREATE INDEX captures_by_address ON captures (address, id);
CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  original INTEGER NOT NULL REFERENCES documents (id), -- the document as it was first archived
  document INTEGER NOT NULL REFERENCES documents (id), -- what its address held from then on; the original, where an edit was taken back
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX versions_by_original ON versions (original, id);
CREATE INDEX versions_by_document ON versions (document, id);
`;

const GUARDS = [guardsOf("captures"), guardsOf("versions")].join("\n");

const BOOKKEEPING = `
CREATE TABLE watches (
  address TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  failures INTEGER NOT NULL -- in a row
) STRICT;
`;

export const CAPTURE_SCHEMA = FACTS + GUARDS + BOOKKEEPING;
