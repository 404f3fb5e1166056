import { expect, test } from "vitest";
import { openDatabase, readTogether, write } from "../../server/archive/database.ts";
import { keepLatest } from "../../server/archive/latest.ts";

test("an answer is kept until something is written", () => {
  const db = openDatabase(":memory:");
  const latest = keepLatest<number>(db, 2);
  let asked = 0;
  const ask = (key: string): number => latest(key, () => (asked += 1));
  expect([ask("a"), ask("a"), readTogether(db, () => ask("a"))]).toEqual([1, 1, 1]);
  write(db, () => undefined);
  expect([ask("a"), ask("a")]).toEqual([2, 2]);
  db.close();
});

test("of more than may be kept, the one that was asked for longest ago goes", () => {
  const db = openDatabase(":memory:");
  const latest = keepLatest<string>(db, 2);
  const asked: string[] = [];
  const ask = (key: string): string => latest(key, () => (asked.push(key), key));
  for (const key of ["a", "b", "a", "c", "a", "b"]) ask(key);
  expect(asked).toEqual(["a", "b", "c", "b"]);
  db.close();
});

test("what a writer sees of its own changes is not kept: they may be undone", () => {
  const db = openDatabase(":memory:");
  const latest = keepLatest<string>(db, 2);
  const undo = new Error("undone");
  expect(() => write(db, () => {
    expect(latest("a", () => "not yet")).toBe("not yet");
    throw undo;
  })).toThrow(undo);
  expect(latest("a", () => "stands")).toBe("stands");
  db.close();
});
