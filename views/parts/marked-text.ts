/**
 * The text of a document in its blocks, with the runs that its commitments and milestones take marked in it.
 */
import { type Block, blocksOfText, type Commitment, type Milestone, type Span } from "../../snapshots/index.ts";
import { commitmentHref, spanAnchor } from "../addresses.ts";
import { stageRank, stageWord } from "../vocabulary.ts";

export interface MarkRef {
  readonly href: string;
  readonly stage: string;
  /** 1 to 6. */
  readonly level: number;
}

export interface Piece {
  readonly text: string;
  readonly mark: MarkRef | null;
  /** True at the commitment's first words, where its stage is told. */
  readonly begins: boolean;
  /** Fragments that begin here. */
  readonly anchors: readonly string[];
}

/** A piece with the commitment whose words it has. */
export interface MarkedPiece extends Piece {
  readonly of: Commitment | null;
}

export interface TextBlock<OfPiece extends Piece = Piece> {
  readonly kind: "heading" | "paragraph" | "item" | "quotation" | "boilerplate";
  readonly level: number;
  readonly marker: string | null;
  readonly pieces: readonly OfPiece[];
}

/** Items that follow each other stand together as one list. */
export type TextPart = { readonly kind: "block"; readonly block: TextBlock } | { readonly kind: "list"; readonly items: readonly TextBlock[] };

interface Readable {
  readonly document: Bytes;
  readonly title: string;
  readonly commitments: readonly Commitment[];
  readonly milestones: readonly Milestone[];
}

export function markedText({ document, title, commitments, milestones }: Readable): readonly TextPart[] {
  const blocks = blocksOf(document);
  const untitled = blocks[0]?.kind === "heading" && sameWords(blocks[0].text, title) ? blocks.slice(1) : blocks;
  return gather(markedBlocks(untitled, { commitments, milestones }).map((block) => ({ ...block, pieces: block.pieces.map(({ text, mark, begins, anchors }) => ({ text, mark, begins, anchors })) })));
}

/** Blocks with the runs of commitments and milestones marked in them, one for one. */
export function markedBlocks(blocks: readonly Block[], marks: Marks): readonly TextBlock<MarkedPiece>[] {
  const [commitments, milestones] = [byBlock(blocks, marks.commitments), byBlock(blocks, marks.milestones)];
  return blocks.map((block, at) => markBlock(block, { commitments: commitments.get(at) ?? [], milestones: milestones.get(at) ?? [] }));
}

/** The first block that a span touches, in blocks that stand in the order of the text; -1 where it touches none. */
export function firstBlock(blocks: readonly Block[], span: Span): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? Number.POSITIVE_INFINITY) <= span.start) low = middle + 1;
    else high = middle;
  }
  return (blocks[low]?.start ?? Number.POSITIVE_INFINITY) < span.end ? low : -1;
}

/** The spans that touch each block, in their own order. */
function byBlock<One extends Span>(blocks: readonly Block[], spans: readonly One[]): ReadonlyMap<number, readonly One[]> {
  const touching = new Map<number, One[]>();
  for (const span of spans) {
    const first = firstBlock(blocks, span);
    for (let at = first; at >= 0 && (blocks[at]?.start ?? Number.POSITIVE_INFINITY) < span.end; at += 1) {
      const known = touching.get(at);
      if (known === undefined) touching.set(at, [span]);
      else known.push(span);
    }
  }
  return touching;
}

interface Bytes {
  readonly text: string;
}

const known = new WeakMap<Bytes, readonly Block[]>();

/** The blocks of a text that was read before, kept for as long as the document is: it stands in several comparisons. */
export function blocksOf(document: Bytes): readonly Block[] {
  const blocks = known.get(document) ?? readBlocks(document);
  known.set(document, blocks);
  return blocks;
}

/** Where the text would change by being read again, it stays one block. */
function readBlocks({ text }: Bytes): readonly Block[] {
  return blocksOfText(text) ?? [{ kind: "paragraph", level: 0, marker: null, start: 0, end: text.length, text, offsets: Array.from({ length: text.length + 1 }, (_, at) => at) }];
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words(a) === words(b);
}

interface Marks {
  readonly commitments: readonly Commitment[];
  readonly milestones: readonly Milestone[];
}

function markBlock(block: Block, { commitments, milestones }: Marks): TextBlock<MarkedPiece> {
  const inside = <One extends Span>(spans: readonly One[]): readonly { readonly span: One; readonly from: number; readonly to: number }[] =>
    spans.map((span) => ({ span, from: placeOf(block.offsets, span.start), to: Math.min(block.text.length, placeOf(block.offsets, span.end)) }));
  const [marks, dates] = [inside(commitments), inside(milestones)];
  const cuts = [...new Set([0, block.text.length, ...[...marks, ...dates].flatMap(({ from, to }) => [from, to])])].filter((at) => at <= block.text.length).toSorted((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, at): MarkedPiece => {
    const to = cuts[at + 1] ?? block.text.length;
    // Of marks inside each other the one that began last speaks; it is the more exact.
    const found = marks.findLast((one) => one.from <= from && one.to >= to);
    const mark = found?.span;
    return {
      text: block.text.slice(from, to),
      of: mark ?? null,
      mark: mark === undefined ? null : { href: commitmentHref(mark.id), stage: stageWord(mark.stage), level: stageRank(mark.stage) + 1 },
      begins: mark !== undefined && found?.from === from && mark.start >= block.start,
      anchors: [...marks.filter((one) => one.from === from && one.span.start >= block.start).map(({ span }) => spanAnchor(span)), ...new Set(dates.filter((one) => one.from === from && one.span.start >= block.start).map(({ span }) => `m-${span.start}-${span.end}`))],
    };
  });
  return { kind: block.kind, level: block.level, marker: block.marker, pieces };
}

/** The first place in a block's text that stands at or after a place in the source. */
function placeOf(offsets: readonly number[], source: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Number.POSITIVE_INFINITY) < source) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gather(blocks: readonly TextBlock[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let items: TextBlock[] = [];
  for (const block of blocks) {
    if (block.kind === "item") {
      if (items.length === 0) parts.push({ kind: "list", items });
      items.push(block);
      continue;
    }
    items = [];
    parts.push({ kind: "block", block });
  }
  return parts;
}
