/**
 * The application over an archive that holds the seeds, brought in by the same way as anybody's documents. Made once for
 * all test files of a run.
 */
import { rmSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../server/app.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { importFiles } from "../../server/archive/importing.ts";
import { PROJECT_ROOT } from "../../server/config.ts";
import { findDocuments } from "../../server/files.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { createReading } from "../../server/reading.ts";
import type { Knowledge } from "../../snapshots/index.ts";
import { type Names, namesFrom } from "../../views/names.ts";

export interface Seeded {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  readonly names: Names;
  readonly app: ReturnType<typeof createApp>;
}

let made: Promise<Seeded> | null = null;

export function seeded(): Promise<Seeded> {
  made ??= plant();
  return made;
}

async function plant(): Promise<Seeded> {
  const folder = mkdtempSync(join(tmpdir(), "pactline-pages-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const knowledge = loadKnowledge(join(folder, "knowledge"));
  const reading = createReading(knowledge);
  const archive = openArchive(join(folder, "archive.db"), () => reading);
  const paths = findDocuments(join(PROJECT_ROOT, "seeds")).filter((path) => !/(?:readme|sources)\.md$/i.test(path));
  await importFiles(archive.db, paths, { reading: () => reading, onFile: () => {}, onProgress: () => {} });
  const names = namesFrom(knowledge);
  return { archive, knowledge, names, app: createApp({ archive: archive.reader, names, version: "0.0.0" }) };
}
