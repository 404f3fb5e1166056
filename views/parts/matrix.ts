/**
 * Topics by meetings: the furthest stage that each topic had reached at each meeting, and how it changed.
 */
import type { TopicRow } from "../../server/archive/types.ts";
import { STAGES } from "../../snapshots/index.ts";
import { comparisonHref, meetingHref } from "../addresses.ts";
import { shortDate } from "../dates.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { kindModel, type KindModel, stageWord } from "../vocabulary.ts";
import { pager, type PagerModel } from "./pager.ts";

export interface CellModel {
  /** 1 to 6, or 0 where the topic is not spoken of. */
  readonly level: number;
  readonly stage: string | null;
  readonly amount: number;
  readonly spoken: string;
  readonly kinds: readonly KindModel[];
  /** For silence after speech: for how many meetings. */
  readonly silence: number | null;
  readonly href: string | null;
}

export interface MatrixModel {
  /** `base` leads to the comparison of this meeting with the latest one; null at the latest. */
  readonly columns: readonly { readonly date: string; readonly href: string; readonly base: string | null }[];
  readonly rows: readonly { readonly topic: string; readonly href: string; readonly cells: readonly CellModel[] }[];
  readonly pager: PagerModel | null;
}

interface MatrixOptions {
  readonly slug: string;
  readonly names: Names;
  /** 1 is the part with the latest meetings. */
  readonly part: number;
  readonly partHref: (part: number) => string;
  readonly topicHref: (topic: string) => string;
}

/** As many meetings as can be compared at a glance. */
const COLUMNS = 8;

/** Null where there is nothing to show. */
export function matrixModel(topics: readonly TopicRow[], { slug, names, part, partHref, topicHref }: MatrixOptions): MatrixModel | null {
  const dates = topics[0]?.cells.map((cell) => cell.held) ?? [];
  const latest = dates.at(-1);
  const offset = (part - 1) * COLUMNS;
  const end = dates.length - offset;
  const shown = dates.slice(Math.max(0, end - COLUMNS), Math.max(0, end));
  if (shown.length === 0) return null;
  const rows = topics.map(({ topic, cells }) => {
    const all = cells.map((cell, at) => cellModel(cell, { cells, at, href: `${meetingHref(slug, cell.held)}?topic=${topic}` }));
    return { topic: names.shortTopic(topic), href: topicHref(topic), cells: all.slice(Math.max(0, end - COLUMNS), Math.max(0, end)) };
  });
  return {
    columns: shown.map((held) => ({ date: shortDate(held), href: meetingHref(slug, held), base: latest === undefined || held === latest ? null : comparisonHref(slug, [held, latest]) })),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.level > 0 || cell.silence !== null)),
    pager: pager({ total: dates.length, offset, limit: COLUMNS, shown: shown.length, noun: "meetings, latest first" }, partHref),
  };
}

interface Place {
  readonly cells: TopicRow["cells"];
  readonly at: number;
  readonly href: string;
}

function cellModel({ stage, commitments, kinds }: TopicRow["cells"][number], { cells, at, href }: Place): CellModel {
  if (stage === null || commitments === 0) {
    const last = cells.slice(0, at).findLastIndex((cell) => cell.commitments > 0);
    const silence = last === -1 ? null : at - last;
    return { level: 0, stage: null, amount: 0, spoken: silence === null ? "not yet spoken of" : `silent for ${count(silence, "meeting")}`, kinds: [], silence, href: null };
  }
  const moved = kinds.filter((kind) => kind === "advanced" || kind === "receded" || kind === "new").map(kindModel);
  return { level: STAGES.indexOf(stage) + 1, stage: stageWord(stage), amount: commitments, spoken: count(commitments, "commitment"), kinds: moved, silence: null, href };
}
