/**
 * Writes a tree of elements as the text that people are shown: headings, nested lists, paragraphs and quotations in
 * the notation that the domain reads.
 */
import { isElement, isText, type TreeElement, type TreeNode } from "./tree.ts";

const HEADING = /^h([1-6])$/;
const BLOCKS = /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|thead|tfoot|td|th|tr|ul)$/;
const SILENT = /^(?:script|style|noscript|template|iframe|svg|canvas|video|audio|object|img|picture|figcaption|button|input|select|textarea|head|title|meta|link|hr)$/;
/** Deeper than any real page; what stands below is not written, so a deeper page is refused before. */
export const DEEPEST = 400;

interface Writer {
  readonly blocks: string[];
  /** Inline text of the paragraph that is open. */
  inline: string;
}

/** The text of an element. */
export function writeText(root: TreeElement): string {
  const writer: Writer = { blocks: [], inline: "" };
  writeChildren(root, writer, 0);
  flush(writer);
  return writer.blocks.join("\n\n").trim();
}

function writeChildren(node: TreeNode, writer: Writer, depth: number): void {
  if (depth > DEEPEST) return;
  // Parsers cut a text at every entity; what is escaped must be seen whole.
  let text = "";
  for (const child of node.childNodes) {
    if (isText(child)) text += child.textContent ?? "";
    else {
      writer.inline += escaped(text);
      text = "";
      if (isElement(child)) writeElement(child, writer, depth + 1);
    }
  }
  writer.inline += escaped(text);
}

function writeElement(element: TreeElement, writer: Writer, depth: number): void {
  const name = element.localName.toLowerCase();
  if (SILENT.test(name) || isFootnote(element, name) || isMenu(element, name)) return;
  const heading = HEADING.exec(name);
  if (name === "br") writer.inline += "\n";
  else if (heading !== null) writeHeading(element, writer, Number(heading[1]));
  else if (name === "ul" || name === "ol") {
    flush(writer);
    const list = writeList(element, depth).join("\n").replace(/\n{3,}/g, "\n\n").trim();
    if (list !== "") writer.blocks.push(list);
  } else if (name === "blockquote") {
    flush(writer);
    const quoted = writeText(element);
    if (quoted !== "") writer.blocks.push(quoted.replace(/^/gm, "> ").replace(/^> $/gm, ">"));
  } else if (name === "table") writeTable(element, writer, depth);
  else if (BLOCKS.test(name)) {
    flush(writer);
    writeChildren(element, writer, depth);
    flush(writer);
  } else if (/^(?:b|strong|u)$/.test(name) && !hasBlocks(element)) writer.inline += strong(inlineOf(element, depth));
  else writeChildren(element, writer, depth);
}

function writeHeading(element: TreeElement, writer: Writer, level: number): void {
  flush(writer);
  const text = inlineOf(element, 0).replace(/\*\*/g, "").replace(/\s+/g, " ").trim();
  if (text !== "") writer.blocks.push(`${"#".repeat(level)} ${text}`);
}

/** One line for each item and what else it holds, nested by four columns. */
function writeList(list: TreeElement, depth: number): string[] {
  if (depth > DEEPEST) return [];
  const lines: string[] = [];
  let ordinal = Number(list.getAttribute("start") ?? 1) || 1;
  for (const item of list.children) {
    const name = item.localName.toLowerCase();
    if (name === "ul" || name === "ol") lines.push(...writeList(item, depth + 1).map(indented));
    if (name !== "li" || isFootnote(item, name)) continue;
    ordinal = Number(item.getAttribute("value") ?? ordinal) || ordinal;
    const writer: Writer = { blocks: [], inline: "" };
    writeChildren(item, writer, depth + 1);
    flush(writer);
    const [first = "", ...rest] = writer.blocks;
    const marker = list.localName.toLowerCase() === "ol" ? markerOf(ordinal, list.getAttribute("type")) : "-";
    ordinal += 1;
    // A list within an item that has no words of its own stands for the item.
    if (/^(?:- |\d+\. |\([a-z]+\) )/.test(first)) lines.push(...first.split("\n"));
    else if (first !== "") lines.push(`${marker} ${first.replace(/\n(?!\s*(?:- |\d+\. |\())/g, " ").replace(/^#+ /, "")}`);
    for (const block of rest) lines.push(...(isList(block) ? block.split("\n").map(indented) : ["", ...block.split("\n").map(indented), ""]));
  }
  return lines;
}

