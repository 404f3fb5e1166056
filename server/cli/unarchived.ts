/**
 * What commands without an archive work with: the reading, and a file as it reads. They load nothing of storage, so that a small
 * command starts fast.
 */
import { knowledgeFolder } from "../config.ts";
import { readSooner } from "../engine.ts";
import { fetchFile, fetchStream } from "../files.ts";
import { loadKnowledge } from "../knowledge.ts";
import { createReading, type Reading } from "../reading.ts";
import { RefusedError } from "../refusals.ts";
import type { Given, IsoDate, Slug, Snapshot } from "../../snapshots/index.ts";
import type { Io } from "./io.ts";

/** What flags may say of a document. */
export interface GivenFlags {
  readonly date?: IsoDate;
  readonly partnership?: Slug;
  readonly title?: string;
  readonly sourceUrl?: string;
}

/** The reading, made at its first use and kept. */
export function lazyReading(io: Io): () => Reading {
  let made: Reading | undefined;
  return () => {
    if (made === undefined) readSooner();
    made ??= createReading(loadKnowledge(knowledgeFolder(io.env)));
    return made;
  };
}

/** The snapshot of one file; throws its refusal. */
export async function readFile(file: string, flags: GivenFlags, io: Io, reading = lazyReading(io)): Promise<Snapshot> {
  const given = givenBy(flags);
  const fetched = file === "-" ? await fetchStream(io.stdin, given) : fetchFile(file, given);
  const outcome = fetched.kind === "refused" ? fetched : reading().read(fetched.incoming);
  if (outcome.kind === "refused") throw new RefusedError({ ...outcome.refusal, sentence: `${file === "-" ? "standard input" : file}: ${outcome.refusal.sentence}` });
  return outcome.snapshot;
}

export function givenBy({ date, partnership, title, sourceUrl }: GivenFlags): Given {
  return {
    ...(date === undefined ? {} : { published: date }),
    ...(partnership === undefined ? {} : { partnership }),
    ...(title === undefined ? {} : { title }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
}
