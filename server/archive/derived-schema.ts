/**
 * The tables of everything that is derived from facts: it carries the reading version, and can be dropped and made
 * anew. Rows are named by facts and contents, never by their order of arrival, so that making them anew gives the
 * same rows.
 */

/** A document's number times this is its place in the search index; its commitments follow. More than the largest document can hold. */
export const COMMITMENTS_PER_DOCUMENT = 1_000_000;

const READINGS = `
CREATE TABLE snapshots (
  document INTEGER PRIMARY KEY REFERENCES documents (id),
  sha256 TEXT NOT NULL UNIQUE,
  passage INTEGER NOT NULL UNIQUE, -- its number in the search index
  reading TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT NOT NULL,
  held TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  source_url TEXT,
  partnership TEXT,
  partnership_name TEXT,
  parties TEXT NOT NULL,
  meeting_name TEXT,
  meeting_ordinal INTEGER,
  place TEXT,
  evidenced INTEGER NOT NULL,
  commitments INTEGER NOT NULL,
  words INTEGER NOT NULL,
  rest TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_by_date ON snapshots (published DESC, document DESC);
CREATE INDEX snapshots_by_partnership ON snapshots (partnership, published DESC, document DESC);
CREATE TABLE commitments (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES snapshots (document),
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  stage TEXT NOT NULL,
  force TEXT NOT NULL,
  topic TEXT NOT NULL,
  plain TEXT NOT NULL,
  json TEXT NOT NULL,
  reading TEXT NOT NULL
) STRICT;
CREATE INDEX commitments_by_document ON commitments (document, ordinal);
CREATE INDEX commitments_by_topic ON commitments (topic, document, ordinal);
CREATE INDEX commitments_in_doubt ON commitments (json_extract(json, '$.confidence'), key) WHERE json_extract(json, '$.confidence') < 0.65;
CREATE TABLE milestones (
  document INTEGER NOT NULL REFERENCES snapshots (document),
  ordinal INTEGER NOT NULL,
  partnership TEXT,
  date TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT;
CREATE INDEX milestones_by_date ON milestones (date, document, ordinal);
CREATE INDEX milestones_by_partnership ON milestones (partnership, date, document, ordinal);
CREATE VIEW passages (id, title, body) AS
  SELECT passage, title, text FROM snapshots
  UNION ALL SELECT id, '', plain FROM commitments;
CREATE VIRTUAL TABLE search_index USING fts5 (title, body, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
`;

const PARTNERSHIPS = `
CREATE TABLE partnerships (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parties TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  first_held TEXT NOT NULL,
  last_held TEXT NOT NULL,
  reading TEXT NOT NULL
) STRICT;
CREATE INDEX partnerships_by_date ON partnerships (last_held DESC, slug);
CREATE TABLE partnership_parties (
  party TEXT NOT NULL,
  partnership TEXT NOT NULL REFERENCES partnerships (slug),
  PRIMARY KEY (party, partnership)
) STRICT, WITHOUT ROWID;
CREATE INDEX partnership_parties_by_partnership ON partnership_parties (partnership, party);
CREATE TABLE meetings (
  partnership TEXT NOT NULL REFERENCES partnerships (slug),
  held TEXT NOT NULL,
  name TEXT,
  ordinal INTEGER,
  place TEXT,
  commitments INTEGER NOT NULL,
  priorities TEXT NOT NULL,
  digest TEXT NOT NULL,
  bridged TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (partnership, held)
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_by_date ON meetings (held, partnership);
CREATE TABLE meeting_documents (
  document INTEGER PRIMARY KEY REFERENCES snapshots (document),
  partnership TEXT NOT NULL,
  held TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  FOREIGN KEY (partnership, held) REFERENCES meetings (partnership, held)
) STRICT;
CREATE INDEX meeting_documents_by_meeting ON meeting_documents (partnership, held, ordinal);
CREATE TABLE meeting_topics (
  partnership TEXT NOT NULL,
  held TEXT NOT NULL,
  topic TEXT NOT NULL,
  commitments INTEGER NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (partnership, held, topic),
  FOREIGN KEY (partnership, held) REFERENCES meetings (partnership, held)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_topics_by_topic ON meeting_topics (topic, held, partnership);
`;

