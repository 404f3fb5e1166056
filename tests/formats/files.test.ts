import { describe, expect, test } from "vitest";
import { readAhead, readApart } from "../../server/formats/isolation.ts";
import { sortDocument } from "../../server/formats/media.ts";
import { writeBlocks } from "../../server/formats/pdf-blocks.ts";
import { transcribe, transcribeAhead } from "../../server/formats/transcribe.ts";
import { asDocx, asHtml, barePdf, hasBrowser, LOCKED, type Part, printPdf, SCAN } from "./makers.ts";

const long = (many: number): string => Array.from({ length: many }, (_, at) => `The two sides will establish joint programme ${at} on cross-border data flows, trustworthy semiconductors and long-term interoperability.`).join(" ");
const STATEMENT: readonly Part[] = [
  { heading: "Joint Statement of Norway and Chile", level: 1 },
  { paragraph: long(3) },
  { heading: "Digital trade" },
  { paragraph: `${long(2)} They also agreed as follows:` },
  { items: ["explore electronic invoicing with 14 experts;", ["launch a sandbox", "for invoices", "for payments"], long(1)] },
  { heading: "Submarine cables" },
  ...[12, 14, 13, 11].map((many) => ({ paragraph: long(many) })),
];
const EXPECTED = [
  "# Joint Statement of Norway and Chile",
  long(3),
  "## Digital trade",
  `${long(2)} They also agreed as follows:`,
  `- explore electronic invoicing with 14 experts;\n- launch a sandbox\n    - for invoices\n    - for payments\n- ${long(1)}`,
  "## Submarine cables",
  ...[12, 14, 13, 11].map(long),
].join("\n\n");

const text = (bytes: Uint8Array, name: string): string => {
  const outcome = transcribe({ bytes, name });
  if (outcome.kind === "refused") throw new Error(outcome.refusal.sentence);
  return outcome.text;
};

test("a Word file is read in its structure", () => {
  expect(text(asDocx(STATEMENT), "a.docx")).toBe(EXPECTED);
});

describe.skipIf(!hasBrowser)("a PDF file made by a browser", () => {
  test("with its structure told", async () => {
    expect(text(await printPdf(asHtml(STATEMENT), { tagged: true, header: HEAD, footer: FOOT }), "a.pdf")).toBe(EXPECTED);
  });

  test("without: headings by their size, lists by their indent, running heads and page numbers left out", async () => {
    expect(text(await printPdf(asHtml(STATEMENT), { header: HEAD, footer: FOOT }), "a.pdf")).toBe(EXPECTED);
  });

  test("with numbered points, letters and numbers of notes, as ministries set them", async () => {
    const html = `<html lang="en"><style>body{font:11pt serif;text-align:justify;hyphens:auto} p{margin:0;text-indent:2em} h2{font-size:11pt} ol{list-style-type:lower-alpha}</style><p>1. ${long(1)}</p><p>2. ${long(2)}<sup>1</sup></p><h2>Artificial intelligence</h2><p>3. Both sides committed to:</p><ol><li>exchange information;</li><li>${long(1)}</li></ol></html>`;
    expect(text(await printPdf(html), "a.pdf").split(/\n+/)).toEqual([`1. ${long(1)}`, `2. ${long(2)}`, "**Artificial intelligence**", "3. Both sides committed to:", "(a) exchange information;", `(b) ${long(1)}`]);
  });

  test("in two columns with words cut at lines' ends", async () => {
    const html = `<html lang="en"><style>main{columns:2;hyphens:auto;text-align:justify;font:10pt serif}</style>${asHtml(STATEMENT.slice(0, 1))}<main>${asHtml(STATEMENT.slice(1))}</main></html>`;
    const outcome = transcribe({ bytes: await printPdf(html, { header: HEAD, footer: FOOT }), name: "a.pdf" });
    expect(outcome).toMatchObject({ notices: [{ code: "columns" }] });
    expect(outcome.kind === "readable" && outcome.text).toBe(EXPECTED);
  });
});

