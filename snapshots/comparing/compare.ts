/**
 * What changed between two meetings of a partnership: commitments that are the same undertaking are linked, each link is
 * judged, and what has no counterpart is new or silent. Silence is not withdrawal.
 */
import type { Change, Commitment, Comparison, Knowledge, Match, Side } from "../types.ts";
import { align, type Link } from "./align.ts";
import { certaintyOf, THRESHOLDS } from "./certainty.ts";
import { figuresOf, linkedChange, loneChange } from "./changes.ts";
import { raiseIdentical } from "./identical.ts";
import type { Profile } from "./profile.ts";
import { reasonsFor } from "./reasons.ts";
import { type Rulings, rulingsOn } from "./ruling.ts";
import { priorityShifts } from "./shifts.ts";
import { type Ready, type ReadySides, readySides } from "./sides.ts";
import { likeness } from "./similarity.ts";
import { sameWords } from "./wording.ts";

interface Table extends ReadySides {
  readonly likeness: readonly Float64Array[];
}

/** Two that are less likely the same than this have nothing to do with each other: neither is told as the other's nearest. */
const LEAST = 0.02;

/** Compares two sides. Deterministic. */
export function compare(before: Side, after: Side, knowledge: Knowledge): Comparison {
  const sides = readySides(before, after, knowledge);
  const table: Table = { ...sides, likeness: raiseIdentical(likeness(sides.before.profiles, sides.after.profiles, { least: LEAST }), sides) };
  const rulings = rulingsOn([before, after], table.before.voices, table.after.voices);
  const changes = changesOf(table, rulings).map(rulings.rule);
  return { changes, priorities: priorityShifts(before, after), figures: figuresOf(changes) };
}

/** All changes: links and what is new in the order of the text after, then what is silent in the order of the text before. */
function changesOf(table: Table, { bonds }: Rulings): Change[] {
  const links = align(table.likeness, table.after.voices.length, { ...THRESHOLDS, bonds });
  const linkAt = new Map(links.map((link) => [link.after[0], link]));
  const linked = { before: new Set(links.flatMap((link) => link.before)), after: new Set(links.flatMap((link) => link.after)) };
  const changes: Change[] = [];
  table.after.voices.forEach((voices, column) => {
    const link = linkAt.get(column);
    if (link !== undefined) changes.push(changeOfLink(link, table));
    else if (!linked.after.has(column)) changes.push(loneChange("new", voices, bestOf(columnOf(table.likeness, column), { apartFrom: [], voices: table.before.voices })));
  });
  table.before.voices.forEach((voices, row) => {
    if (!linked.before.has(row)) changes.push(loneChange("silent", voices, bestOf(table.likeness[row] ?? new Float64Array(), { apartFrom: [], voices: table.after.voices })));
  });
  return changes;
}

function changeOfLink(link: Link, table: Table): Change {
  // Near-identical documents of a side say the same: the words of one voice each are compared.
  const alike = sameWords(firstVoices(link.before, table.before), firstVoices(link.after, table.after), table.wording);
  return linkedChange(groupOf(link.before, table.before), groupOf(link.after, table.after), { match: matchOf(link, table), alike });
}

function matchOf(link: Link, { before, after, likeness: table }: Table): Match {
  const score = Math.max(...link.before.flatMap((row) => link.after.map((column) => table[row]?.[column] ?? 0)));
  const beside = [
    ...link.before.map((row) => bestOf(table[row] ?? new Float64Array(), { apartFrom: link.after, voices: after.voices })),
    ...link.after.map((column) => bestOf(columnOf(table, column), { apartFrom: link.before, voices: before.voices })),
  ];
  const runnerUp = beside.reduce((top, one) => (one !== null && (top === null || one.score > top.score) ? one : top), null);
  const profiles = (indices: readonly number[], ready: Ready): Profile[] => indices.flatMap((index) => ready.profiles[index] ?? []);
  return { score: rounded(score), certainty: certaintyOf(score), why: reasonsFor(profiles(link.before, before), profiles(link.after, after)), runnerUp };
}

/** The first of the best scores, and whose it is; null where all are far. */
function bestOf(scores: Float64Array, { apartFrom, voices }: { readonly apartFrom: readonly number[]; readonly voices: Ready["voices"] }): { readonly id: string; readonly score: number } | null {
  let best = -1;
  for (let at = 0; at < scores.length; at++) if ((best < 0 || (scores[at] ?? 0) > (scores[best] ?? 0)) && !apartFrom.includes(at)) best = at;
  const [voice, score] = [voices[best], scores[best] ?? 0];
  return voice === undefined || score === 0 ? null : { id: voice[0].id, score: rounded(score) };
}

const columnOf = (table: readonly Float64Array[], column: number): Float64Array => {
  const values = new Float64Array(table.length);
  table.forEach((row, at) => {
    values[at] = row[column] ?? 0;
  });
  return values;
};
const groupOf = (indices: readonly number[], { voices }: Ready): Commitment[] => indices.flatMap((index) => voices[index] ?? []);
const firstVoices = (indices: readonly number[], { voices }: Ready): Commitment[] => indices.flatMap((index) => voices[index]?.[0] ?? []);
const rounded = (score: number): number => Math.round(score * 1000) / 1000;
