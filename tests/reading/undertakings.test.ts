import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/knowledge.ts";
import { openDocument, readSnapshot, type Sha256, type Snapshot } from "../../snapshots/index.ts";

const knowledge = loadKnowledge("/nowhere");

/** A joint statement of two parties with this body, read. */
function read(body: string, title = "Joint Statement of Norway and Chile", language = "en"): Snapshot {
  const document = openDocument({ text: `---\ndate: 2024-05-02\ntitle: ${title}\nparties: [NO, CL]\nlanguage: ${language}\n---\n\n${body}\n`, name: null, sha256: "a".repeat(64) as Sha256, given: {} });
  const outcome = readSnapshot(document, knowledge);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

/** `stage: words` of each commitment. */
const found = (body: string, title?: string): string[] => read(body, title).commitments.map(({ stage, plain }) => `${stage}: ${plain}`);
const stageOf = (sentence: string): string | undefined => read(sentence).commitments[0]?.stage;

describe("what is a commitment", () => {
  test.each([
    ["The two sides agreed to open a joint office in Oslo.", ["committed: The two sides agreed to open a joint office in Oslo"]],
    ["We will share weather data.", ["committed: We will share weather data"]],
    ["Norway and Chile reaffirmed their fisheries agreement.", ["underway: Norway and Chile reaffirmed their fisheries agreement"]],
    ["Cooperation on salmon health was strengthened.", ["underway: Cooperation on salmon health was strengthened"]],
    ["The Council adopted rules for green ports.", ["delivered: The Council adopted rules for green ports"]],
    ["Norway will provide two research ships to the programme.", ["committed: Norway will provide two research ships to the programme"]],
    ["A joint call on tidal power will open in March.", ["committed: A joint call on tidal power will open in March"]],
    ["Both sides are concerned about illegal fishing.", ["noted: Both sides are concerned about illegal fishing"]],
    ["Ministers agreed to curb organised crime at sea.", ["committed: Ministers agreed to curb organised crime at sea"]],
    ["Overfishing drains public money, can fuel organized crime and undermines trust.", []],
    ["Joint tests of ice models were considered, although one ministry official, who asked not to be named, said that money was short.", ["explored: Joint tests of ice models were considered"]],
    ["For media inquiries, please email the press team or call the ministry.", []],
    ["Our commitment to free seas is unwavering.", ["committed: Our commitment to free seas is unwavering"]],
  ])("%s", (sentence, expected) => expect(found(sentence)).toEqual(expected));

  test.each([
    ["items whose act is a noun", "The programme provides for:\n\n- Launch of a joint ice fund\n- Continuation of the whale count\n- Examination of krill farms\n- Support for small harbours", ["committed", "underway", "explored", "intended"]],
    ["the same, where steps taken are told", "What has been achieved so far:\n\n- Establishment of an ice office in Tromsø\n- Selection of nine projects", ["underway", "delivered"]],
    ["talks", "Views were exchanged on the price of ice. Consideration is being given to a joint tender for icebreakers.", ["explored", "explored"]],
    ["what is under way", "A pilot for digital harbour papers is under way. The exchange of ice data continues and will be extended to krill.", ["underway", "underway", "committed"]],
    ["items that say what their subject does", "Through the ice fund, we:\n\n- help small ports to buy cranes\n- train divers in both countries", ["underway", "underway"]],
    ["tasks", "The ministers tasked their experts with drafting a krill code. They asked the secretariat to study the price of ice.", ["committed", "explored"]],
    ["a sign of satisfaction", "The parties noted with satisfaction that the ice survey had been completed.", ["delivered"]],
  ])("also: %s", (_case, body, stages) => expect(read(body).commitments.map(({ stage }) => stage)).toEqual(stages));

  test.each([
    "In 2019 the two presidents launched this dialogue.",
    "The two sides did not discuss fish.",
    "The meeting was co-chaired by Minister Solberg and Minister Rojas.",
    "“It was a pleasure to come to Oslo,” said the minister.",
    "President Vik welcomed President Soto to the palace.",
    "The ministers thanked their hosts for the warm welcome.",
    "The world economy has slowed since the last war.",
    "Officials of both countries met in Bergen on Monday.",
    "Chile is a long country with a long coast.",
  ])("none in: %s", (sentence) => expect(found(sentence)).toEqual([]));

  test("none under a heading of background, in a quotation, or in contact lines", () => {
    expect(found("The two sides agreed to open an office.\n\n## Background\n\nThe two sides agreed to a treaty.\n\n> We will always be friends.\n\nFor more information, the parties will answer by post.")).toHaveLength(1);
  });
});

describe("where a commitment begins and ends", () => {
  test.each([
    ["coordinated verbs with objects of their own are split", "The two sides reaffirmed their fisheries agreement and explored exchanges on salmon health.", ["The two sides reaffirmed their fisheries agreement", "explored exchanges on salmon health"]],
    ["a modal reaches over its list", "We will launch a fund, train forty pilots, and publish a chart of the fjords.", ["We will launch a fund", "train forty pilots", "publish a chart of the fjords"]],
    ["so does a binding verb", "Both countries agreed to share ice charts, protect whales and study krill.", ["Both countries agreed to share ice charts", "protect whales", "study krill"]],
    ["a list of nouns is one commitment", "The parties will cooperate on ice, whales and krill.", ["The parties will cooperate on ice, whales and krill"]],
    ["verbs that share an object are one", "The parties negotiated and signed a memorandum on krill.", ["The parties negotiated and signed a memorandum on krill"]],
    ["a purpose belongs to its action", "We will build a station to measure ice and warn sailors.", ["We will build a station to measure ice and warn sailors"]],
    ["a relative clause belongs to its noun", "We will fund the laboratory that studies krill and publishes maps.", ["We will fund the laboratory that studies krill and publishes maps"]],
    ["clauses with subjects of their own are split", "Norway will build the ships, while Chile will train the crews.", ["Norway will build the ships", "Chile will train the crews"]],
    ["both sides after “with”", "Tourism was a priority, with both sides pledging to protect penguins.", ["both sides pledging to protect penguins"]],
    ["members of an enumeration", "We are committed to: charting the ice; counting the whales; and teaching the crews.", ["We are committed to: charting the ice", "counting the whales", "teaching the crews"]],
    ["acts of different stage under one verb", "We welcomed the launch of the ice office, as well as the conclusion of talks on krill.", ["We welcomed the launch of the ice office", "the conclusion of talks on krill"]],
  ])("%s", (_rule, sentence, expected) => expect(read(sentence).commitments.map(({ plain }) => plain)).toEqual(expected));
});

describe("the stage, from the governing verb and the innermost action", () => {
  test.each([
    ["noted", "We underline the importance of free seas."],
    ["noted", "We call on all states to protect whales."],
    ["explored", "We discussed a joint ice office."],
    ["explored", "The two sides agreed to explore a joint ice office."],
    ["explored", "Both sides expressed interest in krill research."],
    ["intended", "We plan to open an ice office."],
    ["intended", "We support the work of the whale council."],
    ["intended", "We look forward to the next meeting in Santiago."],
    ["committed", "We will strengthen our work on ice."],
    ["committed", "We reaffirm our commitment to the protection of whales."],
    ["committed", "The countries committed to expanding the ice office."],
    ["underway", "We will continue to count whales."],
    ["underway", "We have launched the ice office."],
    ["underway", "We welcome the establishment of the ice office."],
    ["underway", "We noted progress in the negotiations on krill."],
    ["delivered", "We welcomed the completion of the ice chart."],
    ["delivered", "The two governments signed the krill treaty."],
    ["delivered", "We welcome the signature of the krill treaty."],
    ["noted", "Building on the progress made in Oslo, we jointly stress the need for quiet seas."],
    ["noted", "To ensure catches are shared, we also call on all states to join the code."],
    ["explored", "With a view to the drills planned in Chile, the two navies agreed to consider a code."],
    ["committed", "Building on the progress our countries have achieved on krill, we will join forces to count whales."],
    ["noted", "On the quotas and the overfishing they create, the two sides repeated their concern."],
  ])("%s: %s", (stage, sentence) => expect(stageOf(sentence)).toBe(stage));

  test("items take the mood of their lead-in and the stage of their own verb", () => {
    expect(found("The two sides committed to new work on the sea:\n\n- Establishing an ice office\n- Expanding the whale count\n- Exploring krill farms\n- Supporting young sailors").map((one) => one.split(":")[0])).toEqual(["committed", "underway", "explored", "intended"]);
    expect(found("The ministers welcomed the steps that both sides have taken:\n\n- Collaborating on ice charts\n- Concluding a memorandum on krill").map((one) => one.split(":")[0])).toEqual(["underway", "delivered"]);
    expect(found("The two sides agreed to:\n\n- launch an ice office;\n- explore krill farms;\n- continue the whale count.").map((one) => one.split(":")[0])).toEqual(["committed", "explored", "underway"]);
  });

  test("the rule and the words that fired it are kept, verbatim and in their place", () => {
    const { commitments, document } = read("We *reaffirm*  our\ncommitment to the protection of whales.");
    const [{ evidence } = { evidence: null }] = commitments;
    expect(evidence?.stage.rule).toBe("commitment-named");
    expect(evidence?.stage.words.map(({ quote }) => quote)).toEqual(["reaffirm", "commitment"]);
    for (const { start, end, quote } of evidence?.stage.words ?? []) expect(document.text.slice(start, end)).toBe(quote);
  });
});

describe("ways of saying it", () => {
  test.each([
    ["an adverb before the verb", "The Ministers strongly condemn the poaching of whales.", ["noted: The Ministers strongly condemn the poaching of whales"]],
    ["a dateline is none of it", "OSLO, 2 May 2024 – Norway and Chile agreed to share ice charts.", ["committed: Norway and Chile agreed to share ice charts"]],
    ["two offices are both parties", "The President and the Prime Minister agreed to share ice charts.", ["committed: The President and the Prime Minister agreed to share ice charts"]],
    ["what a minister says that a party would do", "Minister Vik stated that Norway would lend two research ships.", ["committed: Minister Vik stated that Norway would lend two research ships"]],
    ["a task for ministers", "We call on our Ministers to draft a krill code.", ["committed: We call on our Ministers to draft a krill code"]],
    ["others are only called upon", "We call on all states to protect whales.", ["noted: We call on all states to protect whales"]],
    ["a plan in the third person", "Norway plans to lend two research ships.", ["intended: Norway plans to lend two research ships"]],
    ["help that is being given", "The two sides are supporting a study of krill.", ["underway: The two sides are supporting a study of krill"]],
    ["a common interest", "We have a common interest in quiet seas.", ["noted: We have a common interest in quiet seas"]],
    ["“as well as” joins acts", "We will hold a seminar on krill as well as launch a whale count.", ["committed: We will hold a seminar on krill", "committed: launch a whale count"]],
    ["a list of infinitives", "We resolve to ensure that ports are safe, to uphold the law of the sea, and to counter poaching.", ["committed: We resolve to ensure that ports are safe", "underway: to uphold the law of the sea", "committed: to counter poaching"]],
    ["participles before a noun are no verbs", "The leaders agreed to take aligned and accelerated steps on krill.", ["committed: The leaders agreed to take aligned and accelerated steps on krill"]],
    ["qualities before a noun are no verbs", "We agreed to work on open, clean, and secure ports.", ["committed: We agreed to work on open, clean, and secure ports"]],
    ["what is ensured is a clause", "We will ensure small, medium-sized and large ports have a voice.", ["committed: We will ensure small, medium-sized and large ports have a voice"]],
    ["a clause that depends on another", "As the storms undid what fishers have built over decades, both sides agreed to lend boats.", ["committed: As the storms undid what fishers have built over decades, both sides agreed to lend boats"]],
    ["a sentence that only explains", "We will open an ice office in Tromsø. This will help small ports to plan.", ["committed: We will open an ice office in Tromsø. This will help small ports to plan"]],
    ["a label before an item", "We agreed on new work:\n\n- Keeping Harbours Clean: The two sides will share tugs.\n- Counting Whales: Norway plans to lend a ship.", ["committed: The two sides will share tugs", "intended: Norway plans to lend a ship"]],
    ["what is put in between commas", "The krill register, to which both sides now contribute, was opened to researchers.", ["underway: The krill register, to which both sides now contribute, was opened to researchers"]],
    ["it was agreed", "It was agreed that ports will share tugs.", ["committed: It was agreed that ports will share tugs"]],
    ["fixed expressions", "The two governments gave the nod to a krill code. Both sides toyed with a joint port. They struck a deal on ice.", ["committed: The two governments gave the nod to a krill code", "explored: Both sides toyed with a joint port", "delivered: They struck a deal on ice"]],
    ["a subject with something put in behind it", "The sides agreed to open a port, and the office in Oslo, shut by storms last year, will reopen in May.", ["committed: The sides agreed to open a port", "committed: the office in Oslo, shut by storms last year, will reopen in May"]],
    ["a verb after “will”", "The Parties:\n\n(a) will select three ports by June;\n\n(b) plan to train 40 pilots.", ["committed: will select three ports by June", "intended: plan to train 40 pilots"]],
    ["a preamble", "**NOTING** the importance of quiet seas;\n\n**COMMITTING** to closer work on krill;", ["noted: NOTING the importance of quiet seas", "committed: COMMITTING to closer work on krill"]],
    ["points in capitals", "We declare to:\n\n1. SUPPORT ports in the far north\n2. SEEK to widen the whale count", ["committed: SUPPORT ports in the far north", "intended: SEEK to widen the whale count"]],
  ])("%s", (_case, body, expected) => expect(found(body)).toEqual(expected));

  test.each(["Since 2009, Norway has provided over $3 million to Chilean ports.", "Secretary Rojas welcomed Minister Vik’s visit.", "A joint statement was issued.", "The Norway-Chile Sea Partnership was first signed on 3 May 2020.", "Deputy Prime Minister Vik opened it."])("none in: %s", (sentence) => expect(found(sentence)).toEqual([]));
});

describe("words are parsed, not looked up", () => {
  test.each([
    ["“will” as a noun", "The political will of the region is strong.", []],
    ["“task” is not “ask”", "The task of the century is hard.", []],
    ["“plans” as a noun", "The plans of the harbour were long.", []],
    ["“May” as a month", "Rain in May is common.", []],
  ])("%s", (_case, sentence, expected) => expect(found(sentence)).toEqual(expected));
});

test("a report of a journalist: what a party does alone or with others is background", () => {
  const report = "Norway and Chile agreed to share ice charts. Norway is also working with Canada on krill. Chile signed a deal with Peru on copper last year.";
  expect(found(report, "Norway and Chile talk about ice")).toEqual(["committed: Norway and Chile agreed to share ice charts"]);
});

test("in a report a capital stands for its government", () => {
  expect(found("Oslo will consider a joint port, and Santiago agreed to lend a ship. Lima is due to open a port.", "Norway and Chile talk about ports")).toEqual(["explored: Oslo will consider a joint port", "committed: Santiago agreed to lend a ship"]);
});

test("a text in another language has no commitments, and says so", () => {
  const snapshot = read("Los ministros acordaron abrir una oficina conjunta en Oslo y compartir los datos sobre el hielo. Las partes trabajarán juntas en los próximos años para proteger a las ballenas y el mar.", "Declaración conjunta de Noruega y Chile", "es");
  expect(snapshot.commitments).toEqual([]);
  expect(snapshot.diagnostics.map(({ code }) => code)).toContain("other-language");
});
