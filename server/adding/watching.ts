/**
 * Looks again at the addresses of captured documents: politely, one after the other, asking whether anything changed
 * since the last time. An edited page becomes a new version of the same document.
 */
import type { Archive } from "../archive/archive.ts";
import { bookLook, watchedAddresses } from "../archive/captures.ts";
import type { WatchedAddress } from "../archive/capture-types.ts";
import { givenOf } from "../archive/facts.ts";
import { addVersion, type VersionOutcome } from "../archive/versions.ts";
import { capture, type CaptureOptions } from "../capture/capture.ts";
import type { Reading } from "../reading.ts";
import type { Refusal } from "../refusals.ts";
import { incomingOf } from "./gathering.ts";

export type LookOutcome = VersionOutcome | { readonly kind: "unchanged" } | { readonly kind: "refused"; readonly refusal: Refusal };

export interface Looked {
  readonly address: string;
  readonly original: WatchedAddress["original"];
  readonly outcome: LookOutcome;
}

export interface WatchOptions {
  readonly reading: () => Reading;
  readonly capture: CaptureOptions;
  /** Hours after which an address is due again; twice as long after every failure in a row. */
  readonly every: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  readonly signal: AbortSignal;
  onLook(looked: Looked): void;
}

/** Failures in a row from which on waiting is not prolonged any more. */
const MOST_DOUBLED = 5;
const HOUR = 60 * 60 * 1_000;

/** When an address is to be looked at again, as a time in milliseconds. */
export function dueAt({ checkedAt, failures }: Pick<WatchedAddress, "checkedAt" | "failures">, every: number): number {
  return checkedAt === null ? 0 : Date.parse(checkedAt) + every * HOUR * 2 ** Math.min(failures, MOST_DOUBLED);
}

/** Looks once at every address that is due. */
export async function watchOnce(archive: Archive, options: WatchOptions): Promise<void> {
  const due = watchedAddresses(archive.db).filter((one) => dueAt(one, options.every) <= Date.now());
  const lastAsked = new Map<string, number>();
  for (const watched of due) {
    const { host } = new URL(watched.address);
    await wait((lastAsked.get(host) ?? 0) + options.pause - Date.now(), options.signal);
    if (options.signal.aborted) return;
    const outcome = await look(archive, watched, options);
    lastAsked.set(host, Date.now());
    options.onLook({ address: watched.address, original: watched.original, outcome });
  }
}

async function look(archive: Archive, { address, original, etag, lastModified }: WatchedAddress, { reading, capture: asking, signal }: WatchOptions): Promise<LookOutcome> {
  const [known] = [etag === null && lastModified === null ? firstAnswer(archive, original, address) : { etag, lastModified }];
  const captured = await capture(address, { ...asking, signal, known });
  const book = (outcome: string, failed: number, headers: Readonly<Record<string, string>> = {}): void =>
    bookLook(archive.db, { address, etag: headers["etag"] ?? null, lastModified: headers["last-modified"] ?? null, checkedAt: new Date().toISOString(), outcome, failed });
  if (captured.kind === "refused") {
    if (!signal.aborted) book(captured.refusal.code, 1);
    return captured;
  }
  if (captured.kind === "unchanged") {
    book("unchanged", 0);
    return { kind: "unchanged" };
  }
  const outcome = addVersion(archive.db, original, incomingOf(captured, { given: givenOf(archive.db, original) }), reading());
  book(outcome.kind === "refused" ? outcome.refusal.code : outcome.kind, outcome.kind === "refused" ? 1 : 0, captured.headers);
  return outcome;
}

/** Before the first look: what the server said when the document was captured. */
function firstAnswer(archive: Archive, original: WatchedAddress["original"], address: string): { readonly etag: string | null; readonly lastModified: string | null } {
  const fact = archive.reader.captures(original).find((one) => one.address === address);
  return { etag: fact?.headers["etag"] ?? null, lastModified: fact?.headers["last-modified"] ?? null };
}

/** Waits, unless it is told to stop. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
