/**
 * The table of who added a document, where somebody did. It stands beside the documents, whose bytes are last in their rows and which are
 * never changed. Seeds, and what a watch found at an address, were added by nobody.
 */
import { guardsOf } from "./guards.ts";

export const ARRIVALS_SCHEMA = `
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL UNIQUE REFERENCES documents (id),
  author TEXT NOT NULL
) STRICT;
${guardsOf("arrivals", "id = NEW.id OR document = NEW.document")}
`;
