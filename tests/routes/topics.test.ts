import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Commitment, IsoDate, Slug } from "../../snapshots/index.ts";
import { comparePage } from "../../views/pages/compare.ts";
import { NAMES } from "../publish/fixture.ts";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

describe("topics", () => {
  test("are listed with how much was said on each", async () => {
    const html = await site.text("/topics");
    expect(html).toContain('<a href="/topics/data">Data</a>');
    expect(html).toContain("1 topic, counted over all meetings");
  });

  test("one topic shows who spoke of it last, and what changed", async () => {
    const html = await site.text("/topics/data");
    expect(html).toContain('<a href="/partnerships/cc-dd/2025-08-01?topic=data">');
    expect(html).toContain('<option value="aa-bb/2025-03-01"');
    expect(html).toContain('href="/changes.atom?topic=data"');
    expect(html.match(/<article class="change /g)?.length).toBeGreaterThan(3);
    expect((await site.get("/topics/nothing")).status).toBe(404);
  });
});

describe("any meeting beside any other", () => {
  test("tells who promises more, and lists what only one side says", async () => {
    const html = await site.text("/compare?before=aa-bb/2024-06-01&after=cc-dd/2024-07-01");
    expect(html).toContain("aa-bb beside cc-dd");
    expect(html).toContain("Aa-bb makes 3 commitments, cc-dd 2.");
    expect(html).toContain("Only aa-bb");
    expect(html).toContain("chips underway semiconductors for both");
    expect(html).not.toContain("<del>");
  });

  test("a partnership alone means its last meeting that spoke of the topic", async () => {
    const html = await site.text("/compare?before=aa-bb&after=cc-dd&topic=data");
    expect(html).toContain("aa-bb beside cc-dd on data");
    expect(html).toContain("/partnerships/aa-bb/2025-03-01");
  });

  test("two meetings of one partnership lead on to what changed in time", async () => {
    expect(await site.text("/compare?before=aa-bb/2025-03-01&after=aa-bb/2023-05-01")).toContain('href="/partnerships/aa-bb/compare/2023-05-01..2025-03-01"');
  });

  test("asks for two sides, and refuses what is not there", async () => {
    expect(await site.text("/compare")).toContain("who is silent");
    expect((await site.get("/compare?before=nobody&after=aa-bb")).status).toBe(400);
    expect((await site.get("/compare?before=aa-bb/2001-01-01&after=cc-dd")).status).toBe(404);
    expect((await site.get("/compare?before=../etc&after=cc-dd")).status).toBe(400);
    expect((await site.get("/compare?before=aa-bb&after=cc-dd&topic=nope")).status).toBe(400);
  });

  test("begins with two partnerships that differ", async () => {
    const chosen = async (path: string) => [...(await site.text(path)).matchAll(/value="([^"]+)" selected/g)].map(([, value]) => value);
    expect(await chosen("/compare")).toEqual(["aa-bb", "cc-dd"]);
    expect(await chosen("/compare?after=aa-bb")).toEqual(["cc-dd", "aa-bb"]);
  });

  test.each(["/compare?before=aa-bb&after=aa-bb", "/compare?before=aa-bb/2025-03-01&after=aa-bb", "/api/v1/compare?before=aa-bb/2025-03-01&after=aa-bb/2025-03-01"])("refuses a meeting beside itself: %s", async (path) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("both sides are the meeting of aa-bb on 2025-03-01; choose another partnership or another day");
  });

  test("counts commitments of a topic in its sentence as in its table and lists", async () => {
    const record = site.reader.across({ partnership: "aa-bb" as Slug, held: "2024-06-01" as IsoDate }, { partnership: "cc-dd" as Slug, held: "2024-07-01" as IsoDate });
    if (record === null) throw new Error("no such meetings");
    const [meeting] = record.before.snapshots;
    const [first] = meeting?.commitments ?? [];
    if (meeting === undefined || first === undefined) throw new Error("no commitments");
    const moved: Commitment = { ...first, topic: "space" as Slug, topics: ["data" as Slug] };
    const before = { ...record.before, snapshots: record.before.snapshots.map((one) => (one === meeting ? { ...one, commitments: one.commitments.map((said) => (said === first ? moved : said)) } : one)) };
    const commitments = new Map([...record.commitments].map(([id, said]) => [id, id === first.id ? { ...said, ...moved } : said]));
    const page = comparePage({ query: { before: "aa-bb/2024-06-01", after: "cc-dd/2024-07-01", topic: "data" }, record: { ...record, before, commitments }, meetings: { before: [], after: [] }, partnerships: [] }, NAMES);
    expect(page.found?.verdict[0]).toBe("On data, both make 2 commitments.");
    expect(page.found?.topics.find(({ current }) => current)).toMatchObject({ before: { said: "2 commitments" }, after: { said: "2 commitments" } });
    expect([page.found?.onlyBefore.length, page.found?.onlyAfter.length]).toEqual([2, 2]);
  });
});
