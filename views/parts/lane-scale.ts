/**
 * What the bars of a lane count, and how tall they are. The scale is the same above the line and below it, and each lane
 * has its own: a statement of ten undertakings would be a scratch beside one of eight hundred.
 */
import type { MeetingSummary } from "../../server/archive/types.ts";
import type { ChangeKind } from "../../snapshots/index.ts";

/** What one bar counts. */
export interface Amounts {
  /** All that a partnership's first meeting says, which has nothing to be compared with. */
  readonly first: number;
  /** From the line up. */
  readonly stack: readonly (readonly [ChangeKind, number])[];
  /** Below the line. */
  readonly silent: number;
}

/** How many pixels an amount takes. */
export type Scale = (amount: number) => number;

/** What a lane may take, in pixels above and below its line. */
export interface Room {
  readonly above: number;
  readonly below: number;
}
const ALONE: Room = { above: 64, below: 44 };
const AMONG: Room = { above: 48, below: 32 };

/** The room of each of so many lanes. */
export function roomFor(lanes: number): Room {
  return lanes === 1 ? ALONE : AMONG;
}

/** From the line up: what stayed, what moved, what came. */
const STACK: readonly ChangeKind[] = ["restated", "reworded", "receded", "advanced", "new"];
/** No undertaking is taller than this. */
const UNIT = 4;

/** What the meetings of one bar count; of one kind alone, where it is asked for. */
export function amounts(meetings: readonly MeetingSummary[], kind: ChangeKind | null): Amounts {
  const of = (one: ChangeKind): number => (kind === null || kind === one ? meetings.reduce((sum, { since }) => sum + (since?.figures[one] ?? 0), 0) : 0);
  const first = kind === null ? meetings.reduce((sum, { since, commitments }) => sum + (since === null ? commitments : 0), 0) : 0;
  return { first, stack: STACK.map((one) => [one, of(one)] as const), silent: of("silent") };
}

/** The scale on which all bars of a lane fit its room. */
export function scaleOf(all: readonly Amounts[], room: Room): Scale {
  // What counts nothing is not drawn, and asks for no room.
  const unit = Math.min(room.above / Math.max(1, mostAbove(all)), room.below / Math.max(1, mostBelow(all)), UNIT);
  return (amount) => (amount === 0 ? 0 : Math.max(1.5, Math.round(amount * unit * 10) / 10));
}

/** The most that any bar counts, on either side of the line. */
export function tallest(all: readonly Amounts[]): number {
  return Math.max(mostAbove(all), mostBelow(all));
}

function mostAbove(all: readonly Amounts[]): number {
  return all.reduce((most, { first, stack }) => Math.max(most, first + stack.reduce((sum, [, amount]) => sum + amount, 0)), 0);
}

function mostBelow(all: readonly Amounts[]): number {
  return all.reduce((most, { silent }) => Math.max(most, silent), 0);
}
