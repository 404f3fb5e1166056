/**
 * Whether two archives hold the same: every fact and everything that is derived from them, row by row. People and
 * bookkeeping are each archive's own.
 */
import type { Database } from "./database.ts";
import { DERIVED_TABLES } from "./derived-schema.ts";
import { FACT_TABLES, factRows } from "./fact-tables.ts";
import { dumpTable } from "./dumping.ts";
import { compareTable, MOST_PROBLEMS, upTo } from "./verifying.ts";

/** One sentence for each of the first differences, documents before what follows from them; empty when the archives are equal. A document's bytes are told by its hash. */
export function differences(db: Database, other: Database): { readonly rows: number; readonly problems: readonly string[] } {
  const words = { extra: "is not in the other archive", other: "is not the same in the other archive", missing: "is in the other archive only" };
  const compared = [
    ...FACT_TABLES.map(({ table }) => compareTable({ table, found: factsOf(db, table), wanted: factsOf(other, table), words })),
    ...DERIVED_TABLES.map((derived) => compareTable({ table: derived.table, found: dumpTable(db, derived), wanted: dumpTable(other, derived), words })),
  ];
  const problems = upTo(MOST_PROBLEMS, compared.flatMap((one) => one.problems), "rows, of documents and of what follows from them,");
  return { rows: compared.reduce((sum, { rows }) => sum + rows, 0), problems };
}

function* factsOf(db: Database, table: string): Generator<{ readonly key: string; readonly row: string; readonly name?: string }> {
  for (const row of factRows(db, table)) {
    const { id, sha256, name } = row;
    const called = table === "documents" ? { name: `Document ${String(sha256).slice(0, 12)}${name === null ? "" : ` (${name})`}` } : {};
    yield { key: String(id), row: JSON.stringify(row), ...called };
  }
}
