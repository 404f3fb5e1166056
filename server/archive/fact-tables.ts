/**
 * All facts as rows, for taking an archive away and bringing it back: every table that is neither derived nor
 * bookkeeping, and not the people, whose tokens stay where they were made. A document's bytes travel apart.
 */
import type { Database } from "./database.ts";
import type { DerivedTable } from "./derived-schema.ts";

export type FactRow = Readonly<Record<string, string | number | null>>;

/** Parents before children. */
export const FACT_TABLES: readonly DerivedTable[] = ["documents", "arrivals", "captures", "versions", "corrections", "correction_documents", "notes", "retired_commitments", "retired_meetings", "reinterpretations"].map((table) => ({
  table,
  key: ["id"],
}));

/** The columns of a table, without a document's bytes. */
export function columnsOf(db: Database, table: string): string[] {
  return db
    .prepare<{ table: string }, string>("SELECT name FROM pragma_table_info(:table) ORDER BY cid")
    .pluck()
    .all({ table })
    .filter((name) => name !== "bytes");
}

/** The rows of a table of facts, in order. */
export function factRows(db: Database, table: string): FactRow[] {
  const columns = columnsOf(db, table).map((name) => `"${name}"`);
  return db.prepare<[], FactRow>(`SELECT ${columns.join(", ")} FROM ${known(table)} ORDER BY id`).all();
}

/** Puts rows of facts into a table, with their numbers; a document's bytes with it. */
export function insertFactRows(db: Database, table: string, rows: readonly FactRow[], bytesOf: (row: FactRow) => Uint8Array): void {
  const columns = columnsOf(db, known(table));
  const all = table === "documents" ? [...columns, "bytes"] : columns;
  const insert = db.prepare(`INSERT INTO ${table} (${all.map((name) => `"${name}"`).join(", ")}) VALUES (${all.map((name) => `:${name}`).join(", ")})`);
  for (const row of rows) {
    const values = Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
    insert.run(table === "documents" ? { ...values, bytes: Buffer.from(bytesOf(row)) } : values);
  }
}

function known(table: string): string {
  if (!FACT_TABLES.some((one) => one.table === table)) throw new Error(`${table} is not a table of facts`);
  return table;
}
