/**
 * The timeline: a lane for each partnership, a bar for each meeting. Above the line stands what its documents say, in
 * parts by kind of change; below it what they no longer mention. Meetings that would collide share one bar, which leads
 * to a timeline of their days alone.
 */
import type { MeetingSummary, TimelineMilestone } from "../../server/archive/types.ts";
import type { ChangeKind } from "../../snapshots/index.ts";
import { documentHref, meetingHref, partnershipHref, timelineHref } from "../addresses.ts";
import { dayNumber, longDate, shortDate } from "../dates.ts";
import { clip, count, digits } from "../grammar.ts";
import { meetingTitle } from "./meetings.ts";
import { type Axis, place, type Tick, timeAxis } from "./axis.ts";
import { figureLine } from "./figures.ts";
import { type Amounts, amounts, type Room, roomFor, type Scale, scaleOf, tallest } from "./lane-scale.ts";

export interface SegmentModel {
  /** `first` for a partnership's first meeting, which has nothing to be compared with. */
  readonly kind: ChangeKind | "first";
  readonly y: number;
  readonly height: number;
  /** Too low for a pattern to be told. */
  readonly thin: boolean;
}

export interface MarkModel {
  /** The middle of the bar. */
  readonly x: string;
  readonly href: string;
  /** The mark's story, for readers who hear it or point at it. */
  readonly label: string;
  readonly segments: readonly SegmentModel[];
  /** How many meetings it stands for, above the bar; null for one. */
  readonly merged: { readonly amount: number; readonly y: number } | null;
}

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
/** Patterns are 4 pixels high. */
const THIN = 4;
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

interface MarkContext {
  readonly axis: Axis;
  readonly scale: Scale;
  readonly line: number;
  readonly counted: Amounts;
}

function markModel(group: readonly MeetingSummary[], { axis, scale, line, counted: { first, stack, silent } }: MarkContext): MarkModel {
  const at = group.reduce((sum, meeting) => sum + axis.at(meeting.held), 0) / Math.max(1, group.length);
  const part = (kind: SegmentModel["kind"], y: number, height: number): SegmentModel => ({ kind, y: Math.round(y * 10) / 10, height, thin: height < THIN });
  let top = line - 1;
  const rising = [["first", first] as const, ...stack].flatMap(([kind, amount]): SegmentModel[] => {
    if (amount === 0) return [];
    top -= scale(amount);
    return [part(kind, top, scale(amount))];
  });
  const falling = silent === 0 ? [] : [part("silent", line + 2, scale(silent))];
  return {
    x: place(at),
    href: markHref(group),
    label: markLabel(group),
    segments: rising.length + falling.length === 0 ? [part("first", line - 2.5, 1.5)] : [...rising, ...falling],
    merged: group.length === 1 ? null : { amount: group.length, y: Math.round(top - 4) },
  };
}

function markHref(group: readonly MeetingSummary[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return timelineHref();
  return group.length === 1 ? meetingHref(first.partnership, first.held) : timelineHref({ partnership: first.partnership, since: first.held, until: last.held });
}

function markLabel(group: readonly MeetingSummary[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return "";
  const promised = count(group.reduce((sum, one) => sum + one.commitments, 0), "commitment");
  if (group.length > 1) return `${first.partnershipName}: ${group.length} meetings from ${shortDate(first.held)} to ${shortDate(last.held)}, ${promised}`;
  const changed = first.since === null ? "the first on record" : `since ${shortDate(first.since.before)}: ${figureLine(first.since.figures).words}`;
  return `${first.partnershipName}, ${longDate(first.held)}, ${meetingTitle(first)}: ${promised}; ${changed}`;
}
