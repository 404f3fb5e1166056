import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { classifyEdit, type Edit, type Sha256, type Snapshot } from "../../snapshots/index.ts";
import { slipOf } from "../../snapshots/versions/slips.ts";

const snapshot = (text: string): Snapshot => ({
  readingVersion: "1",
  document: { sha256: "0".repeat(64) as Sha256, title: "Statement", published: "2025-01-01" as Snapshot["document"]["published"], publishedBasis: "given", sourceUrl: null, kind: "other", language: "en", text },
  partnership: { slug: null, name: null, parties: [], basis: "none", evidence: [] },
  meeting: { held: "2025-01-01" as Snapshot["meeting"]["held"], place: null, name: null, ordinal: null, evidence: [] },
  priorities: [],
  commitments: [],
  milestones: [],
  diagnostics: [],
});
const edit = (before: string, after: string): Edit => classifyEdit(snapshot(before), snapshot(after));

const FRAME = (words: string): string => `The two sides met in Oslo to take stock. ${words} They will meet again next year in Santiago.`;

test.each([
  ["layout", "**Norway** agreed to open a corridor.", "Norway  agreed to\nopen a corridor."],
  ["typing", "Norway agreed to open thecorridor.", "Norway agreed to open the corridor."],
  ["typing", "They address non- market policies.", "They address non-market policies."],
  ["typing", "Norway agreed to open the the corridor.", "Norway agreed to open the corridor."],
  ["typing", "Norway agreed to implemnt standards.", "Norway agreed to implement standards."],
  ["typing", "They welcomed standardization of invoices.", "They welcomed standardisation of invoices."],
  ["typing", "They met at ministry of trade.", "They met at the Ministry of Trade."],
  ["typing", "Norway agreed to open a corridor,", "Norway agreed to open a corridor."],
  ["wording", "Norway committed to open a corridor.", "Norway intends to open a corridor."],
  ["wording", "Norway will open a corridor.", "Norway may open a corridor."],
  ["wording", "Norway agrees to launch a corridor.", "Norway agreed to launch a corridor."],
  ["wording", "They launch a corridor.", "They launched a corridor."],
  ["wording", "They will not open a corridor.", "They will now open a corridor."],
  ["wording", "They will spend 1.5 million.", "They will spend 15 million."],
  ["wording", "They will finish by 2026.", "They will finish by 2027."],
  ["wording", "They cover pulses, soybean oil and wine.", "They cover soybean oil and wine."],
  ["wording", "They open corridors.", "They open corridors and ports."],
])("%s: %j becomes %j", (kind, before, after) => {
  const found = edit(FRAME(before), FRAME(after));
  expect([found.kind, found.reasons]).toEqual([kind, kind === "layout" ? [] : [expect.stringMatching(/^“/), ...found.reasons.slice(1)]]);
  const side = (op: "delete" | "insert"): string => found.redline.filter((run) => run.op === "equal" || run.op === op).map((run) => run.text).join("");
  expect(side("delete").replace(/\s+/g, " ")).toBe(FRAME(before.replaceAll("**", "")).replace(/\s+/g, " "));
});

test("a slip says what it is", () => {
  expect(slipOf({ before: "theAgreement", after: "the Agreement", left: "of ", right: " accrue" })).toEqual({ kind: "slip", reason: "“theAgreement” became “the Agreement”: only spaces or hyphens differ" });
  expect(slipOf({ before: "committed", after: "intends", left: "", right: "" })).toEqual({ kind: "wording", reason: "“committed” became “intends”" });
});

test("a version against itself is no edit", () => {
  expect(edit(FRAME("Norway agreed."), FRAME("Norway agreed."))).toMatchObject({ kind: "layout", differences: 0, reasons: [] });
});

const SERIES = join(PROJECT_ROOT, "..", "shared", "corpus", "series");
if (!existsSync(SERIES)) console.warn(`No corpus at ${SERIES}: the real edits are not tried.`);

describe.skipIf(!existsSync(SERIES))("pages that were edited after publication", () => {
  test.each([
    ["revisions-us-india-2026-02-06-joint-statement", ["wording", "typing"]],
    ["revisions-us-india-2026-02-09-trade-fact-sheet", ["wording"]],
    ["revisions-us-rok-2023-04-26-joint-statement", ["wording"]],
    ["revisions-us-singapore-2024-08-01-joint-fact-sheet", ["wording"]],
    ["revisions-us-malaysia-2025-10-26-agreement", ["wording"]],
  ])("%s", (folder, kinds) => {
    const texts = readdirSync(join(SERIES, folder)).sort().map((name) => readFileSync(join(SERIES, folder, name), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""));
    const edits = texts.slice(1).map((text, at) => edit(texts[at] ?? "", text));
    if (process.env["SHOW"] !== undefined) for (const { kind, reasons, differences } of edits) console.log(folder, kind, differences, reasons.slice(0, 8));
    expect(edits.map(({ kind }) => kind)).toEqual(kinds);
  });
});
