/**
 * What tests of publishing share: an archive of invented meetings, read plainly.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { namesFrom } from "../../views/names.ts";
import { plainReading } from "../archive/plain-reading.ts";

export const ORIGIN = "https://pactline.example";
export const NAMES = namesFrom({ topics: [], parties: [] });

/** Two partnerships, three and two meetings; one meeting has two documents. */
export const TEXTS: readonly string[] = [
  "2023-05-01 aa-bb Geneva\nsandbox explored a sandbox for <age> verification\nchips intended semiconductors by 2025\n",
  "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox & its rules\ncyber committed cybersecurity drills\n",
  "2024-06-01 aa-bb Oslo\nsandbox intended a sandbox in the press\n",
  "2025-03-01 aa-bb Bern\nsandbox delivered the sandbox & its rules\ncyber intended =SUM of cybersecurity drills\n",
  "2024-07-01 cc-dd Bern\nchips underway semiconductors for both\nage noted age verification\n",
  "2025-08-01 cc-dd Bern\nage committed age verification\n",
];

export interface Fixture {
  readonly archive: Archive;
  close(): void;
}

export function makeFixture(texts: readonly string[] = TEXTS): Fixture {
  const folder = mkdtempSync(join(tmpdir(), "publish-"));
  const reading = plainReading();
  const archive = openArchive(join(folder, "archive.db"), () => reading);
  for (const text of texts) addDocument(archive.db, { bytes: Buffer.from(text), name: null, given: {} }, reading);
  return {
    archive,
    close() {
      archive.close();
      rmSync(folder, { recursive: true });
    },
  };
}
