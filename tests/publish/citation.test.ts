import { describe, expect, test } from "vitest";
import type { Cited } from "../../server/publish/citation.ts";
import { citationFile } from "../../server/publish/citation-files.ts";
import { type CitationStyle, citeAs, wordsOf } from "../../server/publish/citation-styles.ts";
import { publisherOf } from "../../views/parts/publisher.ts";

const statement: Cited = {
  key: "pactline0a1b2c",
  type: "report",
  title: "Joint Statement on R&D, {Cables} and 100% of Chips",
  container: null,
  genre: null,
  authors: ["Republic of Aland", "Union of Bories"],
  publisher: "Ministry of Cables",
  issued: "2024-10-12",
  accessed: "2026-02-03",
  url: "https://aland.example/news/12?x=1&y=2",
  archived: "https://pactline.example/documents/0a1b2c",
  language: "en",
  note: null,
};
const release: Cited = { ...statement, title: "Cables for All", genre: "Press release", authors: ["Ministry of Cables"] };
const news: Cited = { ...statement, type: "article-newspaper", title: "Cables, at last", container: "aland-times.example", authors: [], publisher: "aland-times.example" };
const passage: Cited = { ...statement, type: "chapter", title: "We will lay “green” cables for the whole Union …", container: "Joint Statement on Cables" };
const change: Cited = { ...statement, type: "webpage", title: "Semiconductors: advanced", authors: ["Pactline"], publisher: "Pactline", issued: null, url: "https://pactline.example/x", archived: null };

const line = (style: CitationStyle, cited: Cited): string => citeAs(style, cited).map(({ text, face }) => (face === "italic" ? `*${text}*` : text)).join("");

describe("styles", () => {
  test.each([
    ["apa", "Republic of Aland & Union of Bories. (2024, October 12). *Joint Statement on R&D, {Cables} and 100% of Chips*. Ministry of Cables. https://aland.example/news/12?x=1&y=2"],
    ["chicago", "Republic of Aland and Union of Bories. “Joint Statement on R&D, {Cables} and 100% of Chips.” Ministry of Cables. October 12, 2024. https://aland.example/news/12?x=1&y=2."],
    ["mla", "Republic of Aland and Union of Bories. “Joint Statement on R&D, {Cables} and 100% of Chips.” *Ministry of Cables*, 12 Oct. 2024, https://aland.example/news/12?x=1&y=2."],
  ] as const)("%s cites a document as its publisher’s work, at its own address and with its full day", (style, expected) => expect(line(style, statement)).toBe(expected));

  test.each([
    ["apa", "Ministry of Cables. (2024, October 12). *Cables for All* [Press release]. https://aland.example/news/12?x=1&y=2"],
    ["chicago", "Ministry of Cables. “Cables for All.” October 12, 2024. https://aland.example/news/12?x=1&y=2."],
    ["mla", "“Cables for All.” *Ministry of Cables*, 12 Oct. 2024, https://aland.example/news/12?x=1&y=2."],
  ] as const)("%s names an institution once that wrote and published", (style, expected) => expect(line(style, release)).toBe(expected));

  test.each([
    ["apa", "Cables, at last. (2024, October 12). *aland-times.example*. https://aland.example/news/12?x=1&y=2"],
    ["chicago", "“Cables, at last.” *aland-times.example*, October 12, 2024. https://aland.example/news/12?x=1&y=2."],
    ["mla", "“Cables, at last.” *aland-times.example*, 12 Oct. 2024, https://aland.example/news/12?x=1&y=2."],
  ] as const)("%s puts a report into its newspaper", (style, expected) => expect(line(style, news)).toBe(expected));

  test.each([
    ["apa", "Republic of Aland & Union of Bories. (2024, October 12). We will lay “green” cables for the whole Union … In *Joint Statement on Cables*. Ministry of Cables. https://aland.example/news/12?x=1&y=2"],
    ["chicago", "Republic of Aland and Union of Bories. “We will lay ‘green’ cables for the whole Union …” In *Joint Statement on Cables*. Ministry of Cables. October 12, 2024. https://aland.example/news/12?x=1&y=2."],
    ["mla", "Republic of Aland and Union of Bories. “We will lay ‘green’ cables for the whole Union …” *Joint Statement on Cables*, *Ministry of Cables*, 12 Oct. 2024, https://aland.example/news/12?x=1&y=2."],
  ] as const)("%s cites a passage within its document, with one mark at its end", (style, expected) => expect(line(style, passage)).toBe(expected));

  test.each([
    ["apa", "Pactline. (n.d.). *Semiconductors: advanced*. Retrieved February 3, 2026, from https://pactline.example/x"],
    ["chicago", "Pactline. “Semiconductors: advanced.” Accessed February 3, 2026. https://pactline.example/x."],
    ["mla", "“Semiconductors: advanced.” *Pactline*, https://pactline.example/x. Accessed 3 Feb. 2026."],
  ] as const)("%s has the day of access where there is none of publication", (style, expected) => expect(line(style, change)).toBe(expected));

  test("the words of a line are those of its runs", () => expect(wordsOf(citeAs("mla", change))).toBe("“Semiconductors: advanced.” Pactline, https://pactline.example/x. Accessed 3 Feb. 2026."));
});

