/** How far things have come, by the words that tell it: the stage of a sentence's last predicate, or of an item's. */
import { describe, expect, test } from "vitest";
import { tag } from "../../snapshots/language/tagging.ts";
import { nominalStaging } from "../../snapshots/reading/nominals.ts";
import { predicatesOf } from "../../snapshots/reading/predicates.ts";
import { type Mood, stageOf } from "../../snapshots/reading/staging.ts";

/** The stages of all predicates of a text. */
function stages(text: string, shape: "sentence" | "item" = "sentence", mood: Mood = null): string[] {
  const tokens = tag(text);
  return predicatesOf(tokens, shape).map((predicate) => stageOf(predicate, tokens, mood).stage);
}

const last = (text: string): string | undefined => stages(text).at(-1);

describe("a plain verb with a time", () => {
  test.each([
    ["committed", "The call for whale researchers opens in October."],
    ["committed", "The council's next meeting takes place in Valparaíso."],
    ["committed", "The quota for salmon goes up from next year."],
    ["underway", "The office runs a school for divers."],
    ["delivered", "The two navies met in March."],
    ["delivered", "Fishers took part in the count for the first time."],
    ["delivered", "Forty divers were vaccinated."],
    ["underway", "Divers have been trained since May."],
    ["delivered", "In March 2023, Norway sanctioned the owners of two trawlers."],
    ["delivered", "Over 400 divers have been retrained."],
    ["delivered", "Chile has contributed $15 million to the count."],
    ["underway", "Chile has trained 400 divers so far."],
    ["underway", "40 per cent of the berths have been filled."],
  ])("%s: %s", (stage, sentence) => expect(last(sentence)).toBe(stage));
});

describe("how things stand", () => {
  test.each([
    ["underway", "The ice office is open."],
    ["underway", "Talks on krill are in the process of being resumed."],
    ["explored", "A joint port is under active examination."],
    ["explored", "A shared icebreaker was the subject of a first talk."],
    ["explored", "The idea remains under discussion."],
    ["explored", "Also discussed was the price of ice."],
    ["committed", "Also agreed was a school for divers."],
    ["committed", "There was agreement to count whales each spring."],
    ["committed", "The two ports are to trial a digital log."],
    ["intended", "It is their intention to close the gap by May."],
    ["intended", "They mean to close the gap by May."],
    ["intended", "The visit is slated for June."],
    ["noted", "Clean ice is a shared concern."],
    ["noted", "The sides were of one mind on krill."],
    ["noted", "Quiet seas are vital for whales."],
    ["underway", "Chile is a key partner in the count of whales."],
    ["underway", "We are today opening a channel for divers."],
    ["delivered", "The map of the fjords is now complete."],
    ["underway", "A code for divers is being prepared."],
    ["delivered", "The two ports have hosted four drills against oil spills."],
    ["delivered", "The bank mobilized 40 million euros for clean harbours."],
    ["delivered", "The ministers welcomed the renewal of their memorandum on krill."],
    ["noted", "Their partnership is anchored in a shared respect for the sea."],
  ])("%s: %s", (stage, sentence) => expect(last(sentence)).toBe(stage));
});

describe("what is said", () => {
  test.each([
    ["committed", "The ministers said they would open a school."],
    ["explored", "The ministers said that they were considering a school."],
    ["committed", "The count will be held again in spring, officials said."],
    ["committed", "The school would be financed by both sides, officials said."],
    ["explored", "Officials confirmed that Norway is examining the offer."],
    ["delivered", "The ministers confirmed that the map was published in April."],
    ["noted", "The ministers reaffirmed that the sea belongs to all."],
    ["delivered", "The ministers noted that the harbour wall has been completed."],
    ["intended", "The minister conveyed her intention to lend a ship."],
    ["committed", "The minister stated his determination to rebuild the port."],
    ["committed", "Both sides affirmed that they are committed to clean harbours."],
  ])("%s: %s", (stage, sentence) => expect(last(sentence)).toBe(stage));
});

