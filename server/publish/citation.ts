/**
 * Citations in the styles that people are asked for, and as files for reference managers. The formatting is
 * Citation.js's and citeproc's; the styles are our own in the Citation Style Language, cut to what is cited here: the APA style that
 * comes along takes five times as long to say the same.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { PROJECT_ROOT } from "../config.ts";

/** What is cited, whatever it is. */
export interface Cited {
  /** A key for bibliographies: letters and digits. */
  readonly key: string;
  readonly type: "document" | "webpage";
  readonly title: string;
  /** Names of institutions, as they are to be written. */
  readonly authors: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly issued: string;
  readonly url: string;
  readonly language: string;
  /** Where it was first published, where that is known. */
  readonly source: string | null;
}

export const CITATION_STYLES = ["apa", "chicago", "mla"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

export const CITATION_FILES = {
  bib: { name: "BibTeX", mediaType: "application/x-bibtex; charset=utf-8" },
  ris: { name: "RIS", mediaType: "application/x-research-info-systems; charset=utf-8" },
  "csl.json": { name: "CSL-JSON", mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8" },
} as const;
export type CitationFile = keyof typeof CITATION_FILES;

const CONTAINER = "Pactline";

let prepared = false;

function prepare(): void {
  if (prepared) return;
  prepared = true;
  plugins.config.get("@bibtex").format.useIdAsLabel = true;
  for (const name of CITATION_STYLES) plugins.config.get("@csl").templates.add(name, readFileSync(join(PROJECT_ROOT, "server", "publish", "styles", `${name}.csl`), "utf8"));
}

/** One line of a bibliography, which needs no sorting. */
export function citeAs(style: CitationStyle, cited: Cited): string {
  prepare();
  return new Cite([cslOf(cited)]).format("bibliography", { template: style, format: "text", lang: "en-US", nosort: true }).trim();
}

/** A file for a reference manager. */
export function citationFile(kind: CitationFile, cited: Cited): string {
  if (kind === "csl.json") return `${JSON.stringify([cslOf(cited)], null, 2)}\n`;
  prepare();
  const file = new Cite([cslOf(cited)]).format(kind === "bib" ? "bibtex" : "ris").trim();
  return `${kind === "bib" ? withMonths(file) : file}\n`;
}

/** BibTeX has names for the months, which styles put into their language; the library writes `{dec 1}`. */
function withMonths(file: string): string {
  return file.replace(/month = \{([a-z]{3}) (\d{1,2})\}/, "month = $1,\n\tday = {$2}").replace(/month = \{([a-z]{3})\}/, "month = $1");
}

/** The item in CSL-JSON, which all formats are made from. */
export function cslOf({ key, type, title, authors, issued, url, language, source }: Cited): object {
  return {
    id: key,
    "citation-key": key,
    type,
    title,
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    issued: { "date-parts": [issued.split("-").map(Number)] },
    "container-title": CONTAINER,
    URL: url,
    language,
    ...(source === null ? {} : { note: `First published at ${source}` }),
  };
}
