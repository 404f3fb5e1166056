/**
 * What each line of a source is by its own look: blank, heading, list item, quotation, rule, or text.
 * `blocks.ts` decides with the lines around it.
 */
import type { Span } from "../types.ts";

export type LineLook =
  | { readonly kind: "blank" | "rule" | "comment" }
  | { readonly kind: "hash-heading"; readonly level: number; readonly content: Span }
  | { readonly kind: "item"; readonly marker: string; readonly ordinal: number | null; readonly indent: number; readonly content: Span }
  | { readonly kind: "quotation"; readonly content: Span }
  | { readonly kind: "text"; readonly indent: number; readonly content: Span };

export interface Line extends Span {
  readonly look: LineLook;
}

const BULLET = /^([-*+•‣◦▪●■·–—o]|\\[-*+])(?:[ \t\u00a0]+)(?=\S)/;
const NUMBER = /^(\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\(?[a-zA-Z]\)|\(?[ivxIVX]{1,5}\)|[ivx]{2,5}\.|[a-z]\.|\d{1,2}\\[.)])(?:[ \t\u00a0]+)(?=\S)/;
const RULE = /^(?:(?:\\?[-—–*_#=]\s*){3,}|[—–]{1,2}-?|\\?#(?:\s*\\?#){2,}|\[?end\]?\.?)$/i;

/** Cuts a text into lines with their looks. Linear in its length. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline;
    const end = text[next - 1] === "\r" && next > start ? next - 1 : next;
    lines.push({ start, end, look: lookOf(text.slice(start, end), start) });
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

function lookOf(line: string, start: number): LineLook {
  const trimmed = line.trim();
  if (trimmed === "" || trimmed === "\\") return { kind: "blank" };
  if (/^<!--.*-->$/.test(trimmed) || /^\[(?:if|endif)\b.*\]$/.test(trimmed)) return { kind: "comment" };
  if (RULE.test(trimmed)) return { kind: "rule" };
  const indent = columnOf(line);
  const from = start + (line.length - line.trimStart().length);
  const end = start + line.trimEnd().length;
  const content = (skip: number): Span => ({ start: Math.min(from + skip, end), end });
  const hash = /^(#{1,6})[ \t]+(?=\S)/.exec(trimmed);
  if (hash !== null) {
    const closing = /(?:^|[ \t]+)#+$/.exec(trimmed.slice(hash[0].length))?.[0].length ?? 0;
    return { kind: "hash-heading", level: hash[1]?.length ?? 1, content: { start: from + hash[0].length, end: end - closing } };
  }
  const quotation = /^>[ \t]?/.exec(trimmed);
  if (quotation !== null) return { kind: "quotation", content: content(quotation[0].length) };
  const bullet = BULLET.exec(trimmed);
  if (bullet !== null && !(bullet[1] === "o" && indent === 0)) return { kind: "item", marker: bullet[1] ?? "-", ordinal: null, indent, content: content(bullet[0].length) };
  const number = NUMBER.exec(trimmed);
  if (number !== null) return { kind: "item", marker: (number[1] ?? "").replace("\\", ""), ordinal: ordinalOf(number[1] ?? ""), indent, content: content(number[0].length) };
  return { kind: "text", indent, content: content(0) };
}

/** Column of the first character, a tab counting to the next multiple of four. */
function columnOf(line: string): number {
  let column = 0;
  for (const char of line) {
    if (char === " " || char === "\u00a0") column++;
    else if (char === "\t") column += 4 - (column % 4);
    else break;
  }
  return column;
}

function ordinalOf(marker: string): number | null {
  const inner = marker.replace(/[().\\]+$/g, "").replace(/^\(/, "");
  const digits = /(\d+)$/.exec(inner);
  if (digits !== null) return Number(digits[1]);
  if (/^[a-z]$/i.test(inner)) return inner.toLowerCase().charCodeAt(0) - 96;
  return null;
}
