/**
 * Which units before and after are the same: in order along one chain as heavy as can be, and out of order as moves. Never
 * quadratic: candidates are found through equal text and through rare words, a bounded number for each unit.
 */
import { likenessBy, spreadOf, type Unit } from "./units.ts";

/** Numbers of two units, before and after. */
export type Pair = readonly [before: number, after: number];

export interface Pairing {
  /** Rising on both sides. */
  readonly chain: readonly Pair[];
  /** Pairs across the chain, by their place after. */
  readonly moves: readonly Pair[];
}

/** Likeness from which two units in order are one sentence, edited; low, as the order speaks for it too. */
const IN_ORDER = 0.35;
/** The same for a sentence that stands elsewhere, where nothing else speaks for it. */
const ELSEWHERE = 0.5;
/** Fewer words than this are not worth being called moved. */
const MOVED_WORDS = 4;
/** A pair that is much less alike than the best of either unit is none. */
const OF_BEST = 0.7;
/** Rare words by which candidates are looked up, and the units that may have one. */
const KEYS = 8;
const CROWD = 24;

interface Edge {
  readonly before: number;
  readonly after: number;
  readonly likeness: number;
}

export function pairUnits(before: readonly Unit[], after: readonly Unit[]): Pairing {
  const equal = equalEdges(before, after);
  const done = { before: new Set(equal.map((edge) => edge.before)), after: new Set(equal.map((edge) => edge.after)) };
  const edges = [...equal, ...likeEdges(before, after, done)];
  const wordsOf = (edge: Edge): number => 1 + Math.min(sizeOf(before[edge.before]), sizeOf(after[edge.after]));
  const chain = grow(heaviestChain(edges.map((edge) => ({ ...edge, weight: edge.likeness ** 2 * wordsOf(edge) })), after.length), { before, after });
  const taken = { before: new Set(chain.map(([one]) => one)), after: new Set(chain.map(([, other]) => other)) };
  const moves: Pair[] = [];
  for (const edge of edges.filter((one) => one.likeness >= ELSEWHERE && wordsOf(one) > MOVED_WORDS).toSorted((a, b) => b.likeness * wordsOf(b) - a.likeness * wordsOf(a) || a.after - b.after || a.before - b.before)) {
    if (taken.before.has(edge.before) || taken.after.has(edge.after)) continue;
    taken.before.add(edge.before);
    taken.after.add(edge.after);
    moves.push([edge.before, edge.after]);
  }
  return { chain, moves: moves.toSorted((a, b) => a[1] - b[1]) };
}

/** About how many words a unit has. */
const sizeOf = (unit: Unit | undefined): number => (unit === undefined ? 0 : unit.text.split(" ").length);

/** Units of the same text, where it stands equally often on both sides: the first with the first, and so on. */
function equalEdges(before: readonly Unit[], after: readonly Unit[]): Edge[] {
  const places = (units: readonly Unit[]): Map<string, number[]> => {
    const found = new Map<string, number[]>();
    units.forEach(({ text }, at) => {
      const known = found.get(text.trimEnd());
      if (known === undefined) found.set(text.trimEnd(), [at]);
      else known.push(at);
    });
    return found;
  };
  const others = places(after);
  return [...places(before)].flatMap(([text, list]) => {
    const other = others.get(text);
    return other?.length === list.length ? list.map((one, at) => ({ before: one, after: other[at] ?? 0, likeness: 1 })) : [];
  });
}

