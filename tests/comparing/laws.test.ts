import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import type { Change, Side } from "../../snapshots/index.ts";
import { commitmentsOf, compared, sideOf } from "./sides.ts";

const OWN = [
  "# Joint Statement of Arlandia and Borduria",
  "Both sides agreed to widen the harbour of Port Selim by the end of 2027.",
  "They will lay a submarine cable between their capitals, subject to the approval of their parliaments.",
  "The ministers launched an exchange of teachers between the schools of their border towns.",
  "Both sides discussed common rules for the testing of self-driving ferries.",
  "They pledged 4 million crowns for the lighthouse of Cape Orn, where possible before the summer.",
  "Both sides welcomed the signature of the agreement on the mutual recognition of seamen's papers.",
  "They intend to count the trees of the Varna forest every spring.",
  "Both sides underlined the importance of clean rivers for the fishermen of the delta.",
  "The two governments will continue their joint patrols against the smuggling of amber.",
  "They decided to set up a working group on the prices of grain.",
];

/** Real texts with commitments, where they are there. */
const SERIES = join(PROJECT_ROOT, "../shared/corpus/series");
const REAL = ["quad-leaders", "us-singapore", "us-india-icet", "trilateral-fentanyl-committee"].flatMap((name) => {
  const folder = join(SERIES, name);
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".md")).toSorted().slice(0, 1).map((file) => readFileSync(join(folder, file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "")) : [];
});
if (REAL.length === 0) console.log(`skipped: laws over real texts, as there are none in ${SERIES}`);

const texts = [OWN.join("\n\n"), ...REAL].map((text) => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ""));

type Edit = (paragraphs: readonly string[], at: number) => string[];
const EDITS: Readonly<Record<string, Edit>> = {
  drop: (list, at) => list.toSpliced(at, 1),
  swap: (list, at) => list.toSpliced(at, 2, ...[list[at + 1], list[at]].filter((one) => one !== undefined)),
  repeat: (list, at) => list.toSpliced(at, 0, list[at] ?? ""),
  soften: (list, at) => list.with(at, (list[at] ?? "").replace(/\b(?:will|agreed to|decided to)\b/, "hope to")),
  harden: (list, at) => list.with(at, (list[at] ?? "").replace(/\b(?:discussed|intend to|welcomed)\b/, "agreed to implement")),
  shorten: (list, at) => list.with(at, (list[at] ?? "").replace(/,[^,.]*(?=[,.])/, "")),
  date: (list, at) => list.with(at, (list[at] ?? "").replace(/\b20(\d)(\d)\b/g, "20$2$1")),
};

const edited = fc.tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(60)), { minLength: 1, maxLength: 8 })).map(([paragraphs, edits]) => {
  const after = edits.reduce<string[]>((list, [name, at]) => (list.length < 3 ? list : (EDITS[name]?.(list, at % list.length) ?? list)), [...paragraphs]);
  return { before: sideOf(paragraphs.join("\n\n")), after: sideOf(after.join("\n\n")) };
});

const RUNS = { numRuns: 40 };
const FIRM = new Set(["committed", "underway", "delivered"]);
const key = ({ before, after }: Pick<Change, "before" | "after">): string => `${[...before].toSorted()}|${[...after].toSorted()}`;

test("a text compared with itself is restated, all of it", () => {
  for (const paragraphs of texts) {
    const side = sideOf(paragraphs.join("\n\n"));
    const { changes, figures } = compared(side, side);
    expect(commitmentsOf(side).length).toBeGreaterThan(3);
    expect(changes.map(({ kind }) => kind)).toEqual(commitmentsOf(side).map(() => "restated"));
    expect(figures.hardened + figures.softened).toBe(0);
    expect(changes.flatMap(({ details }) => details)).toEqual([]);
  }
});

test("every commitment of both sides is in exactly one change", () => {
  fc.assert(fc.property(edited, ({ before, after }) => {
    const { changes } = compared(before, after);
    expect(changes.flatMap((change) => change.before).toSorted()).toEqual(commitmentsOf(before).map(({ id }) => id).toSorted());
    expect(changes.flatMap((change) => change.after).toSorted()).toEqual(commitmentsOf(after).map(({ id }) => id).toSorted());
  }), RUNS);
});

test("changing the sides over turns new into silent, risen into fallen, harder into softer", () => {
  fc.assert(fc.property(edited, ({ before, after }) => {
    const forth = compared(before, after).changes;
    const back = new Map(compared(after, before).changes.map((change) => [key({ before: change.after, after: change.before }), change]));
    for (const change of forth) expect(turned(change, back.get(key(change)))).toBe(true);
    expect(back.size).toBe(forth.length);
  }), RUNS);
});

/** Whether a change is the other way round. Among firm stages it is not always: see `kinds.ts`. */
function turned(change: Change, back: Change | undefined): boolean {
  if (back === undefined) return false;
  const force = { hardened: "softened", softened: "hardened" } as const;
  const forces = change.force === null ? back.force === null : back.force === force[change.force];
  if (change.stage.before !== null && change.stage.after !== null && FIRM.has(change.stage.before) && FIRM.has(change.stage.after)) return forces;
  return forces && back.kind === { new: "silent", silent: "new", advanced: "receded", receded: "advanced", reworded: "reworded", restated: "restated" }[change.kind];
}

test("the same texts make the same comparison", () => {
  fc.assert(fc.property(edited, ({ before, after }) => {
    const copy = (side: Side): Side => JSON.parse(JSON.stringify(side));
    expect(JSON.stringify(compared(copy(before), copy(after)))).toBe(JSON.stringify(compared(before, after)));
  }), { numRuns: 25 });
});

test("where only commas and articles went, nothing is new and nothing is silent", () => {
  fc.assert(fc.property(fc.constantFrom(...texts), fc.array(fc.nat(40), { maxLength: 12 }), (paragraphs, places) => {
    const before = sideOf(paragraphs.join("\n\n"));
    const after = sideOf(paragraphs.map((paragraph, at) => (places.includes(at) ? paragraph.replace(/, (?=and\b)/, " ").replace(/\bthe (?=\p{Ll}{5,})/u, "") : paragraph)).join("\n\n"));
    // Where a comma goes, a commitment may be read in one piece that was read in two: none may be lost for that.
    const { figures } = compared(before, after);
    expect(figures.new + figures.silent).toBeLessThanOrEqual(Math.abs(commitmentsOf(before).length - commitmentsOf(after).length));
  }), RUNS);
});
