/**
 * The order of a redline's rows: pieces of blocks between one pair of the chain and the next. What goes comes before what is
 * added; a passage that moved breaks the row it stood in.
 */
import type { Pair } from "./pairing.ts";
import type { Unit } from "./units.ts";

/** Units of both documents, in order. */
export interface Laid {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

/** One move: its pairs, and the runs of units that it takes on either side. */
export interface Group {
  readonly number: number;
  readonly pairs: readonly Pair[];
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
}

/** A pair of units that stand for each other, or units of one side only. */
export interface Piece {
  readonly before: Unit | null;
  readonly after: Unit | null;
}

/** Numbers of the blocks in which a row stands. */
export interface Blocks {
  readonly before: number | null;
  readonly after: number | null;
}

export interface RowDraft {
  readonly blocks: Blocks;
  readonly pieces: readonly Piece[];
  /** The move that it is an end of. */
  readonly move: { readonly number: number; readonly end: "moved" | "left"; readonly direction: "up" | "down" } | null;
  /** Whether the row goes on in a block that an earlier row began. */
  readonly continues: { readonly before: boolean; readonly after: boolean };
}

interface OpenRow {
  readonly blocks: Blocks;
  readonly pieces: Piece[];
  readonly group: Group | null;
  readonly end: "moved" | "left" | null;
}

export function layRows(laid: Laid, { chain, groups }: { readonly chain: readonly Pair[]; readonly groups: readonly Group[] }): RowDraft[] {
  const rows = new Rows(laid, groups);
  const ends: Pair = [laid.before.length, laid.after.length];
  let last: Pair = [-1, -1];
  for (const pair of [...chain, ends]) {
    fillGap(rows, { laid, last, next: pair });
    if (pair !== ends) rows.pair(pair);
    last = pair;
  }
  return rows.drafts();
}

/** What stands between two pairs of the chain: the rest of the blocks of the first, whole blocks, the beginning of those of the second. */
function fillGap(rows: Rows, { laid, last, next }: { readonly laid: Laid; readonly last: Pair; readonly next: Pair }): void {
  const [b1, a1] = [laid.before[last[0]]?.block ?? null, laid.after[last[1]]?.block ?? null];
  const [b2, a2] = [laid.before[next[0]]?.block ?? null, laid.after[next[1]]?.block ?? null];
  const ranges = {
    before: cut(laid.before, { from: last[0] + 1, to: next[0], first: b1, second: b2 }),
    after: cut(laid.after, { from: last[1] + 1, to: next[1], first: a1, second: a2 }),
  };
  rows.fill({ before: ranges.before.tail, after: ranges.after.tail }, { before: b1, after: a1 });
  rows.fill({ before: ranges.before.middle, after: ranges.after.middle }, null);
  rows.fill({ before: ranges.before.head, after: ranges.after.head }, { before: b2, after: a2 });
}

type Range = readonly [from: number, to: number];

function cut(units: readonly Unit[], { from, to, first, second }: { readonly from: number; readonly to: number; readonly first: number | null; readonly second: number | null }): { tail: Range; middle: Range; head: Range } {
  let [tailEnd, headStart] = [from, to];
  while (first !== null && tailEnd < to && units[tailEnd]?.block === first) tailEnd++;
  while (second !== null && headStart > tailEnd && units[headStart - 1]?.block === second) headStart--;
  return { tail: [from, tailEnd], middle: [tailEnd, headStart], head: [headStart, to] };
}

/** Whether a short line in the place of another is the same with another date or number in it. */
const shareWords = (one: Unit, other: Unit): boolean => 3 * one.words.filter((word) => other.words.includes(word)).length >= Math.max(one.words.length, other.words.length);

/** Gathers rows. */
class Rows {
  readonly #rows: OpenRow[] = [];
  readonly #laid: Laid;
  readonly #leaving: ReadonlyMap<number, Group>;
  readonly #arriving: ReadonlyMap<number, Group>;

  constructor(laid: Laid, groups: readonly Group[]) {
    this.#laid = laid;
    this.#leaving = new Map(groups.map((group) => [group.before.from, group]));
    this.#arriving = new Map(groups.map((group) => [group.after.from, group]));
  }

