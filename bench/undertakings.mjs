#!/usr/bin/env node
// What each part of reading brings: commitments found and staged on reference documents, with one part after the other taken out.
//
//   npm run build && node bench/undertakings.mjs [REFERENCE]
//
// REFERENCE is a folder with `snapshots/` (default: ../shared/eval/dev beside the checkout). A part is taken out in a copy of the
// built program, by a function that does nothing in the place of the one that does it; a name that is no longer there is an error.
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadKnowledge } from "../dist/server/knowledge.js";
import { root, snapshotsIn } from "./annotated.mjs";
import { placed, wordsOf } from "./places.mjs";

const reference = process.argv[2] ?? join(root, "../shared/eval/dev");
const copies = join(root, "dist", "without");

/** Name of the part, its function, and what stands in its place. */
const PARTS = [
  ["mended tags", "mend", "(token) { return token; }"],
  ["who acts", "actorOf", "() { return 'together'; }"],
  ["courtesies told apart", "isCourtesy", "() { return false; }"],
  ["logistics told apart", "isLogistics", "() { return false; }"],
  ["quoted speech left out", "isQuotation", "() { return false; }"],
  ["reports told from statements", "voiceOf", "() { return 'own'; }"],
  ["lead-ins of lists", "takeMood", "() {}"],
  ["enumerations in a sentence", "enumerationIn", "() { return null; }"],
  ["clauses that depend on another", "isSubordinate", "() { return false; }"],
  ["further acts of one verb", "furtherActs", "() { return []; }"],
  ["acts that nouns name", "nounAfter", "() { return null; }"],
];

/** One to one, the best overlap first; half of both together must be shared. */
function paired(found, wanted) {
  const shared = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const cells = found.flatMap((one) => wanted.map((other) => ({ one, other, part: shared(one, other) / (one.end - one.start + other.end - other.start - shared(one, other)) })));
  const taken = new Set();
  return cells.filter(({ part }) => part >= 0.5).sort((a, b) => b.part - a.part).filter(({ one, other }) => !taken.has(one) && !taken.has(other) && taken.add(one) && taken.add(other));
}

/** The domain without a part. */
async function without([name, part, instead], index) {
  const folder = join(copies, String(index));
  cpSync(join(root, "dist", "snapshots"), folder, { recursive: true });
  const modules = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js")).map((file) => join(folder, file));
  const holding = modules.filter((path) => readFileSync(path, "utf8").includes(`function ${part}(`));
  if (holding.length !== 1) throw new Error(`${name}: there are ${holding.length} functions called ${part}`);
  const [path] = holding;
  const code = readFileSync(path, "utf8");
  writeFileSync(path, `${code.replace(`function ${part}(`, `function ${part}Before(`)}\n${code.includes(`export function ${part}(`) ? "export " : ""}function ${part}${instead}\n`);
  return import(join(folder, "index.js"));
}

function measure({ openDocument, readSnapshot }, documents, knowledge) {
  const sum = { found: 0, wanted: 0, right: 0, stage: 0 };
  for (const { gold, text } of documents) {
    const outcome = readSnapshot(openDocument({ text, name: gold.file, sha256: "0".repeat(64), given: {} }), knowledge);
    const words = wordsOf(text);
    const [found, wanted] = [placed(words, outcome.ok ? outcome.value.commitments : []), placed(words, gold.commitments)];
    const pairs = paired(found, wanted);
    sum.found += found.length;
    sum.wanted += wanted.length;
    sum.right += pairs.length;
    sum.stage += pairs.filter(({ one, other }) => one.stage === other.stage).length;
  }
  const figure = (value) => value.toFixed(3);
  return `F1 ${figure((2 * sum.right) / (sum.found + sum.wanted))}  precision ${figure(sum.right / sum.found)}  recall ${figure(sum.right / sum.wanted)}  stage ${figure(sum.stage / sum.right)}`;
}

if (!existsSync(reference)) console.log(`skipped: no reference readings in ${reference}`);
else {
  const documents = [...snapshotsIn(reference).values()];
  const knowledge = loadKnowledge("/nowhere");
  console.log(`${"as shipped".padEnd(34)} ${measure(await import("../dist/snapshots/index.js"), documents, knowledge)}`);
  console.log("\nwithout");
  try {
    for (const [index, part] of PARTS.entries()) console.log(`  ${part[0].padEnd(32)} ${measure(await without(part, index), documents, knowledge)}`);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}
