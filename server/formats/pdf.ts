/**
 * The reader of PDF files that hold text. Where the file tells its structure (headings, lists, what is a running head),
 * that is followed; where it does not, its layout is read.
 */
import { getDocumentProxy } from "unpdf";
import { readLayout } from "./pdf-layout.ts";
import { type Block, writeBlocks } from "./pdf-blocks.ts";
import { readStructure } from "./pdf-structure.ts";
import { refuse, type Transcribed } from "./transcript.ts";

/** A run of characters on a page; `id` names the marked content that it stands in. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly id: string | null;
  /** Stands in what the file itself calls an artifact: a running head, a page number. */
  readonly artifact: boolean;
  readonly endsLine: boolean;
}

export interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
  readonly structure: StructureNode | null;
}

/** A text of fewer characters a page than this is that of a scan: a stamp, a page number. */
const FEW = 20;
const MOST_PAGES = 2_000;

export async function readPdf(bytes: Uint8Array): Promise<Transcribed> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return name === "PasswordException" ? refuse("encrypted-pdf") : refuse("broken-pdf", error instanceof Error ? error.message.replace(/\.$/, "") : undefined);
  }
  try {
    if (pdf.numPages > MOST_PAGES) return refuse("too-large", `it has ${pdf.numPages} pages`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
    return transcribePages(pages, await titleOf(pdf));
  } catch (error) {
    return refuse("broken-pdf", error instanceof Error ? error.message.replace(/\.$/, "") : undefined);
  } finally {
    await pdf.cleanup();
  }
}

function transcribePages(pages: readonly PdfPage[], title: string | null): Transcribed {
  const characters = pages.reduce((sum, page) => sum + page.fragments.reduce((all, { text, artifact }) => all + (artifact ? 0 : text.trim().length), 0), 0);
  if (characters < FEW * pages.length) return refuse("scan-without-text");
  const blocks: Block[] | null = readStructure(pages);
  const laid = blocks === null ? readLayout(pages) : { blocks, columns: 1 };
  const text = writeBlocks(laid.blocks);
  if (text === "") return refuse("scan-without-text");
  return {
    kind: "transcript",
    text,
    metadata: title === null || /^# /m.test(text.slice(0, 2_000)) ? {} : { title },
    notices: laid.columns > 1 ? [{ code: "columns", message: `The pages are set in ${laid.columns} columns, which were read one after the other.` }] : [],
  };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true });
  const structure: StructureNode | null = await page.getStructTree().catch(() => null);
  const fragments: Fragment[] = [];
  const open: { id: string | null; artifact: boolean }[] = [];
  for (const item of content.items) {
    if (!("str" in item)) {
      const here = open.at(-1);
      if (item.type === "endMarkedContent") open.pop();
      else open.push({ id: item.id ?? here?.id ?? null, artifact: here?.artifact === true || ("tag" in item && item.tag === "Artifact") });
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    // Text that stands on its side is a stamp or a margin's note.
    if (Math.abs(b) > Math.abs(a) * 0.2) continue;
    const here = open.at(-1);
    fragments.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), font: item.fontName, id: here?.id ?? null, artifact: here?.artifact ?? false, endsLine: item.hasEOL });
  }
  page.cleanup();
  return { number, width, height, fragments: withoutNoteNumbers(fragments), structure };
}

/** Numbers of notes stand small and high beside words; they are no words. */
function withoutNoteNumbers(fragments: readonly Fragment[]): Fragment[] {
  const sizes = new Map<number, number>();
  for (const { size, text } of fragments) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  const [usual = 0] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  return fragments.filter(({ size, text }) => size >= usual * 0.95 || !/^\s*\[?\d{1,3}\]?\s*$/.test(text));
}

/** The title in the file's metadata, unless a program put a file's name there. */
async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const title = "Title" in info && typeof info.Title === "string" ? info.Title.replace(/\s+/g, " ").trim() : "";
  return title.split(" ").length < 3 || /\.(?:docx?|pdf|indd|html?|odt)$|^microsoft word|untitled/i.test(title) ? null : title;
}
