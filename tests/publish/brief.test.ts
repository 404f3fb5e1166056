import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IsoDate, PartialDate, Sha256, Slug } from "../../snapshots/index.ts";
import { correct } from "../../server/archive/correcting.ts";
import type { DocumentSummary } from "../../server/archive/types.ts";
import { type Brief, doubtOf, makeBrief } from "../../server/publish/brief.ts";
import { briefMarkdown, briefPlain, wrap } from "../../server/publish/brief-text.ts";
import { quotedOnce } from "../../server/publish/brief-quotations.ts";
import { changeEntry, type ChangeEntry, type Quotation, recordsOf } from "../../server/publish/entries.ts";
import { tell } from "../../server/publish/telling.ts";
import { plainReading } from "../archive/plain-reading.ts";
import { type Fixture, makeFixture, NAMES, ORIGIN } from "./fixture.ts";

let fixture: Fixture;
beforeAll(() => {
  fixture = makeFixture();
});
afterAll(() => fixture.close());

interface Asked {
  readonly since: string;
  readonly partnership?: string | null;
  readonly topic?: string | null;
  readonly until?: string | null;
}
const tellBrief = ({ archive }: Fixture, { since, partnership = null, topic = null, until = null }: Asked): Brief =>
  makeBrief(archive.reader, { since: since as PartialDate, until: until as PartialDate | null, partnership: partnership as Slug | null, topic: topic as Slug | null }, { names: NAMES, origin: ORIGIN });
const brief = (since: string, partnership: string | null = null, more: Pick<Asked, "topic" | "until"> = {}): Brief => tellBrief(fixture, { since, partnership, ...more });

const document = (digit: string, more: Partial<DocumentSummary> = {}): DocumentSummary => ({ sha256: digit.repeat(64) as Sha256, title: `Text ${digit}`, published: "2025-01-02" as IsoDate, held: "2025-01-01" as IsoDate, kind: "news", language: "en", sourceUrl: `https://paper.example/${digit}`, partnership: null, commitments: 1, words: 9, ...more });
const quotation = (digit: string, quote: string): Quotation => ({ id: `${digit}-1-2`, quote, sha256: digit.repeat(64) as Sha256, documentKind: "news", url: `${ORIGIN}/commitments/${digit}`, documentUrl: `${ORIGIN}/documents/${digit}` });

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
    expect(brief("2030")).toMatchObject({ partnerships: [], summary: "This archive has no news since 2030." });
  });
});

describe("a brief that is narrowed", () => {
  test("to a topic tells what changed on it", () => {
    const own = makeFixture();
    const [change] = own.archive.reader.news({ kinds: ["receded"] }, { offset: 0, limit: 1 }).items;
    const { id = "", sha256 = "" as Sha256, plain: quote = "" } = change?.afterCommitments[0] ?? {};
    const [, start = 0, end = 0] = id.split("-").map(Number);
    const at = { sha256, start, end, quote };
    correct(own.archive.db, () => plainReading(), { body: { kind: "topic", at, value: "cyber" as Slug }, document: sha256, author: "Ada", reason: "Drills are about attacks" });
    const topics = (topic: string | null): readonly string[] => tellBrief(own, { since: "2025", partnership: "aa-bb", topic }).partnerships.flatMap(({ meetings }) => meetings.flatMap(({ claims }) => claims.map((claim) => claim.topic)));
    expect([topics(null), topics("data"), topics("cyber")]).toEqual([["data", "cyber"], ["data"], ["cyber"]]);
    own.close();
    expect(brief("2023", null, { topic: "quantum" })).toMatchObject({ partnerships: [], summary: "This archive has no news on quantum since 2023." });
  });

  test("to a time ends with it, and its address says so", () => {
    const told = brief("2023", null, { until: "2024-06" });
    expect(told.partnerships.map(({ slug }) => slug)).toEqual(["aa-bb"]);
    expect(told.title).toBe("What governments told each other since 2023 until June 2024");
    expect(told.url).toBe(`${ORIGIN}/brief?since=2023&until=2024-06`);
  });
});