const HEAD = "<span style='font-size:8px'>Draft of the secretariat</span>";
const FOOT = "<span style='font-size:8px'>Page <span class=pageNumber></span> of <span class=totalPages></span></span>";

test("words that lines cut are joined, compounds keep their hyphen", () => {
  const lines = ["They will co-", "operate on cyber-", "security in the inter-", "operable and long-", "term plan for trust-", "worthy long-term cybersecurity."];
  expect(writeBlocks([{ kind: "paragraph", level: 0, marker: "", lines, cut: false }])).toBe("They will co-operate on cybersecurity in the inter-operable and long-term plan for trustworthy long-term cybersecurity.");
});

test("a paragraph that a page's end cuts goes on", () => {
  const paragraph = (line: string) => ({ kind: "paragraph", level: 0, marker: "", lines: [line], cut: false }) as const;
  expect(writeBlocks([paragraph("The two sides agreed"), paragraph("to meet again."), paragraph("Then they left.")])).toBe("The two sides agreed to meet again.\n\nThen they left.");
});

test.each([
  ["a scan without text", SCAN, "a.pdf", "scan-without-text"],
  ["a PDF file with a password", LOCKED, "a.pdf", "encrypted-pdf"],
  ["half a PDF file", Buffer.from("%PDF-1.7\nnothing more"), "a.pdf", "broken-pdf"],
  ["a PDF file without pages", barePdf(["<< /Type /Catalog >>"]), "a.pdf", "broken-pdf"],
  ["half a Word file", asDocx(STATEMENT).subarray(0, 900), "a.docx", "broken-docx"],
  ["a Word file without its text", asDocx([], { "word/document.xml": "no markup" }), "a.docx", "broken-docx"],
  ["an empty Word file", asDocx([]), "a.docx", "empty"],
  ["a picture", Buffer.from("\u0089PNG\r\n", "latin1"), "a.docx", "not-text"],
  ["a spreadsheet", Buffer.from("PK\u0003\u0004xl/workbook.xml", "latin1"), "a.xlsx", "not-text"],
])("%s is refused", (_name, bytes, name, code) => {
  expect(transcribe({ bytes, name })).toMatchObject({ kind: "refused", refusal: { code } });
});

test("a file is read ahead while the program goes on, and then is there at once", async () => {
  const bytes = asDocx([...STATEMENT, { paragraph: "Read ahead." }]);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await transcribeAhead({ bytes, name: "a.docx" });
  clearInterval(timer);
  const before = performance.now();
  expect([turns > 0, text(bytes, "a.docx")]).toEqual([true, `${EXPECTED}\n\nRead ahead.`]);
  expect(performance.now() - before).toBeLessThan(50);
  const slow = asDocx(Array.from({ length: 3_000 }, () => ({ paragraph: long(2) })));
  await readAhead({ format: "docx", bytes: slow, charset: null }, 0);
  expect(transcribe({ bytes: slow, name: "a.docx" })).toMatchObject({ refusal: { code: "too-slow" } });
});

test("a file that takes too long is given up, and the next one is read", () => {
  // Long enough that no thread has read it before it is asked.
  const bytes = asDocx(Array.from({ length: 3_000 }, () => ({ paragraph: long(3) })));
  expect(readApart({ format: "docx", bytes, charset: null }, 0)).toMatchObject({ kind: "refused", refusal: { code: "too-slow" } });
  expect(readApart({ format: "docx", bytes, charset: null })).toMatchObject({ kind: "transcript" });
});

test.each([
  ["%PDF-1.4", "a.txt", undefined, "application/pdf"],
  ["<!DOCTYPE html>", null, undefined, "text/html"],
  ["<!-- saved --> <html>", "statement", "application/octet-stream", "text/html"],
  ["A text.", "a.aspx", "text/html; charset=utf-8", "text/html"],
  ["A text.", "No. 5", undefined, "text/plain"],
])("%j called %j and declared as %j is %s", (bytes, name, mediaType, type) => {
  expect(sortDocument({ bytes: Buffer.from(bytes), name, ...(mediaType === undefined ? {} : { mediaType }) })).toMatchObject({ kind: "sorted", mediaType: type });
});
