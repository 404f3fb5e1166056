/**
 * `pactline add`: reads documents and archives each in one transaction.
 */
import { addDocument, type AddOutcome } from "../archive/adding.ts";
import { fetchFile, fetchStream } from "../files.ts";
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import type { Given } from "../../snapshots/index.ts";
import { type Io, printJson } from "./io.ts";
import { renderSnapshot } from "./render.ts";
import { bringUpToDate, lazyReading, withArchive } from "./session.ts";

export interface AddFlags {
  readonly archive?: string;
  readonly date?: IsoDate;
  readonly partnership?: Slug;
  readonly title?: string;
  readonly sourceUrl?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

type Outcome = AddOutcome | { readonly kind: "read"; readonly snapshot: Extract<AddOutcome, { kind: "added" }>["snapshot"] };

export async function add(files: readonly string[], flags: AddFlags, io: Io): Promise<number> {
  const given = givenBy(flags);
  const take = flags.dryRun === true ? await readOnly(files, given, io) : await archiving(files, given, flags, io);
  if (flags.json === true) printJson(io, take.map(({ file, outcome }) => report(file, outcome)));
  return take.some(({ outcome }) => outcome.kind === "refused") ? 1 : 0;
}

export function givenBy({ date, partnership, title, sourceUrl }: AddFlags): Given {
  return {
    ...(date === undefined ? {} : { published: date }),
    ...(partnership === undefined ? {} : { partnership }),
    ...(title === undefined ? {} : { title }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
}

interface Taken {
  readonly file: string;
  readonly outcome: Outcome;
}

async function readOnly(files: readonly string[], given: Given, io: Io): Promise<Taken[]> {
  const reading = lazyReading(io);
  const taken: Taken[] = [];
  for (const file of files) {
    const fetched = await fetch(file, given, io);
    const outcome = fetched.kind === "refused" ? fetched : reading().read(fetched.incoming);
    taken.push({ file, outcome });
    tell(io, file, outcome);
    if (outcome.kind === "read") io.err(`\n${renderSnapshot(outcome.snapshot, io.width)}`);
  }
  return taken;
}

function archiving(files: readonly string[], given: Given, flags: AddFlags, io: Io): Promise<Taken[]> {
  const taken: Taken[] = [];
  return withArchive(io, flags, async (archive, reading) => {
    bringUpToDate(archive, reading(), io);
    for (const file of files) {
      const fetched = await fetch(file, given, io);
      const outcome = fetched.kind === "refused" ? fetched : addDocument(archive.db, fetched.incoming, reading());
      taken.push({ file, outcome });
      tell(io, file, outcome);
    }
    return 0;
  }).then(() => taken);
}

function fetch(file: string, given: Given, io: Io): ReturnType<typeof fetchStream> | ReturnType<typeof fetchFile> {
  return file === "-" ? fetchStream(io.stdin, given) : fetchFile(file, given);
}

function tell(io: Io, file: string, outcome: Outcome): void {
  const name = file === "-" ? "standard input" : file;
  switch (outcome.kind) {
    case "added": {
      const { document, partnership, meeting, commitments } = outcome.snapshot;
      const where = partnership.slug === null ? "no partnership recognised" : `${partnership.slug}, meeting of ${meeting.held}`;
      io.err(`${name}: added ${document.sha256.slice(0, 12)} (${where}; ${commitments.length} commitments)\n`);
      return;
    }
    case "already-here":
      io.err(`${name}: already here as ${outcome.sha256.slice(0, 12)}; nothing was changed\n`);
      return;
    case "refused":
      io.err(`${name}: ${outcome.refusal.sentence}\n`);
      return;
    case "read":
      io.err(`${name}: read, not archived\n`);
  }
}

function report(file: string, outcome: Outcome): unknown {
  switch (outcome.kind) {
    case "added":
      return { file, outcome: "added", sha256: outcome.sha256, snapshot: outcome.snapshot };
    case "read":
      return { file, outcome: "read", sha256: outcome.snapshot.document.sha256, snapshot: outcome.snapshot };
    case "already-here":
      return { file, outcome: "already-here", sha256: outcome.sha256 };
    case "refused":
      return { file, outcome: "refused", code: outcome.refusal.code, message: outcome.refusal.sentence };
  }
}
