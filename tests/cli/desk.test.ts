import { afterEach, beforeEach, expect, test } from "vitest";
import { authorOf } from "../../server/cli/author.ts";
import type { HistoryEntry } from "../../server/archive/types.ts";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

let scratch: Scratch;
beforeEach(async () => {
  scratch = makeScratch();
  for (const [number, date] of ["2024-05-01", "2024-09-01"].entries()) await scratch.pactline(["add", scratch.write(`${number}.md`, statement(number + 1, date))]);
});
afterEach(() => scratch.remove());

const pactline = (...argv: readonly string[]): ReturnType<Scratch["pactline"]> => scratch.pactline(argv);
const documents = async (): Promise<{ sha256: string; title: string; partnership: string }[]> => JSON.parse((await pactline("documents", "--json")).out);
const history = async (): Promise<HistoryEntry[]> => JSON.parse((await pactline("history", "--json")).out);

test("a correction, its undoing and a note go on record, with who and why", async () => {
  const [document] = await documents();
  const by = ["--author", "Ada", "--reason", "As on the ministry's page"];
  expect(await pactline("correct", "title", document?.sha256 ?? "", "A better title", ...by)).toMatchObject({ status: 0 });
  expect((await documents())[0]?.title).toBe("A better title");
  expect(await pactline("correct", "undo", "1", ...by)).toMatchObject({ status: 0 });
  expect((await documents())[0]?.title).not.toBe("A better title");
  expect((await history()).slice(0, 2)).toMatchObject([{ kind: "undo", author: "Ada", undoneBy: null }, { kind: "title", after: "A better title", author: "Ada", reason: "As on the ministry's page", undoneBy: 2 }]);
  expect((await pactline("history", "--csv")).out.split("\r\n")).toHaveLength(6);
  expect((await pactline("history", "--document", document?.sha256.slice(0, 12) ?? "")).out.trim().split("\n")).toHaveLength(3);
});

test("who added a document is on record: as said, or who is logged in", async () => {
  const folder = scratch.write("more/4.md", statement(4, "2025-03-01"));
  expect(await pactline("import", folder.replace(/\/4\.md$/, ""), "--author", "Bea")).toMatchObject({ status: 0 });
  expect((await history()).map(({ author }) => author)).toEqual(["Bea", authorOf({}, { env: {} }), authorOf({}, { env: {} })]);
  expect((await pactline("history")).out).toContain("(4.md), by Bea");
  expect(authorOf({ author: " " }, { env: { PACTLINE_AUTHOR: "Cleo" } })).toBe("Cleo");
});

test("a partnership that is renamed takes new documents, too", async () => {
  const slug = (await documents())[0]?.partnership ?? "";
  expect(await pactline("correct", "rename-partnership", slug, "fjords-and-andes", "--name", "Fjords and Andes", "--reason", "Their own name")).toMatchObject({ status: 0 });
  await pactline("add", scratch.write("3.md", statement(3, "2025-02-01")));
  expect((await documents()).map((one) => one.partnership)).toEqual(["fjords-and-andes", "fjords-and-andes", "fjords-and-andes"]);
  expect(await pactline("verify")).toMatchObject({ status: 0 });
});

test("a topic that is added reads the archive anew, which is on record and shown before", async () => {
  expect(await pactline("correct", "add-topic", "invoices", "--name", "Invoices", "electronic invoicing", "--reason", "We follow it")).toMatchObject({ status: 0 });
  expect((await history())[0]).toMatchObject({ act: "reinterpretation" });
  expect((await pactline("rebuild", "--dry-run")).out).toContain("Nothing was changed.");
  expect(await pactline("correct", "undo", "1", "--reason", "No longer")).toMatchObject({ status: 0 });
  expect((await history()).filter((entry) => entry.act === "reinterpretation")).toHaveLength(2);
  expect(await pactline("verify")).toMatchObject({ status: 0 });
});

test("parties are set right by their names, and a partnership that is new is given its name", async () => {
  const [document] = await documents();
  const by = ["--reason", "As on the cover"];
  expect(await pactline("correct", "parties", document?.sha256 ?? "", "Norway, Chile, singapore", ...by)).toMatchObject({ status: 0, err: expect.stringContaining("→ CL, NO, SG") });
  expect(await pactline("correct", "partnership", document?.sha256 ?? "", "three-coasts", "--name", "Three Coasts", ...by)).toMatchObject({ status: 0 });
  expect((await documents())[0]?.partnership).toBe("three-coasts");
});

