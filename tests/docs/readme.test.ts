/** The README and ARCHITECTURE.md, held to the program: commands, variables, addresses, the example, links. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { buildProgram } from "../../server/cli/program.ts";
import { PROJECT_ROOT } from "../../server/config.ts";
import { makeScratch } from "../cli/scratch.ts";
import { seeded } from "../pages/seeded.ts";

const read = (name: string): string => readFileSync(join(PROJECT_ROOT, name), "utf8");
const readme = read("README.md");
const architecture = read("ARCHITECTURE.md");
/** What stands between backquotes. */
const marked = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
/** What the first cells of the tables' rows say. */
const firstCells = (text: string): string[] => [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((match) => marked(match[1] ?? ""));
const { app } = await seeded();

test("the README's commands are those of the program", () => {
  const io = { env: {}, stdin: (async function* () {})(), out: () => {}, err: () => {}, terminal: false, width: 80, stopSignal: () => new AbortController().signal };
  const leaves = (command: Command): string[] => (command.commands.length === 0 ? [command.name()] : command.commands.flatMap((one) => leaves(one).map((rest) => `${command.name()} ${rest}`)));
  const real = leaves(buildProgram(io, "0", () => {}));
  const told = firstCells(readme).filter((cell) => cell.startsWith("pactline ")).map((cell) => cell.replace(/ (?:--\S+ )?[A-Z….]+(?= |$)/g, "").trim());
  expect(told.toSorted()).toEqual(real.toSorted());
});

test("the README's variables are those that the program reads", () => {
  const files = readdirSync(join(PROJECT_ROOT, "server"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  const code = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
  const real = new Set([...code.matchAll(/\benv(?:\.|\[")([A-Z][A-Z_]+)\b/g)].map((match) => match[1] ?? ""));
  const told = firstCells(readme).filter((cell) => /^[A-Z_]+$/.test(cell));
  expect(told.toSorted()).toEqual([...real].toSorted());
});

test.each(marked(readme).filter((word) => /^\/[a-z?]?/.test(word) && !word.startsWith("/usr/") && !/^\/(?:mcp|add|review|partnerships\/arland-bregen)$/.test(word)))("%s is an address that answers", async (address) => {
  expect((await app.request(address)).status).toBe(200);
});

test("the addresses in ARCHITECTURE.md are those of the application", () => {
  const routes = new Set(app.routes.filter(({ path }) => path !== "/*").map(({ path }) => path.replace(/\{[^}]*\}\??/g, "").replace(/\.json$/, "") || "/"));
  const known = (path: string): boolean => routes.has(path) || routes.has(path.replace("/cite/…", "/cite/:rest"));
  const told = firstCells(architecture.slice(architecture.indexOf("## Addresses"), architecture.indexOf("## Command line"))).filter((cell) => cell.startsWith("/"));
  // The desk is mounted only where people may change the archive.
  const desk = ["/add", "/desk", "/review", "/sign-in", "/history"];
  expect(told.filter((path) => !known(path) && !desk.includes(path))).toEqual([]);
  const pages = [...routes].filter((path) => !/\.\w+$|^\/(?:api\/|static|commitments\/:id\/changes|favicon|robots)|^\/index$|:rest|\/card/.test(path));
  expect(pages.filter((path) => !told.includes(path))).toEqual([]);
});

test("the example of the README says what the program says", async () => {
  const scratch = makeScratch();
  const [before = "", after = ""] = /pactline diff (\S+) (\S+)/.exec(readme)?.slice(1) ?? [];
  const { status, out } = await scratch.pactline(["diff", join(PROJECT_ROOT, before), join(PROJECT_ROOT, after)]);
  scratch.remove();
  expect(status).toBe(0);
  const figures = /^ {4}(\d+ new, .*)$/m.exec(readme)?.[1];
  expect(out.replace(/\s+/g, " ")).toContain(figures);
});

test.each(["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/adding.md", "docs/desk.md", "docs/publishing.md", "seeds/README.md"])("what %s links to is there", (page) => {
  const folder = page.includes("/") ? page.slice(0, page.lastIndexOf("/")) : ".";
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s#]+)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(join(PROJECT_ROOT, folder, link)))).toEqual([]);
});

test("the changelog tells of this version", () => {
  expect(read("CHANGELOG.md")).toContain(`## [${JSON.parse(read("package.json")).version}] - `);
});
