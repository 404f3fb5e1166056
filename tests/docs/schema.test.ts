/** The archive's schema as it is documented, held to the file that the program makes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../server/archive/database.ts";
import { DERIVED_TABLES } from "../../server/archive/derived-schema.ts";
import { FACT_TABLES } from "../../server/archive/fact-tables.ts";
import { PROJECT_ROOT } from "../../server/config.ts";

const page = readFileSync(join(PROJECT_ROOT, "docs", "archive-schema.md"), "utf8");
const db = openDatabase(":memory:");
const tables = db
  .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%' ORDER BY name")
  .pluck()
  .all();

/** Tables and columns with their types, as the page tells them. */
function told(): Record<string, string[]> {
  const sections = page.split(/^### /m).slice(1);
  return Object.fromEntries(sections.map((section) => [section.split("\n")[0] ?? "", [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| (\S[^|]*) \|$/gm)].map(([, name, type]) => `${name} ${type}`)]));
}

test("every table and every column stands in docs/archive-schema.md with its type and a meaning", () => {
  const columns = db.prepare<{ table: string }, { name: string; type: string; needed: number; key: number }>('SELECT name, type, "notnull" AS needed, pk AS key FROM pragma_table_info(:table) ORDER BY cid');
  const made = Object.fromEntries(tables.map((table) => [table, columns.all({ table }).map(({ name, type, needed, key }) => `${name} ${type === "" ? "TEXT" : type}${needed === 1 || key > 0 || type === "" ? "" : " or null"}`)]));
  expect(told()).toEqual(made);
});

test("every table is a fact that travels, a derivation, or said to stay at home", () => {
  const home = ["migrations", "passages", "pending_partnerships", "revocations", "search_index", "sessions", "state", "tokens", "watches"];
  const sorted = [...FACT_TABLES.map((one) => one.table), ...DERIVED_TABLES.map((one) => one.table), ...home].toSorted();
  expect(sorted).toEqual(tables);
});

test("facts are guarded from change, deletion and replacement", () => {
  const guards = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").pluck().all();
  for (const { table } of [...FACT_TABLES, { table: "tokens" }, { table: "revocations" }]) expect(guards).toEqual(expect.arrayContaining([`${table}_keep`, `${table}_once`, `${table}_stay`]));
});

test("the query that the page shows is one that runs", () => {
  const [query = ""] = /^ {4}SELECT[\s\S]*?;$/m.exec(page) ?? [];
  expect(db.prepare(query.replace(/;$/, "")).all()).toEqual([]);
});
