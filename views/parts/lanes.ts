/**
 * The timeline: a lane for each partnership, a bar for each meeting. Above the line stands what its documents say, in
 * parts by kind of change; below it what they no longer mention. Meetings that would collide share one bar, which leads
 * to a timeline of their days alone.
 */
import type { MeetingSummary, TimelineMilestone } from "../../server/archive/types.ts";
import type { ChangeKind } from "../../snapshots/index.ts";
import { documentHref, partnershipHref } from "../addresses.ts";
import { dayNumber, longDate } from "../dates.ts";
import { clip, count, digits } from "../grammar.ts";
import { type Axis, place, type Tick, timeAxis } from "./axis.ts";
import { type MarkModel, markModel } from "./lane-marks.ts";
import { type Amounts, amounts, type Room, roomFor, scaleOf, tallest } from "./lane-scale.ts";

export interface DiamondModel {
  readonly x: string;
  /** Of milestones of which no more than the year is known: it stands in the middle of that year. */
  readonly vague: boolean;
  readonly href: string;
  readonly label: string;
}

export interface LaneModel {
  readonly name: string;
  readonly href: string;
  readonly note: string;
  readonly height: number;
  /** Where the line is, from the top. */
  readonly line: number;
  readonly marks: readonly MarkModel[];
  readonly diamonds: readonly DiamondModel[];
  /** How far down a mark can be pressed: not where milestones are. */
  readonly reach: number;
  /** Where milestones stand: below what is drawn of the meetings. */
  readonly foot: number;
}

export interface LanesModel {
  readonly ticks: readonly Tick[];
  readonly lanes: readonly LaneModel[];
}

export interface LaneInput {
  readonly slug: string;
  readonly name: string;
  readonly meetings: readonly MeetingSummary[];
  readonly milestones: readonly TimelineMilestone[];
}

interface LanesOptions {
  readonly since: string | null;
  readonly until: string | null;
  /** Draws what changed in this way alone; null for all that was said. */
  readonly kind?: ChangeKind | null;
}

/** Bars closer than this, in per cent of the width, become one: 24 pixels of the narrowest drawing, which is what a finger needs. */
const APART = 3;
/** So far up and down a diamond can be pressed. */
const DIAMOND = 10;

export function lanesModel(inputs: readonly LaneInput[], { since, until, kind = null }: LanesOptions): LanesModel {
  // Milestones of long ago must not press the meetings together: those beyond the meetings are in the list only.
  const held = inputs.flatMap(({ meetings }) => meetings.map((one) => one.held));
  const axis = timeAxis(held.length > 0 ? held : inputs.flatMap(({ milestones }) => milestones.map((one) => one.date)), { since, until });
  const room = roomFor(inputs.length);
  return { ticks: axis.ticks, lanes: inputs.map((input) => laneModel(input, { axis, room, kind })) };
}

/** Meetings that would overlap, together; in order of time. */
function collide(meetings: readonly MeetingSummary[], axis: Axis): readonly (readonly MeetingSummary[])[] {
  return neighbours(meetings.toSorted((a, b) => (a.held < b.held ? -1 : 1)), (one) => axis.at(one.held));
}

/** What stands closer than marks may, in groups. */
function neighbours<One>(sorted: readonly One[], at: (one: One) => number): readonly (readonly One[])[] {
  const groups: One[][] = [];
  for (const one of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && at(one) - at(first) < APART) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

interface LaneContext {
  readonly axis: Axis;
  readonly room: Room;
  readonly kind: ChangeKind | null;
}

function laneModel(input: LaneInput, { axis, room, kind }: LaneContext): LaneModel {
  const groups = collide(input.meetings, axis);
  const all = groups.map((group) => amounts(group, kind));
  const scale = scaleOf(all, room);
  const peak = tallest(all);
  const above = all.reduce((most, one) => Math.max(most, scale(one.first) + one.stack.reduce((sum, [, amount]) => sum + scale(amount), 0)), 0);
  const below = all.reduce((most, one) => Math.max(most, scale(one.silent)), 0);
  const line = Math.ceil(above) + (groups.some((group) => group.length > 1) ? 18 : 8);
  const diamonds = diamondsOf(input, axis);
  const foot = line + Math.max(10, Math.ceil(below) + 12);
  return {
    name: input.name,
    href: partnershipHref(input.slug),
    note: [count(input.meetings.length, "meeting"), ...(peak === 0 ? [] : [`tallest bar ${digits(peak)}`])].join("; "),
    height: diamonds.length === 0 ? foot : foot + 12,
    reach: diamonds.length === 0 ? foot : foot - DIAMOND,
    line,
    foot,
    marks: groups.map((group, at) => markModel(group, { axis, scale, line, counted: all[at] ?? NOTHING })),
    diamonds,
  };
}

const NOTHING: Amounts = { first: 0, stack: [], silent: 0 };

/** Milestones within the axis; those that would collide share a diamond, which tells the first. */
function diamondsOf({ slug, milestones }: LaneInput, axis: Axis): readonly DiamondModel[] {
  const inside = milestones.filter(({ date }) => dayNumber(date) >= axis.first && dayNumber(date) <= axis.last).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return neighbours(inside, (one) => axis.at(one.date)).flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const told = `${longDate(first.date)}: ${clip(first.plain.replace(/\s+/g, " "), 120)}`;
    const vague = group.every(({ date }) => date.length === 4);
    if (group.length === 1) return [{ x: place(axis.at(first.date)), vague, href: `${documentHref(first.sha256)}#m-${first.start}-${first.end}`, label: `Milestone, ${told}` }];
    return [{ x: place((axis.at(first.date) + axis.at(last.date)) / 2), vague, href: `${partnershipHref(slug)}#milestones`, label: `${group.length} milestones to ${longDate(last.date)}, the first ${told}` }];
  });
}
