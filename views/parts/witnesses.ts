/**
 * Undertakings by documents of one meeting: for each undertaking the verb and the stage that each document gives it.
 */
import type { Commitment, Comparison, Snapshot } from "../../snapshots/index.ts";
import { commitmentHref, inTextHref } from "../addresses.ts";
import { clip } from "../grammar.ts";
import type { Names } from "../names.ts";
import { flat } from "./commitment.ts";
import { stageLadder, type LadderModel } from "./ladder.ts";

export interface WitnessCell {
  readonly verb: string;
  readonly ladder: LadderModel;
  readonly inText: string;
}

export interface WitnessRow {
  readonly words: string;
  readonly href: string;
  readonly topic: string;
  /** One for each document; null where it does not speak of it. */
  readonly cells: readonly (WitnessCell | null)[];
}

interface Means {
  /** Each further document against the first. */
  readonly comparisons: readonly Comparison[];
  readonly names: Names;
}

export function witnessRows(snapshots: readonly Snapshot[], { comparisons, names }: Means): readonly WitnessRow[] {
  return witnessed(snapshots, comparisons).flatMap((row) => rowOf(row, { snapshots, names }) ?? []);
}

/** For each undertaking what each document says of it; what stands in most of them first, then in the order of the documents and their texts. */
export function witnessed(snapshots: readonly Snapshot[], comparisons: readonly Comparison[]): readonly (readonly (Commitment | null)[])[] {
  const [fullest, ...others] = snapshots;
  if (fullest === undefined) return [];
  const own = fullest.commitments.map((commitment): readonly (Commitment | null)[] => [commitment, ...others.map((other, at) => counterpart(commitment, other, comparisons[at]))]);
  const rest = others.flatMap((other, at) => {
    const linked = new Set(comparisons[at]?.changes.filter(({ before }) => before.length > 0).flatMap(({ after }) => after));
    return other.commitments.filter(({ id }) => !linked.has(id)).map((commitment): readonly (Commitment | null)[] => snapshots.map((snapshot) => (snapshot === other ? commitment : null)));
  });
  return [...own, ...rest].toSorted((a, b) => spoken(b) - spoken(a));
}

function spoken(row: readonly (Commitment | null)[]): number {
  return row.filter((commitment) => commitment !== null).length;
}

/** What another document says of the same undertaking. */
function counterpart({ id }: Commitment, other: Snapshot, comparison: Comparison | undefined): Commitment | null {
  const change = comparison?.changes.find(({ before, after }) => after.length > 0 && before.includes(id));
  return other.commitments.find((commitment) => change?.after.includes(commitment.id)) ?? null;
}

function rowOf(row: readonly (Commitment | null)[], { snapshots, names }: { readonly snapshots: readonly Snapshot[]; readonly names: Names }): WitnessRow | null {
  const first = row.find((commitment) => commitment !== null);
  if (first === null || first === undefined) return null;
  return {
    words: clip(first.plain, 180),
    href: commitmentHref(first.id),
    topic: names.shortTopic(first.topic),
    cells: row.map((commitment, at) => {
      const snapshot = snapshots[at];
      return commitment === null || snapshot === undefined ? null : cellOf(commitment, snapshot);
    }),
  };
}

/** The words that gave it its stage. */
export function verbOf({ evidence, plain }: Commitment): string {
  const words = evidence.stage.words.map(({ quote }) => flat(quote)).join(" … ");
  return words === "" ? clip(plain, 40) : words;
}

function cellOf(commitment: Commitment, { document }: Snapshot): WitnessCell {
  return { verb: verbOf(commitment), ladder: stageLadder(commitment.stage), inText: inTextHref(document.sha256, commitment) };
}
