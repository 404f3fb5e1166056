/**
 * The redline of two whole documents: blocks in the order of reading, word-level edits inside those that stand for each other,
 * and passages that stand elsewhere shown as moved, with the edit inside the move. For texts of any kind and language.
 */
import type { Block, DocumentRedline, RedlineRow } from "../types.ts";
import { type Group, type Laid, layRows, type RowDraft } from "./layout.ts";
import { type Pair, pairUnits } from "./pairing.ts";
import { rowOf } from "./rows.ts";
import { wordCount } from "./tokens.ts";
import { type Unit, unitsOf } from "./units.ts";

/** What of a document a redline needs; a `Document` has it. */
export interface RedlineSide {
  readonly blocks: readonly Pick<Block, "kind" | "level" | "marker" | "text">[];
}

/** Part of the words of the longer text that both must have in common to be two issues of one text. */
const REISSUED = 0.7;

/** Sets two documents against each other. Deterministic; time grows with their length, however unlike they are. */
export function redlineDocuments(before: RedlineSide, after: RedlineSide): DocumentRedline {
  const laid: Laid = { before: unitsIn(before.blocks), after: unitsIn(after.blocks) };
  const { chain, moves } = pairUnits(laid.before, laid.after);
  const groups = groupMoves(moves, { laid, chain });
  const drafts: readonly RowDraft[] = layRows(laid, { chain, groups });
  const rows = drafts.map((draft) => rowOf(draft, { before: before.blocks, after: after.blocks }));
  return { rows, ...told(rows) };
}

const known = new WeakMap<RedlineSide["blocks"], readonly Unit[]>();

/** The units of a document, kept for as long as its blocks are: it is set against several others. */
function unitsIn(blocks: RedlineSide["blocks"]): readonly Unit[] {
  const units = known.get(blocks) ?? blocks.flatMap(({ text }, block) => unitsOf(text, block));
  known.set(blocks, units);
  return units;
}

/** Moves that follow each other in one block on both sides are one move, with a sentence put in or left out between them. */
function groupMoves(moves: readonly Pair[], { laid: { before, after }, chain }: { readonly laid: Laid; readonly chain: readonly Pair[] }): Group[] {
  const paired = { before: new Set([...chain, ...moves].map(([one]) => one)), after: new Set([...chain, ...moves].map(([, other]) => other)) };
  const near = (side: "before" | "after", from: number, to: number): boolean => to === from + 1 || (to === from + 2 && !paired[side].has(from + 1));
  const groups: Pair[][] = [];
  for (const [one, other] of moves) {
    const open = groups.at(-1);
    const [lastOne, lastOther] = open?.at(-1) ?? [-1, -1];
    const goesOn = near("before", lastOne, one) && near("after", lastOther, other) && before[one]?.block === before[lastOne]?.block && after[other]?.block === after[lastOther]?.block;
    if (open !== undefined && goesOn) open.push([one, other]);
    else groups.push([[one, other]]);
  }
  return groups.map((pairs, at) => {
    const [[fromOne, fromOther], [lastOne, lastOther]] = [pairs[0] ?? [0, 0], pairs.at(-1) ?? [0, 0]];
    return { number: at + 1, pairs, before: { from: fromOne, to: lastOne + 1 }, after: { from: fromOther, to: lastOther + 1 } };
  });
}

function told(rows: readonly RedlineRow[]): Omit<DocumentRedline, "rows"> {
  const words = { equal: 0, delete: 0, insert: 0 };
  for (const { course, runs } of rows) if (course !== "left") for (const { op, text } of runs) words[op] += wordCount(text);
  const { equal: equalWords, delete: deletedWords, insert: insertedWords } = words;
  const longer = equalWords + Math.max(deletedWords, insertedWords);
  return { figures: { equalWords, deletedWords, insertedWords, moves: rows.filter(({ course }) => course === "left").length }, reissued: longer > 0 && equalWords >= REISSUED * longer };
}
