import { describe, expect, test } from "vitest";
import { dayOf } from "../../server/formats/html-metadata.ts";
import { readHtml } from "../../server/formats/html.ts";
import { transcribe } from "../../server/formats/transcribe.ts";

const SENTENCES = "The two sides will establish a joint programme on data flows. They agreed to explore electronic invoicing with small firms, and will report on it next year. ".repeat(3);
const FURNITURE = `<header><nav><ul><li><a href="/">Home</a></li><li><a href="/press">Press room</a></li></ul></nav></header>`;
const ARTICLE = `<article><h1>Joint Statement of Norway and Chile</h1><p>${SENTENCES}</p><h2>Digital trade</h2><p>The two sides:</p><ul><li>will open a corridor;<ul><li>for invoices</li><li>for <b>payments</b></li></ul></li><li>intend to meet again.</li></ul><ol start="3"><li>Third point of the plan.</li></ol><blockquote><p>A word of the minister.</p></blockquote><p>${SENTENCES}</p></article>`;
const page = (head: string, body: string): Buffer => Buffer.from(`<!doctype html><html lang="en"><head>${head}</head><body>${FURNITURE}${body}<aside><p>Subscribe to our newsletter today.</p></aside><footer>© The Ministry. All rights reserved.</footer></body></html>`);

const read = (bytes: Buffer, charset: string | null = null) => {
  const outcome = readHtml(bytes, charset);
  if (outcome.kind === "refused") throw new Error(outcome.refusal.sentence);
  return outcome;
};

test("the article is read in its structure, without the site's furniture", () => {
  const { text } = read(page("", `<main>${ARTICLE}</main>`));
  const paragraph = SENTENCES.trim();
  expect(text).toBe(
    [
      "# Joint Statement of Norway and Chile",
      paragraph,
      "## Digital trade",
      "The two sides:",
      "- will open a corridor;\n    - for invoices\n    - for **payments**\n- intend to meet again.",
      "3. Third point of the plan.",
      "> A word of the minister.",
      paragraph,
    ].join("\n\n"),
  );
});

describe("metadata", () => {
  test.each([
    ["a publisher's property", '<meta property="article:published_time" content="2025-03-14T23:30:00-05:00">', { date: "2025-03-14" }],
    ["linked data", '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-10-02T08:00:00Z","headline":"H"}]}</script>', { date: "2024-10-02" }],
    ["linked data that are broken are passed over", '<script type="application/ld+json">{"datePublished":</script><meta name="dcterms.issued" content="2 October 2024">', { date: "2024-10-02" }],
    ["the canonical address", '<link rel="canonical" href="https://example.org/statement"><meta property="og:url" content="https://example.org/other">', { source_url: "https://example.org/statement" }],
    ["an address that is no web address is none", '<link rel="canonical" href="javascript:alert(1)">', {}],
    ["a day that is none of the calendar is none", '<meta name="date" content="2025-02-30">', {}],
  ])("%s", (_name, head, expected) => {
    expect(read(page(head, ARTICLE)).metadata).toEqual({ title: "Joint Statement of Norway and Chile", ...expected });
  });

  test("a time in the article", () => {
    expect(read(page("", ARTICLE.replace("</h1>", '</h1><time datetime="2023-02-01">1 February 2023</time>'))).metadata).toMatchObject({ date: "2023-02-01" });
  });

  test.each([
    ["2025-03-14", "2025-03-14"],
    ["20250314T1200", "2025-03-14"],
    ["March 14, 2025", "2025-03-14"],
    ["Friday, 14 March 2025, 10:00", "2025-03-14"],
    ["14/03/2025", null],
    ["soon", null],
  ])("%s is the day %s", (text, day) => expect(dayOf(text)).toBe(day));
});

test("the encoding that a page declares is followed, and said", () => {
  const latin = Buffer.from(page('<meta charset="iso-8859-15">', ARTICLE.replace("the minister", "the minist\u00e8re")).toString("utf8"), "latin1");
  const { text, notices } = read(latin);
  expect(text).toContain("A word of the ministère.");
  expect(notices).toMatchObject([{ code: "converted-encoding", message: expect.stringContaining("iso-8859-15") }]);
});

test("a page without an article gives its text all the same, and notes are left out", () => {
  const { text } = read(Buffer.from("<p>The sides agreed<sup><a href='#n1'>1</a></sup> to meet on the 5<sup>th</sup> day.</p><table><tr><td>Norway</td><td>NOK 5 million</td></tr></table>"));
  expect(text).toBe("The sides agreed to meet on the 5th day.\n\nNorway | NOK 5 million");
});