describe("files", () => {
  test("BibTeX escapes what it takes for its own, and tells the address once", () => {
    const bib = citationFile("bib", statement);
    expect(bib).toMatch(/^@techreport\{pactline0a1b2c,/);
    expect(bib).toContain("{R}\\&{D}");
    expect(bib).toContain("100\\%");
    expect(bib).toContain("author = {{Republic of Aland} and {Union of Bories}}");
    expect(bib).toContain("url = {https://aland.example/news/12?x=1&y=2}");
    expect(bib).toContain("note = {Archived copy: https://pactline.example/documents/0a1b2c}");
    expect(bib).toMatch(/\tmonth = oct,\n\tday = \{12\},/);
    for (const one of [statement, release, news, passage, change]) expect(citationFile("bib", one)).not.toContain("howpublished");
    expect(citationFile("bib", passage)).toMatch(/^@incollection\{[\s\S]*booktitle = \{Joint/);
  });

  test("RIS has one line for each value, however long, and ends lines and record as the format wants", () => {
    const long = { ...statement, title: `${"Cables across the Atlantic and the Pacific ".repeat(6)}at last`, url: `https://aland.example/${"long-way-".repeat(20)}home` };
    const file = citationFile("ris", long);
    const lines = file.split("\r\n");
    expect(lines[0]).toBe("TY  - RPRT");
    expect(lines.slice(-2)).toEqual(["ER  - ", ""]);
    expect(lines.slice(0, -1).every((one) => /^[A-Z][A-Z0-9] {2}- /.test(one))).toBe(true);
    expect(lines).toEqual(expect.arrayContaining([`TI  - ${long.title}`, `UR  - ${long.url}`, "DA  - 2024/10/12/", "PB  - Ministry of Cables", "AU  - Republic of Aland", "AU  - Union of Bories"]));
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test.each([[news, "NEWS", "T2  - aland-times.example"], [passage, "CHAP", "T2  - Joint Statement on Cables"], [change, "ELEC", "Y2  - 2026/02/03/"]] as const)("RIS names what each is, and what it stands in", (cited, type, field) => {
    const lines = citationFile("ris", cited).split("\r\n");
    expect(lines[0]).toBe(`TY  - ${type}`);
    expect(lines).toContain(field);
  });

  test("CSL-JSON is what the others are made from", () => {
    expect(JSON.parse(citationFile("csl.json", statement))).toMatchObject([{ id: "pactline0a1b2c", type: "report", issued: { "date-parts": [[2024, 10, 12]] }, accessed: { "date-parts": [[2026, 2, 3]] }, publisher: "Ministry of Cables", archive: "Pactline", archive_location: "https://pactline.example/documents/0a1b2c", note: "Archived copy: https://pactline.example/documents/0a1b2c" }]);
    expect(JSON.parse(citationFile("csl.json", change))[0]).not.toHaveProperty("issued");
  });
});

describe("publishers", () => {
  test.each([
    ["https://www.mofa.go.jp/x", "Ministry of Foreign Affairs of Japan", "institution"],
    ["https://digital-strategy.ec.europa.eu/en/x", "European Commission", "institution"],
    ["https://www.aland.example/x", "aland.example", "host"],
    ["javascript:alert(1)", "Pactline", "archive"],
    [null, "Pactline", "archive"],
  ] as const)("of %s: %s", (sourceUrl, name, kind) => expect(publisherOf({ kind: "press-release", sourceUrl })).toEqual({ name, kind }));

  test("a digest is the archive’s own", () => expect(publisherOf({ kind: "digest", sourceUrl: "https://www.mofa.go.jp/x" }).name).toBe("Pactline"));
});
