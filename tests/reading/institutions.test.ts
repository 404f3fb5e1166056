/** Names of bodies and instruments, with their acronyms. */
import { describe, expect, it } from "vitest";
import { acronymsOf, findInstitutions } from "../../snapshots/reading/institutions.ts";

const found = (text: string, surroundings: Parameters<typeof findInstitutions>[1] = {}) => findInstitutions(text, surroundings).map(({ type, value }) => [type, value]);

describe("institutions and instruments", () => {
  it.each([
    ["the National Institute of Weights and Measures (NIWM) will help", "actor", "National Institute of Weights and Measures"],
    ["a new Roadmap for Ocean Energy is planned", "instrument", "Roadmap for Ocean Energy"],
    ["the Norland-Sudmark Digital Trade Agreement", "instrument", "Norland-Sudmark Digital Trade Agreement"],
    ["a Memorandum of Understanding on bees", "instrument", "Memorandum of Understanding"],
    ["the MOU entered into force", "instrument", "Memorandum of Understanding"],
    ["a meeting with NIST took place", "actor", "National Institute of Standards and Technology"],
  ])("in %j are named", (text, type, value) => {
    expect(found(text)).toContainEqual([type, value]);
  });

  it("joined by 'and the' are two", () => {
    expect(found("the Ministry of Trade and the Norland Space Agency agreed")).toEqual([["actor", "Ministry of Trade"], ["actor", "Norland Space Agency"]]);
  });

  it("are known by the acronyms that the document spelled out elsewhere", () => {
    const acronyms = acronymsOf("The Norland Cyber Defence Agency (NCDA) was founded in May.");
    expect([...acronyms]).toEqual([["NCDA", "Norland Cyber Defence Agency"]]);
    expect(found("NCDA will train officers", { acronyms })).toEqual([["actor", "Norland Cyber Defence Agency"]]);
  });

  it("include a party that acts alone", () => {
    const parties = [{ code: "NO", name: "Norway", aliases: ["the Norwegian Government"] }];
    expect(found("Norway will fund the study", { parties })).toEqual([["actor", "NO"]]);
    expect(found("The study will be shared with Norway", { parties })).toEqual([]);
  });

  it("are not plain words with a capital at the beginning of a sentence", () => {
    expect(found("Establishing a working group on bees. The two sides met.")).toEqual([]);
  });
});
