/**
 * `pactline snapshot`: one file read on its own, without an archive.
 */
import { fetchFile, fetchStream } from "../files.ts";
import { RefusedError } from "../refusals.ts";
import type { Snapshot } from "../../snapshots/index.ts";
import { type AddFlags, givenBy } from "./add.ts";
import { type Io, printJson } from "./io.ts";
import { renderSnapshot } from "./render.ts";
import { lazyReading } from "./session.ts";

export async function snapshot(file: string, flags: AddFlags, io: Io): Promise<number> {
  const read = await readFile(file, flags, io);
  if (flags.json === true) printJson(io, read);
  else io.out(renderSnapshot(read, io.width));
  return 0;
}

/** The snapshot of one file; throws its refusal. */
export async function readFile(file: string, flags: AddFlags, io: Io, reading = lazyReading(io)): Promise<Snapshot> {
  const given = givenBy(flags);
  const fetched = file === "-" ? await fetchStream(io.stdin, given) : fetchFile(file, given);
  const outcome = fetched.kind === "refused" ? fetched : reading().read(fetched.incoming);
  if (outcome.kind === "refused") throw new RefusedError({ ...outcome.refusal, sentence: `${file === "-" ? "standard input" : file}: ${outcome.refusal.sentence}` });
  return outcome.snapshot;
}
