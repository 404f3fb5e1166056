/** What a reader chooses on a comparison, and what is said of it on paper. */
import { expect, test } from "vitest";
import type { PriorityShift, Slug } from "../../snapshots/index.ts";
import { comparisonHref } from "../../views/addresses.ts";
import { settingsLine } from "../../views/parts/controls.ts";
import { shiftsModel } from "../../views/parts/priorities.ts";
import { seeded } from "./seeded.ts";

const { app, archive, names } = await seeded();
const latest = archive.reader.partnerships().items.find(({ slug, latest: one }) => slug === "us-singapore" && one !== null);
const path = comparisonHref(latest?.slug ?? "", [latest?.latest?.before ?? "", latest?.latest?.after ?? ""]);
const html = await (await app.request(path)).text();

/** The addresses of links within what this class names. */
function linksIn(className: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<ul class="${className}"[^>]*>(.*?)</ul>`, "gs"))].flatMap(([, list = ""]) => [...list.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href)).filter((href) => href.includes("/compare/"));
}

test.each(["figures", "doubt"])("a choice among the %s leads back to the list of changes, not to the top of the page", (className) => {
  const links = linksIn(className);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((href) => !href.endsWith("#changes"))).toEqual([]);
});

test("views, orders and topics lead back to the list of changes; another base does not", () => {
  const chosen = linksIn("chips").filter((href) => href.startsWith(path) && !href.endsWith("#changes"));
  const offered = linksIn("chips").filter((href) => href.endsWith("#changes"));
  // Only the base that is chosen has the same address.
  expect(chosen).toEqual([path]);
  for (const choice of ["view=side", "view=text", "order=text", "topic="]) expect(offered.some((href) => href.includes(choice))).toBe(true);
  expect(offered.filter((href) => !href.startsWith(path))).toEqual([]);
});

test("paper, which has no chips, says which of the changes are printed and how they were chosen", () => {
  expect(html).toMatch(/<p class="printed">(?:1–30 of \d+ changes\. )?List, weightiest first; balanced: what is likely the same undertaking is linked\.<\/p>/);
  expect(settingsLine({ view: "side", order: "weight", links: "strict" })).toBe("Side by side; strict: only what is surely the same undertaking is linked");
});

test("the first topics that were given room to are shown, and the others folded unless there is only one more", () => {
  const shifts = (amount: number) => Array.from({ length: amount }, (_, at): PriorityShift => ({ topic: "trade" as Slug, before: null, after: { topic: "trade" as Slug, rank: at + 1, share: 0.01 }, course: "entered" }));
  const folded = (amount: number) => shiftsModel(shifts(amount), { names, href: (topic) => topic });
  expect([folded(9).first.length, folded(9).more]).toEqual([9, null]);
  expect([folded(12).first.length, folded(12).rest.length, folded(12).more]).toEqual([8, 4, "4 more topics"]);
});

test("a bar is as long as its number: topics by the most spoken of, shares of a text by the whole of it", async () => {
  const { rows }: { rows: { commitments: string; width: string }[] } = JSON.parse(await (await app.request("/topics.json")).text());
  const most = Number(rows[0]?.commitments);
  for (const { commitments, width } of rows) expect(Number.parseFloat(width)).toBeCloseTo((Number(commitments) / most) * 100, 1);
  const sha = archive.reader.documents({ offset: 0, limit: 1 }).items[0]?.sha256.slice(0, 12);
  const { priorities }: { priorities: { share: string; width: string }[] } = JSON.parse(await (await app.request(`/documents/${sha}.json`)).text());
  expect(priorities.map(({ width }) => `${Math.round(Number.parseFloat(width))}%`)).toEqual(priorities.map(({ share }) => share));
});

test("a chip of a topic promises what is left where a kind is chosen", async () => {
  const asked = await app.request(`${path}.json?kind=receded`);
  const { topics, filtered }: { readonly topics: readonly { readonly label: string }[]; readonly filtered: string } = JSON.parse(await asked.text());
  const promised = topics.map(({ label }) => Number(/\d+$/.exec(label)?.[0]));
  expect(topics.length).toBeGreaterThan(1);
  expect(promised.reduce((sum, one) => sum + one, 0)).toBe(Number.parseInt(filtered, 10));
});
