/**
 * The text of a document in its blocks, with the runs that its commitments and milestones take marked in it.
 */
import { type Block, type Commitment, type IsoDate, type Milestone, openDocument, type Sha256, type Span } from "../../snapshots/index.ts";
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
  return gather(markedBlocks(untitled, { commitments, milestones }).map((block) => ({ ...block, pieces: block.pieces.map(({ of: _, ...piece }) => piece) })));
}

/** Blocks with the runs of commitments and milestones marked in them, one for one. */
export function markedBlocks(blocks: readonly Block[], marks: Marks): readonly TextBlock<MarkedPiece>[] {
  return blocks.map((block) => markBlock(block, marks));
}

interface Bytes {
  readonly text: string;
  readonly sha256: Sha256;
  readonly published: IsoDate;
}

const known = new WeakMap<Bytes, readonly Block[]>();

/** The blocks of a text that was read before, kept for as long as the document is: it stands in several comparisons. */
export function blocksOf(document: Bytes): readonly Block[] {
  const blocks = known.get(document) ?? readBlocks(document);
  known.set(document, blocks);
  return blocks;
}

/** Where the text has changed by being read again, it stays one block. */
function readBlocks({ text, sha256, published }: Bytes): readonly Block[] {
  const document = openDocument({ text, name: null, sha256, given: { published } });
  if (document.text === text) return document.blocks;
  return [{ kind: "paragraph", level: 0, marker: null, start: 0, end: text.length, text, offsets: Array.from({ length: text.length + 1 }, (_, at) => at) }];
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
  const inside = <One extends Span>(spans: readonly One[]): readonly (One & { readonly from: number; readonly to: number })[] =>
    spans.filter((span) => span.start < block.end && span.end > block.start).map((span) => ({ ...span, from: placeOf(block.offsets, span.start), to: Math.min(block.text.length, placeOf(block.offsets, span.end)) }));
  const [marks, dates] = [inside(commitments), inside(milestones)];
  const cuts = [...new Set([0, block.text.length, ...[...marks, ...dates].flatMap(({ from, to }) => [from, to])])].filter((at) => at <= block.text.length).toSorted((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, at): MarkedPiece => {
    const to = cuts[at + 1] ?? block.text.length;
    // Of marks inside each other the one that began last speaks; it is the more exact.
    const mark = marks.findLast((one) => one.from <= from && one.to >= to);
    return {
      text: block.text.slice(from, to),
      of: mark ?? null,
      mark: mark === undefined ? null : { href: commitmentHref(mark.id), stage: stageWord(mark.stage), level: stageRank(mark.stage) + 1 },
      begins: mark !== undefined && mark.from === from && mark.start >= block.start,
      anchors: [...marks.filter((one) => one.from === from && one.start >= block.start).map(spanAnchor), ...new Set(dates.filter((one) => one.from === from && one.start >= block.start).map((one) => `m-${one.start}-${one.end}`))],
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
