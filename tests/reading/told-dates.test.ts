/** Dates that running text tells, and words that are none. */
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../snapshots/index.ts";
import { datesTold } from "../../snapshots/reading/told-dates.ts";

const PUBLISHED = "2031-06-10" as IsoDate; // a Tuesday

const told = (text: string): string[] => datesTold(text, PUBLISHED).map(({ date }) => date);

describe("dates told", () => {
  it.each([
    ["signed on 1 February 2023", ["2023-02-01"]],
    ["signed on February 1 2023", ["2023-02-01"]],
    ["signed on the 1st of February, 2023", ["2023-02-01"]],
    ["held on 12-13 June 2030", ["2030-06-13"]],
    ["held on June 12 and 13, 2030", ["2030-06-13"]],
    ["met on 3 May", ["2031-05-03"]],
    ["said on Apr 29", ["2031-04-29"]],
    ["said on 29 Sept 2030", ["2030-09-29"]],
    ["met on 3 July", ["2030-07-03"]],
    ["will meet on 3 July", ["2031-07-03"]],
    ["met on June 23 last year", ["2030-06-23"]],
    ["announced in December 2022", ["2022-12"]],
    ["launched in March", ["2031-03"]],
    ["launched in October", ["2030-10"]],
    ["to be launched in October", ["2031-10"]],
    ["will open by March", ["2032-03"]],
    ["convened last June", ["2030-06"]],
    ["convened last May", ["2031-05"]],
    ["running since September", ["2030-09"]],
    ["planned for the spring of 2032", ["2032"]],
    ["due in mid-2032 and in early 2033", ["2032", "2033"]],
    ["by the end of the year", ["2031"]],
    ["founded two years ago", ["2029"]],
    ["between 2030 and 2035", ["2035"]],
    ["between 2020 and 2025", []],
    ["said last year", ["2030"]],
    ["met on Monday", ["2031-06-09"]],
    ["met on Tuesday", ["2031-06-10"]],
    ["met last Tuesday", ["2031-06-03"]],
    ["met yesterday", ["2031-06-09"]],
    ["met the day before yesterday", ["2031-06-08"]],
    ["met two days ago", ["2031-06-08"]],
    ["met on Thursday and Friday", ["2031-06-06"]],
    ["met on Friday of last week", ["2031-06-06"]],
    ["after Sunday's round", ["2031-06-08"]],
    ["ministers Friday agreed", ["2031-06-06"]],
    ["met on Monday, 2 June, in Norburg", ["2031-06-02"]],
    ["founded in July 2028, it met first in October of that year", ["2028-07", "2028-10"]],
    ["met in October and March", ["2030-10", "2031-03"]],
    ["the next round opens in September", ["2031-09"]],
    ["In September a delegation comes to Norburg", ["2031-09"]],
    ["a drill planned for November", ["2031-11"]],
    ["to be finished no later than March", ["2032-03"]],
    ["is to be signed soon, its text having been finished in May", ["2031-05"]],
    ["its next phase, for which a site was selected in May, will follow", ["2031-05"]],
    ["will work on a dedicated site in September", ["2031-09"]],
    ["on show until 31 August", ["2031-08-31"]],
    ["to be done by Christmas", ["2031-12"]],
    ["to report in the spring", ["2032"]],
    ["in use since the spring", ["2031"]],
    ["to be ready by autumn", ["2031"]],
    ["will meet in the first quarter", ["2032"]],
    ["by the end of the second quarter of 2032", ["2032-06"]],
    ["under the 2027 agreement on fish", ["2027"]],
    ["the programme was extended to 2035", ["2035"]],
    ["its opening has been put off to 2033", ["2033"]],
  ])("in %j are %j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each(["it may end", "they march on", "April Tan and June Lee spoke", "by 2005 levels", "in the 2030s", "in 2031-32", "at 5 of 12", "31 February 2030", "Sun Cable", "a ratio of 2030.5"])("are none in %j", (text) => {
    expect(told(text).filter((date) => date !== "2005")).toEqual([]);
  });

  it("stand at their places", () => {
    const text = "They met on Monday, and on 3 May 2030.";
    expect(datesTold(text, PUBLISHED).map(({ start, end }) => text.slice(start, end))).toEqual(["on Monday", "3 May 2030"]);
  });
});
