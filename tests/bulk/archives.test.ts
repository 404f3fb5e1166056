import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findAll } from "../../server/bulk/findings.ts";
import { RefusedError } from "../../server/refusals.ts";
import { asDocx } from "../formats/makers.ts";
import { makeScratch, type Scratch, statement } from "../cli/scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const day = (at: number): string => `2024-${String((at % 12) + 1).padStart(2, "0")}-05`;
const files = (many: number): Record<string, Uint8Array> => Object.fromEntries(Array.from({ length: many }, (_, at) => [`${at % 3}/statement-${at}.md`, strToU8(statement(at, day(at)))]));
const report = async (place: string, ...flags: string[]): Promise<{ added: number; here: number; refused: number; files: { file: string; outcome: string; code?: string }[]; status: number; err: string }> => {
  const { status, out, err } = await scratch.pactline(["import", place, "--json-report", ...flags]);
  return { ...JSON.parse(out), status, err };
};
const codes = (found: { files: { file: string; code?: string }[] }): Record<string, string> => Object.fromEntries(found.files.filter((one) => one.code !== undefined).map((one) => [one.file.split("/").at(-1) ?? "", one.code ?? ""]));

/** A tar file by the system's own tool, in either form of its headers. */
function tar(name: string, contents: Record<string, Uint8Array>, format = "gnu"): string {
  for (const [path, bytes] of Object.entries(contents)) scratch.write(`tar/${path}`, bytes);
  execFileSync("tar", [`--format=${format}`, "-czf", `${scratch.folder}/${name}`, "-C", `${scratch.folder}/tar`, "."]);
  return `${scratch.folder}/${name}`;
}

describe.each<readonly [string, (contents: Record<string, Uint8Array>) => string]>([
  ["a ZIP file", (contents) => scratch.write("all.zip", zipSync(contents))],
  ["a ZIP file under another name", (contents) => scratch.write("download", zipSync(contents))],
  ["a packed tar file", (contents) => tar("all.tar.gz", contents)],
  ["a packed tar file with long names", (contents) => tar("all.tgz", { ...contents, [`${"long-".repeat(30)}/${"name-".repeat(30)}.md`]: strToU8(statement(90, "2024-03-03")) }, "pax")],
])("%s", (_name, make) => {
  test("is taken like a folder, and the second time changes nothing", async () => {
    const contents = { ...files(9), "0/a.docx": asDocx([{ heading: "Joint Statement of Norway and Chile", level: 1 }, { paragraph: "OSLO, 7 May 2025 - Norway and Chile agreed to establish a programme on data flows." }]), "bad.md": strToU8(""), "picture.png": strToU8("x"), ".hidden.md": strToU8("x") };
    const place = make(contents);
    const first = await report(place);
    const added = first.added;
    expect([first.status, added >= 10, first.refused, codes(first)]).toEqual([1, true, 1, { "bad.md": "empty" }]);
    expect(await report(place)).toMatchObject({ added: 0, here: added, refused: 1 });
    expect(await scratch.pactline(["verify"])).toMatchObject({ status: 0 });
  });
});

test("what is refused is listed as CSV, and no name is a formula", async () => {
  const place = scratch.write("all.zip", zipSync({ ...files(2), "=1+1.md": strToU8(""), "b.md": strToU8('no date, but "quotes"') }));
  expect(await report(place, "--report", `${scratch.folder}/refused.csv`)).toMatchObject({ status: 1, added: 2, refused: 2 });
  const rows = readFileSync(`${scratch.folder}/refused.csv`, "utf8").split("\r\n");
  expect(rows[0]).toBe("file,code,reason");
  expect(rows.slice(1).map((row) => row.split(",")[1]).sort()).toEqual(["empty", "no-date", undefined].sort());
  expect(await scratch.pactline(["import", place, "--report", `${scratch.folder}/none/refused.csv`])).toMatchObject({ status: 1, err: expect.stringContaining("cannot be written") });
});

describe("harmful archives", () => {
  test("names that lead out of the archive are refused, and the rest is taken", async () => {
    const place = scratch.write("evil.zip", zipSync({ ...files(2), "../../outside.md": strToU8(statement(5, "2024-05-05")), "/etc/passwd.md": strToU8(statement(6, "2024-05-05")) }));
    const found = await report(place);
    expect([found.added, codes(found)]).toEqual([2, { "outside.md": "unsafe-path", "passwd.md": "unsafe-path" }]);
  });

  test("an entry that unpacks to more than a document may have is refused unread", async () => {
    const huge = new Uint8Array(30 * 1024 * 1024).fill(97);
    const [zip, packed] = [scratch.write("bomb.zip", zipSync({ ...files(2), "bomb.txt": huge })), tar("bomb.tar.gz", { ...files(2), "bomb.txt": huge })];
    const found = await report(zip);
    expect([found.added, codes(found)]).toEqual([2, { "bomb.txt": "too-large" }]);
    expect(codes(await report(packed))).toEqual({ "bomb.txt": "too-large" });
  });

  test("an entry that lies about its size gives no more than it said", async () => {
    const bytes = Buffer.from(zipSync({ "a.txt": strToU8("a ".repeat(500_000)) }, { level: 9 }));
    // The size unpacked, in the entry's header and in the list of contents.
    for (let at = bytes.indexOf(Buffer.from("504b0304", "hex")); at >= 0; at = -1) bytes.writeUInt32LE(10, at + 22);
    bytes.writeUInt32LE(10, bytes.indexOf(Buffer.from("504b0102", "hex")) + 24);
    const [found] = await all(scratch.write("liar.zip", bytes));
    const fetched = found?.fetch();
    expect(fetched?.kind === "file" ? fetched.incoming.bytes.byteLength : 0).toBeLessThanOrEqual(10);
  });

  test.each<readonly [string, Uint8Array, string]>([
    ["half a ZIP file", zipSync({ "a.md": strToU8("text") }).subarray(0, 40), "broken-archive"],
    ["a packed file that holds no tar", gzipSync("no tar at all, only words ".repeat(40)), "broken-archive"],
    ["half a packed file", gzipSync("no tar at all ".repeat(4_000)).subarray(0, 60), "broken-archive"],
    ["a text", strToU8("words"), "not-a-directory"],
  ])("%s is refused", async (_name, bytes, code) => {
    const place = scratch.write("some", bytes);
    const refused = await all(place).catch((error: unknown) => error);
    expect(refused instanceof RefusedError && refused.refusal.code).toBe(code);
    expect(await scratch.pactline(["import", place])).toMatchObject({ status: 1, out: "" });
  });

  test("a ZIP file that is larger than is taken at once", async () => {
    const { truncateSync } = await import("node:fs");
    const place = scratch.write("large.zip", zipSync({}));
    truncateSync(place, 300 * 1024 * 1024);
    expect(await scratch.pactline(["import", place])).toMatchObject({ status: 1, err: expect.stringContaining("larger than Pactline takes at once") });
  });
});

async function all(place: string) {
  const found = [];
  for await (const one of (await findAll(place)).found) found.push(one);
  return found;
}
