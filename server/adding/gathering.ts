/**
 * The doors: a file, a stream, a pasted text, bytes that were sent, an address. Whatever the door, what comes in is the
 * same kind of value.
 */
import { fetchFile, fetchStream, type Fetched } from "../files.ts";
import type { Received } from "../formats/media.ts";
import { transcribe, transcribeAhead } from "../formats/transcribe.ts";
import type { Captured, CaptureOptions } from "../capture/capture.ts";
import type { CaptureFact } from "../archive/capture-types.ts";
import type { Incoming } from "../archive/facts.ts";
import type { AddFields } from "./fields.ts";

export type Source =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "stream"; readonly stream: AsyncIterable<Uint8Array | string> }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly name: string | null; readonly mediaType?: string }
  | { readonly kind: "address"; readonly address: string };

/** What a person typed: an address of the web, `-` for a stream, or a file. */
export function sourceNamed(word: string, stream: AsyncIterable<Uint8Array | string>): Source {
  if (word === "-") return { kind: "stream", stream };
  return /^https?:\/\//i.test(word) ? { kind: "address", address: word } : { kind: "file", path: word };
}

/** Fetches a source. What is wrong with it is a refusal; nothing is read yet. */
export async function gather(source: Source, fields: AddFields, options: CaptureOptions): Promise<Fetched> {
  switch (source.kind) {
    case "file":
      return fetchFile(source.path, fields.given);
    case "stream":
      return fetchStream(source.stream, fields.given);
    case "bytes":
      await transcribeAhead(source);
      return { kind: "file", incoming: { bytes: source.bytes, name: source.name, given: fields.given, ...(source.mediaType === undefined ? {} : { mediaType: source.mediaType }) } };
    case "address": {
      // What fetches is loaded when something is fetched.
      const { capture } = await import("../capture/capture.ts");
      const captured = await capture(source.address, options);
      if (captured.kind === "refused") return captured;
      if (captured.kind === "unchanged") throw new Error("A server said that a page is unchanged that nobody knew");
      await transcribeAhead(receivedIn(captured));
      return { kind: "file", incoming: incomingOf(captured, fields) };
    }
  }
}

function receivedIn({ bytes, finalAddress, headers }: Captured): Received {
  const mediaType = headers["content-type"];
  return { bytes, name: nameIn(finalAddress), ...(mediaType === undefined || mediaType === "" ? {} : { mediaType }) };
}

/** A captured page as a document to take in, with how it was fetched. */
export function incomingOf(captured: Captured, fields: AddFields): Incoming {
  const { address, finalAddress, status, headers, retrievedAt } = captured;
  const received = receivedIn(captured);
  const readable = transcribe(received);
  const canonical = readable.kind === "readable" ? (readable.metadata.source_url ?? null) : null;
  const archived = archivedCopy(finalAddress);
  const fact: CaptureFact = { address, finalAddress, canonical, archivedAt: fields.archivedAt ?? (archived === null ? null : finalAddress), status, headers: kept(headers), retrievedAt };
  // A page may name itself, but not speak for another site.
  const named = archived ?? (canonical !== null && new URL(canonical).host === new URL(finalAddress).host ? canonical : finalAddress);
  return { ...received, given: { ...fields.given, sourceUrl: fields.given.sourceUrl ?? named }, capture: fact };
}

/** Where a copy in the Internet Archive was taken from; null for any other address. */
function archivedCopy(address: string): string | null {
  const original = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(https?:\/\/.+)$/.exec(address)?.[1];
  return original !== undefined && URL.canParse(original) ? original : null;
}

/** The last part of the path, as a file's name: it may bear a date. */
function nameIn(address: string): string | null {
  const last = new URL(address).pathname.split("/").filter((part) => part !== "").at(-1);
  if (last === undefined) return null;
  try {
    return decodeURIComponent(last).slice(0, 200);
  } catch {
    return last.slice(0, 200);
  }
}

/** What a server says to a visitor's browser alone is no part of the record. */
function kept(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:set-cookie|report-to|nel|alt-svc)$/.test(name)));
}
