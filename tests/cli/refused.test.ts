/** Refusals of files, folders and settings: the sentence, the exit status, and an archive that is as it was. */
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { openDatabase } from "../../server/archive/database.ts";
import { openArchive } from "../../server/archive/archive.ts";
import { refusal, type RefusalCode } from "../../server/refusals.ts";
import { createReading } from "../../server/reading.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { namesFrom } from "../../views/names.ts";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

let scratch: Scratch;
beforeEach(async () => {
  scratch = makeScratch();
  await scratch.pactline(["add", scratch.write("a.md", statement(1, "2024-05-01"))]);
});
afterEach(() => scratch.remove());

const archived = async (): Promise<string> => (await scratch.pactline(["documents", "--json"])).out;
/** The part of a sentence before anything is put in. */
const beginning = (code: RefusalCode): string => refusal(code).sentence.split(/[;(]/)[0] ?? "";

test.each<[RefusalCode, number, () => string[]]>([
  ["is-a-directory", 1, () => ["add", scratch.folder]],
  ["not-a-file", 1, () => ["add", "/dev/null"]],
  ["unreadable", 1, () => ["add", `${scratch.folder}/${"long".repeat(100)}.txt`]],
  ["unwritable", 1, () => ["import", scratch.folder, "--report", `${scratch.folder}/nowhere/report.csv`]],
  ["archive-too-large", 1, () => ["import", sparseZip()]],
  ["no-such-token", 1, () => ["token", "revoke", "7"]],
  ["no-such-commitment", 1, () => ["correct", "remove", "nowhere", "--reason", "It is none"]],
  ["note-unfit", 1, () => ["note", "nowhere", "x".repeat(5_000)]],
])("%s", async (code, exit, argv) => {
  const before = await archived();
  const { status, err } = await scratch.pactline(argv());
  expect([status, err]).toEqual([exit, expect.stringContaining(beginning(code))]);
  expect(await archived()).toBe(before);
});

/** As large as it says, and empty: a file of holes. */
function sparseZip(): string {
  const path = scratch.write("large.zip", "PK\u0003\u0004");
  truncateSync(path, 300 * 1024 * 1024);
  return path;
}

test("archive-fails: the archive's file is damaged", async () => {
  await scratch.pactline(["add", scratch.write("a.md", statement(1, "2024-05-01")), scratch.write("b.md", statement(2, "2024-06-01"))]);
  const bytes = readFileSync(scratch.archive);
  writeFileSync(scratch.archive, Buffer.concat([bytes.subarray(0, 8_192), Buffer.alloc(bytes.length - 8_192, 7)]));
  expect(await scratch.pactline(["documents"])).toMatchObject({ status: 1, err: expect.stringMatching(/^pactline: .*(?:it is damaged|malformed)/) });
  expect((await scratch.pactline(["documents"])).err).not.toContain("fault of the program");
});

test("an import passes over what cannot be read, whatever it is called, and takes the rest", async () => {
  scratch.write("in/a.md", statement(1, "2024-05-01"));
  scratch.write("in/name\nof two lines.md", statement(2, "2024-06-01"));
  scratch.write("in/below/b.md", statement(3, "2024-07-01"));
  symlinkSync("..", join(scratch.folder, "in", "below", "loop"));
  symlinkSync("self.md", join(scratch.folder, "in", "self.md"));
  symlinkSync("nowhere.md", join(scratch.folder, "in", "dangling.md"));
  writeFileSync(Buffer.concat([Buffer.from(join(scratch.folder, "in", "b")), Buffer.from([0xff]), Buffer.from(".md")]), statement(4, "2024-08-01"));
  const { status, err } = await scratch.pactline(["import", join(scratch.folder, "in")]);
  expect([status, err]).toEqual([1, expect.stringMatching(/2 added, 1 already here, 3 refused, of 6 files/)]);
  expect(err).toContain("its name is no sound UTF-8; rename it");
  expect(err.match(/^refused /gm)).toHaveLength(3);
});

test("an import takes nothing in from outside its folder, where a link leads out, and says so", async () => {
  scratch.write("in/a.md", statement(1, "2024-05-01"));
  symlinkSync(scratch.write("elsewhere/secret.md", statement(2, "2024-06-01")), join(scratch.folder, "in", "link.md"));
  symlinkSync("a.md", join(scratch.folder, "in", "same.md"));
  const { status, err } = await scratch.pactline(["import", join(scratch.folder, "in")]);
  expect([status, err]).toEqual([0, expect.stringMatching(/^0 added, 2 already here, 0 refused, of 2 files in .*; passed over 1 file of other kinds or from elsewhere: link\.md\n$/m)]);
});

test.skipIf(process.getuid?.() === 0)("a folder that may not be looked into stops no other (skipped for root, who may)", async () => {
  scratch.write("in/a.md", statement(1, "2024-05-01"));
  scratch.write("in/shut/b.md", statement(2, "2024-06-01"));
  chmodSync(join(scratch.folder, "in", "shut"), 0);
  const { status, err } = await scratch.pactline(["import", join(scratch.folder, "in")]);
  chmodSync(join(scratch.folder, "in", "shut"), 0o755);
  expect([status, err]).toEqual([1, expect.stringContaining("a folder that may not be looked into")]);
  expect(err).toContain("1 added");
});

test("usage: a port that is none", async () => {
  expect(await scratch.pactline(["serve", "--port", "http"])).toMatchObject({ status: 2, err: expect.stringContaining("The port must be a number") });
  expect(refusal("usage", "As it stands.")).toMatchObject({ status: 400, exit: 2, sentence: "As it stands." });
});

test("address-in-use: the port is another's", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const bound = other.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  expect(await scratch.pactline(["serve", "--port", String(port), "--no-seeds"])).toMatchObject({ status: 1, err: expect.stringContaining(beginning("address-in-use")) });
  await new Promise((resolve) => other.close(resolve));
});

