/** A newsletter writer's way, with and without a script: what changed since my last issue, the brief, a citation, a feed. */
import { expect } from "vitest";
import { browserTest, browsing } from "./harness.ts";

browserTest("since my last issue: a filter is an address, and leads to a brief of the same time", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await (await browsing()).open("/changes", { javaScriptEnabled });
    await page.getByLabel("Since", { exact: true }).fill("2025");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL("**/changes?since=2025");
    expect(await page.locator("article.change").count()).toBeGreaterThan(3);
    await page.getByRole("link", { name: "as a brief" }).click();
    await page.waitForURL("**/brief?since=2025");
    expect(await page.locator("#brief blockquote").count()).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await close();
  }
});

browserTest("the brief is copied as rich text and as plain text that lead here from everywhere, and as Markdown; Markdown is copied as plain text alone", async () => {
  const { page, close } = await (await browsing()).open("/brief?since=2025", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy as rich text" }).click();
  await page.getByText("Copied.").waitFor();
  // Run in the page, whose names the compiler does not know here.
  const copied: { html: string; plain: string } = await page.evaluate(`(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return { html: await read("text/html"), plain: await read("text/plain") };
  })()`);
  expect(copied.html).toContain("<blockquote");
  expect(copied.html).toMatch(/href="http:\/\/127\.0\.0\.1:\d+\/partnerships\//);
  expect(copied.html).not.toMatch(/href="\//);
  expect(copied.plain).toMatch(/^WHAT GOVERNMENTS TOLD EACH OTHER SINCE 2025\n/);
  expect(copied.plain).toMatch(/\n +http:\/\/127\.0\.0\.1:\d+\/partnerships\//);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.waitForFunction("navigator.clipboard.readText().then((text) => text.startsWith('# What governments'))");
  await page.goto(new URL("/changes?kind=advanced", page.url()).href);
  await page.getByRole("link", { name: "Cite this change" }).first().click();
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.getByText("Copied.").waitFor();
  expect(await page.evaluate("navigator.clipboard.read().then(([item]) => item.types)")).toEqual(["text/plain"]);
  await close();
});

browserTest("without a script the button is not there, and the text can be selected", async () => {
  const { page, close } = await (await browsing()).open("/brief?since=2025", { javaScriptEnabled: false });
  expect(await page.getByRole("button", { name: "Copy as rich text" }).isVisible()).toBe(false);
  expect(await page.locator("#brief").isVisible()).toBe(true);
  await close();
});

browserTest("a change is cited, and its citation is a file", async () => {
  const { page, complaints, close } = await (await browsing()).open("/changes?kind=advanced");
  await page.getByRole("link", { name: "Cite this change" }).first().click();
  expect(await page.locator("#c-apa").innerText()).toContain("Pactline");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "BibTeX" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^pactline[0-9a-f]{12}\.bib$/);
  expect(complaints).toEqual([]);
  await close();
});

browserTest("a search is narrowed by its facets and followed as a feed", async () => {
  const { base, open } = await browsing();
  const { page, close } = await open("/");
  await page.getByRole("searchbox").first().fill("semi-conductors");
  await page.keyboard.press("Enter");
  await page.locator(".hit").first().waitFor();
  const before = await page.locator(".hit").count();
  await page.locator(".facets a").first().click();
  await page.getByRole("list", { name: "Narrowed by" }).waitFor();
  expect(await page.locator(".hit").count()).toBeLessThan(before);
  const feed = await page.getByRole("list", { name: "Changes with these words, to follow" }).getByRole("link", { name: "Atom" }).getAttribute("href");
  expect(await (await fetch(`${base}${feed}`)).text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  await close();
});
