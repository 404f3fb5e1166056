/** The meeting that a document reports: day, place, name, number, and the words that told them. */
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../snapshots/index.ts";
import { readMeeting } from "../../snapshots/reading/meeting.ts";
import { opened } from "./opened.ts";

const PUBLISHED = "2031-06-10" as IsoDate; // a Tuesday
const meeting = (text: string) => readMeeting(opened(text), PUBLISHED);

describe("the day of the meeting", () => {
  it.each([
    ["They agreed on much in their second Council meeting, held in Norburg on Monday.", "2031-06-09"],
    ["Norland and Sudmark met in Norburg yesterday.", "2031-06-09"],
    ["Norland and Sudmark today held their third Dialogue.", "2031-06-10"],
    ["Talks that stretched over two days closed on Saturday.", "2031-06-07"],
    ["Ministers met in Norburg on 5-6 June 2031.", "2031-06-06"],
    ["Ministers met in Norburg from 5 June to 7 June 2031.", "2031-06-07"],
    ["On June 3, the Task Force met to discuss the March 25 Joint Statement.", "2031-06-03"],
    ["At the invitation of the Prime Minister, the President paid a visit to Norland from 1 to 4 June 2031.", "2031-06-04"],
    ["NORBURG, 10 June 2031 – Norland hosted officials of Sudmark on Friday for a plenary.", "2031-06-06"],
    ["The Dialogue was held on 20 May 2031, ten days after the elections of 10 May.", "2031-05-20"],
  ])("in %j is %s", (text, day) => {
    expect(meeting(text).held).toBe(day);
  });

  it("is the first weekday that a report names, whatever it says of it", () => {
    const report = "It rained in Norburg on Friday, and ministers of Norland and Sudmark took that as a good sign. Officials said that a treaty was near, though nobody would say how near, and that the fish, the ports and the ice would all have a chapter of their own in it.";
    expect(meeting(report).held).toBe("2031-06-06");
  });

  it.each([
    ["told in the words of a report", "Norland and Sudmark on Friday set up a fund for ports.", "2031-06-06"],
    ["told with its date by somebody who spoke", "A treaty on fish is near, the minister of Norland said in Norburg on 8 June.", "2031-06-08"],
    ["told after the talks", "A list of ports was agreed after talks in Norburg on Saturday.", "2031-06-07"],
    ["told with the name of a day", "The number is missing from the text of Monday’s round in Norburg.", "2031-06-09"],
    ["told by two weekdays", "The committee convened in Norburg on Thursday and Friday after a long gap.", "2031-06-06"],
    ["told by the day before yesterday", "She welcomed her colleague to Norburg the day before yesterday.", "2031-06-08"],
    ["told by a count of days", "The council of the two countries met in Norburg three days ago.", "2031-06-07"],
    ["told by a weekday of last week", "The council of the two countries met on Friday last week.", "2031-06-06"],
    ["told by a weekday with its date", "The council of the two countries met on Monday (2 June) in Norburg.", "2031-06-02"],
    ["the last part of a meeting of two", "The delegations met in Norburg from 5 to 8 May 2031 and in Sudhaven from 26 to 28 May 2031.", "2031-05-28"],
    ["told by how long ago it was", "A week has passed since the two countries met in Norburg, on the 2nd and 3rd of June.", "2031-06-03"],
    ["not that of the paper", "Published by the ministry on 9 June 2031, after ministers signed it in Norburg on 7 June 2031.", "2031-06-07"],
    ["not a weekday still to come", "Norland and Sudmark agreed on much, and a vote is due in Norburg on Friday.", PUBLISHED],
    ["not the day of what befell others", "Norland and Sudmark condemn the 8 June attacks on the ports of Estland.", PUBLISHED],
    ["not a day in a quotation", 'Norland and Sudmark agreed on much. "It all began on Friday with a joke," he said.', PUBLISHED],
    ["not a day in the line above the text", "By our reporter in Norburg, Monday evening\n\nNorland and Sudmark agreed on much, their ministers said.", PUBLISHED],
  ])("is %s: %j", (_, text, day) => {
    expect(meeting(text).held).toBe(day);
  });

  it.each([
    ["They will meet on 20 June 2031 in Norburg."],
    ["The partnership was announced at a summit on 3 June 2030."],
    ["They agreed on much. Nothing tells when."],
    ["“We met on Monday,” he said, and smiled."],
    ["Since the ministers met on 2 May, much has changed."],
    ["The next meeting will be held in Norburg on 1 June 2032."],
  ])("is the day of publication where the text does not say: %j", (text) => {
    expect(meeting(text).held).toBe(PUBLISHED);
  });

  it("is told by a heading that names the meeting", () => {
    expect(meeting("# Co-Chairs' Summary\n\n## Second Meeting of the Council of Norland and Sudmark, Norburg, 5-6 June 2031\n\n1. The Council convened in Norburg.").held).toBe("2031-06-06");
  });

  it("is what the front matter says", () => {
    expect(meeting("---\nheld: 2031-05-01\nplace: Norburg\n---\nThey met in Sudhaven on Monday.")).toMatchObject({ held: "2031-05-01", place: "Norburg" });
    expect(meeting("---\nheld: 2031-02-30\n---\nThey met in Sudhaven on Monday.").held).toBe("2031-06-09");
  });
});

