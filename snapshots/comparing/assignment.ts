/** The best assignment overall: which pairs to take so that their gains add up to the most, each row and column at most once. */

interface Edge {
  readonly column: number;
  readonly cost: number;
}

/**
 * For each row the column that it gets, or -1. Only positive gains are taken; rows and columns without one cost nothing. Successive shortest
 * augmenting paths with potentials (Jonker and Volgenant): each row finds the cheapest way to a free column, over columns that others give up for
 * another. Only cells with a gain are walked, which are few: of two long texts, six or seven in a row.
 */
export function assign(gains: readonly Float64Array[], columns: number): Int32Array {
  // To stay alone is a column of a row's own, that gains nothing.
  const edges = gainful(gains, columns).map((row, at): readonly Edge[] => [...row, { column: columns + at, cost: 0 }]);
  const rowOf = new Int32Array(columns + gains.length).fill(-1);
  const worth = { rows: new Float64Array(gains.length), columns: new Float64Array(columns + gains.length) };
  gains.forEach((_, start) => {
    worth.rows[start] = Math.min(...(edges[start] ?? []).map(({ column, cost }) => cost - (worth.columns[column] ?? 0)));
    const path = cheapest(start, { edges, rowOf, worth });
    for (const [column, { cost }] of path.settled) {
      const ahead = path.cost - cost;
      worth.columns[column] = (worth.columns[column] ?? 0) - ahead;
      const row = rowOf[column] ?? -1;
      if (row >= 0) worth.rows[row] = (worth.rows[row] ?? 0) + ahead;
    }
    worth.rows[start] = (worth.rows[start] ?? 0) + path.cost;
    for (const { column, row } of path.steps) rowOf[column] = row;
  });
  const chosen = new Int32Array(gains.length).fill(-1);
  for (let column = 0; column < columns; column++) if ((rowOf[column] ?? -1) >= 0) chosen[rowOf[column] ?? 0] = column;
  return chosen;
}

/** No more cells than these are walked for one row or column. In no real text has one so many; in a text that says one thing a thousand times, all are. */
const CANDIDATES = 64;

/** The cells with a gain as edges, row by row, without those that are among the foremost neither of their row nor of their column. */
function gainful(gains: readonly Float64Array[], columns: number): Edge[][] {
  const held: number[][] = Array.from({ length: columns }, () => []);
  for (const row of gains) {
    row.forEach((gain, column) => {
      if (gain > 0) held[column]?.push(gain);
    });
  }
  const least = held.map(leastOf);
  return gains.map((row) => {
    const [own, edges] = [leastOf(row.filter((gain) => gain > 0)), [] as Edge[]];
    row.forEach((gain, column) => {
      if (gain > 0 && (gain >= own || gain >= (least[column] ?? 0))) edges.push({ column, cost: -gain });
    });
    return edges;
  });
}

/** The gain of the last of the foremost; 0 where there are no more than these. */
const leastOf = (gains: ArrayLike<number>): number => (gains.length <= CANDIDATES ? 0 : (Float64Array.from(gains).sort()[gains.length - CANDIDATES] ?? 0));

interface State {
  readonly edges: readonly (readonly Edge[])[];
  /** Who holds each column, or -1. */
  readonly rowOf: Int32Array;
  /** Potentials: no edge costs less than what its row and its column are worth together. */
  readonly worth: { readonly rows: Float64Array; readonly columns: Float64Array };
}

/** How a column was reached: at what cost, and from which row. */
interface Reached {
  readonly cost: number;
  readonly row: number;
}

interface Path {
  /** Who holds which column once the path is taken. */
  readonly steps: readonly { readonly column: number; readonly row: number }[];
  readonly cost: number;
  /** Columns that were passed on the way, without the one where it ends. */
  readonly settled: ReadonlyMap<number, Reached>;
}

/** The cheapest path from a row to a free column (Dijkstra); of equally cheap columns the first. */
function cheapest(start: number, { edges, rowOf, worth }: State): Path {
  const [open, settled] = [new Map<number, Reached>(), new Map<number, Reached>()];
  let [row, sofar] = [start, 0];
  for (;;) {
    for (const { column, cost } of edges[row] ?? []) {
      if (settled.has(column)) continue;
      const total = sofar + cost - (worth.rows[row] ?? 0) - (worth.columns[column] ?? 0);
      if (total < (open.get(column)?.cost ?? Number.POSITIVE_INFINITY)) open.set(column, { cost: total, row });
    }
    let [end, reached] = [-1, { cost: Number.POSITIVE_INFINITY, row: -1 }];
    for (const [column, one] of open) if (one.cost < reached.cost || (one.cost === reached.cost && column < end)) [end, reached] = [column, one];
    open.delete(end);
    const holder = rowOf[end] ?? -1;
    if (holder < 0) return { steps: back(end, reached, { rowOf, settled, start }), cost: reached.cost, settled };
    settled.set(end, reached);
    [row, sofar] = [holder, reached.cost];
  }
}

/** The steps of a path from its end: each row takes the column that it reached, and gives up the one that it held. */
function back(end: number, last: Reached, { rowOf, settled, start }: { readonly rowOf: Int32Array; readonly settled: ReadonlyMap<number, Reached>; readonly start: number }): Path["steps"] {
  const steps = [{ column: end, row: last.row }];
  for (let { row } = last; row !== start; ) {
    const column = rowOf.indexOf(row);
    row = settled.get(column)?.row ?? start;
    steps.push({ column, row });
  }
  return steps;
}
