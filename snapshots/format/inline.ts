/**
 * Inline markup of a run of source lines: what a reader sees, with the place of every character in the
 * source. Emphasis, links, HTML tags, escapes and entities are understood; anything else is text.
 */

export interface InlineText {
  readonly text: string;
  /** One place per character of `text`, and the end of the last one. */
  readonly offsets: readonly number[];
  /** How many characters from the first on stood in bold, underlined or bold-italic type. */
  readonly strongUntil: number;
}

/** A run of one source line that belongs to the block: indentation, bullets and quotation marks left out. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "—", rsquo: "’", lsquo: "‘", ldquo: "“", rdquo: "”", hellip: "…" };
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?\/?>|^<!--[\s\S]*?-->/;
const ENTITY = /^&(?:#(\d{1,6})|([a-zA-Z]{2,6}));/;
/** Zero-width characters, soft hyphens and word joiners: they separate nothing a reader sees. */
const INVISIBLE = /[\u200B-\u200D\u2060\u00AD\uFEFF]/;
/** What is nothing but text, up to the next character that may be more. */
const PLAIN = /[^\s<&\\*_[\]!\u200B-\u200D\u2060\u00AD\uFEFF]+/y;

/** Reads the runs as one text, joined by single spaces. Linear in their length. */
export function readInline(source: string, runs: readonly LineRun[]): InlineText {
  const out = new Collector();
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return out.finish(0);
  const inside = new Uint8Array(last.end - first.start);
  for (const run of runs) inside.fill(1, run.start - first.start, run.end - first.start);
  let underlined = 0;
  let bold = false;
  for (let at = first.start; at < last.end; ) {
    if (inside[at - first.start] === 0) {
      out.space(at++);
      continue;
    }
    PLAIN.lastIndex = at;
    if (PLAIN.test(source)) {
      let end = at + 1;
      while (end < Math.min(PLAIN.lastIndex, last.end) && inside[end - first.start] === 1) end++;
      out.run(source.slice(at, end), at, bold || underlined > 0);
      at = end;
      continue;
    }
    const char = source[at] ?? "";
    const rest = char === "<" || char === "&" ? source.slice(at, Math.min(at + 400, last.end)) : "";
    const tag = char === "<" ? TAG.exec(rest) : null;
    if (tag !== null) {
      const name = tag[2]?.toLowerCase();
      if (name === "u" || name === "b" || name === "strong" || name === "span") underlined = Math.max(0, underlined + (tag[1] === "/" ? -1 : 1));
      if (name === "br") out.space(at);
      at += tag[0].length;
      continue;
    }
    const entity = char === "&" ? ENTITY.exec(rest) : null;
    const decoded = entity === null ? undefined : entity[1] === undefined ? ENTITIES[entity[2] ?? ""] : String.fromCodePoint(Number(entity[1]));
    if (entity !== null && decoded !== undefined) {
      out.push(decoded, at, bold || underlined > 0);
      at += entity[0].length;
      continue;
    }
    if (char === "\\" && /[!-/:-@[-`{-~\n]/.test(source[at + 1] ?? "")) {
      if (source[at + 1] === "\n") out.space(at);
      else if (at + 1 < last.end && inside[at + 1 - first.start] === 1) out.push(source[at + 1] ?? "", at + 1, bold || underlined > 0);
      at += 2;
      continue;
    }
    const stars = char === "*" || char === "_" ? emphasis(source, at) : 0;
    if (stars > 0) {
      if (stars >= 2) bold = !bold;
      at += stars;
      continue;
    }
    if (char === "]" && source[at + 1] === "(") {
      const close = addressEnd(source, at + 1, last.end);
      if (close > 0) {
        at = close;
        continue;
      }
    }
    if ((char === "[" || (char === "!" && source[at + 1] === "[")) && isLink(source, at, last.end)) {
      at += char === "!" ? 2 : 1;
      continue;
    }
    if (/\s/.test(char)) out.space(at);
    else if (!INVISIBLE.test(char)) out.push(char, at, bold || underlined > 0);
    at += 1;
  }
  return out.finish(last.end);
}

class Collector {
  private text = "";
  private readonly places: number[] = [];
  private strongUntil = 0;
  private strongLast = false;
  private pending = -1;

  space(at: number): void {
    if (this.places.length > 0 && this.pending < 0) this.pending = at;
  }

  /** Text that stands at one place, as what an entity stands for does. */
  push(text: string, at: number, strong: boolean): void {
    this.endSpace(strong);
    this.text += text;
    for (let i = 0; i < text.length; i++) this.add(at, strong);
  }

  /** Text whose characters stand one after the other. */
  run(text: string, at: number, strong: boolean): void {
    this.endSpace(strong);
    this.text += text;
    for (let i = 0; i < text.length; i++) this.add(at + i, strong);
  }

  finish(end: number): InlineText {
    const last = this.places.at(-1);
    this.places.push(last === undefined ? end : last + 1);
    return { text: this.text, offsets: this.places, strongUntil: this.strongUntil };
  }

  private endSpace(strong: boolean): void {
    if (this.pending >= 0) {
      this.text += " ";
      this.add(this.pending, strong && this.strongLast);
    }
    this.pending = -1;
  }

  private add(at: number, strong: boolean): void {
    if (strong && this.strongUntil === this.places.length) this.strongUntil += 1;
    this.strongLast = strong;
    this.places.push(at);
  }
}

/** Length of a run of emphasis marks at `at`; 0 where the mark is an ordinary character ("snake_case", "5 * 3"). */
function emphasis(source: string, at: number): number {
  const mark = source[at];
  let end = at;
  while (source[end] === mark && end - at < 3) end++;
  const before = source[at - 1] ?? " ";
  const after = source[end] ?? " ";
  if (/\s/.test(before) && /\s/.test(after)) return end - at >= 2 ? end - at : 0;
  if (mark === "_" && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return 0;
  return end - at;
}

/** Brackets within brackets that a link may have; a run of open ones is no link, and looking on would cost too much. */
const NESTED = 6;

/** End of `(address "title")` that opens at `open`, or 0 when it is not an address. */
function addressEnd(source: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(limit, open + 2_000); at++) {
    const char = source[at];
    if (char === "(" && ++depth > NESTED) return 0;
    if (char === ")" && --depth === 0) return /^\(\s*(?:<|https?:|mailto:|tel:|\.{0,2}\/|#|www\.|\{\{|[\w./-]+\.(?:html?|pdf|aspx?|md|php))/i.test(source.slice(open, at + 1)) || at === open + 1 ? at + 1 : 0;
  }
  return 0;
}

/** True when the bracket at `at` opens a link's text. */
function isLink(source: string, at: number, limit: number): boolean {
  const from = source[at] === "!" ? at + 2 : at + 1;
  let depth = 1;
  for (let i = from; i < Math.min(limit, from + 600); i++) {
    if (source[i] === "[" && ++depth > NESTED) return false;
    if (source[i] === "]" && --depth === 0) return source[i + 1] === "(" && addressEnd(source, i + 1, limit) > 0;
  }
  return false;
}
