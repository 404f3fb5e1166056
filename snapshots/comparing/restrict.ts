/**
 * A comparison under a stricter or a more generous reading of what is the same undertaking. Where a link is in doubt, so is
 * what is new and what is silent: the figures are a range, not a number.
 */
import type { Change, Commitment, Comparison, Figures } from "../types.ts";
import { POSSIBLE } from "./certainty.ts";
import { figuresOf, linkedChange, loneChange } from "./changes.ts";

/** `strict`: only sure links stand. `balanced`: as compared. `inclusive`: what came nearest to each other is linked as well. */
export const STRICTNESSES = ["strict", "balanced", "inclusive"] as const;
export type Strictness = (typeof STRICTNESSES)[number];

/** Commitments of both sides by id. */
export type CommitmentsById = ReadonlyMap<string, Commitment>;

/** The comparison under another reading. What a person ruled stands under each. */
export function restrict(comparison: Comparison, strictness: Strictness, commitments: CommitmentsById): Comparison {
  if (strictness === "balanced") return comparison;
  const changes = strictness === "strict" ? strictly(comparison.changes, commitments) : inclusively(comparison.changes, commitments);
  return { ...comparison, changes, figures: figuresOf(changes) };
}

/** The figures under each reading. */
export function figuresRange(comparison: Comparison, commitments: CommitmentsById): Readonly<Record<Strictness, Figures>> {
  const under = (strictness: Strictness): Figures => restrict(comparison, strictness, commitments).figures;
  return { strict: under("strict"), balanced: under("balanced"), inclusive: under("inclusive") };
}

/** Doubtful links fall apart: what stands after is new, what stood before is silent, each with the other as its nearest. */
function strictly(changes: readonly Change[], commitments: CommitmentsById): Change[] {
  const silent: Change[] = [];
  const kept = changes.flatMap((change) => {
    if (change.match === null || change.match.certainty === "sure" || change.ruling !== undefined) return [change];
    const nearest = (id: string | undefined): Change["nearest"] => (id === undefined ? null : { id, score: change.match?.score ?? 0 });
    silent.push(...change.before.flatMap((id) => lone("silent", id, { commitments, nearest: nearest(change.after[0]) })));
    return change.after.flatMap((id) => lone("new", id, { commitments, nearest: nearest(change.before[0]) }));
  });
  return [...kept, ...silent];
}

function lone(kind: "new" | "silent", id: string, { commitments, nearest }: { readonly commitments: CommitmentsById; readonly nearest: Change["nearest"] }): Change[] {
  const commitment = commitments.get(id);
  return commitment === undefined ? [] : [loneChange(kind, [commitment], nearest)];
}

/** What is new and what is silent are linked where each is the other's nearest, and not too far. */
function inclusively(changes: readonly Change[], commitments: CommitmentsById): Change[] {
  const silentAt = new Map(changes.filter(({ kind }) => kind === "silent").flatMap((change) => change.before.map((id) => [id, change] as const)));
  const taken = new Set<Change>();
  const linked = changes.map((change) => {
    if (change.kind !== "new" || change.nearest === null || change.nearest.score < POSSIBLE || change.ruling !== undefined) return change;
    const other = silentAt.get(change.nearest.id);
    if (other === undefined || taken.has(other) || other.ruling !== undefined || other.nearest === null || !change.after.includes(other.nearest.id)) return change;
    taken.add(other);
    const find = (ids: readonly string[]): Commitment[] => ids.flatMap((id) => commitments.get(id) ?? []);
    const [before, after] = [find(other.before), find(change.after)];
    if (before.length === 0 || after.length === 0) return change;
    return linkedChange(before, after, { alike: false, match: { score: change.nearest.score, certainty: "possible", why: ["each is the nearest to the other, though not near"], runnerUp: null } });
  });
  return linked.filter((change) => !taken.has(change));
}
