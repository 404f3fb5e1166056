import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, EMPTY_WORD_TABLE, type Knowledge, type Ruling, type Sha256, type Side } from "../../snapshots/index.ts";
import { snapshotOf } from "./made.ts";

const knowledge: Knowledge = { version: "0", parties: [], partnerships: [], topics: [], words: EMPTY_WORD_TABLE, acceptance: { weightOf: () => 0 }, seams: { weightOf: () => 0 } };
const BEFORE = ["Norland will build a harbour at Vik.", "Both sides intend to open two schools.", "Sudland will lay the northern cable."];
const AFTER = ["Norland has built the harbour at Vik.", "Both sides opened two schools.", "A survey of whales will be prepared."];
const side = (list: readonly string[], digit: string, rulings: readonly Ruling[] = []): Side => ({ snapshots: [snapshotOf(list, { sha256: digit.repeat(64) as Sha256 })], rulings });
const ids = (one: Side): string[] => one.snapshots.flatMap((snapshot) => snapshot.commitments.map((commitment) => commitment.id));
const made = { author: "Ada", reason: "The annex says so.", madeAt: "2030-06-01T00:00:00.000Z" };
const [olds, news] = [ids(side(BEFORE, "b")), ids(side(AFTER, "c"))];

const ruling = fc.record({ kind: fc.constantFrom("link" as const, "unlink" as const), before: fc.constantFrom(...olds).map((id) => [id]), after: fc.constantFrom(...news).map((id) => [id]) });
const rulings = fc.array(ruling, { maxLength: 5 }).map((list): Ruling[] => list.map((one, at) => ({ id: at + 1, value: null, ...one, ...made })));

test("of the rulings on a pair the last stands: linked pairs are in one change, others in none, and nothing is lost", () => {
  fc.assert(
    fc.property(rulings, (list) => {
      const { changes, figures } = compare(side(BEFORE, "b"), side(AFTER, "c", list), knowledge);
      const last = new Map(list.map((one) => [`${one.before[0]} ${one.after[0]}`, one]));
      const linked = [...last.values()].filter((one) => one.kind === "link");
      for (const { kind, before, after } of last.values()) {
        const together = changes.some((change) => change.before.includes(before[0] ?? "") && change.after.includes(after[0] ?? ""));
        if (kind === "link") expect(together).toBe(true);
        // Two links through a third commitment bring together what was told apart; a person asked for both.
        else if (linked.length < 2) expect(together).toBe(false);
      }
      expect(changes.flatMap((change) => change.before).toSorted()).toEqual(olds.toSorted());
      expect(changes.flatMap((change) => change.after).toSorted()).toEqual(news.toSorted());
      expect(changes.length).toBe(figures.new + figures.advanced + figures.reworded + figures.restated + figures.receded + figures.silent);
    }),
  );
});

test("without rulings a comparison is what it was", () => {
  expect(compare(side(BEFORE, "b"), side(AFTER, "c"), knowledge)).toEqual(compare({ snapshots: side(BEFORE, "b").snapshots }, { snapshots: side(AFTER, "c").snapshots }, knowledge));
});

test("a kind that was ruled is shown with its editor and reason, and counted", () => {
  const [before, after] = [[olds[0] ?? ""], [news[0] ?? ""]];
  const list: Ruling[] = [{ id: 1, kind: "link", before, after, value: null, ...made }, { id: 2, kind: "change-kind", before, after, value: "receded", ...made }];
  const { changes, figures } = compare(side(BEFORE, "b", list), side(AFTER, "c"), knowledge);
  const change = changes.find((one) => one.after.includes(after[0] ?? ""));
  expect(change).toMatchObject({ kind: "receded", match: { certainty: "sure" }, ruling: { id: 2, author: "Ada", reason: "The annex says so." } });
  expect(change?.reason).toContain("An editor ruled");
  expect(figures.receded).toBe(1);
});
