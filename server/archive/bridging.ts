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

type Compare = (before: Side, after: Side) => Comparison;

/** The bridges to the last of these steps, which come in order of date. */
export function bridge(steps: readonly Step[], compare: Compare): Bridge[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const open = new Set(last.changes.filter((change) => change.kind === "new").flatMap((change) => change.after));
  const found: Bridge[] = [];
  for (let at = steps.length - 3; at >= 0 && open.size > 0; at -= 1) {
    const [step, next] = [steps[at], steps[at + 1]];
    if (step === undefined || next === undefined) break;
    const near = at === steps.length - 3 ? bridgedOverOne.get(last) : undefined;
    const here = near?.step === step && near.next === next ? near.found : between(step, last, { silent: silentSince(next, steps.slice(at, -1), compare), open, compare });
    if (at === steps.length - 3) bridgedOverOne.set(last, { step, next, found: here });
    found.push(...here);
    for (const id of here.flatMap(({ change }) => change.after)) open.delete(id);
  }
  return found;
}

/** Bridges over a single meeting, by the step they lead to: they are asked for again when what was silent longer is looked at. */
const bridgedOverOne = new WeakMap<Step, { readonly step: Step; readonly next: Step; readonly found: readonly Bridge[] }>();

function between(step: Step, last: Step, { silent, open, compare }: { readonly silent: ReadonlySet<string>; readonly open: ReadonlySet<string>; readonly compare: Compare }): Bridge[] {
  if (silent.size === 0) return [];
  const { changes } = compare(only(step.side(), silent), only(last.side(), open));
  return changes.filter((change) => change.match?.certainty === "sure" && change.before.length > 0 && change.after.length > 0).map((change) => ({ before: step.held, after: last.held, change }));
}

/** What fell silent at `next` and was not taken up at a meeting between. */
function silentSince(next: Step, until: readonly Step[], compare: Compare): Set<string> {
  const silent = new Set(next.changes.filter((change) => change.kind === "silent").flatMap((change) => change.before));
  if (until.length > 2) for (const { change } of bridge(until, compare)) for (const id of change.before) silent.delete(id);
  return silent;
}

function only(side: Side, ids: ReadonlySet<string>): Side {
  return { ...side, snapshots: side.snapshots.map((snapshot) => ({ ...snapshot, commitments: snapshot.commitments.filter((commitment) => ids.has(commitment.id)) })) };
}
