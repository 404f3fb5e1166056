/**
 * A comparison told in a few sentences of plain English, put together by rules from its figures, its weightiest changes and
 * the parties that both sides list. Says nothing that these do not say.
 */
import { type Change, type Comparison, type IsoDate, membershipOf, type Slug, type Snapshot, type Stage } from "../snapshots/index.ts";
import { monthOf, tellApart } from "./dates.ts";
import { capital, count, list, shortList, spelled, withinSentence } from "./grammar.ts";
import type { Names } from "./names.ts";
import { stageRank, stageWord } from "./vocabulary.ts";

export interface Headline {
  readonly title: string;
  /** Sentences, the weightiest first. */
  readonly sentences: readonly string[];
}

/** A side of a comparison; where its snapshots are given, the parties that they list are compared, too. */
interface Meeting {
  readonly held: IsoDate;
  readonly snapshots?: readonly Snapshot[];
}

interface Told {
  readonly before: Meeting;
  readonly after: Meeting;
  readonly comparison: Comparison;
}

export function headline({ before, after, comparison }: Told, names: Names): Headline {
  const [was, is] = tellApart(before.held, after.held);
  const tell = teller(names);
  const sentences = [tell.moves(comparison.changes), parties(before, after, names), balance(comparison.changes, before.held), tell.details(comparison.changes), tell.priorities(comparison)];
  return { title: `What changed between ${was} and ${is}`, sentences: sentences.filter((sentence) => sentence !== null) };
}

interface Teller {
  moves(changes: readonly Change[]): string | null;
  details(changes: readonly Change[]): string | null;
  priorities(comparison: Comparison): string | null;
}

function teller(names: Names): Teller {
  const within = (slug: Slug): string => withinSentence(names.shortTopic(slug));
  const topics = (changes: readonly Change[]): string => topicList([...new Set(changes.map(({ topic }) => within(topic)))]);
  return {
    moves: (changes) => moves(changes, topics),
    details: (changes) => details(changes, topics),
    priorities: ({ priorities }) => {
      const first = priorities.find(({ after }) => after?.rank === 1);
      const former = priorities.find(({ before }) => before?.rank === 1);
      if (first === undefined || former === undefined) return null;
      const entered = priorities.filter(({ course, after }) => course === "entered" && (after?.rank ?? 99) <= 5).map(({ topic }) => within(topic));
      const left = priorities.filter(({ course, before }) => course === "left" && (before?.rank ?? 99) <= 5).map(({ topic }) => within(topic));
      const lead = first.topic === former.topic ? `${capital(within(first.topic))} keeps the most room` : `${capital(within(first.topic))} now takes the most room, before it was ${within(former.topic)}`;
      const rest = [entered.length > 0 ? `${shortList(entered, 3)} ${entered.length === 1 ? "is" : "are"} new among the leading topics` : null, left.length > 0 ? `${shortList(left, 3)} ${left.length === 1 ? "is" : "are"} no longer mentioned` : null].filter((part) => part !== null);
      return `${[lead, ...(rest.length === 0 ? [] : [rest.join(", and ")])].join("; ")}.`;
    },
  };
}

/** `space; peace and security; 4 more topics`: names of topics have commas and "and" of their own. */
function topicList(topics: readonly string[]): string {
  return (topics.length <= NAMED + 1 ? topics : [...topics.slice(0, NAMED), `${topics.length - NAMED} more topics`]).join("; ");
}

/** So many topics are named, the rest counted. */
const NAMED = 3;

/** What was delivered, what came further, what became less firm. */
function moves(changes: readonly Change[], topics: (changes: readonly Change[]) => string): string | null {
  const sure = changes.filter(({ match }) => match === null || match.certainty !== "possible");
  const delivered = sure.filter(({ kind, stage }) => kind === "advanced" && stage.after === "delivered");
  const further = sure.filter(({ kind, stage }) => kind === "advanced" && stage.after !== "delivered");
  const receded = sure.filter(({ kind }) => kind === "receded");
  const parts = [
    toldOf(delivered, delivered.length === 1 ? "is now reported as delivered" : "are now reported as delivered", topics),
    toldOf(further, came(further), topics),
    toldOf(receded, fell(receded), topics),
  ].filter((part) => part !== null);
  // Where nothing is carried on, the balance says so.
  if (parts.length === 0) return sure.every(({ match }) => match === null) ? null : "Nothing that is carried on came further or became less firm.";
  return `${capital(parts.length === 1 ? (parts[0] ?? "") : list(parts))}.`;
}

/** `one commitment on space advanced`, or `two commitments advanced (space; peace and security)`. */
function toldOf(changes: readonly Change[], verb: string, topics: (changes: readonly Change[]) => string): string | null {
  if (changes.length === 0) return null;
  return changes.length === 1 ? `${commitments(1)} on ${topics(changes)} ${verb}` : `${commitments(changes.length)} ${verb} (${topics(changes)})`;
}

