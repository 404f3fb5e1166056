import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openArchive } from "../../server/archive/archive.ts";
import { PROJECT_ROOT } from "../../server/config.ts";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

const BIN = join(PROJECT_ROOT, "bin", "pactline.js");
const COUNTRIES = ["Norway", "Chile", "Japan", "Kenya", "Brazil", "Vietnam", "Canada", "Italy"];

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, PACTLINE_ARCHIVE: scratch.archive });
const start = (...argv: string[]): ChildProcess => spawn(process.execPath, [BIN, ...argv], { env: environment(), stdio: "ignore" });
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once("exit", (code) => resolve(code)));
const pactline = (...argv: string[]) => spawnSync(process.execPath, [BIN, ...argv], { env: environment(), encoding: "utf8" });

function counts(): { documents: number; pending: boolean } {
  const archive = openArchive(scratch.archive, () => {
    throw new Error("not wanted");
  });
  try {
    return { documents: archive.reader.counts().documents, pending: archive.reader.counts().meetings === 0 };
  } finally {
    archive.close();
  }
}

function fill(folder: string, many: number): string {
  for (let at = 0; at < many; at += 1) {
    const parties: [string, string] = [COUNTRIES[at % COUNTRIES.length] ?? "", COUNTRIES[(at + 1 + (at % 3)) % COUNTRIES.length] ?? ""];
    scratch.write(`${folder}/${at}.md`, statement(at, `20${10 + (at % 15)}-${String((at % 12) + 1).padStart(2, "0")}-${String((at % 27) + 1).padStart(2, "0")}`, parties));
  }
  return join(scratch.folder, folder);
}

test("an import that is killed in the middle is completed by the next run, and all is well", async () => {
  const folder = fill("in", 400);
  const first = start("import", folder);
  const exit = ended(first);
  const deadline = Date.now() + 20_000;
  while (counts().documents === 0 && Date.now() < deadline && first.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  first.kill("SIGKILL");
  await exit;
  const left = counts().documents;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(400);
  const halfway = pactline("verify");
  expect([halfway.status, halfway.stdout]).toEqual([1, expect.stringMatching(/^An import was stopped before its end: the meetings of (?:one|\d+) partnerships? are not compared yet; run the import again to complete it, or `pactline rebuild`\.\n1 problem\.\n$/)]);
  const second = pactline("import", folder, "--json-report");
  expect(second.status).toBe(0);
  expect(JSON.parse(second.stdout)).toMatchObject({ added: 400 - left, here: left, refused: 0 });
  expect(pactline("verify")).toMatchObject({ status: 0, stdout: expect.stringContaining("All is well: 400 documents") });
}, 120_000);

test("an import that finds no room for its archive ends with one sentence, and goes on when there is room", async () => {
  const folder = fill("in", 150);
  const cramped = spawnSync("bash", ["-c", `ulimit -f 700; exec "$0" "$@"`, process.execPath, BIN, "import", folder], { env: environment(), encoding: "utf8", timeout: 60_000 });
  expect(cramped).toMatchObject({ status: 1, stderr: expect.stringMatching(/(?:^|\n)pactline: The archive's file cannot be read or written \(.*\); look at the room on the disk, its permissions and whether another program holds it\.\n$/) });
  expect(pactline("import", folder).status).toBe(0);
  expect(pactline("verify")).toMatchObject({ status: 0, stdout: expect.stringContaining("All is well: 150 documents") });
}, 120_000);

test("an import that is told to stop ends in good order and goes on later", async () => {
  const folder = fill("in", 400);
  const first = start("import", folder);
  const exit = ended(first);
  while (counts().documents === 0 && first.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  first.kill("SIGTERM");
  expect(await exit).toBe(1);
  expect(counts().documents).toBeLessThan(400);
  expect(pactline("import", folder).status).toBe(0);
  expect(counts().documents).toBe(400);
}, 120_000);

test("two processes that write at once both succeed", async () => {
  const [one, two] = [fill("one", 60), fill("two", 90)];
  expect(await Promise.all([ended(start("import", one)), ended(start("import", two))])).toEqual([0, 0]);
  expect(counts().documents).toBe(90);
  expect(pactline("verify").status).toBe(0);
}, 120_000);

test("two processes that add one document each at once both succeed", async () => {
  const files = [1, 2, 3, 4].map((at) => scratch.write(`${at}.md`, statement(at, `2024-0${at}-05`)));
  expect(await Promise.all(files.map((file) => ended(start("add", file))))).toEqual([0, 0, 0, 0]);
  expect(counts().documents).toBe(4);
  expect(pactline("verify").status).toBe(0);
}, 120_000);
