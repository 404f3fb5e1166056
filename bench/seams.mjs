#!/usr/bin/env node
// Where a sentence is cut into undertakings: trains the weights of `snapshots/knowledge/seams.txt` on annotated documents and measures them on the
// partnership that was left out, beside what the grammar alone proposes.
//
//   npm run build && node bench/seams.mjs [REFERENCE ...] [--write] [--show]
//
// REFERENCE is a folder with `snapshots/` (default: bench/reference, bench/corpus and ../shared/eval/dev, the last two where the corpus and the
// reference are beside the checkout). `--write` writes the weights trained on all of them; `--show` tells each mistake.
import { undertakingsOf } from "../dist/snapshots/reading/undertakings.js";
import { annotatedIn, flags, foldersGiven, isStarted, writeWeights } from "./folders.mjs";
import { placed, wordsOf } from "./places.mjs";
import { fitCues, leftOut } from "./regression.mjs";

/** The seams of the annotated documents of a folder that are known to be cut or not: at or beside a commitment's edge, or inside one. */
export function seamsIn(folder) {
  return annotatedIn(folder).flatMap(({ gold, text, document, subjects, ...kept }) => {
    const seams = [];
    const cut = (seam, place) => {
      seams.push({ seam, ...place });
      return seam.proposed !== null;
    };
    undertakingsOf(document, { subjects, accept: () => 1, cut });
    const words = wordsOf(text);
    const commitments = placed(words, gold.commitments);
    const blocks = new Map(placed(words, document.blocks.map((block) => ({ quote: block.text, block }))).map(({ block, start }) => [block, start]));
    return seams.flatMap(({ seam, block, start }) => {
      const first = blocks.get(block) ?? -1;
      if (first < 0) return [];
      const at = first + wordsOf(block.text.slice(0, start)).length;
      const near = (edge) => Math.abs(edge - at) <= 1;
      const parted = commitments.some((one) => near(one.start) || near(one.end));
      const inside = commitments.some((one) => one.start < at - 1 && one.end > at + 1);
      return parted || inside ? [{ ...kept, cues: seam.cues, y: parted ? 1 : 0, proposed: seam.proposed !== null, text: `${block.text.slice(Math.max(0, start - 90), start)}|${block.text.slice(start, start + 70)}` }] : [];
    });
  });
}

const right = (list, isCut) => `${((100 * list.filter((row) => (row.y === 1) === isCut(row)).length) / list.length).toFixed(1)} % right, ${list.filter((row) => row.y === 1 && !isCut(row)).length} not cut, ${list.filter((row) => row.y === 0 && isCut(row)).length} cut in vain`;

if (isStarted(import.meta.url)) {
  const rows = foldersGiven().flatMap(seamsIn);
  if (rows.length > 0) {
    console.log(`${rows.length} seams, ${rows.filter(({ y }) => y === 1).length} of them edges`);
    const out = leftOut(rows);
    for (const set of new Set(rows.map((row) => row.set))) {
      const list = out.filter((row) => row.set === set);
      console.log(`${set.padEnd(12)} grammar alone: ${right(list, ({ proposed }) => proposed)}; one partnership left out: ${right(list, ({ chance }) => chance >= 0.5)}`);
    }
    if (flags.has("--show")) for (const { y, chance, proposed, text } of out) if ((y === 1) !== (chance >= 0.5)) console.log(y ? "edge" : "none", chance.toFixed(2), proposed ? "proposed" : "not proposed", text.replace(/\s+/g, " "));
    if (flags.has("--write")) writeWeights("seams.txt", fitCues(rows));
  }
}
