/** The files of parties and partnerships: what ships, and what is refused in an archivist's own. */
import { describe, expect, it } from "vitest";
import { parseParties, parsePartnerships } from "../../snapshots/index.ts";
import { knownThings } from "./known.ts";

describe("a file of parties", () => {
  it.each([
    ["parties:\n  - {code: NL2, name: Norland", "flow"],
    ["[]", "expected object"],
    ["parties: []", "parties"],
    ["parties:\n  - {code: N/L, name: Norland}", "a code is two letters"],
    ["parties:\n  - {code: NL, name: ''}", "parties.0.name"],
    ["parties:\n  - {code: NL, name: Norland, demonym: Norse}", "demonym"],
    ["parties:\n  - {code: NL, name: Norland}\n  - {code: NL, name: Sudmark}", "NL stands twice"],
  ])("%j is refused with its reason", (text, reason) => {
    const parsed = parseParties(text);
    expect(parsed.kind).toBe("broken");
    if (parsed.kind === "broken") expect(parsed.problem.toLowerCase()).toContain(reason.toLowerCase());
  });

  it("takes every scalar as written, so that NO stays Norway", () => {
    expect(parseParties("parties:\n  - {code: NO, name: Norway}")).toEqual({ kind: "read", parties: [{ code: "NO", name: "Norway", aliases: [] }] });
  });
});

describe("a file of partnerships", () => {
  it.each([
    ["partnerships:\n  - {slug: A B, name: A, parties: []}", "a slug is lower-case"],
    ["partnerships:\n  - {slug: a, name: A}", "partnerships.0.parties"],
    ["partnerships:\n  - {slug: a, name: A, parties: [XX], general: maybe}", "partnerships.0.general"],
    ["partnerships:\n  - {slug: a, name: A, parties: [XX]}\n  - {slug: a, name: B, parties: [YY]}", "a stands twice"],
  ])("%j is refused with its reason", (text, reason) => {
    const parsed = parsePartnerships(text);
    expect(parsed.kind).toBe("broken");
    if (parsed.kind === "broken") expect(parsed.problem).toContain(reason);
  });
});

describe("what ships", () => {
  const { parties, partnerships } = knownThings();

  it("names all member states of the United Nations, by ISO 3166-1", () => {
    expect(parties.filter(({ code }) => /^[A-Z]{2}$/.test(code) && code !== "EU" && code !== "UN").length).toBeGreaterThanOrEqual(195);
  });

  it("gives no name to two parties", () => {
    const names = parties.flatMap(({ name, aliases, people = [] }) => [name, ...aliases, ...people]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("speaks only of parties that it knows", () => {
    const codes = new Set(parties.map(({ code }) => code));
    const named = [...partnerships.flatMap((one) => one.parties), ...parties.flatMap((one) => [...(one.members ?? []), ...(one.includes ?? [])])];
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });

  it("has one general entry at most for the same parties", () => {
    const general = partnerships.filter((one) => one.general === true).map((one) => [...one.parties].toSorted().join("+"));
    expect(general.filter((key, index) => general.indexOf(key) !== index)).toEqual([]);
  });
});