test.each([
  ["a page laid out by a table, its menu left out", `<table><tr><td><a href="/">Home</a> | <a href="/p">Press</a></td></tr><tr><td><p>1. The sides agreed to meet.</p><p>2. They will report.</p></td></tr></table>`, "1. The sides agreed to meet.\n\n2. They will report."],
  ["line breaks that stand for paragraphs", "<div>One paragraph.<br><br>Another one.<br>Its second line.</div>", "One paragraph.\n\nAnother one.\nIts second line."],
  ["lettered points", '<ol type="a"><li>First.</li><li>Second.</li></ol>', "(a) First.\n(b) Second."],
  ["an item of several paragraphs, and a list that is nested badly", "<ul><li><p>One.</p><p>More of it.</p></li><ul><li>Below.</li></ul></ul>", "- One.\n\n    More of it.\n\n    - Below."],
  ["a heading that is only bold", "<p><strong><u>Data</u></strong></p><p><b>Flows:</b> they agreed.</p>", "**Data**\n\n**Flows:** they agreed."],
])("%s", (_name, body, text) => expect(read(Buffer.from(`<html><body>${body}</body></html>`)).text).toBe(text));

test("signs that the notation would take for markup stay what they are", () => {
  expect(read(Buffer.from("<p>Use a*b &lt;b&gt; and &amp;amp; here.</p>")).text).toBe("Use a\\*b \\<b> and \\&amp; here.");
});

test.each([
  ["nothing but furniture", page("", "")],
  ["no words", Buffer.from("<html><body><script>let x = 1</script></body></html>")],
])("a page of %s is refused as empty", (_name, bytes) => {
  expect(transcribe({ bytes, name: "a.html" })).toMatchObject({ kind: "refused", refusal: { code: "empty" } });
});

describe("a page that is nested deeper than any real one", () => {
  const nested = (open: string, close: string, levels: number): Buffer => page("", `${open.repeat(levels)}<p>${SENTENCES}</p>${close.repeat(levels)}`);

  test.each<[string, Buffer]>([
    ["boxes", nested("<div>", "</div>", 20_000)],
    ["boxes that are never closed", nested("<div>", "", 20_000)],
    ["lists", nested("<ul><li>", "</li></ul>", 20_000)],
    ["tables", nested("<table><tr><td>", "</td></tr></table>", 20_000)],
    ["quotations", nested("<blockquote>", "</blockquote>", 20_000)],
    ["headings", nested("<h2>", "</h2>", 20_000)],
    ["boxes, a little too deep", nested("<div>", "</div>", 500)],
  ])("by %s is refused at once", (_name, bytes) => {
    const before = performance.now();
    expect(transcribe({ bytes, name: "a.html" })).toMatchObject({ kind: "refused", refusal: { code: "too-nested" } });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test.each<[string, Buffer]>([
    ["a nesting that some site may have", nested("<div>", "</div>", 300)],
    ["paragraphs that are never closed", page("", `<p>${SENTENCES}`.repeat(3_000))],
    ["links and bold words that careless hands left open", page("", `<p>${SENTENCES}</p><b><a href="#">`.repeat(100))],
    ["tags in a comment and in a script", page("", `<!-- ${"<div>".repeat(9_000)} --><script>"${"<div>".repeat(9_000)}"</script><p>${SENTENCES}</p>`)],
    ["many breaks and pictures", page("", `<p>${"word<br><img src=a.png>".repeat(9_000)} ${SENTENCES}</p>`)],
  ])("is not one with %s", (_name, bytes) => {
    expect(transcribe({ bytes, name: "a.html" })).toMatchObject({ kind: "readable", text: expect.stringContaining("electronic invoicing") });
  });
});

test.each<[string, Buffer]>([
  ["a.txt", Buffer.from(`${SENTENCES}\n\n${"a".repeat(19_000_000)}`)],
  ["a.html", page("", `<p>${SENTENCES}</p><p>${"a".repeat(5_000_000)}</p>`)],
])("%s with a word of millions of letters is refused at once", (name, bytes) => {
  const before = performance.now();
  expect(transcribe({ bytes, name })).toMatchObject({ kind: "refused", refusal: { code: "not-text", sentence: expect.stringMatching(/a word of \d+000000 characters stands in it/) } });
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("a picture that is written into a text is no word of it", () => {
  const text = `${SENTENCES}\n\n![](data:image/png;base64,${"aB9/".repeat(300_000)})\n`;
  expect(transcribe({ bytes: Buffer.from(text), name: "a.md" })).toMatchObject({ kind: "readable" });
});
