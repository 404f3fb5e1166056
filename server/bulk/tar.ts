/**
 * Documents in a tar file, packed with gzip or not, read as a stream: once to count them, once to take them.
 */
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { LARGEST_DOCUMENT } from "../config.ts";
import { refusal } from "../refusals.ts";
import { brokenArchive, type Findings, type Found, isShown, isUnsafe, isWanted } from "./findings.ts";

const BLOCK = 512;
/** Names longer than this are none. */
const LONGEST_NAME = 64 * 1024;

interface Entry {
  readonly name: string;
  readonly size: number;
  /** Null where the entry is not wanted, or larger than a document may be. */
  readonly bytes: Buffer | null;
}

export async function findInTar(place: string): Promise<Findings> {
  let total = 0;
  const passed: string[] = [];
  for await (const { name } of entriesOf(place, () => false)) {
    if (isWanted(name)) total += 1;
    else if (isShown(name)) passed.push(`${place}/${name}`);
  }
  return { total, found: unpack(place), passed };
}

async function* unpack(place: string): AsyncGenerator<Found> {
  for await (const { name, size, bytes } of entriesOf(place, (one, large) => isWanted(one) && !isUnsafe(one) && large <= LARGEST_DOCUMENT)) {
    if (!isWanted(name)) continue;
    yield {
      path: `${place}/${name}`,
      fetch() {
        if (isUnsafe(name)) return { kind: "refused", refusal: refusal("unsafe-path") };
        if (bytes === null) return { kind: "refused", refusal: refusal("too-large", `${Math.ceil(size / 1024 / 1024)} MB unpacked`) };
        return { kind: "file", incoming: { bytes, name: basename(name), given: {} } };
      },
    };
  }
}

/** The regular files of a tar file, in its order; contents only of those that `wants` names. */
async function* entriesOf(place: string, wants: (name: string, size: number) => boolean): AsyncGenerator<Entry> {
  const reader = createBlockReader(place);
  let longName: string | null = null;
  try {
    for (let header = await reader.take(BLOCK); header !== null && header[0] !== 0; header = await reader.take(BLOCK)) {
      if (!hasSum(header)) throw new Error("it is damaged");
      const size = sizeIn(header);
      const type = String.fromCharCode(header[156] ?? 0);
      const padded = Math.ceil(size / BLOCK) * BLOCK;
      if (type === "L" || type === "x") {
        if (size > LONGEST_NAME) throw new Error("a name in it is too long");
        const content = (await reader.take(padded))?.subarray(0, size).toString("utf8") ?? "";
        longName = type === "L" ? content.replace(/\0.*$/s, "") : (/(?:^|\n)\d+ path=([^\n]*)\n/.exec(content)?.[1] ?? longName);
        continue;
      }
      const name = (longName ?? nameIn(header)).replace(/^(?:\.\/)+/, "");
      longName = null;
      const wanted = (type === "0" || type === "\0") && wants(name, size);
      const content = wanted ? await reader.take(padded) : null;
      if (wanted && content === null) throw new Error("it ends in the middle of a file");
      if (!wanted) await reader.skip(padded);
      if (type === "0" || type === "\0") yield { name, size, bytes: content === null ? null : Buffer.from(content.subarray(0, size)) };
    }
  } catch (error) {
    throw brokenArchive(place, error);
  } finally {
    reader.close();
  }
}

interface BlockReader {
  /** So many bytes; null at the end. */
  take(size: number): Promise<Buffer | null>;
  skip(size: number): Promise<void>;
  close(): void;
}

function createBlockReader(place: string): BlockReader {
  const file = createReadStream(place, { highWaterMark: 256 * 1024 });
  let stream: AsyncIterator<Buffer> | undefined;
  let held: Buffer = Buffer.alloc(0);
  const next = async (): Promise<Buffer | null> => {
    stream ??= await startReading(file);
    const { done, value } = await stream.next();
    return done === true ? null : value;
  };
  return {
    async take(size) {
      const parts: Buffer[] = [];
      let left = size;
      while (left > 0) {
        if (held.byteLength === 0) {
          const more = await next();
          if (more === null) return null;
          held = more;
        }
        const part = held.subarray(0, left);
        held = held.subarray(part.byteLength);
        left -= part.byteLength;
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    async skip(size) {
      let left = size;
      while (left > held.byteLength) {
        left -= held.byteLength;
        held = (await next()) ?? Buffer.alloc(0);
        if (held.byteLength === 0) return;
      }
      held = held.subarray(left);
    },
    close: () => void file.destroy(),
  };
}

/** Unpacks what begins as gzip does. */
async function startReading(file: ReturnType<typeof createReadStream>): Promise<AsyncIterator<Buffer>> {
  const chunks: AsyncIterator<Buffer> = file[Symbol.asyncIterator]();
  const { done, value } = await chunks.next();
  const first = done === true ? Buffer.alloc(0) : value;
  async function* whole(): AsyncGenerator<Buffer> {
    yield first;
    for (let more = await chunks.next(); more.done !== true; more = await chunks.next()) yield more.value;
  }
  if (first[0] !== 0x1f || first[1] !== 0x8b) return whole();
  const { Readable } = await import("node:stream");
  const packed = Readable.from(whole());
  const unpacked = packed.pipe(createGunzip());
  packed.on("error", (error) => unpacked.destroy(error));
  return unpacked[Symbol.asyncIterator]();
}

function nameIn(header: Buffer): string {
  const text = (from: number, length: number): string => header.subarray(from, from + length).toString("utf8").replace(/\0.*$/s, "");
  const prefix = header.subarray(257, 262).toString("latin1") === "ustar" ? text(345, 155) : "";
  return prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

function sizeIn(header: Buffer): number {
  const size = Number.parseInt(header.subarray(124, 136).toString("latin1").replace(/[\0 ]+$/, "").trim() || "0", 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new Error("it is damaged");
  return size;
}

function hasSum(header: Buffer): boolean {
  const stated = Number.parseInt(header.subarray(148, 156).toString("latin1").replace(/\0.*$/s, "").trim(), 8);
  return stated === header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
