/**
 * Cells of a matrix: how far a topic or an undertaking had come at a meeting, what changed, how long it has been silent.
 */
import type { ThreadCell, TopicCell } from "../../server/archive/types.ts";
import type { Change, ChangeKind, Stage } from "../../snapshots/index.ts";
import { commitmentHref, stopAnchor } from "../addresses.ts";
import { gap } from "../dates.ts";
import { count } from "../grammar.ts";
import { furtherStep, kindModel, type KindModel, stageRank, stageWord } from "../vocabulary.ts";

export interface CellModel {
  /** 1 to 6, or 0 where nothing was said. */
  readonly level: number;
  readonly stage: string | null;
  /** Commitments, where they are more than one row's own. */
  readonly amount: number | null;
  readonly kinds: readonly KindModel[];
  /** For silence after speech: `14 months`, `2 meetings`. */
  readonly silence: { readonly age: string; readonly meetings: string } | null;
  /** Null where nothing was said yet. */
  readonly href: string | null;
}

/** Where a cell that stands for several threads leads: to these threads. */
type ToThreads = (meeting: string) => string;

export function topicCells(cells: readonly TopicCell[], toThreads: ToThreads): readonly CellModel[] {
  return cells.map((cell, at) => {
    const { held, stage, commitments, kinds, threads, first, silentSince } = cell;
    if (stage === null) return quiet({ held, silentSince, skipped: skippedBefore(cells, at), href: silentSince === null ? null : toThreads(silentSince) });
    const moved = kinds.filter((kind) => kind === "advanced" || kind === "receded" || kind === "new");
    return { ...spoken(stage), amount: commitments, kinds: moved.map(kindModel), silence: null, href: threads === 1 && first !== null ? wordingHref(first, held) : toThreads(held) };
  });
}

/** `base`: the meeting that kinds are told against; null for the one before. */
export function threadCells(cells: readonly ThreadCell[], base: string | null): readonly CellModel[] {
  return cells.map(({ held, stage, kind, commitments, silentSince }, at) => {
    const [first] = commitments;
    if (stage === null || first === undefined) {
      const last = cells.slice(0, at).findLast((cell) => cell.held === silentSince)?.commitments[0];
      return quiet({ held, silentSince, skipped: skippedBefore(cells, at), href: last === undefined ? null : wordingHref(last, held) });
    }
    return { ...spoken(stage), amount: null, kinds: kind === null ? [] : [inWords(kind, { before: stageBefore(cells, at, base), after: stage })], silence: null, href: wordingHref(first, held) };
  });
}

function stageBefore(cells: readonly ThreadCell[], at: number, base: string | null): Stage | null {
  return cells.slice(0, at).findLast(({ held, stage }) => (base === null ? stage !== null : held === base))?.stage ?? null;
}

/** The kind with its sign; what it alone would not tell is added. */
function inWords(kind: ChangeKind, stage: Change["stage"]): KindModel {
  const [model, further] = [kindModel(kind), furtherStep(kind, stage)];
  return further === null ? model : { ...model, word: `${model.word}, ${further}` };
}

/** The thread's page, under this wording and at this meeting. */
function wordingHref(id: string, held: string): string {
  return `${commitmentHref(id)}#${stopAnchor(held)}`;
}

function spoken(stage: Stage): Pick<CellModel, "level" | "stage"> {
  return { level: stageRank(stage) + 1, stage: stageWord(stage) };
}

interface Quiet {
  readonly held: string;
  readonly silentSince: string | null;
  readonly skipped: number;
  readonly href: string | null;
}

function quiet({ held, silentSince, skipped, href }: Quiet): CellModel {
  const silence = silentSince === null ? null : { age: gap(silentSince, held), meetings: count(skipped, "meeting") };
  return { level: 0, stage: null, amount: null, kinds: [], silence, href };
}

/** How many meetings in a row, this one included, were silent. */
function skippedBefore(cells: readonly { readonly held: string; readonly silentSince: string | null }[], at: number): number {
  const since = cells[at]?.silentSince;
  return cells.slice(0, at + 1).filter(({ held }) => since !== undefined && since !== null && held > since).length;
}
