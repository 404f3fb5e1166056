/**
 * The reader of plain text and Markdown: bytes to characters, or a refusal. Bytes are never mended: what is not sound text
 * in any encoding that can be told is said, not guessed.
 */
import { LARGEST_DOCUMENT } from "./config.ts";
import { decodeCharacters } from "./formats/encodings.ts";
import { sortDocument } from "./formats/media.ts";
import { refusal, type Refusal, type RefusalCode } from "./refusals.ts";

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly mediaType: string; /** The encoding that it was converted from. */ readonly converted?: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Decodes text without its byte order mark. A declaration or the name's ending decides the media type. */
export function decodeText(bytes: Uint8Array, name: string | null, declared?: string): Decoded {
  if (bytes.byteLength > LARGEST_DOCUMENT) return refuse("too-large", `${Math.ceil(bytes.byteLength / 1024 / 1024)} MB`);
  if (bytes.byteLength === 0) return refuse("empty");
  const sorted = sortDocument({ bytes, name, ...(declared === undefined ? {} : { mediaType: declared }) });
  if (sorted.kind === "foreign") return refuse("not-text", sorted.what);
  const decoded = decodeCharacters(bytes, sorted.charset);
  if (decoded.kind === "undecided") return decoded.zero === null ? refuse("broken-utf8") : refuse("nul-bytes", `the first at byte ${decoded.zero}`);
  const { text, converted } = decoded;
  if (text.trim() === "") return refuse("empty");
  return { kind: "text", text, mediaType: sorted.mediaType, ...(converted === null ? {} : { converted }) };
}

function refuse(code: RefusalCode, detail?: string): Decoded {
  return { kind: "refused", refusal: refusal(code, detail) };
}
