import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LOCKED, SCAN } from "../formats/makers.ts";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

interface Listed {
  readonly sha256: string;
  readonly title: string;
  readonly published: string;
  readonly partnership: string | null;
}

const listed = async (): Promise<Listed[]> => JSON.parse((await scratch.pactline(["documents", "--json"])).out);

describe("add", () => {
  test("a document is added, and the second time it is already here", async () => {
    const path = scratch.write("a.md", statement(1, "2024-05-01"));
    expect(await scratch.pactline(["add", path])).toMatchObject({ status: 0, err: expect.stringContaining("added") });
    expect(await scratch.pactline(["add", path])).toMatchObject({ status: 0, err: expect.stringContaining("already here") });
    expect(await listed()).toMatchObject([{ published: "2024-05-01", title: "Joint Statement of Norway and Chile on Digital Cooperation" }]);
  });

  test("what a person says wins: date, partnership, title, address; and standard input is taken", async () => {
    const argv = ["add", "-", "--date", "2023-02-03", "--partnership", "chile-norway-digital", "--title", "Given title", "--source-url", "https://example.org/a", "--json"];
    const { status, out } = await scratch.pactline(argv, "The parties agreed to establish a working group on data flows.\n");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ file: "-", outcome: "added", snapshot: { document: { published: "2023-02-03", title: "Given title", sourceUrl: "https://example.org/a" }, partnership: { slug: "chile-norway-digital" } } }]);
    expect(await listed()).toMatchObject([{ partnership: "chile-norway-digital" }]);
  });

  test("a dry run shows the snapshot and archives nothing", async () => {
    const path = scratch.write("a.md", statement(1, "2024-05-01"));
    const { status, err } = await scratch.pactline(["add", path, "--dry-run"]);
    expect([status, err]).toEqual([0, expect.stringContaining("COMMITMENTS")]);
    expect(await listed()).toEqual([]);
  });

  test("one that is refused does not stop the others, and the exit status tells of it", async () => {
    const good = scratch.write("good.md", statement(1, "2024-05-01"));
    const { status, err } = await scratch.pactline(["add", scratch.write("empty.md", ""), scratch.folder, `${scratch.folder}/none.md`, scratch.write("a.pdf", "%PDF-"), good]);
    expect(status).toBe(1);
    expect(err.trim().split("\n")).toMatchObject([/There is no text in it/, /is a directory; use `pactline import DIR`/, /There is no such file/, /a PDF that is damaged/, /added/].map((told) => expect.stringMatching(told)));
    expect(await listed()).toHaveLength(1);
  });

  test.each([
    ["no-date", "notes.md", "The parties agreed to establish a working group on data flows.\n"],
    ["broken-front-matter", "a.md", "---\ndate: 2024-05-01\ntitle: [open\n---\n\nThe parties agreed to meet.\n"],
    ["impossible-date", "a.md", "---\ndate: 2023-02-30\n---\n\nThe parties agreed to establish a working group.\n"],
    ["nul-bytes", "a.md", "---\ndate: 2024-05-01\n---\n\nThe parties\0 agreed.\n"],
    ["too-large", "a.md", "a ".repeat(25 * 1024 * 1024)],
    ["broken-utf8", "a.md", new Uint8Array([0x44, 0xff, 0x20])],
    ["empty", "a.md", "---\ndate: 2024-05-01\n---\n"],
    ["not-text", "a.xlsx", "PK\u0003\u0004"],
    ["broken-docx", "a.docx", "PK\u0003\u0004"],
    ["broken-pdf", "a.pdf", "%PDF-1.7 and no more"],
    ["scan-without-text", "a.pdf", SCAN],
    ["encrypted-pdf", "a.pdf", LOCKED],
  ])("%s is refused with one sentence, and nothing is written", async (code, name, content) => {
    const { status, out } = await scratch.pactline(["add", scratch.write(name, content), "--json"]);
    const [outcome] = JSON.parse(out);
    expect([status, outcome.outcome, outcome.code]).toEqual([1, "refused", code]);
    expect(outcome.message).toMatch(/^[A-Z].*\.$/);
    expect(await listed()).toEqual([]);
  });

  test.each([
    [["add", "a.md", "--date", "2023-02-30"], /day of the calendar/],
    [["add", "a.md", "--partnership", "No Slug"], /lower-case words/],
    [["add", "a.md", "--source-url", "javascript:alert(1)"], /http/],
    [["add"], /missing required argument/],
    [["frobnicate"], /unknown command/],
    [["documents", "--nope"], /unknown option/],
    [["serve", "--port", "99999"], /The port must be a number/],
  ])("wrong usage %j exits with 2 and says what is wrong", async (argv, told) => {
    const { status, err, out } = await scratch.pactline(argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(told);
  });
});

