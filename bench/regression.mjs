// Logistic regression with a ridge, by Newton's method. Deterministic.

/** Fits rows `{ x: number[], y: 0 | 1, weight }`; answers the constant and a weight for each column, in the columns' own units. */
export function fit(rows, { ridge }) {
  const width = rows[0].x.length;
  const mean = column((at) => rows.reduce((sum, { x }) => sum + x[at], 0) / rows.length);
  const spread = column((at) => Math.sqrt(rows.reduce((sum, { x }) => sum + (x[at] - mean[at]) ** 2, 0) / rows.length) || 1);
  function column(of) {
    return Array.from({ length: width }, (_, at) => of(at));
  }
  const scaled = rows.map(({ x }) => [1, ...x.map((value, at) => (value - mean[at]) / spread[at])]);
  let weights = new Array(width + 1).fill(0);
  for (let round = 0; round < 12; round++) {
    const slope = weights.map((value, at) => (at === 0 ? 0 : -ridge * value));
    const curve = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)));
    scaled.forEach((x, row) => {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * weights[at], 0)));
      const [error, bend] = [rows[row].weight * (rows[row].y - p), rows[row].weight * Math.max(1e-6, p * (1 - p))];
      for (let i = 0; i <= width; i++) {
        slope[i] += error * x[i];
        for (let j = 0; j <= width; j++) curve[i][j] += bend * x[i] * x[j];
      }
    });
    const step = solve(curve, slope);
    weights = weights.map((value, at) => value + step[at]);
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  const own = weights.slice(1).map((value, at) => value / spread[at]);
  return { constant: weights[0] - own.reduce((sum, value, at) => sum + value * mean[at], 0), weights: own };
}

/** Gauss's elimination with pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  rows.forEach((_, i) => {
    let pivot = i;
    for (let r = i + 1; r < rows.length; r++) if (Math.abs(rows[r][i]) > Math.abs(rows[pivot][i])) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    rows.forEach((row, r) => {
      if (r === i) return;
      const factor = row[i] / rows[i][i];
      for (let c = i; c < row.length; c++) row[c] -= factor * rows[i][c];
    });
  });
  return rows.map((row, at) => row[rows.length] / row[at]);
}

/**
 * The same for rows of named cues, `{ cues: string[], y: 0 | 1, weight? }`: a weight for each cue that `often` rows have or more. By steps along the slope,
 * each as long as what was seen of its cue allows. Deterministic.
 */
export function fitCues(rows, { ridge = 12, often = 4, rounds = 300, pace = 0.15 } = {}) {
  const counts = new Map();
  for (const { cues } of rows) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= often).map(([cue]) => cue).toSorted();
  const numbers = new Map(names.map((cue, at) => [cue, at]));
  const seen = rows.map(({ cues }) => Int32Array.from(cues.map((cue) => numbers.get(cue) ?? -1).filter((at) => at >= 0)));
  const [weights, travelled] = [new Float64Array(names.length), new Float64Array(names.length).fill(1e-8)];
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => -ridge * weight);
    seen.forEach((list, row) => {
      let sum = 0;
      for (const at of list) sum += weights[at];
      const error = (rows[row].weight ?? 1) * (rows[row].y - 1 / (1 + Math.exp(-sum)));
      for (const at of list) slope[at] += error;
    });
    for (let at = 0; at < weights.length; at++) {
      travelled[at] += slope[at] ** 2;
      weights[at] += (pace * slope[at]) / Math.sqrt(travelled[at]);
    }
  }
  return new Map(names.map((cue, at) => [cue, weights[at]]));
}

/** How likely it is by these weights that a row's answer is 1. */
export const chanceOf = (cues, weights) => 1 / (1 + Math.exp(-cues.reduce((sum, cue) => sum + (weights.get(cue) ?? 0), 0)));

/** Rows (as of `fitCues`, with a `partnership`) with the chance that weights trained without their partnership give them. */
export function leftOut(rows, options = {}) {
  return [...new Set(rows.map(({ partnership }) => partnership))].flatMap((name) => {
    const weights = fitCues(rows.filter(({ partnership }) => partnership !== name), options);
    return rows.filter(({ partnership }) => partnership === name).map((row) => ({ ...row, chance: chanceOf(row.cues, weights) }));
  });
}
