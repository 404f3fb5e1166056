/**
 * How what was found spreads over partnerships, topics, kinds and years: counted within the statement that finds, which
 * tells the numbers of what is shown in the same rows.
 */
import { type Facet, FACETS } from "./types.ts";

export interface SpreadRow {
  readonly facet: string;
  readonly value: string | number | null;
  readonly count: number;
}

/** What stands for a facet in a row that tells a number to be shown. */
export const SHOWN = "shown";

/** Counts of the rows of `table` by each facet's column. */
export function countedBy(table: string): string {
  return FACETS.map((name) => `SELECT '${name}' AS facet, ${name} AS value, COUNT(*) AS count FROM ${table} GROUP BY 2`).join(" UNION ALL ");
}

/** Rows of several facets, told apart. */
export function facetsOf(rows: readonly SpreadRow[]): readonly Facet[] {
  return FACETS.map((name) => ({ name, values: rows.flatMap(({ facet, value, count }) => (facet === name && typeof value === "string" ? [{ value, count }] : [])) })).filter(({ values }) => values.length > 0);
}

/** All that was found: everything has a year. */
export function totalOf(rows: readonly SpreadRow[]): number {
  return rows.reduce((sum, { facet, count }) => sum + (facet === "year" ? count : 0), 0);
}
