import { afterEach, beforeEach, expect, test } from "vitest";
import { makeScratch, type Scratch, statement } from "./scratch.ts";

let scratch: Scratch;
beforeEach(async () => {
  scratch = makeScratch();
  for (const [number, date] of ["2023-05-01", "2024-06-03"].entries()) await scratch.pactline(["add", scratch.write(`${date}.md`, statement(number + 2, date)), "--partnership", "norway-chile"]);
});
afterEach(() => scratch.remove());

test("the brief comes as Markdown, text, HTML and JSON", async () => {
  const brief = async (...flags: string[]): Promise<string> => {
    const { status, out, err } = await scratch.pactline(["brief", "--since", "2024", ...flags]);
    expect([status, err]).toEqual([0, ""]);
    return out;
  };
  expect(await brief()).toMatch(/^# What governments told each other since 2024\n/);
  expect(await brief("--format", "txt")).toMatch(/^WHAT GOVERNMENTS TOLD EACH OTHER SINCE 2024\n/);
  const html = await brief("--format", "html", "--origin", "https://pactline.example/");
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain('href="https://pactline.example/partnerships/norway-chile');
  const told: { partnerships: { slug: string; meetings: { held: string; claims: unknown[] }[] }[] } = JSON.parse(await brief("--format", "json", "--partnership", "norway-chile"));
  expect(told.partnerships.map(({ slug, meetings }) => [slug, meetings.map(({ held }) => held)])).toEqual([["norway-chile", ["2024-06-03"]]]);
  expect(told.partnerships[0]?.meetings[0]?.claims.length).toBeGreaterThan(0);
});

test("links lead to the site that the environment names, and a flag wins", async () => {
  const env = { PACTLINE_ORIGIN: "https://pacts.example/" };
  expect((await scratch.pactline(["brief", "--since", "2024"], "", { env })).out).toContain("(<https://pacts.example/partnerships/norway-chile");
  expect((await scratch.pactline(["brief", "--since", "2024", "--origin", "https://other.example"], "", { env })).out).toContain("(<https://other.example/partnerships/norway-chile");
});

test.each([
  [["brief", "--since", "2024", "--origin", "https://pacts.example/below"], 2, "a scheme and a host"],
  [["serve", "--origin", "pacts.example"], 2, "an address that begins with"],
  [["brief"], 2, "--since"],
  [["brief", "--since", "soon"], 2, "a year, a month or a day"],
  [["brief", "--since", "2024-02-31"], 2, "day of the calendar"],
  [["brief", "--since", "2024", "--format", "pdf"], 2, "Allowed choices"],
  [["brief", "--since", "2024", "--partnership", "nobody"], 2, "There is no partnership “nobody”"],
])("%j is refused", async (argv, status, words) => {
  const ran = await scratch.pactline(argv);
  expect(ran.status).toBe(status);
  expect(ran.err).toContain(words);
});
