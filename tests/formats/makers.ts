/**
 * What tests of formats share: one statement as values, written as text, Markdown, a page, a Word file; and PDF files made by
 * a real browser.
 */
import { existsSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { chromium } from "playwright-core";

export type Part = { readonly heading: string; readonly level?: number } | { readonly paragraph: string } | { readonly items: readonly (string | readonly string[])[] };

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
/** Tests of PDF files need a browser; the continuous integration has one, elsewhere they say why they are skipped. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) {
  if (process.env["CI"] === "true") throw new Error(`No Chromium at ${CHROMIUM}: the tests of PDF files cannot run.`);
  console.warn(`No Chromium at ${CHROMIUM}: the tests of PDF files are skipped; set CHROMIUM to its path.`);
}

export interface Printing {
  readonly tagged?: boolean;
  readonly header?: string;
  readonly footer?: string;
}

/** Prints a page to PDF in a real browser. */
export async function printPdf(html: string, { tagged = false, header, footer }: Printing = {}): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    const around = header === undefined && footer === undefined ? {} : { displayHeaderFooter: true, headerTemplate: header ?? "<span></span>", footerTemplate: footer ?? "<span></span>" };
    return await page.pdf({ format: "A4", tagged, margin: { top: "25mm", bottom: "25mm", left: "25mm", right: "25mm" }, ...around });
  } finally {
    await browser.close();
  }
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The statement as the body of a page. */
export function asHtml(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if ("heading" in part) return `<h${part.level ?? 2}>${escaped(part.heading)}</h${part.level ?? 2}>`;
      if ("paragraph" in part) return `<p>${escaped(part.paragraph)}</p>`;
      return `<ul>${part.items.map((item) => (typeof item === "string" ? `<li>${escaped(item)}</li>` : `<li>${escaped(item[0] ?? "")}<ul>${item.slice(1).map((one) => `<li>${escaped(one)}</li>`).join("")}</ul></li>`)).join("")}</ul>`;
    })
    .join("\n");
}

/** The statement as plain text wrapped at 72 columns, or as Markdown in long lines. */
export function asText(parts: readonly Part[], form: "plain" | "markdown"): string {
  const line = (text: string, indent = ""): string => (form === "markdown" ? text : wrap(text, 72, indent));
  return `${parts
    .map((part) => {
      if ("heading" in part) return form === "markdown" ? `${"#".repeat(part.level ?? 2)} ${part.heading}` : part.heading.toUpperCase();
      if ("paragraph" in part) return line(part.paragraph);
      return part.items.flatMap((item) => (typeof item === "string" ? [line(`- ${item}`, "  ")] : [line(`- ${item[0] ?? ""}`, "  "), ...item.slice(1).map((one) => line(`    - ${one}`, "      "))])).join("\n");
    })
    .join("\n\n")}\n`;
}

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The statement as a small Word file, with real styles and a real list. */
export function asDocx(parts: readonly Part[], extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const paragraph = (text: string, properties = ""): string => `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const item = (text: string, depth: number): string => paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`);
  const body = parts.map((part) => {
    if ("heading" in part) return paragraph(part.heading, `<w:pStyle w:val="Heading${part.level ?? 2}"/>`);
    if ("paragraph" in part) return paragraph(part.paragraph);
    return part.items.map((one) => (typeof one === "string" ? item(one, 0) : one.map((each, at) => item(each, at === 0 ? 0 : 1)).join(""))).join("");
  });
  const levels = [0, 1].map((depth) => `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`).join("");
  const styles = [1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0"?><w:document ${W}><w:body>${body.join("")}</w:body></w:document>`,
    "word/numbering.xml": `<?xml version="1.0"?><w:numbering ${W}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/styles.xml": `<?xml version="1.0"?><w:styles ${W}>${styles}</w:styles>`,
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The smallest PDF file with these bodies of objects; the first is the catalogue. */
export function barePdf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.4\n";
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`, "latin1");
}

/** A page with one picture of a grey square: what a scan is to a reader. */
export const SCAN = barePdf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>",
  "<< /Length 30 >>\nstream\nq 500 0 0 700 40 40 cm /Im Do Q\nendstream",
  "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream",
]);

/** A file that asks for a password. */
export const LOCKED = barePdf(
  [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >>`,
  ],
  `/Encrypt 4 0 R /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>]`,
);
