/** All refusals in one table for people, held to the program's own: run with `-u` to write it anew. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { REFUSAL_CODES, refusal } from "../../server/refusals.ts";

const HEAD = `# What Pactline refuses

Every refusal has a code, a status for programs that ask by HTTP, an exit status for the command line, and one sentence
that says what is wrong and what to do. \`…\` stands for what was met. A refusal changes nothing in the archive.

Over HTTP a program gets \`{"error": {"code", "status", "sentence", "request"}}\`; a person gets a page with the sentence.

| code | HTTP | exit | sentence |
|---|---|---|---|
`;

/** Faults of the machine or of the program itself, which no test can bring about without breaking what it runs on. */
const UNTESTED: readonly string[] = [];

test("docs/refusals.md is the table of all refusals", async () => {
  const rows = REFUSAL_CODES.toSorted().map((code) => {
    const { status, exit, sentence } = refusal(code, "…");
    return `| \`${code}\` | ${status} | ${exit} | ${sentence.replaceAll("|", "\\|")} |\n`;
  });
  await expect(HEAD + rows.join("")).toMatchFileSnapshot(join(PROJECT_ROOT, "docs", "refusals.md"));
});

test("every refusal is met by a test", () => {
  const files = readdirSync(join(PROJECT_ROOT, "tests"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.parentPath !== join(PROJECT_ROOT, "tests", "docs"));
  const all = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
  // By its code, or by the beginning of its sentence, before anything is put in.
  const beginning = (code: (typeof REFUSAL_CODES)[number]): string => refusal(code).sentence.split(/[;:,(]/)[0] ?? "";
  const met = (code: (typeof REFUSAL_CODES)[number]): boolean => all.includes(`"${code}"`) || (beginning(code).length > 12 && all.includes(beginning(code)));
  expect(REFUSAL_CODES.filter((code) => !met(code) && !UNTESTED.includes(code))).toEqual([]);
});
