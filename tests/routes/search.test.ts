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

test("shows commitments with what was found, facets with counts, and when the words were first seen", async () => {
  const html = await site.text("/search?q=semiconductors");
  expect(html).toContain("2 commitments");
  expect(html).toContain("<mark>semiconductors</mark>");
  expect(html).toContain('href="/search?q=semiconductors&amp;partnership=aa-bb"');
  expect(html).toMatch(/first seen on <b>1 May 2023<\/b>/);
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
