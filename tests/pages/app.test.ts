/** How the site answers: pages and their twins, what is kept, what is refused, and the headers of all. */
import { expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import type { ArchiveReader } from "../../server/archive/types.ts";
import type { Slug } from "../../snapshots/index.ts";
import { comparisonHref } from "../../views/addresses.ts";
import { makeFixture } from "../publish/fixture.ts";
import { seeded } from "./seeded.ts";

const { app, archive, names } = await seeded();
const documents = archive.reader.documents({ offset: 0, limit: 1 }).items;
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => Promise.resolve(app.request(path, { headers }));

const PAGES = ["/", "/timeline", "/partnerships", "/documents", "/about", `/documents/${documents[0]?.sha256.slice(0, 12)}`];

test.each(PAGES)("%s is a page, and its twin holds the same values", async (path) => {
  const page = await get(path, { Accept: "text/html" });
  expect(page.status).toBe(200);
  const html = await page.text();
  const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/.exec(html)?.[1] ?? "";
  const answer = await get(twin);
  expect(answer.headers.get("Content-Type")).toContain("application/json");
  const values: { title: string; address: string } = JSON.parse(await answer.text());
  expect(html).toContain("</html>");
  expect(values.address).toBe(path);
});

test("who has a page already is told so, until something is written", async () => {
  const tag = (await get("/timeline")).headers.get("ETag") ?? "";
  expect(tag).toMatch(/^W\/"/);
  const again = await get("/timeline", { "If-None-Match": tag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  let version = 1;
  const changing = createApp({ archive: { ...archive.reader, version: () => version }, names });
  const first = (await changing.request("/timeline")).headers.get("ETag") ?? "";
  version = 2;
  const later = await changing.request("/timeline", { headers: { "If-None-Match": first } });
  expect(later.status).toBe(200);
  expect(later.headers.get("ETag")).not.toBe(first);
});

test("a page is made once for each version of the archive", async () => {
  let asked = 0;
  const counting: ArchiveReader = {
    ...archive.reader,
    counts: () => {
      asked += 1;
      return archive.reader.counts();
    },
  };
  const own = createApp({ archive: counting, names });
  const bodies = [await (await own.request("/about")).text(), await (await own.request("/about")).text()];
  expect(asked).toBe(1);
  expect(bodies[0]).toBe(bodies[1]);
});

test.each([
  ["/nothing-here", 404, "Not found"],
  ["/partnerships/nobody", 404, "No partnership of this name"],
  ["/partnerships/nobody/2024-01-01", 404, "did not meet on this day"],
  ["/partnerships/nobody/compare/2024-01-01..2024-02-01", 404, "days of two meetings"],
  ["/documents/000000000000", 404, "SHA-256"],
  ["/commitments/000000000000-1-2", 404, "commitment at this place"],
  ["/timeline?since=yesterday", 400, "a year, a month or a day"],
  ["/timeline?since=2024-13", 400, "a year, a month or a day"],
  ["/timeline?kind=dropped", 400, "“kind” must be"],
  ["/documents?page=0", 400, "from 1 on"],
])("%s is refused with %i and helps on", async (path, status, sentence) => {
  const answer = await get(path, { Accept: "text/html" });
  const html = await answer.text();
  expect(answer.status).toBe(status);
  expect(html).toContain(sentence);
  expect(html).toContain('href="/partnerships"');
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
});

test("programs are refused in JSON, by the address or by what they take", async () => {
  for (const [path, accept] of [["/partnerships/nobody.json", "*/*"], ["/partnerships/nobody", "application/json"]] as const) {
    const answer = await get(path, { Accept: accept });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: { code: "not-found", status: 404, sentence: "There is nothing at this address.", request: null } });
  }
});

test("a fault of the program is told with a number, and nothing of its inside", async () => {
  const faults: (readonly [unknown, string])[] = [];
  const broken: ArchiveReader = {
    ...archive.reader,
    counts: () => {
      throw new Error("the disk is on fire at /secret/place");
    },
  };
  const own = createApp({ archive: broken, names, onFault: (error, request) => faults.push([error, request]) });
  const answer = await own.request("/", { headers: { Accept: "text/html" } });
  const html = await answer.text();
  expect(answer.status).toBe(500);
  expect(faults).toHaveLength(1);
  expect(html).toContain(faults[0]?.[1]);
  expect(html).not.toContain("secret");
});

test("a form's empty fields are left out of the address", async () => {
  const answer = await get("/timeline?partnership=&party=&topic=quantum&since=");
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/timeline?topic=quantum"]);
});

test("an address with a slash at its end leads to the one without", async () => {
  const answer = await get("/timeline/");
  expect([answer.status, new URL(answer.headers.get("Location") ?? "").pathname]).toEqual([301, "/timeline"]);
});

test("every answer has the headers that keep strangers out", async () => {
  for (const path of ["/", "/nothing-here", "/timeline.json"]) {
    const { headers } = await get(path);
    expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  }
});

test("pages have no inline script or style, which the policy would refuse", async () => {
  for (const path of PAGES) {
    const html = await (await get(path)).text();
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style|<script(?! src=)/);
  }
});

test("styles, script, icon and fonts are kept for a year under names that change with them", async () => {
  const html = await (await get("/")).text();
  const addresses = [...new Set([...html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((match) => match[1] ?? ""))];
  expect(addresses.length).toBe(5);
  for (const address of addresses) {
    const answer = await get(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  }
  expect((await get("/static/site.0000000000.css")).status).toBe(404);
});

test("the script is small", async () => {
  const html = await (await get("/")).text();
  const address = /<script src="([^"]+)"/.exec(html)?.[1] ?? "";
  expect((await (await get(address)).arrayBuffer()).byteLength).toBeLessThan(30_000);
});

test("answers are packed for who takes it", async () => {
  const answer = await get("/about", { "Accept-Encoding": "gzip, br" });
  expect(answer.headers.get("Content-Encoding")).toBe("gzip");
  expect(answer.headers.get("Vary")).toContain("Accept-Encoding");
});

test("the original is handed out byte for byte, to be saved", async () => {
  const sha256 = documents[0]?.sha256;
  const answer = await get(`/documents/${sha256}/original`);
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="/);
  expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
  const bytes = sha256 === undefined ? null : archive.reader.original(sha256);
  expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes ?? []))).toBe(true);
});

