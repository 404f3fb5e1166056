/**
 * Which documents stand before and after one another as versions. What a person set right of one version holds for those
 * that follow it, as far as their words are the same. A document that an edit brought back stands in two places: the last counts.
 */
import type { Database } from "./database.ts";

const ORIGINAL = "(SELECT o.original FROM versions AS o WHERE o.original = :document OR o.document = :document ORDER BY o.id LIMIT 1)";

/** Numbers of a document and of all versions before it. */
export const EARLIER = `
  SELECT :document UNION SELECT v.original FROM versions AS v WHERE v.document = :document AND v.original = ${ORIGINAL}
  UNION SELECT v.document FROM versions AS v
    WHERE v.original = ${ORIGINAL} AND v.id < (SELECT MAX(w.id) FROM versions AS w WHERE w.original = v.original AND w.document = :document)`;

/** Numbers of the versions that followed a document, the latest last; itself among them where an edit brought it back. */
export function laterVersions(db: Database, document: number): number[] {
  return db
    .prepare<{ document: number }, number>(
      `SELECT v.document FROM versions AS v
       WHERE v.original = ${ORIGINAL} AND v.id > COALESCE((SELECT MIN(w.id) FROM versions AS w WHERE w.original = v.original AND w.document = :document AND w.document <> w.original), 0) ORDER BY v.id`,
    )
    .pluck()
    .all({ document });
}

/** The number of the version that stands for a document now. */
export function latestVersion(db: Database, document: number): number {
  return laterVersions(db, document).at(-1) ?? document;
}
