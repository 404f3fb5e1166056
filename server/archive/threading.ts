/**
 * Threads: commitments followed through the meetings by the links between them. Pure.
 */
import type { Change, IsoDate, Ruling, Slug } from "../../snapshots/index.ts";
import type { Gathering } from "./grouping.ts";

export interface PlannedThread {
  /** The id of its first commitment. */
  readonly id: string;
  readonly topic: Slug;
  readonly firstHeld: IsoDate;
  readonly lastHeld: IsoDate;
  /** How many meetings speak of it. */
  readonly meetings: number;
  /** Ids of its commitments, in order of meetings and text. */
  readonly commitments: readonly string[];
}

interface Place {
  readonly key: string;
  readonly held: IsoDate;
  readonly topic: Slug;
}

/** The threads that run through two meetings or more, in order of their first commitment. */
export function followThreads(meetings: readonly Gathering[], links: readonly Change[], rulings: readonly Ruling[] = []): PlannedThread[] {
  const union = createUnion();
  // A person may link over any number of meetings.
  for (const [pair, linked] of lastWords(rulings)) if (linked) union.join(...pair);
  for (const link of links) {
    // A possible link stands only in an inclusive reading; a thread made of such links would wander.
    if (link.match === null || link.match.certainty === "possible") continue;
    const [first, ...others] = [...link.before, ...link.after];
    if (first !== undefined) for (const other of others) union.join(first, other);
  }
  const groups = new Map<string, Place[]>();
  for (const meeting of meetings) {
    for (const member of meeting.members) {
      for (const { key, topic } of member.commitments) {
        const root = union.rootOf(key);
        const group = groups.get(root);
        if (group === undefined) groups.set(root, [{ key, held: meeting.held, topic }]);
        else group.push({ key, held: meeting.held, topic });
      }
    }
  }
  return [...groups.values()].flatMap(threadOf);
}

/** Of several rulings on a pair, the last stands. */
function lastWords(rulings: readonly Ruling[]): (readonly [readonly [string, string], boolean])[] {
  const words = new Map<string, readonly [readonly [string, string], boolean]>();
  for (const { kind, before, after } of rulings.toSorted((a, b) => a.id - b.id)) {
    if (kind !== "change-kind") for (const one of before) for (const other of after) words.set(`${one} ${other}`, [[one, other], kind === "link"]);
  }
  return [...words.values()];
}

function threadOf(places: readonly Place[]): PlannedThread[] {
  const [first, last] = [places[0], places.at(-1)];
  const meetings = new Set(places.map((place) => place.held)).size;
  if (first === undefined || last === undefined || meetings < 2) return [];
  return [{ id: first.key, topic: first.topic, firstHeld: first.held, lastHeld: last.held, meetings, commitments: places.map((place) => place.key) }];
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen 1984); ranks would not pay at these sizes. */
function createUnion(): { rootOf(key: string): string; join(a: string, b: string): void } {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let parent = parents.get(at); parent !== undefined && parent !== at; parent = parents.get(at)) {
      const above = parents.get(parent) ?? parent;
      parents.set(at, above);
      at = above;
    }
    return at;
  };
  return { rootOf, join: (a, b) => void parents.set(rootOf(a), rootOf(b)) };
}
