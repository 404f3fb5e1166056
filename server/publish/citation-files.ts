/**
 * Citations as files for reference managers: BibTeX and RIS by Citation.js, mended where the library strays from the format, and CSL-JSON.
 */
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { type Cited, type CslItem, cslOf } from "./citation.ts";

export const CITATION_FILES = {
  bib: { name: "BibTeX", mediaType: "application/x-bibtex; charset=utf-8" },
  ris: { name: "RIS", mediaType: "application/x-research-info-systems; charset=utf-8" },
  "csl.json": { name: "CSL-JSON", mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8" },
} as const;
export type CitationFile = keyof typeof CITATION_FILES;

/** A file for a reference manager. */
export function citationFile(kind: CitationFile, cited: Cited): string {
  const item = cslOf(cited);
  switch (kind) {
    case "csl.json":
      return `${JSON.stringify([item], null, 2)}\n`;
    case "bib":
      return bibtex(item);
    case "ris":
      return ris(cited);
  }
}

/** BibTeX has names for the months, which styles put into their language; the library writes `{dec 1}`. It tells the address twice, and a passage in a document as one in a book of one author. */
function bibtex(item: CslItem): string {
  plugins.config.get("@bibtex").format.useIdAsLabel = true;
  const file = new Cite([item]).format("bibtex").trim();
  return `${file
    .replace(/^@inbook\{/, "@incollection{")
    .replace(/month = \{([a-z]{3}) (\d{1,2})\}/, "month = $1,\n\tday = {$2}")
    .replace(/month = \{([a-z]{3})\}/, "month = $1")
    .replace(/\n\thowpublished = \{https?:[^\n]*/, "")}\n`;
}

const RIS_TYPES: Readonly<Record<Cited["type"], string>> = { report: "RPRT", "article-newspaper": "NEWS", chapter: "CHAP", webpage: "ELEC" };

/** The library folds long values, which the format does not know, writes days without their zeros, and leaves out fields by the type; a report has most of them. */
function ris(cited: Cited): string {
  const [fields = {}] = new Cite([{ ...cslOf(cited), type: "report" }]).format("ris", { format: "object" });
  const { TY: _, ...values } = fields;
  const { type, container, issued, accessed } = cited;
  const mended = { ...values, ...(container === null ? {} : { T2: container }), ...(issued === null ? {} : { DA: risDay(issued) }), Y2: risDay(accessed) };
  const lines = Object.entries(mended).flatMap(([tag, value]) => [value].flat().map((one) => `${tag}  - ${String(one).replace(/\s+/g, " ")}`));
  return [`TY  - ${RIS_TYPES[type]}`, ...lines, "ER  - ", ""].join("\r\n");
}

/** `2024/10/12/`; parts that a date lacks are empty. */
function risDay(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}/${month}/${day}/`;
}
