/**
 * The part of a tree of elements that readers use. Named here so that the browser's own types stay out of a program that
 * runs on no page.
 */
import { parseHTML } from "linkedom";

export interface TreeNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TreeNode>;
}

export interface TreeElement extends TreeNode {
  readonly localName: string;
  readonly children: Iterable<TreeElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): TreeElement | null;
  querySelectorAll(selector: string): Iterable<TreeElement>;
  closest(selector: string): TreeElement | null;
  remove(): void;
}

export interface Tree {
  readonly documentElement: TreeElement | null;
  readonly body: TreeElement | null;
  querySelector(selector: string): TreeElement | null;
  querySelectorAll(selector: string): Iterable<TreeElement>;
}

export function isElement(node: unknown): node is TreeElement {
  return typeof node === "object" && node !== null && "nodeType" in node && node.nodeType === 1;
}

export function isText(node: TreeNode): boolean {
  return node.nodeType === 3;
}

const FRAME = ["html", "body"].map((name) => `<${name}>`).join("");

/** Parses a page; a fragment is given the frame that the parser needs. */
export function parseTree(source: string): Tree {
  return parseHTML(/<(?:html|body)\b/i.test(source) ? source : FRAME + source).document;
}
