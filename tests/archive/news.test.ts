/** The day on which a change is news: the meeting's, or that on which it was published where that is later. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IsoDate, PartialDate, Slug } from "../../snapshots/index.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { openArchive } from "../../server/archive/archive.ts";
import { openDatabase } from "../../server/archive/database.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { createReading } from "../../server/reading.ts";
import { newsEntry } from "../../server/publish/entries.ts";
import { makeBrief } from "../../server/publish/brief.ts";
import { type Fixture, makeFixture, NAMES, ORIGIN } from "../publish/fixture.ts";
import { openSite } from "../routes/app.ts";

/** A statement on the day of the meeting, a fact sheet two weeks later, and a statement of another partnership between. */
const TEXTS: readonly string[] = [
  "2025-01-10 aa-bb Oslo\ncables intended cables\nports committed ports\nfleet noted a fleet\n",
  "2025-10-29 aa-bb Bern\ncables committed cables\n",
  "2025-10-29+2025-11-13 aa-bb Bern\nports delivered ports\nvisas noted visas\n",
  "2025-01-12 cc-dd Rome\nchips noted chips\n",
  "2025-11-05 cc-dd Rome\nchips committed chips\n",
  "2025-03-01+2025-11-20 ee-ff Riga\nsteel noted steel\n",
];
const all = { offset: 0, limit: 50 };

let fixture: Fixture;
beforeAll(() => {
  fixture = makeFixture(TEXTS);
});
afterAll(() => fixture.close());

const told = ({ archive }: Fixture, filter = {}) => archive.reader.news(filter, all).items.map((one) => [newsEntry(one, ORIGIN).told, one.kind, (one.afterCommitments[0] ?? one.beforeCommitments[0])?.plain.split(" ")[0]]);

describe("a change is news", () => {
  test("when the document that bears it is out, and silence when the first document of the meeting is", () => {
    expect(told(fixture)).toEqual([["2025-11-13", "advanced", "ports"], ["2025-11-13", "new", "visas"], ["2025-11-05", "advanced", "chips"], ["2025-10-29", "advanced", "cables"], ["2025-10-29", "silent", "fleet"]]);
  });

  test("since and until go by that day", () => {
    expect(told(fixture, { since: "2025-11-10" }).map(([, , what]) => what)).toEqual(["ports", "visas"]);
    expect(told(fixture, { until: "2025-11-01" }).map(([, , what]) => what)).toEqual(["cables", "fleet"]);
    expect(told(fixture, { since: "2025-11-10", words: { text: "visas", side: "either" } })).toHaveLength(1);
  });

  test("whatever the order in which documents came in", () => {
    const turned = makeFixture(TEXTS.toReversed());
    expect(told(turned)).toEqual(told(fixture));
    turned.close();
  });
});

test("in an archive of before a change is news on the day of its meeting until it is read anew", () => {
  const old = makeFixture(TEXTS);
  const { db } = old.archive;
  const indexes = ["partnership", "day", "kind", "topic", "meeting"].map((name) => `DROP INDEX changes_by_${name};`).join("");
  const before = ["partnership", "date", "kind", "topic"].map((name) => `CREATE INDEX changes_by_${name} ON changes (after_held DESC);`).join("");
  db.exec(`${indexes} ALTER TABLE changes DROP COLUMN told; ${before} DROP TABLE arrivals; DELETE FROM migrations WHERE version > 5; PRAGMA user_version = 5;`);
  const opened = openDatabase(db.name);
  expect(opened.prepare("SELECT COUNT(*) FROM changes WHERE told <> after_held").pluck().get()).toBe(0);
  expect(opened.prepare("SELECT COUNT(*) FROM changes").pluck().get()).toBeGreaterThan(0);
  opened.close();
  old.close();
});

