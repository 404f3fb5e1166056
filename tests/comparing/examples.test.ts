import fc from "fast-check";
import { expect, test } from "vitest";
import { figuresRange, restrict } from "../../snapshots/index.ts";
import { assign } from "../../snapshots/comparing/assignment.ts";
import { forceChange, judge } from "../../snapshots/comparing/kinds.ts";
import { type Commitment, STAGES } from "../../snapshots/index.ts";
import { byId, compared, sideOf, told } from "./sides.ts";

const BEFORE = sideOf(`# Joint Statement of Arlandia and Borduria

Both sides agreed to explore a joint satellite for watching forest fires.

They agreed to fund 40 scholarships for students of seismology by the end of 2031.

They will set up a hotline between their coast guards.

Both sides will continue their joint work on the mutual recognition of seafarers' certificates.

They discussed the taxation of wool.`, "2030-05-02");

const AFTER = sideOf(`# Joint Statement of Arlandia and Borduria

Both sides launched a joint satellite for watching forest fires.

They agreed to fund 60 scholarships for students of seismology by the end of 2032.

They hope to set up a hotline between their coast guards.

Both sides will continue their joint work on the mutual recognition of seafarers' certificates.

They agreed to build a museum of glass.`, "2031-05-02");

const comparison = compared(BEFORE, AFTER);
const commitments = byId(BEFORE, AFTER);

test("each kind of change", () => {
  expect(told(comparison, commitments).map((line) => line.replace(/:.*/, ""))).toEqual(["advanced", "reworded", "receded", "restated", "new", "silent"]);
  expect(comparison.figures).toMatchObject({ new: 1, advanced: 1, reworded: 1, restated: 1, receded: 1, silent: 1 });
});

test("a deadline that moved and a number that grew, with the words of both sides", () => {
  const details = comparison.changes.flatMap((change) => change.details.filter(({ type }) => type === "deadline" || type === "amount"));
  expect(details.map(({ type, before, after, direction }) => [type, before, after, direction])).toEqual([
    ["deadline", "by the end of 2031", "by the end of 2032", "later"],
    ["amount", "40 scholarships", "60 scholarships", "more"],
  ]);
});

test("links tell how sure they are and why", () => {
  const [first] = comparison.changes;
  expect(first?.match?.certainty).toBe("sure");
  expect(first?.match?.why.join(" ")).toContain("satellite");
});

test("what has no counterpart tells what came nearest, and nothing where all are far", () => {
  const fires = "Both sides agreed to explore a joint satellite for watching forest fires.";
  const one = sideOf(`# Joint Statement of Arlandia and Borduria\n\n${fires}\n\nThey discussed the taxation of wool.\n\nThey will publish a guide to insurance against forest fires.`, "2030-05-02");
  const other = sideOf(`# Joint Statement of Arlandia and Borduria\n\n${fires}`, "2031-05-02");
  const [kept, ...silent] = compared(one, other).changes;
  expect(silent.map(({ kind, nearest }) => [kind, nearest?.id ?? null])).toEqual([["silent", null], ["silent", kept?.after[0]]]);
});

test("the order of paragraphs makes no difference to what is linked in plain cases", () => {
  const text = AFTER.snapshots[0]?.document.text ?? "";
  const [title = "", ...paragraphs] = text.split("\n\n");
  const turned = sideOf([title, ...paragraphs.toReversed()].join("\n\n"), "2031-05-02");
  expect(told(compared(BEFORE, turned), byId(BEFORE, turned)).toSorted()).toEqual(told(comparison, commitments).toSorted());
});

test("British and American spelling, typographic quotes and wrapped lines are no new wording", () => {
  const one = sideOf("# Talks\n\nArlandia and Borduria will organise a programme of defence exercises at the harbour's northern pier.", "2030-05-02");
  const other = sideOf("# Talks\n\nArlandia and Borduria will organize a program of defense\nexercises at the harbor’s northern pier.", "2031-05-02");
  expect(compared(one, other).changes.map(({ kind }) => kind)).toEqual(["restated"]);
});

test("a strict reading takes doubtful links apart, an inclusive one links what is nearest", () => {
  const doubtful = { ...comparison, changes: comparison.changes.map((change) => (change.kind === "receded" && change.match !== null ? { ...change, match: { ...change.match, certainty: "likely" as const } } : change)) };
  expect(restrict(doubtful, "balanced", commitments)).toBe(doubtful);
  const strict = restrict(doubtful, "strict", commitments);
  expect(strict.figures).toMatchObject({ new: 2, silent: 2, receded: 0 });
  expect(strict.changes.find(({ kind, after }) => kind === "new" && after[0] === doubtful.changes[2]?.after[0])?.nearest?.id).toBe(doubtful.changes[2]?.before[0]);
  const near = (kind: "new" | "silent", id: string | undefined): typeof comparison.changes => doubtful.changes.map((change) => (change.kind === kind && id !== undefined ? { ...change, nearest: { id, score: 0.15 } } : change));
  const [fresh, silent] = [doubtful.changes.find(({ kind }) => kind === "new"), doubtful.changes.find(({ kind }) => kind === "silent")];
  const changes = near("new", silent?.before[0]).map((change) => (change.kind === "silent" && fresh?.after[0] !== undefined ? { ...change, nearest: { id: fresh.after[0], score: 0.15 } } : change));
  const inclusive = restrict({ ...doubtful, changes }, "inclusive", commitments);
  expect(inclusive.figures).toMatchObject({ new: 0, silent: 0, advanced: 2 });
  expect(inclusive.changes.find(({ match }) => match?.certainty === "possible")?.match?.score).toBe(0.15);
  const range = figuresRange(doubtful, commitments);
  expect(range.strict.new).toBeGreaterThanOrEqual(range.balanced.new);
  expect(range.balanced.new).toBeGreaterThanOrEqual(range.inclusive.new);
});

