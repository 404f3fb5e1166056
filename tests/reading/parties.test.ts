/** Parties named in texts, and whose document a text is. */
import { describe, expect, it } from "vitest";
import { ownParties } from "../../snapshots/reading/own-parties.ts";
import { codeOf, mentionsIn, partiesIn, settleCodes } from "../../snapshots/reading/parties.ts";
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

  it("are not the seats of governments, but for those who ask", () => {
    expect(named("Tokyo and Canberra")).toBe("");
    expect(mentionsIn("Tokyo and Canberra", knowledge).map(({ code, by }) => `${code} ${by}`)).toEqual(["JP seat", "AU seat"]);
    expect(codeOf("Tokyo", knowledge)).toBeNull();
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
    ["# Communiqué\n\n**Second Harbour Talks of Norway, Chile and Peru**\n\nAt the invitation of Chile’s minister, the ministers met. Chile and Peru will build a ferry.", "CL NO PE"],
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
    ["# Joint Communiqué of the Nordic-Baltic Eight and Canada\n\nThe ministers met.", "CA DK EE FI IS LT LV NO SE"],
    ["# “Central Asia plus Korea” Dialogue\n\nThe ministers met.", "KG KR KZ TJ TM UZ"],
    ["# G7 Leaders’ Statement on Moldova\n\nWe, the leaders of the Group of Seven, met.", "G7"],
    ["# Meeting of the Vice President Harris with Baltic Leaders\n\nThey met.", "EE LT LV US"],
    ["We, the Presidents of the Republics of Chile and Kenya and of the Kingdom of Norway, met today.", "CL KE NO"],
    ["It took a decade, but the European Union and the ten states of ASEAN finally agreed on fish.", "ASEAN EU"],
    ["# A new plan for schools\n\nThe President of the United States announced a plan for schools.", ""],
  ])("%j are %j", (text, expected) => {
    expect(own(text)).toBe(expected);
  });

  it.each([
    ["by the seats of their governments in a headline", "Oslo, Lima edge closer on fish\n\nThe talks took two days.", "NO PE"],
    ["by a state and the other's seat", "# Brazil and Brussels find a way\n\nThe talks took two days.", "BR EU"],
    ["by seats in a text of two sides", "# A quiet deal\n\nThe two sides agreed on boats. Both sides were content. Oslo and Lima will pay. Norway, Kenya, Ghana and Peru fish there. Once more, Oslo and Lima agreed.", "NO PE"],
    ["by a title that names one and a text that joins it", "# Our pact with Chile\n\nThe minister spoke of the pact. The two governments will share data. Elsewhere, New Zealand and Chile planted trees. New Zealand and Chile will meet, and both countries will pay.", "CL NZ"],
    ["by being named most in a text of two sides", "# A new dialogue\n\nFinnish ships will call. Both sides agreed. Poland pays and Finland builds. Each side sends engineers. Polish ports are ready, and Finland’s are too. Kenya was not named again.", "FI PL"],
  ])("are told %s", (_, text, expected) => {
    expect(own(text)).toBe(expected);
  });

  it.each([
    ["a meeting's place", "# Ministers meet in Oslo and Lima\n\nThe ministers met.", ""],
    ["an agreement named after a city", "# Chile and the Paris Agreement\n\nThe plan is good.", ""],
    ["a place in a title", "# Third Meeting on Migration in Kenya\n\nThe ministers met. The United States sent an envoy.", ""],
    ["people at a clause's end", "In a fort built against the Russians, Chile and Norway agreed on fish.", "CL NO"],
    ["an official's field", "# Meeting on women with the Government of Kenya\n\nThe Senior Director for Chile and Kenya spoke.", ""],
    ["a group that is named in passing", "# Submarines\n\nA step for the AUKUS timetable, said officials of the AUKUS nations. Australia and the United Kingdom met.", "AU GB"],
  ])("are not told by %s", (_, text, expected) => {
    expect(own(text)).toBe(expected);
  });

  it("are shown with the words that told them", () => {
    const document = opened("# Ministers meet\n\nThe European Union and **Chile** met today.");
    const { evidence } = ownParties(document, knowledge);
    expect(evidence.map(({ quote }) => quote)).toEqual(["European Union and **Chile"]);
    for (const { start, end, quote } of evidence) expect(document.text.slice(start, end)).toBe(quote);
  });
});
