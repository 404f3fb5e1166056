import { afterEach, beforeEach, expect, test } from "vitest";
import { publishedPage } from "../adding/pages.ts";
import { type Answering, answer } from "../capture/servers.ts";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

let scratch: Scratch;
let server: Answering | undefined;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(async () => {
  scratch.remove();
  await server?.close();
  server = undefined;
});

const documents = async (): Promise<{ title: string; sourceUrl: string | null }[]> => JSON.parse((await scratch.pactline(["documents", "--json"])).out);

test("an address is added like a file, where it may be asked", async () => {
  server = await answer((_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end(publishedPage()));
  const { address } = server;
  expect(await scratch.pactline(["add", `${address}/a`])).toMatchObject({ status: 1, err: expect.stringContaining("private network") });
  expect(await documents()).toEqual([]);
  expect(await scratch.pactline(["add", `${address}/a`, "--archived-at", "https://archive.example/a"], "", { env: { PACTLINE_CAPTURE: "private", PACTLINE_USER_AGENT: "Tester/1" } })).toMatchObject({ status: 0, err: expect.stringContaining("added") });
  expect(server.asked.map((one) => one.headers["user-agent"])).toEqual(["Tester/1"]);
  expect(await documents()).toMatchObject([{ title: "Joint Statement of Norway and Chile on Digital Cooperation", sourceUrl: `${address}/a` }]);
});

test("a person at the terminal is shown what was read and asked; no means no", async () => {
  const path = scratch.write("a.md", statement(1, "2024-05-01"));
  const questions: string[] = [];
  const ask = (answer: string) => async (question: string) => {
    questions.push(question);
    return answer;
  };
  expect(await scratch.pactline(["add", path], "", { ask: ask("n") })).toMatchObject({ status: 0, err: expect.stringMatching(/COMMITMENTS[\s\S]*first document of this partnership[\s\S]*left as it was/) });
  expect(await documents()).toEqual([]);
  expect(await scratch.pactline(["add", path, "--yes"], "", { ask: ask("n") })).toMatchObject({ status: 0, err: expect.stringContaining("added") });
  expect(questions).toEqual([`Archive ${path}? [y/N] `]);
  const other = scratch.write("b.md", statement(2, "2024-05-01"));
  expect(await scratch.pactline(["add", other], "", { ask: ask("yes") })).toMatchObject({ err: expect.stringMatching(/joins the meeting of[\s\S]*added/) });
  expect(await documents()).toHaveLength(2);
});

test("what is set right on the way is told by a dry run and archived", async () => {
  const path = scratch.write("a.md", statement(1, "2024-05-01"));
  const flags = ["--held", "2024-04-30", "--meeting", "First Round", "--place", "Bergen", "--parties", "no,cl", "--author", "Kari"];
  const dry = await scratch.pactline(["add", path, "--dry-run", "--json", ...flags]);
  expect(JSON.parse(dry.out)).toMatchObject([{ outcome: "read", here: false, snapshot: { meeting: { held: "2024-04-30", name: "First Round", place: "Bergen" } } }]);
  expect(await documents()).toEqual([]);
  expect(await scratch.pactline(["add", path, ...flags])).toMatchObject({ status: 0 });
  expect(JSON.parse((await scratch.pactline(["documents", "--json"])).out)).toMatchObject([{ held: "2024-04-30" }]);
});
