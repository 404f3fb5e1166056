/** The timeline's drawing as values: marks that keep apart, however many meetings there are, and what each tells. */
import { expect, test } from "vitest";
import type { MeetingSummary, TimelineMilestone } from "../../server/archive/types.ts";
import type { ChangeKind, Figures, IsoDate, PartialDate, Sha256, Slug } from "../../snapshots/index.ts";
import { dayFrom, dayNumber } from "../../views/dates.ts";
import { timeAxis } from "../../views/parts/axis.ts";
import { lanesModel } from "../../views/parts/lanes.ts";
import { stripModel } from "../../views/parts/strip.ts";
import { seeded } from "./seeded.ts";

const { app } = await seeded();

const NONE: Figures = { new: 0, advanced: 0, reworded: 0, restated: 0, receded: 0, silent: 0, hardened: 0, softened: 0 };

function meeting(held: string, commitments: number, figures: Partial<Figures> | null): MeetingSummary {
  return {
    ...{ partnership: "aa-bb" as Slug, partnershipName: "A and B", held: held as IsoDate, name: "Council", ordinal: null, place: null, documents: [], commitments },
    since: figures === null ? null : { before: "2019-01-01" as IsoDate, figures: { ...NONE, ...figures } },
  };
}

function milestone(date: string, quote: string, plain = quote): TimelineMilestone {
  return { date: date as PartialDate, quote, plain, start: 0, end: quote.length, partnership: "aa-bb" as Slug, sha256: "0".repeat(64) as Sha256, documentTitle: "Statement" };
}

/** So many meetings, a week apart. */
function weekly(amount: number): readonly MeetingSummary[] {
  const first = dayNumber("2005-01-01");
  return Array.from({ length: amount }, (_, at) => meeting(dayFrom(first + at * 7), 1 + (at % 40), at === 0 ? null : { new: at % 5, silent: at % 3 }));
}

test.each([1, 2, 10, 1_000])("a lane of %i meetings draws each of them once, in marks that keep apart", (amount) => {
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: weekly(amount), milestones: [] }], { since: null, until: null }).lanes;
  const marks = lane?.marks ?? [];
  expect(marks.reduce((sum, { merged }) => sum + (merged?.amount ?? 1), 0)).toBe(amount);
  expect(marks.length).toBeLessThanOrEqual(34);
  const places = marks.map(({ x }) => Number.parseFloat(x));
  for (const [at, place] of places.entries()) if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThan(1.5);
  for (const { x, segments } of marks) {
    expect(Number.parseFloat(x)).toBeGreaterThanOrEqual(-1);
    expect(Number.parseFloat(x)).toBeLessThanOrEqual(100);
    for (const { y, height } of segments) expect([y >= 0, y + height <= (lane?.foot ?? 0)]).toEqual([true, true]);
  }
});

test("each lane has its own scale, and says what its tallest bar counts", () => {
  const lane = (slug: string, amounts: readonly number[]) => ({ slug, name: slug, meetings: amounts.map((amount, at) => meeting(`202${at}-01-01`, amount, null)), milestones: [] });
  const { lanes } = lanesModel([lane("aa-bb", [6, 12]), lane("cc-dd", [400, 1_200])], { since: null, until: null });
  expect(lanes.map(({ note }) => note)).toEqual(["2 meetings; tallest bar 12", "2 meetings; tallest bar 1,200"]);
  expect(lanes.map(({ marks }) => marks.map(({ segments }) => segments[0]?.height))).toEqual([[24, 48], [16, 48]]);
});

test("a part that is too low for a pattern is drawn plainly", () => {
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: [meeting("2020-01-01", 3, null), meeting("2024-06-01", 4, { new: 90, advanced: 2, silent: 1 })], milestones: [] }], { since: null, until: null }).lanes;
  expect(lane?.marks[1]?.segments.map(({ kind, thin }) => [kind, thin])).toEqual([["advanced", true], ["new", false], ["silent", true]]);
});

test("one kind of change is drawn alone where it is asked for", () => {
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: [meeting("2024-06-01", 4, { new: 9, advanced: 2, silent: 1 })], milestones: [] }], { since: null, until: null, kind: "advanced" }).lanes;
  expect([lane?.note, lane?.marks[0]?.segments.map(({ kind }) => kind)]).toEqual(["1 meeting; tallest bar 2", ["advanced"]]);
});

test.each<[string, ChangeKind | null, string]>([
  ["of all that was said, where more is silent than said, what is silent", null, "2 meetings; tallest bar 31"],
  ["of what is silent alone", "silent", "2 meetings; tallest bar 31"],
  ["of a kind that no meeting of the lane has, nothing", "receded", "2 meetings"],
])("the number beside a lane is what its tallest bar counts: %s", (_what, kind, note) => {
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: [meeting("2020-01-01", 3, null), meeting("2024-06-01", 4, { new: 9, advanced: 2, silent: 31 })], milestones: [] }], { since: null, until: null, kind }).lanes;
  expect(lane?.note).toBe(note);
});

