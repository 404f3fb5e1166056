/**
 * `pactline rebuild`: all derivations made anew from the documents.
 */
import type { Io } from "./io.ts";
import { rebuildWithProgress, withArchive } from "./session.ts";

export function rebuildArchive(flags: { readonly archive?: string }, io: Io): Promise<number> {
  return withArchive(io, flags, (archive, reading) => {
    const { documents, unread } = rebuildWithProgress(archive, reading(), io);
    io.err(`${documents} documents read anew by reading ${reading().version}${unread.length > 0 ? `; ${unread.length} of them have no snapshot any more` : ""}\n`);
    return unread.length > 0 ? 1 : 0;
  });
}
