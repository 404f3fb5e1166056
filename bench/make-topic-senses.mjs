#!/usr/bin/env node
// Remakes `snapshots/knowledge/senses.txt`: which way the words of each topic point, among the word vectors.
//
//   npm run build && node bench/make-topic-senses.mjs CORPUS [OUT_FOLDER]
//
// CORPUS is a folder of Markdown documents about agreements between governments; nobody labelled them. Their commitments are read
// and put to topics by terms alone; those that terms tell clearly count in full, those told by their surroundings by half, and so does
// each strong term itself. From these, one linear discriminant for each topic: the same spread within all topics, no topic likelier than
// another beforehand. The same input gives the same bytes. What it brings is measured by `bench/topics.mjs`.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadKnowledge } from "../dist/server/knowledge.js";
import { EMPTY_WORD_TABLE, openDocument, readSnapshot } from "../dist/snapshots/index.js";
import { wordsOf } from "../dist/snapshots/language/words.js";
import { directionOf } from "../dist/snapshots/reading/topic-sense.js";

const root = new URL("..", import.meta.url).pathname;

/** Terms of services and decisions on interest rates hold no agreements. */
const OTHER_GENRES = /^(?:tos|fomc)-/;
/** What a commitment told by its surroundings counts, and a term of at least this weight. */
const BY_SURROUNDINGS = 0.5;
const STRONG = 4;
/** The share of the mean variance that is added to each direction, and how many mean rows are added to each topic. */
const RIDGE = 0.1;
const SMOOTHING = 3;

/** Commitments of the corpus (of every `step`th document) and strong terms, each with its topic and what it counts. */
export function labelledRows(corpus, knowledge, step = 1) {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(".md") && file.parentPath !== corpus && !file.parentPath.slice(corpus.length).split("/").some((name) => OTHER_GENRES.test(name)))
    .map((file) => join(file.parentPath, file.name))
    .toSorted();
  const byTerms = { ...knowledge, words: EMPTY_WORD_TABLE };
  const rows = new Map();
  for (const path of files.filter((_, at) => at % step === 0)) {
    const read = readSnapshot(openDocument({ text: readFileSync(path, "utf8"), name: path, sha256: "0".repeat(64), given: {} }), byTerms);
    for (const { plain, topic, topics, evidence } of read.ok ? read.value.commitments : []) {
      const counts = evidence.topic.rule === "topic-by-words" ? (topics.length === 0 ? 1 : 0) : evidence.topic.rule === "topic-unknown" ? 0 : BY_SURROUNDINGS;
      if (counts > 0 && !rows.has(plain)) rows.set(plain, { text: plain, topic, counts });
    }
  }
  const terms = knowledge.topics.flatMap(({ slug, terms: own }) => own.filter(({ weight }) => weight >= STRONG).map(({ term }) => ({ text: term.replaceAll("=", ""), topic: slug, counts: 1 })));
  return [...rows.values(), ...terms];
}

/** One discriminant for each topic: a bias and a weight for each dimension. */
export function discriminants(rows, slugs, table) {
  const placed = rows.flatMap(({ text, topic, counts }) => {
    const direction = directionOf(wordsOf(text), table);
    return direction === null ? [] : [{ direction, topic: slugs.indexOf(topic), counts }];
  });
  const dimensions = placed[0].direction.length;
  const each = [...Array(dimensions).keys()];
  const total = placed.reduce((sum, { counts }) => sum + counts, 0);
  const general = each.map((at) => placed.reduce((sum, { direction, counts }) => sum + counts * direction[at], 0) / total);
  const means = slugs.map((_, topic) => {
    const own = placed.filter((row) => row.topic === topic);
    const count = own.reduce((sum, { counts }) => sum + counts, SMOOTHING);
    return each.map((at) => own.reduce((sum, { direction, counts }) => sum + counts * direction[at], SMOOTHING * general[at]) / count);
  });
  const spread = each.map(() => new Float64Array(dimensions));
  for (const { direction, topic, counts } of placed) {
    const off = each.map((at) => direction[at] - means[topic][at]);
    for (const a of each) for (let b = 0; b <= a; b++) spread[a][b] += (counts * off[a] * off[b]) / total;
  }
  for (const a of each) for (let b = 0; b < a; b++) spread[b][a] = spread[a][b];
  const ridge = (RIDGE * each.reduce((sum, at) => sum + spread[at][at], 0)) / dimensions;
  for (const at of each) spread[at][at] += ridge;
  const solved = solve(spread, means);
  return slugs.map((slug, topic) => ({ slug, bias: -0.5 * each.reduce((sum, at) => sum + means[topic][at] * solved[topic][at], 0), weights: solved[topic] }));
}

/** x of `matrix` x = side, for each of the right-hand sides; the matrix is symmetric and positive. */
function solve(matrix, sides) {
  const rows = matrix.map((row, at) => [...row, ...sides.map((side) => side[at])]);
  const width = matrix.length;
  for (let column = 0; column < width; column++) {
    const pivot = rows[column][column];
    for (let at = column; at < rows[column].length; at++) rows[column][at] /= pivot;
    for (let other = 0; other < width; other++) {
      const factor = other === column ? 0 : rows[other][column];
      if (factor !== 0) for (let at = column; at < rows[other].length; at++) rows[other][at] -= factor * rows[column][at];
    }
  }
  return sides.map((_, side) => rows.map((row) => row[width + side]));
}

/** `senses.txt`: a topic, its bias and its weights in each line. */
export const writeSenses = (senses) => senses.map(({ slug, bias, weights }) => `${[slug, bias.toFixed(2), ...weights.map((weight) => weight.toFixed(2))].join(" ")}\n`).join("");

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [corpus, out = join(root, "snapshots/knowledge")] = process.argv.slice(2);
  if (corpus === undefined) throw new Error("usage: make-topic-senses.mjs CORPUS [OUT_FOLDER]");
  const knowledge = loadKnowledge("/nowhere");
  const rows = labelledRows(corpus, knowledge);
  writeFileSync(join(out, "senses.txt"), writeSenses(discriminants(rows, knowledge.topics.map(({ slug }) => slug), knowledge.words)));
  console.log(`${rows.length} rows`);
}
