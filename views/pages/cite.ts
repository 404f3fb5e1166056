/**
 * How something is cited: a ready sentence, the styles, files for reference managers, and the words in the original source.
 */
import { citeHref, twinOf } from "../addresses.ts";
import { type Link, listHead, type Page } from "../page.ts";

interface CitedStyle {
  readonly name: string;
  readonly id: string;
  readonly text: string;
  /** The text in pieces, of which titles of works are in italics. */
  readonly runs: readonly { readonly text: string; readonly face: "plain" | "italic" }[];
}

export interface CitePage extends Page {
  readonly template: "cite";
  readonly title: string;
  readonly href: string;
  readonly sentence: { readonly words: string; readonly links: readonly Link[]; readonly plain: string; readonly markdown: string };
  readonly styles: readonly CitedStyle[];
  readonly files: readonly Link[];
  readonly quotations: readonly string[];
  readonly original: string | null;
  /** Said where the words are not the official text's. */
  readonly note: string | null;
  readonly permalink: string;
}

export interface CiteInput {
  readonly title: string;
  readonly href: string;
  readonly sentence: string;
  readonly links: readonly Link[];
  readonly permalink: string;
  readonly markdown: string;
  readonly styles: readonly CitedStyle[];
  readonly files: readonly { readonly name: string; readonly ending: string }[];
  readonly quotations: readonly string[];
  readonly original: string | null;
  readonly digest: boolean;
}

export function citePage({ title, href, sentence, links, permalink, markdown, styles, files, quotations, original, digest }: CiteInput): CitePage {
  const address = citeHref(href);
  return {
    template: "cite",
    head: { ...listHead({ title: `Cite: ${title}`, description: "Citations in APA, Chicago and MLA, files for reference managers and a sentence that is ready to be pasted.", path: address, twin: twinOf(address) }), indexed: false },
    trail: [{ label: "What is cited", href }],
    title,
    href,
    sentence: { words: sentence, links, plain: `${sentence} (${links.map(({ label, href: to }) => `${label}, ${to}`).join("; ")}).`, markdown },
    styles,
    files: files.map(({ name, ending }) => ({ label: name, href: `${address}.${ending}` })),
    quotations,
    original,
    note: digest ? "The words come from a digest, a summary written for this archive. Quote the official text where the wording matters." : null,
    permalink,
  };
}
