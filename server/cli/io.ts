/**
 * Where a command reads and writes: handed in, so that commands can be run within a test as within a terminal.
 */
import { createInterface } from "node:readline/promises";
import type { Environment } from "../config.ts";

export interface Io {
  readonly env: Environment;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Results; nothing but JSON with `--json`. */
  out(text: string): void;
  /** Messages and progress. */
  err(text: string): void;
  /** Whether messages go to a person's terminal, where a line can be rewritten. */
  readonly terminal: boolean;
  /** Asks a person at the terminal; absent where nobody is there to answer. */
  ask?(question: string): Promise<string>;
  /** Columns of the terminal. */
  readonly width: number;
  /** From this call on SIGINT and SIGTERM abort the signal instead of ending the process. */
  stopSignal(): AbortSignal;
}

/** The process's own streams. */
export function processIo(stopSignal: () => AbortSignal): Io {
  return {
    env: process.env,
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask: askTerminal } : {}),
    width: Math.min(process.stdout.columns ?? 100, 120),
    stopSignal,
  };
}

async function askTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** Prints a value as JSON, readable and diffable. */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** A line of progress that rewrites itself on a terminal and comes at most every few seconds elsewhere. */
export function progressLine(io: Io): { show(line: string): void; end(): void } {
  let shown = "";
  let last = Number.NEGATIVE_INFINITY;
  const pause = io.terminal ? 100 : 5_000;
  return {
    show(line) {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      io.err(io.terminal ? `\r${line.padEnd(shown.length)}` : `${line}\n`);
      shown = line;
    },
    end() {
      if (io.terminal && shown !== "") io.err(`\r${" ".repeat(shown.length)}\r`);
      shown = "";
    },
  };
}
