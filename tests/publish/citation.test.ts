import { describe, expect, test } from "vitest";
import { citationFile, citeAs, type Cited } from "../../server/publish/citation.ts";

const statement: Cited = {
  key: "pactline0a1b2c",
  type: "document",
  title: "Joint Statement on R&D, {Cables} and 100% of Chips",
  authors: ["Republic of Aland", "Union of Bories"],
  issued: "2024-10-12",
  url: "https://pactline.example/documents/0a1b2c",
  language: "en",
  source: "https://aland.example/news/12?x=1&y=2",
};
const change: Cited = { ...statement, type: "webpage", key: "pactlinechange", title: "Semiconductors: advanced", authors: [], source: null };

describe("styles", () => {
  test.each([
    ["apa", "Republic of Aland & Union of Bories. (2024). Joint Statement on R&D, {Cables} and 100% of Chips. In Pactline. https://pactline.example/documents/0a1b2c"],
    ["chicago", "Republic of Aland and Union of Bories. “Joint Statement on R&D, {Cables} and 100% of Chips.” Pactline, October 12, 2024. https://pactline.example/documents/0a1b2c."],
    ["mla", "Republic of Aland and Union of Bories. “Joint Statement on R&D, {Cables} and 100% of Chips.” Pactline, 12 Oct. 2024, https://pactline.example/documents/0a1b2c."],
  ] as const)("%s", (style, expected) => expect(citeAs(style, statement)).toBe(expected));

  test("what nobody signed begins with its title", () => {
    expect(citeAs("apa", change)).toMatch(/^Semiconductors: advanced\. \(2024, October 12\)\. Pactline\./);
    expect(citeAs("chicago", change)).toBe("“Semiconductors: advanced.” Pactline, October 12, 2024. https://pactline.example/documents/0a1b2c.");
    expect(citeAs("mla", change)).toMatch(/^“Semiconductors: advanced\.” Pactline, 12 Oct\. 2024, https:/);
  });
});

describe("files", () => {
  test("BibTeX escapes what it takes for its own", () => {
    const bib = citationFile("bib", statement);
    expect(bib).toMatch(/^@misc\{pactline0a1b2c,/);
    expect(bib).toContain("{R}\\&{D}");
    expect(bib).toContain("100\\%");
    expect(bib).toContain("author = {{Republic of Aland} and {Union of Bories}}");
    expect(bib).toContain("url = {https://pactline.example/documents/0a1b2c}");
    expect(bib).toMatch(/\tmonth = [a-z]{3},\n\tday = \{\d{1,2}\},/);
  });

  test("RIS names its type and ends its record", () => {
    const lines = citationFile("ris", change).split(/\r?\n/);
    expect(lines[0]).toBe("TY  - ELEC");
    expect(lines).toContain("TI  - Semiconductors: advanced");
    expect(lines.some((line) => line.startsWith("DA  - 2024/10/12"))).toBe(true);
    expect(lines.some((line) => line.startsWith("ER  -"))).toBe(true);
  });

  test("CSL-JSON is what the others are made from", () => {
    expect(JSON.parse(citationFile("csl.json", statement))).toMatchObject([{ id: "pactline0a1b2c", type: "document", issued: { "date-parts": [[2024, 10, 12]] }, note: "First published at https://aland.example/news/12?x=1&y=2" }]);
  });
});
