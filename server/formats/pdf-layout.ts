/**
 * The layout of a PDF without structure: lines from fragments, columns, running heads and page numbers taken out,
 * headings by their size, items by their markers, paragraphs by gaps, indents and lines that end early.
 */
import type { Block } from "./pdf-blocks.ts";
import { type Line, linesOfPage } from "./pdf-lines.ts";
import { markerOf } from "./pdf-structure.ts";
import type { PdfPage } from "./pdf.ts";

const MARKER = /^(?:[•‣◦▪●■·\uf0b7\uf0a7]\s*|[–—o-]\s+|\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}[.)]|[a-zA-Z]\)|[a-h]\.|[ivxIVX]{1,5}\)|[ivx]{2,5}\.)\s+)(?=\S)/;

export interface Laid {
  readonly blocks: Block[];
  readonly columns: number;
}

export function readLayout(pages: readonly PdfPage[]): Laid {
  const read = pages.map(linesOfPage);
  const pageLines = read.map((page) => page.lines);
  const lines = withoutRunningHeads(pageLines, bodyOf(pageLines.flat()).size);
  const body = bodyOf(lines);
  return { blocks: gatherBlocks(lines, body), columns: Math.max(1, ...read.map((page) => page.columns)) };
}

/** What stands at the head or foot apart from the text: in the same place of several pages, in small type, or a page's number. */
function withoutRunningHeads(pages: readonly (readonly Line[])[], size: number): Line[] {
  const key = ({ text, y }: Line): string => `${Math.round(y / 4)} ${text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase()}`;
  const edges = pages.map(edgesOf);
  const seen = new Map<string, number>();
  for (const lines of edges) for (const one of new Set([...lines].map(key))) seen.set(one, (seen.get(one) ?? 0) + 1);
  const often = Math.max(2, Math.min(3, Math.ceil(pages.length / 2)));
  return pages.flatMap((lines, at) => lines.filter((line) => !(edges[at]?.has(line) === true && ((seen.get(key(line)) ?? 0) >= often || line.size < size * 0.8 || isPageNumber(line.text)))));
}

/** The lines above the first and below the last wide gap of a page, if they are few. */
function edgesOf(lines: readonly Line[]): Set<Line> {
  const edges = new Set<Line>();
  const down = [...lines].sort((a, b) => b.y - a.y);
  for (const ordered of [down, down.toReversed()]) {
    const gap = ordered.slice(0, 4).findIndex((line, at) => at > 0 && Math.abs((ordered[at - 1]?.y ?? 0) - line.y) > Math.max(line.size, 8) * 1.7);
    for (const line of ordered.slice(0, Math.max(0, gap))) edges.add(line);
  }
  return edges;
}

function isPageNumber(text: string): boolean {
  return /^\s*(?:page\s+)?[-–—|[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:[-–—|\])]|(?:\/|of)\s*\d{1,4})?\s*$/i.test(text);
}

interface Body {
  readonly size: number;
  readonly font: string;
  /** Distance between lines of a paragraph. */
  readonly leading: number;
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[];
}