describe("quotations", () => {
  test("of equal wordings stand once, with the documents that they stand in", () => {
    const quoted = quotedOnce([quotation("a", "We agree  on cables"), quotation("b", "we agree on Cables"), quotation("c", "We agree")], [document("a"), document("b", { kind: "digest" }), document("c", { sourceUrl: null })]);
    expect(quoted.map(({ quote, sources }) => [quote, sources.map(({ title }) => title)])).toEqual([["We agree  on cables", ["Text a", "Text b"]], ["We agree", ["Text c"]]]);
    expect(quoted[0]?.sources).toEqual([
      { title: "Text a", kind: "news report", published: "2025-01-02", official: "https://paper.example/a", url: `${ORIGIN}/documents/a` },
      { title: "Text b", kind: "digest", published: "2025-01-02", official: null, url: `${ORIGIN}/documents/b` },
    ]);
  });

  test("say whose words they are in every form, with the official address before that here", () => {
    const told = brief("2025", "aa-bb");
    const before = quotedOnce([quotation("a", "We agree"), quotation("b", "we agree")], [document("a"), document("b", { sourceUrl: null })]);
    const [partnership] = told.partnerships;
    const [meeting] = partnership?.meetings ?? [];
    const [claim] = meeting?.claims ?? [];
    if (partnership === undefined || meeting === undefined || claim === undefined) throw new Error("no claim");
    const one: Brief = { ...told, partnerships: [{ ...partnership, meetings: [{ ...meeting, claims: [{ ...claim, before, after: [] }] }] }] };
    expect(briefMarkdown(one)).toContain(`> Before: “We agree” (in 2 documents: [Text a](<https://paper.example/a>), news report, 2 January 2025, [as kept by Pactline](<${ORIGIN}/documents/a>); [Text b](<${ORIGIN}/documents/b>), news report, 2 January 2025)`);
    expect(briefPlain(one, 60)).toContain(`  before: “We agree”\n    in Text a, news report, 2 January 2025\n       https://paper.example/a\n       as kept by Pactline: ${ORIGIN}/documents/a\n    in Text b, news report, 2 January 2025\n       ${ORIGIN}/documents/b\n`);
  });
});

describe("doubt", () => {
  test("is told in one line at the end of every form", () => {
    const told = brief("2024", "aa-bb");
    expect(told.doubt).toMatch(/^Claims are found by rules and may be wrong; a claim that rests on a link that is not sure says so\./);
    expect(briefMarkdown(told).trimEnd().split("\n").at(-1)).toBe(`*${told.doubt}*`);
    expect(briefPlain(told, 500).trimEnd().split("\n").at(-1)).toBe(told.doubt);
  });

  const range = { new: [3, 5], silent: [2, 2] } as const;
  test.each<[string, Parameters<typeof doubtOf>[0], string]>([
    ["tells between which numbers the figures of all meetings lie", [range, { new: [1, 1], silent: [0, 4] }], " Depending on how strictly links between meetings are read, 4 to 6 commitments are new and 2 to 6 are not mentioned again."],
    ["tells no numbers where some meeting is told in part", [range, null], ""],
    ["tells no numbers where all links are sure", [{ new: [3, 3], silent: [2, 2] }], ""],
  ])("%s", (_what, compared, sentence) => {
    expect(doubtOf(compared)).toBe(`Claims are found by rules and may be wrong; a claim that rests on a link that is not sure says so.${sentence}`);
  });
});

describe("renderings", () => {
  test("Markdown takes no sign of the source for markup", () => {
    const text = briefMarkdown(brief("2024", "aa-bb"));
    expect(text).toContain("# What governments told each other since 2024");
    expect(text).toMatch(/> Before: “sandbox explored a sandbox for \\<age\\> verification” \(\[Statement of 2023-05-01\]\(<https:\/\/pactline\.example\/documents\/\w+>\), document, 1 May 2023\)/);
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
  expect(told({ kind: "advanced", stage: { before: "explored", after: "underway" }, force: "softened" })).toBe("A commitment on data has advanced from “explored” to “under way”, though in weaker words.");
  expect(told({ kind: "advanced", stage: { before: "explored", after: "underway" }, force: "hardened" })).toBe("A commitment on data has advanced from “explored” to “under way”, and its wording has hardened.");
  expect(told({ kind: "receded", stage: { before: "underway", after: "explored" }, force: "hardened" })).toBe("A commitment on data has receded from “under way” to “explored”, though in firmer words.");
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
