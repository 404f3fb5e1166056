/** What a comparison says of itself in sentences. */
import { expect, test } from "vitest";
import type { Change, ChangeKind, DetailChange, IsoDate, Slug, Stage } from "../../snapshots/index.ts";
import { figuresOf } from "../../snapshots/comparing/changes.ts";
import { headline } from "../../views/headline.ts";
import { namesFrom } from "../../views/names.ts";
import { harbourSide, knowledge } from "../comparing/sides.ts";

const names = namesFrom({ topics: [], parties: [] });
let made = 0;
function change(kind: ChangeKind, topic: string, [before, after]: readonly [Stage | null, Stage | null], details: readonly DetailChange[] = []): Change {
  made += 1;
  const id = `c${made}`;
  return {
    ...{ id, kind, before: before === null ? [] : [`${id}-b`], after: after === null ? [] : [`${id}-a`], stage: { before, after }, force: null, topic: topic as Slug, details, nearest: null, reason: "" },
    match: before === null || after === null ? null : { score: 0.9, certainty: "sure", why: [], runnerUp: null },
  };
}
const told = (...changes: readonly Change[]): readonly string[] =>
  headline({ before: { held: "2024-05-01" as IsoDate }, after: { held: "2025-05-01" as IsoDate }, comparison: { changes, priorities: [], figures: figuresOf(changes) } }, names).sentences;
const slipped = (type: "deadline" | "amount", direction: DetailChange["direction"]): readonly DetailChange[] => [{ type, before: "2025", after: "2026", direction }];

test.each<[string, readonly Change[], string]>([
  ["one change is told with its stages", [change("advanced", "space", ["explored", "committed"])], "One commitment on space advanced from explored to committed."],
  ["topics of several stand apart, as their names have “and” of their own", [change("advanced", "space", ["explored", "committed"]), change("advanced", "trade-and-investment", ["noted", "underway"])], "Two commitments advanced (space; trade and investment)."],
  ["of many topics three are named and the others counted as topics", ["ports", "rivers", "dairy", "timber", "tin", "tea"].map((topic) => change("receded", topic, ["committed", "noted"])), "Six commitments receded to noted (ports; rivers; dairy; 3 more topics)."],
  ["what was delivered, what advanced and what receded make one sentence", [change("advanced", "ports", ["committed", "delivered"]), change("advanced", "rivers", ["noted", "committed"]), change("receded", "dairy", ["committed", "noted"])], "One commitment on ports is now reported as delivered, one commitment on rivers advanced from noted to committed and one commitment on dairy receded from committed to noted."],
])("%s", (_what, changes, sentence) => {
  expect(told(...changes)[0]).toBe(sentence);
});

test("the commitments before are all of the meeting's, however many stand in one change", () => {
  const joined = { ...change("advanced", "space", ["explored", "committed"]), before: ["one", "two"] };
  const unspoken = { ...change("silent", "space", ["noted", null]), before: ["three", "four"] };
  expect(told(joined, unspoken)).toContain("Of 4 commitments in May 2024, two are carried on and the others, two in 1 change, are not mentioned again; nothing is new.");
});

test("where every commitment that is not mentioned again is a change of its own, the number is that of the changes and not said twice", () => {
  expect(told(change("advanced", "space", ["explored", "committed"]), change("silent", "space", ["noted", null]), change("silent", "energy", ["noted", null]))).toContain("Of 3 commitments in May 2024, one is carried on and the others are not mentioned again; nothing is new.");
});

test("deadlines and amounts that moved are told with their topics", () => {
  expect(told(change("reworded", "space", ["committed", "committed"], slipped("deadline", "later")))).toContain("One deadline moved later (space).");
  expect(told(change("reworded", "space", ["committed", "committed"], slipped("amount", "more")), change("reworded", "energy", ["committed", "committed"], slipped("amount", "more")))).toContain("Two amounts were raised (space; energy).");
});

test("that a partnership’s next meeting is later than its last is no deadline that moved", () => {
  expect(told(change("reworded", "governance", ["intended", "intended"], slipped("deadline", "later"))).join(" ")).not.toContain("deadline");
});

test.each<[DetailChange["direction"], string]>([
  ["earlier", "One deadline moved earlier (the partnership itself)."],
  ["late", "One deadline was met late (the partnership itself)."],
])("a deadline of the partnership itself that moved otherwise is told: %s", (direction, sentence) => {
  expect(told(change("reworded", "governance", ["intended", "intended"], slipped("deadline", direction)))).toContain(sentence);
});

test("parties that the later list names and the earlier one does not, or the other way round, are told by name", () => {
  const { sentences } = headline({ before: { held: "2024-05-01" as IsoDate, ...harbourSide("Chile, Kenya, Norway, and Peru") }, after: { held: "2025-05-01" as IsoDate, ...harbourSide("Chile, Ghana, Japan, Norway, and Peru") }, comparison: { changes: [], priorities: [], figures: figuresOf([]) } }, namesFrom(knowledge));
  expect(sentences).toContain("Ghana and Japan are named as parties and were not in May 2024; Kenya is not named again.");
});