test("newer-archive: another program has been here", async () => {
  const db = openDatabase(scratch.archive);
  db.pragma("user_version = 999");
  db.close();
  expect(await scratch.pactline(["documents"])).toMatchObject({ status: 1, err: expect.stringContaining(beginning("newer-archive")) });
});

test("broken-knowledge: a file of topics that is none", async () => {
  const before = await archived();
  mkdirSync(join(scratch.folder, "knowledge"), { recursive: true });
  writeFileSync(join(scratch.folder, "knowledge", "topics.yaml"), "topics: none\n");
  expect(await scratch.pactline(["add", scratch.write("b.md", statement(2, "2024-06-01"))])).toMatchObject({ status: 1, err: expect.stringContaining("A knowledge file is broken") });
  expect(await archived()).toBe(before);
});

test("reading-failed: a fault while reading is told with its document, and nothing is archived", () => {
  const knowledge = loadKnowledge(join(scratch.folder, "knowledge"));
  const faulty = createReading({ ...knowledge, get parties(): never { throw new Error("a fault"); } } as unknown as typeof knowledge);
  expect(faulty.read({ bytes: Buffer.from(statement(3, "2024-07-01")), name: null, given: {} })).toMatchObject({ kind: "refused", refusal: { code: "reading-failed", exit: 1 } });
});

test("unexpected: a fault of the program is a page with a number, and told to whoever runs it", async () => {
  const archive = openArchive(scratch.archive, () => createReading(loadKnowledge(scratch.folder)));
  const told: unknown[] = [];
  const faulty = { ...archive.reader, documents: () => { throw new Error("a fault"); } };
  const app = createApp({ archive: faulty, names: namesFrom({ topics: [], parties: [] }), onFault: (error) => void told.push(error) });
  const response = await app.request("/documents.json");
  expect([response.status, await response.json()]).toEqual([500, { error: expect.objectContaining({ code: "unexpected", request: expect.stringMatching(/^[0-9a-f]{10}$/) }) }]);
  expect(told).toEqual([new Error("a fault")]);
  archive.close();
});
