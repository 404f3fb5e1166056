import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
  });
});
