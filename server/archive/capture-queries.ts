/**
 * Questions about where a document came from and what became of it there.
 */
import { capturesOf } from "./captures.ts";
import type { CaptureReader } from "./capture-types.ts";
import type { Database } from "./database.ts";
import { currentVersion, versionsOf } from "./versions.ts";

export function captureQueries(db: Database): CaptureReader {
  return {
    captures: (sha256) => capturesOf(db, sha256),
    versions: (sha256) => versionsOf(db, sha256),
    currentVersion: (sha256) => currentVersion(db, sha256),
  };
}
