import { expect, test } from "vitest";
import { partsOf, tableOf } from "../../server/publish/parts.ts";
import { csv } from "../../server/publish/tables.ts";

const rows = Array.from({ length: 950 }, (_, at) => ({ number: at, words: at % 7 === 0 ? "two\r\nlines, “quoted”" : "one" }));
const write = (items: readonly (typeof rows)[number][]): string => csv(["number", "words"], items);
const ask = ({ offset, limit }: { readonly offset: number; readonly limit: number }) => ({ items: rows.slice(offset, offset + limit) });

test.each([
  [0, 5_000],
  [0, 200],
  [0, 600],
  [150, 450],
  [900, 200],
  [2_000, 200],
])("from row %i on, %i rows: the parts of a table make the whole table, and again", (offset, limit) => {
  const parts = tableOf(partsOf(ask, { offset, limit }), write);
  const whole = write(rows.slice(offset, offset + limit));
  expect([...parts].join("")).toBe(whole);
  expect([...parts].join("")).toBe(whole);
});

test("no more is asked for than is wanted, and nothing after the last row", () => {
  const asked: string[] = [];
  const count = (limit: number): readonly string[] => {
    asked.length = 0;
    for (const _ of partsOf((slice) => (asked.push(`${slice.offset}+${slice.limit}`), ask(slice)), { offset: 0, limit })) continue;
    return asked.slice();
  };
  expect(count(450)).toEqual(["0+200", "200+200", "400+50"]);
  expect(count(5_000)).toEqual(["0+200", "200+200", "400+200", "600+200", "800+200"]);
});
