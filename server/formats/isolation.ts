/**
 * Reads pages, PDF and Word files in a thread of its own, and waits for it: readings are synchronous, as storage is,
 * while the libraries are not. A file that takes too long is given up with its thread; the next one gets a new thread.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { PROJECT_ROOT } from "../config.ts";
import { refuse, type Transcribed } from "./transcript.ts";
import type { Format } from "./media.ts";

export interface ThreadMeans {
  readonly port: MessagePort;
  readonly signal: SharedArrayBuffer;
}

export interface ThreadRequest {
  readonly number: number;
  readonly format: Exclude<Format, "text">;
  readonly bytes: Uint8Array;
  readonly charset: string | null;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly done: Int32Array;
}

/** What a document may take, in milliseconds and megabytes. The limit of memory shows as a thread that never answers. */
const PATIENCE = 20_000;
const MEMORY = 768;

let thread: Thread | undefined;
let number = 0;

/** Reads one document apart from the program. */
export function readApart(request: Omit<ThreadRequest, "number">, patience = PATIENCE): Transcribed {
  thread ??= startThread();
  const { port, done } = thread;
  number += 1;
  const before = Atomics.load(done, 0);
  port.postMessage({ number, ...request });
  const deadline = performance.now() + patience;
  while (Atomics.load(done, 0) === before) {
    const left = deadline - performance.now();
    if (left <= 0) return giveUp(patience);
    Atomics.wait(done, 0, before, left);
  }
  const answer: { readonly message: { readonly number: number; readonly outcome: Transcribed } } | undefined = receiveMessageOnPort(port);
  return answer === undefined || answer.message.number !== number ? giveUp(patience) : answer.message.outcome;
}

function giveUp(patience: number): Transcribed {
  thread?.port.close();
  void thread?.worker.terminate();
  thread = undefined;
  return refuse("too-slow", `more than ${Math.round(patience / 1_000)} s`);
}

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const worker = new Worker(threadFile(), { workerData: { port: port2, signal } satisfies ThreadMeans, transferList: [port2], resourceLimits: { maxOldGenerationSizeMb: MEMORY }, stdout: true, stderr: true });
  // A thread that dies is found by its silence; it must not take the program with it.
  worker.on("error", () => {});
  worker.unref();
  port1.unref();
  return { worker, port: port1, done: new Int32Array(signal) };
}

/** The compiled module also where the program runs from its sources, as in tests: a thread starts from JavaScript. */
function threadFile(): string {
  const beside = fileURLToPath(new URL("./reader-thread.js", import.meta.url));
  return existsSync(beside) ? beside : join(PROJECT_ROOT, "dist", "server", "formats", "reader-thread.js");
}
