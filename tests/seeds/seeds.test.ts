/** What every shipped digest holds to: its form, its length, its dates, and that the archive they make is worth a first look. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const SEEDS = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "seeds");

const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), "not a day");
const Matter = z.strictObject({
  date: day,
  title: z.string().startsWith("Digest: "),
  kind: z.literal("digest"),
  source_url: z.url({ protocol: /^https$/ }),
  parties: z.array(z.string().regex(/^[A-Z]{2}$/)).min(2),
  partnership: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  held: day.optional(),
  place: z.string().min(3).optional(),
  language: z.literal("en"),
});

const paths = readdirSync(SEEDS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) => readdirSync(join(SEEDS, folder.name)).map((file) => `${folder.name}/${file}`))
  .sort();

interface Digest {
  readonly matter: z.infer<typeof Matter>;
  readonly body: string;
}

function readDigest(path: string): Digest {
  const parts = /^---\n([\s\S]+?)\n---\n([\s\S]+)$/.exec(readFileSync(join(SEEDS, path), "utf8"));
  if (parts === null) throw new Error(`${path} has no front matter`);
  return { matter: Matter.parse(parse(parts[1] ?? "")), body: parts[2] ?? "" };
}

/** "2023-02-01" as it is written out in a text. */
function writtenOut(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

function wordsOf(body: string): readonly string[] {
  return body.split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

test.each(paths)("%s is a digest in good form", (path) => {
  const { matter } = readDigest(path);
  const [folder, file] = path.split("/");
  expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
  expect(file?.slice(0, 10)).toBe(matter.date);
  expect(matter.partnership).toBe(folder);
  expect(new Set(matter.parties).size).toBe(matter.parties.length);
  expect((matter.held ?? matter.date) <= matter.date).toBe(true);
});

test.each(paths)("%s is long enough to compare, has sections and opens with its day written out", (path) => {
  const { matter, body } = readDigest(path);
  const words = wordsOf(body).length;
  expect(words).toBeGreaterThanOrEqual(200);
  expect(words).toBeLessThanOrEqual(450);
  expect(body.match(/^## \S/gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
  expect(body.trim().split("\n\n")[0]).toContain(writtenOut(matter.held ?? matter.date));
});

test.each(paths)("%s is plain text: no mark-up but headings and bullets", (path) => {
  const { body } = readDigest(path);
  expect(body).not.toMatch(/[<>*_`[\]|\u00a0]/);
  for (const line of body.split("\n")) expect(line).toMatch(/^(?:$|## [A-Z0-9]|- [A-Z0-9]|[A-Z0-9])/);
});

test("at least twenty digests of at least six partnerships, each with three meetings or more", () => {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(readDigest(path).matter.partnership, (counts.get(readDigest(path).matter.partnership) ?? 0) + 1);
  expect(paths.length).toBeGreaterThanOrEqual(20);
  expect([...counts.values()].filter((count) => count >= 3).length).toBeGreaterThanOrEqual(6);
});

test("the two partnerships that the archive began from are complete", () => {
  const heldIn = (folder: string): readonly string[] => paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => readDigest(path).matter.date);
  expect(heldIn("eu-singapore-digital-partnership")).toEqual(["2022-12-14", "2023-02-01", "2025-12-01"]);
  expect(heldIn("us-singapore")).toEqual(["2021-08-23", "2022-03-29", "2023-10-12", "2024-08-01"]);
});

test("no two digests share a title", () => {
  const titles = paths.map((path) => readDigest(path).matter.title);
  expect(new Set(titles).size).toBe(titles.length);
});

test("the parties of a partnership are the same in all its digests", () => {
  const parties = new Map<string, Set<string>>();
  for (const path of paths) {
    const { matter } = readDigest(path);
    parties.set(matter.partnership, (parties.get(matter.partnership) ?? new Set()).add([...matter.parties].sort().join(" ")));
  }
  expect([...parties].filter(([, sets]) => sets.size > 1)).toEqual([]);
});

test("every digest is in the list of sources with its address", () => {
  const sources = readFileSync(join(SEEDS, "SOURCES.md"), "utf8");
  for (const path of paths) {
    expect(sources).toContain(`(${path})`);
    expect(sources).toContain(`<${readDigest(path).matter.source_url}>`);
  }
});