test("a token is printed once, listed without what is secret, and revoked", async () => {
  const { out } = await pactline("token", "add", "Ada", "--role", "archivist");
  expect(out).toMatch(/^pact_[\w-]{43}\n$/);
  const listed = await pactline("token", "list", "--json");
  expect(JSON.parse(listed.out)).toMatchObject([{ token: 1, name: "Ada", role: "archivist", revokedAt: null }]);
  expect(listed.out).not.toContain(out.trim());
  expect(await pactline("token", "revoke", "1")).toMatchObject({ status: 0 });
  expect(await pactline("token", "revoke", "1")).toMatchObject({ status: 1 });
  expect(await pactline("token", "add", "Ada")).toMatchObject({ status: 2 });
});

test.each<[string[], string]>([
  [["correct", "title", "ffffffffffff", "x", "--reason", "y"], "There is no such document"],
  [["correct", "stage", "nowhere", "delivered", "--reason", "y"], "There is no such commitment"],
  [["correct", "undo", "7", "--reason", "y"], "There is no correction of this number"],
  [["correct", "link", "a", "b", "--reason", "y"], "There is no such commitment"],
  [["correct", "rename-partnership", "A", "b", "--reason", "y"], "cannot be understood"],
  [["correct", "parties", "HERE", "CL, XQX", "--reason", "y"], "No party of this name or code is known (“XQX”"],
  [["correct", "held", "HERE", "2031-09-01", "--reason", "y"], "published 2024-09-01, held 2031-09-01"],
  [["correct", "partnership", "HERE", "chile-norwey", "--reason", "y"], "near to it: chile-norway"],
  [["correct", "merge-partnerships", "aa", "bb", "--reason", "y"], "There is no such partnership"],
  [["note", "nowhere", "text"], "There is no such commitment"],
  [["verify", "--against", "nowhere.db"], "There is no such file"],
  [["restore", "nowhere.db"], "There is no such file"],
])("%j is refused and changes nothing", async (argv, sentence) => {
  const before = (await pactline("history", "--json")).out;
  const [document] = await documents();
  const { status, err } = await pactline(...argv.map((word) => (word === "HERE" ? (document?.sha256 ?? "") : word)));
  expect([status, err]).toEqual([1, expect.stringContaining(sentence)]);
  expect((await pactline("history", "--json")).out).toBe(before);
});

test("an archive goes into a bag and comes out equal; a backup likewise", async () => {
  const [document] = await documents();
  await pactline("correct", "place", document?.sha256 ?? "", "Bergen", "--reason", "As on the photograph");
  expect(await pactline("export", `${scratch.folder}/bag`)).toMatchObject({ status: 0 });
  expect(await pactline("import", `${scratch.folder}/bag`, "--archive", `${scratch.folder}/other.db`)).toMatchObject({ status: 0 });
  expect(await pactline("verify", "--against", `${scratch.folder}/other.db`)).toMatchObject({ status: 0, out: expect.stringContaining("are the same") });
  expect(await pactline("backup", `${scratch.folder}/backup.db`)).toMatchObject({ status: 0 });
  expect(await pactline("restore", `${scratch.folder}/backup.db`, "--archive", `${scratch.folder}/third.db`)).toMatchObject({ status: 0 });
  expect(await pactline("verify", "--against", `${scratch.folder}/third.db`)).toMatchObject({ status: 0 });
  await pactline("correct", "undo", "1", "--reason", "Another photograph");
  expect(await pactline("verify", "--against", `${scratch.folder}/third.db`)).toMatchObject({ status: 1 });
});

test("of two archives that differ the documents are named, and no more is told than anybody reads", async () => {
  expect(await pactline("backup", `${scratch.folder}/before.db`)).toMatchObject({ status: 0, err: expect.stringContaining("a backup of 2 documents") });
  for (const month of ["01", "02", "03"]) await pactline("add", scratch.write(`more-${month}.md`, statement(Number(month) + 4, `2025-${month}-01`)));
  const { status, out } = await pactline("verify", "--against", `${scratch.folder}/before.db`);
  expect([status, out]).toEqual([1, expect.stringMatching(/^Document [0-9a-f]{12} \(more-01\.md\) is not in the other archive\.\n/)]);
  expect(out.split("\n").slice(-3, -1)).toMatchObject([expect.stringMatching(/^\d+ more rows, of documents and of what follows from them, differ\.$/), "21 problems."]);
});
