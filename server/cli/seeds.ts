/**
 * `pactline seeds fetch`: the official texts beside the digests that ship with the program.
 */
import { join } from "node:path";
import { fetchOfficials } from "../adding/officials.ts";
import type { Archive } from "../archive/archive.ts";
import { importFiles } from "../archive/importing.ts";
import { captureOptions, PROJECT_ROOT } from "../config.ts";
import { findDocuments } from "../files.ts";
import type { Reading } from "../reading.ts";
import type { Io } from "./io.ts";
import { bringUpToDate, withArchiveOrNew } from "./session.ts";
import { count } from "../../views/grammar.ts";

export interface SeedFlags {
  readonly archive?: string;
  /** A folder of digests; the seeds that ship by default. */
  readonly from?: string;
  /** Seconds. */
  readonly pause: number;
}

export function fetchSeeds(flags: SeedFlags, io: Io): Promise<number> {
  return withArchiveOrNew(io, flags, async (archive, reading) => {
    bringUpToDate(archive, reading(), io);
    await plantSeeds({ archive, reading, io }, flags.from);
    const counts = { added: 0, "already-here": 0, refused: 0 };
    await fetchOfficials(archive, {
      reading,
      capture: captureOptions(io.env),
      pause: flags.pause * 1_000,
      signal: io.stopSignal(),
      onFetched({ address, outcome }) {
        counts[outcome.kind] += 1;
        if (outcome.kind === "refused") io.err(`${address}: ${outcome.refusal.sentence}\n`);
        else io.err(`${address}: ${outcome.kind === "added" ? "added" : "already here as"} ${outcome.sha256.slice(0, 12)}\n`);
      },
    });
    io.err(`${count(counts.added, "official text")} added, ${counts["already-here"]} already here, ${counts.refused} refused\n`);
    return counts.refused > 0 ? 1 : 0;
  });
}

export interface Planting {
  readonly archive: Archive;
  readonly reading: () => Reading;
  readonly io: Io;
}

/** The seeds go the way of anybody's documents; a seed that is refused is told and stops nothing. Answers how many were added. */
export async function plantSeeds({ archive, reading, io }: Planting, folder = join(PROJECT_ROOT, "seeds")): Promise<number> {
  const paths = findDocuments(folder).filter((path) => !/(?:readme|sources)\.md$/i.test(path));
  const end = await importFiles(archive.db, paths, {
    reading,
    onFile: ({ path, outcome }) => {
      if (outcome.kind === "refused") io.err(`refused ${path}: ${outcome.refusal.sentence}\n`);
    },
    onProgress: () => {},
  });
  return end.added;
}
