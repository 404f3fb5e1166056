// Where quotes stand in a document, counted in words, after the reference's scorer.

/** A text as words are counted in it (a Markdown link by its text), and where each word stands there. */
export function readable(text) {
  const plain = text.replace(/\]\([^()\s]*\)/g, "]").normalize("NFKC");
  return { plain, spans: Array.from(plain.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({ start: index, end: index + word.length })) };
}

/** Words of a text: lower case, letters and digits only. */
export function wordsOf(text) {
  const { plain, spans } = readable(text);
  return spans.map(({ start, end }) => plain.slice(start, end).toLowerCase());
}

/** Each of `list` (objects with a `quote`) with `start` and `end`; a repeated quote takes its next place; -1 where it is not found. */
export function placed(words, list) {
  const joined = ` ${words.join(" ")} `;
  const starts = new Map();
  let at = 0;
  words.forEach((word, index) => {
    starts.set(at, index);
    at += word.length + 1;
  });
  const next = new Map();
  return list.map((one) => {
    const run = wordsOf(one.quote);
    const wanted = ` ${run.join(" ")} `;
    const found = [joined.indexOf(wanted, next.get(wanted) ?? 0), joined.indexOf(wanted)].find((place) => place >= 0) ?? -1;
    if (found >= 0) next.set(wanted, found + 1);
    const start = starts.get(found) ?? -1;
    return { ...one, start, end: start < 0 ? -1 : start + run.length };
  });
}
