/**
 * `pactline watch`: looks again at the addresses of captured documents, once or for as long as it runs.
 */
import { type Looked, wait, watchOnce } from "../adding/watching.ts";
import { captureOptions } from "../config.ts";
import { type Io, printJson } from "./io.ts";
import { bringUpToDate, withArchive } from "./session.ts";
import { count } from "../../views/grammar.ts";

export interface WatchFlags {
  readonly archive?: string;
  readonly once?: boolean;
  /** Hours. */
  readonly every: number;
  /** Seconds. */
  readonly pause: number;
  readonly json?: boolean;
}

/** How often the book of addresses is looked through, in milliseconds. */
const ROUND = 60_000;

export function watch(flags: WatchFlags, io: Io): Promise<number> {
  return withArchive(io, flags, async (archive, reading) => {
    bringUpToDate(archive, reading(), io);
    const signal = io.stopSignal();
    const looks: Looked[] = [];
    const options = {
      reading,
      capture: captureOptions(io.env),
      every: flags.every,
      pause: flags.pause * 1_000,
      signal,
      onLook(looked: Looked) {
        if (flags.once === true) looks.push(looked);
        tell(io, looked);
      },
    };
    do {
      await watchOnce(archive, options);
      if (flags.once !== true) await wait(ROUND, signal);
    } while (flags.once !== true && !signal.aborted);
    if (flags.once === true) io.err(`${count(looks.length, "address", "addresses")} looked at, ${looks.filter(({ outcome }) => outcome.kind === "version").length} edited\n`);
    if (flags.json === true) printJson(io, looks.map(report));
    return looks.some(({ outcome }) => outcome.kind === "refused") ? 1 : 0;
  });
}

function tell(io: Io, { address, outcome }: Looked): void {
  switch (outcome.kind) {
    case "version":
      io.err(`${address}: edited after publication, now ${outcome.sha256.slice(0, 12)} (${outcome.edit.kind === "typing" ? "typing errors were mended" : "words differ"})\n`);
      for (const reason of outcome.edit.reasons) io.err(`  ${reason}\n`);
      return;
    case "refused":
      io.err(`${address}: ${outcome.refusal.sentence}\n`);
      return;
    case "same":
    case "unchanged":
      io.err(`${address}: unchanged\n`);
  }
}

function report({ address, original, outcome }: Looked): unknown {
  switch (outcome.kind) {
    case "version":
      return { address, original, outcome: "edited", sha256: outcome.sha256, kind: outcome.edit.kind, reasons: outcome.edit.reasons };
    case "refused":
      return { address, original, outcome: "refused", code: outcome.refusal.code, message: outcome.refusal.sentence };
    case "same":
    case "unchanged":
      return { address, original, outcome: "unchanged" };
  }
}
