/**
 * Brings an archive up to date while the server goes on: documents of another reading are read anew by a process beside it,
 * since that takes minutes for thousands and pages are to be answered meanwhile. Until it is done pages show what was read
 * before, and say so.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import { isOutdated, sweepBeside } from "../archive/rebuilding.ts";
import { pendingPartnerships, settleNext } from "../archive/settling.ts";
import { PROJECT_ROOT } from "../config.ts";
import type { Reading } from "../reading.ts";
import type { Io } from "./io.ts";

export interface Renewal {
  /** What visitors are to know meanwhile, in one or two sentences; null once all is as it should be. */
  note(): string | null;
  start(): void;
  /** Has the documents read anew after what is known has changed while the server runs. */
  renew(): void;
  /** Ends what is under way; the archive stays as it was, and the next start begins again. */
  stop(): Promise<void>;
}

const UNDER_WAY = "These pages show an earlier reading of the documents. They are being read anew; it may take some minutes.";
const FAILED = "These pages show an earlier reading of the documents. Whoever keeps this archive can run: pactline rebuild.";
const COMPARING = "Meetings are still being compared; what changed at them is shown in a moment.";

export function createRenewal(archive: Archive, reading: () => Reading, io: Io): Renewal {
  const { db } = archive;
  let beside: ChildProcess | null = null;
  let [stopped, again] = [false, false];
  let note: string | null = isOutdated(db, reading()) ? UNDER_WAY : pendingPartnerships(db).length > 0 ? COMPARING : null;
  const ended = (said: string): void => {
    beside = null;
    if (stopped) return;
    // What is known has changed since that process began: it read what is out of date already.
    if (again) {
      begin();
      return;
    }
    note = isOutdated(db, reading()) ? FAILED : null;
    io.err(note === null ? "All documents are read anew.\n" : `The documents could not be read anew; run \`pactline rebuild\`.${said === "" ? "" : ` It said: ${said}`}\n`);
  };
  const begin = (): void => {
    [again, note] = [false, UNDER_WAY];
    beside = rebuildBeside(db.name, io, ended);
  };
  const compare = (): void => {
    if (stopped) return;
    if (settleNext(db, reading())) setImmediate(compare);
    else if (beside === null) note = null;
  };
  return {
    note: () => note,
    start() {
      if (note === COMPARING) setImmediate(compare);
      if (note !== UNDER_WAY) return;
      io.err("The reading has changed since this archive was last written; its documents are read anew while the server goes on.\n");
      begin();
    },
    renew() {
      if (beside !== null) again = true;
      else if (isOutdated(db, reading())) begin();
    },
    async stop() {
      stopped = true;
      const child = beside;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      await new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.kill();
      });
      sweepBeside(db.name);
    },
  };
}

/** Answers the process; `ended` is told its last line. */
function rebuildBeside(path: string, io: Io, ended: (said: string) => void): ChildProcess {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, "bin", "pactline.js"), "rebuild", "--archive", path], { env: io.env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  let done = false;
  const end = (): void => {
    if (!done) ended(said.trim().split("\n").at(-1) ?? "");
    done = true;
  };
  child.stderr?.on("data", (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-2_000);
  });
  child.once("close", end);
  child.once("error", (error) => {
    said = error.message;
    end();
  });
  yieldTo(child);
  return child;
}

/** Visitors go first. */
function yieldTo({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not let it has its reasons.
  }
}
