#!/usr/bin/env node
// How well commitments are found again: trains the weights of `snapshots/comparing/similarity.ts` on annotated pairs and measures
// them on the partnership that was left out, with the commitments that a person marked, so that errors of reading do not count.
//
//   npm run build && node bench/matching.mjs [REFERENCE ...] [--train] [--ablate] [--pairs]
//
// REFERENCE is a folder with `snapshots/` and `pairs/` (default: bench/reference, bench/corpus and ../shared/eval/dev, the last two where
// the corpus and the reference are beside the checkout). `--train` prints the weights fitted on all of them; `--ablate` leaves out one
// measure after the other; `--pairs` tells each pair.
import { align } from "../dist/snapshots/comparing/align.js";
import { certaintyOf, THRESHOLDS } from "../dist/snapshots/comparing/certainty.js";
import { linkedChange } from "../dist/snapshots/comparing/changes.js";
import { raiseIdentical } from "../dist/snapshots/comparing/identical.js";
import { readySides } from "../dist/snapshots/comparing/sides.js";
import { MEASURES, measure, probability, sizeOf, WEIGHING } from "../dist/snapshots/comparing/similarity.js";
import { sameWords } from "../dist/snapshots/comparing/wording.js";
import { flags, foldersGiven } from "./folders.mjs";
import { knowledge, referencePairs } from "./reference.mjs";
import { fit as fitted } from "./regression.mjs";

const RIDGE = 6;
const pairs = foldersGiven().flatMap((folder) => referencePairs(folder)).map(prepared);

function prepared(pair) {
  const sides = readySides(pair.before, pair.after, knowledge);
  const [rows, columns] = [sides.before.profiles, sides.after.profiles];
  const size = sizeOf(rows, columns);
  const gold = new Map(pair.links.flatMap((link) => link.before.flatMap((row) => link.after.map((column) => [`${row}|${column}`, link]))));
  return { ...pair, sides, rows, columns, gold, measures: rows.map((one) => columns.map((other) => measure(one, other, size))) };
}

/**
 * Cells of pairs as rows of the regression; of a large table's many unlinked cells, some stand for all. A link of many cells counts for less than
 * its cells would, as one is enough to find it, and so do pairs of long documents: else two communiqués would outweigh ten short statements.
 */
function cells(list, names) {
  return list.flatMap(({ measures, gold, rows, columns }) => {
    const step = rows.length * columns.length > 1_200 ? 8 : rows.length * columns.length > 500 ? 4 : 1;
    const weights = new Map([...gold].map(([key, { before, after }]) => [key, 1 / Math.sqrt(before.length * after.length)]));
    const part = Math.sqrt(20 / [...weights.values()].reduce((sum, one) => sum + one, 0));
    return measures.flatMap((line, row) => line.flatMap((cell, column) => {
      const positive = weights.get(`${row}|${column}`);
      return positive !== undefined || (row * 31 + column * 17) % step === 0 ? [{ x: names.map((name) => cell[name]), y: positive === undefined ? 0 : 1, weight: part * (positive ?? step) }] : [];
    }));
  });
}

function train(list, names = MEASURES) {
  const { constant, weights } = fitted(cells(list, names), { ridge: RIDGE });
  return { constant, weights: Object.fromEntries(MEASURES.map((name) => [name, weights[names.indexOf(name)] ?? 0])) };
}

const likenessBy = (pair, weighing) => raiseIdentical(pair.measures.map((line) => Float64Array.from(line, (cell) => probability(cell, weighing))), pair.sides);

