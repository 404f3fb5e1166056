/**
 * A thread as a path over the six stages, meeting by meeting.
 */
import type { ThreadOutline } from "../../server/archive/types.ts";
import { type ChangeKind, type Stage, STAGES } from "../../snapshots/index.ts";
import { longDate, shortDate } from "../dates.ts";
import { list } from "../grammar.ts";
import { stageRank, stageWord } from "../vocabulary.ts";
import { place } from "./axis.ts";

export interface PathPoint {
  readonly x: string;
  readonly y: number;
  /** Null where the meeting did not mention it. */
  readonly stage: string | null;
  readonly kind: ChangeKind | "first";
  readonly date: string;
  readonly dated: boolean;
  /** At the ends of the line a date leans inwards. */
  readonly anchor: "start" | "middle" | "end";
}

export interface PathModel {
  readonly height: number;
  readonly rungs: readonly { readonly y: number; readonly word: string }[];
  readonly points: readonly PathPoint[];
  readonly lines: readonly { readonly x1: string; readonly y1: number; readonly x2: string; readonly y2: number; readonly silent: boolean; readonly kind: ChangeKind | "first" }[];
  /** The whole story, for readers who hear it. */
  readonly spoken: string;
}

interface PathSize {
  /** Pixels between two stages. */
  readonly rung: number;
  /** At most so many dates below. */
  readonly dates: number;
}

export const SMALL: PathSize = { rung: 12, dates: 4 };
export const LARGE: PathSize = { rung: 22, dates: 8 };

/** A long thread shows its latest stops. */
const STOPS = 40;

export function pathModel({ stops }: Pick<ThreadOutline, "stops">, { rung, dates }: PathSize): PathModel {
  const shown = stops.slice(-STOPS);
  const y = (stage: Stage | null): number => 8 + (STAGES.length - 1 - (stage === null ? 0 : stageRank(stage))) * rung;
  const every = Math.max(1, Math.ceil(shown.length / dates));
  const points = shown.map((stop, at): PathPoint => {
    const stage = furthest(stop.commitments.map((one) => one.stage));
    return {
      x: place(shown.length === 1 ? 50 : 6 + (at / (shown.length - 1)) * 88),
      y: stage === null ? y(null) + rung * 0.75 : y(stage),
      stage: stage === null ? null : stageWord(stage),
      kind: stage === null ? "silent" : (stop.change?.kind ?? "first"),
      date: shown.length > 4 ? stop.held.slice(0, 4) : shortDate(stop.held),
      dated: (shown.length - 1 - at) % every === 0,
      anchor: shown.length === 1 ? "middle" : at === 0 ? "start" : at === shown.length - 1 ? "end" : "middle",
    };
  });
  return {
    height: 8 + STAGES.length * rung + 22,
    rungs: STAGES.map((stage) => ({ y: y(stage), word: stageWord(stage) })),
    points,
    lines: linesBetween(points),
    spoken: `Stages: ${list(shown.map((stop, at) => `${longDate(stop.held)} ${points[at]?.stage ?? "not mentioned"}`))}.`,
  };
}

/** From each meeting that speaks to the next that speaks; a broken line over silence. */
function linesBetween(points: readonly PathPoint[]): PathModel["lines"] {
  const speaking = points.map((point, at) => ({ point, at })).filter(({ point }) => point.stage !== null);
  return speaking.slice(1).flatMap(({ point, at }, index) => {
    const before = speaking[index];
    return before === undefined ? [] : [{ x1: before.point.x, y1: before.point.y, x2: point.x, y2: point.y, silent: at - before.at > 1, kind: point.kind }];
  });
}

function furthest(stages: readonly Stage[]): Stage | null {
  return stages.reduce<Stage | null>((far, stage) => (far === null || stageRank(stage) > stageRank(far) ? stage : far), null);
}
