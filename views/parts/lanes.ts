/**
 * The timeline: a lane for each partnership, a bar for each meeting. Above the line stands what its documents say, in
 * parts by kind of change; below it what they no longer mention. Meetings that would collide share one bar, which leads
 * to a timeline of their days alone.
 */
import type { MeetingSummary, TimelineMilestone } from "../../server/archive/types.ts";
import type { ChangeKind } from "../../snapshots/index.ts";
import { documentHref, meetingHref, partnershipHref, timelineHref } from "../addresses.ts";
import { dayNumber, longDate, shortDate } from "../dates.ts";
import { clip, count } from "../grammar.ts";
import { meetingTitle } from "./meetings.ts";
import { type Axis, place, type Tick, timeAxis } from "./axis.ts";
import { figureLine } from "./figures.ts";

export interface SegmentModel {
  /** `first` for a partnership's first meeting, which has nothing to be compared with. */
  readonly kind: ChangeKind | "first";
  readonly y: number;
  readonly height: number;
}

export interface MarkModel {
  readonly x: string;
  readonly width: string;
  readonly href: string;
  /** The mark's story, for readers who hear it or point at it. */
  readonly label: string;
  readonly segments: readonly SegmentModel[];
  /** How many meetings it stands for, above the bar; null for one. */
  readonly merged: { readonly amount: number; readonly x: string; readonly y: number } | null;
}

export interface DiamondModel {
  readonly x: string;
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
}

/** Bars closer than this, in per cent of the width, become one. */
const APART = 1.5;
const BAR = 1.25;
/** From the line up: what stayed, what moved, what came. */
const STACK: readonly ChangeKind[] = ["restated", "reworded", "receded", "advanced", "new"];
const TALLEST = 64;
const DEEPEST = 44;

export function lanesModel(inputs: readonly LaneInput[], { since, until }: LanesOptions): LanesModel {
  // Milestones of long ago must not press the meetings together: those beyond the meetings are in the list only.
  const held = inputs.flatMap(({ meetings }) => meetings.map((one) => one.held));
  const axis = timeAxis(held.length > 0 ? held : inputs.flatMap(({ milestones }) => milestones.map((one) => one.date)), { since, until });
  const groups = inputs.map(({ meetings }) => collide(meetings, axis));
  const scale = scaleOf(groups.flat().map(amounts));
  return { ticks: axis.ticks, lanes: inputs.map((input, at) => laneModel(input, { axis, groups: groups[at] ?? [], scale })) };
}

interface Amounts {
  readonly first: number;
  readonly stack: readonly (readonly [ChangeKind, number])[];
  readonly silent: number;
}

type Scale = (amount: number) => number;

/** One scale for all lanes, so that bars can be compared across them. */
function scaleOf(all: readonly Amounts[]): Scale {
  const above = all.reduce((most, one) => Math.max(most, one.first + total(one.stack)), 1);
  const below = all.reduce((most, one) => Math.max(most, one.silent), 1);
  const unit = Math.min(TALLEST / above, DEEPEST / below, 4);
  return (amount) => (amount === 0 ? 0 : Math.max(1.5, Math.round(amount * unit * 10) / 10));
}

function total(stack: Amounts["stack"]): number {
  return stack.reduce((sum, [, amount]) => sum + amount, 0);
}

function amounts(meetings: readonly MeetingSummary[]): Amounts {
  const of = (kind: ChangeKind): number => meetings.reduce((sum, { since }) => sum + (since?.figures[kind] ?? 0), 0);
  const first = meetings.reduce((sum, { since, commitments }) => sum + (since === null ? commitments : 0), 0);
  return { first, stack: STACK.map((kind) => [kind, of(kind)] as const), silent: of("silent") };
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
  readonly groups: readonly (readonly MeetingSummary[])[];
  readonly scale: Scale;
}

function laneModel(input: LaneInput, { axis, groups, scale }: LaneContext): LaneModel {
  const all = groups.map(amounts);
  const above = all.reduce((most, one) => Math.max(most, scale(one.first) + one.stack.reduce((sum, [, amount]) => sum + scale(amount), 0)), 0);
  const below = all.reduce((most, one) => Math.max(most, scale(one.silent)), 0);
  const line = Math.ceil(above) + (groups.some((group) => group.length > 1) ? 18 : 8);
  const diamonds = diamondsOf(input, axis);
  const foot = line + Math.max(10, Math.ceil(below) + 10);
  return {
    name: input.name,
    href: partnershipHref(input.slug),
    note: count(input.meetings.length, "meeting"),
    height: diamonds.length === 0 ? foot : foot + 9,
    line,
    foot,
    marks: groups.map((group) => markModel(group, { axis, scale, line })),
    diamonds,
  };
}

/** Milestones within the axis; those that would collide share a diamond, which tells the first. */
function diamondsOf({ slug, milestones }: LaneInput, axis: Axis): readonly DiamondModel[] {
  const inside = milestones.filter(({ date }) => dayNumber(date) >= axis.first && dayNumber(date) <= axis.last).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return neighbours(inside, (one) => axis.at(one.date)).flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const told = `${longDate(first.date)}: ${clip(first.quote.replace(/\s+/g, " "), 120)}`;
    if (group.length === 1) return [{ x: place(axis.at(first.date)), href: `${documentHref(first.sha256)}#m-${first.start}-${first.end}`, label: `Milestone, ${told}` }];
    return [{ x: place((axis.at(first.date) + axis.at(last.date)) / 2), href: `${partnershipHref(slug)}#milestones`, label: `${group.length} milestones to ${longDate(last.date)}, the first ${told}` }];
  });
}

function markModel(group: readonly MeetingSummary[], { axis, scale, line }: { readonly axis: Axis; readonly scale: Scale; readonly line: number }): MarkModel {
  const at = group.reduce((sum, meeting) => sum + axis.at(meeting.held), 0) / Math.max(1, group.length);
  const { first, stack, silent } = amounts(group);
  let top = line - 1;
  const rising = [["first", first] as const, ...stack].flatMap(([kind, amount]): SegmentModel[] => {
    if (amount === 0) return [];
    top -= scale(amount);
    return [{ kind, y: Math.round(top * 10) / 10, height: scale(amount) }];
  });
  const falling: readonly SegmentModel[] = silent === 0 ? [] : [{ kind: "silent", y: line + 2, height: scale(silent) }];
  return {
    x: place(at - BAR / 2),
    width: place(BAR),
    href: markHref(group),
    label: markLabel(group),
    segments: rising.length + falling.length === 0 ? [{ kind: "first", y: line - 2.5, height: 1.5 }] : [...rising, ...falling],
    merged: group.length === 1 ? null : { amount: group.length, x: place(at), y: Math.round(top - 4) },
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
