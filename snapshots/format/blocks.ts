/**
 * Blocks of a text: headings, paragraphs, list items and quotations, in all the ways that real texts mark
 * them. Markdown's own grammar is not followed to the letter: a plain text wrapped at 72 columns, an indented
 * paragraph and a line in capitals mean here what their writers meant.
 */
import type { Block, BlockKind, Span } from "../types.ts";
import { type InlineText, type LineRun, readInline } from "./inline.ts";
import { type Line, readLines } from "./lines.ts";

interface Draft {
  kind: BlockKind;
  level: number;
  marker: string | null;
  runs: LineRun[];
  /** Column where the item's marker stands; -1 outside lists. */
  indent: number;
}

/** Reads a text into blocks. Every character of `block.text` keeps its place in the source. Linear in the text's length. */
export function readBlocks(source: string): Block[] {
  return gatherDrafts(source, readLines(source)).flatMap((draft) => finish(source, draft));
}

function gatherDrafts(source: string, lines: readonly Line[]): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  let depths: number[] = [];
  let afterBlank = true;
  const begin = (draft: Draft): void => {
    drafts.push(draft);
    open = draft;
  };
  for (const line of lines) {
    const look = line.look;
    const current: Draft | null = open;
    switch (look.kind) {
      case "blank":
        open = null;
        break;
      case "comment":
      case "rule":
        if (look.kind === "rule" && current !== null && isUnderline(source.slice(line.start, line.end)) && (current as Draft).kind === "paragraph" && (current as Draft).runs.length === 1) promote(current, source.slice(line.start, line.end));
        open = null;
        break;
      case "hash-heading":
        begin({ kind: "heading", level: look.level, marker: null, runs: [look.content], indent: -1 });
        open = null;
        depths = [];
        break;
      case "quotation":
        if (current !== null && (current as Draft).kind === "quotation" && look.content.start < look.content.end) (current as Draft).runs.push(look.content);
        else if (look.content.start < look.content.end) begin({ kind: "quotation", level: 0, marker: null, runs: [look.content], indent: -1 });
        else open = null;
        break;
      case "item":
        if (startsItem(look, current, afterBlank, drafts.at(-1) ?? null)) {
          while (depths.length > 0 && (depths.at(-1) ?? 0) >= look.indent) depths.pop();
          depths.push(look.indent);
          begin({ kind: "item", level: depths.length, marker: look.marker, runs: [look.content], indent: look.indent });
        } else if (current !== null) (current as Draft).runs.push({ start: line.start + leading(source, line), end: line.end });
        break;
      case "text":
        if (current !== null && !breaksParagraph(source, current, look.content)) (current as Draft).runs.push(look.content);
        else {
          if (look.indent === 0) depths = [];
          begin({ kind: "paragraph", level: 0, marker: null, runs: [look.content], indent: -1 });
        }
        break;
    }
    afterBlank = look.kind === "blank" || look.kind === "comment" || look.kind === "rule" || look.kind === "hash-heading";
  }
  return drafts;
}

function leading(source: string, line: Span): number {
  const text = source.slice(line.start, line.end);
  return text.length - text.trimStart().length;
}

const isUnderline = (text: string): boolean => /^\s*(?:={3,}|-{3,})\s*$/.test(text);

function promote(draft: Draft, underline: string): void {
  draft.kind = "heading";
  draft.level = underline.includes("=") ? 1 : 2;
}

/**
 * A marker starts an item after a blank line, another item or a line that ends with a colon. Inside a wrapped paragraph a dash or a
 * number is only punctuation ("by the end of\n2024. The two sides"), unless the number counts on from the item before.
 */
function startsItem(look: { readonly marker: string; readonly ordinal: number | null }, current: Draft | null, afterBlank: boolean, last: Draft | null): boolean {
  if (afterBlank || current === null) return true;
  if (/^[-*+•‣◦▪●■·]$/.test(look.marker)) return true;
  if (look.ordinal === null) return current.kind === "item";
  const before = last?.marker === null || last === null ? 0 : Number(/(\d+)\D*$/.exec(last.marker)?.[1] ?? (/([a-z])\)?$/i.exec(last.marker)?.[1]?.toLowerCase().charCodeAt(0) ?? 96) - 96);
  return look.ordinal === before + 1;
}

