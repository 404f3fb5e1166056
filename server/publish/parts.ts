/**
 * Long texts in parts, each made when it is asked for, so that whoever sends them can answer others in between. Walked again,
 * they are made anew.
 */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

type Ask<One> = (slice: Slice) => { readonly items: readonly One[] };

/** Rows that are asked for at once. */
const STEP = 200;

/** What a question answers, some rows at a time; at least one part, which may be empty. */
export function partsOf<One>(ask: Ask<One>, { offset, limit }: Slice, most = STEP): Iterable<readonly One[]> {
  return {
    *[Symbol.iterator]() {
      for (let at = 0; at < limit; at += most) {
        const step = Math.min(most, limit - at);
        const { items } = ask({ offset: offset + at, limit: step });
        if (at === 0 || items.length > 0) yield items;
        if (items.length < step) return;
      }
    },
  };
}

/** A table of them: `write` makes one of some rows, of which only the first keeps its line of column names. */
export function tableOf<One>(parts: Iterable<readonly One[]>, write: (items: readonly One[]) => string): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let isFirst = true;
      for (const items of parts) {
        const table = write(items);
        yield isFirst ? table : table.slice(table.indexOf("\n") + 1);
        isFirst = false;
      }
    },
  };
}

/** What is made of parts, as often as it is walked. */
export function made<From, To>(parts: Iterable<From>, make: (parts: Iterable<From>) => Iterable<To>): Iterable<To> {
  return { [Symbol.iterator]: () => make(parts)[Symbol.iterator]() };
}
