/**
 * The reader of Word documents: by way of their structure as a page, so that headings, lists and tables are read as
 * those of a page are.
 */
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { writeText } from "./html-text.ts";
import { refuse, type Refused, type Transcribed } from "./transcript.ts";
import { parseTree } from "./tree.ts";

/** A document whose parts unpack to more than this is made to exhaust, not to be read. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", "u => strong", "comment-reference => "];

export async function readDocx(bytes: Uint8Array): Promise<Transcribed> {
  const properties = unpackProperties(bytes);
  if (properties.kind === "refused") return properties;
  let html: string;
  try {
    const result = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) });
    html = result.value;
  } catch (error) {
    return refuse("broken-docx", error instanceof Error ? firstLine(error.message) : undefined);
  }
  const { body } = parseTree(html);
  const text = body === null ? "" : writeText(body);
  if (text === "") return refuse("empty");
  const { title } = properties;
  return { kind: "transcript", text, metadata: title === null || /^# /m.test(text.slice(0, 2_000)) ? {} : { title }, notices: [] };
}

type Properties = { readonly kind: "properties"; readonly title: string | null } | Refused;

/** Reads the document's properties, and on the way how large it is unpacked. */
function unpackProperties(bytes: Uint8Array): Properties {
  let unpacked = 0;
  let written = false;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        if (name === "word/document.xml") written = true;
        return name === "docProps/core.xml" && originalSize < 64 * 1024;
      },
    });
    if (unpacked > LARGEST_UNPACKED) return refuse("too-large", "unpacked");
    if (!written) return refuse("broken-docx", "it holds no text part");
    const core = parts["docProps/core.xml"];
    const title = core === undefined ? "" : (parseTree(new TextDecoder().decode(core)).querySelector("dc\\:title")?.textContent ?? "").replace(/\s+/g, " ").trim();
    return { kind: "properties", title: title.split(" ").length < 3 || /\.docx?$|untitled|^document\b/i.test(title) ? null : title };
  } catch (error) {
    return refuse("broken-docx", error instanceof Error ? firstLine(error.message) : undefined);
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/[.\s]+$/, "").slice(0, 120);
}
