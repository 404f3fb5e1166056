/** Small rules of English that pages share. */
import { expect, test } from "vitest";
import { valueWords } from "../../views/parts/corrections.ts";
import { amountWords, clip, count, list, ordinal, percent, shortList, withinSentence } from "../../views/grammar.ts";
import { gap, longDate, shortDate, tellApart } from "../../views/dates.ts";
import { safeAddress } from "../../views/parts/documents.ts";

test.each([
  ["EUR 4500000", "EUR 4.5 million"],
  ["50000000000 cubic metres", "50 billion cubic metres"],
  ["USD 2000000000000", "USD 2 trillion"],
  ["1234 experts", "1,234 experts"],
  ["12.5 percent", "12.5 percent"],
])("%s is written %s", (value, words) => {
  expect(amountWords(value)).toBe(words);
});

test.each([
  [count(1, "meeting"), "1 meeting"],
  [count(1050, "document"), "1,050 documents"],
  [list(["a", "b", "c"]), "a, b and c"],
  [shortList(["a", "b", "c", "d"], 2), "a, b and 2 more"],
  [shortList(["a", "b", "c"], 2), "a, b and c"],
  [ordinal(2), "second"],
  [ordinal(22), "22nd"],
  [ordinal(113), "113th"],
  [percent(0.001), "<1%"],
  [withinSentence("Space"), "space"],
  [withinSentence("5G and 6G"), "5G and 6G"],
  [clip("one two three four", 12), "one two …"],
  [longDate("2024-08-01"), "1 August 2024"],
  [longDate("2024-08"), "August 2024"],
  [shortDate("2024-09-01"), "1 Sept 2024"],
  [gap("2023-10-12", "2024-08-01"), "10 months"],
  [tellApart("2024-08-01", "2024-08-20").join(" / "), "1 August 2024 / 20 August 2024"],
])("%s", (written, expected) => {
  expect(written).toBe(expected);
});

test("only addresses of the web are linked: a document cannot bring a script along", () => {
  expect(["https://a.example/b", "http://a.example", "javascript:alert(1)", "data:text/html,x", " https://a.example", null].map(safeAddress)).toEqual(["https://a.example/b", "http://a.example", null, null, null, null]);
});

test("a corrected stage is told in the word that pages have for it, and anything else as it is", () => {
  expect([valueWords("stage", "underway"), valueWords("stage", "ongoing"), valueWords("title", "underway")]).toEqual(["under way", "ongoing", "underway"]);
});
