import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { decodeWordTable, EMPTY_WORD_TABLE } from "../../snapshots/index.ts";

const folder = join(PROJECT_ROOT, "snapshots/knowledge");
const weights = readFileSync(join(folder, "weights.txt"), "utf8");
const vectors = readFileSync(join(folder, "vectors.bin"));
const table = decodeWordTable({ weights, vectors });

const near = (one: string, other: string): number => {
  const [a, b] = [table.vectorOf(one) ?? new Float32Array(), table.vectorOf(other) ?? new Float32Array()];
  const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

test("common words of statements weigh little, rare ones much", () => {
  expect(table.weightOf("the")).toBeLessThan(0.05);
  expect(table.weightOf("cooper")).toBeLessThan(table.weightOf("quantum"));
  expect(table.weightOf("zyxwv")).toBe(1);
});

test("words of near sense have near vectors", () => {
  expect(near("vaccine", "vaccines")).toBeGreaterThan(near("vaccine", "submarine"));
  expect(near("glossary", "vocabulary")).toBeGreaterThan(near("glossary", "airport"));
  expect(table.vectorOf("zyxwv")).toBeNull();
});

test("files of another kind are refused, and an empty table knows nothing", () => {
  expect(() => decodeWordTable({ weights: "hello\n", vectors })).toThrow();
  expect(() => decodeWordTable({ weights, vectors: new Uint8Array(3) })).toThrow();
  expect(() => decodeWordTable({ weights, vectors: vectors.subarray(0, vectors.length - 1) })).toThrow();
  expect(EMPTY_WORD_TABLE.weightOf("the")).toBe(1);
});

const CORPUS = join(PROJECT_ROOT, "../shared/corpus");
if (!existsSync(CORPUS)) console.log(`skipped: no corpus in ${CORPUS} to count the weights from again`);

test.skipIf(!existsSync(CORPUS))("the weights that ship are those of the corpus", async () => {
  const bench: { countStems(corpus: string): { passages: number; stems: Map<string, number> } } = await import(pathToFileURL(join(PROJECT_ROOT, "bench/make-word-table.mjs")).href);
  const { passages, stems } = bench.countStems(CORPUS);
  const [first, ...lines] = weights.trimEnd().split("\n");
  const sample = lines.filter((_, at) => at % 97 === 0).map((line) => line.split(" "));
  expect([first, ...sample.map(([stem = ""]) => stems.get(stem))]).toEqual([String(passages), ...sample.map(([, count]) => Number(count))]);
});
