/**
 * How the JavaScript engine is set for what a command does. These are hints of speed and memory: without them every result is the same.
 * They hold for the whole process. Only its main thread gives them, once and before it begins another: the engine does not bear to be
 * set while several threads run.
 */
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

/** Each hint, and the last major version of the engine that is known to have it: one that has not tells so on standard error. */
const HINTS = {
  // Patterns are compiled when they are first used, rather than interpreted once before, as each is asked again and again.
  "--no-regexp-tier-up": 13,
  // A command is over before most functions repay their optimising, which waits until they ran six times as long.
  "--interrupt-budget=400000": 11,
  // What is read and written is soon of no more use: memory is cleared before it grows, at a few hundredths of the time.
  "--heap-growing-percent=60": 13,
} as const;

type Hint = keyof typeof HINTS;

/** Of these hints those that an engine of this version, such as `11.3.244.8-node.38`, takes. */
export function taken(hints: readonly Hint[], version: string): readonly Hint[] {
  return hints.filter((hint) => Number.parseInt(version, 10) <= HINTS[hint]);
}

/** For commands that read and end. */
export function readSooner(): void {
  set("--no-regexp-tier-up", "--interrupt-budget=400000");
}

/** For commands that read much. */
export function keepSmall(): void {
  set("--heap-growing-percent=60");
}

const given = new Set<Hint>();

function set(...hints: readonly Hint[]): void {
  if (!isMainThread) return;
  for (const hint of taken(hints, process.versions.v8)) {
    if (!given.has(hint)) setFlagsFromString(hint);
    given.add(hint);
  }
}