describe("snapshot and diff", () => {
  test("print JSON of files alone, and the quotes stand in the text", async () => {
    const [before, after] = [scratch.write("before.md", statement(1, "2024-05-01")), scratch.write("after.md", statement(2, "2024-11-01"))];
    const snapshot = JSON.parse((await scratch.pactline(["snapshot", before, "--json"])).out);
    expect(snapshot).toMatchObject({ document: { published: "2024-05-01" }, meeting: { held: "2024-05-01" } });
    expect(snapshot.commitments.length).toBeGreaterThan(0);
    for (const { start, end, quote } of snapshot.commitments) expect(snapshot.document.text.slice(start, end)).toBe(quote);
    const diff = JSON.parse((await scratch.pactline(["diff", before, after, "--json"])).out);
    expect(Object.keys(diff)).toEqual(expect.arrayContaining(["before", "after", "changes"]));
    expect(diff.before).toEqual(snapshot);
    expect(await scratch.pactline(["documents"])).toMatchObject({ status: 1, err: expect.stringContaining("There is no archive at") });
  });

  test("tell people the same in plain text", async () => {
    const [before, after] = [scratch.write("before.md", statement(1, "2024-05-01")), scratch.write("after.md", statement(2, "2024-11-01"))];
    expect((await scratch.pactline(["snapshot", before])).out).toMatch(/published +2024-05-01[\s\S]*COMMITMENTS/);
    const { out } = await scratch.pactline(["diff", before, after]);
    expect(out).toMatch(/before +2024-05-01/);
    expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
  });

  test("files in the wrong order of time are compared as they are given, and said so in one line on standard error", async () => {
    const [before, after] = [scratch.write("before.md", statement(1, "2024-05-01")), scratch.write("after.md", statement(2, "2024-11-01"))];
    const { status, out, err } = await scratch.pactline(["diff", after, before]);
    expect([status, err.trim()]).toEqual([0, "The first file is the later one (2024-11-01; the other is of 2024-05-01)."]);
    expect(out).toMatch(/before +2024-11-01/);
    expect((await scratch.pactline(["diff", before, after])).err).toBe("");
  });

  test("a file that cannot be read is one line on standard error and exit status 1", async () => {
    const { status, out, err } = await scratch.pactline(["snapshot", `${scratch.folder}/none.md`, "--json"]);
    expect([status, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("import", () => {
  test("takes all texts below a folder, passes over the others, and changes nothing the second time", async () => {
    for (let at = 0; at < 12; at += 1) scratch.write(`in/${at % 3}/${at}.md`, statement(at, `2024-${String((at % 12) + 1).padStart(2, "0")}-05`));
    scratch.write("in/bad.md", "");
    scratch.write("in/picture.png", "not looked at");
    const first = await scratch.pactline(["import", `${scratch.folder}/in`, "--json-report"]);
    expect(first.status).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({ added: 12, here: 0, refused: 1, passed: [`${scratch.folder}/in/picture.png`] });
    expect(first.err).toContain("of 13 files in");
    expect(first.err).toContain("; passed over 1 file of other kinds or from elsewhere: picture.png\n");
    expect(first.err).toMatch(/refused .*bad\.md: There is no text in it/);
    const before = await listed();
    expect(JSON.parse((await scratch.pactline(["import", `${scratch.folder}/in`, "--json-report"])).out)).toMatchObject({ added: 0, here: 12, refused: 1 });
    expect((await scratch.pactline(["import", `${scratch.folder}/in`])).err).not.toContain("documents a second");
    expect(await listed()).toEqual(before);
    expect(await scratch.pactline(["verify"])).toMatchObject({ status: 0, out: expect.stringContaining("All is well: 12 documents") });
    expect(await scratch.pactline(["rebuild"])).toMatchObject({ status: 0, err: expect.stringContaining("12 documents read anew") });
    expect(await listed()).toEqual(before);
    expect((await scratch.pactline(["documents"])).out.trim().split("\n")).toHaveLength(12);
  });

  test("a folder that is not there, or is a file, is refused", async () => {
    expect(await scratch.pactline(["import", `${scratch.folder}/none`])).toMatchObject({ status: 1, err: expect.stringContaining("There is no such file") });
    expect(await scratch.pactline(["import", scratch.write("a.md", "x")])).toMatchObject({ status: 1, err: expect.stringContaining("not a directory") });
  });
});

test("a file that is no archive is refused and left as it was", async () => {
  scratch.write("archive.db", "this is no database, and long enough to be taken for a header of one ".repeat(10));
  expect(await scratch.pactline(["documents"])).toMatchObject({ status: 1, err: expect.stringContaining("The archive's file cannot be opened") });
});

test.each([
  ["documents"],
  ["brief", "--since", "2024"],
  ["history"],
  ["verify"],
  ["rebuild"],
  ["watch", "--once"],
  ["backup", "backup.db"],
  ["export", "bag"],
  ["correct", "undo", "1", "--reason", "y"],
  ["note", "nowhere", "text"],
  ["token", "list"],
])("%s makes no archive of a path that was mistyped, and says that there is none", async (...argv) => {
  const path = join(scratch.folder, "mistyped", "archive.db");
  expect(await scratch.pactline([...argv, "--archive", path])).toMatchObject({ status: 1, out: "", err: expect.stringContaining(`There is no archive at ${path};`) });
  expect(existsSync(join(scratch.folder, "mistyped"))).toBe(false);
});

test("help is printed with exit status 0", async () => {
  expect(await scratch.pactline(["--help"])).toMatchObject({ status: 0, out: expect.stringContaining("pactline") });
});
