import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../server/config.ts";

interface Module {
  readonly path: string;
  readonly text: string;
  /** Paths of our own modules that it imports, from the root; names of packages. */
  readonly imports: readonly string[];
}

const FOLDERS = ["server", "views", "snapshots", "seeds", "bench", "tests"];

function modulesIn(folder: string, ending: RegExp): Module[] {
  return readdirSync(join(PROJECT_ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => {
      const path = relative(PROJECT_ROOT, join(entry.parentPath, entry.name));
      const text = readFileSync(join(PROJECT_ROOT, path), "utf8");
      const named = [...text.matchAll(/^(?:import|export)\b[^"';]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
      return { path, text, imports: named.map((name) => (name.startsWith(".") ? relative(PROJECT_ROOT, resolve(PROJECT_ROOT, dirname(path), name)) : name)) };
    });
}

const modules = FOLDERS.flatMap((folder) => modulesIn(folder, /\.ts$/));
const within = (folder: string): Module[] => modules.filter((module) => module.path.startsWith(`${folder}/`));
const ours = (module: Module): string[] => module.imports.filter((name) => FOLDERS.some((folder) => name.startsWith(`${folder}/`)));

/** `file imports file` for everything that the rule does not allow. */
function offences(list: readonly Module[], allowed: (imported: string, module: Module) => boolean): string[] {
  return list.flatMap((module) => ours(module).filter((name) => !allowed(name, module)).map((name) => `${module.path} imports ${name}`));
}

/** Without comments, which may speak of anything. */
const code = (module: Module): string => module.text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

test("the rules below look at real modules", () => {
  expect(within("server").length).toBeGreaterThan(20);
  expect(within("snapshots").flatMap(ours).length).toBeGreaterThan(10);
});

test("the domain imports nothing else of ours, and no part of Node", () => {
  expect(offences(within("snapshots"), (name) => name.startsWith("snapshots/"))).toEqual([]);
  expect(within("snapshots").flatMap((module) => module.imports.filter((name) => name.startsWith("node:")).map((name) => `${module.path} imports ${name}`))).toEqual([]);
});

test("the domain has no clock and no chance", () => {
  expect(within("snapshots").filter((module) => /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\blocaleCompare\b|\btoLocale\w+\(/.test(code(module))).map((module) => module.path)).toEqual([]);
});

test("what reads a file alone never loads the database", () => {
  const loads = ({ path, text }: Module): string[] => [...text.matchAll(/^(?:import|export) (?!type\b)[^"';]*?\bfrom "(\.[^"]+)"/gm)].map((match) => relative(PROJECT_ROOT, resolve(PROJECT_ROOT, dirname(path), match[1] ?? "")));
  const loaded = new Set(["server/cli/snapshot.ts", "server/cli/diff.ts"]);
  for (const path of loaded) for (const next of modules.filter((module) => module.path === path).flatMap(loads)) loaded.add(next);
  expect(loaded.size).toBeGreaterThan(20);
  expect([...loaded]).not.toContain("server/archive/database.ts");
});

test("pages import the façade of the domain and each other only", () => {
  const types = "server/archive/types.ts";
  const typeOnly = (module: Module, name: string): boolean => name === types && !/import (?!type\b)[^;]*archive\/types\.ts"/.test(module.text);
  expect(offences(within("views"), (name, module) => name.startsWith("views/") || name === "snapshots/index.ts" || typeOnly(module, name))).toEqual([]);
});

test("seeds import types only", () => {
  expect(within("seeds").filter((module) => /^import (?!type\b)/m.test(module.text)).map((module) => module.path)).toEqual([]);
});

test("the server imports the domain by its façade", () => {
  expect(offences(within("server"), (name) => !name.startsWith("snapshots/") || name === "snapshots/index.ts")).toEqual([]);
});

test("nothing but tests imports tests, and nothing imports benchmarks", () => {
  expect(offences(modules.filter((module) => !module.path.startsWith("tests/")), (name, module) => !name.startsWith("tests/") && (!name.startsWith("bench/") || module.path.startsWith("bench/")))).toEqual([]);
});

test("only server/archive knows SQL", () => {
  const sql = /better-sqlite3|\b(?:SELECT\s+[\s\S]{1,200}?\bFROM\b|INSERT\s+INTO\b|DELETE\s+FROM\b|UPDATE\s+\w+\s+SET\b|CREATE\s+(?:TABLE|INDEX|VIEW|TRIGGER)\b|PRAGMA\b)/;
  const knowing = [...within("server"), ...within("views"), ...within("snapshots"), ...within("seeds")].filter((module) => sql.test(code(module)) || /\.db\.(?:prepare|exec|pragma)\b/.test(code(module)));
  expect(knowing.length).toBeGreaterThan(5);
  expect(knowing.map((module) => module.path).filter((path) => !path.startsWith("server/archive/"))).toEqual([]);
});

test("only server/app.ts, server/listen.ts and server/routes know HTTP", () => {
  const http = (module: Module): boolean => module.imports.some((name) => /^(?:hono|@hono|node:https?)\b/.test(name));
  const allowed = /^server\/(?:app\.ts|listen\.ts|routes\/)/;
  expect([...within("server"), ...within("views"), ...within("snapshots")].filter(http).map((module) => module.path).filter((path) => !allowed.test(path))).toEqual([]);
});

test("only templates write HTML", () => {
  const html = /<\/?(?:ins|del|div|span|p|a|ul|ol|li|h[1-6]|table|tr|td|th|section|article|main|html|body|svg)(?:\s[^<>]*)?>/i;
  expect([...within("server"), ...within("views"), ...within("snapshots")].filter((module) => html.test(code(module))).map((module) => module.path)).toEqual([]);
});

test("modules say what they are for, and none is longer than 250 lines", () => {
  const all = ["server", "views", "snapshots", "seeds"].flatMap(within);
  expect(all.filter((module) => !module.text.startsWith("/**")).map((module) => module.path)).toEqual([]);
  // One list of all values that flow is easier to read than two halves.
  expect(all.filter((module) => module.path !== "snapshots/types.ts" && module.text.split("\n").length > 251).map((module) => module.path)).toEqual([]);
});

test("no any, no enum, no default export, no assertion that something is not null", () => {
  const all = ["server", "views", "snapshots", "seeds"].flatMap(within);
  expect(all.filter((module) => /:\s*any\b|\bas any\b|^\s*(?:export\s+)?(?:const\s+)?enum\s|^export default\b/m.test(code(module))).map((module) => module.path)).toEqual([]);
});
