/** The path of a thread as values: where its steps begin and end, and which of its dates have room. */
import { expect, test } from "vitest";
import type { ThreadOutline } from "../../server/archive/types.ts";
import type { ChangeKind, IsoDate, Slug, Stage } from "../../snapshots/index.ts";
import { LARGE, pathModel } from "../../views/parts/path.ts";
import { inStageWords } from "../../views/vocabulary.ts";

type Stop = ThreadOutline["stops"][number];

/** A meeting at which these stages were spoken of; `change`: its kind, the stage before and the stage after. */
function stop(held: string, stages: readonly Stage[], change: readonly [ChangeKind, Stage, Stage] | null = null): Stop {
  const commitments = stages.map((stage, at) => ({ id: `${held}-${at}`, plain: "open an office", stage, topic: "trade" as Slug }));
  return { held: held as IsoDate, commitments, change: change === null ? null : { kind: change[0], before: "2020-01-01" as IsoDate, stage: { before: change[1], after: change[2] } } };
}

const dates = (stops: readonly Stop[]): readonly (string | null)[] => pathModel({ stops }, LARGE).points.map(({ date }) => date);

test("a step that receded falls, though another undertaking of the thread has come further at the same meeting", () => {
  const model = pathModel({ stops: [stop("2021-03-01", ["intended"]), stop("2022-03-01", ["noted", "underway"], ["receded", "intended", "noted"]), stop("2023-03-01", ["committed"], ["advanced", "underway", "committed"])] }, LARGE);
  const rung = (word: string): number => model.rungs.find((one) => one.word === word)?.y ?? 0;
  expect(model.lines.map(({ kind, y1, y2 }) => [kind, y1, y2])).toEqual([
    ["receded", rung("intended"), rung("noted")],
    ["advanced", rung("under way"), rung("committed")],
  ]);
  expect(model.turns).toEqual([{ x: "50%", y: rung("under way"), kind: "advanced" }]);
  expect(model.spoken).toBe("Stages: 1 March 2021 intended, 1 March 2022 noted and 1 March 2023 committed.");
});

test("a step over silence begins where the thread was left, and nothing turns", () => {
  const model = pathModel({ stops: [stop("2021-03-01", ["intended"]), stop("2022-03-01", []), stop("2023-03-01", ["committed"], ["advanced", "intended", "committed"])] }, LARGE);
  expect(model.lines.map(({ silent, x1, x2 }) => [silent, x1, x2])).toEqual([[true, "6%", "94%"]]);
  expect(model.turns).toEqual([]);
});

test("dates of a path keep apart: a month or a year is named once, and only where there is room", () => {
  expect(dates([stop("2021-03-12", ["noted"]), stop("2021-09-24", ["noted"]), stop("2022-05-24", ["noted"])])).toEqual(["Mar 2021", "Sept 2021", "May 2022"]);
  expect(dates([stop("2021-09-01", ["noted"]), stop("2021-09-24", ["noted"])])).toEqual(["Sept 2021", null]);
  expect(dates(["2021-03", "2021-09", "2022-05", "2023-05", "2024-09"].map((month) => stop(`${month}-01`, ["noted"])))).toEqual(["2021", null, "2022", "2023", "2024"]);
  const many = dates(Array.from({ length: 30 }, (_, at) => stop(`${1990 + at}-01-01`, ["noted"])));
  expect(many.filter((date) => date !== null).length).toBeLessThanOrEqual(8);
  expect(many.at(-1)).toBe("2019");
});

test.each([
  ["The stage fell from underway to intended", "The stage fell from under way to intended"],
  ["What was underway is committed to anew", "What was under way is committed to anew"],
  ["An editor ruled that it is advanced: The pilot is underway", "An editor ruled that it is advanced: The pilot is underway"],
])("a reason names stages as pages do, and leaves people's words alone: %s", (reason, shown) => {
  expect(inStageWords(reason)).toBe(shown);
});
