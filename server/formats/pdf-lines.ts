/**
 * Lines of a page in the order in which they are read: fragments on one height are a line, unless a gutter that many lines
 * share parts them into columns.
 */
import type { Fragment, PdfPage } from "./pdf.ts";

export interface Line {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** The font of most of its characters. */
  readonly font: string;
  /** All of it is set in that font. */
  readonly uniform: boolean;
  /** 0 across the page, 1 and 2 the columns. */
  readonly column: number;
  /** The edges of its column. */
  readonly left: number;
  readonly limit: number;
}

interface Segment {
  readonly fragments: Fragment[];
  readonly x: number;
  right: number;
  readonly y: number;
}

export function linesOfPage(page: PdfPage): { lines: Line[]; columns: number } {
  const rows = rowsOf(page.fragments.filter((one) => !one.artifact && one.text.trim() !== ""));
  const gutter = gutterOf(rows, page.width);
  if (gutter === null) return { lines: finish(rows.map((row) => ({ segment: joined(row), column: 0 })), page.number), columns: 1 };
  const ordered: { segment: Segment; column: number }[] = [];
  let band: Segment[][] = [];
  const close = (): void => {
    const segments = band.flat();
    ordered.push(...segments.filter((one) => one.right <= gutter + 3).map((segment) => ({ segment, column: 1 })));
    ordered.push(...segments.filter((one) => one.right > gutter + 3).map((segment) => ({ segment, column: 2 })));
    band = [];
  };
  for (const row of rows) {
    const crosses = row.some((one) => one.x < gutter - 3 && one.right > gutter + 3);
    if (!crosses) band.push(mergedAside(row, gutter));
    else {
      close();
      ordered.push({ segment: joined(row), column: 0 });
    }
  }
  close();
  return { lines: finish(ordered, page.number), columns: 2 };
}

/** Rows from top to bottom, each cut where a gap is wider than any space. */
function rowsOf(fragments: readonly Fragment[]): Segment[][] {
  const sorted = [...fragments].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Fragment[][] = [];
  for (const fragment of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && Math.abs(first.y - fragment.y) < Math.max(2, Math.min(first.size, fragment.size) * 0.45)) row.push(fragment);
    else rows.push([fragment]);
  }
  return rows.map((row) => {
    const segments: Segment[] = [];
    for (const fragment of row.sort((a, b) => a.x - b.x)) {
      const last = segments.at(-1);
      if (last !== undefined && fragment.x - last.right < Math.min(fragment.size, last.fragments[0]?.size ?? fragment.size) * 0.9) {
        last.fragments.push(fragment);
        last.right = Math.max(last.right, fragment.x + fragment.width);
      } else segments.push({ fragments: [fragment], x: fragment.x, right: fragment.x + fragment.width, y: fragment.y });
    }
    return segments;
  });
}

/** The middle of the gutter, where at least a third of the rows leave the same place free between words on both sides. */
function gutterOf(rows: readonly Segment[][], width: number): number | null {
  const votes = new Map<number, number>();
  for (const row of rows) {
    for (let at = 1; at < row.length; at += 1) {
      const [left, right] = [row[at - 1], row[at]];
      if (left === undefined || right === undefined || right.x < width * 0.35 || left.right > width * 0.65) continue;
      for (let place = Math.ceil(left.right / 4); place <= right.x / 4; place += 1) votes.set(place, (votes.get(place) ?? 0) + 1);
    }
  }
  const [best] = [...votes].filter(([place]) => place * 4 > width * 0.35 && place * 4 < width * 0.65).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (best === undefined || best[1] < 5 || best[1] < rows.length / 3) return null;
  // Among places with as many votes, the middle one.
  const equal = [...votes].filter(([, count]) => count === best[1]).map(([place]) => place * 4).sort((a, b) => a - b);
  return equal[Math.floor(equal.length / 2)] ?? null;
}

/** The segments of one row left and right of the gutter, each side as one. */
function mergedAside(row: readonly Segment[], gutter: number): Segment[] {
  const sides = [row.filter((one) => one.right <= gutter + 3), row.filter((one) => one.right > gutter + 3)];
  return sides.filter((side) => side.length > 0).map(joined);
}

function joined(segments: readonly Segment[]): Segment {
  const [first] = segments;
  return { fragments: segments.flatMap((one) => one.fragments), x: first?.x ?? 0, right: Math.max(...segments.map((one) => one.right)), y: first?.y ?? 0 };
}

function finish(ordered: readonly { segment: Segment; column: number }[], page: number): Line[] {
  const edges = new Map<number, { left: number; limit: number }>();
  for (const { segment, column } of ordered) {
    const edge = edges.get(column) ?? { left: segment.x, limit: segment.right };
    edges.set(column, { left: Math.min(edge.left, segment.x), limit: Math.max(edge.limit, segment.right) });
  }
  return ordered.map(({ segment, column }) => {
    const { fragments, x, y, right } = segment;
    const fonts = new Map<string, number>();
    for (const { font, text } of fragments) fonts.set(font, (fonts.get(font) ?? 0) + text.trim().length);
    const [font = ""] = [...fonts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const edge = edges.get(column) ?? { left: x, limit: right };
    return { page, text: textOf(fragments), x, y, right, size: Math.max(...fragments.map((one) => one.size)), font, uniform: fonts.size === 1, column, ...edge };
  });
}

function textOf(fragments: readonly Fragment[]): string {
  let text = "";
  let end = 0;
  for (const fragment of fragments) {
    if (text !== "" && fragment.x - end > fragment.size * 0.15 && !/\s$/.test(text) && !/^\s/.test(fragment.text)) text += " ";
    text += fragment.text;
    end = fragment.x + fragment.width;
  }
  return text.replace(/\s+/g, " ").trim();
}
