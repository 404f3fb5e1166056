import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { watchedAddresses, bookLook } from "../../server/archive/captures.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import type { Incoming } from "../../server/archive/facts.ts";
import { correct } from "../../server/archive/correcting.ts";
import { rebuild } from "../../server/archive/rebuilding.ts";
import { verify } from "../../server/archive/verifying.ts";
import { addVersion } from "../../server/archive/versions.ts";
import type { CorrectionBody, IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import { plainReading } from "./plain-reading.ts";

let folder: string;
let archive: Archive;
const reading = plainReading();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pactline-"));
  archive = openArchive(join(folder, "a.db"), () => reading);
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const ADDRESS = "https://example.org/statement";
const seen = (at: string): Incoming["capture"] => ({ address: ADDRESS, finalAddress: ADDRESS, canonical: null, archivedAt: null, status: 200, headers: { etag: at }, retrievedAt: at });
const incoming = (text: string, at?: string): Incoming => ({ bytes: Buffer.from(text), name: null, given: {}, ...(at === undefined ? {} : { capture: seen(at) ?? null }) }) as Incoming;
const page = (stage: string, note = ""): string => `2025-05-01 no-cl Oslo\n\nCorridor ${stage} a corridor for data.${note}\n`;

const first = (): Sha256 => {
  addDocument(archive.db, { bytes: Buffer.from("2024-05-01 no-cl Oslo\n\nCorridor explored a corridor for data.\n"), name: null, given: {} }, reading);
  const outcome = addDocument(archive.db, incoming(page("committed"), "2025-05-01T10:00:00Z"), reading);
  if (outcome.kind !== "added") throw new Error(outcome.kind);
  return outcome.sha256;
};
const edited = (original: Sha256, text: string, at: string) => addVersion(archive.db, original, incoming(text, at), reading);

test("how a document was fetched is kept", () => {
  expect(archive.reader.captures(first())).toEqual([seen("2025-05-01T10:00:00Z")]);
});

test("an edited page is a new version of the same document, which stands for it in its meeting and in lists", () => {
  const original = first();
  expect(archive.reader.versions(original)).toEqual([]);
  const outcome = edited(original, page("intended"), "2025-05-02T10:00:00Z");
  expect(outcome).toMatchObject({ kind: "version", edit: { kind: "wording", reasons: ["“committed” became “intended”"] } });
  const after = outcome.kind === "version" ? outcome.sha256 : original;
  const versions = archive.reader.versions(original);
  expect(versions).toMatchObject([{ sha256: original, seenAt: "2025-05-01T10:00:00Z", edit: null }, { sha256: after, seenAt: "2025-05-02T10:00:00Z", edit: { kind: "wording" } }]);
  expect(archive.reader.versions(after)).toEqual(versions);
  expect(archive.reader.currentVersion(original)).toBe(after);
  expect(archive.reader.documents({ offset: 0, limit: 9 }).items.map((one) => one.sha256)).not.toContain(original);
  const meeting = archive.reader.meeting("no-cl" as Slug, "2025-05-01" as IsoDate);
  expect(meeting?.snapshots.map((snapshot) => snapshot.document.sha256)).toEqual([after]);
  expect(archive.reader.document(original)?.snapshot.commitments).toHaveLength(1);
});

test("a page whose words are the same is no version, whatever its bytes", () => {
  const original = first();
  expect(edited(original, page("committed", "  "), "2025-05-02T10:00:00Z")).toEqual({ kind: "same" });
  expect(edited(original, page("committed"), "2025-05-03T10:00:00Z")).toEqual({ kind: "same" });
  expect(archive.reader.versions(original)).toEqual([]);
});

test("an edit that is taken back leaves three states, and the first document stands again", () => {
  const original = first();
  edited(original, page("intended"), "2025-05-02T10:00:00Z");
  edited(original, page("committed"), "2025-05-03T10:00:00Z");
  expect(archive.reader.versions(original).map((version) => version.seenAt)).toEqual(["2025-05-01T10:00:00Z", "2025-05-02T10:00:00Z", "2025-05-03T10:00:00Z"]);
  expect(archive.reader.currentVersion(original)).toBe(original);
  expect(archive.reader.documents({ offset: 0, limit: 9 }).items.map((one) => one.sha256)).toContain(original);
});

test("a version that cannot be read is refused and changes nothing", () => {
  const original = first();
  const before = [...dumpDerivations(archive.db)];
  expect(edited(original, "no date here", "2025-05-02T10:00:00Z")).toMatchObject({ kind: "refused", refusal: { code: "no-date" } });
  expect([...dumpDerivations(archive.db)]).toEqual(before);
});

test("versions are derived anew with the same result, and facts are never changed", () => {
  const original = first();
  edited(original, page("intended"), "2025-05-02T10:00:00Z");
  const before = [...dumpDerivations(archive.db)];
  expect(verify(archive.db, reading).problems).toEqual([]);
  rebuild(archive.db, reading);
  expect([...dumpDerivations(archive.db)]).toEqual(before);
  for (const table of ["captures", "versions"]) {
    expect(() => archive.db.exec(`DELETE FROM ${table}`)).toThrow(/never deleted/);
    expect(() => archive.db.exec(`UPDATE ${table} SET id = 99`)).toThrow(/never changed/);
  }
});

test("an address is watched by its first document, and looks at it are booked", () => {
  const original = first();
  edited(original, page("intended"), "2025-05-02T10:00:00Z");
  expect(watchedAddresses(archive.db)).toMatchObject([{ address: ADDRESS, original, checkedAt: null, failures: 0 }]);
  const look = { address: ADDRESS, etag: null, lastModified: null, checkedAt: "2025-06-01T00:00:00Z", outcome: "unreachable", failed: 1 };
  bookLook(archive.db, look);
  bookLook(archive.db, look);
  expect(watchedAddresses(archive.db)).toMatchObject([{ failures: 2, outcome: "unreachable" }]);
  bookLook(archive.db, { ...look, etag: '"a"', outcome: "unchanged", failed: 0 });
  expect(watchedAddresses(archive.db)).toMatchObject([{ failures: 0, etag: '"a"' }]);
});

test("only the newest version is searched, counted and looked at; the earlier ones stand on their page", () => {
  const original = first();
  const noted = `${page("committed")}Ledger noted a ledger of palimpsests.\n`;
  const second = edited(original, noted, "2025-05-02T10:00:00Z");
  edited(original, page("intended"), "2025-05-03T10:00:00Z");
  const { reader } = archive;
  const all = { offset: 0, limit: 20 };
  expect(reader.find({ text: "palimpsests", scope: "commitments", chosen: {} }, all)).toMatchObject({ items: [], total: 0, facets: [] });
  expect(reader.find({ text: "palimpsests", scope: "documents", chosen: {} }, all).total).toBe(0);
  expect(reader.search("palimpsests", all)).toMatchObject({ items: [], total: 0 });
  expect(reader.seen("palimpsests")).toBeNull();
  expect(reader.find({ text: "corridor", scope: "commitments", chosen: {} }, all)).toMatchObject({ total: 2, facets: [{ name: "partnership", values: [{ value: "no-cl", count: 2 }] }, {}, { name: "kind", values: [{ value: "explored", count: 1 }, { value: "intended", count: 1 }] }, {}] });
  expect(reader.seen("corridor")?.documents).toBe(2);
  expect(reader.commitments({}, all)).toMatchObject({ total: 2 });
  expect(reader.counts()).toEqual({ documents: 2, partnerships: 1, meetings: 2, commitments: 2, alone: 0 });
  expect(reader.milestones({}, 20).map((one) => one.sha256)).not.toContain(original);
  expect(reader.news({}, all).items.map(({ kind }) => kind)).toEqual(["advanced"]);
  expect(reader.topics()).toMatchObject([{ commitments: 2 }]);
  expect(second.kind === "version" && reader.document(second.sha256)?.snapshot.commitments).toHaveLength(2);
});

describe("what a person set right of a version", () => {
  const set = (document: Sha256, body: CorrectionBody): number => {
    const outcome = correct(archive.db, () => reading, { body, document: body.kind === "undo" ? null : document, author: "Ada", reason: "The annex says so" });
    if (outcome.kind !== "corrected") throw new Error(outcome.refusal.sentence);
    return outcome.correction.id;
  };
  const at = (document: Sha256, place = 0) => {
    const one = archive.reader.document(document)?.snapshot.commitments[place];
    if (one === undefined) throw new Error("no such commitment");
    return { start: one.start, end: one.end, quote: one.quote };
  };
  const version = (original: Sha256, text: string, day: string): Sha256 => {
    const outcome = edited(original, text, `2025-05-${day}T10:00:00Z`);
    if (outcome.kind !== "version") throw new Error(outcome.kind);
    return outcome.sha256;
  };
  const stages = (document: Sha256) => archive.reader.document(document)?.snapshot.commitments.map(({ stage }) => stage);
  const isSound = (): void => {
    const before = [...dumpDerivations(archive.db)];
    expect(verify(archive.db, reading).problems).toEqual([]);
    rebuild(archive.db, reading);
    expect([...dumpDerivations(archive.db)]).toEqual(before);
  };

  test("goes along where the same words stand in the new one, wherever they stand", () => {
    const original = first();
    set(original, { kind: "stage", at: at(original), value: "underway" });
    set(original, { kind: "title", value: "A title of our own" });
    const after = version(original, `2025-05-01 no-cl Oslo\n\nLedger noted a ledger.\nCorridor committed a corridor for data.\n`, "02");
    expect(stages(after)).toEqual(["noted", "underway"]);
    expect(archive.reader.document(after)?.title).toBe("A title of our own");
    expect(archive.reader.document(after)?.snapshot.corrections).toMatchObject([{ author: "Ada", kind: "stage" }, { kind: "title" }]);
    expect(archive.reader.meeting("no-cl" as Slug, "2025-05-01" as IsoDate)?.snapshots[0]?.commitments.map(({ stage }) => stage)).toEqual(["noted", "underway"]);
    expect(archive.reader.unfit()).toEqual([]);
    isSound();
  });

  test("does not fit where they are other words, and waits in review until it is taken back", () => {
    const original = first();
    const id = set(original, { kind: "stage", at: at(original), value: "underway" });
    const after = version(original, page("intended"), "02");
    expect(stages(after)).toEqual(["intended"]);
    expect(stages(original)).toEqual(["underway"]);
    expect(archive.reader.unfit()).toMatchObject([{ correction: { id }, why: "It does not fit the new version.", version: { sha256: after } }]);
    expect(archive.reader.review({ offset: 0, limit: 1 }).items).toMatchObject([{ kind: "correction", correction: { id }, sha256: after }]);
    isSound();
    set(original, { kind: "undo", of: id });
    expect([archive.reader.unfit(), stages(original)]).toEqual([[], ["committed"]]);
    isSound();
  });

  test("reaches the versions that are here already, and is taken back on all of them", () => {
    const original = first();
    const after = version(original, `${page("committed")}Ledger noted a ledger.\n`, "02");
    const id = set(original, { kind: "stage", at: at(original), value: "underway" });
    expect([stages(original), stages(after)]).toEqual([["underway"], ["underway", "noted"]]);
    set(after, { kind: "stage", at: at(after, 1), value: "explored" });
    expect(stages(original)).toEqual(["underway"]);
    isSound();
    set(original, { kind: "undo", of: id });
    expect([stages(original), stages(after)]).toEqual([["committed"], ["committed", "explored"]]);
    isSound();
  });

  test("holds for a document that an edit brought back", () => {
    const original = first();
    const after = version(original, `${page("committed")}Ledger noted a ledger.\n`, "02");
    set(after, { kind: "stage", at: at(after), value: "delivered" });
    expect(version(original, page("committed"), "03")).toBe(original);
    expect(stages(original)).toEqual(["delivered"]);
    isSound();
  });

  test("holds for links, too", () => {
    const original = first();
    const [before] = archive.reader.documents({ offset: 0, limit: 9 }).items.filter(({ sha256 }) => sha256 !== original);
    if (before === undefined) throw new Error("no document");
    const sides = { before: [{ sha256: before.sha256, ...at(before.sha256) }], after: [{ sha256: original, ...at(original) }] };
    const outcome = correct(archive.db, () => reading, { body: { kind: "unlink", ...sides }, document: null, author: "Ada", reason: "They are two" });
    expect(outcome.kind).toBe("corrected");
    const kinds = () => archive.reader.news({}, { offset: 0, limit: 9 }).items.map(({ kind }) => kind).toSorted();
    const unlinked = kinds();
    version(original, `${page("committed")}Ledger noted a ledger.\n`, "02");
    expect(archive.reader.unfit()).toEqual([]);
    expect(kinds()).toEqual([...unlinked, "new"].toSorted());
    isSound();
    version(original, page("intended"), "03");
    expect(archive.reader.unfit()).toHaveLength(1);
  });
});
