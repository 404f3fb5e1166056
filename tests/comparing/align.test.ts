import { expect, test } from "vitest";
import { align } from "../../snapshots/comparing/align.ts";

const links = (table: readonly (readonly number[])[], apart: (row: number, column: number) => boolean = () => false) =>
  align(table.map((line) => Float64Array.from(line)), table[0]?.length ?? 0, { pair: 0.15, join: 0.55, beside: 0.15, bonds: { fixed: [], apart } });

test("the best assignment overall, not the best for each", () => {
  expect(links([[0.8, 0.7], [0.75, 0.05]])).toEqual([{ before: [0], after: [1] }, { before: [1], after: [0] }]);
});

test("what stands beside a linked commitment joins it where it could be a pair, what stands elsewhere where it is likely", () => {
  expect(links([[0.9, 0.2, 0.1, 0.2, 0.1, 0.6]])).toEqual([{ before: [0], after: [0, 1, 5] }]);
  expect(links([[0.9], [0.2], [0.1], [0.2], [0.1], [0.6]])).toEqual([{ before: [0, 1, 5], after: [0] }]);
});

test("one that joined may be the neighbour of the next", () => {
  expect(links([[0.9, 0.3, 0.2, 0.1]])).toEqual([{ before: [0], after: [0, 1, 2] }]);
});

test("what a person ruled apart does not join", () => {
  expect(links([[0.9, 0.5]], (_, column) => column === 1)).toEqual([{ before: [0], after: [0] }]);
});

test("a text that says one thing hundreds of times over is linked wholly, and soon", () => {
  const [rows, columns] = [900, 890];
  const table = Array.from({ length: rows }, (_, row) => Float64Array.from({ length: columns }, (__, column) => 0.999 * (1 - 0.05 * Math.abs(row / (rows - 1) - column / (columns - 1)))));
  const started = performance.now();
  const told = align(table, columns, { pair: 0.15, join: 0.55, beside: 0.15 });
  expect(told).toHaveLength(columns);
  expect(told.flatMap(({ before }) => before)).toHaveLength(rows);
  expect(performance.now() - started).toBeLessThan(8_000);
});
