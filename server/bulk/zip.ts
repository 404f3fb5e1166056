/**
 * Documents in a ZIP file. The file's list of contents is read first; entries are unpacked a few at a time, and one that
 * says it is larger than a document may be is not unpacked at all.
 */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { unzipSync } from "fflate";
import { LARGEST_DOCUMENT } from "../config.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { brokenArchive, type Findings, type Found, isShown, isUnsafe, isWanted } from "./findings.ts";

/** What a machine of small memory can hold beside the rest. */
const LARGEST_ZIP = 256 * 1024 * 1024;
const MOST_ENTRIES = 200_000;
/** Entries and bytes that are unpacked at a time. */
const AT_ONCE = { entries: 64, bytes: 32 * 1024 * 1024 };

interface Entry {
  readonly name: string;
  readonly size: number;
}

export function findInZip(place: string): Findings {
  if (statSync(place).size > LARGEST_ZIP) throw new RefusedError(refusal("archive-too-large", `it has ${Math.ceil(statSync(place).size / 1024 / 1024)} MB`));
  const bytes = readFileSync(place);
  const all = listEntries(bytes, place).sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = all.filter(({ name }) => isWanted(name));
  return { total: entries.length, found: unpack(bytes, entries, place), passed: all.filter(({ name }) => !isWanted(name)).map(({ name }) => `${place}/${name}`) };
}

function listEntries(bytes: Uint8Array, place: string): Entry[] {
  const entries: Entry[] = [];
  let all = 0;
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        all += 1;
        if (all > MOST_ENTRIES) throw new RefusedError(refusal("archive-too-large", `it has more than ${MOST_ENTRIES} entries`));
        if (isShown(name)) entries.push({ name, size: originalSize });
        return false;
      },
    });
  } catch (error) {
    throw error instanceof RefusedError ? error : brokenArchive(place, error);
  }
  return entries;
}

function* unpack(bytes: Uint8Array, entries: readonly Entry[], place: string): Generator<Found> {
  for (let at = 0; at < entries.length; ) {
    const batch: Entry[] = [];
    let size = 0;
    while (at < entries.length && batch.length < AT_ONCE.entries && (batch.length === 0 || size < AT_ONCE.bytes)) {
      const entry = entries[at];
      if (entry !== undefined) batch.push(entry);
      size += Math.min(entry?.size ?? 0, LARGEST_DOCUMENT);
      at += 1;
    }
    const taken = new Set(batch.filter((entry) => entry.size <= LARGEST_DOCUMENT && !isUnsafe(entry.name)).map((entry) => entry.name));
    const unpacked = unpackNamed(bytes, taken);
    for (const entry of batch) yield foundIn(`${place}/${entry.name}`, entry, unpacked[entry.name]);
  }
}

function foundIn(path: string, { name, size }: Entry, bytes: Uint8Array | undefined): Found {
  return {
    path,
    fetch() {
      if (isUnsafe(name)) return { kind: "refused", refusal: refusal("unsafe-path") };
      if (size > LARGEST_DOCUMENT) return { kind: "refused", refusal: refusal("too-large", `${Math.ceil(size / 1024 / 1024)} MB unpacked`) };
      if (bytes === undefined) return { kind: "refused", refusal: refusal("unreadable", "its entry is damaged") };
      return { kind: "file", incoming: { bytes, name: basename(name), given: {} } };
    },
  };
}

/** One damaged entry must not take the others with it: then each is tried for itself. */
function unpackNamed(bytes: Uint8Array, names: ReadonlySet<string>): Record<string, Uint8Array> {
  if (names.size === 0) return {};
  try {
    return unzipSync(bytes, { filter: ({ name }) => names.has(name) });
  } catch {
    if (names.size === 1) return {};
    return Object.assign({}, ...[...names].map((name) => unpackNamed(bytes, new Set([name]))));
  }
}
