#!/usr/bin/env node
// Which predicates are commitments: trains the weights of `snapshots/knowledge/acceptance.txt` on annotated documents and measures them on the
// partnership that was left out. The seams of sentences are to be trained first (`bench/seams.mjs`).
//
//   npm run build && node bench/acceptance.mjs [REFERENCE ...] [--write] [--ablate] [--show]
//
// REFERENCE is a folder with `snapshots/` (default: bench/reference, bench/corpus and ../shared/eval/dev, the last two where the corpus and the
// reference are beside the checkout). `--write` writes the weights trained on all of them; `--ablate` leaves out one kind of cue after the other;
// `--show` tells each mistake.
import { LEAST } from "../dist/snapshots/reading/acceptance.js";
import { cuesOf } from "../dist/snapshots/reading/cues.js";
import { isCut } from "../dist/snapshots/reading/seams.js";
import { undertakingsOf } from "../dist/snapshots/reading/undertakings.js";
import { annotatedIn, flags, foldersGiven, isStarted, knowledge, writeWeights } from "./folders.mjs";
import { placed, wordsOf } from "./places.mjs";
import { fitCues, leftOut } from "./regression.mjs";

const KINDS = ["word:", "verb:", "rule:", "words-", "subject-", "sentence-", "act:", "voice:", "tense:", "place:"];

/** All predicates of the annotated documents of a folder: their cues, how many words they have, and whether half of these are a commitment's. */
export function predicatesIn(folder) {
  return annotatedIn(folder).flatMap(({ gold, text, document, subjects, ...kept }) => {
    const claims = [];
    undertakingsOf(document, { subjects, accept: (claim) => claims.push(claim), cut: (seam) => isCut(seam, knowledge.seams) });
    const words = wordsOf(text);
    const marked = new Set(placed(words, gold.commitments).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    return placed(words, claims.map((claim) => ({ quote: claim.words, claim }))).filter(({ start, end }) => start >= 0 && end > start).map(({ start, end, claim }) => {
      const hit = Array.from({ length: end - start }, (_, at) => start + at).filter((at) => marked.has(at)).length;
      return { ...kept, cues: cuesOf(claim), size: end - start, y: hit >= (end - start) / 2 ? 1 : 0, claim };
    });
  });
}

function tell(name, list) {
  const sum = (wanted, of) => list.filter(wanted).reduce((total, row) => total + of(row), 0);
  const f1 = (of) => {
    const [hit, told, gold] = [sum((row) => row.y === 1 && row.chance >= LEAST, of), sum((row) => row.chance >= LEAST, of), sum((row) => row.y === 1, of)];
    return `precision ${(hit / told).toFixed(3)}  recall ${(hit / gold).toFixed(3)}  f1 ${((2 * hit) / (told + gold)).toFixed(3)}`;
  };
  console.log(`${name.padEnd(28)} predicates ${f1(() => 1)}   words ${f1(({ size }) => size)}`);
}

if (isStarted(import.meta.url)) {
  const rows = foldersGiven().flatMap(predicatesIn);
  if (rows.length > 0) {
    const out = leftOut(rows);
    console.log(`${rows.length} predicates, ${rows.filter(({ y }) => y === 1).length} of them commitments`);
    tell("one partnership left out", out);
    for (const set of new Set(rows.map((row) => row.set))) tell(`  ${set}`, out.filter((row) => row.set === set));
    if (flags.has("--show")) for (const { y, chance, claim } of out) if (y !== Number(chance >= LEAST)) console.log(y ? "one " : "none", chance.toFixed(2), claim.actor, claim.staging.act, claim.voice, "|", claim.words.replace(/\s+/g, " ").slice(0, 180));
    if (flags.has("--ablate")) for (const kind of KINDS) tell(`without ${kind}`, leftOut(rows.map((row) => ({ ...row, cues: row.cues.filter((cue) => !cue.split(" ").some((part) => part.startsWith(kind))) }))));
    if (flags.has("--write")) writeWeights("acceptance.txt", fitCues(rows));
  }
}
