/** Which partnership a document belongs to, known or new. */
import { describe, expect, it } from "vitest";
import type { Knowledge, Slug } from "../../snapshots/index.ts";
import { frameworksIn } from "../../snapshots/reading/framework.ts";
import { recognizePartnership } from "../../snapshots/reading/partnership.ts";
import { knownThings } from "./known.ts";
import { opened } from "./opened.ts";

const knowledge = knownThings();
const told = (text: string, around: Parameters<typeof opened>[1] = {}, known: Knowledge = knowledge): string => {
  const { slug, basis } = recognizePartnership(opened(text, around), known);
  return `${slug} ${basis}`;
};

describe("a known partnership", () => {
  it.each([
    ["# Second EU-Singapore Digital Partnership Council\n\nThe EU and Singapore met.", "eu-singapore-digital-partnership catalogue"],
    [" date 2031-01-02 The EU and Singapore want more. They met for their third Digital Partnership Council on Monday.", "eu-singapore-digital-partnership catalogue"],
    ["# EU and Japan focus their Digital Partnership on chips\n\nThey met.", "eu-japan-digital-partnership catalogue"],
    ["# Second U.S.-Singapore Critical and Emerging Technology Dialogue\n\nThey met.", "us-singapore catalogue"],
    ["# Joint Statement of the United States and Singapore\n\nThey met.", "us-singapore catalogue"],
    ["# Quad Leaders’ Joint Statement\n\nWe met.", "quad-leaders catalogue"],
    ["# Joint Statement of the Quad Senior Cyber Group\n\nWe met.", "quad-senior-cyber-group catalogue"],
    ["# Joint Statement from the Leaders of Australia, India, Japan, and the United States\n\nWe met.", "quad-leaders catalogue"],
    ["# U.S.-EU Trade and Technology Council: Joint Statement\n\nWe met.", "us-eu-trade-and-technology-council catalogue"],
    ["# EU-India Trade and Technology Council\n\nThey met.", "eu-india-trade-and-technology-council catalogue"],
    ["# Joint Statement of the European Commission and the United States on European Energy Security\n\nThey met.", "us-eu-energy-security catalogue"],
    ["# Partnership for Global Infrastructure and Investment at the G7 Summit\n\nWe met.", "partnership-for-global-infrastructure catalogue"],
  ])("%j is %s", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it("is not taken from what a statement of the whole relation only mentions", () => {
    expect(told("# Joint Statement by President Biden and President von der Leyen\n\nThe United States and the European Union met. The Trade and Technology Council goes on.")).toBe("us-eu derived");
  });
});

describe("a person's word", () => {
  it.each([
    ["---\npartnership: quad-leaders\n---\nNorway and Chile met.", {}, "quad-leaders given"],
    ["---\npartnership: EU-Singapore Digital Partnership\n---\nNorway and Chile met.", {}, "eu-singapore-digital-partnership given"],
    ["---\npartnership: Bees and Honey Club\n---\nNorway and Chile met.", {}, "bees-and-honey-club given"],
    ["---\npartnership: quad-leaders\n---\nNorway and Chile met.", { given: { partnership: "own-slug" } }, "own-slug given"],
  ])("wins in %j", (text, around, expected) => {
    expect(told(text, around)).toBe(expected);
  });
});

describe("a partnership that nobody named before", () => {
  it.each([
    ["# Third Norway-Chile High-Level Dialogue on Fisheries\n\nThey met.", "chile-norway-high-level-dialogue-on-fisheries derived"],
    ["# Norway and Chile hold fourth High-Level Dialogue on Fisheries\n\nThey met.", "chile-norway-high-level-dialogue-on-fisheries derived"],
    ["# Joint Statement on the Norway-Chile Comprehensive Strategic Partnership\n\nThey met.", "chile-norway derived"],
    ["# Joint Leaders’ Statement of Norway and Chile\n\nThey met.", "chile-norway derived"],
    ["# Agreement Between Norway and Chile on Reciprocal Fishing\n\nArticle 1.", "chile-norway-agreement-on-reciprocal-fishing derived"],
    ["# FACT SHEET: Strengthening the Norway-Chile Ocean Partnership\n\nThey met.", "chile-norway-ocean-partnership derived"],
    ["# Joint Statement on Safer Bees\n\nThe Governments of Norway, Denmark, Chile, Kenya, and Peru issued this statement.", "safer-bees derived"],
    ["# FACT SHEET: Norway Secures Agreement to Establish a Fund with Chile\n\nThey met.", "chile-norway derived"],
    ["# JOINT STATEMENT OF THE FIRST CHILE-NORWAY OCEAN DIALOGUE\n\nThey met.", "chile-norway-ocean-dialogue derived"],
    ["# Joint Statement of the Fourth Chile-Norway Ocean Dialogue\n\nThey met.", "chile-norway-ocean-dialogue derived"],
    ["# JOINT STATEMENT OF THE CHILE-NORWAY AI DIALOGUE\n\nThey met.", "chile-norway-ai-dialogue derived"],
    ["# FACT SHEET: Norway Solidifies Ocean and Forest Partnership with Chile\n\nThey met.", "chile-norway-ocean-and-forest-partnership derived"],
    ["# Readout of the Inaugural Meeting of the Norway-Chile Bilateral Fisheries Taskforce\n\nThey met.", "chile-norway-fisheries-task-force derived"],
    ["# FACT SHEET: Norway and Chile Launch Partnership to Promote Rights of Fishers Around the World\n\nThey met.", "chile-norway-partnership-to-promote-rights-of-fishers derived"],
    ["# FACT SHEET: Norway-Chile Alliance for the Benefit of All Fishers\n\nThey met.", "chile-norway derived"],
    ["# Readout of a Meeting of the Norwegian Minister and Chile\n\nNorway and Chile met. Their ministers spoke with the Secretary of the National Security Council.", "chile-norway derived"],
    ["# Joint Statement\n\nNorway and Chile met. They welcomed the NOR Group.", "chile-norway derived"],
    ["# Joint Statement from the Governments of Norway, Denmark, Chile, Kenya, and Peru\n\nWe speak together.", "null none"],
    ["# Joint Statement from the Leaders of Norway, Denmark, Chile, Kenya, and the Republic of Peru on Iceland\n\nWe speak together.", "statement-on-iceland derived"],
    ["# Joint Statement by Norway, Denmark, Chile, Kenya, and Peru Following the Second Global Bees Summit\n\nWe speak together.", "global-bees-summit derived"],
    ["# FACT SHEET: Norway Imposes Severe Costs\n\nThe Governments of Norway, Denmark, Chile, Kenya, and Peru agreed.", "null none"],
    ["# FACT SHEET: Norway Adjusts Tariffs on Chile and Peru\n\nThe President spoke.", "null none"],
    ["# FACT SHEET: The Response of Norway to Chile’s Fishing Ban\n\nThe President spoke.", "null none"],
    ["# Joint Statement of Norway and Chile on Tariffs on Fish\n\nNorway and Chile met.", "chile-norway derived"],
    ["# A new plan for schools\n\nThe President announced a plan for schools.", "null none"],
    ["# Norway bans lead\n\nNorway’s minister said so.", "null none"],
  ])("%j is %s", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it("becomes a known one by an entry of the archivist", () => {
    const added = { ...knowledge, partnerships: [...knowledge.partnerships, { slug: "fish-talks" as Slug, name: "Fish Talks", parties: ["CL", "NO"], aliases: ["High-Level Dialogue on Fisheries", "Fish Talks"] }] };
    expect(told("# Third Norway-Chile High-Level Dialogue on Fisheries\n\nThey met.", {}, added)).toBe("fish-talks catalogue");
    expect(told("# Norway and Chile meet\n\nNorway and Chile held their Fish Talks in Bergen.", {}, added)).toBe("fish-talks catalogue");
  });
});

it.each([
  ["# Joint Statement on Safer Bees", "Joint Statement on Safer Bees"],
  ["# A Joint Statement from the Leaders of Norway, Denmark, Chile, Kenya, and Peru Calling for the Release of All Bees", "Joint Statement Calling for the Release of All Bees"],
  ["# JOINT STATEMENT OF NORWAY, DENMARK, CHILE, KENYA AND FINLAND ON SAFER BEES IN ICELAND", "JOINT STATEMENT ON SAFER BEES IN ICELAND"],
  ["# Joint Declaration of Support for the Bees of Iceland", "Joint Declaration of Support for the Bees of Iceland"],
])("a statement of many, %j, is called %j: its title without who speaks", (title, name) => {
  const document = opened(`${title}\n\nThe Governments of Norway, Denmark, Chile, Kenya, and Peru issued this statement.`);
  expect(recognizePartnership(document, knowledge).name).toBe(name);
});

describe("frameworks", () => {
  it.each([
    ["| High-Level Economic Dialogue", ["High-Level Economic Dialogue"]],
    ["Third | Digital Partnership Council", ["Digital Partnership"]],
    ["| Comprehensive Strategic Partnership", []],
    ["Strengthening the | Alliance", []],
    ["Joint Statement on | Task Force on Energy Security", ["Task Force on Energy Security"]],
    ["| Critical and Emerging Technology (CET) Dialogue", ["Critical and Emerging Technology Dialogue"]],
  ])("in %j are %j", (text, expected) => {
    expect(frameworksIn(text).map(({ name }) => name)).toEqual(expected);
  });
});
