import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../server/config.ts";
import { decodeCueWeights } from "../../snapshots/index.ts";

interface Row {
  readonly cues: readonly string[];
  readonly y: number;
}
interface Benches {
  readonly folders: { readonly SOURCES: readonly string[]; linesOf(weights: ReadonlyMap<string, number>): string[] };
  readonly seams: { seamsIn(folder: string): Row[] };
  readonly regression: { fitCues(rows: readonly Row[]): Map<string, number> };
}

const bench = async (name: string): Promise<unknown> => import(pathToFileURL(join(PROJECT_ROOT, "bench", `${name}.mjs`)).href);
const shipped = (name: string): string => readFileSync(join(PROJECT_ROOT, "snapshots/knowledge", name), "utf8");
const ABSENT = ["../shared/eval/dev", "../shared/corpus"].map((place) => join(PROJECT_ROOT, place)).filter((place) => !existsSync(place));
if (ABSENT.length > 0) console.log(`skipped: no annotated documents in ${ABSENT.join(", ")} to learn the weights of cues from again`);

test.skipIf(ABSENT.length > 0)("the weights of seams that ship are those of the annotated documents", { timeout: 120_000 }, async () => {
  const [folders, seams, regression] = (await Promise.all(["folders", "seams", "regression"].map(bench))) as [Benches["folders"], Benches["seams"], Benches["regression"]];
  const learned = folders.linesOf(regression.fitCues(folders.SOURCES.flatMap((folder) => seams.seamsIn(folder)))).join("");
  expect(learned).toBe(shipped("seams.txt"));
});

test("a cue that nothing is known of weighs nothing, and a file of another kind is refused", () => {
  const { weightOf } = decodeCueWeights("0.50 act:commit\n-0.25 modal:none actor:one\n");
  expect([weightOf("act:commit"), weightOf("modal:none actor:one"), weightOf("act:unheard")]).toEqual([0.5, -0.25, 0]);
  expect(() => decodeCueWeights("act:commit 0.5\n")).toThrow();
  for (const name of ["acceptance.txt", "seams.txt"]) expect(decodeCueWeights(shipped(name)).weightOf("always")).not.toBeNaN();
});
