/**
 * How the JavaScript engine is set for what a command does. These are hints of speed and memory: without them every result is the same.
 * They hold for the whole process. Only its main thread gives them, once and before it begins another: the engine does not bear to be
 * set while several threads run.
 */
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

/**
 * For commands that read and end. Patterns are compiled when they are first used, rather than interpreted once before, as each is asked
 * again and again; and a command is over before most functions repay their optimising, which waits until they ran six times as long.
 */
export function readSooner(): void {
  set("--no-regexp-tier-up");
  set("--interrupt-budget=400000");
}

/** What is read and written is soon of no more use: memory is cleared before it grows, at a few hundredths of the time. */
export function keepSmall(): void {
  set("--heap-growing-percent=60");
}

const given = new Set<string>();

function set(flag: string): void {
  if (!isMainThread || given.has(flag)) return;
  given.add(flag);
  setFlagsFromString(flag);
}
