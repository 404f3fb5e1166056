#!/usr/bin/env node
// How well and how fast topics are told: accuracy for each reference document, what each source of evidence brings, words a second.
//
//   npm run build && node bench/topics.mjs [REFERENCE | SENTENCES.json ...]
//
// REFERENCE is a folder with `snapshots/` (default: ../shared/eval/dev beside the checkout). SENTENCES.json is a list of
// { text, section, context, title, topic, topics } written by a person, for fields that the reference does not have.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadKnowledge } from "../dist/server/knowledge.js";
import { openDocument } from "../dist/snapshots/format/open.js";
import { TOPIC_WEIGHTS, classifyTopic } from "../dist/snapshots/reading/topics.js";
import { root, snapshotsIn } from "./annotated.mjs";

const sources = process.argv.length > 2 ? process.argv.slice(2) : [join(root, "../shared/eval/dev")];
const knowledge = loadKnowledge("/nowhere");

/** Reference commitments with the heading and the words before them, as a reading would have them. */
function referenceRows(folder) {
  const plain = (text) => text.replace(/\]\([^()\s]*\)/g, "]").replace(/[[\]]/g, "").replace(/\s+/g, " ").trim();
  return [...snapshotsIn(folder)].flatMap(([file, { gold, text: whole }]) => {
    const document = openDocument({ text: whole, name: gold.file, sha256: "", given: {} });
    return gold.commitments.map((commitment) => {
      const text = plain(commitment.quote);
      let section = null;
      for (const block of document.blocks) {
        if (block.kind === "heading") section = block.text;
        const at = plain(block.text).indexOf(text);
        if (at >= 0 && block.kind !== "heading") return { file, text, section, context: plain(block.text).slice(Math.max(0, at - 500), at), after: plain(block.text).slice(at + text.length, at + text.length + 500), title: document.title, topic: commitment.topic, topics: commitment.topics ?? [] };
      }
      return { file, text, section: null, context: "", title: document.title, topic: commitment.topic, topics: commitment.topics ?? [] };
    });
  });
}

const right = (row, weights) => {
  const { topic } = classifyTopic({ text: row.text, section: row.section ?? null, documentTitle: row.title ?? "", context: row.context ?? "", after: row.after ?? "" }, knowledge, weights);
  return topic === row.topic || (row.topics ?? []).includes(topic);
};
const accuracy = (rows, weights = TOPIC_WEIGHTS) => rows.filter((row) => right(row, weights)).length / rows.length;
const line = (name, rows, weights) => console.log(`${name.padEnd(58)} ${String(rows.length).padStart(4)}  ${accuracy(rows, weights).toFixed(3)}`);

const sets = new Map();
for (const source of sources) {
  if (source.endsWith(".json")) sets.set(source, JSON.parse(readFileSync(source, "utf8")));
  else if (existsSync(join(source, "snapshots"))) sets.set(source, referenceRows(source));
  else console.log(`skipped: no reference readings in ${source}`);
}
const all = [...sets.values()].flat();
if (all.length > 0) {
  for (const [name, rows] of sets) {
    line(name, rows);
    for (const file of new Set(rows.flatMap((row) => row.file ?? []))) line(`  ${file}`, rows.filter((row) => row.file === file));
  }
  console.log("\nwithout");
  line("  the heading", all, { ...TOPIC_WEIGHTS, heading: 0 });
  line("  what stands before", all, { ...TOPIC_WEIGHTS, context: 0 });
  line("  what stands after", all, { ...TOPIC_WEIGHTS, after: 0 });
  line("  the sense of words", all, { ...TOPIC_WEIGHTS, sense: 0 });
  line("  headings of meetings speaking less", all, { ...TOPIC_WEIGHTS, around: 1 });
  line("  earlier words weighing more", all, { ...TOPIC_WEIGHTS, early: 0 });
  line("  further terms fading", all, { ...TOPIC_WEIGHTS, fading: 1 });
  line("  lists of fields being none of them", all, { ...TOPIC_WEIGHTS, manyFields: 99 });
  const words = all.reduce((sum, row) => sum + row.text.split(/\s+/).length, 0);
  const start = performance.now();
  for (let round = 0; round < 10; round++) for (const row of all) right(row, TOPIC_WEIGHTS);
  console.log(`\n${Math.round((10 * words) / ((performance.now() - start) / 1000)).toLocaleString("en")} words a second, warm`);
}
