/**
 * What changed between two meetings of a partnership: commitments that are the same undertaking are linked, each link is
 * judged, and what has no counterpart is new or silent. Silence is not withdrawal.
 */
import { wordsOf } from "../language/words.ts";
import { CHANGE_KINDS, type Change, type ChangeKind, type Commitment, type Comparison, type Figures, type Knowledge, type Match, type Side, type Slug } from "../types.ts";
import { acronymsFor } from "./acronyms.ts";
import { align } from "./align.ts";
import { dampingFor, partyStems } from "./damping.ts";
import { detailChanges } from "./detail-changes.ts";
import { forceChange, judge, stageOf } from "./kinds.ts";
import { type Profile, profilesOf } from "./profile.ts";
import { reasonsFor } from "./reasons.ts";
import { type Rulings, rulingsOn } from "./ruling.ts";
import { priorityShifts } from "./shifts.ts";
import { likeness } from "./similarity.ts";
import { type Voices, voicesOf } from "./within.ts";
import { sameWords, type WordingMeans } from "./wording.ts";

/** The balanced reading: what counts as linked by default. */
const THRESHOLDS = { pair: 0.2, join: 0.25 } as const;
/** A link that also stands in a strict reading. */
const SURE = 0.6;
/** A link below this stands in the balanced reading only because nothing else is nearer. */
const LIKELY = 0.2;

/** One side, made ready: groups of commitments that say the same, with the profile of the first of each. */
interface Ready {
  readonly voices: readonly Voices[];
  readonly profiles: readonly Profile[];
}

interface Table {
  readonly before: Ready;
  readonly after: Ready;
  readonly likeness: readonly Float64Array[];
}

/** Compares two sides. Deterministic; the order of commitments in the documents makes no difference to what is linked. */
export function compare(before: Side, after: Side, knowledge: Knowledge): Comparison {
  const sides = [before, after];
  const acronyms = acronymsFor(sides);
  const commitments = sides.flatMap((side) => side.snapshots.flatMap((snapshot) => snapshot.commitments));
  const profiles = profilesOf(commitments, { words: knowledge.words, damping: dampingFor(sides, knowledge), acronyms });
  const byId = new Map(profiles.map((profile) => [profile.commitment, profile]));
  const profileOf = (commitment: Commitment): Profile => byId.get(commitment) ?? missing(commitment.id);
  const ready = (side: Side): Ready => {
    const voices = voicesOf(side, profileOf);
    return { voices, profiles: voices.map(([first]) => profileOf(first)) };
  };
  const table: Table = ((one: Ready, other: Ready) => ({ before: one, after: other, likeness: likeness(one.profiles, other.profiles) }))(ready(before), ready(after));
  const wording: WordingMeans = { acronyms, parties: partyStems(sides, knowledge) };
  const rulings = rulingsOn([before, after], table.before.voices, table.after.voices);
  const changes = changesOf(table, wording, rulings).map(rulings.rule);
  return { changes, priorities: priorityShifts(before, after), figures: figuresOf(changes) };
}

/** All changes: links and what is new in the order of the text after, then what is silent in the order of the text before. */
function changesOf(table: Table, wording: WordingMeans, { bonds }: Rulings): Change[] {
  const links = align(table.likeness, table.after.voices.length, { ...THRESHOLDS, bonds });
  const linkAt = new Map(links.map((link) => [link.after[0], link]));
  const linked = { before: new Set(links.flatMap((link) => link.before)), after: new Set(links.flatMap((link) => link.after)) };
  const changes: Change[] = [];
  table.after.voices.forEach((voices, column) => {
    const link = linkAt.get(column);
    if (link !== undefined) changes.push(linkedChange(link, table, wording));
    else if (!linked.after.has(column)) changes.push(loneChange("new", voices, nearestOf(table.likeness.map((row) => row[column] ?? 0), table.before)));
  });
  table.before.voices.forEach((voices, row) => {
    if (!linked.before.has(row)) changes.push(loneChange("silent", voices, nearestOf([...(table.likeness[row] ?? [])], table.after)));
  });
  return changes;
}

