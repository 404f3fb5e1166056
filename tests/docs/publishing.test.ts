/** docs/publishing.md says what the program does: columns, operations, and addresses that answer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { OPERATIONS } from "../../server/publish/api.ts";
import { SENDINGS } from "../../server/publish/api-sending.ts";
import { BESIDE_COLUMNS, WITNESS_COLUMNS } from "../../server/publish/beside-tables.ts";
import { CHANGE_COLUMNS, COMMITMENT_COLUMNS, COURSE_COLUMNS, DOCUMENT_COLUMNS, HIT_COLUMNS, MATRIX_COLUMNS, MEETING_COLUMNS, MILESTONE_COLUMNS, PARTNERSHIP_COLUMNS, THREAD_COLUMNS, TOPIC_COLUMNS } from "../../server/publish/tables.ts";
import { openSite, type TestSite } from "../routes/app.ts";

const text = readFileSync(join(PROJECT_ROOT, "docs", "publishing.md"), "utf8");
let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

test.each([
  ["changes", CHANGE_COLUMNS],
  ["commitments", COMMITMENT_COLUMNS],
  ["meetings", MEETING_COLUMNS],
  ["documents", DOCUMENT_COLUMNS],
  ["hits", HIT_COLUMNS],
  ["topics", TOPIC_COLUMNS],
  ["partnerships", PARTNERSHIP_COLUMNS],
  ["a topic's partnerships", COURSE_COLUMNS],
  ["milestones", MILESTONE_COLUMNS],
  ["meetings beside each other", BESIDE_COLUMNS],
  ["documents of a meeting", WITNESS_COLUMNS],
  ["topics by meetings", MATRIX_COLUMNS],
  ["undertakings by meetings", THREAD_COLUMNS],
] as const)("the table of %s has the columns that the text names, in their order", (name, columns) => {
  const line = text.split("\n").find((one) => one.startsWith(`| ${name} |`)) ?? "";
  expect([...(line.split("|")[3] ?? "").matchAll(/`([^`]+)`/g)].map(([, column]) => column)).toEqual([...columns]);
});

test("every operation stands there with what it answers", () => {
  const operations = text.slice(text.indexOf("## For programs"));
  expect([...operations.matchAll(/^\| `(\/[^`]*)` \| (.+) \|$/gm)].filter(([, path]) => OPERATIONS.some((one) => one.path === path)).map(([, path, summary]) => [path, summary])).toEqual(OPERATIONS.map(({ path, summary }) => [path, summary]));
});

test("what may be sent stands there with what it does", () => {
  expect([...text.matchAll(/^\| `POST (\/[^`]*)` \| (.+) \|$/gm)].map(([, path, summary]) => [path, summary])).toEqual(SENDINGS.map(({ path, summary }) => [path, summary]));
});

test("every address in the text answers, with places of this archive put in", async () => {
  const id = site.reader.commitments({}, { offset: 0, limit: 1 }).items[0]?.id ?? "";
  const addresses = [...text.matchAll(/`(\/[^`\s]*)`/g)].map(([, address]) => address ?? "").filter((address) => !address.includes("{") && !OPERATIONS.some(({ path }) => path === address) && !["/cite", "/mcp", "/api/v1"].includes(address) && !address.endsWith("/changes/ID"));
  expect(addresses.length).toBeGreaterThan(15);
  for (const address of addresses) {
    const path = address.replace("/commitments/ID", `/commitments/${id}`).replace("/documents/ID", `/documents/${id.slice(0, 12)}`).replace("TOPIC", "data").replace("BEFORE..AFTER", "2024-06-01..2025-03-01").replace("SLUG/BEFORE", "SLUG/2024-06-01").replace("SLUG/AFTER", "SLUG/2025-03-01").replaceAll("SLUG", "aa-bb").replaceAll("DAY", "2024-06-01").replace("q=...", "q=drills").replace(/^\/search\.csv\?/, "/search.csv?q=drills&");
    expect((await site.get(path)).status, path).toBe(200);
  }
});
