// What the benches that train the weights of cues have in common: annotated documents, and how weights are written.
import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadKnowledge } from "../dist/server/knowledge.js";
import { openDocument } from "../dist/snapshots/index.js";
import { recognizePartnership } from "../dist/snapshots/reading/partnership.js";
import { subjectMeans } from "../dist/snapshots/reading/subjects.js";
import { root, snapshotsIn } from "./annotated.mjs";

export const flags = new Set(process.argv.filter((one) => one.startsWith("--")));
export const knowledge = loadKnowledge(join(root, "nowhere"));
/** Whether a bench was started itself, or only its functions are wanted. */
export const isStarted = (url) => process.argv[1] === fileURLToPath(url);
/** The annotated documents that ship, the places in those of the corpus, and those beside the checkout. */
export const SOURCES = [join(root, "bench/reference"), join(root, "bench/corpus"), join(root, "../shared/eval/dev")];
/** Documents beside the checkout were read by people of another house and count twice. */
const DEV = 2;

/** The folders with `docs/` and `snapshots/` that the command line names; without one, `SOURCES`. */
export function foldersGiven() {
  const given = process.argv.slice(2).filter((one) => !one.startsWith("--"));
  return (given.length > 0 ? given : SOURCES).filter((folder) => existsSync(folder) || console.log(`skipped: no annotated documents in ${folder}`));
}

/** The annotated documents of a folder, each with what its predicates are read with and how much it counts. */
export function annotatedIn(folder) {
  return [...snapshotsIn(folder).values()].map(({ gold, text }) => {
    const document = openDocument({ text, name: gold.file, sha256: "0".repeat(64), given: {} });
    const set = basename(folder);
    return { gold, text, document, set, subjects: subjectMeans(recognizePartnership(document, knowledge).parties, knowledge), partnership: gold.parties.toSorted().join("-"), weight: gold.weight ?? (set === "dev" ? DEV : 1) };
  });
}

/** Weights as the lines of their file; those that hardly weigh are left out. */
export const linesOf = (weights) => [...weights].filter(([, weight]) => Math.abs(weight) >= 0.02).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([cue, weight]) => `${weight.toFixed(2)} ${cue}\n`);

export function writeWeights(name, weights) {
  const lines = linesOf(weights);
  writeFileSync(join(root, "snapshots/knowledge", name), lines.join(""));
  console.log(`${lines.length} weights written`);
}