describe("what is welcomed, asked and confirmed", () => {
  test.each([
    ["underway", "Progress on the ice code was welcomed."],
    ["delivered", "We welcome the whale agreement reached in Bergen."],
    ["underway", "We welcome the growing number of divers."],
    ["underway", "We welcome our growing joint cooperation on krill."],
    ["delivered", "Norway welcomed Chile joining the krill code."],
    ["intended", "Norway welcomed opportunities to share charts."],
    ["noted", "We commend the efforts of the international community to count whales."],
    ["noted", "They welcomed further commitments from companies to use quiet engines."],
    ["underway", "The ministers noted ongoing negotiations on krill."],
    ["underway", "They expressed their appreciation for the progress on the ice code."],
    ["underway", "Norway announced new grants for divers that will run for ten years."],
    ["intended", "We share the goal of counting all whales."],
    ["noted", "They shared the need to protect krill."],
    ["noted", "They re-emphasized that the sea belongs to all."],
    ["intended", "The two sides support joint grants for divers."],
    ["underway", "The exchange also supports young divers."],
    ["committed", "Norway reinforced the two countries’ commitment to clean harbours."],
    ["noted", "We call for the release of the crew."],
    ["noted", "The council took note of the plans of the ports."],
    ["delivered", "They renewed their memorandum on divers for five years."],
    ["committed", "They renewed their commitment to quiet seas."],
    ["intended", "Norway reiterated its readiness to lend a ship."],
    ["noted", "Norway reiterated its call for quiet seas."],
    ["noted", "They expressed concern about plans to drill in the fjord."],
    ["delivered", "Both sides expressed satisfaction over the conclusion of the survey."],
    ["intended", "We invite other countries to join the count."],
    ["committed", "The ministers asked their officials to draft a code."],
    ["noted", "Chile requested lower tariffs on salmon."],
    ["explored", "Chile raised the question of krill."],
    ["noted", "Chile raised concerns about krill."],
    ["underway", "The grant was raised to 9 million crowns."],
    ["delivered", "The sides agreed on the text of a krill code."],
    ["underway", "The sides agreed on maintaining the krill patrols."],
    ["explored", "The ministers concurred on considering a krill code."],
    ["underway", "Norway announced that it will continue the krill patrols."],
    ["committed", "The sides will try out a krill app on ten boats."],
    ["committed", "The sides agreed that a seminar should be held on krill."],
    ["explored", "The sides agreed, moreover, to explore a joint port."],
  ])("%s: %s", (stage, sentence) => expect(last(sentence)).toBe(stage));
});

describe("idioms of reports", () => {
  test.each([
    ["explored", "The ministers touched on the price of ice."],
    ["explored", "They talked over the price of ice."],
    ["explored", "The idea attracted interest."],
    ["explored", "Experts swapped lessons on whales."],
    ["intended", "The launch has been put off."],
    ["intended", "The launch has moved to 2029."],
    ["delivered", "A letter on krill was initialled."],
    ["delivered", "The study was handed in."],
    ["delivered", "The rules came into effect."],
    ["committed", "Norway is going to train forty divers."],
    ["committed", "The two consented to share charts."],
    ["noted", "They spoke out against whaling."],
    ["noted", "We join voices in condemning the attack on the crew."],
    ["noted", "The president laid out a vision for quiet seas."],
    ["underway", "They have re-launched the count."],
    ["underway", "The count went live."],
  ])("%s: %s", (stage, sentence) => expect(last(sentence)).toBe(stage));
});

describe("modal verbs", () => {
  test.each([
    ["committed", "The code is to be ready by March."],
    ["intended", "Our highest priority is to protect the crews."],
    ["committed", "We are committed to keeping the goal of clean harbours within reach."],
    ["committed", "Both ports will seek funding for a crane."],
    ["intended", "Both ports will seek to build a crane."],
    ["committed", "The council will take stock in May."],
    ["explored", "The council will consider how to protect whales."],
    ["intended", "The next round should be held as early as possible."],
    ["noted", "All parties should respect the law of the sea."],
    ["intended", "Norway would welcome a joint port."],
  ])("%s: %s", (stage, sentence) => expect(last(sentence)).toBe(stage));

  test("a verb joined to “will” may go its own way", () => {
    expect(stages("Norway will train pilots and continue to advise crews.")).toEqual(["committed", "underway"]);
    expect(stages("We will lend a ship and call on others to do their part.")).toEqual(["committed", "noted"]);
  });
});

describe("the verb that governs", () => {
  test.each([
    ["committed", "Norway will, for its part, lend two ships."],
    ["delivered", "A code drawn up in Oslo was adopted by the council."],
    ["committed", "A crane for boats from used steel will be built by June."],
    ["underway", "The number of grants has reached 400."],
    ["committed", "A joint oil drill involving four ports is to be held in May."],
  ])("%s: %s", (stage, sentence) => expect(stages(sentence)[0]).toBe(stage));
});

describe("items", () => {
  test.each([
    ["underway", "Work on the harbour wall is going ahead"],
    ["intended", "Encourage ports to share tugs"],
    ["committed", "encourage ports to share tugs"],
    ["underway", "continue to count whales"],
    ["committed", "Offer ten grants a year to divers"],
  ])("%s: %s", (stage, item) => expect(stages(item, "item")[0]).toBe(stage));

  test("do what they say where the lead-in leaves the verb to them", () => {
    for (const [stage, item] of [["underway", "help ports to buy cranes"], ["underway", "LAUNCH a fund for divers"], ["underway", "EXPAND the count to all fjords"], ["intended", "ENCOURAGE ports to share tugs"], ["committed", "AGREE to meet in May"]]) {
      expect(stages(item ?? "", "item", "deeds")[0]).toBe(stage);
    }
  });

  test("a noun at the head is no act of its own where the item has a verb", () => {
    expect(nominalStaging(tag("Preparation of the krill code has begun"), null)).toBeNull();
    expect(nominalStaging(tag("Preparation of a krill code that is open to all"), null)?.stage).toBe("committed");
    expect(nominalStaging(tag("Building on the krill code, both sides agreed to meet"), null)).toBeNull();
  });
});
