import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PartialDate, Slug } from "../../snapshots/index.ts";
import { makeBrief } from "../../server/publish/brief.ts";
import { briefMarkdown, briefPlain, wrap } from "../../server/publish/brief-text.ts";
import { changeEntry, type ChangeEntry, recordsOf } from "../../server/publish/entries.ts";
import { tell } from "../../server/publish/telling.ts";
import { type Fixture, makeFixture, NAMES, ORIGIN } from "./fixture.ts";

let fixture: Fixture;
beforeAll(() => {
  fixture = makeFixture();
});
afterAll(() => fixture.close());

const brief = (since: string, partnership: string | null = null) => makeBrief(fixture.archive.reader, { since: since as PartialDate, partnership: partnership as Slug | null }, { names: NAMES, origin: ORIGIN });

describe("the brief", () => {
  test("tells each partnership that met since, the weightier first", () => {
    const told = brief("2025");
    expect(told.partnerships.map(({ slug, meetings }) => [slug, meetings.map(({ held }) => held)])).toEqual([["aa-bb", ["2025-03-01"]], ["cc-dd", ["2025-08-01"]]]);
    expect(told.summary).toBe("2 meetings since 2025: aa-bb and cc-dd.");
  });

  test("each claim has its quotations and an address that pins it", () => {
    const claims = brief("2025", "aa-bb").partnerships[0]?.meetings[0]?.claims ?? [];
    expect(claims.map(({ kind }) => kind)).toEqual(["advanced", "receded"]);
    const claim = claims[1];
    expect(claim).toMatchObject({ kind: "receded", sentence: "A commitment on data has receded from “committed” to “intended”.", before: [{ quote: "cyber committed cybersecurity drills" }], after: [{ quote: "cyber intended =SUM of cybersecurity drills" }] });
    expect(claim?.url).toMatch(/^https:\/\/pactline\.example\/partnerships\/aa-bb\/compare\/2024-06-01\.\.2025-03-01\/changes\//);
  });

  test("what is only said again is no news", () => {
    const kinds = brief("2023").partnerships.flatMap(({ meetings }) => meetings.flatMap(({ claims }) => claims.map(({ kind }) => kind)));
    expect(kinds).not.toContain("restated");
  });

  test("says so where nothing happened", () => {
    expect(brief("2030")).toMatchObject({ partnerships: [], summary: "No meeting since 2030 is in this archive." });
  });
});

describe("renderings", () => {
  test("Markdown takes no sign of the source for markup", () => {
    const text = briefMarkdown(brief("2024", "aa-bb"));
    expect(text).toContain("# What governments told each other since 2024");
    expect(text).toContain("> Before: “sandbox explored a sandbox for \\<age\\> verification” [text](<https://pactline.example/documents/");
    expect(text).not.toMatch(/[^\\]<age>/);
  });

  test("plain text keeps to its width, addresses aside", () => {
    const text = briefPlain(brief("2024"), 60);
    expect(text.split("\n").filter((line) => line.length > 60 && !line.includes("https://"))).toEqual([]);
    expect(text).toContain("  after: “sandbox delivered the sandbox & its rules”");
  });

  test("lines break at spaces and lose no word", () => {
    expect(wrap("one two three four", 9, "- ")).toEqual(["- one two", "  three", "  four"]);
    expect(wrap("incomprehensibilities", 5)).toEqual(["incomprehensibilities"]);
  });
});

test("every kind of change is told in a sentence", () => {
  const records = fixture.archive.reader.news({}, { offset: 0, limit: 50 }).items;
  const [some] = records;
  if (some === undefined) throw new Error("no change");
  const entry: ChangeEntry = { ...changeEntry(some, ORIGIN), details: [] };
  const told = (change: Partial<ChangeEntry>): string => tell({ ...entry, force: null, certainty: null, ...change }, NAMES);
  expect(told({ kind: "new", stage: { before: null, after: "explored" } })).toBe("A commitment on data is new, at the stage “explored”.");
  expect(told({ kind: "advanced", stage: { before: "explored", after: "underway" }, force: "softened" })).toBe("A commitment on data has advanced from “explored” to “under way”, and its wording has softened.");
  expect(told({ kind: "advanced", stage: { before: "committed", after: "delivered" } })).toBe("A commitment on data, committed before, is now reported as delivered.");
  expect(told({ kind: "reworded", stage: { before: "noted", after: "noted" }, force: "hardened" })).toBe("A commitment on data is carried on, still “noted”; its wording has hardened.");
  expect(told({ kind: "silent", before: "2024-02-01", stage: { before: "noted", after: null } })).toBe("A commitment on data, “noted” on 1 February 2024, is not mentioned again. Silence is not withdrawal.");
  expect(told({ kind: "advanced", stage: { before: "delivered", after: "committed" } })).toBe("A commitment on data goes a step further: what was delivered is followed by what is “committed”.");
  expect(told({ kind: "reworded", stage: { before: "underway", after: "committed" } })).toBe("A commitment on data, “under way” before, is undertaken anew as “committed”.");
  const moved = { type: "deadline", before: "by 2025", after: "by 2027", direction: "later" } as const;
  expect(told({ kind: "restated", stage: { before: "noted", after: "noted" }, details: [moved] })).toContain("The deadline moved later, from “by 2025” to “by 2027”.");
  const raised = { type: "amount", before: "EUR 1", after: "EUR 2", direction: "more" } as const;
  expect(told({ kind: "restated", stage: { before: "noted", after: "noted" }, details: [raised], certainty: "possible" })).toContain("The amount was raised, from “EUR 1” to “EUR 2”. That both speak of the same undertaking is possible, not sure.");
});

test("the records of a comparison are those of the stream", () => {
  const { reader } = fixture.archive;
  const [first] = reader.news({ partnership: "cc-dd" as Slug }, { offset: 0, limit: 9 }).items;
  if (first === undefined) throw new Error("no change");
  const record = reader.comparison(first.partnership, first.before, first.after);
  if (record === null) throw new Error("no comparison");
  const byId = (records: readonly Parameters<typeof changeEntry>[0][]) => records.map((one) => changeEntry(one, ORIGIN)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId(recordsOf(record, reader))).toEqual(byId(reader.news({ partnership: "cc-dd" as Slug }, { offset: 0, limit: 9 }).items));
});
