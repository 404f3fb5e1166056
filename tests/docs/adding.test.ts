import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIELD_NAMES } from "../../server/adding/fields.ts";
import { CAPTURE_LIMITS } from "../../server/capture/capture.ts";
import { buildProgram } from "../../server/cli/program.ts";
import { PROJECT_ROOT } from "../../server/config.ts";
import { READABLE_ENDINGS } from "../../server/formats/media.ts";

const text = readFileSync(join(PROJECT_ROOT, "docs", "adding.md"), "utf8");
const io = { env: {}, stdin: (async function* () {})(), out: () => {}, err: () => {}, terminal: false, width: 80, stopSignal: () => new AbortController().signal };
const program = buildProgram(io, "0", () => {});
const flagsOf = (name: string): string[] => program.commands.find((command) => command.name() === name)?.options.map((option) => option.long ?? "") ?? [];

test("docs/adding.md names the formats that are read, and no others", () => {
  const rows = [...text.matchAll(/^\| (`\..*?) \|/gm)].flatMap((row) => [...(row[1] ?? "").matchAll(/`(\.\w+)`/g)].map((match) => match[1] ?? ""));
  expect(rows.sort()).toEqual([...READABLE_ENDINGS].sort());
});

test("docs/adding.md names flags that there are, and all that set a field", () => {
  const known = new Set(["add", "import", "watch", "seeds"].flatMap(flagsOf));
  for (const [flag] of text.matchAll(/--[a-z][a-z-]+/g)) expect(known).toContain(flag);
  for (const flag of flagsOf("add").filter((one) => !["--archive", "--json"].includes(one))) expect(text).toContain(flag);
  for (const flag of flagsOf("watch").filter((one) => !["--archive", "--json"].includes(one))) expect(text).toContain(flag);
});

test("docs/adding.md names the fields of the API and the limits of a capture", () => {
  for (const name of FIELD_NAMES) expect(text).toContain(`\`${name}\``);
  expect(text).toContain(`within ${CAPTURE_LIMITS.total / 1_000} seconds, five redirects and ${CAPTURE_LIMITS.bytes / 1024 / 1024} MB`);
  expect(CAPTURE_LIMITS.redirects).toBe(5);
});
