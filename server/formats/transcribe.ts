/**
 * From a document's bytes to the text that is read, whatever its format: the one way, for what comes in and for what
 * is read anew.
 */
import { LARGEST_DOCUMENT } from "../config.ts";
import { decodeText } from "../decoding.ts";
import { readAhead, readApart } from "./isolation.ts";
import { type Received, sortDocument } from "./media.ts";
import { conversionNotice, type Metadata, type Notice, refuse, type Refused } from "./transcript.ts";

export type Readable =
  | { readonly kind: "readable"; readonly text: string; readonly mediaType: string; readonly metadata: Metadata; readonly notices: readonly Notice[] }
  | Refused;

export function transcribe(received: Received): Readable {
  const { bytes, name, mediaType } = received;
  if (bytes.byteLength > LARGEST_DOCUMENT) return refuse("too-large", `${Math.ceil(bytes.byteLength / 1024 / 1024)} MB`);
  if (bytes.byteLength === 0) return refuse("empty");
  const sorted = sortDocument(received);
  if (sorted.kind === "foreign") return refuse("not-text", sorted.what);
  // What a server said of the encoding is kept with the type, so that a later reading hears it too.
  const kept = sorted.charset === null ? sorted.mediaType : `${sorted.mediaType}; charset=${sorted.charset}`;
  if (sorted.format === "text") {
    const decoded = decodeText(bytes, name, mediaType);
    return decoded.kind === "refused" ? decoded : asWords({ kind: "readable", text: decoded.text, mediaType: kept, metadata: {}, notices: conversionNotice(decoded.converted ?? null) });
  }
  const transcript = readApart({ format: sorted.format, bytes, charset: sorted.charset });
  if (transcript.kind === "refused") return transcript;
  return asWords({ kind: "readable", text: framed(transcript.text, transcript.metadata), mediaType: kept, metadata: transcript.metadata, notices: transcript.notices });
}

/** Characters without a space between them that no text has: more is data, and would take long to be read as words. */
const LONGEST_WORD = 1_000_000;

function asWords(readable: Extract<Readable, { kind: "readable" }>): Readable {
  const length = longestWord(readable.text);
  return length === null ? readable : refuse("not-text", `a word of ${length} characters stands in it`);
}

/** How long the first word is that is too long; null where there is none. A picture that is written into the text is no word. */
function longestWord(text: string): number | null {
  if (text.length < LONGEST_WORD) return null;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isSpace(text.charCodeAt(at))) continue;
    if (at - start > LONGEST_WORD && !text.slice(start, start + 500).includes(";base64,")) return at - start;
    start = at + 1;
  }
  return null;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029;
}

/** Has a document read while the program goes on, where that takes time; `transcribe` then has it at once. */
export async function transcribeAhead(received: Received): Promise<void> {
  const { bytes } = received;
  const sorted = bytes.byteLength === 0 || bytes.byteLength > LARGEST_DOCUMENT ? null : sortDocument(received);
  if (sorted?.kind === "sorted" && sorted.format !== "text") await readAhead({ format: sorted.format, bytes, charset: sorted.charset });
}

/** The document's own metadata in front of its text, as the domain reads them of a text. */
function framed(text: string, metadata: Metadata): string {
  const lines = Object.entries(metadata).flatMap(([key, value]: [string, string | undefined]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`]));
  return lines.length === 0 ? text : `---\n${lines.join("\n")}\n---\n\n${text}`;
}
