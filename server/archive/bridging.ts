/**
 * Links over silence: a commitment that the last meeting did not mention, but the ones before it did, and that
 * this meeting takes up again. Only sure links count: silence is long, and many things are alike.
 */
import type { Change, Comparison, IsoDate, Side } from "../../snapshots/index.ts";

/** A meeting with what changed since the one before it. */
export interface Step {
  readonly held: IsoDate;
  readonly side: () => Side;
  readonly changes: readonly Change[];
}

export interface Bridge {
  /** The last meeting that spoke of it. */
  readonly before: IsoDate;
  readonly after: IsoDate;
  readonly change: Change;
}

/** The bridges to the last of these steps, which come in order of date. */
export function bridge(steps: readonly Step[], compare: (before: Side, after: Side) => Comparison): Bridge[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const found: Bridge[] = [];
  const open = new Set(last.changes.filter((change) => change.kind === "new").flatMap((change) => change.after));
  for (let at = steps.length - 3; at >= 0 && open.size > 0; at -= 1) {
    const [step, next] = [steps[at], steps[at + 1]];
    if (step === undefined || next === undefined) break;
    const silent = silentSince(next, steps.slice(at, -1), compare);
    if (silent.size === 0) continue;
    for (const change of compare(only(step.side(), silent), only(last.side(), open)).changes) {
      if (change.match?.certainty !== "sure" || change.before.length === 0 || change.after.length === 0) continue;
      found.push({ before: step.held, after: last.held, change });
      for (const id of change.after) open.delete(id);
    }
  }
  return found;
}

/** What fell silent at `next` and was not taken up at a meeting between. */
function silentSince(next: Step, until: readonly Step[], compare: (before: Side, after: Side) => Comparison): Set<string> {
  const silent = new Set(next.changes.filter((change) => change.kind === "silent").flatMap((change) => change.before));
  if (until.length > 2) for (const { change } of bridge(until, compare)) for (const id of change.before) silent.delete(id);
  return silent;
}

function only(side: Side, ids: ReadonlySet<string>): Side {
  return { ...side, snapshots: side.snapshots.map((snapshot) => ({ ...snapshot, commitments: snapshot.commitments.filter((commitment) => ids.has(commitment.id)) })) };
}
