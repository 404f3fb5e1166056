/**
 * From bytes to text, or a refusal. Bytes are never mended: what is not sound UTF-8 text is said, not guessed.
 */
import { extname } from "node:path";
import { LARGEST_DOCUMENT } from "./config.ts";
import { refusal, type Refusal, type RefusalCode } from "./refusals.ts";

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly mediaType: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Endings of files that are read, with their media types. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  [".txt", "text/plain"],
  [".text", "text/plain"],
  [".md", "text/markdown"],
  [".markdown", "text/markdown"],
]);

/** How well-known files that are not plain text begin. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\u0003\u0004", "a Word or ZIP file"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office file"],
  ["{\\rtf", "an RTF file"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["GIF8", "a picture"],
  ["\u001f\u008b", "a compressed file"],
];

/** Whether a file of this name is taken by `add` and `import`; a name without an ending is. */
export function isTextName(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return ending === "" || MEDIA_TYPES.has(ending);
}

/** Decodes bytes as UTF-8 without its byte order mark. The name's ending decides the media type. */
export function decodeText(bytes: Uint8Array, name: string | null): Decoded {
  if (bytes.byteLength > LARGEST_DOCUMENT) return refuse("too-large", `${Math.ceil(bytes.byteLength / 1024 / 1024)} MB`);
  const ending = extname(name ?? "").toLowerCase();
  if (name !== null && !isTextName(name)) return refuse("not-text", `its name ends in ${ending}`);
  if (bytes.byteLength === 0) return refuse("empty");
  const signature = SIGNATURES.find(([start]) => beginsWith(bytes, start));
  if (signature !== undefined) return refuse("not-text", `it is ${signature[1]}`);
  if (beginsWith(bytes, "\u00ff\u00fe") || beginsWith(bytes, "\u00fe\u00ff")) return refuse("broken-utf8", "it is UTF-16");
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse("nul-bytes", `the first at byte ${zero}`);
  const text = decode(bytes);
  if (text === null) return refuse("broken-utf8");
  if (text.trim() === "") return refuse("empty");
  return { kind: "text", text, mediaType: MEDIA_TYPES.get(ending) ?? "text/plain" };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function beginsWith(bytes: Uint8Array, start: string): boolean {
  for (let i = 0; i < start.length; i += 1) if (bytes[i] !== start.charCodeAt(i)) return false;
  return true;
}

function refuse(code: RefusalCode, detail?: string): Decoded {
  return { kind: "refused", refusal: refusal(code, detail) };
}