/** Units that share rare words, where neither has a much better counterpart; those that have an equal one are not looked at. */
function likeEdges(before: readonly Unit[], after: readonly Unit[], done: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> }): Edge[] {
  const open = [...before.filter((_, at) => !done.before.has(at)), ...after.filter((_, at) => !done.after.has(at))];
  const spread = spreadOf(open);
  const likeness = likenessBy(spread, open.length);
  const holders = new Map<string, number[]>();
  after.forEach((unit, at) => {
    if (done.after.has(at)) return;
    for (const word of unit.words) {
      const known = holders.get(word);
      if ((spread.get(word) ?? 0) > CROWD) continue;
      if (known === undefined) holders.set(word, [at]);
      else known.push(at);
    }
  });
  const edges = before.flatMap((unit, at) => {
    if (done.before.has(at)) return [];
    const held = unit.words.flatMap((word) => {
      const places = holders.get(word);
      return places === undefined ? [] : [{ places, spread: spread.get(word) ?? 0 }];
    });
    const candidates = new Set(held.sort((a, b) => a.spread - b.spread).slice(0, KEYS).flatMap(({ places }) => places));
    return [...candidates].flatMap((place) => {
      const other = after[place];
      const value = other === undefined || other.text.trimEnd() === unit.text.trimEnd() ? 0 : likeness(unit, other);
      return value >= IN_ORDER ? [{ before: at, after: place, likeness: Math.min(0.99, value) }] : [];
    });
  });
  const best = { before: new Map<number, number>(), after: new Map<number, number>() };
  for (const edge of edges) for (const side of ["before", "after"] as const) best[side].set(edge[side], Math.max(best[side].get(edge[side]) ?? 0, edge.likeness));
  return edges.filter((edge) => edge.likeness >= OF_BEST * Math.max(best.before.get(edge.before) ?? 0, best.after.get(edge.after) ?? 0));
}

/** The heaviest run of edges that rises on both sides: a Fenwick tree of best sums, O(E log E). */
function heaviestChain(edges: readonly (Edge & { readonly weight: number })[], columns: number): Pair[] {
  const sorted = edges.toSorted((a, b) => a.before - b.before || b.after - a.after);
  const tree = new Int32Array(columns + 1).fill(-1);
  const sums = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  sorted.forEach((edge, index) => {
    let best = -1;
    for (let at = edge.after; at > 0; at -= at & -at) {
      const held = tree[at] ?? -1;
      if (held >= 0 && (best < 0 || (sums[held] ?? 0) > (sums[best] ?? 0))) best = held;
    }
    previous[index] = best;
    sums[index] = edge.weight + (best < 0 ? 0 : (sums[best] ?? 0));
    for (let at = edge.after + 1; at <= columns; at += at & -at) {
      const held = tree[at] ?? -1;
      if (held < 0 || (sums[held] ?? 0) < (sums[index] ?? 0)) tree[at] = index;
    }
  });
  let last = sums.reduce((top, sum, index) => (top < 0 || sum > (sums[top] ?? 0) ? index : top), -1);
  const chain: Pair[] = [];
  for (; last >= 0; last = previous[last] ?? -1) {
    const edge = sorted[last];
    if (edge !== undefined) chain.push([edge.before, edge.after]);
  }
  return chain.toReversed();
}

/** Adds equal units next to those of the chain, which repeated headings and short lines are. */
function grow(chain: readonly Pair[], { before, after }: { readonly before: readonly Unit[]; readonly after: readonly Unit[] }): Pair[] {
  const same = (one: number, other: number): boolean => before[one] !== undefined && before[one]?.text.trimEnd() === after[other]?.text.trimEnd();
  const grown: Pair[] = [];
  let [b, a] = [0, 0];
  for (const [toB, toA] of [...chain, [before.length, after.length] as const]) {
    for (; b < toB && a < toA && same(b, a); b++, a++) grown.push([b, a]);
    const tail: Pair[] = [];
    let [endB, endA] = [toB, toA];
    while (endB > b && endA > a && same(endB - 1, endA - 1)) {
      endB--;
      endA--;
      tail.push([endB, endA]);
    }
    grown.push(...tail.toReversed());
    if (toB < before.length || toA < after.length) grown.push([toB, toA]);
    [b, a] = [toB + 1, toA + 1];
  }
  return grown;
}
