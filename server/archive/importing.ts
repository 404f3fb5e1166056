/**
 * Takes in many files: what is here already is passed over by its hash alone, the rest is read and archived in
 * batches, and the partnerships touched are compared at the end. Whatever stops it, the next run goes on.
 */
import type { ReadingAside } from "../bulk/reading-aside.ts";
import type { Reading, ReadOutcome } from "../reading.ts";
import { filesFound, type Found, type Wanted } from "../bulk/findings.ts";
import type { Refusal } from "../refusals.ts";
import { type AddOutcome, addBatch } from "./adding.ts";
import type { ImportProgress } from "./capture-types.ts";
import type { Database } from "./database.ts";
import { hasDocument, type Incoming, nameBytes } from "./facts.ts";
import { pendingPartnerships, settle } from "./settling.ts";

export interface ImportedFile {
  readonly path: string;
  readonly outcome: AddOutcome;
}

export interface ImportOptions {
  /** Made when the first file has to be read. */
  readonly reading: () => Reading;
  /** Reads beside the program; closed when all is read, as comparing needs the memory. */
  readonly aside?: ReadingAside | null;
  /** Who adds them; absent where nobody does, as with seeds. */
  readonly author?: string;
  /** Smaller batches where others wait for their turn in the same process. */
  readonly batch?: { readonly documents: number; readonly milliseconds: number };
  /** Stops after the current batch. */
  readonly signal?: AbortSignal;
  onFile(file: ImportedFile): void;
  onProgress(progress: ImportProgress): void;
}

/** A batch is written when it has this many documents or is this old: what a kill can lose. */
const BATCH = { documents: 32, milliseconds: 1_000 };

/** Documents that are begun before the first of them is done: they are archived in the order in which they were found. */
const AHEAD = 16;

interface Waiting {
  readonly path: string;
  readonly incoming: Incoming;
  readonly read: Extract<ReturnType<Reading["read"]>, { kind: "read" }>;
}

/** Imports these files. */
export function importFiles(db: Database, paths: readonly string[], options: ImportOptions): Promise<ImportProgress> {
  return importAll(db, filesFound(paths), options);
}

/** Imports all that was found. Resolves when all are archived, refused or known, and compared; or when it was stopped. */
export async function importAll(db: Database, { total, found }: Wanted, options: ImportOptions): Promise<ImportProgress> {
  const counts = { added: 0, here: 0, refused: 0 };
  let done = 0;
  const state = (step: ImportProgress["step"], at: number, of: number): ImportProgress => ({ step, done: at, of, ...counts });
  const tell = (path: string, outcome: AddOutcome): void => {
    done += 1;
    counts[outcome.kind === "already-here" ? "here" : outcome.kind] += 1;
    options.onFile({ path, outcome });
  };
  let waiting: Waiting[] = [];
  let since = Date.now();
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    addBatch(db, batch.map(({ incoming, read }) => [incoming, read] as const)).forEach((outcome, at) => void tell(batch[at]?.path ?? "", outcome));
    options.onProgress(state("reading", done, total));
    since = Date.now();
    // Signals and timers get their turn between batches.
    await new Promise((resolve) => setImmediate(resolve));
  };
  const batch = { ...BATCH, ...options.batch };
  const put = async ({ path, taken }: Step): Promise<void> => {
    if ("read" in taken) waiting.push({ path, ...taken });
    else tell(path, taken);
    if (waiting.length >= batch.documents || Date.now() - since > batch.milliseconds) await flush();
  };
  const ahead: (Step | Promise<Step>)[] = [];
  try {
    for await (const one of found) {
      if (options.signal?.aborted === true) break;
      ahead.push(take(db, one, options));
      // What the other thread has done is heard between two documents.
      await new Promise((resolve) => setImmediate(resolve));
      for (const first of ahead.length < AHEAD ? [] : ahead.splice(0, 1)) await put(await first);
    }
    for (const step of ahead) await put(await step);
    await flush();
  } finally {
    options.aside?.close();
  }
  if (options.signal?.aborted !== true && pendingPartnerships(db).length > 0) settle(db, options.reading(), (at, of) => options.onProgress(state("comparing", at, of)));
  return state("comparing", done, total);
}

type Taken = { readonly incoming: Incoming; readonly read: Waiting["read"] } | Exclude<AddOutcome, { kind: "added" }>;

interface Step {
  readonly path: string;
  readonly taken: Taken;
}

/** Reads one document here, or beside where a thread is free: then the program goes on with the next. */
function take(db: Database, { path, ...found }: Found, { reading, aside, author }: ImportOptions): Step | Promise<Step> {
  const fetched = found.fetch();
  if (fetched.kind === "refused") return { path, taken: refuse(fetched.refusal) };
  const incoming = { ...fetched.incoming, ...(author === undefined ? {} : { author }) };
  const sha256 = nameBytes(incoming.bytes);
  if (hasDocument(db, sha256)) return { path, taken: { kind: "already-here", sha256 } };
  const own = reading();
  const step = (read: ReadOutcome): Step => ({ path, taken: read.kind === "refused" ? refuse(read.refusal) : { incoming, read } });
  if (aside?.isFree() !== true) return step(own.read(incoming));
  return aside.read(incoming).then((answer) => step(answer?.version === own.version ? answer.outcome : own.read(incoming)));
}

function refuse(refused: Refusal): Taken {
  return { kind: "refused", refusal: refused };
}
