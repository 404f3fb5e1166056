/** Parties named in texts, and whose document a text is. */
import { describe, expect, it } from "vitest";
import { ownParties } from "../../snapshots/reading/own-parties.ts";
import { codeOf, partiesIn, settleCodes } from "../../snapshots/reading/parties.ts";
import { knownThings } from "./known.ts";
import { opened } from "./opened.ts";

const knowledge = knownThings();
const named = (text: string): string => partiesIn(text, knowledge).map(({ code }) => code).join(" ");
const own = (text: string): string => ownParties(opened(text), knowledge).codes.join(" ");

describe("names of parties", () => {
  it.each([
    ["the U.S.-Singapore talks", "US SG"],
    ["the EU and the Republic of Korea", "EU KR"],
    ["the Democratic People’s Republic of Korea", "KP"],
    ["Papua New Guinea, Equatorial Guinea, Guinea-Bissau and Guinea", "PG GQ GW GN"],
    ["UNITED STATES-VIETNAM RELATIONS", "US VN"],
    ["Canadian and Mexican ministers", "CA MX"],
    ["Côte d’Ivoire and Cote d'Ivoire", "CI CI"],
    ["President Macron met Chancellor Scholz", "FR DE"],
    ["Singapore’s minister", "SG"],
    ["the South China Sea and the Indian Ocean", ""],
    ["Latin America, Native American and Mexico City", ""],
    ["join us, US$5 million and the USB port", ""],
    ["Nigeria is not Niger", "NG NE"],
    ["Romania, not Oman", "RO OM"],
  ])("in %j are %j", (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it("stand at their places", () => {
    const text = "The EU, Japan and the U.S. met.";
    for (const { start, end, text: words } of partiesIn(text, knowledge)) expect(text.slice(start, end)).toBe(words);
  });

  it("put groups as their members, and a group's members within it", () => {
    expect(settleCodes(["Quad"], knowledge)).toEqual(["AU", "IN", "JP", "US"]);
    expect(settleCodes(["US", "G7", "UA"], knowledge)).toEqual(["G7", "UA"]);
  });

  it.each([["sg", "SG"], ["European Union", "EU"], ["U.S.", "US"], ["Atlantis", null]])("written as %j by a person are %j", (written, code) => {
    expect(codeOf(written, knowledge)).toBe(code);
  });

  it("are found in linear time", () => {
    const text = "The United States and Singapore met in New Delhi with a British guest of the U.N. ".repeat(4_000);
    const started = performance.now();
    expect(partiesIn(text, knowledge).length).toBe(16_000);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

const story = (lead: string): string => `${lead}\n\nThe two sides talked about ships. They did not talk about Ukraine, Moldova and Georgia.\n\nElsewhere Japan works with India, Egypt, Uruguay and Brazil.`;

describe("the parties of a document", () => {
  it.each([
    ["---\nparties: [NO, CL]\n---\nThe EU and Japan met.", "CL NO"],
    ["---\nparties: Norway, European Union\n---\nText.", "EU NO"],
    ["# U.S.-Singapore Dialogue\n\nThe ministers met.", "SG US"],
    ["# Joint Statement from Canada, Mexico, and the United States\n\nThe ministers met.", "CA MX US"],
    ["# Quad Leaders’ Joint Statement\n\nWe met.", "AU IN JP US"],
    ["# G7 Leaders’ Statement on Ukraine\n\nWe, the leaders of the Group of Seven, met with President Zelenskyy of Ukraine.", "G7"],
    ["# Joint Statement by President Macron and Prime Minister Modi\n\nThey met.", "FR IN"],
    ["# Joint Statement by the Prime Minister of Norway and the President of the Republic of Chile\n\nThey met.", "CL NO"],
    ["# Readout of President Macron’s Meeting with President Boric of Chile\n\nThey met.", "CL FR"],
    ["# FACT SHEET: Japan Official Visit to Norway\n\nJapan and Norway today renewed their ties.", "JP NO"],
    ["# Agreement Between the Government of Norway and the Government of Chile on Fish\n\nArticle 1.", "CL NO"],
    [story("The European Union and Chile are looking ahead."), "CL EU"],
    [story("We, the leaders of Norway, Chile, and New Zealand, met today."), "CL NO NZ"],
    [story("Ministers of Norway and of Chile met on Monday."), "CL NO"],
    ["The Governments of Norway, the Kingdom of Denmark, the Republic of Chile, Kenya, and Peru issued this statement.", "CL DK KE NO PE"],
    ["# A new plan for schools\n\nThe President of the United States announced a plan for schools.", ""],
  ])("%j are %j", (text, expected) => {
    expect(own(text)).toBe(expected);
  });

  it("are shown with the words that told them", () => {
    const document = opened("# Ministers meet\n\nThe European Union and **Chile** met today.");
    const { evidence } = ownParties(document, knowledge);
    expect(evidence.map(({ quote }) => quote)).toEqual(["European Union and **Chile"]);
    for (const { start, end, quote } of evidence) expect(document.text.slice(start, end)).toBe(quote);
  });
});
