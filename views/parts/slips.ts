/**
 * A deadline that slipped, an amount that grew: the values of one kind of detail along a thread, as points on a line with
 * the words of each.
 */
import type { Thread } from "../../server/archive/types.ts";
import type { Detail } from "../../snapshots/index.ts";
import { dayNumber, longDate, shortDate, shortMonth } from "../dates.ts";
import { amountWords, clip } from "../grammar.ts";
import { place } from "./axis.ts";
import { flat } from "./commitment.ts";

export interface SlipPoint {
  readonly x: string;
  readonly y: number;
  readonly held: string;
  readonly value: string;
  /** The value in small, beside its point; null where there is no room. */
  readonly short: string | null;
  readonly anchor: "start" | "middle" | "end";
  readonly words: string;
  readonly direction: string | null;
}

export interface SlipModel {
  readonly type: "deadline" | "amount";
  readonly title: string;
  readonly height: number;
  readonly points: readonly SlipPoint[];
  readonly lines: readonly { readonly x1: string; readonly y1: number; readonly x2: string; readonly y2: number }[];
}

const HEIGHT = 96;
/** Values that have room beside each other on a small screen. */
const LABELS = 4;

/** Only what can be measured and was said at two meetings or more. */
export function slipModels({ stops }: Pick<Thread, "stops">): readonly SlipModel[] {
  return (["deadline", "amount"] as const).flatMap((type) => {
    const said = stops.flatMap(({ held, commitments }) => {
      const detail = commitments.flatMap((one) => one.details).find((one) => one.type === type && measure(one) !== null);
      const value = detail === undefined ? null : measure(detail);
      return detail === undefined || value === null ? [] : [{ held, detail, value }];
    });
    const unit = unitOf(said[0]?.detail);
    const alike = said.filter(({ detail }) => unitOf(detail) === unit);
    return alike.length < 2 ? [] : [slipModel(type, alike)];
  });
}

interface Said {
  readonly held: string;
  readonly detail: Detail;
  readonly value: number;
}

function slipModel(type: SlipModel["type"], said: readonly Said[]): SlipModel {
  const values = said.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const every = Math.ceil(said.length / LABELS);
  const points = said.map(({ held, detail, value }, at): SlipPoint => {
    const before = said[at - 1]?.value;
    return {
      x: place(8 + (at / (said.length - 1)) * 84),
      y: most === least ? HEIGHT / 2 : Math.round(HEIGHT - 22 - ((value - least) / (most - least)) * (HEIGHT - 44)),
      held: shortDate(held),
      value: type === "deadline" ? longDate(detail.value ?? "") : amountWords(detail.value ?? ""),
      short: (said.length - 1 - at) % every !== 0 ? null : type === "deadline" ? `${shortMonth(Number((detail.value ?? "").slice(5, 7)))} ${(detail.value ?? "").slice(0, 4)}` : clip(amountWords(detail.value ?? ""), 24),
      anchor: at === 0 ? "start" : at === said.length - 1 ? "end" : "middle",
      words: clip(flat(detail.text), 80),
      direction: before === undefined || before === value ? null : type === "deadline" ? (value > before ? "moved later" : "moved earlier") : value > before ? "raised" : "lowered",
    };
  });
  const lines = points.slice(1).flatMap((point, at) => {
    const from = points[at];
    return from === undefined ? [] : [{ x1: from.x, y1: from.y, x2: point.x, y2: point.y }];
  });
  return { type, title: type === "deadline" ? "Its deadline" : "Its amount", height: HEIGHT, points, lines };
}

/** A deadline in days, an amount in its own unit. */
function measure({ type, value }: Detail): number | null {
  if (value === null) return null;
  if (type === "deadline") return /^\d{4}-\d\d-\d\d$/.test(value) ? dayNumber(value) : null;
  const amount = /-?\d+(?:\.\d+)?/.exec(value.replaceAll(",", ""));
  return amount === null ? null : Number(amount[0]);
}

/** Euros and dollars are not on one line. */
function unitOf(detail: Detail | undefined): string {
  return detail?.type === "amount" ? (detail.value ?? "").replace(/[\d.,\s-]+/g, "") : "";
}
