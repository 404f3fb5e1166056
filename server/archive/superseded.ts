/**
 * Which documents a later version stands for: what lists and meetings leave out.
 */

/** Numbers of the documents that a later version stands for. Versions are few: this is read once for a query. */
export const SUPERSEDED = `
  SELECT v.original FROM versions AS v WHERE v.original <> (SELECT w.document FROM versions AS w WHERE w.original = v.original ORDER BY w.id DESC LIMIT 1)
  UNION SELECT v.document FROM versions AS v WHERE v.document <> (SELECT w.document FROM versions AS w WHERE w.original = v.original ORDER BY w.id DESC LIMIT 1)`;
