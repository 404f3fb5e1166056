import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { watchedAddresses, bookLook } from "../../server/archive/captures.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import type { Incoming } from "../../server/archive/facts.ts";
import { rebuild } from "../../server/archive/rebuilding.ts";
import { verify } from "../../server/archive/verifying.ts";
import { addVersion } from "../../server/archive/versions.ts";
import type { IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
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
