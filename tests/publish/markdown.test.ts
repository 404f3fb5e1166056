import { describe, expect, test } from "vitest";
import { redlineMarkdown, wordingMarkdown } from "../../server/publish/markdown-redline.ts";
import type { Quotation } from "../../server/publish/entries.ts";
import { redlineWords } from "../../snapshots/index.ts";

const between = (before: string, after: string): string => redlineMarkdown(redlineWords(before, after));
const quotations = (...quotes: string[]): readonly Quotation[] => quotes.map((quote) => ({ id: "", quote, sha256: "" as Quotation["sha256"], documentKind: "other", url: "", documentUrl: "" }));

describe("a redline in Markdown", () => {
  test.each([
    ["We shall phase out", "We will phase out", "We ~~shall~~ **will** phase out"],
    ["The Undertaking, the public one, was signed", "The Undertaking was signed", "The ~~Undertaking, the public one,~~ **Undertaking** was signed"],
    ["destruction of weapons", "destruction of weapons (WMD)", "destruction of weapons **(WMD)**"],
    ["by 2025.", "by 2026.", "by ~~2025.~~ **2026.**"],
    ["1. We agree", "1. We build", "1\\. We ~~agree~~ **build**"],
    ["the fund", "a * fund_", "~~the~~ **a \\*** ~~fund~~ **fund\\_**"],
  ])("%s / %s", (before, after, expected) => expect(between(before, after)).toBe(expected));

  test("sets its marks where every reader of Markdown takes them for marks", () => {
    const texts = ["They will (jointly) build it, by 2025, at the latest.", "They will build it by the year 2026 (at the latest), jointly", "“They”, we hear, will build it: by 2025; at last", "Build it."];
    for (const before of texts) {
      for (const after of texts) {
        const text = between(before, after);
        // Stands after white space and before none, or before white space and after none.
        expect(text.replace(/(?<=^|\s)(?:~~|\*\*)(?=\S)|(?<=\S)(?:~~|\*\*)(?=\s|$)/g, "")).not.toMatch(/~~|\*\*/);
        expect(text.replace(/~~.*?~~ ?/g, "").replaceAll("**", "").trim()).toBe(after);
        expect(text.replace(/(?<=^|\s)\*\*.*?\*\*(?= |$) ?/g, "").replaceAll("~~", "").trim()).toBe(before);
      }
    }
  });

  test("wordings of two documents stand on lines of their own", () => {
    expect(wordingMarkdown({ before: [], after: quotations("We agree.", "We *do*.") })).toBe("We agree.\\\nWe \\*do\\*.");
    expect(wordingMarkdown({ before: quotations("We agree on cables."), after: quotations("We agree on cables.", "We build them.") })).toBe("We agree on cables.\\\n**We build them.**");
  });
});
