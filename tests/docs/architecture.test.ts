/** ARCHITECTURE.md, held to the code: invariants with their tests, folders and modules that it names, libraries. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { parseTopics } from "../../snapshots/index.ts";

const page = readFileSync(join(PROJECT_ROOT, "ARCHITECTURE.md"), "utf8");
const section = (name: string): string => page.slice(page.indexOf(`\n## ${name}\n`)).split(/\n## /).slice(0, 2).join("\n## ");
const invariants = [...section("Invariants").matchAll(/^\| (.+) \| `([^`|]+)` \| (.+) \|$/gm)].map(([, what = "", file = "", title = ""]) => ({ what, file, title }));

test("there are invariants", () => {
  expect(invariants.length).toBeGreaterThan(30);
});

test.each(invariants)("$what: $file holds it", ({ file, title }) => {
  const path = join(PROJECT_ROOT, file);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, "utf8")).toContain(title);
});

test("the modules that it names are there", () => {
  const all = ["bin", "snapshots", "server", "views", "seeds", "docs", "tests", "bench"].flatMap((folder) => readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`));
  const told = [...page.matchAll(/`([\w/-]+\.(?:ts|mjs|md|yaml|txt|json))`/g)].map((match) => match[1] ?? "").filter((path) => !/^(?:\/|data\/|\.|changes\.md$)/.test(path));
  expect(told.filter((path) => !all.some((one) => one === path || one.endsWith(`/${path}`)))).toEqual([]);
});

test("the folders in its layout are there, and none is left out", () => {
  const lines = [...section("Layout").matchAll(/^ {4}( *)([\w]+)\/ /gm)];
  const told: string[] = [];
  let parent = "";
  for (const [, indent = "", name = ""] of lines) {
    if (indent === "") parent = name;
    told.push(indent === "" ? name : `${parent}/${name}`);
  }
  expect(told.filter((folder) => !existsSync(join(PROJECT_ROOT, folder)))).toEqual([]);
  const folders = (within: string): string[] => readdirSync(join(PROJECT_ROOT, within), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${within}/${entry.name}`);
  expect([...folders("server"), ...folders("snapshots")].filter((folder) => !told.includes(folder))).toEqual([]);
});

test("every library that the program depends on is told with its licence", () => {
  const { dependencies, devDependencies }: { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
  const libraries = section("Libraries");
  const told = (name: string): boolean => libraries.includes(name) || libraries.includes(name.replace(/^@[^/]+\//, ""));
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !told(name))).toEqual([]);
});

test("the topic that it adds as an example is sound", () => {
  expect(parseTopics(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "")).toMatchObject({ kind: "read", topics: [{ slug: "fisheries" }] });
});
