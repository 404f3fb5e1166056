/**
 * Answers made ready to be kept and sent: packed by gzip. Long ones are put together in parts, and others are answered in
 * between; all parts are of one state of the archive, as it begins again when somebody writes.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { ArchiveReader } from "../archive/types.ts";
import type { Kept } from "./keeping.ts";

export interface Text {
  /** In parts where it is long. */
  readonly body: string | Iterable<string>;
  readonly mediaType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Shorter answers are not worth packing. */
const PACKED = 1_400;
/** Longer answers are packed while others are made. */
const ASIDE = 32_000;
/** Level 2 takes half of the time of level 4 and leaves a twentieth more. */
const LEVEL = { level: 2 } as const;
/** Milliseconds after which others are answered: of short parts, several are made at once. */
const TURN = 16;
/** Beginnings before a long answer is made without a pause: a busy writer must not starve it. */
const ATTEMPTS = 3;

export async function pack({ body, mediaType, headers = {} }: Text, archive: Pick<ArchiveReader, "version" | "together">): Promise<Kept> {
  const bytes = Buffer.from(typeof body === "string" ? body : await gather(body, archive));
  const packed = bytes.byteLength >= PACKED;
  return { bytes: new Uint8Array(packed ? await gzipped(bytes) : bytes), packed, mediaType, headers };
}

const gzipAside = promisify(gzip);

/** In another thread, where that is quicker than to call it. */
function gzipped(bytes: Uint8Array): Promise<Uint8Array> | Uint8Array {
  return bytes.byteLength >= ASIDE ? gzipAside(bytes, LEVEL) : gzipSync(bytes, LEVEL);
}

async function gather(parts: Iterable<string>, archive: Pick<ArchiveReader, "version" | "together">): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const version = archive.version();
    const made: string[] = [];
    const rest = parts[Symbol.iterator]();
    let turn = performance.now();
    for (;;) {
      const part = archive.together(() => (archive.version() === version ? rest.next() : null));
      if (part === null) break;
      if (part.done === true) return made.join("");
      made.push(part.value);
      if (performance.now() - turn < TURN) continue;
      await nextTurn();
      turn = performance.now();
    }
  }
  return archive.together(() => [...parts].join(""));
}
