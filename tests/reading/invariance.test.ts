import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { openDocument, readSnapshot, type Sha256, type Snapshot } from "../../snapshots/index.ts";

const knowledge = loadKnowledge("/nowhere");
const MATTER = "---\ndate: 2024-05-02\ntitle: Joint Statement of Norway and Chile\nparties: [NO, CL]\nlanguage: en\n---\n\n";

const PARAGRAPHS = [
  "The two sides agreed to open a joint ice office in Tromsø by the end of 2026, and underlined the importance of free seas.",
  "We will continue to count whales together. Both countries expressed interest in exchanges of young sailors, including through the Polar Fellowship.",
  "Norway will provide 40 million crowns to the Southern Ocean Programme. The ministers welcomed the completion of the krill survey and the launch of a common chart.",
  "The parties plan to explore rules for unmanned ships. They noted progress in the negotiations on fish labels.",
];
const STATEMENT = PARAGRAPHS.join("\n\n");

function read(body: string, matter = MATTER): Snapshot {
  const outcome = readSnapshot(openDocument({ text: matter + body, name: null, sha256: "b".repeat(64) as Sha256, given: {} }), knowledge);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

const plainly = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-").replace(/\s+/g, " ").trim();
/** What is found, without places: words, stage, force, topic. */
const found = (snapshot: Snapshot): string[] => snapshot.commitments.map(({ plain, stage, force, topic }) => `${stage}/${force}/${topic}: ${plainly(plain)}`);
const expected = found(read(STATEMENT));

/** Breaks lines at a width, as e-mails and old pages do. */
const wrapped = (text: string, width: number): string =>
  text.split("\n\n").map((paragraph) => paragraph.split(" ").reduce((lines, word) => { const last = lines.at(-1) ?? ""; return last.length + word.length + 1 > width ? [...lines, word] : [...lines.slice(0, -1), last === "" ? word : `${last} ${word}`]; }, [""]).join("\n")).join("\n\n");

describe("what is found does not depend on", () => {
  test("there is something to be found", () => expect(expected.length).toBe(9));
  test.each([40, 60, 72, 100])("lines wrapped at %i columns", (width) => expect(found(read(wrapped(STATEMENT, width)))).toEqual(expected));
  test("white space: tabs, doubled and non-breaking spaces", () => expect(found(read(STATEMENT.replace(/ (?=[a-z])/g, (_, at: number) => [" ", "  ", "\u00a0", "\t"][at % 4] ?? " ")))).toEqual(expected));
  test("Windows line ends", () => expect(found(read(STATEMENT.replaceAll("\n", "\r\n")))).toEqual(expected));
  test("emphasis and links", () => expect(found(read(STATEMENT.replace("Polar Fellowship", "[**Polar Fellowship**](https://example.org/p_(2024))").replace("krill survey", "*krill survey*")))).toEqual(expected));
  test("numbered paragraphs", () => expect(found(read(PARAGRAPHS.map((one, at) => `${at + 1}. ${one}`).join("\n\n")))).toEqual(expected));
  test("paragraphs or bullets", () => expect(found(read(PARAGRAPHS.map((one) => `- ${one}`).join("\n")))).toEqual(expected));
  test("the order of sections", () => expect(found(read(PARAGRAPHS.toReversed().join("\n\n"))).toSorted()).toEqual(expected.toSorted()));
  test("British and American spelling", () => {
    const british = "The two sides agreed to modernise the harbour programme and recognised the labour of sailors.";
    const american = "The two sides agreed to modernize the harbor program and recognized the labor of sailors.";
    expect(read(british).commitments.map(({ stage, topic }) => `${stage} ${topic}`)).toEqual(read(american).commitments.map(({ stage, topic }) => `${stage} ${topic}`));
  });
  test("curly or straight quotation marks and apostrophes", () => {
    const curly = "We will publish the two countries’ “Ice Atlas” every year. We reaffirm our partners’ right to fish.";
    expect(found(read(curly.replace(/[’]/g, "'").replace(/[“”]/g, '"')))).toEqual(found(read(curly)));
  });
});

test("the same bytes make the same snapshot, byte for byte", () => {
  expect(JSON.stringify(read(STATEMENT))).toBe(JSON.stringify(read(STATEMENT)));
});

describe("of any text", () => {
  const words = STATEMENT.split(/\s+/);
  const soup = fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom("\n\n", "\n- ", "; ", ": ", "“", "”", "(", ")", "**", "[", "](", "1)", "U.S.", "’s", "—", "\u00a0"), fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 120 }).map((parts) => parts.join(" "));

  test("every quote stands in its place and no two commitments overlap or share a name", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { document, commitments } = read(text);
        let end = 0;
        for (const one of commitments) {
          expect(document.text.slice(one.start, one.end)).toBe(one.quote);
          expect(one.start).toBeGreaterThanOrEqual(end);
          end = one.end;
          for (const quote of [...one.hedges, ...Object.values(one.evidence).flatMap(({ words: found }) => found)]) expect(document.text.slice(quote.start, quote.end)).toBe(quote.quote);
        }
        expect(new Set(commitments.map(({ id }) => id)).size).toBe(commitments.length);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

const CORPUS = join(PROJECT_ROOT, "..", "shared", "corpus", "series");

test.skipIf(!existsSync(CORPUS))("real documents: quotes in their places, every stage and topic known (skipped where ../shared/corpus is not there)", () => {
  const topics = new Set(knowledge.topics.map(({ slug }) => slug));
  const files = readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".md")).map((entry) => join(entry.parentPath, entry.name)).sort();
  const sample = files.filter((_, at) => at % 12 === 0);
  expect(sample.length).toBeGreaterThan(20);
  for (const path of sample) {
    const document = openDocument({ text: readFileSync(path, "utf8"), name: path.split("/").at(-1) ?? null, sha256: "c".repeat(64) as Sha256, given: {} });
    const outcome = readSnapshot(document, knowledge);
    if (!outcome.ok) continue;
    for (const one of outcome.value.commitments) {
      expect(document.text.slice(one.start, one.end)).toBe(one.quote);
      expect(topics.has(one.topic)).toBe(true);
    }
  }
});
