import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { correct } from "../../server/archive/correcting.ts";
import { backup, restore } from "../../server/archive/keeping.ts";
import { differences } from "../../server/archive/matching.ts";
import { writeNote } from "../../server/archive/noting.ts";
import { addToken } from "../../server/archive/people.ts";
import { verify } from "../../server/archive/verifying.ts";
import { restoreBag, writeArchiveBag } from "../../server/taking/bags.ts";
import { checkBag } from "../../server/taking/bagit.ts";
import { csvOf, exportArchive } from "../../server/taking/exporting.ts";
import { tablesOf } from "../../server/taking/tables.ts";
import { plainReading } from "../archive/plain-reading.ts";

let folder: string;
let archive: Archive;
const reading = plainReading();
const opened: Archive[] = [];
const open = (name: string): Archive => {
  const one = openArchive(join(folder, name), () => reading);
  opened.push(one);
  return one;
};
const statement = (number: number): string => {
  const month = String(1 + (number % 12)).padStart(2, "0");
  const year = 2001 + Math.floor(number / 12);
  return `${year}-${month}-01 ${["aa-bb", "cc-dd", "ee-ff"][number % 3]} Oslo\nsandbox ${["explored", "committed", "delivered"][number % 3]} the sandbox ${number}\ncables underway the cables ${number}\n`;
};
const add = (to: Archive, number: number): void => void addDocument(to.db, { bytes: Buffer.from(statement(number)), name: `${number}.txt`, given: {}, ...(number % 3 === 0 ? { author: "Bea" } : {}) }, reading);

/** An archive with documents, corrections, an undoing, notes and a meeting that moved. */
function fill(to: Archive): void {
  for (let number = 0; number < 12; number += 1) add(to, number);
  const [one, other] = to.reader.documents({ offset: 0, limit: 2 }).items;
  if (one === undefined || other === undefined) throw new Error("nothing was added");
  const by = { author: "Ada", reason: "The annex says so." };
  const title = correct(to.db, () => reading, { body: { kind: "title", value: "A title, “quoted”" }, document: one.sha256, ...by });
  correct(to.db, () => reading, { body: { kind: "held", value: "2002-01-15" as IsoDate }, document: other.sha256, ...by });
  if (title.kind === "corrected") correct(to.db, () => reading, { body: { kind: "undo", of: title.correction.id }, document: null, ...by });
  correct(to.db, () => reading, { body: { kind: "rename-partnership", from: "ee-ff" as Slug, to: "e-and-f" as Slug, name: "E and F" }, document: null, ...by });
  const commitment = to.reader.document(one.sha256)?.snapshot.commitments[0];
  for (const text of ["First.", "Second, with\na second line."]) writeNote(to.db, { subject: "commitment", target: commitment?.id ?? "", text, author: "Ada" });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keeping-"));
  archive = open("archive.db");
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  rmSync(folder, { recursive: true });
});

