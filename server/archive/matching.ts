/**
 * Whether two archives hold the same: every fact and everything that is derived from them, row by row. People and
 * bookkeeping are each archive's own.
 */
import type { Database } from "./database.ts";
import { DERIVED_TABLES } from "./derived-schema.ts";
import { FACT_TABLES, factRows } from "./fact-tables.ts";
import { dumpTable } from "./dumping.ts";
import { compareTable } from "./verifying.ts";

/** One sentence for each difference; empty when the archives are equal. A document's bytes are told by its hash. */
export function differences(db: Database, other: Database): { readonly rows: number; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const words = { extra: "is not in the other archive", other: "is not the same in the other archive", missing: "is in the other archive only" };
  let rows = 0;
  for (const { table } of FACT_TABLES) rows += compareTable({ table, found: factsOf(db, table), wanted: factsOf(other, table), words }, problems);
  for (const derived of DERIVED_TABLES) rows += compareTable({ table: derived.table, found: dumpTable(db, derived), wanted: dumpTable(other, derived), words }, problems);
  return { rows, problems };
}

function* factsOf(db: Database, table: string): Generator<{ readonly key: string; readonly row: string }> {
  for (const row of factRows(db, table)) yield { key: String(row["id"]), row: JSON.stringify(row) };
}
