// Reference readings as snapshots: the commitments that a person marked, so that comparing can be measured apart from reading.
// Stages are the person's; topics are the program's own unless `topics: "reference"` is asked for; details and headings are read.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openDocument, parseParties, parseTopics, decodeWordTable } from "../dist/snapshots/index.js";
import { findDetails } from "../dist/snapshots/reading/details.js";
import { acronymsOf } from "../dist/snapshots/reading/institutions.js";
import { classifyTopic } from "../dist/snapshots/reading/topics.js";
import { pairsIn, root, snapshotsIn } from "./annotated.mjs";

const file = (name, encoding) => readFileSync(join(root, "snapshots/knowledge", name), encoding);
const { topics } = parseTopics(file("topics.yaml", "utf8"));
const { parties } = parseParties(file("parties.yaml", "utf8"));

/** What comparing needs of all that is known. */
export const knowledge = { version: "bench", topics, parties, partnerships: [], words: decodeWordTable({ weights: file("weights.txt", "utf8"), vectors: file("vectors.bin"), senses: file("senses.txt", "utf8") }) };

const plainOf = (text) => text.replace(/\]\([^()\s]*\)/g, "]").replace(/[[\]]/g, "").replace(/\s+/g, " ").trim();
const folded = (text) => plainOf(text).replace(/[’‘]/g, "'").toLowerCase();

/** Where a quote stands: its heading and the words before it. */
function placeOf(document, quote) {
  const wanted = folded(quote);
  let section = null;
  for (const block of document.blocks) {
    const at = folded(block.text).indexOf(wanted);
    if (block.kind === "heading") section = block.text;
    else if (at >= 0) return { section, context: block.text.slice(Math.max(0, at - 500), at), after: block.text.slice(at + wanted.length, at + wanted.length + 500) };
  }
  return { section: null, context: "", after: "" };
}

function snapshotOf({ gold, text }, options) {
  const document = openDocument({ text, name: gold.file, sha256: "0".repeat(64), given: {} });
  const surroundings = { acronyms: acronymsOf(document.text), parties: parties.filter(({ code }) => gold.parties.includes(code)) };
  const commitments = gold.commitments.map((one, index) => {
    const plain = plainOf(one.quote);
    const { section, context, after } = placeOf(document, one.quote);
    const told = options.topics === "reference" ? one : classifyTopic({ text: plain, section, documentTitle: document.title, context, after }, knowledge);
    return { id: `${gold.file}#${one.id}`, name: one.id, quote: one.quote, plain, start: index * 2, end: index * 2 + 1, stage: one.stage, force: "moderate", topic: told.topic, topics: told.topics ?? [], section, actors: [], details: findDetails(plain, gold.held, surroundings), hedges: [], confidence: 1 };
  });
  return { document: { sha256: "", title: document.title, text: document.text, language: "en" }, partnership: { parties: gold.parties }, priorities: [], commitments, milestones: [], diagnostics: [] };
}

/** Pairs of a reference folder: both sides, and links by the numbers of commitments. `partnership` names what is left out together. */
export function referencePairs(folder, options = {}) {
  const snapshots = snapshotsIn(folder);
  return pairsIn(folder, snapshots).map(([name, pair]) => {
    const sides = [pair.before, pair.after].map((side) => snapshots.get(side));
    const [before, after] = sides.map((side) => snapshotOf(side, options));
    const numbers = [before, after].map(({ commitments }) => new Map(commitments.map((one, at) => [one.name, at])));
    const links = pair.links.map((link) => ({ ...link, before: link.before.map((id) => numbers[0].get(id)), after: link.after.map((id) => numbers[1].get(id)) }));
    return { name: basename(name, ".json"), set: basename(folder), partnership: sides[0].gold.parties.toSorted().join("-"), before: { snapshots: [before] }, after: { snapshots: [after] }, links };
  });
}
