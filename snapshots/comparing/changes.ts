/** One change, as a value: a link of two groups of commitments that is judged, or what has no counterpart. */
import { CHANGE_KINDS, type Change, type ChangeKind, type Commitment, type Figures, type Match, type Slug } from "../types.ts";
import { contentOf } from "./content.ts";
import { detailChanges } from "./detail-changes.ts";
import { forceChange, judge, stageOf } from "./kinds.ts";

/** The change of a link. `alike`: both sides say the same in the same words but for trifles. */
export function linkedChange(before: readonly Commitment[], after: readonly Commitment[], { match, alike }: { readonly match: Match; readonly alike: boolean }): Change {
  const [was, is] = [stageOf(before), stageOf(after)];
  if (was === null || is === null) throw new Error("a link has two sides");
  return {
    id: idOf(before, after),
    ...judge(was, is, { sameWords: alike }),
    before: before.map((one) => one.id),
    after: after.map((one) => one.id),
    stage: { before: was, after: is },
    force: forceChange(before, after),
    topic: topicOf(after),
    // That a sum or a date is no longer named says something only where the undertaking is surely the same.
    details: detailChanges(before, after, is).filter(({ direction, type }) => direction !== "gone" || match.certainty === "sure" || (type !== "amount" && type !== "deadline")),
    match,
    nearest: null,
  };
}

export function loneChange(kind: "new" | "silent", group: readonly Commitment[], nearest: Change["nearest"]): Change {
  const stage = stageOf(group);
  const ids = group.map((one) => one.id);
  const isNew = kind === "new";
  return {
    id: idOf(isNew ? [] : group, isNew ? group : []),
    kind,
    reason: isNew ? "Nothing before is near enough to be the same undertaking" : "Not mentioned again; silence is not withdrawal",
    before: isNew ? [] : ids,
    after: isNew ? ids : [],
    stage: { before: isNew ? null : stage, after: isNew ? stage : null },
    force: null,
    topic: topicOf(group),
    details: [],
    match: null,
    nearest,
  };
}

export function figuresOf(changes: readonly Change[]): Figures {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  const [fresh, advanced, reworded, restated, receded, silent] = CHANGE_KINDS.map(count);
  return { new: fresh ?? 0, advanced: advanced ?? 0, reworded: reworded ?? 0, restated: restated ?? 0, receded: receded ?? 0, silent: silent ?? 0, hardened: changes.filter(({ force }) => force === "hardened").length, softened: changes.filter(({ force }) => force === "softened").length };
}

/** The topic that most words of a group are about; with equal room, the first. */
function topicOf(group: readonly Commitment[]): Slug {
  const [only, ...others] = group;
  if (only !== undefined && others.length === 0) return only.topic;
  const room = new Map<Slug, number>();
  for (const commitment of group) room.set(commitment.topic, (room.get(commitment.topic) ?? 0) + contentOf(commitment).words.length);
  const [first] = [...room].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) throw new Error("a change has commitments");
  return first[0];
}

const idOf = (before: readonly Commitment[], after: readonly Commitment[]): string => `${before.map((one) => one.id).join("+")}..${after.map((one) => one.id).join("+")}`;
