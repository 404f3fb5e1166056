/**
 * Two documents side by side, in step: paragraphs that carry the same undertaking stand in one row, and what lies between
 * them fills up on either side.
 */
import type { ComparisonRecord } from "../../server/archive/types.ts";
import type { Change, Commitment, Snapshot } from "../../snapshots/index.ts";
import { documentHref } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count } from "../grammar.ts";
import { blocksOf, firstBlock, markedBlocks, type TextBlock } from "./marked-text.ts";
import { kindModel, type KindModel, KINDS_SHOWN } from "../vocabulary.ts";

export interface SidePiece {
  /** The first word of a commitment, which no line parts from its sign; null for all that is no beginning. */
  readonly held: string | null;
  /** What follows. */
  readonly text: string;
  readonly change: { readonly kind: KindModel; readonly href: string; readonly dim: boolean } | null;
}

export interface SideBlock {
  readonly kind: TextBlock["kind"];
  readonly level: number;
  readonly marker: string | null;
  readonly pieces: readonly SidePiece[];
}

export interface SideRow {
  readonly before: readonly SideBlock[];
  readonly after: readonly SideBlock[];
  /** What a long run is called that stands in one of the texts alone, and is folded; null for all others. */
  readonly fold: string | null;
}

interface SideHead {
  readonly label: string;
  readonly date: string;
  readonly title: string;
  readonly href: string;
}

export interface SidesModel {
  /** Before and after; none where there is no text. */
  readonly heads: readonly SideHead[];
  readonly rows: readonly SideRow[];
  readonly note: string | null;
}

/** Shorter runs are read over without folding. */
const FOLDED = 6;

interface Options {
  /** Changes that the filter lets through; the others are shown without emphasis. */
  readonly shown: ReadonlySet<string>;
  /** The change in the list. */
  readonly href: (change: string) => string;
}

export function sideBySide(record: ComparisonRecord, options: Options): SidesModel {
  const [before, after] = [record.before.snapshots[0], record.after.snapshots[0]];
  if (before === undefined || after === undefined) return { heads: [], rows: [], note: "There is no text to set side by side." };
  const changeOf = new Map(record.comparison.changes.flatMap((change) => [...change.before, ...change.after].map((id) => [id, change] as const)));
  const left = column(before, { ...options, changeOf });
  const right = column(after, { ...options, changeOf });
  const anchors = chain(links(record.comparison.changes, { left, right }));
  const note = record.before.snapshots.length + record.after.snapshots.length > 2 ? "Where a meeting has several documents, the fullest is shown." : null;
  return { heads: [headOf("Before", record.before.held, before), headOf("After", record.after.held, after)], rows: rowsBetween(anchors, { left: left.blocks, right: right.blocks }), note };
}

function headOf(label: string, held: string, { document: { published, title, sha256 } }: Snapshot): SideHead {
  return { label, date: `${longDate(held)}${published === held ? "" : `, published ${longDate(published)}`}`, title, href: documentHref(sha256) };
}

interface Column {
  readonly blocks: readonly SideBlock[];
  /** The block in which a commitment begins. */
  readonly home: ReadonlyMap<string, number>;
}

interface Marking extends Options {
  readonly changeOf: ReadonlyMap<string, Change>;
}

function column(snapshot: Snapshot, context: Marking): Column {
  const { document, commitments } = snapshot;
  const blocks = blocksOf(document);
  const marked = markedBlocks(blocks, { commitments, milestones: [] });
  const home = new Map(commitments.map((commitment) => [commitment.id, firstBlock(blocks, commitment)]));
  return {
    home,
    blocks: marked.map(({ kind, level, marker, pieces }) => ({
      kind,
      level,
      marker,
      pieces: pieces.map(({ text, of, begins }): SidePiece => {
        const change = sideChange(of, context);
        const [held = ""] = /^\S*/.exec(text) ?? [];
        return change !== null && begins ? { held, text: text.slice(held.length), change } : { held: null, text, change };
      }),
    })),
  };
}

function sideChange(commitment: Commitment | null, { changeOf, shown, href }: Marking): SidePiece["change"] {
  const change = commitment === null ? undefined : changeOf.get(commitment.id);
  return change === undefined ? null : { kind: kindModel(change.kind), href: href(change.id), dim: !shown.has(change.id) };
}

/** Pairs of blocks, left and right, that carry the same undertaking. */
function links(changes: readonly Change[], { left, right }: { readonly left: Column; readonly right: Column }): readonly (readonly [number, number])[] {
  const pairs = changes.flatMap(({ before, after }): (readonly [number, number])[] => {
    const [from, to] = [left.home.get(before[0] ?? ""), right.home.get(after[0] ?? "")];
    return from === undefined || to === undefined || from < 0 || to < 0 ? [] : [[from, to]];
  });
  return pairs.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** The longest run of pairs that rises on both sides: texts can only be set in step where their order is the same. */
function chain(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const best: { length: number; previous: number }[] = [];
  pairs.forEach((pair, at) => {
    let here = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < at; earlier++) {
      const other = pairs[earlier];
      const length = (best[earlier]?.length ?? 0) + 1;
      if (other !== undefined && other[0] < pair[0] && other[1] < pair[1] && length > here.length) here = { length, previous: earlier };
    }
    best.push(here);
  });
  let at = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0);
  const chosen: (readonly [number, number])[] = [];
  while (at >= 0 && pairs[at] !== undefined) {
    chosen.unshift(pairs[at] ?? [0, 0]);
    at = best[at]?.previous ?? -1;
  }
  return chosen;
}

function rowsBetween(anchors: readonly (readonly [number, number])[], { left, right }: { readonly left: readonly SideBlock[]; readonly right: readonly SideBlock[] }): readonly SideRow[] {
  let [l, r] = [0, 0];
  const rows: SideRow[] = [];
  const push = (toLeft: number, toRight: number): void => {
    if (toLeft > l || toRight > r) rows.push(rowOf(left.slice(l, toLeft), right.slice(r, toRight)));
    [l, r] = [toLeft, toRight];
  };
  for (const [leftAt, rightAt] of anchors) {
    push(leftAt, rightAt);
    push(leftAt + 1, rightAt + 1);
  }
  push(left.length, right.length);
  return rows;
}

function rowOf(before: readonly SideBlock[], after: readonly SideBlock[]): SideRow {
  const alone = before.length === 0 ? after : after.length === 0 ? before : [];
  return { before, after, fold: alone.length < FOLDED ? null : `${count(alone.length, "paragraph")} that only the text ${before.length === 0 ? "after" : "before"} has${marksIn(alone)}` };
}

/** `: 3 new, 1 reworded`: what a fold hides, so that nobody misses it. */
function marksIn(blocks: readonly SideBlock[]): string {
  const kinds = blocks.flatMap(({ pieces }) => pieces.flatMap(({ change, held }) => (change === null || held === null ? [] : [change.kind.kind])));
  const told = KINDS_SHOWN.filter((kind) => kinds.includes(kind)).map((kind) => `${kinds.filter((one) => one === kind).length} ${kindModel(kind).word}`);
  return told.length === 0 ? "" : `: ${told.join(", ")}`;
}
