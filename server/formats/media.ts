/**
 * Which reader a document is for: by what it was declared as, by how its bytes begin, or by its name.
 */
import { extname } from "node:path";

export type Format = "text" | "html" | "pdf" | "docx";

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Endings of files that are read, with their media types. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  [".txt", "text/plain"],
  [".text", "text/plain"],
  [".md", "text/markdown"],
  [".markdown", "text/markdown"],
  [".html", "text/html"],
  [".htm", "text/html"],
  [".xhtml", "application/xhtml+xml"],
  [".pdf", "application/pdf"],
  [".docx", DOCX_TYPE],
]);

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["text/plain", "text"],
  ["text/markdown", "text"],
  ["text/html", "html"],
  ["application/xhtml+xml", "html"],
  ["application/pdf", "pdf"],
  [DOCX_TYPE, "docx"],
]);

/** How well-known files that are read by nobody here begin. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ["\u00d0\u00cf\u0011\u00e0", "an old or encrypted Office file"],
  ["{\\rtf", "an RTF file"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["GIF8", "a picture"],
  ["\u001f\u008b", "a compressed file"],
];

/** Names of files that `import` takes, for people. */
export const READABLE_ENDINGS: readonly string[] = Object.freeze([...ENDINGS.keys()]);

/** Whether a file of this name is taken; a name without an ending is. */
export function isReadableName(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return !/^\.[a-z]{2,5}$/.test(ending) || ENDINGS.has(ending);
}

/** The ending for a file of this type; that of text where none is known. */
export function endingOf(mediaType: string): string {
  const [type] = parseMediaType(mediaType);
  return [...ENDINGS].find(([, one]) => one === type)?.[0] ?? ".txt";
}

export interface Received {
  readonly bytes: Uint8Array;
  readonly name: string | null;
  /** As a server declared it, or as the archive remembers it. */
  readonly mediaType?: string;
}

export type Sorted = { readonly kind: "sorted"; readonly format: Format; /** Without parameters. */ readonly mediaType: string; readonly charset: string | null } | { readonly kind: "foreign"; readonly what: string };

/** Sorts a document. Bytes that begin as PDF are PDF whatever they are called. */
export function sortDocument({ bytes, name, mediaType }: Received): Sorted {
  const [declared = "", charset] = parseMediaType(mediaType ?? "");
  const sorted = (type: string): Sorted => ({ kind: "sorted", format: FORMATS.get(type) ?? "text", mediaType: type, charset: charset ?? null });
  if (begins(bytes, "%PDF-")) return sorted("application/pdf");
  const ending = extname(name ?? "").toLowerCase();
  const zip = begins(bytes, "PK\u0003\u0004");
  if (zip && (declared === DOCX_TYPE || ending === ".docx" || hasWordDocument(bytes))) return sorted(DOCX_TYPE);
  if (zip) return { kind: "foreign", what: "it is a ZIP file; `pactline import` takes those" };
  const foreign = FOREIGN.find(([start]) => begins(bytes, start));
  if (foreign !== undefined) return { kind: "foreign", what: `it is ${foreign[1]}` };
  if (FORMATS.has(declared)) return sorted(declared);
  if (declared !== "" && declared !== "application/octet-stream") return { kind: "foreign", what: `it is ${declared}` };
  if (name !== null && !isReadableName(name)) return { kind: "foreign", what: `its name ends in ${ending}` };
  return sorted(ENDINGS.get(ending) ?? (looksLikeHtml(bytes) ? "text/html" : "text/plain"));
}

/** Type and charset of `text/html; charset=utf-8`. */
function parseMediaType(header: string): [string, string | undefined] {
  const [type = "", ...parameters] = header.split(";");
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([\w-]+)"?/i.exec(one)?.[1]).find((one) => one !== undefined);
  return [type.trim().toLowerCase(), charset?.toLowerCase()];
}

/** A pasted page or one from an address whose name says nothing. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article)\b/i.test(Buffer.from(bytes.subarray(0, 1_024)).toString("latin1"));
}

function hasWordDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("word/document.xml");
}

function begins(bytes: Uint8Array, start: string): boolean {
  for (let i = 0; i < start.length; i += 1) if (bytes[i] !== start.charCodeAt(i)) return false;
  return true;
}