const isList = (block: string): boolean => /^(?:- |\d+\. |\([a-z]+\) )/.test(block);
const indented = (line: string): string => (line === "" ? "" : `    ${line}`);

function markerOf(ordinal: number, type: string | null): string {
  if (type === "a" || type === "A") return `(${String.fromCharCode(96 + Math.min(ordinal, 26))})`;
  if (type === "i" || type === "I") return `(${["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"][ordinal - 1] ?? String(ordinal)})`;
  return `${ordinal}.`;
}

/** A table of data is a line for each row; one that only lays out a page is what it holds. */
function writeTable(table: TreeElement, writer: Writer, depth: number): void {
  flush(writer);
  for (const row of table.querySelectorAll("tr")) {
    if (row.closest("table") !== table) continue;
    const cells = [...row.children].filter((cell) => /^t[dh]$/i.test(cell.localName)).map((cell) => writeCell(cell, depth));
    const filled = cells.filter((cell) => cell !== "");
    if (filled.some((cell) => cell.length > 160 || cell.includes("\n"))) writer.blocks.push(...filled);
    else if (filled.length > 0) writer.blocks.push(filled.join(" | "));
  }
}

function writeCell(cell: TreeElement, depth: number): string {
  if (isMenu(cell, "td")) return "";
  const inner: Writer = { blocks: [], inline: "" };
  writeChildren(cell, inner, depth + 3);
  flush(inner);
  return inner.blocks.join("\n\n");
}

function inlineOf(element: TreeElement, depth: number): string {
  const inner: Writer = { blocks: [], inline: "" };
  writeChildren(element, inner, depth);
  return [...inner.blocks, inner.inline].join(" ");
}

function strong(text: string): string {
  const inner = text.replace(/\*\*/g, "");
  const words = inner.trim();
  return words === "" ? inner : `${/^\s/.test(inner) ? " " : ""}**${words}**${/\s$/.test(inner) ? " " : ""}`;
}

/** Numbers of notes, and the notes below: they are no words of the statement. */
function isFootnote(element: TreeElement, name: string): boolean {
  if (name === "li") return /^(?:footnote|endnote|fn|_?ftn)[-_]?\d+/i.test(element.getAttribute("id") ?? "");
  return name === "sup" && /^\s*\[?(?:\d{1,3}|[*†])\]?\s*$/.test(element.textContent ?? "") && element.querySelector("a") !== null;
}

/** A box of nothing but links leads elsewhere; it says nothing. */
function isMenu(element: TreeElement, name: string): boolean {
  if (name !== "div" && name !== "td") return false;
  const lengthOf = (text: string | null): number => (text ?? "").replace(/[\s|•·]+/g, "").length;
  const links = [...element.querySelectorAll("a")];
  const linked = links.reduce((sum, link) => sum + lengthOf(link.textContent), 0);
  return links.length > 1 && linked >= lengthOf(element.textContent) * 0.9;
}

function hasBlocks(element: TreeElement): boolean {
  return [...element.querySelectorAll("*")].some((one) => BLOCKS.test(one.localName.toLowerCase()));
}

/** Ends the open paragraph; an empty line within it (two line breaks) makes two. */
function flush(writer: Writer): void {
  const lines = writer.inline.replace(/\*\*(\s*)\*\*/g, "$1").split(/\n/).map((line) => line.replace(/[^\S\n]+/g, " ").trim());
  writer.inline = "";
  for (const paragraph of lines.join("\n").split(/\n{2,}/)) {
    const text = paragraph.trim();
    if (text !== "") writer.blocks.push(text);
  }
}

/** Source lines are joined; what the notation would take for markup is marked as text. */
function escaped(text: string): string {
  return text
    .replace(/\u00ad/g, "")
    .replace(/\s+/g, " ")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/\*(?=\S)|(?<=\S)\*/g, "\\*")
    .replace(/<(?=[a-z/!])/gi, "\\<")
    .replace(/&(?=#?\w{2,6};)/g, "\\&")
    .replace(/\](?=\()/g, "\\]");
}
