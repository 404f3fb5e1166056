/**
 * From bytes to characters: UTF-8 first, then what a byte order mark, a declaration or, last, the bytes' own statistics
 * say. Bytes that nothing is sure of stay unread: a wrong guess would change words.
 */
import { analyse } from "chardet";

export type Characters =
  | { readonly kind: "characters"; readonly text: string; /** Null where it was UTF-8 all along. */ readonly converted: string | null }
  | { readonly kind: "undecided"; /** The first NUL byte, where bytes have any. */ readonly zero: number | null };

/** Below this the detector says no more than that some encoding would do. */
const SURE = 30;
/** Quotation marks, dashes, spaces and signs of the Western Windows encoding: a text with no other byte above ASCII is in it. */
const PUNCTUATION: ReadonlySet<number> = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb7, 0xbb]);
/** Bytes from which on such a text is no chance. */
const ENOUGH = 40;
const WESTERN = /^(?:ISO-8859-1|windows-1252)$/;
const LATIN = /^(?:ISO-8859-(?:1|2|9)|windows-125[02478])$/;
/** Enough to tell an encoding by. */
const SAMPLE = 256 * 1024;

/** Decodes bytes; `declared` is what a header or the document itself names as its encoding. */
export function decodeCharacters(bytes: Uint8Array, declared: string | null = null): Characters {
  const marked = markOf(bytes);
  if (marked !== null) return decided(bytes, marked) ?? { kind: "undecided", zero: null };
  const wide = withoutMark(bytes);
  if (wide !== null) return decided(bytes, wide) ?? { kind: "undecided", zero: bytes.indexOf(0) };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { kind: "undecided", zero };
  const utf8 = attempt(bytes, "utf-8");
  if (utf8 !== null) return { kind: "characters", text: utf8, converted: null };
  return (declared === null ? null : decided(bytes, declared)) ?? detected(bytes) ?? { kind: "undecided", zero: null };
}

/** What 0x80 to 0x9f mean in the Western Windows encoding; Node's own decoder leaves them as control characters. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes text that is known to be of this encoding; null where it is not. */
function decided(bytes: Uint8Array, encoding: string): Characters | null {
  const raw = attempt(bytes, encoding);
  const text = raw !== null && new TextDecoder(encoding).encoding === "windows-1252" ? raw.replace(/[\u0080-\u009f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80] ?? control) : raw;
  if (text === null || /[\u0080-\u009f\ufffd]/.test(text)) return null;
  const name = new TextDecoder(encoding).encoding;
  return { kind: "characters", text, converted: name === "utf-8" ? null : name };
}

function detected(bytes: Uint8Array): Characters | null {
  if (mostlyUtf8(bytes)) return null;
  if (bytes.length >= ENOUGH && bytes.every((byte) => byte < 0x80 || PUNCTUATION.has(byte))) return decided(bytes, "windows-1252");
  const candidates = analyse(bytes.subarray(0, SAMPLE));
  const western = candidates.find(({ name }) => WESTERN.test(name));
  const [best] = candidates;
  // Statistics of short texts take one Latin alphabet for another; the Western one is by far the most common.
  if (best !== undefined && western !== undefined && LATIN.test(best.name) && western.confidence >= Math.max(SURE, best.confidence * 0.6)) return decided(bytes, "windows-1252");
  for (const { name, confidence } of candidates) {
    if (confidence < SURE) return null;
    const found = name === "UTF-8" ? null : decided(bytes, name);
    if (found !== null) return found;
  }
  return null;
}

/** UTF-8 in which a few bytes are broken must not pass for text in a one-byte encoding, which any bytes are. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let [whole, broken] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const more = first < 0x80 ? 0 : first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : -1;
    const follow = more > 0 && bytes.subarray(at + 1, at + 1 + more).every((byte) => (byte & 0xc0) === 0x80) && at + more < bytes.length;
    if (more > 0 && follow) whole += 1;
    else if (more !== 0) broken += 1;
    at += follow ? more + 1 : 1;
  }
  return whole > broken;
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: in Latin text every other byte is zero, and hardly any between them. */
function withoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4_096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const even = sample.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.02) return "utf-16le";
  return even > half * 0.6 && odd < half * 0.02 ? "utf-16be" : null;
}

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Not of this encoding, or an encoding that nobody knows.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
