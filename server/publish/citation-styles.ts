/**
 * Citations in the styles that people are asked for. The formatting is citeproc's by way of Citation.js; the styles are our own in the
 * Citation Style Language, cut to what is cited here: the APA style that comes along takes five times as long to say the same.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import { PROJECT_ROOT } from "../config.ts";
import { type Cited, type CslItem, cslOf } from "./citation.ts";

/** A piece of a line of a bibliography. */
export interface CitedRun {
  readonly text: string;
  readonly face: "plain" | "italic";
}

export const CITATION_STYLES = ["apa", "chicago", "mla"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

let prepared = false;

function prepare(): void {
  if (prepared) return;
  prepared = true;
  for (const name of CITATION_STYLES) plugins.config.get("@csl").templates.add(name, readFileSync(join(PROJECT_ROOT, "server", "publish", "styles", `${name}.csl`), "utf8"));
}

/** One line of a bibliography, which needs no sorting, in runs of one face. */
export function citeAs(style: CitationStyle, cited: Cited): readonly CitedRun[] {
  prepare();
  return runsOf(new Cite([forStyle(style, cslOf(cited))]).format("bibliography", { template: style, format: "html", lang: "en-US", nosort: true }));
}

/** The words of a line without their faces. */
export function wordsOf(runs: readonly CitedRun[]): string {
  return runs.map(({ text }) => text).join("");
}

/** An institution that is author and publisher is named once: APA and Chicago keep the author, MLA the publisher. */
function forStyle(style: CitationStyle, item: CslItem): CslItem {
  const [only, second] = item.author ?? [];
  if (second !== undefined || only?.literal !== item.publisher) return item;
  const { author, publisher, ...rest } = item;
  return style === "mla" ? { ...rest, publisher } : { ...rest, author };
}

/** citeproc marks faces as HTML, of which nothing but italics and escaped signs is written by these styles. A full stop after an ellipsis is one mark too many. */
function runsOf(marked: string): readonly CitedRun[] {
  const line = marked.replace(/<\/?div[^>]*>/g, "").replace(/…((?:<\/i>)?)\./g, "…$1").trim();
  return line.split(/(<i>.*?<\/i>)/s).filter((part) => part !== "").map((part) => {
    const [, italic] = /^<i>(.*)<\/i>$/s.exec(part) ?? [];
    return italic === undefined ? { text: unescaped(part), face: "plain" as const } : { text: unescaped(italic), face: "italic" as const };
  });
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescaped(text: string): string {
  return text.replace(/<[^>]*>/g, "").replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) => (code === undefined ? (SIGNS[name ?? ""] ?? whole) : String.fromCodePoint(Number(code))));
}