function commitments(amount: number): string {
  return `${spelled(amount)} ${amount === 1 ? "commitment" : "commitments"}`;
}

/** `advanced from explored to under way`, where there is one way to tell. */
function came(changes: readonly Change[]): string {
  const only = changes.length === 1 ? changes[0]?.stage : undefined;
  if (only?.before === "delivered" && only.after) return `went a step further, to what is ${stageWord(only.after)}`;
  return only?.before && only.after && only.before !== only.after ? `advanced from ${stageWord(only.before)} to ${stageWord(only.after)}` : "advanced";
}

function fell(changes: readonly Change[]): string {
  const stages = changes.flatMap(({ stage }): readonly Stage[] => (stage.after === null ? [] : [stage.after]));
  const only = changes.length === 1 ? changes[0]?.stage : undefined;
  if (only?.before && only.after) return `receded from ${stageWord(only.before)} to ${stageWord(only.after)}`;
  const highest = stages.reduce<Stage | null>((far, stage) => (far === null || stageRank(stage) > stageRank(far) ? stage : far), null);
  return highest === null || stages.some((stage) => stage !== highest) ? "receded" : `receded to ${stageWord(highest)}`;
}

/** How many of the commitments before are carried on, and how many are new. */
function balance(changes: readonly Change[], before: string): string | null {
  // As many as the meeting's own page counts: a change may hold several.
  const commitmentsOf = (some: readonly Change[]): number => new Set(some.flatMap((change) => change.before)).size;
  const gone = changes.filter(({ kind }) => kind === "silent");
  const carried = commitmentsOf(changes.filter(({ kind }) => kind !== "silent"));
  const [silent, added] = [commitmentsOf(gone), changes.filter(({ kind }) => kind === "new").length];
  const old = carried + silent;
  if (old === 0 && added === 0) return "No commitments were read in either meeting’s documents.";
  if (old === 0) return `No commitments were read in the documents of ${monthOf(before)}; ${added === 1 ? "the one" : `all ${spelled(added)}`} now ${added === 1 ? "is" : "are"} new.`;
  const kept = silent === 0 ? `${old === 1 ? "It is" : "all are"} carried on` : carried === 0 ? `${old === 1 ? "it is" : "none is"} ${old === 1 ? "not mentioned again" : "mentioned again"}` : `${spelled(carried)} ${carried === 1 ? "is" : "are"} carried on and the ${silent === 1 ? "other is" : `others${silent === gone.length ? "" : `, ${spelled(silent)} in ${count(gone.length, "change")},`} are`} not mentioned again`;
  const fresh = added === 0 ? "nothing is new" : `${spelled(added)} ${added === 1 ? "is" : "are"} new`;
  return `Of ${count(old, "commitment")} in ${monthOf(before)}, ${withinSentence(kept)}; ${fresh}.`;
}

/** Who is named as a party and was not, and who was and is not; that somebody left no list says. */
function parties(before: Meeting, after: Meeting, names: Names): string | null {
  const membership = membershipOf({ snapshots: before.snapshots ?? [] }, { snapshots: after.snapshots ?? [] });
  if (membership === null) return null;
  const named = (codes: readonly string[]): string => list(codes.map((code) => names.party(code)).sort());
  const { joined, unnamed } = membership;
  const parts = [
    joined.length === 0 ? null : `${named(joined)} ${joined.length === 1 ? "is named as a party and was" : "are named as parties and were"} not in ${monthOf(before.held)}`,
    unnamed.length === 0 ? null : `${named(unnamed)} ${unnamed.length === 1 ? "is" : "are"} not named again`,
  ].filter((part) => part !== null);
  return `${parts.join("; ")}.`;
}

/** The topic of the partnership itself: that its next meeting is a year after this one is no deadline that moved later. */
const ITSELF = "governance";

/** Deadlines and amounts that moved, and deadlines that were met late. */
function details(changes: readonly Change[], topics: (changes: readonly Change[]) => string): string | null {
  const moved = (type: "deadline" | "amount", direction: "later" | "earlier" | "late" | "more" | "less"): string | null => {
    const isDue = (topic: Slug): boolean => type === "deadline" && direction === "later" && topic === ITSELF;
    const found = changes.filter(({ details: all, topic }) => !isDue(topic) && all.some((detail) => detail.type === type && detail.direction === direction));
    if (found.length === 0) return null;
    const verb = { later: "moved later", earlier: "moved earlier", late: "was met late", more: "was raised", less: "was lowered" }[direction].replace("was", found.length === 1 ? "was" : "were");
    return `${spelled(found.length)} ${type}${found.length === 1 ? "" : "s"} ${verb} (${topics(found)})`;
  };
  const parts = [moved("deadline", "later"), moved("deadline", "earlier"), moved("deadline", "late"), moved("amount", "more"), moved("amount", "less")].filter((part) => part !== null);
  return parts.length === 0 ? null : `${capital(list(parts))}.`;
}