test("the kind of a change by the stages of both sides", () => {
  const table = STAGES.map((before) => STAGES.map((after) => judge(before, after, { sameWords: false }).kind[2]).join(" "));
  // Third letters: aDvanced, reCeded, reWorded. Rows: the stage before, from noted to delivered.
  expect(table).toEqual(["w v v v v v", "c w v v v v", "c c w v v v", "c c c w v v", "c c c w w v", "c c c v v w"]);
});

test("a hedge that comes softens, one that goes hardens", () => {
  const commitment = (force: Commitment["force"], hedges: number): Pick<Commitment, "force" | "hedges"> => ({ force, hedges: Array.from({ length: hedges }, () => ({ start: 0, end: 1, quote: "?" })) });
  const change = (before: ReturnType<typeof commitment>, after: ReturnType<typeof commitment>): string | null => forceChange([before], [after]);
  expect(change(commitment("strong", 0), commitment("strong", 1))).toBe("softened");
  expect(change(commitment("strong", 1), commitment("strong", 0))).toBe("hardened");
  expect(change(commitment("weak", 0), commitment("strong", 1))).toBe("hardened");
  expect(change(commitment("moderate", 0), commitment("moderate", 0))).toBeNull();
});

test("the best assignment overall is not the greedy one", () => {
  const rows = (table: readonly (readonly number[])[]): Float64Array[] => table.map((row) => Float64Array.from(row));
  expect([...assign(rows([[9, 8], [8, 1]]), 2)]).toEqual([1, 0]);
  expect([...assign(rows([[0, 0], [0, 5], [0, 4]]), 2)]).toEqual([-1, 1, -1]);
  expect([...assign([], 3)]).toEqual([]);
});

test("law: no other assignment gains more", () => {
  const most = (table: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number => {
    const line = table[row];
    if (line === undefined) return 0;
    return Math.max(most(table, row + 1, taken), ...line.map((gain, column) => (gain > 0 && !taken.includes(column) ? gain + most(table, row + 1, [...taken, column]) : 0)));
  };
  const tables = fc.integer({ min: 1, max: 5 }).chain((columns) => fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })), { minLength: columns, maxLength: columns }), { maxLength: 5 }));
  fc.assert(fc.property(tables, (table) => {
    const chosen = [...assign(table.map((line) => Float64Array.from(line)), table[0]?.length ?? 0)];
    const columns = chosen.filter((column) => column >= 0);
    expect(new Set(columns).size).toBe(columns.length);
    expect(chosen.reduce((sum, column, row) => sum + (table[row]?.[column] ?? 0), 0)).toBe(most(table));
  }));
});

test.each([
  ["semi-annually", "semiannually"],
  ["annually", "once a year"],
  ["every two years", "biennially"],
])("%s is the same rhythm as %s", (one, other) => {
  const meeting = (rhythm: string): string => `# Joint Statement of Arlandia and Borduria\n\nThe ministers of seismology agreed to meet ${rhythm}.`;
  const { changes } = compared(sideOf(meeting(one), "2030-05-02"), sideOf(meeting(other), "2031-05-02"));
  expect(changes.map(({ details }) => details)).toEqual([[]]);
});

test("an instrument whose name is turned round is the same", () => {
  const said = (line: string, date: string): ReturnType<typeof sideOf> => sideOf(`# Joint Statement of Arlandia and Borduria\n\n${line}`, date);
  const { changes } = compared(said("They agreed to draw up a Roadmap for Seismic Cooperation.", "2030-05-02"), said("They concluded the Seismic Cooperation Roadmap.", "2031-05-02"));
  expect(changes.map(({ kind, details }) => [kind, details])).toEqual([["advanced", []]]);
});

test.each([
  ["in May 2031", "met"],
  ["in September 2031", "late"],
])("a deadline with the day on which the step was done, %s, is %s", (day, direction) => {
  const before = sideOf("# Joint Statement of Arlandia and Borduria\n\nThey will hold a first workshop on seismology for harbour pilots by July 2031.", "2030-05-02");
  const after = sideOf(`# Joint Statement of Arlandia and Borduria\n\nThey held a first workshop on seismology for harbour pilots ${day}.`, "2031-12-02");
  expect(compared(before, after).changes.flatMap(({ details }) => details)).toEqual([{ type: "deadline", before: "by July 2031", after: day, direction }]);
});

test("a small number in words is told where it moves, not where it comes or goes", () => {
  const side = (text: string, day: string): ReturnType<typeof sideOf> => sideOf(`# Joint Statement of Arlandia and Borduria\n\n${text}`, day);
  const amounts = (one: string, other: string): unknown[] => compared(side(one, "2030-05-02"), side(other, "2031-05-02")).changes.flatMap(({ details }) => details.filter(({ type }) => type === "amount").map(({ before: was, after: is }) => [was, is]));
  expect(amounts("They will train harbour pilots in seismology.", "They will train harbour pilots in seismology at two academies.")).toEqual([]);
  expect(amounts("They will train harbour pilots in seismology at two academies.", "They will train harbour pilots in seismology at four academies.")).toEqual([["two academies", "four academies"]]);
});
