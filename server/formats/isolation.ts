/**
 * Reads pages, PDF and Word files in a thread of its own, and waits for it: readings are synchronous, as storage is,
 * while the libraries are not. A server has them read ahead, so that nobody else waits. A file that takes too long is given
 * up with its thread; the next one gets a new thread.
 */
import { createHash } from "node:crypto";
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

/** One thread is waited for, the other one is not: neither must take the other's answer. */
type Use = "waited" | "ahead";
const threads = new Map<Use, Thread>();
let number = 0;

/** What was read last, by its request: a draft is read once, however often it is looked at. */
const latest = new Map<string, Transcribed>();
const REMEMBERED = 4;

/** Between two looks whether a document is read, in milliseconds. */
const LOOK = 5;
let queue: Promise<void> = Promise.resolve();

/** Reads one document apart from the program. */
export function readApart(request: Omit<ThreadRequest, "number">, patience = PATIENCE): Transcribed {
  const known = latest.get(nameOf(request));
  if (known !== undefined) return known;
  const { port, done } = threadFor("waited");
  const before = Atomics.load(done, 0);
  const sent = post(port, request);
  const deadline = performance.now() + patience;
  while (Atomics.load(done, 0) === before) {
    const left = deadline - performance.now();
    if (left <= 0) return giveUp("waited", patience);
    Atomics.wait(done, 0, before, left);
  }
  return take(port, sent) ?? giveUp("waited", patience);
}

/** Reads one document while the program goes on; whoever reads it next has it at once. One after the other. */
export function readAhead(request: Omit<ThreadRequest, "number">, patience = PATIENCE): Promise<void> {
  queue = queue.then(async () => {
    if (latest.has(nameOf(request))) return;
    const { port } = threadFor("ahead");
    const sent = post(port, request);
    const deadline = performance.now() + patience;
    let outcome = take(port, sent);
    while (outcome === null && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      outcome = take(port, sent);
    }
    latest.set(nameOf(request), outcome ?? giveUp("ahead", patience));
    for (const oldest of latest.keys()) if (latest.size > REMEMBERED) latest.delete(oldest);
  });
  return queue;
}

function threadFor(use: Use): Thread {
  const thread = threads.get(use) ?? startThread();
  threads.set(use, thread);
  return thread;
}

function giveUp(use: Use, patience: number): Transcribed {
  const thread = threads.get(use);
  thread?.port.close();
  void thread?.worker.terminate();
  threads.delete(use);
  return refuse("too-slow", `more than ${Math.round(patience / 1_000)} s`);
}

/** Answers the number that the request was sent under. */
function post(port: MessagePort, request: Omit<ThreadRequest, "number">): number {
  number += 1;
  port.postMessage({ number, ...request });
  return number;
}

/** The answer to this request, or null where it is not there yet. */
function take(port: MessagePort, wanted: number): Transcribed | null {
  const answer: { readonly message: { readonly number: number; readonly outcome: Transcribed } } | undefined = receiveMessageOnPort(port);
  return answer?.message.number === wanted ? answer.message.outcome : null;
}

function nameOf({ format, bytes, charset }: Omit<ThreadRequest, "number">): string {
  return `${format} ${charset} ${createHash("sha256").update(bytes).digest("hex")}`;
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
