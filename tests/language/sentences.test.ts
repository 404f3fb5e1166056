/** Where sentences end, and where a full stop does not end one. */
import { describe, expect, it } from "vitest";
import { readBlocks } from "../../snapshots/format/blocks.ts";
import { sentencesOfBlock } from "../../snapshots/language/sentences.ts";

/** The text with `|` between its sentences. */
function cut(text: string): string {
  return readBlocks(text).flatMap((block, index) => sentencesOfBlock(block, index).map((sentence) => sentence.text)).join(" | ");
}

describe("sentences", () => {
  it.each([
    "They met. | They talked. | Who could say? | Nobody!",
    "The U.S.-Norland partnership grows. | It will last.",
    "The U.S. Department of Bees met the U.S. Senate. | They talked.",
    "They met in the U.S. | The talks were short.",
    "They met in Washington, D.C. | The talks were short.",
    "The ASEAN-U.S. Summit was held. | It was the first.",
    "Dr. Vivian Olsen met Gen. Ida Lund and Adm. Per Dahl. | They talked.",
    "See No. 5 and Art. 12 of the plan. | It is long.",
    "The plan has 3.5 parts, e.g. bees and i.e. honey. | It is short.",
    "He said: “We are glad.” | They left.",
    "President Ida R. Lund, Jr. met Mr. Dahl. | They talked.",
    "The court heard Olsen v. Lund last year. | It was long.",
    "They meet at 5 p.m. on Oct. 12, 2031 in Norburg. | It is late.",
    "The firm Bees Inc. joined. | So did Honey Ltd. of Norburg.",
    "They agreed… and left. | It was May.",
  ])("are cut in %j", (expected) => {
    expect(cut(expected.replaceAll(" | ", " "))).toBe(expected);
  });

  it("keep their place in the block", () => {
    const [block] = readBlocks("They  met.\nThey **talked** at length. Then they left.");
    if (block === undefined) throw new Error("no block");
    for (const { start, end, text } of sentencesOfBlock(block, 0)) expect(block.text.slice(start, end)).toBe(text);
  });

  it("are found in linear time in a block without an end", () => {
    const [block] = readBlocks("The U.S. and A. B. met, e.g. in No. 5. ".repeat(8_000));
    if (block === undefined) throw new Error("no block");
    const started = performance.now();
    sentencesOfBlock(block, 0);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

it("text without a full stop is read in parts, which end between words", () => {
  const [block] = readBlocks("the two sides agreed to work, ".repeat(1_000));
  const parts = block === undefined ? [] : sentencesOfBlock(block, 0).map(({ text }) => text);
  expect(parts.length).toBeGreaterThan(4);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(6_000);
  expect(parts.every((part) => part.endsWith("agreed to work,"))).toBe(true);
  expect(readBlocks("x".repeat(20_000)).flatMap((one) => sentencesOfBlock(one, 0)).map(({ text }) => text.length)).toEqual([6_000, 6_000, 6_000, 2_000]);
});
