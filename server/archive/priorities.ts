/**
 * Topics of a meeting that several documents witness: the room that all of them together give to each topic.
 */
import { rankPriorities, STAGES, type Priority, type Slug, type Stage } from "../../snapshots/index.ts";
import { type Member, order } from "./grouping.ts";

/** Priorities over all commitments of the documents. */
export function mergePriorities(members: readonly Member[]): Priority[] {
  return rankPriorities(members.flatMap((member) => member.commitments));
}

/** How many commitments each topic has and how far the furthest of them has come. */
export function topicsOf(members: readonly Member[]): { topic: Slug; commitments: number; stage: Stage }[] {
  const topics = new Map<Slug, { commitments: number; stage: Stage }>();
  for (const { topic, stage } of members.flatMap((member) => member.commitments)) {
    const known = topics.get(topic);
    topics.set(topic, { commitments: (known?.commitments ?? 0) + 1, stage: known === undefined || STAGES.indexOf(stage) > STAGES.indexOf(known.stage) ? stage : known.stage });
  }
  return [...topics].map(([topic, counted]) => ({ topic, ...counted })).toSorted((a, b) => order(a.topic, b.topic));
}
