/**
 * `pactline diff`: two files compared on their own, without an archive.
 */
import { type Io, printJson } from "./io.ts";
import { renderComparison } from "./render.ts";
import { lazyReading, readFile } from "./unarchived.ts";

export async function diff(beforeFile: string, afterFile: string, flags: { readonly json?: boolean }, io: Io): Promise<number> {
  const reading = lazyReading(io);
  const before = await readFile(beforeFile, {}, io, reading);
  const after = await readFile(afterFile, {}, io, reading);
  const [was, is] = [before.meeting.held, after.meeting.held];
  if (was > is) io.err(`The first file is the later one (${was}; the other is of ${is}).\n`);
  const comparison = reading().compare({ snapshots: [before] }, { snapshots: [after] });
  if (flags.json === true) printJson(io, { before, after, ...comparison });
  else io.out(renderComparison(before, after, comparison, io.width));
  return 0;
}
