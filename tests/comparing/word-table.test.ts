import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { decodeWordTable, EMPTY_WORD_TABLE, type Knowledge, type TopicSense } from "../../snapshots/index.ts";
import { wordsOf } from "../../snapshots/language/words.ts";
import { nearTopics } from "../../snapshots/reading/topic-sense.ts";

interface SensesBench {
  labelledRows(corpus: string, knowledge: Knowledge, step: number): unknown[];
  discriminants(rows: unknown[], slugs: readonly string[], words: Knowledge["words"]): { slug: string; bias: number; weights: number[] }[];
}

const knowledge = loadKnowledge("/nowhere");

const folder = join(PROJECT_ROOT, "snapshots/knowledge");
const weights = readFileSync(join(folder, "weights.txt"), "utf8");
const vectors = readFileSync(join(folder, "vectors.bin"));
const senses = readFileSync(join(folder, "senses.txt"), "utf8");
const table = decodeWordTable({ weights, vectors, senses });

const dot = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
const cosine = (a: Float32Array, b: Float32Array): number => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
const near = (one: string, other: string): number => cosine(table.vectorOf(one) ?? new Float32Array(), table.vectorOf(other) ?? new Float32Array());

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
  expect(() => decodeWordTable({ weights: "hello\n", vectors, senses })).toThrow();
  expect(() => decodeWordTable({ weights, vectors: new Uint8Array(3), senses })).toThrow();
  expect(() => decodeWordTable({ weights, vectors: vectors.subarray(0, vectors.length - 1), senses })).toThrow();
  expect(() => decodeWordTable({ weights, vectors, senses: "space 1 2 three\n" })).toThrow();
  expect(EMPTY_WORD_TABLE.weightOf("the")).toBe(1);
  expect(EMPTY_WORD_TABLE.senseOf("space")).toBeNull();
});

const nearest = (words: string, senseOf: (topic: string) => TopicSense | null): string => {
  const { shares } = nearTopics(wordsOf(words), knowledge.topics, { ...table, senseOf });
  return knowledge.topics[shares.indexOf(Math.max(...shares))]?.slug ?? "";
};
const SAYINGS = [
  ["health", "oncologists and dentists"],
  ["space", "the comet and its telescope"],
  ["agriculture-food", "barley, orchards and beekeepers"],
  ["culture-tourism", "violinists and a ballet"],
  ["transport-infrastructure", "tramways and a viaduct"],
  ["defence", "howitzers and infantry"],
] as const;

test.each(SAYINGS)("words come near %s in sense: %s", (topic, words) => {
  expect(nearest(words, (slug) => table.senseOf(slug))).toBe(topic);
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

test.skipIf(!existsSync(CORPUS))("the senses that ship are those of the corpus, as far as a sample of it tells", { timeout: 60_000 }, async () => {
  const bench: SensesBench = await import(pathToFileURL(join(PROJECT_ROOT, "bench/make-topic-senses.mjs")).href);
  const sample = bench.discriminants(bench.labelledRows(CORPUS, knowledge, 30), knowledge.topics.map(({ slug }) => slug), table);
  const again = new Map(sample.map(({ slug, bias, weights }) => [slug, { bias, weights: Float32Array.from(weights) }]));
  const alike = knowledge.topics.map(({ slug }) => cosine(table.senseOf(slug)?.weights ?? new Float32Array(), again.get(slug)?.weights ?? new Float32Array()));
  expect(Math.min(...alike)).toBeGreaterThan(0.5);
  for (const [topic, words] of SAYINGS) expect(nearest(words, (slug) => again.get(slug) ?? null)).toBe(topic);
});
