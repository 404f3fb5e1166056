/** Work that is put off until its result is first wanted, and then done once. */

/** The value of a computation that runs when it is first wanted. */
export function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}
