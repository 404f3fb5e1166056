/**
 * Which commitments before and after are the same undertaking: the best assignment overall, one to one, and then those
 * left over that a text has split off or merged into a pair.
 */
import { assign } from "./assignment.ts";

/** Probabilities above which a link is taken. */
export interface Thresholds {
  /** One to one. */
  readonly pair: number;
  /** A further commitment, to all on the other side of the link on average. */
  readonly join: number;
}

/** Rows (before) and columns (after) of one link; both lists hold at least one. */
export interface Link {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

interface OpenLink {
  readonly before: number[];
  readonly after: number[];
}

/** Links of a table of probabilities; every row and column is in one link at most. */
export function align(likeness: readonly Float64Array[], columns: number, { pair, join }: Thresholds): Link[] {
  const odds = (p: number): number => Math.log(p / (1 - p));
  const least = odds(pair);
  const chosen = assign(likeness.map((row) => row.map((p) => Math.max(0, odds(Math.min(0.9999, Math.max(0.0001, p))) - least))), columns);
  const rows: (OpenLink | undefined)[] = new Array(likeness.length).fill(undefined);
  const cols: (OpenLink | undefined)[] = new Array(columns).fill(undefined);
  const links: OpenLink[] = [];
  chosen.forEach((column, row) => {
    if (column < 0) return;
    const link = { before: [row], after: [column] };
    links.push(link);
    rows[row] = link;
    cols[column] = link;
  });
  for (const { row, column } of leftOver(likeness, { rows, cols, join })) {
    const [left, right] = [rows[row], cols[column]];
    if (left !== undefined && right === undefined && mean(left.before.map((one) => likeness[one]?.[column] ?? 0)) >= join) {
      left.after.push(column);
      cols[column] = left;
    } else if (left === undefined && right !== undefined && mean(right.after.map((one) => likeness[row]?.[one] ?? 0)) >= join) {
      right.before.push(row);
      rows[row] = right;
    }
  }
  return links.map(({ before, after }) => ({ before: before.toSorted((a, b) => a - b), after: after.toSorted((a, b) => a - b) }));
}

/** Pairs of a linked commitment with one that is not, the likeliest first. */
function leftOver(likeness: readonly Float64Array[], { rows, cols, join }: { readonly rows: readonly (OpenLink | undefined)[]; readonly cols: readonly (OpenLink | undefined)[]; readonly join: number }): { row: number; column: number; p: number }[] {
  const cells: { row: number; column: number; p: number }[] = [];
  likeness.forEach((line, row) => {
    line.forEach((p, column) => {
      if (p >= join && (rows[row] === undefined) !== (cols[column] === undefined)) cells.push({ row, column, p });
    });
  });
  return cells.toSorted((a, b) => b.p - a.p || a.row - b.row || a.column - b.column);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
