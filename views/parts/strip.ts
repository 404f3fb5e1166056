/**
 * The meetings of one partnership on a line, the two that are compared joined by an arc.
 */
import type { MeetingPoint } from "../../server/archive/types.ts";
import { meetingHref } from "../addresses.ts";
import { shortDate } from "../dates.ts";
import { count } from "../grammar.ts";
import { place, type Tick, timeAxis } from "./axis.ts";

export interface StripMark {
  readonly x: string;
  readonly radius: number;
  readonly href: string;
  readonly label: string;
  readonly date: string;
  readonly chosen: boolean;
  /** How the date is set against the mark. */
  readonly anchor: "start" | "middle" | "end";
  /** Where the date stands, from the top: above the line, below it, or lower still where both below would run into each other; null where there is no room for it. */
  readonly y: number | null;
}

export interface StripModel {
  readonly ticks: readonly Tick[];
  readonly marks: readonly StripMark[];
  /** From the mark before to the mark after. */
  readonly arc: { readonly x: string; readonly width: string } | null;
}

/** Dates closer than this, in per cent of the width, would run into each other; a date at an edge reaches a whole width inward. */
const ROOM = 14;
const isEdge = (at: number): boolean => at < ROOM / 2 || at > 100 - ROOM / 2;
const collide = (one: number, other: number): boolean => Math.abs(one - other) < (isEdge(one) || isEdge(other) ? 1.5 : 1) * ROOM;
/** Rows of dates, from the top. */
const [ABOVE, BELOW, LOWER] = [22, 98, 114];

export function stripModel(meetings: readonly MeetingPoint[], chosen: readonly [string, string]): StripModel {
  const axis = timeAxis(meetings.map((one) => one.held), { since: null, until: null });
  const sorted = meetings.toSorted((a, b) => (a.held < b.held ? -1 : 1));
  const most = sorted.reduce((max, one) => Math.max(max, one.commitments), 1);
  const [before, after] = [axis.at(chosen[0]), axis.at(chosen[1])];
  const taken: number[] = [];
  const marks = sorted.map((meeting): StripMark => {
    const at = axis.at(meeting.held);
    const isChosen = meeting.held === chosen[0] || meeting.held === chosen[1];
    const free = !isChosen && taken.every((other) => !collide(other, at));
    if (free) taken.push(at);
    return {
      x: place(at),
      radius: Math.round((4.5 + 7 * Math.sqrt(meeting.commitments / most)) * 10) / 10,
      href: meetingHref(meeting.partnership, meeting.held),
      label: `${shortDate(meeting.held)}: ${count(meeting.commitments, "commitment")}${meeting.held === chosen[0] ? ", the meeting before" : meeting.held === chosen[1] ? ", the meeting after" : ""}`,
      date: shortDate(meeting.held),
      chosen: isChosen,
      anchor: at < ROOM / 2 ? "start" : at > 100 - ROOM / 2 ? "end" : "middle",
      y: !isChosen ? (free ? ABOVE : null) : meeting.held === chosen[1] && collide(before, after) ? LOWER : BELOW,
    };
  });
  return { ticks: axis.ticks, marks, arc: after > before ? { x: place(before), width: place(after - before) } : null };
}
