import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import { addBatch, addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import type { Incoming } from "../../server/archive/facts.ts";
import { rebuild } from "../../server/archive/rebuilding.ts";
import { pendingPartnerships, settle } from "../../server/archive/settling.ts";
import { verify } from "../../server/archive/verifying.ts";
import { plainReading } from "./plain-reading.ts";

let folder: string;
let archive: Archive;
let reading: ReturnType<typeof plainReading>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  reading = plainReading();
  archive = openArchive(join(folder, "archive.db"), () => reading);
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const incoming = (text: string, name: string | null = null): Incoming => ({ bytes: Buffer.from(text), name, given: {} });
const add = (text: string) => addDocument(archive.db, incoming(text), reading);
const slug = "aa-bb" as Slug;
const on = (date: string): IsoDate => date as IsoDate;
const dump = (): string => [...dumpDerivations(archive.db)].map(({ table, key, row }) => `${table} ${key} ${row}`).join("\n");
const MAY = "2024-05-01 aa-bb Geneva\nsandbox explored a sandbox\ncables committed the cables\n";
const JUNE = "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\n";
const JULY = "2024-07-01 aa-bb Bern\nsandbox delivered the sandbox\ncables underway the cables\nskills explored skills\n";

describe("adding", () => {
  test("a document is archived with its snapshot, its meeting and the comparison with its neighbour", () => {
    expect(add(MAY).kind).toBe("added");
    expect(add(JUNE).kind).toBe("added");
    const comparison = archive.reader.comparison(slug, on("2024-05-01"), on("2024-06-01"));
    expect(comparison?.comparison.changes.map((change) => change.kind)).toEqual(["advanced", "silent"]);
    expect(archive.reader.partnership(slug)).toMatchObject({ meetings: 2, documents: 2, parties: ["AA", "BB"], latest: { before: "2024-05-01", figures: { advanced: 1, silent: 1 } } });
  });

  test("what is asked together is answered of one state, whatever another process writes meanwhile", () => {
    add(MAY);
    const other = openArchive(join(folder, "archive.db"), () => reading);
    const seen = archive.reader.together(() => {
      const before = archive.reader.counts().documents;
      addDocument(other.db, incoming(JUNE), reading);
      return [before, archive.reader.counts().documents, archive.reader.together(() => archive.reader.version()) === other.reader.version()];
    });
    expect(seen).toEqual([1, 1, false]);
    expect(archive.reader.counts().documents).toBe(2);
    expect(archive.reader.version()).toBe(other.reader.version());
    other.close();
  });

  test("the same bytes again are already here and change nothing", () => {
    add(MAY);
    const [before, version] = [dump(), archive.reader.version()];
    expect(add(MAY).kind).toBe("already-here");
    expect([dump(), archive.reader.version()]).toEqual([before, version]);
  });

  test("a late find slots in by its date, and only its neighbours are compared anew", () => {
    for (const text of [MAY, JULY, JULY.replaceAll("2024-07", "2024-09"), JULY.replaceAll("2024-07", "2024-11")]) add(text);
    reading.compared.length = 0;
    add(JUNE);
    expect(reading.compared.filter((pair) => pair.includes("2024-06-01"))).toEqual(expect.arrayContaining(["2024-05-01..2024-06-01", "2024-06-01..2024-07-01"]));
    expect(reading.compared).not.toContain("2024-09-01..2024-11-01");
    expect(archive.reader.meetings({ partnership: slug }, { offset: 0, limit: 9, newestFirst: false }).items.map((meeting) => [meeting.held, meeting.since?.before])).toEqual([
      ["2024-05-01", undefined],
      ["2024-06-01", "2024-05-01"],
      ["2024-07-01", "2024-06-01"],
      ["2024-09-01", "2024-07-01"],
      ["2024-11-01", "2024-09-01"],
    ]);
  });

  test("the order of arrival makes no difference to what is derived", () => {
    const all = [MAY, JUNE, JULY, JULY.replaceAll("2024-07", "2024-09")];
    const shape = (): unknown => [
      archive.reader.meetings({}, { offset: 0, limit: 99, newestFirst: true }),
      archive.reader.changes({}, { offset: 0, limit: 99 }),
      archive.reader.threads(slug, { offset: 0, limit: 99 }),
      archive.reader.topicMatrix(slug),
    ];
    for (const text of all) add(text);
    const forwards = shape();
    archive.close();
    archive = openArchive(join(folder, "other.db"), () => reading);
    for (const text of all.toReversed()) add(text);
    expect(shape()).toEqual(forwards);
  });

  test("documents of one day, and a report two days later, witness one meeting", () => {
    add(MAY);
    add("2024-05-01 aa-bb Geneva\nskills explored skills\n");
    add("2024-05-03 aa-bb\nskills explored skills again\n");
    add("2024-05-02 aa-bb Lima\nother explored another place\n");
    const { items } = archive.reader.meetings({}, { offset: 0, limit: 9, newestFirst: false });
    expect(items.map((meeting) => [meeting.held, meeting.documents.length])).toEqual([
      ["2024-05-01", 2],
      ["2024-05-02", 2],
    ]);
    expect(archive.reader.documents({ offset: 0, limit: 9 }).items.map((document) => [document.published, document.held])).toContainEqual(["2024-05-03", "2024-05-02"]);
  });

  test("a document without a partnership is archived and has no meeting", () => {
    add("2024-05-01 -\nsandbox explored a sandbox\n");
    expect(archive.reader.counts()).toEqual({ documents: 1, partnerships: 0, meetings: 0, commitments: 1, alone: 1 });
    expect(archive.reader.documents({ offset: 0, limit: 9, partnership: null }).total).toBe(1);
  });

  test.each([
    ["empty", ""],
    ["empty", " \n\t\n"],
    ["nul-bytes", "2024-05-01 aa-bb\nsandbox\0"],
    ["no-date", "sandbox explored\n"],
    ["not-text", "{\\rtf1 ..."],
    ["too-large", "x".repeat(20 * 1024 * 1024 + 1)],
  ])("a refusal (%s) says why and leaves the archive as it was", (code, text) => {
    add(MAY);
    const before = [dump(), archive.reader.version(), archive.reader.counts()];
    expect(add(text)).toMatchObject({ kind: "refused", refusal: { code } });
    expect([dump(), archive.reader.version(), archive.reader.counts()]).toEqual(before);
  });

  test("broken UTF-8 is refused, and so is half of UTF-16", () => {
    const bytes = (...values: number[]): Incoming => ({ bytes: Uint8Array.from(values), name: "a.txt", given: {} });
    expect(addDocument(archive.db, bytes(0x61, 0xc3, 0x28), reading)).toMatchObject({ refusal: { code: "broken-utf8" } });
    expect(addDocument(archive.db, bytes(0xff, 0xfe, 0x61, 0x00, 0x62), reading)).toMatchObject({ refusal: { code: "broken-utf8" } });
    expect(archive.reader.counts().documents).toBe(0);
  });
});

describe("facts", () => {
  test.each([
    "UPDATE documents SET name = 'other'",
    "DELETE FROM documents",
    "INSERT OR REPLACE INTO documents (id, sha256, media_type, given, added_at, bytes) SELECT id, sha256, 'x', given, added_at, x'00' FROM documents",
    "REPLACE INTO corrections (id, document, kind, body, before, after, author, reason, made_at) SELECT id, document, kind, body, before, after, 'other', reason, made_at FROM corrections",
    "UPDATE corrections SET reason = ''",
    "DELETE FROM corrections",
  ])("cannot be changed: %s", (sql) => {
    add(MAY);
    archive.db.prepare("INSERT INTO corrections (document, kind, body, before, after, author, reason, made_at) VALUES (1, 'title', '{}', 'a', 'b', 'me', 'wrong', '2024-05-01')").run();
    expect(() => archive.db.prepare(sql).run()).toThrow(/are facts and are never/);
  });

  test("the bytes come back as they were received", () => {
    add(MAY);
    const [document] = archive.reader.documents({ offset: 0, limit: 1 }).items;
    expect(document && Buffer.from(archive.reader.original(document.sha256) ?? []).toString()).toBe(MAY);
    expect(document && archive.reader.document(document.sha256.slice(0, 12))?.bytes).toBe(MAY.length);
  });
});

describe("threads", () => {
  test("a thread survives a meeting that is silent", () => {
    for (const text of [MAY, JUNE, JULY]) add(text);
    const [cables] = archive.reader.threads(slug, { offset: 0, limit: 9 }).items.filter((thread) => thread.stops[0]?.commitments[0]?.plain.startsWith("cables"));
    expect(cables?.stops.map((stop) => [stop.held, stop.commitments.length, stop.change?.kind, stop.change?.before])).toEqual([
      ["2024-05-01", 1, undefined, undefined],
      ["2024-06-01", 0, "silent", "2024-05-01"],
      ["2024-07-01", 1, "advanced", "2024-05-01"],
    ]);
  });

  test("silence of two meetings is bridged, of three is not", () => {
    const quiet = (date: string): string => `${date} aa-bb Oslo\nother explored things\n`;
    add(MAY);
    for (const date of ["2024-06-01", "2024-07-01"]) add(quiet(date));
    add(JULY.replace("2024-07", "2024-08"));
    const cables = (): number => archive.reader.threads(slug, { offset: 0, limit: 9 }).items.filter((thread) => thread.stops[0]?.commitments[0]?.plain.startsWith("cables")).length;
    expect(cables()).toBe(1);
    add(quiet("2024-07-15"));
    expect(cables()).toBe(0);
  });

  test("a commitment that nothing is linked to is a thread of its own, with the silence after it", () => {
    for (const text of [MAY, JUNE]) add(text);
    const cables = archive.reader.search("cables", { offset: 0, limit: 9 }).items.find((hit) => hit.kind === "commitment");
    expect(archive.reader.thread(cables?.id ?? "")?.stops.map((stop) => stop.change?.kind)).toEqual([undefined, "silent"]);
  });
});

describe("rebuild and verify", () => {
  const fill = (): void => {
    for (const text of [JULY, MAY, "2024-05-03 aa-bb\nskills explored skills\n", JUNE, "2024-05-01 cc-dd Rome\nsandbox explored it\n", "2024-05-01 -\nsandbox explored it\n"]) add(text);
  };

  test("a rebuild gives the same derivations byte for byte, and the same answers to a search", () => {
    fill();
    const before = [dump(), archive.reader.search("sandbox", { offset: 0, limit: 99 })];
    expect(before[0]).toContain("thread_commitments");
    const { documents, unread } = rebuild(archive.db, reading);
    expect([documents, unread]).toEqual([6, []]);
    expect([dump(), archive.reader.search("sandbox", { offset: 0, limit: 99 })]).toEqual(before);
  });

  test("a rebuild mends derivations that were lost", () => {
    fill();
    const before = dump();
    for (const table of ["thread_commitments", "threads", "bridge_commitments", "bridges", "change_commitments", "changes", "comparisons"]) archive.db.prepare(`DELETE FROM ${table}`).run();
    expect(dump()).not.toBe(before);
    rebuild(archive.db, reading);
    expect(dump()).toBe(before);
  });

  test("an archive that was written in good order verifies", () => {
    fill();
    expect(verify(archive.db, reading)).toMatchObject({ documents: 6, problems: [] });
  });

  test.each([
    ["a quote that was tampered with", "UPDATE commitments SET json = replace(json, 'the cables', 'the tables')", /is not in its place: “cables committed the tables/],
    ["a stage that was tampered with", "UPDATE commitments SET stage = 'delivered' WHERE stage = 'explored'", /of commitments differs from a fresh reading/],
    ["a text that was tampered with", "UPDATE snapshots SET text = replace(text, 'cables', 'tables')", /is not in its place/],
    ["a comparison that is gone", "DELETE FROM change_commitments; DELETE FROM changes", /of changes is missing/],
    ["a thread from nowhere", "INSERT INTO threads (id, partnership, topic, first_held, last_held, meetings, reading) VALUES ('x', 'aa-bb', 'data', '2024-01-01', '2024-01-01', 9, 'plain-1')", /Row x of threads does not follow/],
    ["a snapshot of another reading", "UPDATE snapshots SET reading = 'old' WHERE document = 1", /another reading than plain-1/],
    ["a partnership yet to be compared", "INSERT INTO pending_partnerships (slug) VALUES ('aa-bb')", /of one partnership are not compared yet/],
    ["a reference that leads nowhere", "PRAGMA foreign_keys = OFF; DELETE FROM partnerships WHERE slug = 'cc-dd'", /points at a row of partnerships/],
    ["a search index that forgot", "INSERT INTO search_index (search_index) VALUES ('delete-all')", /search index/],
    ["bytes that were tampered with", "DROP TRIGGER documents_keep; UPDATE documents SET bytes = x'00' WHERE id = 1", /are not those that it is named by/],
  ])("verify finds %s", (_what, sql, told) => {
    fill();
    archive.db.exec(sql);
    expect(verify(archive.db, reading).problems.join("\n")).toMatch(told);
  });

  test("verify changes nothing", () => {
    fill();
    const before = [dump(), archive.reader.version()];
    verify(archive.db, reading);
    expect([dump(), archive.reader.version()]).toEqual(before);
  });
});

describe("batches", () => {
  test("a batch that was not compared yet is compared by the next process", () => {
    const read = (text: string) => {
      const outcome = reading.read(incoming(text));
      if (outcome.kind === "refused") throw new Error(outcome.refusal.sentence);
      return [incoming(text), outcome] as const;
    };
    addBatch(archive.db, [read(MAY), read(JUNE), read(MAY)]);
    expect(pendingPartnerships(archive.db)).toEqual([slug]);
    archive.close();
    archive = openArchive(join(folder, "archive.db"), () => reading);
    settle(archive.db, reading);
    expect(pendingPartnerships(archive.db)).toEqual([]);
    expect(verify(archive.db, reading).problems).toEqual([]);
    expect(archive.reader.counts()).toMatchObject({ documents: 2, meetings: 2 });
  });
});
