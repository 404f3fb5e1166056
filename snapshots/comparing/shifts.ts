/** How priorities moved between two meetings: topics that entered, left, rose, fell or kept their rank. */
import { rankPriorities } from "../reading/priorities.ts";
import { contentOf } from "./content.ts";
import type { Priority, PriorityShift, Side, Slug } from "../types.ts";

/** Shifts of all topics of both sides: by rank after, then those that left by rank before. */
export function priorityShifts(before: Side, after: Side): PriorityShift[] {
  const [one, other] = [prioritiesOf(before), prioritiesOf(after)];
  const topics = [...other.keys(), ...[...one.keys()].filter((topic) => !other.has(topic))];
  return topics.map((topic) => {
    const [was, is] = [one.get(topic) ?? null, other.get(topic) ?? null];
    return { topic, before: was, after: is, course: courseOf(was, is) };
  });
}

/** A side of one document has the priorities that were read; of several, they are ranked over all their commitments. */
function prioritiesOf({ snapshots }: Side): Map<Slug, Priority> {
  const [first, ...more] = snapshots;
  const priorities = first !== undefined && more.length === 0 ? first.priorities : rankPriorities(snapshots.flatMap((snapshot) => snapshot.commitments), (commitment) => contentOf(commitment).words.length);
  return new Map(priorities.map((priority) => [priority.topic, priority]));
}

function courseOf(before: Priority | null, after: Priority | null): PriorityShift["course"] {
  if (before === null) return "entered";
  if (after === null) return "left";
  if (before.rank === after.rank) return "same";
  return after.rank < before.rank ? "rose" : "fell";
}
