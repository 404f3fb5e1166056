import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

test("tells how to search before anything is asked", async () => {
  expect(await site.text("/search")).toContain("Searches to try");
  expect(await site.json("/search.json")).toEqual({ items: [], total: 0 });
});

test("each search to try is understood", async () => {
  const tips = [...(await site.text("/search")).matchAll(/class="chip" href="([^"]+)"/g)].map(([, href]) => href ?? "");
  expect(tips.length).toBeGreaterThan(5);
  for (const href of tips) expect((await site.get(href)).status, href).toBe(200);
});

test("shows commitments with what was found, facets with counts, and when the words were first seen", async () => {
  const html = await site.text("/search?q=semiconductors");
  expect(html).toContain("2 commitments");
  expect(html).toContain("<mark>semiconductors</mark>");
  expect(html).toContain('href="/search?q=semiconductors&amp;partnership=aa-bb"');
  expect(html).toMatch(/first seen on <b>1 May 2023<\/b>/);
  expect(await site.text("/search?q=press")).toContain("In 1 document: seen on <b>1 June 2024</b>");
});

test("narrowing is an address, and is taken off by another", async () => {
  const html = await site.text("/search?q=semiconductors&partnership=cc-dd");
  expect(html).toContain("1 commitment<");
  expect(html).toContain('<a class="chip" href="/search?q=semiconductors">');
});

test("a word that no text has is spelled anew, and said so", async () => {
  const html = await site.text("/search?q=cybersecurty");
  expect(html).toContain("Nothing has <q>cybersecurty</q>");
  expect(html).toContain("<mark>cybersecurity</mark>");
});

test("words that came in or went are searched among the changes", async () => {
  const html = await site.text(`/search?q=${encodeURIComponent('removed:"age verification"')}`);
  expect(html).toContain("2 changes");
  expect(html).toContain('aria-current="true">Changes</a>');
  expect(html).toContain("/changes.atom?q=removed%3A%22age%20verification%22");
});

test("hits are a table", async () => {
  expect(await site.text("/search.csv?q=drills")).toContain("cybersecurity drills");
  expect(await site.text("/search.csv?q=drills&in=changes")).toContain("receded");
  expect(await site.text("/search.csv?q=drills&in=documents")).toContain("Statement of 2025-03-01");
});

test("what cannot be understood is refused", async () => {
  expect((await site.get("/search?q=x&in=everything")).status).toBe(400);
  expect((await site.get(`/search?q=${"x".repeat(500)}`)).status).toBe(400);
  expect(await site.text(`/search?q=${encodeURIComponent('"*) OR (')}`)).toContain("Nothing found");
});

test("links of a search that was spelled anew lead to what is shown, feeds too", async () => {
  const html = await site.text("/search?q=semiconducters");
  for (const href of ["/changes.atom?q=semiconductors", "/changes.feed.json?q=semiconductors", "/search?q=semiconductors&amp;partnership=aa-bb", "/search.csv?q=semiconductors", "/search?q=semiconductors&amp;in=documents"]) expect(html).toContain(`href="${href}"`);
  expect(html).not.toMatch(/href="\/[^"]*semiconducters/);
  expect(await site.text("/search?q=semiconducters&partnership=cc-dd")).toContain("<mark>semiconductors</mark>");
});

test("words that only the whole text of a document has lead there", async () => {
  const html = await site.text("/search?q=semiconductors+age");
  expect(html).toContain("Found in 2 documents only");
  expect(html).toContain('<a href="/search?q=semiconductors%20age&amp;in=documents">Show the documents</a>');
  expect(html).not.toContain("No text of the archive");
});

test("why nothing is found is told: no text has it, filters leave none, or no word to look for", async () => {
  expect(await site.text("/search?q=unicorns")).toContain("No text of the archive has these words together");
  expect(await site.text("/search?q=drills&year=1999")).toContain('No commitment with these words is left by the filters.</p><p><a href="/search?q=drills">Take the filters off</a>');
  expect(await site.text("/search?q=unicorns&year=1999")).toContain("No text of the archive has these words together");
  expect(await site.text("/search?q=-drills")).toContain("A search needs a word or a phrase that must stand");
});

test("whatever is typed is answered, signs that no index knows among it", async () => {
  for (const q of ['"a\u0000b"', "a\u0000b", '"', "*", "NEAR(a b)", "title:x", "-"]) expect((await site.get(`/search?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
});
