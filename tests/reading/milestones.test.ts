/** Dated facts of the partnership, told from everything else that has a date. */
import { describe, expect, it } from "vitest";
import type { IsoDate, PartnershipRef } from "../../snapshots/index.ts";
import { readMilestones } from "../../snapshots/reading/milestones.ts";
import { knownThings } from "./known.ts";
import { opened } from "./opened.ts";

const knowledge = knownThings();
const partnership: PartnershipRef = { slug: null, name: null, parties: ["CL", "NO"], basis: "derived", evidence: [] };
const PUBLISHED = "2031-06-10" as IsoDate;

function dates(text: string, published = PUBLISHED, held = "2031-06-09" as IsoDate): string[] {
  return readMilestones(opened(text), { published, held, commitments: [], partnership, knowledge }).map(({ date }) => date);
}

const REPORT = "\n\n“Good,” said the minister. Officials said that the talks went well, and that nobody was tired of them, which they told reporters at length in the evening and again in the morning after a long night of work on the text that nobody had read before. Later the two delegations left for the airport, where the weather held them up for hours; they said nothing more about what had been agreed between them, and the reporters went home to write of it, and slept.";

describe("milestones", () => {
  it.each([
    ["The partnership was signed on February 1 2023, after its announcement in December 2022.", ["2023-02-01", "2022-12"]],
    ["Both sides will sign the Agreement by the end of the year.", ["2031"]],
    ["The Dialogue, which convened last July in Oslo, will meet again in 2032.", ["2030-07", "2032"]],
    ["Norway and Chile signed a Memorandum of Understanding in May.", ["2031-05"]],
    ["They aim for half of all ships to be electric by 2035.", ["2035"]],
    ["Nearly two years ago, we launched the partnership.", ["2029"]],
  ])("of %j are %j", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    ["the meeting itself", "They met in Oslo on 9 June 2031, and today they issued this text."],
    ["a quoted date", "“Who could be sad about Oslo in May 2031?” he said."],
    ["a comparison", "Trade grew faster than last year, up from 5 tonnes in 2028."],
    ["a measure", "Exports were 56 bcm in 2030."],
    ["a stretch of time", "Between August 2030 and January 2031, the two sides held talks."],
    ["a length of time", "Within the next year, we will talk."],
    ["an instrument's own date", "Tariffs are set in Executive Order 14257 of April 2, 2030."],
    ["an act's name", "The Safer Bees Act of 2024 is in force."],
    ["others' affairs", "Kenya and Peru held elections in May 2031."],
    ["climate targets", "We aim for net-zero emissions by 2050."],
  ])("leave out %s: %j", (_, text) => {
    expect(dates(text)).toEqual([]);
  });

  it("leave out one side's own affairs in a report, not in a statement", () => {
    const text = " date 2031-06-10 Norway and Chile met. Norway unveiled its own plan in May.";
    expect(dates(`${text}${REPORT}`)).toEqual([]);
    expect(dates("# Joint Statement of Norway and Chile\n\nNorway unveiled its own plan in May.")).toEqual(["2031-05"]);
  });

  it("keep what one side undertakes or hosts in a report", () => {
    const text = " date 2031-06-10 Norway and Chile met. Norway will host the third round in spring 2032. Chile undertook to open its office in Oslo by March.";
    expect(dates(`${text}${REPORT}`)).toEqual(["2032", "2032-03"]);
  });

  it("keep the year of what the parties made together", () => {
    expect(dates("Under the Digital Partnership of 2028, both sides widened their work.")).toEqual(["2028"]);
  });

  it.each([
    ["trouble somewhere", "Both sides condemned last month’s attacks on a ferry."],
    ["damage done", "The cable that was damaged in May 2031 worries both sides."],
    ["notes for those who read", "Please write to us before 1 September about our partnership."],
    ["straight quotation marks", 'She smiled. "We remember how it all began in May 2029," she said.'],
    ["what is measured up to a month", "Trade between us was worth much in the year to March 2031."],
  ])("leave out %s: %j", (_, text) => {
    expect(dates(text)).toEqual([]);
  });

  it("keep the words in their place", () => {
    const document = opened("Both **sides** signed it\nin May 2030; they will meet in 2032.");
    const milestones = readMilestones(document, { published: PUBLISHED, held: PUBLISHED, commitments: [], partnership, knowledge });
    expect(milestones.map(({ date }) => date)).toEqual(["2030-05", "2032"]);
    for (const { start, end, quote } of milestones) expect(document.text.slice(start, end)).toBe(quote);
  });

  it("are found in linear time in a text without full stops", () => {
    const document = opened("They signed it in May 2030 and met in June 2029, ".repeat(800));
    const started = performance.now();
    readMilestones(document, { published: PUBLISHED, held: PUBLISHED, commitments: [], partnership, knowledge });
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

it("a milestone is shown without marks of format, and its quotation keeps them", () => {
  const text = "The partnership was [signed](https://harbour.example/a) on February 1<sup>st</sup>, 2023.";
  const [found] = readMilestones(opened(text), { published: PUBLISHED, held: PUBLISHED, commitments: [], partnership, knowledge });
  expect(found?.plain).toBe("The partnership was signed on February 1st, 2023");
  expect(found?.quote).toBe(text.slice(0, -1));
});
