/** The matrix of a partnership: rows, base, silences, and that every cell leads to threads. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { makeFixture, NAMES } from "../publish/fixture.ts";
import { openSite, type TestSite } from "../routes/app.ts";
import { seeded } from "./seeded.ts";

interface Cell {
  readonly stage: string | null;
  readonly amount: number | null;
  readonly kinds: readonly { readonly kind: string }[];
  readonly silence: { readonly age: string; readonly meetings: string } | null;
  readonly href: string | null;
}
interface Matrix {
  readonly groups: readonly { readonly topic: string | null; readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[] }[];
  readonly columns: readonly { readonly date: string; readonly base: string | null; readonly comparison: { readonly href: string } | null }[];
  readonly take: readonly { readonly label: string; readonly href: string }[];
}

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

const matrix = async (query = ""): Promise<Matrix> => (await site.json<{ matrix: Matrix }>(`/partnerships/aa-bb.json${query}`)).matrix;
/** A cell in a line: `committed 2 advanced,new` or `silent 9 months, 1 meeting`. */
const told = ({ stage, amount, kinds, silence }: Cell): string =>
  silence !== null ? `silent ${silence.age}, ${silence.meetings}` : [stage ?? "·", amount, kinds.map(({ kind }) => kind).join(",")].filter((part) => part !== null && part !== "").join(" ");
const lines = ({ groups }: Matrix): Record<string, readonly string[]> => Object.fromEntries(groups.flatMap(({ topic, rows }) => rows.map(({ label, cells }) => [topic ?? label, cells.map(told)] as const)));

describe("rows are topics", () => {
  test("with the furthest stage, what moved, and the age of silence", async () => {
    expect(lines(await matrix())).toEqual({ Data: ["intended 2", "committed 3 advanced,new", "delivered 2 advanced,receded"] });
  });

  test("any meeting is the base: kinds are told from there on", async () => {
    const shown = await matrix("?base=2023-05-01");
    expect(shown.columns.map(({ base }) => base === null)).toEqual([true, false, false]);
    expect(shown.columns.map(({ comparison }) => comparison?.href.split("/").at(-1) ?? null)).toEqual([null, "2023-05-01..2024-06-01", "2023-05-01..2025-03-01"]);
    expect((await site.get("/partnerships/aa-bb?base=2001-01-01")).status).toBe(400);
  });
});

describe("rows are threads", () => {
  test("each with its stages, its kinds and its silences", async () => {
    const { groups } = await matrix("?rows=threads&spoken=all");
    expect(groups.flatMap(({ rows }) => rows.map(({ label, cells }) => [label, ...cells.map(told)]))).toEqual([
      ["sandbox delivered the sandbox & its rules", "explored", "committed advanced", "delivered advanced"],
      ["cyber intended =SUM of cybersecurity drills", "·", "committed new", "intended receded"],
      ["chips intended semiconductors by 2025", "intended", "silent 13 months, 1 meeting", "silent 22 months, 2 meetings"],
    ]);
  });

  test("what was spoken of once is left out unless it is asked for", async () => {
    expect((await matrix("?rows=threads")).groups.flatMap(({ rows }) => rows)).toHaveLength(2);
  });

  test("told against a base, along the thread", async () => {
    const { groups } = await matrix("?rows=threads&spoken=all&base=2023-05-01");
    expect(groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ kinds }) => kinds[0]?.kind ?? null)))).toEqual([
      [null, "advanced", "advanced"],
      [null, "new", "new"],
      [null, null, null],
    ]);
  });

  test("of a meeting only what it spoke of", async () => {
    expect((await matrix("?rows=threads&spoken=all&meeting=2023-05-01")).groups.flatMap(({ rows }) => rows.map(({ label }) => label.split(" ")[0]))).toEqual(["sandbox", "chips"]);
  });
});

test("every cell that is not empty leads to threads, and says to which meeting", async () => {
  for (const query of ["", "?rows=threads&spoken=all", "?base=2024-06-01"]) {
    for (const { cells } of (await matrix(query)).groups.flatMap(({ rows }) => rows)) {
      for (const { href, stage, silence } of cells) {
        expect(href === null, `${query} ${stage}`).toBe(stage === null && silence === null);
        if (href === null) continue;
        const [address = "", fragment] = href.split("#");
        const html = await site.text(address);
        expect(html).toContain(`id="${fragment}"`);
        expect(address).toMatch(/^\/commitments\/|rows=threads.*meeting=/);
      }
    }
  }
});

test("the table is taken away as it is filtered", async () => {
  const [csv, json] = (await matrix("?rows=threads&spoken=all&meeting=2023-05-01&base=2023-05-01")).take.map(({ href }) => href);
  const rows = (await site.text(csv ?? "")).trimEnd().split("\r\n");
  expect(rows).toHaveLength(7);
  expect(rows.at(-1)).toContain(",2025-03-01,,silent,2023-05-01,,chips intended semiconductors by 2025,");
  const answer = await site.json<{ items: { id: string; cells: { kind: string | null }[] }[] }>(json ?? "");
  expect(answer.items.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([[null, "advanced", "advanced"], [null, "silent", "silent"]]);
});

test("a thread stands under its present topic, with the earlier ones beside it", async () => {
  const { archive, close } = makeFixture(["2023-05-01 aa-bb Geneva\nsandbox explored a sandbox for data\n", "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\n"]);
  archive.db.exec(`UPDATE commitments SET topic = 'quantum', json = json_set(json, '$.topic', 'quantum') WHERE plain LIKE '%committed%'`);
  const app = createApp({ archive: archive.reader, names: NAMES });
  const ids = archive.reader.commitments({}, { offset: 0, limit: 9 }).items.map(({ id }) => id);
  for (const id of ids) {
    const html = await (await app.request(`/commitments/${id}`)).text();
    expect(html).toContain('<p class="over"><a href="/topics/quantum">Quantum</a>; earlier on data</p>');
  }
  expect(await (await app.request("/partnerships/aa-bb?rows=threads")).text()).toContain('<th scope="rowgroup">Quantum</th>');
  close();
});

test("a further step after one delivered says so wherever it counts as advanced", async () => {
  const { app } = await seeded();
  const read = async (path: string): Promise<string> => (await app.request(path)).text();
  const comparison = await read("/partnerships/us-singapore/compare/2021-08-23..2022-03-29?kind=advanced");
  expect(comparison).toMatch(/delivered → committed<\/span>.{0,90}<span class="ladder-note">a further step after one delivered/);
  const matrix = await read("/partnerships/us-singapore?rows=threads");
  expect(matrix.replace(/<[^>]+>/g, "")).toContain("advanced, a further step after one delivered");
  const thread = /href="(\/commitments\/[^"#]+)#at-2022-03-29"[^>]*>(?:(?!<\/a>).)*a further step/.exec(matrix)?.[1] ?? "";
  expect(await read(thread)).toMatch(/delivered → committed<\/span>.{0,90}<span class="ladder-note">a further step after one delivered/);
});
