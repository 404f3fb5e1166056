/**
 * Reads documents in a thread beside the program, so that an import keeps two processors busy. What the thread reads is what
 * the program would read: it names its reading, and an outcome of another one is not taken.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { CatalogueCorrection } from "../../snapshots/index.ts";
import type { Incoming } from "../archive/facts.ts";
import { PROJECT_ROOT } from "../config.ts";
import type { ReadOutcome } from "../reading.ts";

export interface AsideMeans {
  readonly port: MessagePort;
  /** Of the archivist's own knowledge. */
  readonly folder: string;
  readonly amendments: readonly CatalogueCorrection[];
}

export interface AsideRequest {
  readonly number: number;
  readonly incoming: Incoming;
}

export interface ReadAside {
  readonly version: string;
  readonly outcome: ReadOutcome;
}

export interface ReadingAside {
  /** Whether the thread would begin with a document soon. */
  isFree(): boolean;
  /** Null where the thread is gone. */
  read(incoming: Incoming): Promise<ReadAside | null>;
  close(): void;
}

/** Documents that wait for the thread, the one under way included. */
const WAITING = 3;
/** Fewer documents are read sooner than a thread is ready. */
const WORTHWHILE = 60;

/** Megabytes that the thread may hold; what it reads it does not keep. */
const MEMORY = 112;

/** A thread for an import of so many documents; null where it would not pay. */
export function openAside(documents: number, means: Omit<AsideMeans, "port">): ReadingAside | null {
  if (documents < WORTHWHILE || availableParallelism() < 2) return null;
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(threadFile(), { workerData: { ...means, port: port2 } satisfies AsideMeans, transferList: [port2], resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: 16 } });
  const waiting = new Map<number, (answer: ReadAside | null) => void>();
  let number = 0;
  let gone = false;
  const end = (): void => {
    gone = true;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", end);
  port1.on("message", ({ number: answered, ...answer }: ReadAside & { readonly number: number }) => {
    waiting.get(answered)?.(answer);
    waiting.delete(answered);
  });
  return {
    isFree: () => !gone && waiting.size < WAITING,
    read: (incoming) =>
      new Promise((resolve) => {
        if (gone) return resolve(null);
        number += 1;
        waiting.set(number, resolve);
        port1.postMessage({ number, incoming } satisfies AsideRequest);
      }),
    close() {
      port1.close();
      void worker.terminate();
    },
  };
}

/** The compiled module also where the program runs from its sources, as in tests. */
function threadFile(): string {
  const beside = fileURLToPath(new URL("./aside-thread.js", import.meta.url));
  return existsSync(beside) ? beside : join(PROJECT_ROOT, "dist", "server", "bulk", "aside-thread.js");
}
