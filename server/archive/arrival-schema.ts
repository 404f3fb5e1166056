/**
 * The table of who added a document, where somebody did. It stands beside the documents, whose bytes are last in their rows and which are
 * never changed. Seeds, and what a watch found at an address, were added by nobody.
 */
export const ARRIVALS_SCHEMA = `
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL UNIQUE REFERENCES documents (id),
  author TEXT NOT NULL
) STRICT;
CREATE TRIGGER arrivals_stay BEFORE DELETE ON arrivals BEGIN SELECT RAISE(ABORT, 'arrivals are facts and are never deleted'); END;
CREATE TRIGGER arrivals_keep BEFORE UPDATE ON arrivals BEGIN SELECT RAISE(ABORT, 'arrivals are facts and are never changed'); END;
CREATE TRIGGER arrivals_once BEFORE INSERT ON arrivals WHEN EXISTS (SELECT 1 FROM arrivals WHERE id = NEW.id OR document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'arrivals are facts and are never replaced'); END;
`;
