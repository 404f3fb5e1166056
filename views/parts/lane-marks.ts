/**
 * A mark of a lane: the bar of a meeting, or of several that would collide, with its parts, its story and where it leads.
 */
import type { MeetingSummary } from "../../server/archive/types.ts";
import type { ChangeKind } from "../../snapshots/index.ts";
import { meetingHref, timelineHref } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import { count } from "../grammar.ts";
import { type Axis, place } from "./axis.ts";
import { figureLine } from "./figures.ts";
import type { Amounts, Scale } from "./lane-scale.ts";
import { meetingTitle } from "./meetings.ts";

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

/** Patterns are 4 pixels high. */
const THIN = 4;

interface MarkContext {
  readonly axis: Axis;
  readonly scale: Scale;
  readonly line: number;
  readonly counted: Amounts;
}

/** The mark of the meetings that share one place. */
export function markModel(group: readonly MeetingSummary[], { axis, scale, line, counted: { first, stack, silent } }: MarkContext): MarkModel {
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
