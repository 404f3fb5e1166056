/** Every character of a block stands at its offset in the source, whatever the markup: over random texts and over real ones. */
import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { readBlocks } from "../../snapshots/format/blocks.ts";
import type { Block } from "../../snapshots/index.ts";

const ENTITY = /^&(?:#\d{1,6}|[a-zA-Z]{2,6});/;

/** What breaks the law of offsets in a block, or null. */
function fault(source: string, { text, offsets, start, end }: Block): string | null {
  if (offsets.length !== text.length + 1) return "there is not one offset for each character and one for the end";
  for (let i = 0; i < text.length; i++) {
    const at = offsets[i] ?? -1;
    if (at < start || at >= end) return `offset ${i} lies outside the block`;
    if ((offsets[i + 1] ?? 0) < at) return `offset ${i + 1} goes back`;
    const same = source[at] === text[i] || (text[i] === " " && /\s|<|-/.test(source[at] ?? "")) || ENTITY.test(source.slice(at, at + 10));
    if (!same && text[i] !== " ") return `${JSON.stringify(text[i])} stands for ${JSON.stringify(source.slice(at, at + 10))}`;
  }
  return null;
}

const PIECES = ["word", "two words", " ", "\n", "\n\n", "- ", "    - ", "1. ", "(a) ", "# ", "## ", "**", "*", "_", "__", "<u>", "</u>", "<!-- -->", "[link](https://example.org/x)", "[open", "](", "\\*", "&amp;", "&nbsp;", "\u00a0", "> ", "—", "---", "===", ". ", ";", ":", "“so”", "U.S.-Norland", "é", "😀", "\t", "\r\n", "<br>", "<sup>th</sup>", "TITLE", "\u200b"];

describe("offsets", () => {
  it("map every block of a random text back to its source", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const source = pieces.join("");
        for (const block of readBlocks(source)) expect(fault(source, block)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it("keep blocks in order and apart", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const read = readBlocks(pieces.join(""));
        for (const [index, block] of read.entries()) expect(block.start).toBeGreaterThanOrEqual(read[index - 1]?.end ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  const corpus = join(PROJECT_ROOT, "..", "shared", "corpus", "series", "edge-cases");
  it.skipIf(!existsSync(corpus))("map real texts back, where the corpus is at hand", () => {
    for (const name of readdirSync(corpus)) {
      const source = readFileSync(join(corpus, name), "utf8");
      for (const block of readBlocks(source)) expect(fault(source, block)).toBeNull();
    }
  });

  it("are found in linear time, also in texts that are one line or nothing but markup", () => {
    for (const piece of ["word ", "- a\n", "**", "[", "<u>", "(a) b; ", "“", "U.S. "]) {
      const started = performance.now();
      readBlocks(piece.repeat(Math.ceil(150_000 / piece.length)));
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(4_000);
    }
  });
});
