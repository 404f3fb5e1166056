/**
 * What several commands begin with: the archive, the reading with what people added to its knowledge, and an archive that is up to
 * date with the reading. What needs no archive stands in `unarchived.ts`.
 */
import { existsSync } from "node:fs";
import { type Archive, openArchive } from "../archive/archive.ts";
import { amendmentsIn } from "../archive/corrections.ts";
import { isOutdated, rebuild } from "../archive/rebuilding.ts";
import { archivePath, knowledgeFolder } from "../config.ts";
import { amended, loadKnowledge } from "../knowledge.ts";
import { createReading, type Reading } from "../reading.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { type Io, progressLine } from "./io.ts";

/** The reading with what people added to the knowledge at the desk; another one as soon as they add more. */
function amendedReading(io: Io, archive: Archive): () => Reading {
  let made: { readonly of: string; readonly reading: Reading } | undefined;
  return () => {
    const list = amendmentsIn(archive.db);
    const of = JSON.stringify(list);
    if (made?.of !== of) made = { of, reading: createReading(amended(loadKnowledge(knowledgeFolder(io.env)), list)) };
    return made.reading;
  };
}

type Named = { readonly archive?: string };
type Use = (archive: Archive, reading: () => Reading) => Promise<number> | number;

/** Opens the archive that flag or environment name, hands it on and closes it whatever happens. A slip in its name makes none. */
export async function withArchive(io: Io, flags: Named, use: Use): Promise<number> {
  const path = archivePath(flags.archive, io.env);
  if (!existsSync(path)) throw new RefusedError(refusal("no-archive", path));
  return withArchiveOrNew(io, flags, use);
}

/** The same, for commands that an archive may begin with. */
export async function withArchiveOrNew(io: Io, flags: Named, use: Use): Promise<number> {
  const archive = openArchive(archivePath(flags.archive, io.env), () => reading());
  const reading = amendedReading(io, archive);
  try {
    return await use(archive, reading);
  } finally {
    archive.close();
  }
}

/** Makes the derivations anew when they were made by another reading: two readings side by side cannot be compared. */
export function bringUpToDate(archive: Archive, reading: Reading, io: Io): void {
  if (!isOutdated(archive.db, reading)) return;
  io.err("The reading has changed since this archive was last written; its documents are read anew.\n");
  rebuildWithProgress(archive, reading, io);
}

/** Rebuilds and tells how it goes. */
export function rebuildWithProgress(archive: Archive, reading: Reading, io: Io): ReturnType<typeof rebuild> {
  const line = progressLine(io);
  const derived = rebuild(archive.db, reading, ({ step, done, of }) => line.show(step === "reading" ? `read ${done} of ${of} documents` : `compared ${done} of ${of} partnerships`));
  line.end();
  for (const { correction, why } of derived.unfit) io.err(`Correction ${correction.id} (${correction.body.kind}) no longer fits and is kept: ${why}\n`);
  for (const { fact, refusal } of derived.unread) io.err(`${fact.name ?? fact.sha256.slice(0, 12)}: ${refusal.sentence}\n`);
  return derived;
}