const COMPARISONS = `
CREATE TABLE comparisons (
  partnership TEXT NOT NULL,
  after_held TEXT NOT NULL,
  before_held TEXT NOT NULL,
  figures TEXT NOT NULL,
  priorities TEXT NOT NULL,
  digest TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (partnership, after_held),
  FOREIGN KEY (partnership, after_held) REFERENCES meetings (partnership, held),
  FOREIGN KEY (partnership, before_held) REFERENCES meetings (partnership, held)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparisons_by_before ON comparisons (partnership, before_held);
CREATE TABLE changes (
  partnership TEXT NOT NULL,
  after_held TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  json TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (partnership, after_held, ordinal),
  FOREIGN KEY (partnership, after_held) REFERENCES comparisons (partnership, after_held)
) STRICT;
CREATE INDEX changes_by_partnership ON changes (partnership, after_held DESC, ordinal);
CREATE INDEX changes_by_date ON changes (after_held DESC, partnership, ordinal);
CREATE INDEX changes_by_kind ON changes (kind, after_held DESC, partnership, ordinal);
CREATE INDEX changes_by_topic ON changes (topic, after_held DESC, partnership, ordinal);
CREATE INDEX changes_in_doubt ON changes (json_extract(json, '$.match.score')) WHERE json_extract(json, '$.match.score') < 0.5;
CREATE TABLE change_commitments (
  commitment INTEGER NOT NULL REFERENCES commitments (id),
  partnership TEXT NOT NULL,
  after_held TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (commitment, after_held, ordinal),
  FOREIGN KEY (partnership, after_held, ordinal) REFERENCES changes (partnership, after_held, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_commitments_by_change ON change_commitments (partnership, after_held, ordinal);
CREATE TABLE bridges (
  partnership TEXT NOT NULL,
  after_held TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  before_held TEXT NOT NULL,
  json TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (partnership, after_held, ordinal),
  FOREIGN KEY (partnership, after_held) REFERENCES meetings (partnership, held),
  FOREIGN KEY (partnership, before_held) REFERENCES meetings (partnership, held)
) STRICT;
CREATE TABLE bridge_commitments (
  commitment INTEGER NOT NULL REFERENCES commitments (id),
  partnership TEXT NOT NULL,
  after_held TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (commitment, after_held, ordinal),
  FOREIGN KEY (partnership, after_held, ordinal) REFERENCES bridges (partnership, after_held, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX bridge_commitments_by_bridge ON bridge_commitments (partnership, after_held, ordinal);
CREATE TABLE threads (
  id TEXT PRIMARY KEY,
  partnership TEXT NOT NULL REFERENCES partnerships (slug),
  topic TEXT NOT NULL,
  first_held TEXT NOT NULL,
  last_held TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  reading TEXT NOT NULL
) STRICT;
CREATE INDEX threads_by_length ON threads (partnership, meetings DESC, last_held DESC, id);
CREATE TABLE thread_commitments (
  commitment INTEGER PRIMARY KEY REFERENCES commitments (id),
  thread TEXT NOT NULL REFERENCES threads (id)
) STRICT;
CREATE INDEX thread_commitments_by_thread ON thread_commitments (thread, commitment);
`;

/** What archives of the first version do not have: copies, and milestones without marks of format. */
export const COPIES_AND_PLAIN = `
CREATE TABLE copies (
  document INTEGER PRIMARY KEY REFERENCES snapshots (document),
  original INTEGER NOT NULL REFERENCES snapshots (document), -- the document of the same meeting that stands for it
  partnership TEXT NOT NULL,
  held TEXT NOT NULL,
  FOREIGN KEY (partnership, held) REFERENCES meetings (partnership, held)
) STRICT;
CREATE INDEX copies_by_meeting ON copies (partnership, held, document);
CREATE INDEX copies_by_original ON copies (original, document);
ALTER TABLE milestones ADD COLUMN plain TEXT NOT NULL DEFAULT ''; -- as a reader sees it
UPDATE milestones SET plain = quote;
`;

export const DERIVED_SCHEMA = READINGS + PARTNERSHIPS + COMPARISONS;

export interface DerivedTable {
  readonly table: string;
  /** Columns that name a row and order the table. */
  readonly key: readonly string[];
}

/** Every derived table, parents before children. The search index is derived from `passages` alone. */
export const DERIVED_TABLES: readonly DerivedTable[] = [
  { table: "snapshots", key: ["document"] },
  { table: "commitments", key: ["id"] },
  { table: "milestones", key: ["document", "ordinal"] },
  { table: "partnerships", key: ["slug"] },
  { table: "partnership_parties", key: ["party", "partnership"] },
  { table: "meetings", key: ["partnership", "held"] },
  { table: "meeting_documents", key: ["document"] },
  { table: "copies", key: ["document"] },
  { table: "meeting_topics", key: ["partnership", "held", "topic"] },
  { table: "comparisons", key: ["partnership", "after_held"] },
  { table: "changes", key: ["partnership", "after_held", "ordinal"] },
  { table: "change_commitments", key: ["commitment", "after_held", "ordinal"] },
  { table: "bridges", key: ["partnership", "after_held", "ordinal"] },
  { table: "bridge_commitments", key: ["commitment", "after_held", "ordinal"] },
  { table: "threads", key: ["id"] },
  { table: "thread_commitments", key: ["commitment"] },
];
