/** How people get through the pages: by keyboard, by ear, without a script, in their own colours, on paper. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { browserTest, browsing, overflow } from "./harness.ts";
import { kindsOfPages } from "./kinds.ts";
import { seeded } from "../pages/seeded.ts";

const kinds = kindsOfPages((await seeded()).archive.reader);
const pathOf = (name: string): string => kinds.find((kind) => kind.name === name)?.path ?? "/";

test("there is an address for every kind of page", () => {
  const all = kinds.map(({ name }) => name);
  expect(all).toEqual(expect.arrayContaining(["home", "timeline", "partnership", "meeting", "comparison", "comparison-sides", "comparison-text", "documents", "document", "thread", "changes", "brief", "search", "topic", "compare", "history", "about", "not-found"]));
  expect(new Set(all).size).toBe(all.length);
});

browserTest.each(["/timeline?partnership=us-singapore", pathOf("comparison"), pathOf("document"), pathOf("partnership-threads")])("%s: the keyboard reaches everything that can be followed, in order, and shows where it is", async (path) => {
  const { page, close } = await (await browsing()).open(path);
  const wanted: number = await page.evaluate(`{
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((one) => one.checkVisibility());
    for (const [at, one] of all.entries()) one.dataset.stop = String(at);
    all.length
  }`);
  const visited = new Set<string>();
  let unseen = 0;
  for (let step = 0; step < wanted + 5 && visited.size < wanted; step += 1) {
    await page.keyboard.press("Tab");
    const { stop, seen }: { stop: string | null; seen: boolean } = await page.evaluate(`{
      const one = document.activeElement;
      const outline = (element) => element !== null && getComputedStyle(element).outlineStyle !== "none";
      const hit = one.querySelector(".hit, circle, .diamond path");
      ({ stop: one.dataset.stop ?? null, seen: outline(one) || (hit !== null && parseFloat(getComputedStyle(hit).strokeWidth) >= 3) })
    }`);
    if (step === 0) expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    if (stop !== null) visited.add(stop);
    if (stop !== null && !seen) unseen += 1;
  }
  expect([visited.size, unseen]).toEqual([wanted, 0]);
  await close();
});

browserTest("a redline is heard: what was deleted and what was inserted is announced", async () => {
  const { page, close } = await (await browsing()).open(pathOf("comparison"));
  const heard = await page.locator("article.change:has(del):has(ins)").first().ariaSnapshot();
  expect(heard).toMatch(/deletion:.*deleted: .* end of deletion/s);
  expect(heard).toMatch(/insertion:.*inserted: .* end of insertion/s);
  await close();
});

browserTest("marks of the timeline tell their story", async () => {
  const { page, close } = await (await browsing()).open(pathOf("timeline"));
  const heard = await page.locator(".lanes").ariaSnapshot();
  const names = [...heard.matchAll(/link "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? "");
  expect(names.filter((name) => /\d{4}.*: \d+ commitments?; (?:since|the first on record)/.test(name)).length).toBeGreaterThan(20);
  await close();
});

browserTest("without a script an analyst finds a partnership, compares two meetings, filters, and follows a thread", async () => {
  const { page, close } = await (await browsing()).open("/partnerships", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "U.S.-Singapore", exact: false }).first().click();
  await page.getByRole("link", { name: /^What changed between/ }).click();
  expect(await page.locator("article.change").count()).toBeGreaterThan(5);
  await page.locator(".figures a", { hasText: "advanced" }).click();
  expect(new URL(page.url()).searchParams.get("kind")).toBe("advanced");
  expect(await page.locator("article.change:not(.advanced)").count()).toBe(0);
  await page.locator("article.change").first().getByRole("link", { name: "Thread" }).click();
  expect(await page.locator(".stop-row").count()).toBeGreaterThan(1);
  await page.locator(".stop-row .ways a").first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/documents\//);
  expect(await page.locator(".said").count()).toBeGreaterThan(3);
  await close();
});

browserTest.each([true, false])("from a cell of the matrix to its threads, from a thread to its wording at a meeting, with any base (script: %s)", async (javaScriptEnabled) => {
  const { page, close } = await (await browsing()).open("/partnerships/us-singapore", { javaScriptEnabled });
  const table = page.locator("table.matrix");
  await table.getByRole("row", { name: /^Artificial intelligence/ }).getByRole("link", { name: /under way 4/ }).click();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ rows: "threads", topic: "artificial-intelligence", meeting: "2024-07-31", spoken: "all" });
  expect(await table.locator("tbody tr:not(.group)").count()).toBeGreaterThan(1);
  await table.getByRole("link", { name: "take as base the meeting of 12 Oct 2023" }).click();
  expect(await table.getByRole("columnheader", { name: "12 Oct 2023" }).getAttribute("class")).toBe("base");
  await table.getByRole("link", { name: /under way.*advanced/ }).first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/commitments\//);
  expect(await page.locator(".stop-row:target h3").textContent()).toBe("31 July 2024");
  await close();
});

browserTest("a silence in the matrix is heard with its age", async () => {
  const { page, close } = await (await browsing()).open(pathOf("partnership-threads"));
  const heard = await page.locator("table.matrix").ariaSnapshot();
  expect(heard).toMatch(/silent for 18 months \(1 meeting\)/);
  expect(heard).toMatch(/not yet spoken of/);
  await close();
});

browserTest("the timeline's filters are addresses, with a script and without", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await (await browsing()).open("/timeline", { javaScriptEnabled });
    await page.getByLabel("Party", { exact: true }).selectOption({ label: "Singapore" });
    await page.getByLabel("Since", { exact: true }).fill("2023");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/since=/);
    expect(new URL(page.url()).search).toBe("?party=SG&since=2023");
    expect(await page.locator(".chips .chip").allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining("Singapore"), expect.stringContaining("since 2023")]));
    await close();
  }
});

browserTest("a reader chooses dark, and every later page begins dark", async () => {
  const { page, close } = await (await browsing()).open("/about");
  await page.getByRole("button", { name: "Show in dark colours" }).click();
  await page.goto(page.url().replace("/about", "/documents"), { waitUntil: "commit" });
  await page.waitForSelector("h1");
  expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  await close();
});

browserTest("in forced colours the kinds of change still have their shapes, and stronger contrast is heeded", async () => {
  const { page, close } = await (await browsing()).open(pathOf("comparison"), { forcedColors: "active", contrast: "more" });
  expect(await page.locator("article.change .kind svg use").first().getAttribute("href")).toMatch(/^#g-/);
  expect(await page.evaluate(`getComputedStyle(document.querySelector("del")).textDecorationLine`)).toContain("line-through");
  expect(await page.evaluate(`getComputedStyle(document.querySelector("ins")).textDecorationLine`)).toContain("underline");
  await close();
});

browserTest.each([
  ["the newest meeting of a matrix", "/partnerships/us-singapore", ".scroll:has(.matrix)", "thead tr:first-child th:last-child"],
  ["the meeting after of a comparison", pathOf("comparison"), ".scroll:has(.strip)", ".chosen:last-of-type circle"],
  ["the room of the site", "/about", ".rooms ul", "[aria-current]"],
])("on a phone %s is in sight, and what is cut off fades", async (_, path, scrolled, seen) => {
  const { page, close } = await (await browsing()).open(path, { viewport: { width: 390, height: 800 } });
  const box = page.locator(scrolled);
  const [frame, shown] = [await box.boundingBox(), await box.locator(seen).boundingBox()];
  expect((shown?.x ?? 0) + (shown?.width ?? 999)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 1);
  expect(shown?.x ?? 0).toBeGreaterThanOrEqual(frame?.x ?? 999);
  expect(await box.getAttribute("class")).toContain("more-before");
  await page.evaluate(`document.querySelector(${JSON.stringify(scrolled)}).scrollLeft = 0`);
  await expect.poll(() => box.getAttribute("class")).not.toContain("more-before");
  await close();
});

browserTest("paper is white for a reader whose screen is dark", async () => {
  const { page, close } = await (await browsing()).open(pathOf("comparison"), { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
  expect(await page.locator(".printed").isVisible()).toBe(true);
  await close();
});

browserTest("on paper a matrix fits the sheet", async () => {
  const { page, close } = await (await browsing()).open(pathOf("partnership-threads"));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  expect(await overflow(page)).toBe(0);
  expect(await page.locator(".as-base").filter({ visible: true }).count()).toBe(0);
  await close();
});

browserTest("on paper there is nothing to click, no colour is needed, and nothing is wider than the sheet", async () => {
  const { page, close } = await (await browsing()).open(pathOf("comparison"));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  expect(await overflow(page)).toBe(0);
  for (const gone of [".rooms", ".theme", ".chips", ".pager"]) expect(await page.locator(gone).filter({ visible: true }).count()).toBe(0);
  expect(await page.evaluate(`getComputedStyle(document.querySelector(".kind.advanced")).color`)).toBe("rgb(0, 0, 0)");
  expect(await page.locator(".colophon .address").textContent()).toContain("/compare/");
  await close();
});

/** Pictures for the README are only drawn anew on demand: fonts differ from machine to machine, by a pixel here and there. */
test.runIf(process.env["PACTLINE_PICTURES"] === "1")("the pictures of the README", async () => {
  for (const [name, height] of [["timeline", 980], ["comparison", 1500]] as const) {
    const { page, close } = await (await browsing()).open(pathOf(name), { viewport: { width: 1280, height }, deviceScaleFactor: 1.25 });
    await page.screenshot({ path: join(PROJECT_ROOT, "docs", `${name}.png`) });
    await close();
  }
});
