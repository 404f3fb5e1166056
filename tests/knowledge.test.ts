/** The knowledge that ships is parsed when the program is built, and is the same as if it were parsed when it is wanted. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseParties, parsePartnerships, parseTopics } from "../snapshots/index.ts";
import { PROJECT_ROOT } from "../server/config.ts";
import { compileKnowledge, loadKnowledge } from "../server/knowledge.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shipped = (name: string): string => readFileSync(join(PROJECT_ROOT, "snapshots", "knowledge", name), "utf8");
const compiled = join(PROJECT_ROOT, "dist", "knowledge", "topics.yaml.json");

test("what was compiled is what the files say", () => {
  compileKnowledge();
  const { topics, parties, partnerships } = loadKnowledge(folder);
  expect({ kind: "read", topics }).toEqual(parseTopics(shipped("topics.yaml")));
  expect({ kind: "read", parties }).toEqual(parseParties(shipped("parties.yaml")));
  expect({ kind: "read", partnerships }).toEqual(parsePartnerships(shipped("partnerships.yaml")));
});

test("what was compiled of another text, or not at all, is not taken", () => {
  compileKnowledge();
  const before = loadKnowledge(folder);
  writeFileSync(compiled, JSON.stringify({ digest: "0", entries: [] }));
  expect(loadKnowledge(folder).topics).toEqual(before.topics);
  rmSync(compiled);
  const { topics, version } = loadKnowledge(folder);
  expect([topics, version]).toEqual([before.topics, before.version]);
  compileKnowledge();
});

test("an archivist's own file stays YAML, and wins", () => {
  compileKnowledge();
  mkdirSync(join(folder, "own"));
  writeFileSync(join(folder, "own", "topics.yaml"), "topics:\n  - slug: cybersecurity\n    name: Our own words for it\n    terms:\n      9: [lock]\n");
  const own = loadKnowledge(join(folder, "own"));
  expect(own.topics.find(({ slug }) => slug === "cybersecurity")?.name).toBe("Our own words for it");
  expect(own.version).not.toBe(loadKnowledge(folder).version);
});
