/**
 * The courses of a partnership's undertakings through its meetings, and their cells in a matrix. Pure.
 */
import { type ChangeKind, type IsoDate, judge, type Slug, type Stage, stageOf } from "../../snapshots/index.ts";
import type { MatrixFilter, ThreadCell } from "./matrix-types.ts";

/** A commitment by its place in a thread. */
export interface Saying {
  readonly thread: string;
  /** Its number in the archive's file. */
  readonly number: number;
  readonly id: string;
  readonly held: IsoDate;
  readonly topic: Slug;
  readonly stage: Stage;
}

export interface Course {
  readonly id: string;
  readonly topic: Slug;
  readonly latest: Saying;
  readonly meetings: ReadonlyMap<IsoDate, readonly Saying[]>;
  readonly sayings: readonly Saying[];
}

/** In order of their first words; `sayings` are in order of meetings and texts. */
export function coursesOf(sayings: readonly Saying[]): readonly Course[] {
  return [...grouped(sayings, ({ thread }) => thread)].flatMap(([id, group]) => {
    const meetings = grouped(group, ({ held }) => held);
    const latest = [...meetings.values()].at(-1)?.[0];
    return latest === undefined ? [] : [{ id, topic: latest.topic, latest, meetings, sayings: group }];
  });
}

/** Whether a filter lets a course through; its topic is left to `onTopic`. */
export function isAsked({ meetings, sayings }: Course, { spoken = "again", until = null, meeting = null }: MatrixFilter): boolean {
  const first = sayings[0]?.held;
  return (spoken === "all" || meetings.size > 1) && (until === null || (first !== undefined && first <= until)) && (meeting === null || meetings.has(meeting));
}

export function onTopic({ sayings }: Course, topic: Slug, meeting: IsoDate | null): boolean {
  return sayings.some((saying) => saying.topic === topic && (meeting === null || saying.held === meeting));
}

/** For each meeting the last one at or before which `spoke`, where the meeting itself did not. */
export function silences(dates: readonly IsoDate[], spoke: (held: IsoDate) => boolean): ReadonlyMap<IsoDate, IsoDate> {
  const since = new Map<IsoDate, IsoDate>();
  let last: IsoDate | null = null;
  for (const held of dates) {
    if (spoke(held)) last = held;
    else if (last !== null) since.set(held, last);
  }
  return since;
}

/** The cells of one course; `kindAt` tells what changed. */
export function threadCells({ meetings }: Course, dates: readonly IsoDate[], kindAt: (here: readonly Saying[], held: IsoDate) => ChangeKind | null): readonly ThreadCell[] {
  const since = silences(dates, (held) => meetings.has(held));
  return dates.map((held) => {
    const here = meetings.get(held) ?? [];
    return { held, stage: stageOf(here), silentSince: since.get(held) ?? null, commitments: here.map(({ id }) => id), kind: kindAt(here, held) };
  });
}

/** The kind against a base, along the thread; null at the base and before it. `same` tells whether the words are the same. */
export function kindSince(base: IsoDate, { meetings }: Course, held: IsoDate, same: (before: readonly Saying[], after: readonly Saying[]) => boolean): ChangeKind | null {
  if (held <= base) return null;
  const [before, after] = [meetings.get(base) ?? [], meetings.get(held) ?? []];
  const [was, is] = [stageOf(before), stageOf(after)];
  if (is === null) return was === null ? null : "silent";
  return was === null ? "new" : judge(was, is, { sameWords: same(before, after) }).kind;
}

export function grouped<Key, One>(all: readonly One[], keyOf: (one: One) => Key): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
