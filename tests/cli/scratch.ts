/**
 * What tests of the command line share: a folder of their own, streams that remember, and documents written for
 * the purpose.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io } from "../../server/cli/io.ts";
import { run } from "../../server/cli/program.ts";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Means {
  readonly env?: Readonly<Record<string, string>>;
  /** A person at the terminal. */
  readonly ask?: (question: string) => Promise<string>;
  readonly signal?: AbortSignal;
  /** Told all that is said, as it is said. */
  hear?(text: string): void;
}

export interface Scratch {
  readonly folder: string;
  readonly archive: string;
  /** Writes a file and answers its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Runs a command within this process, on the folder's own archive. */
  pactline(argv: readonly string[], stdin?: string, means?: Means): Promise<Ran>;
  remove(): void;
}

export function makeScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "pactline-"));
  const archive = join(folder, "archive.db");
  return {
    folder,
    archive,
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    async pactline(argv, stdin = "", { env = {}, ask, signal, hear = () => {} } = {}) {
      let [out, err] = ["", ""];
      const io: Io = {
        env: { PACTLINE_ARCHIVE: archive, PACTLINE_KNOWLEDGE: join(folder, "knowledge"), ...env },
        ...(ask === undefined ? {} : { ask }),
        stdin: (async function* () {
          yield stdin;
        })(),
        out: (text) => {
          out += text;
          hear(text);
        },
        err: (text) => {
          err += text;
          hear(text);
        },
        terminal: false,
        width: 100,
        stopSignal: () => signal ?? new AbortController().signal,
      };
      const status = await run(argv, io, "0.0.0");
      return { status, out, err };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const FIELDS = ["data flows", "submarine cables", "digital trade", "artificial intelligence", "quantum computing", "cyber incidents", "electronic invoicing", "semiconductor supply"];
const VERBS = ["agreed to explore", "will establish", "launched", "intend to negotiate", "completed", "welcomed the work on"];

/** A dated statement of two parties, different for each number. */
export function statement(number: number, date: string, parties: readonly [string, string] = ["Norway", "Chile"]): string {
  const points = FIELDS.slice(0, 3 + (number % 5)).map((field, at) => `- The two sides ${VERBS[(number + at) % VERBS.length]} a joint programme on ${field} with ${10 + ((number * 7 + at) % 80)} experts.`);
  return `---\ntitle: Joint Statement of ${parties[0]} and ${parties[1]} on Digital Cooperation\ndate: ${date}\n---\n\n${parties[0]} and ${parties[1]} met on ${date} for round ${number} of their dialogue.\n\n${points.join("\n")}\n`;
}
