import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeEntry } from "../../server/publish/entries.ts";
import { changesMarkdown, comparisonMarkdown } from "../../server/publish/markdown.ts";
import { escapeMarkdown, link } from "../../server/publish/markdown-signs.ts";
import { CHANGE_COLUMNS, changesCsv, csv, documentsCsv, hitsCsv, meetingsCsv } from "../../server/publish/tables.ts";
import { type Fixture, makeFixture, NAMES, ORIGIN } from "./fixture.ts";

let fixture: Fixture;
beforeAll(() => {
  fixture = makeFixture();
});
afterAll(() => fixture.close());
const PAGE = { offset: 0, limit: 50 };

test("a table has its columns whatever its rows, and Excel reads its letters", () => {
  const text = csv(["a", "b"], [{ a: "é, “x”\nb" }]);
  expect(text).toBe("\ufeffa,b\r\n\"é, “x”\nb\",\r\n");
});

test("whatever a cell holds, line breaks of any kind among it, a reader of CSV finds it again", () => {
  const cell = fc.stringMatching(/^[a-z][a-z ,"\r\n]*$/);
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
    expect(cellsOf(csv(["a", "b"], rows.map(([a, b]) => ({ a, b }))))).toEqual([["\ufeffa", "b"], ...rows]);
  }));
});

/** Reads as RFC 4180 says: a bare cell ends at a comma or a line break of any kind, a quoted one at its quote. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end = ""] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("no cell is taken for a formula", () => {
  expect(csv(["a"], ["=1+1", "+1", "-x", "@x", "\tx", "ok", -4].map((a) => ({ a })))).toBe("\ufeffa\r\n'=1+1\r\n'+1\r\n'-x\r\n'@x\r\n'\tx\r\nok\r\n-4\r\n");
});

test("changes, meetings, documents and hits are tables", () => {
  const { reader } = fixture.archive;
  const changes = changesCsv(reader.news({}, PAGE).items.map((one) => changeEntry(one, ORIGIN)));
  expect(changes.split("\r\n")[0]).toBe(`\ufeff${CHANGE_COLUMNS.join(",")}`);
  expect(changes).toContain("2025-08-01,2024-07-01,cc-dd,cc-dd,advanced,data,noted,committed,,sure,age noted age verification,age committed age verification");
  expect(meetingsCsv(reader.meetings({}, { ...PAGE, newestFirst: true }).items, ORIGIN)).toContain("2025-08-01,cc-dd,cc-dd,,,Bern,1,1,2024-07-01,0,1,0,0,0,1,0,0,https://pactline.example/partnerships/cc-dd/2025-08-01");
  expect(documentsCsv(reader.documents(PAGE).items, ORIGIN).split("\r\n")).toHaveLength(8);
  expect(hitsCsv(reader.find({ text: "drills", scope: "commitments", chosen: {} }, PAGE).items, ORIGIN)).toContain("commitment,");
});

test("Markdown shows the redline and no sign of the source as markup", () => {
  const { reader } = fixture.archive;
  const text = changesMarkdown("Changes", reader.news({}, PAGE).items.map((one) => changeEntry(one, ORIGIN)), NAMES);
  expect(text).toContain("## cc-dd, 1 August 2025");
  expect(text).toContain("> age ~~noted~~ **committed** age verification");
  expect(escapeMarkdown("1. a *b* [c](d) <e> `f`\n#g")).toBe("1\\. a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\#g");
  expect(link("a]b", "https://x.example/a b>c")).toBe("[a\\]b](<https://x.example/a b%3Ec>)");
  const [first] = reader.news({}, PAGE).items;
  const record = first === undefined ? null : reader.comparison(first.partnership, first.before, first.after);
  if (record === null) throw new Error("no comparison");
  expect(comparisonMarkdown(record, record.comparison.changes, { names: NAMES, origin: ORIGIN, archive: reader })).toMatch(/^# cc-dd: what changed between July 2024 and August 2025\n[\s\S]*## ▲ 1 advanced\n/);
});
