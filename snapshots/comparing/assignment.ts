/** The best assignment overall: which pairs to take so that their gains add up to the most, each row and column at most once. */

/** For each row the column that it gets, or -1. Only positive gains are taken; rows and columns without one cost nothing. */
export function assign(gains: readonly Float64Array[], columns: number): Int32Array {
  const held = new Uint8Array(columns);
  const rows: number[] = [];
  gains.forEach((row, at) => {
    let gainful = false;
    for (let column = 0; column < columns; column++) {
      if ((row[column] ?? 0) <= 0) continue;
      gainful = true;
      held[column] = 1;
    }
    if (gainful) rows.push(at);
  });
  const kept = Array.from(held.keys()).filter((column) => held[column] === 1);
  const chosen = new Int32Array(gains.length).fill(-1);
  assignAll(rows.map((row) => Float64Array.from(kept, (column) => gains[row]?.[column] ?? 0)), kept.length).forEach((place, row) => {
    chosen[rows[row] ?? 0] = kept[place] ?? -1;
  });
  return chosen;
}

/**
 * The same for a table that is dense. Jonker and Volgenant's shortest augmenting
 * paths with potentials, O(rows² · columns); rows must not outnumber columns, else the table is turned.
 */
function assignAll(gains: readonly Float64Array[], columns: number): Int32Array {
  if (gains.length > columns) return turned(gains, columns);
  const rows = gains.length;
  const rowOf = new Int32Array(columns + 1).fill(0);
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let at = 0;
    do {
      used[at] = 1;
      const from = rowOf[at] ?? 0;
      const costs = gains[from - 1] ?? new Float64Array(columns);
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (used[column] === 1) continue;
        const cost = -Math.max(0, costs[column - 1] ?? 0) - (u[from] ?? 0) - (v[column] ?? 0);
        if (cost < (least[column] ?? 0)) {
          least[column] = cost;
          way[column] = at;
        }
        if ((least[column] ?? 0) < delta) {
          delta = least[column] ?? 0;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (used[column] === 1) {
          const held = rowOf[column] ?? 0;
          u[held] = (u[held] ?? 0) + delta;
          v[column] = (v[column] ?? 0) - delta;
        } else least[column] = (least[column] ?? 0) - delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    for (; at !== 0; at = way[at] ?? 0) rowOf[at] = rowOf[way[at] ?? 0] ?? 0;
  }
  const chosen = new Int32Array(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = (rowOf[column] ?? 0) - 1;
    if (row >= 0 && (gains[row]?.[column - 1] ?? 0) > 0) chosen[row] = column - 1;
  }
  return chosen;
}

/** The same with rows and columns changed over. */
function turned(gains: readonly Float64Array[], columns: number): Int32Array {
  const other = Array.from({ length: columns }, (_, column) => Float64Array.from(gains, (row) => row[column] ?? 0));
  const chosen = new Int32Array(gains.length).fill(-1);
  assignAll(other, gains.length).forEach((row, column) => {
    if (row >= 0) chosen[row] = column;
  });
  return chosen;
}
