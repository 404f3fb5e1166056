/**
 * How two meetings stand beside each other, of whatever partnerships: who promises more, who has come further, who is silent.
 */
import type { ComparisonRecord, MeetingSummary } from "../../server/archive/types.ts";
import { type Change, type Commitment, type Stage, STAGES } from "../../snapshots/index.ts";
import { longDate } from "../dates.ts";
import { count, withinSentence } from "../grammar.ts";
import type { Names } from "../names.ts";
import { stageRank, stageWord } from "../vocabulary.ts";
import { type LadderModel, stageLadder } from "./ladder.ts";

export interface BesideTopic {
  readonly topic: string;
  readonly href: string;
  readonly current: boolean;
  /** Null where a side is silent. */
  readonly before: { readonly said: string; readonly ladder: LadderModel } | null;
  readonly after: { readonly said: string; readonly ladder: LadderModel } | null;
}

/** What the sides are called: two meetings of one partnership by their days too. */
export function namesOf({ before, after }: ComparisonRecord): readonly [string, string] {
  const dated = (one: MeetingSummary): string => (before.partnership === after.partnership ? `${one.partnershipName}, ${longDate(one.held)}` : one.partnershipName);
  return [dated(before), dated(after)];
}

/** Who promises more, who has come further, who is silent; in sentences that the lists below bear out. */
export function verdict(record: ComparisonRecord, { chosen, topic, names }: { readonly chosen: readonly Change[]; readonly topic: string | null; readonly names: Names }): readonly string[] {
  const on = topic === null ? "" : `On ${withinSentence(names.shortTopic(topic))}, `;
  const { commitments } = record;
  // What is found on both sides may stand under another topic on one of them, and is not counted there.
  const madeOn = (side: "before" | "after"): readonly Commitment[] => [...new Set(chosen.flatMap((change) => change[side]))].flatMap((id) => commitments.get(id) ?? []).filter((one) => topic === null || one.topic === topic);
  const [one, other] = [madeOn("before"), madeOn("after")];
  const [first, second] = namesOf(record);
  if (one.length === 0 && other.length === 0) return [`${on}${on === "" ? "Neither" : "neither"} ${first} nor ${second} says anything at these meetings.`];
  if (one.length === 0 || other.length === 0) {
    const [speaker, silent, list] = one.length === 0 ? [second, first, other] : [first, second, one];
    return [`${on}${speaker} makes ${count(list.length, "commitment")}, and ${silent} is silent.`];
  }
  const [more, less] = one.length >= other.length ? [{ name: first, list: one }, { name: second, list: other }] : [{ name: second, list: other }, { name: first, list: one }];
  const amount = one.length === other.length ? `${on}both make ${count(one.length, "commitment")}` : `${on}${more.name} makes ${count(more.list.length, "commitment")}, ${less.name} ${less.list.length}`;
  const firm = (list: readonly Commitment[]): number => list.filter(({ stage }) => stageRank(stage) >= stageRank("committed")).length;
  const matched = chosen.filter((change) => change.before.length > 0 && change.after.length > 0).length;
  return [
    `${amount.charAt(0).toUpperCase()}${amount.slice(1)}.`,
    `Firmly undertaken, under way or delivered are ${firm(more.list)} of ${more.list.length} and ${firm(less.list)} of ${less.list.length} of them.`,
    matched === 0 ? "No commitment of one is near enough to one of the other to be called the same." : `${count(matched, "undertaking")} ${matched === 1 ? "is" : "are"} found on both sides.`,
  ];
}

/** Which of two that undertake the same has come further with it. */
export function further({ stage }: Change, [first, second]: readonly [string, string]): string {
  if (stage.before === null || stage.after === null || stage.before === stage.after) return `As far as each other: ${stageWord(stage.after ?? "noted")}`;
  const ahead = stageRank(stage.before) > stageRank(stage.after) ? first : second;
  return `${ahead} is further: ${stageWord(stage.before)} and ${stageWord(stage.after)}`;
}

interface TopicOptions {
  readonly names: Names;
  readonly topic: string | null;
  readonly href: (topic: string) => string;
}

/** What either side says on each topic, the most spoken of on top. */
export function topicRows({ before, after }: ComparisonRecord, { names, topic, href }: TopicOptions): readonly BesideTopic[] {
  const tally = (meeting: ComparisonRecord["before"]): ReadonlyMap<string, { amount: number; stage: Stage }> => {
    const counts = new Map<string, { amount: number; stage: Stage }>();
    for (const { topic: one, stage } of meeting.snapshots.flatMap(({ commitments }) => commitments)) {
      const known = counts.get(one) ?? { amount: 0, stage };
      counts.set(one, { amount: known.amount + 1, stage: STAGES.indexOf(stage) > STAGES.indexOf(known.stage) ? stage : known.stage });
    }
    return counts;
  };
  const [was, is] = [tally(before), tally(after)];
  const total = (one: string): number => (was.get(one)?.amount ?? 0) + (is.get(one)?.amount ?? 0);
  const cell = (known: { amount: number; stage: Stage } | undefined): BesideTopic["before"] => (known === undefined ? null : { said: count(known.amount, "commitment"), ladder: stageLadder(known.stage) });
  return [...new Set([...was.keys(), ...is.keys()])]
    .toSorted((a, b) => total(b) - total(a) || (a < b ? -1 : 1))
    .map((one) => ({ topic: names.shortTopic(one), href: href(one), current: one === topic, before: cell(was.get(one)), after: cell(is.get(one)) }));
}
