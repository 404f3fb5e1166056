/** Deadlines resolved to their last day, and what only looks like one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDeadlines } from "../../snapshots/reading/deadlines.ts";
import type { IsoDate } from "../../snapshots/types.ts";

const ANCHOR = "2025-03-14" as IsoDate;
const found = (text: string, anchor: IsoDate | null = ANCHOR) => findDeadlines(text, anchor).map((detail) => [detail.text, detail.value]);

describe("a deadline", () => {
  it.each([
    ["It will be ready by the end of 2026.", "by the end of 2026", "2026-12-31"],
    ["They launched a call that closes in 2025.", "in 2025", "2025-12-31"],
    ["They decided to hold talks in July.", "in July", "2025-07-31"],
    ["Emissions will fall by 2030.", "by 2030", "2030-12-31"],
    ["They will report within six months.", "within six months", "2025-09-14"],
    ["It opens in the first half of 2027.", "in the first half of 2027", "2027-06-30"],
    ["A plan is due by October.", "due by October", "2025-10-31"],
    ["Talks will start next year.", "next year", "2026-12-31"],
    ["It will start early next year.", "early next year", "2026-03-31"],
    ["The study is due in the spring of 2026.", "due in the spring of 2026", "2026-05-31"],
    ["It ends in Q3 2025.", "in Q3 2025", "2025-09-30"],
    ["Findings are expected in mid-2026.", "expected in mid-2026", "2026-06-30"],
    ["It starts in early 2026.", "in early 2026", "2026-03-31"],
    ["It will be signed before the end of the year.", "before the end of the year", "2025-12-31"],
    ["It will be reviewed before the summer.", "before the summer", "2025-05-31"],
    ["It must end before 2030.", "before 2030", "2029-12-31"],
    ["No later than 30 June 2027 it will close.", "No later than 30 June 2027", "2027-06-30"],
    ["It closes on March 31, 2026.", "on March 31, 2026", "2026-03-31"],
    ["It runs over the next five years.", "over the next five years", "2030-03-14"],
    ["They will decide in two years.", "in two years", "2027-03-14"],
    ["By the end of the decade coal will be gone.", "By the end of the decade", "2030-12-31"],
    ["Net zero is to come by mid-century.", "by mid-century", "2050-12-31"],
    ["It will be done later this year.", "later this year", "2025-12-31"],
    ["It will run between 2026 and 2028.", "between 2026 and 2028", "2028-12-31"],
  ])("in %j is read", (text, words, value) => {
    const [first] = found(text);
    expect(first?.[0]).toBe(words);
    expect(first?.[1]).toBe(value);
  });

  it.each(["in the coming months", "by our next meeting", "ahead of the next ministerial meeting", "every 18 months", "at least once a year", "annually", "over five years"])("without a day, %j, has no value", (words) => {
    expect(found(`They will report ${words}.`)).toEqual([[words, null]]);
  });

  it("that counts from a day to come has no value", () => {
    expect(found("They will ratify it within 90 days of signature.")).toEqual([["within 90 days", null]]);
  });

  it("needs an anchor only where it is relative", () => {
    expect(found("It is due by the end of 2026 or within a month.", null)).toEqual([["due by the end of 2026", "2026-12-31"], ["within a month", null]]);
  });

  it("of a month without a year is the next such month", () => {
    expect(found("It is due by February.")[0]?.[1]).toBe("2026-02-28");
    expect(found("It will be held in December.")[0]?.[1]).toBe("2025-12-31");
  });

  it.each([
    "They may march on in second place.",
    "April Tan and June Lee sat down with Sun Cable at 5 of 12.",
    "It was signed in July.",
    "They welcomed the first workshop, held in Port Lysk in 2025.",
    "The text was adopted on 3 May 2019.",
    "Emissions fell by half from 2005 levels.",
    "The 2030 Agenda and the 2002 Declaration remain.",
    "It began five years ago and grew over the past two years.",
    "An 18-month programme in the 21st century, at a ratio of 3/4.",
    "The plant makes 5,000 tonnes annually.",
    "The fall of prices went on.",
  ])("is not found in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("lies in its place and overlaps no other, in any text", () => {
    const pieces = fc.array(fc.constantFrom("by", "the end of", "2026", "May", "may", "in", "June", "next year", "within six months", "Q3", "–", "every two years", "mid-2027", "spring", "of", "12"), { maxLength: 14 });
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join(" ");
        let last = 0;
        for (const detail of findDeadlines(text, ANCHOR)) {
          expect(text.slice(detail.start, detail.end)).toBe(detail.text);
          expect(detail.start).toBeGreaterThanOrEqual(last);
          last = detail.end;
          if (detail.value !== null) expect(new Date(detail.value).toISOString().slice(0, 10)).toBe(detail.value);
        }
      }),
    );
  });
});