test("doubt is visible: stricter links make fewer pairs, and the figures tell between what they lie", async () => {
  const latest = archive.reader.partnership("us-singapore" as Slug)?.latest;
  const path = comparisonHref("us-singapore", [latest?.before ?? "", latest?.after ?? ""]);
  const figures = async (links: string): Promise<readonly { amount: number; range: string | null }[]> => {
    const values: { tiles: readonly { amount: number; range: string | null }[] } = JSON.parse(await (await get(`${path}.json?links=${links}`)).text());
    return values.tiles;
  };
  const [strict, balanced, inclusive] = [await figures("strict"), await figures("balanced"), await figures("inclusive")];
  const silent = [strict, balanced, inclusive].map((tiles) => tiles[5]?.amount ?? -1);
  expect(silent).toEqual(silent.toSorted((a, b) => b - a));
  expect(balanced[5]?.range).toBe(silent[0] === silent[2] ? null : `${silent[2]} to ${silent[0]}`);
  expect((await get(`${path}?links=generous`)).status).toBe(400);
});

test("changes stand by weight, or in the order of the texts", async () => {
  const latest = archive.reader.partnership("us-singapore" as Slug)?.latest;
  const path = comparisonHref("us-singapore", [latest?.before ?? "", latest?.after ?? ""]);
  const kinds = async (order: string): Promise<readonly string[]> => {
    const values: { changes: readonly { kind: { kind: string } }[] } = JSON.parse(await (await get(`${path}.json?order=${order}`)).text());
    return values.changes.map(({ kind }) => kind.kind);
  };
  const [weight, text] = [await kinds("weight"), await kinds("text")];
  expect(weight.toSorted()).toEqual(text.toSorted());
  expect(["advanced", "receded"]).toContain(weight[0]);
  expect(text.indexOf("silent")).toBeGreaterThan(text.lastIndexOf("new"));
});

test("an empty archive has pages too, and says what is missing", async () => {
  const { archive: empty, close } = makeFixture([]);
  const own = createApp({ archive: empty.reader, names });
  for (const path of ["/", "/timeline", "/partnerships", "/documents", "/about"]) expect([path, (await own.request(path)).status]).toEqual([path, 200]);
  expect(await (await own.request("/")).text()).toContain("Nothing to compare yet");
  close();
});
