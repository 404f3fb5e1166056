/**
 * `pactline backup`, `restore` and `export`: copies of the whole archive.
 */
import { backup, restore } from "../archive/keeping.ts";
import { archivePath } from "../config.ts";
import { type ExportFormat, exportArchive } from "../taking/exporting.ts";
import type { Io } from "./io.ts";
import { withArchive } from "./session.ts";
import { lazyReading } from "./unarchived.ts";
import { count } from "../../views/grammar.ts";

export function backupArchive(file: string, flags: { readonly archive?: string }, io: Io): Promise<number> {
  return withArchive(io, flags, async ({ db }) => {
    const { documents } = await backup(db, file);
    io.err(`${file}: a backup of ${count(documents, "document")}\n`);
    return 0;
  });
}

export async function restoreArchive(file: string, flags: { readonly archive?: string }, io: Io): Promise<number> {
  const target = archivePath(flags.archive, io.env);
  const { documents, kept, outdated } = await restore(file, target, lazyReading(io)());
  io.err(`${target}: restored, with ${count(documents, "document")}${kept === null ? "" : `; the archive of before is kept as ${kept}`}\n`);
  if (outdated) io.err("The backup was read by another version; the archive is read anew when it is next opened, or by `pactline rebuild`.\n");
  return 0;
}

export function exportAll(target: string, { format, version, ...flags }: { readonly archive?: string; readonly format: ExportFormat; readonly version: string }, io: Io): Promise<number> {
  return withArchive(io, flags, async (archive) => {
    io.err(`${await exportArchive(archive, format, { target, version })}\n`);
    return 0;
  });
}
