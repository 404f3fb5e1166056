/**
 * Opens a source: front matter, blocks, title, language. Never fails on odd text; what is broken is a
 * diagnostic that the edge may refuse.
 */
import { detect } from "tinyld/light";
import { sentencesOfBlock } from "../language/sentences.ts";
import { datelineOf } from "../reading/dateline.ts";
import { documentKind } from "../reading/kind.ts";
import type { Block, Diagnostic, Document, Source } from "../types.ts";
import { readBlocks } from "./blocks.ts";
import { readFrontMatter } from "./front-matter.ts";

/** Reads a source into a document. Linear in the length of its text. */
export function openDocument(source: Source): Document {
  const diagnostics: Diagnostic[] = [];
  const matter = readFrontMatter(source.text);
  if (matter.kind === "broken") diagnostics.push({ code: "broken-front-matter", message: `The front matter is not sound YAML: ${matter.problem}`, span: null });
  const metadata = matter.kind === "read" ? matter.metadata : {};
  const text = matter.kind === "read" ? source.text.slice(matter.bodyStart) : source.text;
  const blocks = blocksOf(text);
  const title = (source.given.title ?? metadata["title"] ?? titleOf(blocks) ?? source.name ?? "Untitled").replace(/\s+/g, " ").trim();
  const stated = /^[a-z]{2}\b/i.exec(metadata["language"] ?? metadata["lang"] ?? "")?.[0].toLowerCase();
  return {
    sha256: source.sha256,
    name: source.name,
    text,
    title,
    kind: documentKind(title, metadata, blocks),
    language: stated ?? languageOf(blocks),
    sourceUrl: source.given.sourceUrl ?? webAddress(metadata["source_url"] ?? metadata["url"] ?? metadata["source"]),
    metadata,
    given: source.given,
    blocks,
    diagnostics,
  };
}

/** The blocks of a document's text, as it is kept: without front matter. Null where it would be read as having some. */
export function blocksOfText(text: string): Block[] | null {
  return readFrontMatter(text).kind === "read" ? null : blocksOf(text);
}

const blocksOf = (text: string): Block[] => markBoilerplate(readBlocks(blankDate(text)));

/** A first line's ` date 2025-12-02 ` is a stamp, not a sentence; blanked in place so that all offsets stay. */
function blankDate(text: string): string {
  const stamp = /^\s*date:?[ \t]+\d{4}-\d{2}-\d{2}[ \t]*/i.exec(text);
  return stamp === null ? text : " ".repeat(stamp[0].length) + text.slice(stamp[0].length);
}

const BOILERPLATE = /^(?:for (?:more|further) information|more information|press contacts?|media contacts?|contacts?(?: for (?:the )?(?:press|media))?|notes? (?:to|for) editors?|related (?:links|documents|topics)|share this|subscribe|see also|about (?:us|the author))\b/i;
const CONTACT = /^(?:(?:press|media) (?:contact|office|enquiries|inquiries)s?\b|for (?:more|further) (?:information|details)\b|follow us\b|subscribe\b|sign up\b|©|copyright\b|all rights reserved|\(?photo\b|image:|tel\.?:|e-?mail:|source:)/i;

/** Marks contact lines, subscription notices and everything under a heading such as "For more information". */
function markBoilerplate(blocks: readonly Block[]): Block[] {
  let under = 0;
  return blocks.map((block) => {
    if (block.kind === "heading") under = BOILERPLATE.test(block.text) ? block.level : under > 0 && block.level <= under ? 0 : under;
    const dull = (under > 0 && block.kind !== "heading") || (block.text.length < 300 && CONTACT.test(block.text));
    return dull ? { ...block, kind: "boilerplate" as const } : block;
  });
}

function titleOf(blocks: readonly Block[]): string | undefined {
  const [first] = blocks;
  const heading = blocks.slice(0, 3).find((block) => block.kind === "heading");
  if (heading !== undefined && (heading.level === 1 || heading === first)) return heading.text;
  if (first === undefined) return undefined;
  const story = blocks.find(({ kind, text }) => kind !== "heading" && (datelineOf(text)?.end ?? 0) < text.length) ?? first;
  const sentence = sentencesOfBlock(story, 0)[0]?.text ?? story.text;
  return shorten(sentence.slice(datelineOf(sentence)?.end ?? 0).replace(/[.]$/, ""), 140);
}

/** Cuts at a word's end. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[,;:–—-]+$/, "")} …`;
}

/** Small words that every English text is full of and no other language has. */
const ENGLISH = /(?<!\p{L})(?:the|of|and|to|with|for|that|will|by|from|this|are|is|on|have|has|their|our|its|was|were|which|we|they|both|sides|agreed|between|these|would|shall)(?!\p{L})/giu;

/**
 * English by its small words, which tell it surely in a few lines; other languages by their letters. The detector alone takes a short English
 * report that is full of names for something else.
 */
function languageOf(blocks: readonly Block[]): string {
  const sample = blocks.slice(0, 60).map((block) => block.text).join(" ").slice(0, 3_000);
  const words = sample.split(" ").length;
  const small = sample.match(ENGLISH)?.length ?? 0;
  if (small >= 2 && small > words * 0.12) return "en";
  return detect(sample) || "en";
}

function webAddress(value: string | undefined): string | null {
  return value !== undefined && /^https?:\/\/\S+$/.test(value.trim()) ? value.trim() : null;
}
