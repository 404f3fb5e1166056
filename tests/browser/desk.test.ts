/** The desk in a real browser: a correction and its undoing, the queue of review by keyboard alone, signing in, and being refused. */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { addToken } from "../../server/archive/people.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { type DeskSite, makeSite } from "../desk/site.ts";
import { browserTest, overflow, violations } from "./harness.ts";

let site: DeskSite;
let server: Listening;
let browser: Browser | null = null;
let context: BrowserContext;

const open = async (path: string, javaScriptEnabled = true): Promise<Page> => {
  browser ??= await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
  context = await browser.newContext({ javaScriptEnabled, reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(new URL(path, server.address).href);
  return page;
};
const latest = () => site.archive.reader.documents({ offset: 0, limit: 1 }).items[0];
const doubts = (): number => site.archive.reader.review({ offset: 0, limit: 1 }).total;

beforeEach(async () => {
  site = makeSite();
  for (const text of ["2024-05-01 aa-bb Geneva\nsandbox explored a sandbox\n", "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\n"]) site.add(text);
  server = await listen(site.app.fetch, "127.0.0.1", 0);
});
afterEach(async () => {
  await context?.close();
  await server.close();
  site.close();
});
afterAll(() => browser?.close());

browserTest("a title is corrected, readers see by whom and why, and it is taken back", async () => {
  const href = `/documents/${latest()?.sha256.slice(0, 12)}`;
  const page = await open(href);
  await page.getByRole("link", { name: "Correct it" }).click();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const form = page.locator("#form-title");
  await form.getByLabel("Title").fill("The statement of Oslo");
  await form.getByLabel("Why").fill("As on the ministry’s page");
  await form.getByRole("button", { name: "Correct" }).click();
  await page.waitForURL(/\/correct\?done=correction-1$/);
  expect(await page.getByRole("status").textContent()).toContain("Correction 1 is on record");
  expect(await violations(page)).toEqual([]);
  expect(latest()?.title).toBe("The statement of Oslo");
  await page.goto(new URL(href, server.address).href);
  expect(await page.locator("h1").textContent()).toBe("The statement of Oslo");
  expect(await page.locator(".corrections").textContent()).toMatch(/by the desk because “?As on the ministry’s page/);
  await page.getByRole("link", { name: "Correct it" }).click();
  await page.locator("#correction-1 summary").click();
  await page.locator("#correction-1").getByLabel("Why").fill("It was another document");
  await page.locator("#correction-1").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => latest()?.title).toBe("Statement of 2024-06-01");
  await page.goto(new URL("/history", server.address).href);
  expect(await page.locator(".acts li").first().textContent()).toContain("taken back");
  expect(await violations(page)).toEqual([]);
});

browserTest("the queue of review is worked through by keyboard alone", async () => {
  for (const day of [1, 2, 3]) site.add(`2024-07-0${day} - Bern\nskills explored skills ${day}\n`);
  expect(doubts()).toBe(3);
  const page = await open("/review");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("n");
  await page.waitForURL(/at=2/);
  await page.keyboard.press("k");
  await page.waitForURL(/\/review$/);
  await page.keyboard.press("m");
  await page.waitForURL(/\/documents\/.*\/correct$/);
  await page.goBack();
  for (const left of [2, 1, 0]) {
    await page.keyboard.press("a");
    // The next page stands at the same address: its words tell that it is there.
    await page.getByText(left === 0 ? "Nothing is doubtful" : `1 of ${left} thing`).waitFor();
    await page.waitForLoadState("load");
    expect(doubts()).toBe(left);
  }
  expect(await page.locator(".deck").textContent()).toContain("Nothing is doubtful");
});

browserTest("the queue of review works without scripts", async () => {
  site.add("2024-07-01 - Bern\nskills explored skills\n");
  const page = await open("/review", false);
  await page.getByRole("button", { name: "Accept" }).press("Enter");
  await expect.poll(doubts).toBe(0);
});

browserTest("with a token one signs in, and without it the desk is refused", async () => {
  const token = addToken(site.archive.db, "Ada", "archivist");
  const page = await open("/desk");
  expect(page.url()).toContain("/sign-in");
  expect(await violations(page)).toEqual([]);
  const refused = await page.request.get(new URL(`/documents/${latest()?.sha256.slice(0, 12)}/correct`, server.address).href);
  expect(refused.status()).toBe(401);
  await page.getByLabel("Your token").fill("pact_wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("unknown or was taken back");
  await page.getByLabel("Your token").fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/desk$/);
  expect(await page.locator(".deck").textContent()).toContain("Ada, archivist");
  expect(await violations(page)).toEqual([]);
  expect((await context.cookies()).find((cookie) => cookie.name === "pactline_session")).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: false });
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(new URL("/", server.address).href);
  await page.goto(new URL("/desk", server.address).href);
  expect(page.url()).toContain("/sign-in");
});
