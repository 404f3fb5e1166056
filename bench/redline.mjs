#!/usr/bin/env node
// Redlines against their targets: time as a ratio to `diffWords`, what is found of seeded moves and edits, and real reissued texts.
//
//   npm run build && node bench/redline.mjs [SERIES]
//
// SERIES is a folder of folders of dated Markdown texts (default: ../shared/corpus/series beside the checkout). Seeded, so that two
// runs find the same; times are medians of five.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { diffWords } from "diff";
import { openDocument, redlineDocuments } from "../dist/snapshots/index.js";
import { chance } from "./chance.mjs";

const root = new URL("..", import.meta.url).pathname;
const series = process.argv[2] ?? join(root, "../shared/corpus/series");

const SUBJECTS = ["The ministers", "Both sides", "The two governments", "Their agencies", "The working group on ferries", "The joint council"];
const VERBS = ["agreed to widen", "will survey", "intend to rebuild", "continued to map", "decided to fund", "discussed how to protect"];
const OBJECTS = ["harbour", "lighthouse", "observatory", "railway", "seed bank", "cable station", "fish market", "glacier", "archive", "hospital"];
const PLACES = ["Tarn", "Selim", "Varna", "Orn", "Lysk", "Brava", "Quill", "Morrow", "Edda", "Fenn"];

/** Paragraphs of sentences, and the same evolved: 25% of sentences with a word replaced, 6% gone, 6% new, 10% of paragraphs moved. */
function evolved(words, seed) {
  const random = chance(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sentence = () => `${pick(SUBJECTS)} ${pick(VERBS)} the ${pick(OBJECTS)} of ${pick(PLACES)} ${Math.floor(random() * 900)} with ${Math.floor(random() * 90) + 2} million crowns, and report on the ${pick(OBJECTS)} near ${pick(PLACES)} by ${2_026 + Math.floor(random() * 9)}.`;
  const before = Array.from({ length: Math.round(words / 115) }, () => Array.from({ length: 5 }, sentence));
  const after = before.map((paragraph) => paragraph.flatMap((one) => {
    const dice = random();
    if (dice < 0.06) return [];
    if (dice < 0.12) return [one, sentence()];
    return [dice < 0.37 ? one.replace(/\bmillion\b/, "thousand") : one];
  }));
  const moved = after.map((_, at) => at).filter(() => random() < 0.1);
  for (const at of moved) after.splice(Math.floor(random() * after.length), 0, ...after.splice(at, 1));
  const text = (paragraphs) => paragraphs.filter((one) => one.length > 0).map((one) => one.join(" ")).join("\n\n");
  return { before: text(before), after: text(after), moved: moved.length };
}

const open = (text) => openDocument({ text, name: null, sha256: "", given: {} });
function median(run) {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[2];
}

for (const words of [1_000, 5_000, 20_000]) {
  const { before, after, moved } = evolved(words, 7);
  const [one, other] = [open(before), open(after)];
  const { figures } = redlineDocuments(one, other);
  const ours = median(() => redlineDocuments(one, other));
  const theirs = words > 5_000 ? null : median(() => diffWords(before, after));
  const unlike = median(() => redlineDocuments(one, open(evolved(words, 99).before)));
  console.log(`${words} words: ${ours.toFixed(1)} ms${theirs === null ? "" : `, ${(ours / theirs).toFixed(3)} of diffWords`}; unlike texts ${unlike.toFixed(1)} ms; ${figures.deletedWords} words out, ${figures.insertedWords} in, ${figures.moves} moves told of ${moved} paragraphs moved`);
}

if (!existsSync(series)) console.log(`skipped: no texts in ${series}`);
else for (const name of readdirSync(series).filter((one) => /^(?:revisions|commercial|fomc|tos|g7-summit)/.test(one))) {
  const texts = readdirSync(join(series, name)).filter((file) => file.endsWith(".md")).toSorted().map((file) => readFileSync(join(series, name, file), "utf8"));
  const pairs = texts.slice(1).map((text, at) => [open(texts[at]), open(text)]);
  const start = performance.now();
  const redlines = pairs.map(([one, other]) => redlineDocuments(one, other));
  const sum = (key) => redlines.reduce((total, { figures }) => total + figures[key], 0);
  console.log(`${name.padEnd(52)} ${pairs.length} pairs, ${((performance.now() - start) / Math.max(1, pairs.length)).toFixed(0)} ms each; ${sum("equalWords")} words equal, ${sum("deletedWords")} out, ${sum("insertedWords")} in, ${sum("moves")} moves; ${redlines.filter(({ reissued }) => reissued).length} reissued`);
}
