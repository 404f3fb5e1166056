/** Hedges, and words that only look like them. */
import { describe, expect, it } from "vitest";
import { findHedges } from "../../snapshots/reading/hedges.ts";

const found = (text: string): string[] => findHedges(text).map((hedge) => hedge.text);

describe("a hedge", () => {
  it.each([
    ["They will share data, subject to their laws", ["subject to"]],
    ["They will share data where possible and as appropriate", ["where possible", "as appropriate"]],
    ["Norland will work towards a treaty", ["work towards"]],
    ["They agreed in principle to explore the possibility of a joint fund", ["in principle", "explore the possibility of"]],
    ["Ships will be inspected to the extent possible", ["to the extent possible"]],
    ["Aid will follow if necessary and as soon as practicable", ["if necessary", "as soon as practicable"]],
    ["Both sides aim to finish, with a view to signing, on a voluntary basis", ["aim to", "with a view to", "on a voluntary basis"]],
    ["They will consider the feasibility of a bridge", ["consider the feasibility of"]],
    ["The fund may finance a port", ["may"]],
  ])("is found in %j", (text, hedges) => {
    expect(found(text)).toEqual(hedges);
  });

  it.each(["The council meets in May.", "Their aim to end hunger stands.", "Guidance for firms subject to both sets of rules", "young people as well as relevant bodies", "We will realise the full potential of trade", "They plan to sign and look forward to the summit"])("is not in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("stands in its place", () => {
    const text = "Norland will, where feasible, help";
    expect(findHedges(text).map(({ start, end }) => text.slice(start, end))).toEqual(["where feasible"]);
  });
});
