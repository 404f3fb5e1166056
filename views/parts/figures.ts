/**
 * The figures of a comparison: as tiles that filter its changes, and as a line that fits in a list.
 */
import type { ChangeKind, Figures } from "../../snapshots/index.ts";
import { count, list } from "../grammar.ts";
import { kindMeaning, kindModel, KINDS_SHOWN, type KindModel } from "../vocabulary.ts";

export interface FigureModel {
  readonly kind: KindModel;
  readonly amount: number;
  /** `4 to 9`, where it depends on how strictly links are read. */
  readonly range: string | null;
  readonly meaning: string;
  readonly href: string | null;
  readonly current: boolean;
}

interface TileOptions {
  readonly href: (kind: ChangeKind) => string | null;
  readonly current: ChangeKind | null;
  readonly range?: (kind: ChangeKind) => string | null;
}

/** All six kinds, the empty ones too: that nothing receded is worth knowing. */
export function figureTiles(figures: Figures, { href, current, range = () => null }: TileOptions): readonly FigureModel[] {
  return KINDS_SHOWN.map((kind) => ({ kind: kindModel(kind), amount: figures[kind], range: range(kind), meaning: kindMeaning(kind), href: figures[kind] === 0 ? null : href(kind), current: kind === current }));
}

export interface FigureLine {
  readonly parts: readonly { readonly kind: KindModel; readonly amount: number }[];
  /** For readers who hear it. */
  readonly words: string;
}

/** Only the kinds that occur. */
export function figureLine(figures: Figures): FigureLine {
  const parts = KINDS_SHOWN.filter((kind) => figures[kind] > 0).map((kind) => ({ kind: kindModel(kind), amount: figures[kind] }));
  return { parts, words: parts.length === 0 ? "no change" : list(parts.map(({ kind, amount }) => `${amount} ${kind.word}`)) };
}

/** `3 hardened, 1 softened`, or null where no wording did either. */
export function forceLine({ hardened, softened }: Figures): string | null {
  const said = [hardened > 0 ? `${count(hardened, "wording")} hardened` : null, softened > 0 ? `${hardened > 0 ? softened : count(softened, "wording")} softened` : null].filter((part) => part !== null);
  return said.length === 0 ? null : list(said);
}
