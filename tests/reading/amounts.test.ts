/** Amounts with their currency or what they count, and numbers that are none. */
import { describe, expect, it } from "vitest";
import { findAmounts } from "../../snapshots/reading/amounts.ts";
import { findDetails } from "../../snapshots/reading/details.ts";
import type { IsoDate } from "../../snapshots/types.ts";

const found = (text: string) => findAmounts(text).map((detail) => [detail.text, detail.value]);

describe("an amount", () => {
  it.each([
    ["worth €4.5 million", "€4.5 million", "EUR 4500000"],
    ["a combined $90+ million", "a combined $90+ million", "USD 90000000"],
    ["S$25 million for ports", "S$25 million", "SGD 25000000"],
    ["EUR 300 million", "EUR 300 million", "EUR 300000000"],
    ["up to 1 billion euros", "up to 1 billion euros", "EUR 1000000000"],
    ["A$1.5bn", "A$1.5bn", "AUD 1500000000"],
    ["$410,000 of grants", "$410,000", "USD 410000"],
    ["$100 to $200 million", "$100 to $200 million", "USD 100000000-200000000"],
    ["half a million dollars", "half a million dollars", "USD 500000"],
    ["cut by 50 percent", "50 percent", "50 percent"],
    ["cut by 50-52 per cent", "50-52 per cent", "50-52 percent"],
    ["limit it to 1.5°C", "1.5°C", "1.5 °C"],
    ["43.5 GW of wind", "43.5 GW", "43.5 GW"],
    ["a 200-megawatt plant", "200-megawatt", "200 MW"],
    ["1,000 students will travel", "1,000 students", "1000 students"],
    ["Some 60 fellowships are open", "Some 60 fellowships", "60 fellowships"],
    ["eight pilot projects", "eight pilot projects", "8 pilot projects"],
    ["more than 1.2 billion doses", "more than 1.2 billion doses", "1200000000 doses"],
    ["more than 1700 officials", "more than 1700 officials", "1700 officials"],
    ["nearly 79 million safe, effective and tested doses", "nearly 79 million", "79000000 doses"],
  ])("in %j is read", (text, words, value) => {
    expect(found(text)).toEqual([[words, value]]);
  });

  it.each(["the two sides", "four countries of the region", "5G and 6G networks", "COP26", "Article 5 commitments", "UNSCR 2593 obligations", "Group of 77 members", "F-16 fighters", "2030 targets", "Section 12 duties", "24/7 contacts", "a Track 1.5 dialogue", "three years", "the 12th meeting", "Phase 2 trials", "12. Ministers met"])("is not %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("details", () => {
  it("do not count the days of a deadline as an amount", () => {
    const details = findDetails("Within 100 days the agency will train 40 nurses with €2 million.", "2025-03-14" as IsoDate);
    expect(details.map(({ type, value }) => [type, value])).toEqual([["deadline", "2025-06-22"], ["amount", "40 nurses"], ["amount", "EUR 2000000"]]);
  });

  it("stand in the order of the text, each in its place", () => {
    const text = "Norland’s National Health Institute (NHI) signed a Memorandum of Understanding worth $5 million, due by 2027";
    const details = findDetails(text, null);
    expect(details.map(({ type }) => type)).toEqual(["actor", "instrument", "amount", "deadline"]);
    for (const detail of details) expect(text.slice(detail.start, detail.end)).toBe(detail.text);
  });
});

describe("finding details", () => {
  it("takes time in proportion to the length of odd texts", () => {
    for (const piece of ["up to more than about ", "1,000 big, ", "in the next 5 ", "and the Bank of ", "$1 to "]) {
      const text = piece.repeat(4_000);
      const start = performance.now();
      findDetails(text, "2025-03-14" as IsoDate);
      expect(performance.now() - start).toBeLessThan(1_500);
    }
  });
});
