/**
 * A thread as a path over the six stages, meeting by meeting. Each step goes from the stage before to the stage after of its own change:
 * where undertakings part or join, it begins elsewhere than the step before ended, and both ends are drawn.
 */
import type { ThreadOutline } from "../../server/archive/types.ts";
import { type ChangeKind, type Stage, STAGES } from "../../snapshots/index.ts";
import { longDate, shortMonthOf } from "../dates.ts";
import { list } from "../grammar.ts";
import { stageRank, stageWord } from "../vocabulary.ts";
import { place } from "./axis.ts";

export interface PathPoint {
  readonly x: string;
  readonly y: number;
  /** Null where the meeting did not mention it. */
  readonly stage: string | null;
  readonly kind: ChangeKind | "first";
  /** Null where there is no room for it. */
  readonly date: string | null;
  /** At the ends of the line a date leans inwards. */
  readonly anchor: "start" | "middle" | "end";
}

export interface PathModel {
  readonly height: number;
  readonly rungs: readonly { readonly y: number; readonly word: string }[];
  readonly points: readonly PathPoint[];
  /** Where a step begins elsewhere than the step before ended. */
  readonly turns: readonly { readonly x: string; readonly y: number; readonly kind: ChangeKind | "first" }[];
  readonly lines: readonly { readonly x1: string; readonly y1: number; readonly x2: string; readonly y2: number; readonly silent: boolean; readonly kind: ChangeKind | "first" }[];
  /** The whole story, for readers who hear it. */
  readonly spoken: string;
}

interface PathSize {
  /** Pixels between two stages. */
  readonly rung: number;
}

export const SMALL: PathSize = { rung: 12 };
export const LARGE: PathSize = { rung: 22 };

/** A long thread shows its latest stops. */
const STOPS = 40;
/** More stops than this are named by their years. */
const MONTHS = 4;
/** Dates closer than this, in per cent of the width, would run into each other on a small screen. */
const ROOM = { years: 12, months: 24 };

type Stop = ThreadOutline["stops"][number];

export function pathModel({ stops }: Pick<ThreadOutline, "stops">, { rung }: PathSize): PathModel {
  const shown = stops.slice(-STOPS);
  const y = (stage: Stage | null): number => (stage === null ? 8 + (STAGES.length - 0.25) * rung : 8 + (STAGES.length - 1 - stageRank(stage)) * rung);
  const at = (index: number): number => (shown.length === 1 ? 50 : 6 + (index / (shown.length - 1)) * 88);
  const dates = datesOf(shown, at);
  const points = shown.map((stop, index): PathPoint => {
    const stage = stageAt(stop);
    return {
      x: place(at(index)),
      y: y(stage),
      stage: stage === null ? null : stageWord(stage),
      kind: stage === null ? "silent" : (stop.change?.kind ?? "first"),
      date: dates[index] ?? null,
      anchor: shown.length === 1 ? "middle" : index === 0 ? "start" : index === shown.length - 1 ? "end" : "middle",
    };
  });
  const lines = linesBetween(points, shown.map(leftFrom).map((stage) => (stage === null ? null : y(stage))));
  return {
    height: 8 + STAGES.length * rung + 22,
    rungs: STAGES.map((stage) => ({ y: y(stage), word: stageWord(stage) })),
    points,
    turns: lines.filter(({ x1, y1 }) => !points.some((point) => point.x === x1 && point.y === y1)).map(({ x1, y1, kind }) => ({ x: x1, y: y1, kind })),
    lines,
    spoken: `Stages: ${list(shown.map((stop, index) => `${longDate(stop.held)} ${points[index]?.stage ?? "not mentioned"}`))}.`,
  };
}

/** From each meeting that speaks to the next that speaks; a broken line over silence. `lefts`: where the step to each point begins, if elsewhere. */
function linesBetween(points: readonly PathPoint[], lefts: readonly (number | null)[]): PathModel["lines"] {
  const speaking = points.map((point, at) => ({ point, at })).filter(({ point }) => point.stage !== null);
  return speaking.slice(1).flatMap(({ point, at }, index) => {
    const before = speaking[index];
    return before === undefined ? [] : [{ x1: before.point.x, y1: lefts[at] ?? before.point.y, x2: point.x, y2: point.y, silent: at - before.at > 1, kind: point.kind }];
  });
}

/** The stage that a meeting's change led to; where it has none, the furthest that was spoken of. */
export function stageAt({ commitments, change }: Stop): Stage | null {
  if (commitments.length === 0) return null;
  return change?.stage.after ?? commitments.reduce<Stage | null>((far, { stage }) => (far === null || stageRank(stage) > stageRank(far) ? stage : far), null);
}

/** The stage that a meeting's change began at. */
function leftFrom({ change }: Stop): Stage | null {
  return change === null || change.stage.after === null ? null : change.stage.before;
}

/** The name of a month or year at the first meeting within it, the latest first, as far as they keep apart; null for the others. */
function datesOf(shown: readonly Stop[], at: (index: number) => number): readonly (string | null)[] {
  const inYears = shown.length > MONTHS && new Set(shown.map(({ held }) => held.slice(0, 4))).size > 1;
  const names = shown.map(({ held }) => (inYears ? held.slice(0, 4) : shortMonthOf(held)));
  const room = inYears ? ROOM.years : ROOM.months;
  let next = Number.POSITIVE_INFINITY;
  return names
    .map((name, index) => ({ name, index }))
    .toReversed()
    .map(({ name, index }) => {
      if (names[index - 1] === name || next - at(index) < room) return null;
      next = at(index);
      return name;
    })
    .toReversed();
}