function bodyOf(lines: readonly Line[]): Body {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, text } of lines) {
    sizes.set(half(size), (sizes.get(half(size)) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const size = most(sizes) ?? 12;
  const gaps = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y).filter((gap) => gap > size * 0.8 && gap < size * 2.2);
  const headings = [...new Set(lines.filter((line) => line.text.length < 200).map((line) => half(line.size)))].filter((one) => one >= size * 1.12).sort((a, b) => b - a);
  return { size, font: most(fonts) ?? "", leading: most(new Map(Object.entries(countBy(gaps.map((gap) => Math.round(gap * 2) / 2))).map(([gap, count]) => [Number(gap), count]))) ?? size * 1.2, headings };
}

const half = (size: number): number => Math.round(size * 2) / 2;

function countBy(values: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function most<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

interface Draft {
  kind: Block["kind"];
  level: number;
  marker: string;
  lines: Line[];
  text: string[];
}

function gatherBlocks(lines: readonly Line[], body: Body): Block[] {
  const drafts: Draft[] = [];
  const margins = new Map([0, 1, 2].map((column) => [column, marginOf(lines.filter((line) => line.column === column))]));
  for (const [at, line] of lines.entries()) {
    const last = drafts.at(-1);
    const before = lines[at - 1];
    const marker = MARKER.exec(line.text);
    const level = headingLevel(line, body);
    const fresh = last === undefined || before === undefined || startsBlock(before, line, { body, last, level, marked: marker !== null });
    if (!fresh) {
      last.lines.push(line);
      last.text.push(line.text);
    } else if (level > 0) drafts.push({ kind: "heading", level, marker: "", lines: [line], text: [line.text] });
    else {
      const indent = line.x - (margins.get(line.column) ?? line.x);
      if (marker !== null) drafts.push({ kind: "item", level: 1 + Math.floor(Math.max(0, indent - 18) / 18), marker: markerOf(marker[0]), lines: [line], text: [line.text.slice(marker[0].length)] });
      else if (isIndentedItem(line, last, { indent, body })) drafts.push({ kind: "item", level: Math.max(1, Math.round(indent / 30)), marker: "-", lines: [line], text: [line.text] });
      else drafts.push({ kind: "paragraph", level: 0, marker: "", lines: [line], text: [standsOut(line, lines[at + 1], body) ? `**${line.text}**` : line.text] });
    }
  }
  return drafts.map(({ kind, level, marker, text, lines: own }, at) => ({ kind, level, marker, lines: text, cut: isCut(own.at(-1), drafts[at + 1]?.lines[0]) }));
}

/** A page or column ends behind this line, and it has no room for the first word of the next. */
function isCut(line: Line | undefined, next: Line | undefined): boolean {
  return line !== undefined && next !== undefined && (line.page !== next.page || line.column !== next.column) && !hasRoom(line, next);
}

/** Whether the first word of the next line would have had room on this one: then somebody ended it. */
function hasRoom(line: Line, next: Line): boolean {
  const first = /^\S+/.exec(next.text)?.[0].length ?? 0;
  const width = (next.right - next.x) / Math.max(1, next.text.length);
  return line.limit - line.right > (first + 1.5) * width + 2;
}

/** Where the lines of a column begin: the leftmost place that more than a stray line has. */
function marginOf(lines: readonly Line[]): number {
  const places = Object.entries(countBy(lines.map((line) => Math.round(line.x)))).map(([place, count]) => ({ place: Number(place), count }));
  const common = places.filter(({ count }) => count >= Math.max(2, lines.length * 0.04));
  return Math.min(...(common.length > 0 ? common : places).map(({ place }) => place));
}

function headingLevel(line: Line, body: Body): number {
  return line.text.length < 200 && line.size >= body.size * 1.12 ? body.headings.indexOf(half(line.size)) + 1 : 0;
}

/** A short line in another type than the body's, such as bold. */
function standsOut(line: Line, next: Line | undefined, body: Body): boolean {
  return line.font !== body.font && line.uniform && line.text.length < 90 && !/[.;,]$/.test(line.text) && (next === undefined || next.font === body.font);
}

interface Around {
  readonly body: Body;
  readonly last: Draft;
  readonly level: number;
  readonly marked: boolean;
}

function startsBlock(before: Line, line: Line, { body, last, level, marked }: Around): boolean {
  const heading = last.kind === "heading";
  if (heading !== level > 0 || (heading && last.level !== level)) return true;
  const turned = line.page !== before.page || line.column !== before.column || line.y > before.y;
  const gap = before.y - line.y;
  if (heading) return turned || gap > line.size * 1.6;
  if (marked) return true;
  if (turned) return true;
  if (gap > body.leading * 1.25) return true;
  if (last.kind === "item" && /;(?: and| or)?$/.test(before.text) && Math.abs((last.lines[0]?.x ?? 0) - line.x) < 2) return true;
  if (standsOut(before, line, body) !== (before.font === line.font && standsOut(line, undefined, body)) && before.uniform && before.font !== line.font && before.text.length < 90) return true;
  return hasRoom(before, line) && before.limit - before.left > body.size * 12;
}

/** Browsers draw bullets as pictures: what is left of an item is its indent, under words that lead to a list or another item. */
function isIndentedItem(line: Line, last: Draft | undefined, { indent, body }: { indent: number; body: Body }): boolean {
  if (last === undefined || indent < body.size * 1.5 || indent > body.size * 12) return false;
  const from = last.lines[0];
  if (from === undefined) return false;
  return last.kind === "item" ? Math.abs(from.x - line.x) < 60 : /:$/.test(last.text.at(-1) ?? "") || from.x < line.x - body.size * 1.5;
}
