/**
 * A tagged PDF's own structure: which marked content is a heading, which an item of a list, and in what order they
 * are read. Null where a file has none that is worth following.
 */
import type { Block } from "./pdf-blocks.ts";
import type { Fragment, PdfPage, StructureNode } from "./pdf.ts";

interface Draft {
  kind: Block["kind"];
  level: number;
  ids: string[];
  labels: string[];
}

/** The share of a file's characters that its structure must reach. */
const ENOUGH = 0.85;
const SKIPPED = /^(?:Figure|Formula|Form|TOC|TOCI|Note|FENote|Artifact|Annot)$/;
const DEEPEST = 200;

export function readStructure(pages: readonly PdfPage[]): Block[] | null {
  const blocks: Block[] = [];
  let [reached, all, skipped] = [0, 0, 0];
  for (const page of pages) {
    const drafts: Draft[] = [];
    const left = new Set<string>();
    if (page.structure !== null) walk(page.structure, { drafts, left, open: null, lists: 0, depth: 0 });
    const byId = gather(page.fragments);
    for (const [id, fragments] of byId) {
      const size = lengthOf(fragments);
      all += size;
      if (id !== "" && left.has(id)) skipped += size;
    }
    for (const draft of drafts) {
      const fragments = draft.ids.flatMap((id) => byId.get(id) ?? []);
      reached += lengthOf(fragments) + lengthOf(draft.labels.flatMap((id) => byId.get(id) ?? []));
      const lines = linesOf(fragments);
      const cut = draft === drafts.at(-1) && isFull(fragments.at(-1), page.fragments);
      if (lines.length > 0) blocks.push({ cut, kind: draft.kind, level: draft.level, marker: draft.kind === "item" ? markerOf(linesOf(draft.labels.flatMap((id) => byId.get(id) ?? [])).join(" ")) : "", lines });
    }
  }
  return all > 0 && reached + skipped >= all * ENOUGH && reached > 0 && blocks.length > pages.length ? blocks.map(unmarked) : null;
}

interface Walk {
  readonly drafts: Draft[];
  /** Content that no reader misses. */
  readonly left: Set<string>;
  readonly open: Draft | null;
  readonly lists: number;
  readonly depth: number;
}

function walk(node: StructureNode, way: Walk): void {
  if (way.depth > DEEPEST) return;
  const role = node.role ?? "";
  if (node.type === "content" && node.id !== undefined) {
    if (way.open === null) begin(way, "paragraph", 0).ids.push(node.id);
    else way.open.ids.push(node.id);
    return;
  }
  if (SKIPPED.test(role)) {
    for (const id of idsOf(node)) way.left.add(id);
    return;
  }
  const down = (open: Draft | null, lists = way.lists): void => {
    for (const child of node.children ?? []) walk(child, { ...way, open, lists, depth: way.depth + 1 });
  };
  const heading = /^H([1-6])?$/.exec(role);
  if (heading !== null || role === "Title") down(begin(way, "heading", Number(heading?.[1] ?? 1)));
  else if (role === "L") down(null, way.lists + 1);
  else if (role === "LI") down(begin(way, "item", Math.max(1, way.lists)));
  else if (role === "Lbl" && way.open?.kind === "item") way.open.labels.push(...idsOf(node));
  else if (role === "P" && way.open?.kind === "item" && way.open.ids.length === 0) down(way.open);
  else if (/^(?:P|TD|TH|BlockQuote|Quote|Caption)$/.test(role) && !(role === "P" && way.open?.kind === "heading")) down(begin(way, "paragraph", 0));
  else if (/^(?:Document|Part|Art|Sect|Div|Table|TR|TBody|THead|TFoot|Aside|NonStruct)$/.test(role) && way.open?.kind !== "item") down(role === "NonStruct" ? way.open : null);
  else down(way.open);
}

function begin({ drafts }: Walk, kind: Block["kind"], level: number): Draft {
  const draft: Draft = { kind, level, ids: [], labels: [] };
  drafts.push(draft);
  return draft;
}

function idsOf(node: StructureNode, depth = 0): string[] {
  if (node.type === "content") return node.id === undefined ? [] : [node.id];
  return depth > DEEPEST ? [] : (node.children ?? []).flatMap((child) => idsOf(child, depth + 1));
}

/** Fragments by their content's name; those outside of any under the empty one. Artifacts are left out. */
function gather(fragments: readonly Fragment[]): Map<string, Fragment[]> {
  const byId = new Map<string, Fragment[]>();
  for (const fragment of fragments) {
    if (fragment.artifact) continue;
    const id = fragment.id ?? "";
    const list = byId.get(id);
    if (list === undefined) byId.set(id, [fragment]);
    else list.push(fragment);
  }
  return byId;
}

/** Whether a line reaches as far as lines do: less room is left than a word of some length needs. */
function isFull(last: Fragment | undefined, all: readonly Fragment[]): boolean {
  const edge = Math.max(...all.map((one) => (one.artifact ? 0 : one.x + one.width)));
  return last !== undefined && edge - last.x - last.width < last.size * 4;
}

/** Lines by their places: a jump down ends one, a gap within one is a space. */
export function linesOf(fragments: readonly Fragment[]): string[] {
  const lines: string[] = [];
  let last: Fragment | null = null;
  for (const fragment of fragments) {
    if (fragment.text === "") continue;
    const same = last !== null && Math.abs(last.y - fragment.y) < Math.max(last.size, fragment.size) * 0.6;
    if (!same) lines.push(fragment.text);
    else {
      const gap = last === null ? 0 : fragment.x - last.x - last.width;
      lines[lines.length - 1] += (gap > fragment.size * 0.15 ? " " : "") + fragment.text;
    }
    last = fragment;
  }
  return lines.filter((line) => line.trim() !== "");
}

function lengthOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
}

export function markerOf(label: string): string {
  const text = label.trim();
  // The domain knows a lettered point by its bracket: "A. Smith" is a name.
  if (/^[a-z]\.$/.test(text)) return `(${text.slice(0, 1)})`;
  return /^\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]?$/i.test(text) && text !== "o" ? (/[.)]$/.test(text) ? text : `${text}.`) : "-";
}

/** Files that tag an item's bullet as part of its words. */
function unmarked(block: Block): Block {
  const [first = "", ...rest] = block.lines;
  const bullet = /^\s*[•‣◦▪●■·\uf0b7\uf0a7–-]\s+/.exec(first);
  if (bullet === null || block.kind === "heading") return block;
  return { ...block, kind: "item", level: Math.max(1, block.level), marker: "-", lines: [first.slice(bullet[0].length), ...rest] };
}