describe("a backup", () => {
  test("taken during 200 writes restores clean", async () => {
    const file = join(folder, "backup.db");
    let taken: ReturnType<typeof backup> | null = null;
    const other = open("archive.db");
    for (let number = 0; number < 200; number += 1) {
      add(number % 2 === 0 ? archive : other, number);
      if (number === 100) taken = backup(archive.db, file);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { documents } = (await taken) ?? { documents: 0 };
    expect(documents).toBeGreaterThan(99);
    const target = join(folder, "restored.db");
    expect(await restore(file, target, reading)).toMatchObject({ documents, kept: null, outdated: false });
    const restored = open("restored.db");
    expect(verify(restored.db, reading)).toMatchObject({ documents, problems: [] });
    expect(archive.reader.counts().documents).toBe(200);
  });

  test("takes the archive's place while others have it open; what was there is kept, and its version only rises", async () => {
    fill(archive);
    const file = join(folder, "backup.db");
    await backup(archive.db, file);
    add(archive, 50);
    const [version, documents] = [archive.reader.version(), archive.reader.counts().documents];
    const { kept } = await restore(file, join(folder, "archive.db"), reading);
    expect(archive.reader.counts().documents).toBe(documents - 1);
    expect(archive.reader.version()).toBeGreaterThan(version);
    expect(open("archive.db.before-restore").reader.counts().documents).toBe(documents);
    expect(kept).toBe(join(folder, "archive.db.before-restore"));
  });

  test("restored again and again keeps what was there each time under a name of its own", async () => {
    fill(archive);
    const file = join(folder, "backup.db");
    await backup(archive.db, file);
    add(archive, 50);
    const documents = archive.reader.counts().documents;
    const kept: (string | null)[] = [];
    for (let time = 0; time < 3; time += 1) kept.push((await restore(file, join(folder, "archive.db"), reading)).kept);
    expect(kept).toEqual(["", "-2", "-3"].map((number) => join(folder, `archive.db.before-restore${number}`)));
    expect(["", "-2", "-3"].map((number) => open(`archive.db.before-restore${number}`).reader.counts().documents)).toEqual([documents, documents - 1, documents - 1]);
  });

  test("is never written over a file that is there already", async () => {
    fill(archive);
    const file = join(folder, "monday.db");
    writeFileSync(file, "the backup of another day");
    await expect(backup(archive.db, file)).rejects.toMatchObject({ refusal: { code: "target-exists" } });
    expect(readFileSync(file, "utf8")).toBe("the backup of another day");
  });

  test("that is damaged is refused, and the archive is left as it is", async () => {
    fill(archive);
    const file = join(folder, "backup.db");
    await backup(archive.db, file);
    const bytes = readFileSync(file);
    const at = bytes.indexOf("2001-02-01");
    bytes.write("2009", at);
    writeFileSync(file, bytes);
    const before = archive.reader.version();
    await expect(restore(file, join(folder, "archive.db"), reading)).rejects.toMatchObject({ refusal: { code: "backup-damaged" } });
    writeFileSync(file, "no archive at all");
    await expect(restore(file, join(folder, "archive.db"), reading)).rejects.toMatchObject({ refusal: { code: "backup-damaged" } });
    await expect(restore(join(folder, "none"), join(folder, "archive.db"), reading)).rejects.toMatchObject({ refusal: { code: "no-such-file" } });
    await expect(backup(archive.db, join(folder, "archive.db"))).rejects.toMatchObject({ refusal: { code: "backup-onto-itself" } });
    expect(archive.reader.version()).toBe(before);
  });
});

describe("a bag", () => {
  test("makes an equal archive, and another bag the same", () => {
    fill(archive);
    const bag = join(folder, "bag");
    writeArchiveBag(archive, bag, "0");
    const other = open("other.db");
    restoreBag(other, bag, { reading, onProgress: () => {} });
    expect(differences(archive.db, other.db)).toMatchObject({ problems: [] });
    expect(differences(archive.db, other.db).rows).toBeGreaterThan(60);
    expect(other.reader.history({}, { offset: 0, limit: 99 }).items.filter(({ act, author }) => act === "document" && author === "Bea")).toHaveLength(4);
    expect(verify(other.db, reading).problems).toEqual([]);
    writeArchiveBag(other, join(folder, "bag2"), "0");
    expect(readFileSync(join(folder, "bag2", "manifest-sha256.txt"), "utf8")).toBe(readFileSync(join(bag, "manifest-sha256.txt"), "utf8"));
    add(other, 40);
    expect(differences(archive.db, other.db).problems.length).toBeGreaterThan(0);
    expect(() => restoreBag(other, bag, { reading, onProgress: () => {} })).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ code: "archive-not-empty" }) }));
  });

  test("is complete and valid by the rules of RFC 8493, checked without our own code", () => {
    fill(archive);
    const bag = join(folder, "bag");
    writeArchiveBag(archive, bag, "0");
    // sha256sum reads manifests of bags as they are: a hash, two spaces, a path.
    for (const manifest of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) execFileSync("sha256sum", ["--check", "--strict", "--quiet", manifest], { cwd: bag });
    expect(readFileSync(join(bag, "bagit.txt"), "utf8")).toBe("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    const listed = readFileSync(join(bag, "manifest-sha256.txt"), "utf8").trimEnd().split("\n").map((line) => line.slice(66)).toSorted();
    const payload = readdirSync(join(bag, "data"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(payload.map((path) => path.slice(bag.length + 1)).toSorted()).toEqual(listed);
    const oxum = `${payload.reduce((sum, path) => sum + statSync(path).size, 0)}.${payload.length}`;
    const info = readFileSync(join(bag, "bag-info.txt"), "utf8");
    expect(info).toContain(`Payload-Oxum: ${oxum}\n`);
    for (const line of info.trimEnd().split("\n")) expect(line).toMatch(/^[A-Za-z-]+: \S.*$/);
    expect(readFileSync(join(bag, "tagmanifest-sha256.txt"), "utf8").trimEnd().split("\n").map((line) => line.slice(66))).toEqual(["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]);
    expect(checkBag(bag)).toEqual([]);
  });

  test.each<[string, (bag: string) => void]>([
    ["a file that was changed", (bag) => writeFileSync(join(bag, "data", "README.txt"), "other")],
    ["a file that is missing", (bag) => rmSync(join(bag, "data", "facts", "notes.jsonl"))],
    ["a file in no manifest", (bag) => writeFileSync(join(bag, "data", "more.txt"), "more")],
    ["no manifest", (bag) => rmSync(join(bag, "manifest-sha256.txt"))],
    ["no declaration", (bag) => writeFileSync(join(bag, "bagit.txt"), "BagIt\n")],
    ["a manifest that leads out of it", (bag) => writeFileSync(join(bag, "manifest-sha256.txt"), `${"0".repeat(64)}  data/../../archive.db\n`)],
  ])("with %s is refused, and nothing is taken from it", (_, spoil) => {
    fill(archive);
    const bag = join(folder, "bag");
    writeArchiveBag(archive, bag, "0");
    spoil(bag);
    const other = open("other.db");
    expect(() => restoreBag(other, bag, { reading, onProgress: () => {} })).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ code: "broken-bag" }) }));
    expect(other.reader.counts().documents).toBe(0);
  });
});

