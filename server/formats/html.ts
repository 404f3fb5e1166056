/**
 * The reader of web pages: the article without the site's furniture, and what the page's metadata say of it.
 */
import { Readability } from "@mozilla/readability";
import { decodeCharacters } from "./encodings.ts";
import { nestingOf } from "./html-nesting.ts";
import { DEEPEST, writeText } from "./html-text.ts";
import { readMetadata } from "./html-metadata.ts";
import { conversionNotice, refuse, type Metadata, type Notice, type Transcribed } from "./transcript.ts";
import { isElement, parseTree, type Tree, type TreeElement } from "./tree.ts";

/** What is never part of an article. */
const FURNITURE = "script, style, noscript, template, iframe, nav, header nav, footer, aside, form, dialog, [hidden], [aria-hidden='true'], [role='navigation'], [role='banner'], [role='contentinfo'], [role='search']";
/** Words below which an extraction is held to have missed the article. */
const FEW = 25;
/** Deeper than this no article is told apart: that would take longer with every level. */
const DEEP = 200;
/** Tags that may be open at once before a page is parsed. Careless pages leave many open; only the tree tells how deep they are. */
const MOST_OPEN = 4 * DEEPEST;

/** Reads a page; `charset` is what its server said of the encoding. */
export function readHtml(bytes: Uint8Array, charset: string | null): Transcribed {
  const decoded = decodeCharacters(bytes, charset ?? declaredCharset(bytes));
  if (decoded.kind === "undecided") return decoded.zero === null ? refuse("broken-utf8") : refuse("nul-bytes", `the first at byte ${decoded.zero}`);
  if (nestingOf(decoded.text) > MOST_OPEN) return refuse("too-nested");
  const document = parseTree(decoded.text);
  if (depthOf(document.body, 0) > DEEPEST) return refuse("too-nested");
  const metadata = readMetadata(document);
  const { text, title, notices } = extractArticle(document, decoded.text);
  if (text === "") return refuse("empty");
  // Publishers' templates are often wrong about the language; in a text of some length the words themselves tell.
  const { language, ...sure } = metadata;
  const told: Metadata = language === undefined || count(text) > 60 ? sure : metadata;
  const named: Metadata = told.title === undefined && title !== null ? { ...told, title } : told;
  return { kind: "transcript", text: withTitle(text, named.title), metadata: named, notices: [...conversionNotice(decoded.converted), ...notices] };
}

interface Extracted {
  readonly text: string;
  readonly title: string | null;
  readonly notices: readonly Notice[];
}

function extractArticle(document: Tree, source: string): Extracted {
  const whole = plainest(parseTree(source));
  if (depthOf(document.body, 0) > DEEP) return { text: whole, title: null, notices: [] };
  const article = new Readability<TreeElement | null>(document, { charThreshold: 200, serializer: (node) => (isElement(node) ? node : null) }).parse();
  const text = article?.content === null || article?.content === undefined ? "" : writeText(article.content);
  const title = article?.title?.trim() || null;
  // A page of few words, or one built in an unusual way: all of it but its furniture.
  if (count(text) >= FEW && count(text) * 4 >= count(whole)) return { text, title, notices: [] };
  if (count(text) >= FEW && count(whole) > 400) return { text, title, notices: [] };
  return { text: whole, title, notices: count(whole) >= FEW * 4 ? [{ code: "no-article", message: "No article was told apart on the page, so all its text was taken." }] : [] };
}

/** The page's main part, or its body, without what is furniture by its very tags. */
function plainest(document: Tree): string {
  for (const element of document.querySelectorAll(FURNITURE)) element.remove();
  const main = document.querySelector("main, [role='main'], article") ?? document.body;
  const text = main === null ? "" : writeText(main);
  return text === "" && document.body !== null ? writeText(document.body) : text;
}

function depthOf(element: TreeElement | null, depth: number): number {
  if (element === null || depth > DEEPEST) return depth;
  let deepest = depth;
  for (const child of element.children) deepest = Math.max(deepest, depthOf(child, depth + 1));
  return deepest;
}

/** The title stands above the text unless the text begins with it. */
function withTitle(text: string, title: string | undefined): string {
  if (title === undefined) return text;
  const [first = ""] = text.split("\n", 1);
  return letters(first) === letters(title) ? text : `# ${title}\n\n${text}`;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const count = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