/** A line in bold that stands on its own, or a line in capitals, ends the paragraph before it. */
function breaksParagraph(source: string, current: Draft, content: Span): boolean {
  if (current.kind === "quotation") return false;
  const first = current.runs[0];
  if (first === undefined) return false;
  const line = source.slice(content.start, content.end).trim();
  const opened = source.slice(first.start, first.end).trim();
  const whole = /^(?:\*\*|__|<u>|<b>|<strong>)[^*_]{2,90}(?:\*\*|__|<\/u>|<\/b>|<\/strong>):?$/;
  return whole.test(line) || (current.runs.length === 1 && whole.test(opened) && current.kind === "paragraph");
}

function finish(source: string, draft: Draft): Block[] {
  const inline = readInline(source, draft.runs);
  if (inline.text.trim() === "") return [];
  const cut = draft.kind === "paragraph" || draft.kind === "item" ? runInEnd(source, inline) : 0;
  if (cut >= inline.text.length) return [block("heading", draft.kind === "item" ? 4 : 3, draft.marker, part(inline, 0, inline.text.length))];
  if (cut > 0) {
    const head = block("heading", draft.kind === "item" ? 4 : 3, null, part(inline, 0, cut));
    const skip = /^[\s:.–—-]*/.exec(inline.text.slice(cut))?.[0].length ?? 0;
    const rest = part(inline, cut + skip, inline.text.length);
    return rest.text === "" ? [head] : [head, block(draft.kind, draft.level, draft.marker, rest)];
  }
  if (draft.kind === "paragraph" && looksLikeHeading(inline.text)) return [block("heading", 3, null, part(inline, 0, inline.text.length))];
  return [block(draft.kind, draft.level, draft.marker, part(inline, 0, inline.text.length))];
}

/** Where the bold or underlined opening of a paragraph ends as a heading of its own; 0 when it does not. */
function runInEnd(source: string, inline: InlineText): number {
  const end = inline.strongUntil;
  if (end === 0) return 0;
  const head = inline.text.slice(0, end).trim();
  const rest = inline.text.slice(end).trimStart();
  const words = head.split(" ").length;
  if (rest === "" || /^[:.]$/.test(rest)) return words <= 30 && !(/[.;]$/.test(head) && words > 14) ? inline.text.length : 0;
  if (words > 24) return 0;
  const gap = source.slice(inline.offsets[head.length - 1] ?? 0, inline.offsets[end + 1] ?? 0);
  if (gap.includes("\n")) return end;
  if (words > 16) return 0;
  return /[.:!?]$/.test(head) || /^[:–—-]/.test(rest) ? end : 0;
}

const SMALL = /^(?:a|an|and|as|at|between|by|de|for|from|in|into|of|on|or|the|to|towards?|with|through|under|vs|&|–|-|—)$/;

/** A short line in capitals or title case without a closing stop, standing alone, is a heading. */
function looksLikeHeading(text: string): boolean {
  const words = text.split(" ").filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > 14 || /[.;,:?!”"]$/.test(text)) return false;
  if (/\p{L}{2}/u.test(text) && text === text.toUpperCase()) return true;
  if (/\d{4}$|^(?:for|contact|press|source|note)\b/i.test(text) && /,/.test(text)) return false;
  const capital = words.filter((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word) || SMALL.test(word));
  return words.length <= 12 && capital.length === words.length && words.some((word) => /^\p{Lu}/u.test(word));
}

function part(inline: InlineText, from: number, to: number): { text: string; offsets: number[] } {
  let start = from;
  let end = to;
  while (start < end && inline.text[start] === " ") start++;
  while (end > start && inline.text[end - 1] === " ") end--;
  const offsets = inline.offsets.slice(start, end);
  offsets.push((offsets.at(-1) ?? inline.offsets[start] ?? 0) + 1);
  return { text: inline.text.slice(start, end), offsets };
}

function block(kind: BlockKind, level: number, marker: string | null, content: { text: string; offsets: number[] }): Block {
  return { kind, level, marker, text: content.text, offsets: content.offsets, start: content.offsets[0] ?? 0, end: content.offsets.at(-1) ?? 0 };
}
