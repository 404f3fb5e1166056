import { expect, test } from "vitest";
import type { Edit, Sha256 } from "../../snapshots/index.ts";
import { changedLines, versionsModel } from "../../views/parts/versions.ts";

const sha = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const edit = (kind: Edit["kind"]): Edit => ({
  kind,
  reasons: ["“committed” became “intends”"],
  differences: 1,
  redline: [
    { op: "equal", text: "First block.\nNorway " },
    { op: "delete", text: "committed" },
    { op: "insert", text: "intends" },
    { op: "equal", text: " to open it.\nLast block." },
  ],
});
const version = (digit: string, one: Edit | null) => ({ sha256: sha(digit), seenAt: "2025-05-08T10:00:00Z", commitments: 1, edit: one });

test("a redline is shown by the blocks that changed", () => {
  expect(changedLines(edit("wording").redline)).toEqual([[{ op: "equal", text: "Norway " }, { op: "delete", text: "committed" }, { op: "insert", text: "intends" }, { op: "equal", text: " to open it." }]]);
});

test("versions say what each changed, and the way to the one that stands", () => {
  expect(versionsModel([], sha("a"), "en")).toBeNull();
  const model = versionsModel([version("a", null), version("b", edit("wording"))], sha("a"), "en");
  expect(model).toMatchObject({ said: "Edited after publication: 1 edit seen at its address.", latest: { href: `/documents/${"b".repeat(12)}` }, versions: [{ current: true, what: "as first archived", changed: [] }, { current: false, what: "1 place differs", changed: [{ language: "en" }] }] });
});

test("a version that only mends typing errors is said to be that", () => {
  const model = versionsModel([version("a", null), version("b", edit("typing"))], sha("b"), "en");
  expect(model).toMatchObject({ said: expect.stringContaining("typing errors mended and nothing more"), latest: null, versions: [{}, { what: "only typing errors were mended" }] });
});