describe("what follows from that day", () => {
  const brief = (since: string, more: { readonly until?: string; readonly partnership?: string } = {}) =>
    makeBrief(fixture.archive.reader, { since: since as PartialDate, until: (more.until ?? null) as PartialDate | null, partnership: (more.partnership ?? null) as Slug | null }, { names: NAMES, origin: ORIGIN });

  test("a brief tells a meeting by what was published in its time, and both days", () => {
    const [aabb, ...others] = brief("2025-11-10").partnerships;
    expect(others.map(({ slug }) => slug)).toEqual(["ee-ff"]);
    expect(aabb?.meetings).toMatchObject([{ held: "2025-10-29", told: "2025-11-13", title: "Meeting of 29 October 2025, published 13 November 2025", sentences: ["In this time, compared with 10 January 2025: 1 advanced and 1 new."] }]);
    expect(aabb?.meetings[0]?.claims.map(({ after }) => after[0]?.quote.split(" ")[0])).toEqual(["ports", "visas"]);
  });

  test("a brief that ends before tells what was out by then", () => {
    expect(brief("2025-10-01", { until: "2025-11-01" }).partnerships.flatMap(({ meetings }) => meetings.flatMap(({ claims }) => claims.map(({ kind }) => kind)))).toEqual(["advanced", "silent"]);
  });

  test("a partnership’s first meeting is news when its first document is out", () => {
    expect(brief("2025-11-15").partnerships.map(({ slug }) => slug)).toEqual(["ee-ff"]);
    expect(brief("2025-02", { until: "2025-04" }).partnerships).toEqual([]);
  });

  test("feeds date their entries by it, and pages, Markdown and JSON tell both days", async () => {
    const site = openSite(TEXTS);
    const feed = await site.json<{ items: { date_published: string; content_html: string; title: string }[] }>("/changes.feed.json?since=2025-11-10");
    expect(feed.items.map(({ date_published }) => date_published)).toEqual(["2025-11-13T00:00:00Z", "2025-11-13T00:00:00Z"]);
    expect(feed.items[0]?.content_html).toContain("Meeting of 29 October 2025, published 13 November 2025.");
    expect(feed.items[0]?.title).toContain("(aa-bb, 29 October 2025)");
    expect(await site.text("/changes?since=2025-11-10")).toContain('<time datetime="2025-10-29">29 October 2025</time>, since 10 Jan 2025; published <time datetime="2025-11-13">13 November 2025</time>');
    expect(await site.text("/changes.md")).toContain("## aa-bb, 29 October 2025, published 13 November 2025");
    expect((await site.json<{ items: { after: string; told: string }[] }>("/changes.json")).items[0]).toMatchObject({ after: "2025-10-29", told: "2025-11-13" });
    site.close();
  });
});

test("what a later report repeats is news once, on the day on which it was first told", () => {
  const reading = createReading(loadKnowledge("none"));
  const archive = openArchive(":memory:", () => reading);
  const add = (published: string, body: string): unknown => addDocument(archive.db, { bytes: Buffer.from(`---\ntitle: Chile and Norway on their harbours\ndate: ${published}\nheld: ${published.startsWith("2024") ? "2024-05-07" : "2025-05-06"}\nparties: [CL, "NO"]\npartnership: chile-norway\n---\n\n${body}\n`), name: null, given: {} }, reading);
  add("2024-05-07", "Chile and Norway will explore a pilot for digital harbour papers.");
  add("2025-05-06", "Chile and Norway agreed to launch the pilot for digital harbour papers. They will train forty pilots of ships.");
  add("2025-05-20", "Chile and Norway agreed to launch the pilot for digital harbour papers.\n\nThe two governments will also build a whale museum in Bergen, and they will lend it the skeleton of a blue whale.");
  const news = archive.reader.news({}, all).items.map((one) => `${newsEntry(one, ORIGIN).told} ${one.afterCommitments.length} ${one.afterCommitments[0]?.plain.slice(0, 40)}`);
  expect(news.find((line) => line.includes("agreed to launch"))).toMatch(/^2025-05-06 2 /);
  expect(news.find((line) => line.includes("will also build"))).toMatch(/^2025-05-20 1 /);
  archive.close();
});

test("a copy that is published later makes nothing news again", () => {
  const STATEMENT = "cables intended cables that link both coasts and all islands between them\nports committed ports that ships of every size can use in every season\n";
  const own = makeFixture(["2025-01-10 aa-bb Oslo\ncables noted cables\n", `2025-05-06+2025-05-06 aa-bb Bern\n${STATEMENT}`, `2025-05-06+2025-06-20 aa-bb Bern\n${STATEMENT}`]);
  expect(own.archive.reader.meeting("aa-bb" as Slug, "2025-05-06" as IsoDate)?.copies).toHaveLength(1);
  expect(new Set(told(own).map(([day]) => day))).toEqual(new Set(["2025-05-06"]));
  own.close();
});