describe("an export", () => {
  test("as tables has a row for everything and a meaning for every column", async () => {
    fill(archive);
    const target = join(folder, "tables");
    await exportArchive(archive, "csv", { target, version: "0" });
    expect(await exportArchive(archive, "csv", { target: `${target}-2/`, version: "0" })).toContain("tables and their dictionary");
    const read = (name: string): string[] => readFileSync(join(target, `${name}.csv`), "utf8").split("\r\n");
    expect(read("documents")).toHaveLength(14);
    expect(read("corrections").slice(1, -1).map((line) => line.split(",")[0])).toEqual(["4", "3", "2", "1"]);
    expect(read("notes").join("\n")).toContain('"Second, with\na second line."');
    expect(csvOf({ columns: [["text", "words"]], rows: () => [["=1+1"], ["a, “b”"]] })).toBe("text\r\n'=1+1\r\n\"a, “b”\"\r\n");
    const meanings = read("dictionary").slice(1, -1).map((line) => line.split(",").slice(0, 2).join("."));
    expect(meanings).toEqual(tablesOf(archive.reader).flatMap((table) => table.columns.map(([column]) => `${table.name}.${column}`)));
    for (const table of tablesOf(archive.reader)) for (const row of table.rows()) expect(row).toHaveLength(table.columns.length);
    await expect(exportArchive(archive, "csv", { target, version: "0" })).rejects.toMatchObject({ refusal: { code: "target-exists" } });
  });

  test("as JSON holds the same tables", async () => {
    fill(archive);
    const target = join(folder, "all.json");
    await exportArchive(archive, "json", { target, version: "0" });
    const all: Record<string, unknown[]> = JSON.parse(readFileSync(target, "utf8"));
    expect(Object.entries(all).map(([name, rows]) => [name, rows.length])).toEqual(tablesOf(archive.reader).map((table) => [table.name, [...table.rows()].length]));
  });

  test("as SQLite opens as an archive, and holds nobody's token", async () => {
    fill(archive);
    addToken(archive.db, "Ada", "archivist");
    const target = join(folder, "copy.db");
    await exportArchive(archive, "sqlite", { target, version: "0" });
    expect(existsSync(`${target}-wal`)).toBe(false);
    const copy = open("copy.db");
    expect(copy.reader.history({}, { offset: 0, limit: 99 }).items.some((entry) => entry.act === "token")).toBe(false);
    expect(differences(archive.db, copy.db).problems).toEqual([]);
    expect(() => copy.db.prepare("DELETE FROM notes").run()).toThrow(/facts/);
  });
});

test("a folder for a bag that is there already is left alone", () => {
  mkdirSync(join(folder, "bag"));
  expect(() => writeArchiveBag(archive, join(folder, "bag"), "0")).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ code: "target-exists" }) }));
});