function linkedChange(link: { readonly before: readonly number[]; readonly after: readonly number[] }, table: Table, wording: WordingMeans): Change {
  const before = groupOf(link.before, table.before);
  const after = groupOf(link.after, table.after);
  const [was, is] = [stageOf(before), stageOf(after)];
  if (was === null || is === null) throw new Error("a link has two sides");
  // Near-identical documents of a side say the same: the words of one voice each are compared.
  const alike = sameWords(link.before.flatMap((row) => table.before.voices[row]?.[0] ?? []), link.after.flatMap((column) => table.after.voices[column]?.[0] ?? []), wording);
  const verdict = judge(was, is, { sameWords: alike });
  return {
    id: idOf(before, after),
    ...verdict,
    before: before.map((one) => one.id),
    after: after.map((one) => one.id),
    stage: { before: was, after: is },
    force: forceChange(before, after),
    topic: topicOf(after),
    details: detailChanges(before, after, is),
    match: matchOf(link, table),
    nearest: null,
  };
}

function matchOf(link: { readonly before: readonly number[]; readonly after: readonly number[] }, { before, after, likeness: table }: Table): Match {
  const score = Math.max(...link.before.flatMap((row) => link.after.map((column) => table[row]?.[column] ?? 0)));
  const others = [
    ...link.before.flatMap((row) => [...(table[row] ?? [])].map((value, column) => ({ id: after.voices[column]?.[0].id ?? "", score: link.after.includes(column) ? -1 : value }))),
    ...link.after.flatMap((column) => table.map((line, row) => ({ id: before.voices[row]?.[0].id ?? "", score: link.before.includes(row) ? -1 : (line[column] ?? 0) }))),
  ];
  const best = others.reduce<{ id: string; score: number } | null>((top, one) => (one.score >= 0 && (top === null || one.score > top.score) ? one : top), null);
  const profiles = (indices: readonly number[], ready: Ready): Profile[] => indices.flatMap((index) => ready.profiles[index] ?? []);
  return { score: rounded(score), certainty: score >= SURE ? "sure" : score >= LIKELY ? "likely" : "possible", why: reasonsFor(profiles(link.before, before), profiles(link.after, after)), runnerUp: best === null ? null : { id: best.id, score: rounded(best.score) } };
}

function loneChange(kind: "new" | "silent", voices: Voices, nearest: Change["nearest"]): Change {
  const stage = stageOf(voices);
  const ids = voices.map((one) => one.id);
  const isNew = kind === "new";
  return {
    id: idOf(isNew ? [] : voices, isNew ? voices : []),
    kind,
    reason: isNew ? "Nothing before is near enough to be the same undertaking" : "Not mentioned again; silence is not withdrawal",
    before: isNew ? [] : ids,
    after: isNew ? ids : [],
    stage: { before: isNew ? null : stage, after: isNew ? stage : null },
    force: null,
    topic: topicOf(voices),
    details: [],
    match: null,
    nearest,
  };
}

function nearestOf(scores: readonly number[], other: Ready): Change["nearest"] {
  const best = scores.reduce((top, score, index) => (score > (scores[top] ?? -1) ? index : top), 0);
  const voice = other.voices[best];
  return voice === undefined ? null : { id: voice[0].id, score: rounded(scores[best] ?? 0) };
}

function groupOf(indices: readonly number[], { voices }: Ready): Commitment[] {
  return indices.flatMap((index) => voices[index] ?? []);
}

/** The topic that most words of a group are about; with equal room, the first. */
function topicOf(group: readonly Commitment[]): Slug {
  const room = new Map<Slug, number>();
  for (const { topic, plain } of group) room.set(topic, (room.get(topic) ?? 0) + wordsOf(plain).length);
  const [first] = [...room].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) throw new Error("a change has commitments");
  return first[0];
}

const idOf = (before: readonly Commitment[], after: readonly Commitment[]): string => `${before.map((one) => one.id).join("+")}..${after.map((one) => one.id).join("+")}`;

function figuresOf(changes: readonly Change[]): Figures {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  const [fresh, advanced, reworded, restated, receded, silent] = CHANGE_KINDS.map(count);
  return { new: fresh ?? 0, advanced: advanced ?? 0, reworded: reworded ?? 0, restated: restated ?? 0, receded: receded ?? 0, silent: silent ?? 0, hardened: changes.filter(({ force }) => force === "hardened").length, softened: changes.filter(({ force }) => force === "softened").length };
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

function missing(id: string): never {
  throw new Error(`no profile for ${id}`);
}
