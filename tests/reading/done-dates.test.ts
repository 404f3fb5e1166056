import { expect, test } from "vitest";
import { findDoneDates } from "../../snapshots/reading/done-dates.ts";

const told = (text: string): (readonly [string, string | null])[] => findDoneDates(text, "2031-06-10" as never).map((detail) => [detail.text, detail.value] as const);

test.each([
  ["A workshop for regulators was held in Ostmark in May 2031", "in May 2031", "2031-05-31"],
  ["The website has been online since last September", "since last September", "2030-09-30"],
  ["The two agencies signed the arrangement on 3 April 2031", "on 3 April 2031", "2031-04-03"],
])("%s: the day of the step, with the word that leads it", (text, words, value) => expect(told(text)).toEqual([[words, value]]));

test.each(["A workshop will be held in May 2032", "The May 2031 declaration stands", "Both sides met without haste"])("%s: no day of a step", (text) => expect(told(text)).toEqual([]));

test("without a day to count from nothing is told", () => expect(findDoneDates("It was held in May 2031", null)).toEqual([]));
