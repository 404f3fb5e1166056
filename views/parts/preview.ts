/**
 * A picture for previews of links: a title, the figures by sign and word, and where it comes from. The server draws it;
 * lines are broken by a rough measure of letters, since nobody can measure them here.
 */
import type { Figures } from "../../snapshots/index.ts";
import { KINDS_SHOWN, kindModel } from "../vocabulary.ts";

export interface PreviewModel {
  readonly title: string;
  readonly over: string;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly figures: readonly { readonly x: number; readonly amount: number; readonly glyph: string; readonly word: string; readonly colour: string }[];
  readonly below: string;
}

const COLOURS: Readonly<Record<string, string>> = { new: "#1257a0", advanced: "#1e6b2c", receded: "#a33a06", reworded: "#5a4788", restated: "#5f5a50", silent: "#665f54" };
/** Letters that fit on a line of the title, and lines. */
const LINE = 36;
const LINES = 4;

export function previewModel({ over, title, figures, below }: { readonly over: string; readonly title: string; readonly figures: Figures | null; readonly below: string }): PreviewModel {
  return {
    title,
    over: cut(over, 70),
    lines: broken(title).map((text, at) => ({ text, y: 190 + at * 76 })),
    figures: figures === null ? [] : KINDS_SHOWN.map((kind, at) => ({ x: 64 + at * 165, amount: figures[kind], glyph: kindModel(kind).glyph, word: kindModel(kind).word, colour: COLOURS[kind] ?? "#1a1814" })),
    below: cut(below, 90),
  };
}

function broken(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${cut(lines[LINES - 1] ?? "", LINE - 2)} …`];
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
