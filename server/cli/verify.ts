/**
 * `pactline verify`: proves the archive's integrity.
 */
import { verify } from "../archive/verifying.ts";
import { type Io, printJson, progressLine } from "./io.ts";
import { withArchive } from "./session.ts";

export function verifyArchive(flags: { readonly archive?: string; readonly json?: boolean }, io: Io): Promise<number> {
  return withArchive(io, flags, (archive, reading) => {
    const line = progressLine(io);
    const found = verify(archive.db, reading(), ({ step, done, of }) => line.show(step === "reading" ? `read ${done} of ${of} documents` : `compared ${done} of ${of} partnerships`));
    line.end();
    if (flags.json === true) printJson(io, found);
    else {
      for (const problem of found.problems) io.out(`${problem}\n`);
      io.out(found.problems.length === 0 ? `All is well: ${found.documents} documents, ${found.quotes} quotes, ${found.rows} derived rows.\n` : `${found.problems.length} problems.\n`);
    }
    return found.problems.length === 0 ? 0 : 1;
  });
}