describe("the place", () => {
  it.each([
    ["They met in Norburg yesterday.", "Norburg"],
    ["The session was hosted in Norburg, N.L. and in May.", "Norburg"],
    ["They met today in Washington, D.C., and talked.", "Washington, D.C."],
    ["The talks were held in Saint-Norburg, Norland, on Monday.", "Saint-Norburg, Norland"],
    ["At their meeting in Norburg, leaders talked.", "Norburg"],
    ["They chaired the second meeting of the U.S.-Norland initiative in New Norburg.", "New Norburg"],
    ["They met at Camp Norburg today.", "Camp Norburg"],
  ])("in %j is %s", (text, place) => {
    expect(meeting(text).place).toBe(place);
  });

  it.each(["They talked about hostages held by others in Norburg.", "They met in October.", "They discussed Artificial Intelligence in Research.", "The first meeting was held in Norburg in 1977."])("is not told in %j", (text) => {
    expect(meeting(text).place).toBeNull();
  });
});

describe("the name and number", () => {
  it.each([
    ["# Third Norland-Sudmark Digital Partnership Council\n\nThey met.", "Norland-Sudmark Digital Partnership Council", 3],
    ["They met for the second meeting of their Digital Partnership Council.", "Digital Partnership Council", 2],
    ["They met in their second ever Digital Partnership Council meeting.", "Digital Partnership Council", 2],
    ["Meeting on Monday for the inaugural session of their Trade Council, they talked.", "Trade Council", 1],
    ["# 12th Norland-Sudmark Summit\n\nThey met.", "Norland-Sudmark Summit", 12],
    ["Their Trade Council gathered on Monday for a fourth round of talks.", "Trade Council", 4],
    ["# FACT SHEET: Norland Hosts Inaugural Trade and Bees Dialogue\n\nThey met.", "Trade and Bees Dialogue", 1],
    ["# A Framework for a Twenty-First Century Norland-Sudmark Economic Partnership\n\nThey met.", null, null],
    ["# Joint Statement on the Strategic Third Neighbor Partnership between Norland and Sudmark\n\nThey met.", null, null],
    ["# FACT SHEET: U.S. – Norland High-Level Economic Dialogue\n\nThey met.", "U.S.-Norland High-Level Economic Dialogue", null],
    ["# Launching the Norland-Sudmark Chips Dialogue\n\nThey met.", "Norland-Sudmark Chips Dialogue", null],
    ["# FACT SHEET: Norland and Sudmark Announce Task Force\n\nThey met.", null, null],
    ["# Partnership for Roads and Ports and Fish (PRF) Norland Sudmark Economic Framework for Good Trade (NSEF) Investor Forum\n\nThey met.", null, null],
    ["# Readout of the Meeting with the Secretary of the Sudmark Security Council\n\nThey met.", null, null],
    ["The ministers met on Monday.", null, null],
  ])("in %j are %j and %j", (text, name, ordinal) => {
    expect(meeting(text)).toMatchObject({ name, ordinal });
  });
});

it("the evidence is words of the document", () => {
  const document = opened("---\ntitle: A\n---\nThey agreed.\n\nThe **second meeting** of their\nTrade Council was held in Norburg on Monday.");
  const { evidence } = readMeeting(document, PUBLISHED);
  expect(evidence.length).toBe(1);
  for (const { start, end, quote } of evidence) expect(document.text.slice(start, end)).toBe(quote);
});
