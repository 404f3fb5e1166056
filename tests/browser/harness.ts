/**
 * What the tests in a real browser share: one Chromium and one server for each worker, over the seeds. Where there is no
 * Chromium they are skipped with one line that says so; with CI=true that is a failure.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { type Seeded, seeded } from "../pages/seeded.ts";

export const WIDTHS = [360, 390, 768, 1440, 1600] as const;
export const SCREENSHOTS = join(PROJECT_ROOT, "tests", "browser", "screenshots");

const EXECUTABLE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const found = existsSync(EXECUTABLE);

/** `test`, or where there is no browser a skip; with CI=true it stays `test` and fails. */
export const browserTest = found || process.env["CI"] === "true" ? test : test.skip;

if (!found) process.stdout.write(`Browser tests are ${process.env["CI"] === "true" ? "failing" : "skipped"}: there is no Chromium at ${EXECUTABLE}; install it or name it in CHROMIUM.\n`);

export interface Browsing extends Seeded {
  /** Scheme, host and port, without a slash at the end. */
  readonly base: string;
  /** Opens a page in a context of its own; what the browser complains of is remembered. */
  open(path: string, options?: BrowserContextOptions): Promise<Opened>;
}

export interface Opened {
  readonly page: Page;
  /** Errors of scripts, refusals of the content policy, requests to elsewhere. */
  readonly complaints: string[];
  close(): Promise<void>;
}

let started: Promise<Browsing> | null = null;

/** The browser and the server, started at first use and closed with the process. */
export function browsing(): Promise<Browsing> {
  started ??= start();
  return started;
}

async function start(): Promise<Browsing> {
  const seeds = await seeded();
  const server: Listening = await listen(seeds.app.fetch, "127.0.0.1", 0);
  const browser: Browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
  process.once("exit", () => void browser.close());
  const base = server.address.replace(/\/$/, "");
  return {
    ...seeds,
    base,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => message.type() === "error" && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()));
      page.on("request", (request) => request.url().startsWith(base) || request.url().startsWith("data:") || complaints.push(`asks for ${request.url()}`));
      await page.goto(`${base}${path}`);
      return { page, complaints, close: () => context.close() };
    },
  };
}

/** Violations of accessibility rules on the page as it stands, in lines that can be read; only these rules, where some are named. */
export async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = rules.length === 0 ? {} : { runOnly: { type: "rule", values: [...rules] } };
  const found: readonly { id: string; help: string; nodes: readonly { html: string; target: readonly unknown[] }[] }[] = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then((result) => result.violations)`);
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 5).map(({ html, target }) => `${id}: ${help}: ${target.join(" ")} ${html.slice(0, 160)}`));
}

/** How far the page is wider than its window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

export function screenshotPath(name: string): string {
  mkdirSync(SCREENSHOTS, { recursive: true });
  return join(SCREENSHOTS, name);
}
