/**
 * Blocks of a PDF and how they are written: lines joined, words mended that a line's end cut in two, markers of lists
 * put in front.
 */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item";
  /** Headings from 1, items by their depth from 1. */
  readonly level: number;
  /** `-`, `1.`, `(a)`; empty where none is. */
  readonly marker: string;
  readonly lines: readonly string[];
  /** A page or column ends behind its last line, which is full: the next block may be its other half. */
  readonly cut: boolean;
}

/** First halves that keep their hyphen when a line ends behind them. */
const PREFIXES = /^(?:anti|bi|co|cross|cyber|e|ex|full|half|high|inter|large|long|low|mid|multi|near|non|people|post|pre|pro|public|re|self|semi|short|small|sub|trans|two|three|well|whole|wide)$/i;

/** Writes blocks in the notation that the domain reads. */
export function writeBlocks(blocks: readonly Block[]): string {
  const joined = joinAcross(blocks);
  const words = wordsOf(joined);
  const parts: string[] = [];
  let before: Block | null = null;
  for (const block of joined) {
    const text = joinLines(block.lines, words);
    if (text === "") continue;
    const list: boolean = before?.kind === "item" && block.kind === "item";
    parts.push(before === null ? "" : list ? "\n" : "\n\n", written(block, text));
    before = block;
  }
  return parts.join("").trim();
}

function written({ kind, level, marker }: Block, text: string): string {
  if (kind === "heading") return `${"#".repeat(Math.min(level, 6))} ${text.replace(/\*\*/g, "")}`;
  if (kind === "item") return `${"    ".repeat(Math.max(0, level - 1))}${marker === "" ? "-" : marker} ${text}`;
  return text;
}

/** A paragraph that a page's or a column's end cuts goes on. So does one without a full stop where what follows begins in lower case. */
function joinAcross(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const end = last?.lines.at(-1)?.trim() ?? "";
    const follows = last !== undefined && last.kind !== "heading" && block.kind === "paragraph";
    const goesOn = follows && (last.cut || (!/[.!?:;”"]$/.test(end) && /^[\p{Ll}(]/u.test(block.lines[0]?.trim() ?? "")));
    if (goesOn) joined[joined.length - 1] = { ...last, lines: [...last.lines, ...block.lines], cut: block.cut };
    else joined.push(block);
  }
  return joined;
}

/** Words as they stand within lines, to tell a cut word from a compound. */
function wordsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { lines } of blocks) for (const line of lines) for (const word of line.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-$)/gu) ?? []) words.add(word);
  return words;
}

function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = "";
  for (const raw of lines) {
    const line = raw.replace(/\s+/g, " ").trim();
    const cut = /([\p{L}\p{N}]+)[-\u2010\u00ad]$/u.exec(text);
    const next = /^[\p{L}\p{N}]+/u.exec(line)?.[0] ?? "";
    if (text === "") text = line;
    else if (cut === null || next === "") text += ` ${line}`;
    else if (text.endsWith("\u00ad") || isCut(cut[1] ?? "", next, words)) text = text.slice(0, -1) + line;
    else text += line;
  }
  return text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
}

/** Whether a hyphen at a line's end only cuts a word. What the document itself writes elsewhere decides first. */
function isCut(head: string, tail: string, words: ReadonlySet<string>): boolean {
  if (!/^\p{Ll}/u.test(tail)) return false;
  if (words.has((head + tail).toLowerCase())) return true;
  if (words.has(`${head}-${tail}`.toLowerCase())) return false;
  return !PREFIXES.test(head) && !(words.has(head.toLowerCase()) && words.has(tail.toLowerCase()) && head.length > 3 && tail.length > 3);
}