/** Counts of one pair, in the way of the reference's scorer. */
function counts(pair, table) {
  const links = align(table, pair.columns.length, THRESHOLDS);
  const keys = ({ before, after }) => before.flatMap((row) => after.map((column) => `${row}|${column}`));
  const told = new Map(links.flatMap((link) => keys(link).map((key) => [key, link])));
  const hit = [...told.keys()].filter((key) => pair.gold.has(key));
  const lone = (list, side, count) => Array.from({ length: count }, (_, at) => at).filter((at) => !list.some((link) => link[side].includes(at)));
  const both = (one, other) => one.filter((at) => other.includes(at)).length;
  const [isNew, toldNew] = [lone(pair.links, "after", pair.columns.length), lone(links, "after", pair.columns.length)];
  const [silent, toldSilent] = [lone(pair.links, "before", pair.rows.length), lone(links, "before", pair.rows.length)];
  const scoreOf = (link) => Math.max(...keys(link).map((key) => table[Number(key.split("|")[0])][Number(key.split("|")[1])]));
  const changes = new Map(links.map((link) => [link, changeOf(pair, link, scoreOf(link))]));
  const sure = links.filter((link) => certaintyOf(scoreOf(link)) === "sure");
  const right = (link) => keys(link).some((key) => pair.gold.has(key));
  const types = (details) => new Set(details.map(({ type }) => type).filter((type) => type === "deadline" || type === "amount"));
  const details = pair.links.map((link) => {
    const want = types(link.details ?? []);
    const got = new Set(links.filter((one) => keys(one).some((key) => keys(link).includes(key))).flatMap((one) => [...types(changes.get(one).details)]));
    return { want: want.size, hit: [...want].filter((type) => got.has(type)).length };
  });
  const sum = (list, key) => list.reduce((total, one) => total + one[key], 0);
  return {
    threads: pair.links.length, threadsFound: pair.links.filter((link) => keys(link).some((key) => told.has(key))).length, told: links.length, toldRight: links.filter(right).length,
    links: pair.gold.size, linksTold: told.size, linksHit: hit.length, kind: hit.filter((key) => changes.get(told.get(key)).kind === pair.gold.get(key).kind).length,
    new: isNew.length, newTold: toldNew.length, newHit: both(isNew, toldNew), silent: silent.length, silentTold: toldSilent.length, silentHit: both(silent, toldSilent),
    details: sum(details, "want"), detailsHit: sum(details, "hit"), detailsTold: [...changes.values()].reduce((total, change) => total + types(change.details).size, 0),
    sure: sure.length, sureRight: sure.filter(right).length,
  };
}

function changeOf({ sides }, link, score) {
  const [before, after] = [link.before.map((row) => sides.before.voices[row][0]), link.after.map((column) => sides.after.voices[column][0])];
  return linkedChange(before, after, { match: { score, certainty: certaintyOf(score), why: [], runnerUp: null }, alike: sameWords(before, after, sides.wording) });
}

function figures(list) {
  const total = {};
  for (const one of list) for (const [key, value] of Object.entries(one)) total[key] = (total[key] ?? 0) + value;
  const f1 = (hit, told, gold) => (2 * hit) / (told + gold || 1);
  const [precision, recall] = [total.toldRight / (total.told || 1), total.threadsFound / (total.threads || 1)];
  return {
    threads_f1: (2 * precision * recall) / (precision + recall || 1), links_f1: f1(total.linksHit, total.linksTold, total.links), kind: total.kind / (total.linksHit || 1),
    new_f1: f1(total.newHit, total.newTold, total.new), silent_f1: f1(total.silentHit, total.silentTold, total.silent), details_f1: f1(total.detailsHit, total.detailsTold, total.details), sure_right: total.sureRight / (total.sure || 1),
  };
}

/** Figures of every pair with weights that were trained without its partnership. */
function leftOut(names = MEASURES) {
  const weighings = new Map([...new Set(pairs.map(({ partnership }) => partnership))].map((name) => [name, train(pairs.filter(({ partnership }) => partnership !== name), names)]));
  return pairs.map((pair) => ({ pair, counts: counts(pair, likenessBy(pair, weighings.get(pair.partnership))) }));
}

const line = (name, of) => console.log(`${name.padEnd(44)} ${Object.entries(of).map(([key, value]) => `${key} ${value.toFixed(3)}`).join("  ")}`);
const measured = (list) => figures(list.map((one) => one.counts));
if (pairs.length > 0) {
  const shipped = pairs.map((pair) => ({ pair, counts: counts(pair, likenessBy(pair, WEIGHING)) }));
  const out = leftOut();
  for (const [name, list] of [["as shipped", shipped], ["one partnership left out", out]]) {
    line(name, measured(list));
    const sets = new Set(pairs.map(({ set }) => set));
    if (sets.size > 1) for (const set of sets) line(`  ${set}`, measured(list.filter(({ pair }) => pair.set === set)));
    if (flags.has("--pairs")) for (const one of list) line(`    ${one.pair.name.slice(0, 38)}`, figures([one.counts]));
  }
  if (flags.has("--ablate")) {
    console.log("\none partnership left out, and without");
    for (const name of MEASURES) line(`  ${name}`, measured(leftOut(MEASURES.filter((one) => one !== name))));
  }
  if (flags.has("--train")) {
    const { constant, weights } = train(pairs);
    console.log(`\n{ constant: ${constant.toFixed(2)}, weights: { ${MEASURES.map((name) => `${name}: ${weights[name].toFixed(2)}`).join(", ")} } }`);
  }
}
