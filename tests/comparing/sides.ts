/** Snapshots for tests of comparing: read from texts, or made of a few words. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../server/config.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { type Commitment, type Comparison, compare, type IsoDate, openDocument, readSnapshot, type Sha256, type Side, type Snapshot } from "../../snapshots/index.ts";

export const knowledge = loadKnowledge(join(PROJECT_ROOT, "no-such-folder"));

/** One side: the snapshot of a text. */
export function sideOf(text: string, published = "2031-05-02"): Side {
  const sha256 = createHash("sha256").update(text).digest("hex") as Sha256;
  const outcome = readSnapshot(openDocument({ text, name: null, sha256, given: { published: published as IsoDate } }), knowledge);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { snapshots: [outcome.value] };
}

/** One side whose documents each list these parties. */
export function harbourSide(...lists: readonly string[]): Side {
  return { snapshots: lists.flatMap((names) => sideOf(`Joint statement on safe harbours\n\nWe, the governments of ${names}, will share charts of wrecks.`).snapshots) };
}

export const commitmentsOf = (side: Side): readonly Commitment[] => side.snapshots.flatMap((snapshot: Snapshot) => snapshot.commitments);
export const byId = (...sides: readonly Side[]): ReadonlyMap<string, Commitment> => new Map(sides.flatMap(commitmentsOf).map((one) => [one.id, one]));
export const compared = (before: Side, after: Side): Comparison => compare(before, after, knowledge);

/** Each change in a line: its kind, and the words of both sides. */
export function told(comparison: Comparison, commitments: ReadonlyMap<string, Commitment>): string[] {
  const words = (ids: readonly string[]): string => ids.map((id) => commitments.get(id)?.plain ?? "?").join(" + ");
  return comparison.changes.map(({ kind, before, after }) => `${kind}: ${[words(before), words(after)].filter((text) => text !== "").join(" -> ")}`);
}
