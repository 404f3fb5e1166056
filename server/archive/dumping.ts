/**
 * All derivations as lines, in an order that does not depend on how they came about: what a rebuild must give
 * again byte for byte, and what `verify` compares with a fresh reading.
 */
import type { Database } from "./database.ts";
import { DERIVED_TABLES, type DerivedTable } from "./derived-schema.ts";

export interface DumpedRow {
  readonly table: string;
  /** Names the row within its table. */
  readonly key: string;
  /** All its columns, as JSON. */
  readonly row: string;
}

/** Every derived row, table by table, in order of its key. */
export function* dumpDerivations(db: Database): Generator<DumpedRow> {
  for (const derived of DERIVED_TABLES) yield* dumpTable(db, derived);
}

/** The rows of one derived table, one at a time. */
export function* dumpTable(db: Database, { table, key }: DerivedTable): Generator<DumpedRow> {
  const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${key.join(", ")}`);
  for (const row of rows.iterate()) yield { table, key: key.map((column) => String(row[column])).join(" "), row: JSON.stringify(row) };
}
