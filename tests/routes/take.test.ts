import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kindsOfPages } from "../browser/kinds.ts";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

describe("tables", () => {
  test.each([
    ["/timeline.csv?since=2025", 3, "date,partnership,"],
    ["/documents.csv?partnership=aa-bb", 5, "sha256,title,"],
    ["/partnerships/aa-bb/meetings.csv", 4, "date,partnership,"],
    ["/partnerships/aa-bb/topics.csv", 4, "partnership,date,topic,"],
    ["/partnerships/aa-bb/threads.csv", 6, "partnership,thread,topic,"],
    ["/partnerships/aa-bb/threads.csv?spoken=all&topic=data", 9, "partnership,thread,topic,"],
    ["/partnerships.csv", 3, "partnership,name,"],
    ["/topics/data/partnerships.csv", 6, "topic,partnership,"],
    ["/milestones.csv?partnership=aa-bb", 1, "date,partnership,"],
    ["/documents.csv?partnership=none", 1, "sha256,title,"],
    ["/compare.csv?before=aa-bb/2024-06-01&after=cc-dd/2024-07-01", 6, "said_by,topic,"],
    ["/partnerships/aa-bb/2024-06-01/documents.csv", 4, "undertaking,topic,"],
    ["/partnerships/aa-bb/compare/2024-06-01..2025-03-01/changes.csv?kind=restated&topic=data&order=text&links=strict", 1, "date,date_before,"],
    ["/topics.csv", 2, "topic,name,"],
    ["/partnerships/aa-bb/2024-06-01/commitments.csv", 4, "id,stage,force,"],
    ["/partnerships/aa-bb/compare/2024-06-01..2025-03-01/changes.csv?kind=receded", 2, "date,date_before,"],
  ])("%s has a head and its rows", async (path, lines, head) => {
    const answer = await site.get(path);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    // The byte order mark is taken off by text().
    const text = await answer.text();
    expect(text.startsWith(head)).toBe(true);
    expect(text.trimEnd().split("\r\n")).toHaveLength(lines);
  });

  test("pages lead to them", async () => {
    const id = site.reader.documents({ offset: 0, limit: 1 }).items[0]?.sha256.slice(0, 12);
    for (const path of ["/partnerships/aa-bb", "/partnerships/aa-bb/2024-06-01", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01", `/documents/${id}`]) {
      const href = /href="([^"]+\.csv)"/.exec(await site.text(path))?.[1] ?? "";
      expect((await site.get(href)).status, href).toBe(200);
    }
  });

  test("every page with a table leads to it as CSV, with its own filters, and to JSON", async () => {
    for (const { path } of kindsOfPages(site.reader)) {
      const html = await (await site.get(path)).text();
      if (!html.includes("<table")) continue;
      const foot = html.slice(html.indexOf('<footer class="colophon">'));
      const [json, ...others] = [...foot.matchAll(/href="([^"]+\.(?:json|csv)(?:\?[^"]*)?)"/g)].map(([, href]) => (href ?? "").replaceAll("&amp;", "&"));
      expect([path, others.some((href) => href.includes(".csv"))]).toEqual([path, true]);
      for (const href of [json ?? "", ...others]) expect([path, href, (await site.get(href)).status]).toEqual([path, href, 200]);
    }
  });

  test("a link to a table brings the filters of its page along", async () => {
    for (const [path, href] of [
      ["/partnerships/aa-bb/compare/2024-06-01..2025-03-01?kind=receded&links=strict&page=1", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01/changes.csv?kind=receded&amp;links=strict"],
      ["/partnerships/aa-bb/2024-06-01?topic=data", "/partnerships/aa-bb/2024-06-01/commitments.csv?topic=data"],
      ["/timeline?kind=new", "/timeline.csv?kind=new"],
      ["/changes?kind=new&since=2024", "/changes.csv?kind=new&amp;since=2024"],
      ["/documents?partnership=none", "/documents.csv?partnership=none"],
      ["/compare?before=aa-bb&after=cc-dd&topic=data", "/compare.csv?before=aa-bb&amp;after=cc-dd&amp;topic=data"],
      ["/partnerships/aa-bb?rows=threads&spoken=all&topic=data", "/partnerships/aa-bb/threads.csv?topic=data&amp;spoken=all"],
    ] as const) expect((await site.text(path)).split('href="')).toContainEqual(expect.stringMatching(new RegExp(`^${href.replace(/[.?]/g, "\\$&")}"`)));
  });

  test("what is not there is no table", async () => {
    for (const path of ["/partnerships/nobody/meetings.csv", "/partnerships/aa-bb/2001-01-01/commitments.csv", "/documents/000000000000/commitments.csv", "/partnerships/aa-bb/compare/x..y/changes.csv"]) expect((await site.get(path)).status, path).toBe(404);
  });
});

test("a comparison is Markdown", async () => {
  const text = await site.text("/partnerships/aa-bb/compare/2024-06-01..2025-03-01/changes.md");
  expect(text).toMatch(/^# aa-bb: what changed between June 2024 and March 2025\n/);
  expect(text).toContain("## ▼ 1 receded");
  expect(text).toContain("> cyber ~~committed~~ **intended =SUM of** cybersecurity drills");
});

describe("pictures for previews", () => {
  test.each(["/partnerships/aa-bb", "/partnerships/aa-bb/2023-05-01", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01"])("%s names one, and it is sound", async (path) => {
    const href = /<meta property="og:image" content="https:\/\/pactline\.example([^"]+)"/.exec(await site.text(path))?.[1] ?? "";
    const answer = await site.get(href);
    expect(answer.headers.get("Content-Type")).toContain("image/svg+xml");
    const svg = await answer.text();
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain('width="1200" height="630"');
  });
});

test.each([
  ["/partnerships/aa-bb/compare/2025-03-01..2024-06-01?kind=receded", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01?kind=receded"],
  ["/partnerships/aa-bb/compare/2025-03-01..2024-06-01.json", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01.json"],
  ["/partnerships/aa-bb/compare/2025-03-01..2024-06-01/changes.csv", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01/changes.csv"],
  ["/api/v1/partnerships/aa-bb/compare/2025-03-01..2024-06-01?links=strict", "/api/v1/partnerships/aa-bb/compare/2024-06-01..2025-03-01?links=strict"],
])("a comparison against the order of time leads to the one in it: %s", async (path, to) => {
  const answer = await site.get(path);
  expect([answer.status, answer.headers.get("Location")]).toEqual([301, to]);
  expect((await site.get(to)).status).toBe(200);
});
