/** Arithmetic of word vectors. */

export type Vector = Float32Array | Float64Array;

/** The sum of products, place by place; both have the same length. */
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

export const lengthOf = (vector: Vector): number => Math.sqrt(dot(vector, vector));
