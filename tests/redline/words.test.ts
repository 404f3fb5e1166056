import fc from "fast-check";
import { expect, test } from "vitest";
import { redlineWords } from "../../snapshots/index.ts";
import { tokensOf } from "../../snapshots/redline/tokens.ts";
import { textAfter, textBefore, written } from "./notation.ts";

const CASES: readonly (readonly [before: string, after: string, expected: string])[] = [
  ["Both sides shall phase out coal.", "Both sides will phase out coal.", "Both sides [-shall-]{+will+} phase out coal."],
  ["They pledged S$25 million by 2030-31.", "They pledged S$40 million by 2030-31.", "They pledged [-S$25-]{+S$40+} million by 2030-31."],
  ["A share of 12.5 per cent", "A share of 12.7 per cent", "A share of [-12.5-]{+12.7+} per cent"],
  ["use of e-invoicing", "use of e-signatures", "use of [-e-invoicing-]{+e-signatures+}"],
  ["stable, and growing", "stable and growing", "stable[-,-] and growing"],
  ["the U.S. and Arlandia", "the U.S., Borduria and Arlandia", "the U.S.{+, Borduria+} and Arlandia"],
  ["one thing", "one thing", "one thing"],
  ["", "something", "{+something+}"],
  ["something", "", "[-something-]"],
  ["  led by spaces", "led by spaces", "[-  -]led by spaces"],
  ["wrapped\nline", "wrapped line", "wrapped[-\n-]{+ +}line"],
  // Islands of a word or two between edits of words are taken into them; a comma that went is no reason to.
  ["reviewed plans on the safe use of robots", "endorsed rules on the fair testing of robots", "[-reviewed plans on the safe use-]{+endorsed rules on the fair testing+} of robots"],
  ["open, fair, and free", "open fair and free", "open[-,-] fair[-,-] and free"],
  // What was put in is marked from where a reader would say that it begins.
  ["They meet. They agree.", "They meet. They dine. They agree.", "They meet. {+They dine. +}They agree."],
  ["我们将继续合作。", "我们将加强合作。", "我们将[-继续-]{+加强+}合作。"],
  ["Se acordó crear un fondo.", "Se acordó ampliar un fondo.", "Se acordó [-crear-]{+ampliar+} un fondo."],
];

test.each(CASES)("%j to %j", (before, after, expected) => {
  expect(written(redlineWords(before, after))).toBe(expected);
});

test("tokens keep amounts, dates and compounds whole", () => {
  expect(tokensOf("S$25 and €1,000.50, 30-31 May, 50%, e-invoicing, U.S. law, 5G-enabled AT&T (R&D)").map(({ word }) => word)).toEqual(["S$25", "and", "€1,000.50", ",", "30-31", "May", ",", "50%", ",", "e-invoicing", ",", "U.S.", "law", ",", "5G-enabled", "AT&T", "(", "R&D", ")"]);
});

const WORDS = ["the", "parties", "agree", "to", "12.5", "S$25", "AI", "safety", ",", ".", "cables", "e-invoicing", "and", "of", "\n", "  ", "—", "数据", "“quoted”"];
const texts = fc.oneof(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(" ")), fc.string({ unit: "grapheme", maxLength: 120 }));

test("a redline rebuilds both texts exactly, whatever they are", () => {
  fc.assert(fc.property(texts, texts, (before, after) => {
    const runs = redlineWords(before, after);
    expect(textBefore(runs)).toBe(before);
    expect(textAfter(runs)).toBe(after);
    expect(runs.every(({ text }) => text !== "")).toBe(true);
  }), { numRuns: 400 });
});

test("a redline never cuts a word and never sets two runs of one kind side by side", () => {
  fc.assert(fc.property(texts, texts, (before, after) => {
    const runs = redlineWords(before, after);
    for (const [keep, drop] of [["delete", "insert"], ["insert", "delete"]] as const) {
      const side = runs.filter(({ op }) => op !== drop);
      side.forEach(({ op, text }, at) => {
        const next = side[at + 1];
        if (next !== undefined && (op === keep || next.op === keep)) expect(/[a-z\d]$/i.test(text) && /^[a-z\d]/i.test(next.text)).toBe(false);
      });
    }
    runs.forEach(({ op }, at) => {
      expect(runs[at + 1]?.op === op).toBe(false);
    });
  }), { numRuns: 400 });
});

test("a text of twenty thousand words is no matter", () => {
  const sentence = (at: number): string => `Point ${at} says that the ministers of both islands will open ${at * 7} schools near the harbour of Port ${String.fromCharCode(65 + (at % 26))}${at}. `;
  const before = Array.from({ length: 1_000 }, (_, at) => sentence(at)).join("");
  const after = Array.from({ length: 1_000 }, (_, at) => sentence(at % 9 === 0 ? at + 5_000 : at)).join("");
  const began = performance.now();
  const runs = redlineWords(before, after);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(textBefore(runs)).toBe(before);
  expect(textAfter(runs)).toBe(after);
});