  pair([one, other]: Pair): void {
    const [before, after] = [this.#laid.before[one] ?? null, this.#laid.after[other] ?? null];
    this.#put({ before: before?.block ?? null, after: after?.block ?? null }, { before, after });
  }

  /** Lone units of both sides; in the row of the given blocks, or each block in a row of its own. */
  fill({ before, after }: { readonly before: Range; readonly after: Range }, home: Blocks | null): void {
    const [gone, added] = [before[1] - before[0], after[1] - after[0]];
    const [lone, other] = [this.#laid.before[before[0]], this.#laid.after[after[0]]];
    const one = gone === 1 && added === 1 && !this.#leaving.has(before[0]) && !this.#arriving.has(after[0]);
    if (one && lone !== undefined && other !== undefined && (home !== null || shareWords(lone, other))) {
      this.#put(home ?? { before: lone.block, after: other.block }, { before: lone, after: other });
      return;
    }
    for (let at = before[0]; at < before[1]; at++) {
      const group = this.#leaving.get(at);
      const unit = this.#laid.before[at] ?? null;
      if (group !== undefined) at = this.#leave(group) - 1;
      else this.#put(home ?? { before: unit?.block ?? null, after: null }, { before: unit, after: null });
    }
    for (let at = after[0]; at < after[1]; at++) {
      const group = this.#arriving.get(at);
      const unit = this.#laid.after[at] ?? null;
      if (group !== undefined) at = this.#arrive(group) - 1;
      else this.#put(home ?? { before: null, after: unit?.block ?? null }, { before: null, after: unit });
    }
  }

  #put(blocks: Blocks, piece: Piece): void {
    const open = this.#rows.at(-1);
    if (open !== undefined && open.end === null && open.blocks.before === blocks.before && open.blocks.after === blocks.after) open.pieces.push(piece);
    else this.#rows.push({ blocks, pieces: [piece], group: null, end: null });
  }

  #leave(group: Group): number {
    const pieces = this.#laid.before.slice(group.before.from, group.before.to).map((before) => ({ before, after: null }));
    this.#rows.push({ blocks: this.#blocksOf(group), pieces, group, end: "left" });
    return group.before.to;
  }

  #arrive(group: Group): number {
    const pieces: Piece[] = [];
    let [b, a] = [group.before.from, group.after.from];
    for (const [toB, toA] of group.pairs) {
      for (; b < toB; b++) pieces.push({ before: this.#laid.before[b] ?? null, after: null });
      for (; a < toA; a++) pieces.push({ before: null, after: this.#laid.after[a] ?? null });
      pieces.push({ before: this.#laid.before[toB] ?? null, after: this.#laid.after[toA] ?? null });
      [b, a] = [toB + 1, toA + 1];
    }
    this.#rows.push({ blocks: this.#blocksOf(group), pieces, group, end: "moved" });
    return group.after.to;
  }

  #blocksOf(group: Group): Blocks {
    return { before: this.#laid.before[group.before.from]?.block ?? null, after: this.#laid.after[group.after.from]?.block ?? null };
  }

  drafts(): RowDraft[] {
    const places = { moved: new Map<Group, number>(), left: new Map<Group, number>() };
    this.#rows.forEach(({ group, end }, at) => {
      if (group !== null && end !== null) places[end].set(group, at);
    });
    const directionOf = (group: Group): "up" | "down" => ((places.moved.get(group) ?? 0) < (places.left.get(group) ?? 0) ? "up" : "down");
    const begun = { before: new Set<number>(), after: new Set<number>() };
    const goesOn = (side: "before" | "after", row: OpenRow): boolean => {
      const block = row.blocks[side];
      const elsewhere = row.end === (side === "before" ? "moved" : "left");
      if (row.group !== null && elsewhere) return this.#laid[side][row.group[side].from - 1]?.block === block;
      if (block === null) return false;
      const known = begun[side].has(block);
      begun[side].add(block);
      return known;
    };
    return this.#rows.map((row) => ({
      blocks: row.blocks,
      pieces: row.pieces,
      move: row.group === null || row.end === null ? null : { number: row.group.number, end: row.end, direction: directionOf(row.group) },
      continues: { before: goesOn("before", row), after: goesOn("after", row) },
    }));
  }
}
