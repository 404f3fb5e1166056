import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { type Document, foldRows, openDocument, redlineDocuments, type Sha256 } from "../../snapshots/index.ts";
import { rebuilt, writtenRow } from "./notation.ts";

const open = (text: string): Document => openDocument({ text, name: null, sha256: "" as Sha256, given: {} });
const rowsOf = (before: string, after: string): string[] => redlineDocuments(open(before), open(after)).rows.map(writtenRow);

const HARBOUR = "The ministers of Arlandia and Borduria agreed to widen the harbour of Port Selim by the end of 2027.";
const CABLE = "Both sides will lay a submarine cable between their capitals, and open it to all carriers.";
const SCHOOLS = "They launched an exchange of teachers between the schools of their border towns.";
const FOREST = "A joint office will count the trees of the Varna forest every spring.";

test("an edited paragraph, one added, one gone", () => {
  expect(rowsOf(`${HARBOUR}\n\n${CABLE}\n\n${SCHOOLS}`, `${HARBOUR}\n\n${CABLE.replace("all carriers", "every carrier")}\n\n${FOREST}`)).toEqual([
    `equal: ${HARBOUR}`,
    "edited: Both sides will lay a submarine cable between their capitals, and open it to [-all carriers-]{+every carrier+}.",
    `removed: [-${SCHOOLS}-]`,
    `added: {+${FOREST}+}`,
  ]);
});

test("a passage that moved, with the edit inside the move", () => {
  expect(rowsOf(`${HARBOUR}\n\n${CABLE}\n\n${SCHOOLS}\n\n${FOREST}`, `${CABLE}\n\n${SCHOOLS}\n\n${FOREST}\n\n${HARBOUR.replace("2027", "2029")}`)).toEqual([
    `left 1 down: [-${HARBOUR}-]`,
    `equal: ${CABLE}`,
    `equal: ${SCHOOLS}`,
    `equal: ${FOREST}`,
    "moved 1 down: The ministers of Arlandia and Borduria agreed to widen the harbour of Port Selim by the end of [-2027-]{+2029+}.",
  ]);
});

test("a paragraph that is split or joined keeps its words, and says that it goes on", () => {
  const { rows } = redlineDocuments(open(`${HARBOUR} ${CABLE}`), open(`${HARBOUR}\n\n${CABLE}`));
  expect(rows.map((row) => [row.before, row.after])).toEqual([
    [{ block: 0, continues: false }, { block: 0, continues: false }],
    [{ block: 0, continues: true }, { block: 1, continues: false }],
  ]);
});

test("a date in a short line is an edit of the line", () => {
  expect(rowsOf("# Arlandia and Borduria, March 2, 2031\n\nTo be released at noon.", "# Arlandia and Borduria, May 9, 2031\n\nTo be released at noon.")).toEqual([
    "edited: Arlandia and Borduria, [-March 2-]{+May 9+}, 2031",
    "equal: To be released at noon.",
  ]);
});

test("two issues of one text are told from two texts", () => {
  expect(redlineDocuments(open(`${HARBOUR}\n\n${CABLE}`), open(`${HARBOUR}\n\n${CABLE.replace(",", "")}`)).reissued).toBe(true);
  expect(redlineDocuments(open(HARBOUR), open(CABLE)).reissued).toBe(false);
});

test("equal rows far from a change can be folded", () => {
  const points = Array.from({ length: 12 }, (_, at) => `Point ${at} is about the lake of Tarn ${at}, and its ${at + 3} ferries.`);
  const { rows } = redlineDocuments(open(points.join("\n\n")), open(points.map((point, at) => (at === 2 ? point.replace("lake", "river") : point)).join("\n\n")));
  expect(foldRows(rows, { around: 1 }).map(({ kind, rows: part }) => [kind, part.length])).toEqual([["shown", 4], ["folded", 8]]);
});

const SENTENCES = [HARBOUR, CABLE, SCHOOLS, FOREST, "They met.", "数据安全很重要。双方将合作。", "Se acordó ampliar el fondo común; los ministros informarán.", "See No. 5 of the annex.", "Annex"];
const paragraphs = fc.array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }).map((list) => list.join(" ")), { maxLength: 8 });
const document = (list: readonly string[]): Pick<Document, "blocks"> => ({ blocks: list.map((text) => ({ kind: "paragraph" as const, level: 0, marker: null, text, start: 0, end: 0, offsets: [] })) });

test("the rows rebuild both documents exactly, in order", () => {
  fc.assert(fc.property(paragraphs, paragraphs, (before, after) => {
    const redline = redlineDocuments(document(before), document(after));
    expect(rebuilt(redline, "before")).toEqual(before);
    expect(rebuilt(redline, "after")).toEqual(after);
    expect(redlineDocuments(document(before), document(after))).toEqual(redline);
    const ends = redline.rows.filter(({ move }) => move !== null).map(({ move, course }) => `${move?.number} ${course}`);
    expect(new Set(ends).size).toBe(ends.length);
    expect(ends.length % 2).toBe(0);
  }), { numRuns: 300 });
});

const SERIES = join(PROJECT_ROOT, "../shared/corpus/series");
const real = existsSync(SERIES) ? readdirSync(SERIES).filter((name) => /^(?:revisions|commercial|fomc|tos-basecamp|g7-summit)/.test(name)) : [];
if (real.length === 0) console.log(`skipped: no reissued texts in ${SERIES}`);

test.skipIf(real.length === 0).each(real.map((name) => [name]))("real texts: %s", (name) => {
  const files = readdirSync(join(SERIES, name)).filter((file) => file.endsWith(".md")).toSorted().slice(-3);
  const documents = files.map((file) => open(readFileSync(join(SERIES, name, file), "utf8")));
  documents.slice(1).forEach((after, at) => {
    const before = documents[at] ?? after;
    const redline = redlineDocuments(before, after);
    expect(rebuilt(redline, "before")).toEqual(before.blocks.map(({ text }) => text));
    expect(rebuilt(redline, "after")).toEqual(after.blocks.map(({ text }) => text));
    if (name.startsWith("revisions")) expect(redline.reissued).toBe(true);
  });
});
