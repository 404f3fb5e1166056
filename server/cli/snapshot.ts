/**
 * `pactline snapshot`: one file read on its own, without an archive.
 */
import { type Io, printJson } from "./io.ts";
import { renderSnapshot } from "./render.ts";
import { type GivenFlags, readFile } from "./unarchived.ts";

export async function snapshot(file: string, flags: GivenFlags & { readonly json?: boolean }, io: Io): Promise<number> {
  const read = await readFile(file, flags, io);
  if (flags.json === true) printJson(io, read);
  else io.out(renderSnapshot(read, io.width));
  return 0;
}
