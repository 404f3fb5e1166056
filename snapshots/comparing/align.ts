/**
 * Which commitments before and after are the same undertaking: the best assignment overall, one to one, and then those
 * left over that a text has split off or merged into a pair. What is split is mostly told in one breath, so that a neighbour
 * joins more easily than what stands elsewhere.
 */
import { assign } from "./assignment.ts";

/** Probabilities above which a link is taken. */
export interface Thresholds {
  /** One to one. */
  readonly pair: number;
  /** A further commitment, to all on the other side of the link on average. */
  readonly join: number;
  /** The same where it stands right beside one of the link in its text. */
  readonly beside: number;
}

/** Rows (before) and columns (after) of one link; both lists hold at least one. */
export interface Link {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What people ruled of links: these stand, and those may not be. Absent means nothing was ruled. */
export interface Bonds {
  readonly fixed: readonly Link[];
  apart(row: number, column: number): boolean;
}

const FREE: Bonds = { fixed: [], apart: () => false };

interface OpenLink {
  readonly before: number[];
  readonly after: number[];
}

/** Links of a table of probabilities; every row and column is in one link at most. */
export function align(likeness: readonly Float64Array[], columns: number, { pair, join, beside, bonds = FREE }: Thresholds & { readonly bonds?: Bonds }): Link[] {
  const taken = { rows: new Set(bonds.fixed.flatMap((link) => link.before)), columns: new Set(bonds.fixed.flatMap((link) => link.after)) };
  const open = (row: number, column: number): boolean => !taken.rows.has(row) && !taken.columns.has(column) && !bonds.apart(row, column);
  const odds = (p: number): number => Math.log(p / (1 - p));
  const least = odds(pair);
  const chosen = assign(likeness.map((line, row) => line.map((p, column) => (p > pair && open(row, column) ? Math.max(0, odds(Math.min(0.9999, p)) - least) : 0))), columns);
  const rows: (OpenLink | undefined)[] = new Array(likeness.length).fill(undefined);
  const cols: (OpenLink | undefined)[] = new Array(columns).fill(undefined);
  const links: OpenLink[] = [];
  const take = (before: readonly number[], after: readonly number[]): void => {
    const link = { before: [...before], after: [...after] };
    links.push(link);
    for (const row of before) rows[row] = link;
    for (const column of after) cols[column] = link;
  };
  for (const { before, after } of bonds.fixed) take(before, after);
  chosen.forEach((column, row) => {
    if (column >= 0) take([row], [column]);
  });
  const fits = (place: number, { own, probabilities }: { readonly own: readonly number[]; readonly probabilities: readonly number[] }): boolean =>
    mean(probabilities) >= (own.some((one) => Math.abs(one - place) === 1) ? beside : join);
  for (const { row, column } of leftOver(likeness, { rows, cols, least: Math.min(beside, join) })) {
    const [left, right] = [rows[row], cols[column]];
    if (left !== undefined && right === undefined && !left.before.some((one) => bonds.apart(one, column)) && fits(column, { own: left.after, probabilities: left.before.map((one) => likeness[one]?.[column] ?? 0) })) {
      left.after.push(column);
      cols[column] = left;
    } else if (left === undefined && right !== undefined && !right.after.some((one) => bonds.apart(row, one)) && fits(row, { own: right.before, probabilities: right.after.map((one) => likeness[row]?.[one] ?? 0) })) {
      right.before.push(row);
      rows[row] = right;
    }
  }
  return links.map(({ before, after }) => ({ before: before.toSorted((a, b) => a - b), after: after.toSorted((a, b) => a - b) }));
}

/** Pairs of a linked commitment with one that is not, the likeliest first. */
function leftOver(likeness: readonly Float64Array[], { rows, cols, least }: { readonly rows: readonly (OpenLink | undefined)[]; readonly cols: readonly (OpenLink | undefined)[]; readonly least: number }): { row: number; column: number; p: number }[] {
  const cells: { row: number; column: number; p: number }[] = [];
  likeness.forEach((line, row) => {
    line.forEach((p, column) => {
      if (p >= least && (rows[row] === undefined) !== (cols[column] === undefined)) cells.push({ row, column, p });
    });
  });
  return cells.toSorted((a, b) => b.p - a.p || a.row - b.row || a.column - b.column);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
