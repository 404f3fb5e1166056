/** Adding in a real browser: by drop, by paste, by address; what was read is looked at, mended and archived; many at once, watched live. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { createApp } from "../../server/app.ts";
import { watchOnce } from "../../server/adding/watching.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { createDesk } from "../../server/desk/desk.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { createReading } from "../../server/reading.ts";
import { namesFrom } from "../../views/names.ts";
import { publishedPage } from "../adding/pages.ts";
import { type Answering, answer } from "../capture/servers.ts";
import { statement } from "../cli/scratch.ts";
import { browserTest, overflow, violations } from "./harness.ts";

const knowledge = loadKnowledge("none");
const reading = createReading(knowledge);
let folder: string;
let archive: Archive;
let site: Listening;
let publisher: Answering;
let stated: string;
let browser: Browser | null = null;
let context: BrowserContext | null = null;

const open = async (path: string, options: { readonly javaScriptEnabled?: boolean; readonly width?: number } = {}): Promise<Page> => {
  browser ??= await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
  context = await browser.newContext({ javaScriptEnabled: options.javaScriptEnabled ?? true, reducedMotion: "reduce", viewport: { width: options.width ?? 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(new URL(path, site.address).href);
  return page;
};
const documents = (): number => archive.reader.counts().documents;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "adding-"));
  archive = openArchive(join(folder, "a.db"), () => reading);
  const app = createApp({ archive: archive.reader, names: namesFrom(knowledge), desk: createDesk(archive, () => reading, { capture: { mayAsk: () => true } }), onFault: (error) => console.error(error) });
  site = await listen(app.fetch, "127.0.0.1", 0);
  stated = publishedPage();
  publisher = await answer((_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end(stated));
});
afterEach(async () => {
  await context?.close();
  await site.close();
  await publisher.close();
  archive.close();
  rmSync(folder, { recursive: true });
});
afterAll(() => browser?.close());

browserTest("a file that is dropped is read, mended and archived", async () => {
  const page = await open("/add");
  expect(await violations(page)).toEqual([]);
  const files = await page.evaluateHandle((html) => {
    const data = new (globalThis as never as { DataTransfer: new () => { items: { add(file: unknown): void } } }).DataTransfer();
    data.items.add(new File([html], "statement.html", { type: "text/html" }));
    return data;
  }, publishedPage());
  await page.dispatchEvent("[data-drop]", "drop", { dataTransfer: files });
  await page.getByRole("button", { name: "Read the files" }).click();
  await page.waitForURL(/\/add\/drafts\//);
  expect([await violations(page), await overflow(page), documents()]).toEqual([[], 0, 0]);
  expect(await page.locator("a.said").count()).toBeGreaterThan(1);
  await page.getByLabel("Title").fill("The statement of Oslo");
  await page.getByLabel("Place of the meeting").fill("Bergen");
  await page.getByRole("button", { name: "Read again with these" }).click();
  expect(await page.locator("h1").textContent()).toBe("The statement of Oslo");
  expect(documents()).toBe(0);
  await page.getByRole("button", { name: "Archive it" }).click();
  await page.waitForURL(/\/documents\//);
  expect([await page.locator("h1").textContent(), documents()]).toEqual(["The statement of Oslo", 1]);
});

browserTest("a text that is pasted is asked for its date, without a script", async () => {
  const page = await open("/add", { javaScriptEnabled: false, width: 360 });
  expect(await overflow(page)).toBe(0);
  await page.getByLabel("The text, pasted").fill("Norway and Chile agreed to establish a working group on data flows.");
  await page.getByRole("button", { name: "Read the text" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("No date was found");
  await page.getByLabel("Day of publication").fill("2025-05-08");
  await page.getByRole("button", { name: "Archive it" }).click();
  await page.waitForURL(/\/documents\//);
  expect(documents()).toBe(1);
});

browserTest("an address is fetched, the document tells when and from where, and later how it was edited", async () => {
  const page = await open("/add");
  await page.getByLabel("Where it is published").fill(`${publisher.address}/statement`);
  await page.getByRole("button", { name: "Fetch and read" }).click();
  await page.waitForURL(/\/add\/drafts\//);
  expect(await page.getByLabel("Where it was published").inputValue()).toBe(`${publisher.address}/statement`);
  await page.getByRole("button", { name: "Archive it" }).click();
  await page.waitForURL(/\/documents\//);
  expect(await page.locator("aside").textContent()).toMatch(/Fetched[\s\S]*from 127\.0\.0\.1/);
  stated = publishedPage({ verb: "intend to establish" });
  await watchOnce(archive, { reading: () => reading, capture: { mayAsk: () => true }, every: 0, pause: 0, signal: new AbortController().signal, onLook: () => {} });
  await page.reload();
  expect(await page.locator(".notice").textContent()).toContain("Edited after publication: 1 edit");
  await page.getByText("Its versions, and what changed").click();
  expect(await page.locator(".versions").textContent()).toMatch(/“committed” became “intend”/);
  expect([await page.locator(".versions del").count(), await violations(page), await overflow(page)]).toEqual([1, [], 0]);
  await page.getByRole("link", { name: "The version that stands now" }).click();
  expect(await page.locator(".versions strong").textContent()).toBe("Version 2");
});

browserTest("many at once are watched while they are taken in", async () => {
  const zip = zipSync({ ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.md`, strToU8(statement(at, `2024-05-${String((at % 27) + 1).padStart(2, "0")}`))])), "empty.md": strToU8("") });
  writeFileSync(join(folder, "all.zip"), zip);
  const page = await open("/add");
  await page.getByLabel(/Text, Markdown/).setInputFiles(join(folder, "all.zip"));
  await page.getByRole("button", { name: "Read the files" }).click();
  await page.waitForURL(/\/add\/imports\//);
  await page.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 25_000 });
  expect([await violations(page), await overflow(page), documents()]).toEqual([[], 0, 30]);
  expect(await page.locator("table").textContent()).toMatch(/all\.zip\/empty\.md.*There is no text in it/);
});
