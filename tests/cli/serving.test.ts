import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addDocument } from "../../server/archive/adding.ts";
import { openArchive } from "../../server/archive/archive.ts";
import { createRenewal } from "../../server/cli/renewing.ts";
import { plainReading } from "../archive/plain-reading.ts";
import { csrfOf } from "../desk/site.ts";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const OWN = "topics:\n  - slug: escorts\n    name: Experts of our own\n    terms:\n      9: [experts]\n";
const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  const deadline = Date.now() + 25_000;
  while (!(await holds()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await holds()).toBe(true);
};

/** Serves until `visit` is done; answers what the command said. */
async function serving(visit: (ask: (path: string) => Promise<string>, said: () => string) => Promise<void>): Promise<string> {
  const stop = new AbortController();
  const lines: string[] = [];
  const served = scratch.pactline(["serve", "--port", "0", "--no-seeds"], "", { signal: stop.signal, hear: (text) => void lines.push(text) });
  const address = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join(""))?.[0];
  try {
    await until(() => address() !== undefined);
    await visit(async (path) => (await fetch(`${address()}${path}`)).text(), () => lines.join(""));
  } finally {
    stop.abort();
    expect((await served).status).toBe(0);
  }
  return lines.join("");
}

test("an archive of an earlier reading is served at once with a note, and read anew beside the server", async () => {
  for (let at = 0; at < 12; at += 1) scratch.write(`in/${at}.md`, statement(at, `2024-${String(at + 1).padStart(2, "0")}-05`));
  await scratch.pactline(["import", `${scratch.folder}/in`]);
  scratch.write("knowledge/topics.yaml", OWN);
  await serving(async (ask, said) => {
    expect(said()).not.toContain("All documents are read anew");
    expect(await ask("/topics")).toContain("These pages show an earlier reading");
    await until(async () => !(await ask("/topics")).includes("earlier reading"));
    expect(await ask("/topics")).toContain("Experts of our own");
  });
  expect(readdirSync(scratch.folder).filter((name) => name.includes("rebuild"))).toEqual([]);
  expect(await scratch.pactline(["verify"])).toMatchObject({ status: 0 });
}, 60_000);

test("a topic that is added at the desk answers at once, and the documents are read anew beside the server", async () => {
  for (let at = 0; at < 12; at += 1) scratch.write(`in/${at}.md`, statement(at, `2024-${String(at + 1).padStart(2, "0")}-05`));
  await scratch.pactline(["import", `${scratch.folder}/in`]);
  await serving(async (ask, said) => {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0] ?? "";
    const sent = async (value: string, name: string): Promise<string> => {
      const csrf = csrfOf(await ask("/desk"));
      const answer = await fetch(`${address}/corrections`, { method: "POST", body: new URLSearchParams({ csrf, kind: "add-topic", value, name, more: "experts", reason: "We follow it", back: "/desk" }) });
      return answer.text();
    };
    expect(await sent("escorts", "Experts of our own")).toMatch(/earlier reading[\s\S]*Correction 1 is on record: a topic/);
    // Another one while the first is still being read is not forgotten.
    expect(await sent("guides", "Guides of our own")).toContain("Correction 2 is on record");
    await until(async () => !(await ask("/desk")).includes("earlier reading"));
    expect(said()).toContain("All documents are read anew.");
  });
  expect(await scratch.pactline(["verify"])).toMatchObject({ status: 0 });
}, 60_000);

test("a server that is stopped meanwhile leaves the archive as it was, and the next takes away what was left", async () => {
  for (let at = 0; at < 60; at += 1) scratch.write(`in/${at}.md`, statement(at, `20${10 + (at % 14)}-${String((at % 12) + 1).padStart(2, "0")}-05`));
  await scratch.pactline(["import", `${scratch.folder}/in`]);
  scratch.write("knowledge/topics.yaml", OWN);
  await serving(async (ask) => void (await ask("/")));
  expect(readdirSync(scratch.folder).filter((name) => name.includes("rebuild"))).toEqual([]);
  const left = `${scratch.archive}.rebuild-999999999`;
  writeFileSync(left, "");
  expect(await scratch.pactline(["verify"])).toMatchObject({ status: 1, out: expect.stringContaining("60 snapshots were made by another reading") });
  await scratch.pactline(["rebuild"]);
  expect([existsSync(left), (await scratch.pactline(["verify"])).status]).toEqual([false, 0]);
}, 60_000);

test("where the documents cannot be read anew, the note says what helps", async () => {
  const archive = openArchive(scratch.archive, () => plainReading());
  let said = "";
  try {
    addDocument(archive.db, { bytes: Buffer.from("2024-05-01 no-cl Oslo\nsandbox explored a sandbox\n"), name: null, given: {} }, plainReading());
    const env = { PACTLINE_KNOWLEDGE: scratch.write("knowledge/topics.yaml", "topics: [").replace("/topics.yaml", "") };
    const renewal = createRenewal(archive, () => plainReading("plain-2"), { env, stdin: (async function* () {})(), out: () => {}, err: (text) => {
      said += text;
    }, terminal: false, width: 80, stopSignal: () => new AbortController().signal });
    renewal.start();
    await until(() => said.includes("could not be read anew"));
    expect(said).toContain("It said: pactline: ");
    expect(renewal.note()).toContain("pactline rebuild");
  } finally {
    archive.close();
  }
}, 60_000);
