/** Two wordings and two texts as pages show them: marks without the space around them, wordings that share too little, long runs that are folded. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import { redline } from "../../views/parts/redline.ts";
import { sideBySide } from "../../views/parts/sides.ts";
import { createRenderer } from "../../views/render.ts";
import { makeFixture } from "../publish/fixture.ts";
import { openSite } from "../routes/app.ts";

const { fragment } = createRenderer(join(PROJECT_ROOT, "views", "templates"));

/** The redline of two wordings as HTML, without the words that are only heard. */
function shown(before: string, after: string): string {
  return fragment("parts/redline", redline([before], [after], "en")).replaceAll(/<span class="vh">.*?<\/span>/g, "");
}

test("a mark has no space at its ends, and no word or space of either wording is lost", () => {
  const html = shown("The ports of both sides will open a common office by spring", "The ports of both sides opened a common office");
  expect(html).toContain("<del>");
  expect(html).not.toMatch(/<(?:ins|del)>\s|\s<\/(?:ins|del)>/);
  const text = (gone: string): string => html.replaceAll(new RegExp(`<${gone}>.*?</${gone}>`, "g"), "").replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ").trim();
  expect(text("ins")).toBe("The ports of both sides will open a common office by spring");
  expect(text("del")).toBe("The ports of both sides opened a common office");
});

test("wordings that share hardly a word stand whole, one below the other; the runs behind them are as ever", () => {
  const [before, after] = ["Ministers took note of the report on lighthouse keepers", "Both navies will train pilots for the northern strait every winter"];
  const model = redline([before], [after], "en");
  expect(model.whole.map(({ name }) => name)).toEqual(["Before", "After"]);
  expect(model.runs.some(({ op }) => op === "delete")).toBe(true);
  const html = fragment("parts/redline", model);
  expect(html).not.toMatch(/<ins>|<del>/);
  expect(fragment("parts/redline", redline([before, `${before} in spring`.replace("Ministers", "They")], [after], "en")).match(/class="wording-said"/g)).toHaveLength(3);
  expect(html.replaceAll(/<[^>]+>/g, "")).toBe(`Before: ${before}After: ${after}`);
});

test.each([
  ["", "Both navies will train pilots", false],
  ["The ports will open a common office", "The ports will open a common office in the capital of the smaller side, with staff of their own", false],
])("a wording that is new, or goes on from the one before, is marked word by word: %s", (before, after, apart) => {
  expect(redline([before], [after], "en").whole.length > 0).toBe(apart);
});

/** The texts of two meetings side by side; each line is a paragraph. */
function sides(before: readonly string[], after: readonly string[]) {
  const texts = [`2023-05-01 aa-bb Geneva\n${before.join("\n\n")}\n`, `2024-06-01 aa-bb Oslo\n${after.join("\n\n")}\n`];
  const { archive, close } = makeFixture(texts);
  const record = archive.reader.comparison("aa-bb" as Slug, "2023-05-01" as IsoDate, "2024-06-01" as IsoDate);
  if (record === null) throw new Error("no comparison");
  const model = sideBySide(record, { shown: new Set(), href: (id) => `#${id}` });
  close();
  return model;
}

test("a long run that stands in one text alone is folded, and the fold says what is in it", () => {
  const common = ["port explored a common port", "ferry explored a common ferry"];
  const added = Array.from({ length: 7 }, (_, at) => `new${at} committed undertaking number ${at}`);
  const { rows, heads } = sides(common, [common[0] ?? "", ...added, common[1] ?? ""]);
  expect(rows.map(({ fold }) => fold).filter((fold) => fold !== null)).toEqual(["7 paragraphs that only the text after has: 7 new"]);
  expect(rows.find(({ fold }) => fold !== null)?.after.length).toBe(7);
  expect(rows[0]?.before[0]?.pieces.map(({ held, text }) => [held, text])).toContainEqual(["port", " explored a common port"]);
  expect(heads.map(({ label, date }) => [label, date])).toEqual([["Before", "1 May 2023"], ["After", "1 June 2024"]]);
});

test("a short run is not folded", () => {
  const { rows } = sides(["port explored a common port"], ["port explored a common port", "bridge committed a bridge"]);
  expect(rows.filter(({ fold }) => fold !== null)).toEqual([]);
});

test("a meeting's place and the number of its documents are told apart", async () => {
  const site = openSite();
  const text = (await site.text("/partnerships/aa-bb")).replaceAll(/<[^>]+>/g, "");
  site.close();
  expect(text).toContain("Oslo, 2 documents");
});