test("a milestone of which no more than the year is known is drawn as vague", () => {
  const milestones = [milestone("2021", "opened in 2021"), milestone("2023-09-09", "opened on 9 September 2023")];
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: [meeting("2020-01-01", 3, null), meeting("2024-06-01", 4, { new: 4 })], milestones }], { since: null, until: null }).lanes;
  expect(lane?.diamonds.map(({ vague }) => vague)).toEqual([true, false]);
});

test("a milestone is told in the words that a reader sees, not in its source’s marks", () => {
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: [meeting("2020-01-01", 3, null), meeting("2024-06-01", 4, { new: 4 })], milestones: [milestone("2022-03-10", "the **ferry** opened", "the ferry opened")] }], { since: null, until: null }).lanes;
  expect(lane?.diamonds.map(({ label }) => label)).toEqual(["Milestone, 10 March 2022: the ferry opened"]);
});

test("meetings that share a mark lead to a timeline of their days alone", () => {
  const meetings = [meeting("2020-01-01", 3, null), meeting("2024-01-01", 4, { new: 4 }), meeting("2024-01-03", 2, { new: 1, silent: 3 })];
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings, milestones: [] }], { since: null, until: null }).lanes;
  expect(lane?.marks.map(({ href }) => href)).toEqual(["/partnerships/aa-bb/2020-01-01", "/timeline?partnership=aa-bb&since=2024-01-01&until=2024-01-03"]);
  expect(lane?.marks[1]?.label).toBe("A and B: 2 meetings from 1 Jan 2024 to 3 Jan 2024, 6 commitments");
});

test("a mark tells its story in words", () => {
  const meetings = [meeting("2020-01-01", 3, null), meeting("2024-06-01", 4, { advanced: 2, silent: 1 })];
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings, milestones: [] }], { since: null, until: null }).lanes;
  expect(lane?.marks.map(({ label }) => label)).toEqual(["A and B, 1 January 2020, Council: 3 commitments; the first on record", "A and B, 1 June 2024, Council: 4 commitments; since 1 Jan 2019: 2 advanced and 1 not mentioned again"]);
});

test("milestones of long ago do not press the meetings together, and those that would collide share a diamond", () => {
  const milestones = [milestone("1975", "founded in 1975"), milestone("2022-03", "signed in March 2022"), milestone("2022-03-10", "in force on 10 March 2022"), milestone("2023-09-09", "opened on 9 September 2023")];
  const [lane] = lanesModel([{ slug: "aa-bb", name: "A and B", meetings: [meeting("2020-01-01", 3, null), meeting("2024-06-01", 4, { new: 4 })], milestones }], { since: null, until: null }).lanes;
  expect(lane?.diamonds.map(({ label }) => label)).toEqual(["2 milestones to 10 March 2022, the first March 2022: signed in March 2022", "Milestone, 9 September 2023: opened on 9 September 2023"]);
});

test.each([
  ["2020-01-01", "2020-01-02"],
  ["2020-01-01", "2021-03-01"],
  ["1990-01-01", "2026-01-01"],
  ["1900-01-01", "2026-01-01"],
])("the axis from %s to %s has names that are few enough to read, in order", (first, last) => {
  const { ticks } = timeAxis([first, last], { since: null, until: null });
  const places = ticks.map(({ x }) => Number.parseFloat(x));
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.length).toBeLessThanOrEqual(12);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

const [ABOVE, BELOW, LOWER] = [22, 98, 114];
/** Where dates of these meetings stand on the line, when the two are compared. */
function rows(days: readonly string[], chosen: readonly [string, string]): readonly (number | null)[] {
  return stripModel(days.map((held) => ({ partnership: "aa-bb" as Slug, held: held as IsoDate, commitments: 5 })), chosen).marks.map(({ y }) => y);
}

test("dates on the line of meetings do not run into each other", () => {
  expect(rows(["2019-01-01", "2019-03-01", "2021-01-01", "2024-01-01"], ["2021-01-01", "2024-01-01"])).toEqual([ABOVE, null, BELOW, BELOW]);
  expect(rows(["2010-01-01", "2023-11-01", "2024-01-01"], ["2023-11-01", "2024-01-01"])).toEqual([ABOVE, BELOW, LOWER]);
});

test.each([
  ["/timeline?kind=advanced", "The bars show only what is advanced; the figures in the table are those of whole meetings."],
  ["/timeline?kind=silent", "The bars show only what is not mentioned again; the figures in the table are those of whole meetings."],
  ["/timeline?topic=quantum", "Bars and figures are those of the whole meetings, not of this topic alone."],
])("a timeline that is filtered says what its bars count: %s", async (path, sentence) => {
  expect(await (await app.request(path)).text()).toContain(sentence);
});

test("a timeline that shows all has nothing to explain", async () => {
  const { scope }: { scope: string | null } = JSON.parse(await (await app.request("/timeline.json")).text());
  expect(scope).toBe(null);
});
