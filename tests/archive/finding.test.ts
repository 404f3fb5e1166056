import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IsoDate, PartialDate, Slug } from "../../snapshots/index.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { rebuild } from "../../server/archive/rebuilding.ts";
import type { Reading } from "../../server/reading.ts";
import { plainReading } from "./plain-reading.ts";

let folder: string;
let archive: Archive;
const slug = "aa-bb" as Slug;
const PAGE = { offset: 0, limit: 10 };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "finding-"));
  const reading = plainReading();
  archive = openArchive(join(folder, "archive.db"), () => reading);
  const texts = [
    "2023-05-01 aa-bb Geneva\nsandbox explored a sandbox for age verification\nchips intended semiconductors\n",
    "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\ncyber committed cybersecurity drills\n",
    "2024-07-01 cc-dd Bern\nchips underway semiconductors for both\nage noted age verification\n",
    "2024-08-01 cc-dd Bern\nage committed age verification\n",
  ];
  for (const text of texts) addDocument(archive.db, { bytes: Buffer.from(text), name: null, given: {} }, reading);
});
afterAll(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

describe("the stream of changes", () => {
  const kinds = (filter: Parameters<Archive["reader"]["news"]>[0]) => archive.reader.news(filter, PAGE).items.map(({ partnership, after, kind }) => `${partnership} ${after} ${kind}`);

  test("comes newest first, by the day of the meeting", () => {
    expect(kinds({})).toEqual(["cc-dd 2024-08-01 advanced", "cc-dd 2024-08-01 silent", "aa-bb 2024-06-01 advanced", "aa-bb 2024-06-01 new", "aa-bb 2024-06-01 silent"]);
  });

  test("is narrowed by kinds, partnership, party and day", () => {
    expect(kinds({ kinds: ["new", "advanced"], partnership: slug })).toEqual(["aa-bb 2024-06-01 advanced", "aa-bb 2024-06-01 new"]);
    expect(kinds({ party: "DD", kinds: ["advanced"] })).toEqual(["cc-dd 2024-08-01 advanced"]);
    expect(kinds({ until: "2024-06-30" as PartialDate, kinds: ["silent"] })).toEqual(["aa-bb 2024-06-01 silent"]);
  });

  test("finds words that came in, and words that went", () => {
    expect(kinds({ words: { text: '"cybersecurity drills"', side: "added" } })).toEqual(["aa-bb 2024-06-01 new"]);
    expect(kinds({ words: { text: '"age verification"', side: "removed" } })).toEqual(["aa-bb 2024-06-01 advanced"]);
    expect(kinds({ words: { text: '"age verification"', side: "either" } })).toEqual(["cc-dd 2024-08-01 advanced", "aa-bb 2024-06-01 advanced"]);
    expect(kinds({ words: { text: "?!", side: "either" } })).toEqual([]);
  });

  test("counts how it spreads", () => {
    const facets = archive.reader.newsFacets({ kinds: ["silent", "advanced"] });
    expect(facets.find(({ name }) => name === "kind")?.values).toEqual([{ value: "advanced", count: 2 }, { value: "silent", count: 2 }]);
    expect(facets.find(({ name }) => name === "year")?.values).toEqual([{ value: "2024", count: 4 }]);
  });
});

describe("finding", () => {
  const find = (text: string, chosen = {}, scope: "commitments" | "documents" = "commitments") => archive.reader.find({ text, scope, chosen }, PAGE);

  test("commitments come with their snippet, and facets count all hits", () => {
    const found = find("semiconductors");
    expect(found.items.map(({ partnership, label, snippet }) => [partnership, label, snippet.some(({ hit }) => hit)])).toEqual(expect.arrayContaining([["aa-bb", "intended", true], ["cc-dd", "underway", true]]));
    expect(found.facets.find(({ name }) => name === "partnership")?.values).toEqual([{ value: "aa-bb", count: 1 }, { value: "cc-dd", count: 1 }]);
    expect(found.total).toBe(2);
  });

  test("is narrowed by a facet", () => {
    expect(find("semiconductors", { year: "2024" }).items.map(({ held }) => held)).toEqual(["2024-07-01"]);
    expect(find("semiconductors", { kind: "other" }, "documents").total).toBe(2);
  });

  test.each([
    ["a word is not the beginning of another", "semicond", 0],
    ["but for a star behind it", "semicond*", 2],
    ["singular and plural meet", "semiconductor", 2],
    ["one of a pair stands beside a word that must", "semiconductor drill OR both", 1],
    ["of two words one is enough", "drill OR semiconductor", 3],
    ["of two phrases too", '"age verification" OR "cybersecurity drills"', 4],
    ["what must not stand is left out", "semiconductors -both", 1],
    ["a phrase too", 'sandbox -"age verification"', 1],
    ["by its name too", "semiconductors NOT both", 1],
    ["what must not stand alone finds nothing", "-both", 0],
    ["a quotation that is not closed holds to the end", '"age verification', 3],
    ["quotation marks of books are marks too", "“age verification”", 3],
    ["what is no word is nothing to be found", "age 😀 verification ! OR", 3],
    ["what is written small is a word", "drills or semiconductors", 0],
  ])("%s: %s", (_, text, total) => {
    expect(find(text).total).toBe(total);
  });

  test("a hyphen that texts do not write is no hindrance", () => {
    expect(find("semi-conductors").total).toBe(2);
  });

  test("says where words stand first and last", () => {
    expect(archive.reader.seen('"age verification"')).toMatchObject({ documents: 3, first: { held: "2023-05-01" }, last: { held: "2024-08-01" } });
    expect(archive.reader.seen("unicorns")).toBeNull();
  });

  test("words that no text has are spelled as the nearest that one has", () => {
    expect(archive.reader.respell("cybersecurty")).toBe("cybersecurity");
    expect(archive.reader.respell("semi conducters")).toBe(null);
    expect(archive.reader.respell("semiconducters for both")).toBe("semiconductors for both");
    expect(archive.reader.respell("sandbox")).toBeNull();
    expect(archive.reader.respell("zzzzzzzzz")).toBeNull();
  });

  test("what is no word of letters, must not stand or is a beginning is not spelled anew", () => {
    for (const text of ["bothé 😀", "sandbox2x", "-cybersecurty", "NOT cybersecurty", '-"cybersecurty drills"', "cybersecurty*", "removed:"]) expect(archive.reader.respell(text), text).toBeNull();
    expect(archive.reader.respell('added:"cybersecurty drlls" 😀')).toBe('added:"cybersecurity drills" 😀');
    expect(archive.reader.respell("sándbóx verificatiön verificatjön")).toBeNull();
  });

  test("another word that is a cut of what was typed is no better spelling", () => {
    for (const text of ["cybern", "bothe", "agent"]) expect(archive.reader.respell(text), text).toBeNull();
    expect(archive.reader.respell("drilll cyberr")).toBe("drills cyber");
  });
});

test("commitments are listed by topic, stage and time", () => {
  const list = (filter: Parameters<Archive["reader"]["commitments"]>[0]) => archive.reader.commitments(filter, PAGE).items.map(({ held, plain }) => `${held} ${plain.split(" ")[0]}`);
  expect(list({ partnership: slug })).toEqual(["2024-06-01 sandbox", "2024-06-01 cyber", "2023-05-01 sandbox", "2023-05-01 chips"]);
  expect(list({ stage: "committed", until: "2024-06" as PartialDate })).toEqual(["2024-06-01 sandbox", "2024-06-01 cyber"]);
  expect(list({ topic: "other" as Slug })).toEqual([]);
});

describe("across partnerships", () => {
  test("any meeting is compared with any other", () => {
    const record = archive.reader.across({ partnership: slug, held: "2023-05-01" as IsoDate }, { partnership: "cc-dd" as Slug, held: "2024-07-01" as IsoDate });
    expect(record?.partnership).toBeNull();
    expect(record?.comparison.changes.map(({ kind }) => kind).toSorted()).toEqual(["advanced", "new", "silent"]);
    expect(archive.reader.across({ partnership: slug, held: "2001-01-01" as IsoDate }, { partnership: slug, held: "2024-06-01" as IsoDate })).toBeNull();
  });

  test("a topic is followed through all of them", () => {
    expect(archive.reader.topics()).toEqual([{ topic: "data", partnerships: 2, meetings: 4, commitments: 7, lastHeld: "2024-08-01" }]);
    expect(archive.reader.topicCourses("data" as Slug).map(({ partnership, meetings }) => [partnership, meetings.length])).toEqual([["cc-dd", 2], ["aa-bb", 2]]);
  });
});

test("a better reading that draws a span otherwise leaves a commitment the name that it was given first", () => {
  const base = plainReading();
  const better: Reading = {
    ...base,
    version: "plain-2",
    read(incoming) {
      const outcome = base.read(incoming);
      if (outcome.kind === "refused") return outcome;
      const { snapshot } = outcome;
      const commitments = snapshot.commitments.map((one) => ({ ...one, id: `${snapshot.document.sha256.slice(0, 12)}-${one.start}-${one.end - 4}`, end: one.end - 4, quote: one.quote.slice(0, -4), plain: one.plain.slice(0, -4) }));
      return { ...outcome, snapshot: { ...snapshot, readingVersion: "plain-2", commitments } };
    },
  };
  const own = mkdtempSync(join(tmpdir(), "finding-names-"));
  const other = openArchive(join(own, "archive.db"), () => base);
  addDocument(other.db, { bytes: Buffer.from("2023-05-01 aa-bb Geneva\nsandbox explored a sandbox for age verification\nchips intended semiconductors\n"), name: null, given: {} }, base);
  const ids = () => other.reader.commitments({}, PAGE).items.map(({ id }) => id);
  const before = ids();
  expect(before.map(other.reader.firstName)).toEqual(before);
  rebuild(other.db, better);
  expect(ids()).not.toEqual(before);
  expect(ids().map(other.reader.firstName)).toEqual(before);
  other.close();
  rmSync(own, { recursive: true });
});
