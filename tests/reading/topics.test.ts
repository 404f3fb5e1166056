/** What an undertaking is about, and the taxonomy that says so. Sentences are our own. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../server/knowledge.ts";
import { EMPTY_WORD_TABLE } from "../../snapshots/index.ts";
import { parseTopics } from "../../snapshots/knowledge/topics.ts";
import { classifyTopic } from "../../snapshots/reading/topics.ts";
import type { TopicEntry } from "../../snapshots/types.ts";

const yaml = readFileSync(new URL("../../snapshots/knowledge/topics.yaml", import.meta.url), "utf8");
const topicsOf = (text: string): readonly TopicEntry[] => {
  const parsed = parseTopics(text);
  if (parsed.kind === "broken") throw new Error(parsed.problem);
  return parsed.topics;
};
const topics = topicsOf(yaml);
const classify = (text: string, { section, documentTitle = "", ...around }: { section?: string; context?: string; after?: string; documentTitle?: string } = {}) => classifyTopic({ text, section: section ?? null, documentTitle, ...around }, { topics, words: EMPTY_WORD_TABLE });

const { words } = loadKnowledge("/nowhere");

describe("the main topic", () => {
  it.each([
    ["artificial-intelligence", "The parties will test frontier models together before release"],
    ["cybersecurity", "Both ministries will warn each other of ransomware attacks on hospitals"],
    ["data-governance", "The two sides agreed to review how personal data is transferred between their regulators"],
    ["digital-identity", "Wallets for verifiable credentials will be accepted on both sides of the border"],
    ["digital-trade", "We intend to recognise electronic invoices and contracts"],
    ["online-platforms", "Regulators will compare how age verification protects minors from harmful content"],
    ["digital-government", "Norland will share the software of its online public services"],
    ["semiconductors", "The two governments will fund a pilot line for advanced chip packaging"],
    ["quantum", "Universities will open their quantum computers to each other"],
    ["connectivity", "A feasibility study on a submarine cable across the strait will begin"],
    ["space", "Both agencies will track debris in orbit"],
    ["research-innovation", "A joint call for proposals will fund laboratories working on new materials"],
    ["standards", "The two bodies will align their positions in international standardisation"],
    ["skills-education", "Norland will offer scholarships to doctoral students"],
    ["biotechnology", "A network for synthetic biology and gene therapy will be set up"],
    ["health", "The ministries will stockpile vaccines and prepare for the next pandemic"],
    ["climate", "Both countries will halve their methane emissions and protect the rainforest"],
    ["energy", "The partners will build an interconnector for offshore wind power"],
    ["critical-minerals", "We will map deposits of lithium and cobalt together"],
    ["supply-chains", "An early warning system for supply chain disruptions will start work"],
    ["trade-investment", "Norland will lower its tariffs on machinery and open its procurement market"],
    ["economic-security", "The two sides will coordinate export controls on dual-use goods"],
    ["finance", "Creditors agreed to restructure the debt and exchange tax information"],
    ["transport-infrastructure", "The railway between the two capitals will be rebuilt"],
    ["agriculture-food", "The parties set catch limits for mackerel and will inspect fishing vessels together"],
    ["development", "Norland will provide humanitarian aid after the earthquake"],
    ["defence", "The armed forces will hold a joint exercise each spring"],
    ["security", "Both leaders condemned the act of aggression and reaffirmed respect for territorial integrity"],
    ["maritime", "The coast guards will share what they see in the exclusive economic zone"],
    ["migration", "Returns of people without a right to stay will be arranged within a month, and visas issued faster"],
    ["human-rights", "We will support independent media and free elections"],
    ["gender-labour", "The programme helps women entrepreneurs and protects the rights of workers"],
    ["culture-tourism", "A year of tourism and an exhibition of both museums are planned"],
    ["governance", "The next meeting will take place in Norhaven in 2027"],
    ["connectivity", "Base stations in the mountain valleys will be shared by both operators"],
    ["space", "Sudmark will lend its ground station for the next asteroid probe"],
    ["standards", "The metrology institutes will recognise each other's calibration"],
    ["skills-education", "Apprentices in both countries will get a joint degree"],
    ["health", "Nurses and midwives will be sent where measles spreads"],
    ["climate", "Peat and seagrass meadows will be restored by 2030"],
    ["energy", "Both will buy electrolysers for a common hydrogen valley"],
    ["critical-minerals", "Norland will reopen its tantalum deposits to prospecting"],
    ["finance", "The two central banks will renew their currency swap line"],
    ["transport-infrastructure", "Night trains and ferries will take the same ticket"],
    ["agriculture-food", "Sudmark will admit mangoes and shrimp from Norland"],
    ["defence", "The two navies will share sonar and torpedo trials"],
    ["security", "Demining teams will clear unexploded ordnance on both banks"],
    ["migration", "Asylum seekers will be heard within a month"],
    ["gender-labour", "Both will raise the minimum wage of domestic workers"],
    ["culture-tourism", "An opera and a judo tournament will open the new stadium"],
  ])("is %s", (topic, text) => {
    expect(classify(text).topic).toBe(topic);
  });

  it("follows the words and not the heading, where the two disagree", () => {
    expect(classify("The parties will lay a submarine cable", { section: "Climate and environment" }).topic).toBe("connectivity");
  });

  it("follows the heading where the words name no field", () => {
    const found = classify("Both sides will carry on with what they began last year", { section: "Space" });
    expect(found).toMatchObject({ topic: "space", evidence: { rule: "topic-by-heading", words: [] } });
  });

  it("follows what stands before it where neither words nor heading name a field", () => {
    expect(classify("and will do so again", { context: "On vaccines, both ministries shared their doses" })).toMatchObject({ topic: "health", evidence: { rule: "topic-by-context" } });
  });

  it("leans on what stands before it where its own words say little, and not where they say enough", () => {
    const around = { section: "Trade and investment", context: "Vaccines against measles were given on the islands." };
    expect(classify("It will be repeated in 2027 with new partners", around).topic).toBe("health");
    expect(classify("Tariffs on timber will be lifted in 2027", around).topic).toBe("trade-investment");
  });

  it("hears nothing of what stands above a heading run into its paragraph", () => {
    expect(classify("It will be repeated in 2027", { context: "Vaccines will be shared between hospitals. Space: A satellite was launched." }).topic).toBe("space");
  });

  it.each([
    ["finance", "The two sides agreed to resume talks on a double taxation treaty"],
    ["cybersecurity", "Norland will train incident responders of the islands"],
    ["migration", "They agreed on a working holiday scheme for students"],
    ["maritime", "A green shipping corridor across the strait was designated"],
    ["digital-government", "A conference on digital sovereignty will be held in spring"],
    ["climate", "Both parliaments approved rules on the storage of carbon dioxide below the sea"],
  ])("is %s: %s", (topic, text) => {
    expect(classify(text).topic).toBe(topic);
  });

  it.each([
    ["skills-education", "Scholarships will be offered for a free and open Indo-Pacific"],
    ["agriculture-food", "Norland will supply grain in the interest of peace and stability"],
    ["maritime", "Freedom of navigation shall be respected in accordance with international law"],
    ["health", "Hospitals will be twinned to meet shared challenges"],
    ["energy", "The advanced technologies of both will go into wind turbines"],
  ])("is %s whatever is said in passing: %s", (topic, text) => {
    expect(classify(text).topic).toBe(topic);
  });

  it.each([
    ["energy", "Serbia and Norland will couple their electricity markets"],
    ["climate", "Forests of Central Asia will be replanted"],
    ["development", "Norland will pay for the reconstruction of schools and support Ukraine with blankets and tents"],
    ["security", "Both ministers spoke about the fighting in eastern Congo and the situation in Sudan"],
    ["trade-investment", "Both mean to double their non-oil trade within five years"],
    ["skills-education", "Lecturers from Port Moresby will give a course at the academy"],
    ["maritime", "The Indo-Pacific Oceans Initiative was joined by Norland"],
  ])("is %s wherever it happens: %s", (topic, text) => {
    expect(classify(text).topic).toBe(topic);
  });

  it.each([
    ["human-rights", "They condemned the violence against civilians and called for a return to democracy"],
    ["human-rights", "Both called for the release of those detained since the coup by the Myanmar military"],
    ["economic-security", "Norland will join the sanctions against the aggressor"],
    ["defence", "The security treaty of 1961 covers the outer islands, too"],
    ["security", "Sudmark supports the admission of Norland to the Nuclear Suppliers Group"],
    ["development", "Help to rebuild the villages will be sent to vulnerable countries first"],
    ["governance", "The two governments will continue to meet at all levels"],
    ["governance", "Both sides took stock of what had been done since then"],
    ["governance", "Our ties will enter a new era"],
    ["online-platforms", "A fund against gender-based online harassment was opened"],
    ["maritime", "Two cutters will watch over unimpeded commerce in the strait"],
  ])("is %s by what is done: %s", (topic, text) => {
    expect(classify(text).topic).toBe(topic);
  });

  it.each([
    ["cooperation", "The two sides will further strengthen their collaboration in astronomy", "space"],
    ["a plan", "An action plan for the restoration of wetlands was adopted", "climate"],
    ["an embassy", "The embassy will hand out scholarships", "skills-education"],
    ["money", "Private capital will be mobilized for the railway", "transport-infrastructure"],
    ["a border", "Vineyards on either side of the border will share their cellars for wine", "agriculture-food"],
  ])("is what %s is for", (_, text, topic) => {
    expect(classify(text).topic).toBe(topic);
  });

  it("follows what stands after it in its paragraph, where nothing else speaks", () => {
    expect(classify("Both sides agreed on three steps", { after: ". Vaccines will be shared, and hospitals twinned." })).toMatchObject({ topic: "health", evidence: { rule: "topic-by-context" } });
  });

  it("hears a heading run into the paragraph before one above it", () => {
    const around = { section: "Trade", context: "Tariffs will fall. Supply chains: We will map what both sides depend on." };
    expect(classify("We seek to coordinate our measures", around)).toMatchObject({ topic: "supply-chains", evidence: { rule: "topic-by-heading" } });
  });

  it("hears a heading that names a meeting less than any field in the words", () => {
    expect(classify("Researchers will be admitted to each other's laboratories", { section: "Second Meeting of the Joint Committee and its Working Groups" }).topic).toBe("research-innovation");
  });

  it("follows the title where nothing else speaks", () => {
    expect(classify("They will do more", { documentTitle: "Joint statement on methane" })).toMatchObject({ topic: "climate", evidence: { rule: "topic-by-title" } });
  });

  it("is none of them for a list of many fields", () => {
    expect(classify("Work will go on in semiconductors, quantum, space, vaccines and fisheries")).toMatchObject({ topic: "other", evidence: { rule: "topic-of-many-fields" } });
  });

  it("is the object of the action, not what it is for", () => {
    expect(classify("We will train engineers in 5G networks to support trade").topic).toBe("connectivity");
  });

  it("names the other topics that an undertaking touches", () => {
    expect(classify("The two sides will fund research on semiconductors and their supply chains").topics).toEqual(expect.arrayContaining(["supply-chains", "research-innovation"]));
  });

  it.each([
    ["the business climate", "The parties will improve the business climate for exporters", "climate"],
    ["a space for", "The forum gives space for young people to meet", "space"],
    ["who", "Ministers who could not attend will be informed", "health"],
    ["her", "The minister and her deputy will travel", "agriculture-food"],
    ["an innovation ecosystem", "They will strengthen the ecosystem of young firms", "climate"],
    ["importance", "They stressed the importance of patience", "trade-investment"],
    ["to train", "Norland will train two hundred welders", "transport-infrastructure"],
    ["as well as", "They will meet in spring as well as in autumn", "development"],
    ["leaking pipes", "The waterworks will look for leaking pipes", "economic-security"],
    ["a safety audit", "An audit of both shipyards will follow", "finance"],
    ["screened", "Containers will be screened by customs", "health"],
    ["the Pacific Alliance", "The Pacific Alliance will admit two members", "defence"],
  ])("does not take %s for a field", (_, text, wrong) => {
    expect(classify(text).topic).not.toBe(wrong);
  });

  it("is the same in British and American spelling, with any white space and any hyphen", () => {
    const one = classify("Both sides will modernise their defence programmes and post-quantum encryption");
    const two = classify("Both  sides will modernize their defense programs\nand post quantum encryption");
    expect(two.topic).toBe(one.topic);
  });

  it("shows the words that told, in their place", () => {
    const text = "Norland and Sudmark will fight ransomware together";
    expect(classify(text).evidence.words.map(({ start, end }) => text.slice(start, end))).toEqual(["ransomware"]);
  });

  it("comes near by the sense of words that no term names, and shows which", () => {
    const text = "Telescopes will watch a comet and its asteroids";
    const found = classifyTopic({ text, section: null, documentTitle: "" }, { topics: topics.map((topic) => ({ ...topic, terms: [] })), words });
    expect(found).toMatchObject({ topic: "space", evidence: { rule: "topic-by-sense" } });
    expect(found.evidence.words.map(({ start, end }) => text.slice(start, end))).toEqual(["Telescopes", "comet", "asteroids"]);
  });

  it("gives spans inside any text, and the same answer twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const found = classify(text);
        expect(classify(text)).toEqual(found);
        for (const { start, end } of found.evidence.words) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      }),
    );
  });
});

describe("a taxonomy file", () => {
  it("opens a field that we never thought of", () => {
    const wider = topicsOf(`${yaml}\n  - slug: chess\n    name: Chess\n    terms:\n      6: [chess, chess tournament]\n`);
    expect(classifyTopic({ text: "Both federations will hold a chess tournament", section: null, documentTitle: "" }, { topics: wider, words }).topic).toBe("chess");
  });

  it("may hold nothing but the topics that are added", () => {
    expect(topicsOf("topics:\n  - {slug: chess, name: Chess, terms: {6: [chess]}}\n").map(({ slug }) => slug)).toEqual(["chess"]);
  });

  it("takes every word as written, though YAML would read it as a number or a truth", () => {
    const entries = topicsOf("topics:\n  - slug: odd\n    name: Odd\n    terms:\n      4: [1.5, no]\n      0.5:\n  - slug: other\n    name: Other\n    terms: {}\n");
    expect(entries[0]?.terms).toEqual([{ term: "1.5", weight: 4 }, { term: "no", weight: 4 }]);
  });

  it.each([
    ["a slug with capitals", "topics:\n  - slug: Space\n    name: Space\n    terms: {}\n", /slug is lower-case/],
    ["a weight in words", "topics:\n  - slug: space\n    name: Space\n    terms:\n      strong: [moon]\n", /weight is a number/],
    ["the same topic twice", "topics:\n  - {slug: other, name: A, terms: {}}\n  - {slug: other, name: B, terms: {}}\n", /stands twice/],
    ["text that is no YAML", "topics: [", /./],
    ["a key that it does not know", "topics:\n  - {slug: other, name: A, terms: {}, words: []}\n", /words/],
  ])("with %s is refused in words", (_, text, problem) => {
    const parsed = parseTopics(text);
    expect(parsed.kind === "broken" && parsed.problem).toMatch(problem);
  });
});
