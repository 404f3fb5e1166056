import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Anchor, CorrectionBody, IsoDate, PartialDate, Sha256, Slug } from "../../snapshots/index.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { archiveAsOf } from "../../server/archive/as-of.ts";
import { correct, type CorrectOutcome } from "../../server/archive/correcting.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import { writeNote } from "../../server/archive/noting.ts";
import { previewRebuild, rebuild } from "../../server/archive/rebuilding.ts";
import { verify } from "../../server/archive/verifying.ts";
import { plainReading } from "./plain-reading.ts";

let folder: string;
let archive: Archive;
const reading = plainReading();
const MAY = "2024-05-01 aa-bb Geneva\nsandbox explored a sandbox\ncables committed the cables\n";
const JUNE = "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\nwhales noted the whales\n";
const JULY = "2024-07-01 aa-bb Bern\nsandbox delivered the sandbox\ncables underway the cables\n";
const OTHER = "2024-06-15 cc-dd Rome\nschools explored schools\n";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "correcting-"));
  archive = openArchive(join(folder, "archive.db"), () => reading);
  for (const text of [MAY, JUNE, JULY, OTHER]) addDocument(archive.db, { bytes: Buffer.from(text), name: null, given: {} }, reading);
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const dump = (): string[] => [...dumpDerivations(archive.db)].map(({ table, key, row }) => `${table} ${key} ${row}`);
const held = (date: string, partnership = "aa-bb") => archive.reader.meeting(partnership as Slug, date as IsoDate);
const shaOf = (date: string): Sha256 => held(date)?.documents[0]?.sha256 ?? ("" as Sha256);
const anchor = (date: string, name: string): Anchor => {
  const found = held(date)?.snapshots[0]?.commitments.find((one) => one.plain.startsWith(name));
  if (found === undefined) throw new Error(`${name} is not there`);
  return { sha256: shaOf(date), start: found.start, end: found.end, quote: found.quote };
};
const make = (body: CorrectionBody, document: Sha256 | null = null): CorrectOutcome => correct(archive.db, () => reading, { body, document, author: "Ada", reason: "The annex says so." });
/** What readers saw before and after. */
const seen = (outcome: CorrectOutcome): readonly string[] => (outcome.kind === "refused" ? [outcome.refusal.code] : [outcome.before, outcome.after]);
const codeOf = (outcome: CorrectOutcome): string => (outcome.kind === "refused" ? outcome.refusal.code : outcome.kind);
const kinds = (after: string): string[] => archive.reader.changes({ since: after as PartialDate, until: after as PartialDate }, { offset: 0, limit: 99 }).items.map((change) => `${change.kind} ${change.afterCommitments[0]?.plain ?? change.beforeCommitments[0]?.plain}`);

/** Whatever was corrected, a rebuild gives the same rows, and `verify` finds nothing. */
function holds(): void {
  const before = dump();
  expect(verify(archive.db, reading).problems).toEqual([]);
  rebuild(archive.db, reading);
  expect(dump()).toEqual(before);
}

describe("a correction", () => {
  test("changes what is read, what is compared, and says by whom and why", () => {
    expect(kinds("2024-06-01")).toContain("advanced sandbox committed the sandbox");
    expect(make({ kind: "stage", at: anchor("2024-06-01", "sandbox"), value: "explored" }, shaOf("2024-06-01")).kind).toBe("corrected");
    expect(kinds("2024-06-01")).toContain("restated sandbox committed the sandbox");
    expect(held("2024-06-01")?.snapshots[0]?.corrections).toMatchObject([{ kind: "stage", before: "committed", after: "explored", author: "Ada", reason: "The annex says so." }]);
    holds();
  });

  test("of the day moves a meeting, and its old address leads on", () => {
    make({ kind: "held", value: "2024-08-01" as IsoDate }, shaOf("2024-06-01"));
    expect(held("2024-06-01")).toBeNull();
    expect(archive.reader.movedMeeting("aa-bb" as Slug, "2024-06-01" as IsoDate)).toEqual({ partnership: "aa-bb", held: "2024-08-01" });
    expect(archive.reader.meetings({ partnership: "aa-bb" as Slug }, { offset: 0, limit: 9, newestFirst: false }).items.map((one) => one.held)).toEqual(["2024-05-01", "2024-07-01", "2024-08-01"]);
    holds();
  });

  test("of the partnership moves a document", () => {
    make({ kind: "partnership", value: { slug: "cc-dd" as Slug, name: "C and D" } }, shaOf("2024-06-01"));
    expect(archive.reader.partnership("cc-dd" as Slug)).toMatchObject({ meetings: 2 });
    expect(archive.reader.partnership("aa-bb" as Slug)).toMatchObject({ meetings: 2 });
    holds();
  });

  test("of a span gives a new id, and the old id leads to it", () => {
    const at = anchor("2024-05-01", "cables");
    const old = `${at.sha256.slice(0, 12)}-${at.start}-${at.end}`;
    make({ kind: "move", at, value: { start: at.start + 7, end: at.end, quote: at.quote.slice(7) } }, at.sha256);
    const now = archive.reader.successor(old);
    expect(now).toBe(`${at.sha256.slice(0, 12)}-${at.start + 7}-${at.end}`);
    make({ kind: "remove", at: { start: at.start + 7, end: at.end, quote: at.quote.slice(7) } }, at.sha256);
    for (const id of [old, now ?? ""]) expect(archive.reader.successor(id)).toBe(`${at.sha256.slice(0, 12)}-${anchor("2024-05-01", "sandbox").start}-${anchor("2024-05-01", "sandbox").end}`);
    holds();
  });

  test("of a link holds in comparisons and threads, over silence too", () => {
    const [whales, cables] = [anchor("2024-06-01", "whales"), anchor("2024-05-01", "cables")];
    make({ kind: "link", before: [cables], after: [whales] });
    expect(archive.reader.thread(`${whales.sha256.slice(0, 12)}-${whales.start}-${whales.end}`)?.stops.map((stop) => stop.commitments.length)).toEqual([1, 1, 1]);
    holds();
  });

  test("is undone by another, and the undoing by a third", () => {
    const before = dump();
    const made = make({ kind: "title", value: "The statement of Oslo" }, shaOf("2024-06-01"));
    if (made.kind === "refused") throw new Error(made.refusal.sentence);
    const after = dump();
    const undone = make({ kind: "undo", of: made.correction.id });
    if (undone.kind === "refused") throw new Error(undone.refusal.sentence);
    expect(dump()).toEqual(before);
    expect(codeOf(make({ kind: "undo", of: made.correction.id }))).toBe("already-undone");
    make({ kind: "undo", of: undone.correction.id });
    expect(dump()).toEqual(after);
    expect(archive.reader.history({ document: shaOf("2024-06-01") }, { offset: 0, limit: 9 }).items.map((entry) => [entry.kind, entry.undoneBy])).toEqual([["undo", null], ["undo", 3], ["title", null], ["text/plain", null]]);
    holds();
  });

  test("of a day is refused where it puts the meeting more than a year after its text, whichever of the two is moved", () => {
    const published = (value: string): string => codeOf(make({ kind: "published", value: value as IsoDate }, shaOf("2024-06-01")));
    const day = (value: string, of: string): string => codeOf(make({ kind: "held", value: value as IsoDate }, shaOf(of)));
    expect([published("2015-06-01"), day("2030-06-01", "2024-06-01")]).toEqual(["meeting-too-late", "meeting-too-late"]);
    const sha256 = shaOf("2024-06-01");
    expect(codeOf(make({ kind: "held", value: "2015-06-01" as IsoDate }, sha256))).toBe("corrected");
    expect(codeOf(make({ kind: "published", value: "2015-06-01" as IsoDate }, sha256))).toBe("corrected");
    expect(codeOf(make({ kind: "held", value: "2024-06-01" as IsoDate }, sha256))).toBe("meeting-too-late");
    holds();
  });

  test("of a day in the last year that can be written is not refused as too late", () => {
    const sha256 = shaOf("2024-06-01");
    expect(codeOf(make({ kind: "published", value: "9999-01-01" as IsoDate }, sha256))).toBe("corrected");
    expect(codeOf(make({ kind: "held", value: "9999-06-01" as IsoDate }, sha256))).toBe("corrected");
  });

  test("of a partnership's name is not taken back while a later one goes on from there", () => {
    const renamed = (from: string, to: string): string => codeOf(make({ kind: "rename-partnership", from: from as Slug, to: to as Slug, name: to }));
    expect([renamed("aa-bb", "old"), renamed("old", "new")]).toEqual(["corrected", "corrected"]);
    const [, first] = archive.reader.history({}, { offset: 0, limit: 2 }).items;
    const of = Number(first?.id.replace(/\D/g, ""));
    expect([codeOf(make({ kind: "undo", of })), codeOf(make({ kind: "undo", of: of + 1 })), codeOf(make({ kind: "undo", of }))]).toEqual(["correction-unfit", "corrected", "corrected"]);
    expect(archive.reader.partnership("aa-bb" as Slug)).not.toBeNull();
    holds();
  });

  test("that stands is not made again; one that goes back to an earlier word is", () => {
    const title = (value: string): string => codeOf(make({ kind: "title", value }, shaOf("2024-06-01")));
    expect([title("A"), title("A"), title("B"), title("B"), title("A")]).toEqual(["corrected", "correction-repeated", "corrected", "correction-repeated", "corrected"]);
    make({ kind: "undo", of: 3 });
    expect([title("B"), title("A")]).toEqual(["correction-repeated", "corrected"]);
    const [before, after] = [[anchor("2024-05-01", "sandbox")], [anchor("2024-06-01", "sandbox")]];
    const ruling = (kind: "link" | "unlink"): string => codeOf(make({ kind, before, after }));
    expect([ruling("unlink"), ruling("unlink"), ruling("link"), ruling("unlink")]).toEqual(["corrected", "correction-repeated", "corrected", "corrected"]);
    expect(codeOf(make({ kind: "accept", at: anchor("2024-05-01", "sandbox") }, shaOf("2024-05-01")))).toBe("corrected");
    expect(codeOf(make({ kind: "accept", at: anchor("2024-05-01", "cables") }, shaOf("2024-05-01")))).toBe("corrected");
    const { start, end, quote } = anchor("2024-07-01", "cables");
    const at = { start, end, quote };
    const removed = (): string => codeOf(make({ kind: "remove", at }, shaOf("2024-07-01")));
    expect([removed(), codeOf(make({ kind: "add", at, value: { stage: "noted", force: "weak", topic: "data" as Slug } }, shaOf("2024-07-01"))), removed()]).toEqual(["corrected", "corrected", "corrected"]);
    holds();
  });

  test("that is taken back goes on record with what readers saw before and after, not with what it once changed", () => {
    const published = (day: string): readonly string[] => seen(make({ kind: "published", value: day as IsoDate }, shaOf("2024-06-01")));
    expect([published("2024-06-09"), published("2024-06-10"), published("2024-06-09")]).toEqual([["2024-06-01", "2024-06-09"], ["2024-06-09", "2024-06-10"], ["2024-06-10", "2024-06-09"]]);
    const [first] = archive.reader.history({}, { offset: 0, limit: 9 }).items.filter(({ kind }) => kind === "published").slice(-1);
    expect(first).toMatchObject({ before: "2024-06-01", after: "2024-06-09" });
    const number = Number(first?.id.replace(/\D/g, ""));
    expect([seen(make({ kind: "undo", of: number })), seen(make({ kind: "undo", of: number + 2 })), seen(make({ kind: "undo", of: number + 1 }))]).toEqual([["2024-06-09", "2024-06-09"], ["2024-06-09", "2024-06-10"], ["2024-06-10", "2024-06-01"]]);
    holds();
  });

  test("of a commitment, a link or a partnership that is taken back tells what readers saw, too", () => {
    const [cables, whales] = [anchor("2024-05-01", "cables"), anchor("2024-06-01", "whales")];
    make({ kind: "stage", at: cables, value: "noted" }, cables.sha256);
    make({ kind: "stage", at: cables, value: "delivered" }, cables.sha256);
    make({ kind: "remove", at: cables }, cables.sha256);
    make({ kind: "link", before: [anchor("2024-05-01", "sandbox")], after: [whales] });
    make({ kind: "rename-partnership", from: "aa-bb" as Slug, to: "ab" as Slug, name: "A and B" });
    make({ kind: "rename-partnership", from: "ab" as Slug, to: "abc" as Slug, name: "A to C" });
    const undone = [3, 1, 2, 4, 6, 5].map((of) => seen(make({ kind: "undo", of })));
    expect(undone).toEqual([
      ["", "cables committed the cables"],
      ["delivered", "delivered"],
      ["delivered", "committed"],
      ["sandbox explored a sandbox", "whales noted the whales"],
      ["abc (A to C)", "ab (A and B)"],
      ["ab (A and B)", "aa-bb"],
    ]);
    holds();
  });

  test("that changes nothing is refused, but for a word that a doubtful reading is right", () => {
    const on = shaOf("2024-06-01");
    const at = anchor("2024-06-01", "sandbox");
    const title = archive.reader.document(on)?.snapshot.document.title ?? "";
    const idle: readonly CorrectionBody[] = [{ kind: "title", value: title }, { kind: "published", value: "2024-06-01" as IsoDate }, { kind: "held", value: "2024-06-01" as IsoDate }, { kind: "place", value: "Oslo" }, { kind: "stage", at, value: "committed" }, { kind: "move", at, value: at }];
    expect(idle.map((body) => codeOf(make(body, on)))).toEqual(idle.map(() => "already-so"));
    expect(codeOf(make({ kind: "merge-partnerships", from: "aa-bb" as Slug, to: "aa-bb" as Slug }))).toBe("merge-with-itself");
    addDocument(archive.db, { bytes: Buffer.from("2024-08-01 - Bern\nskills explored skills\n"), name: null, given: {} }, reading);
    const alone = archive.reader.documents({ offset: 0, limit: 1 }).items[0]?.sha256 ?? null;
    expect(codeOf(make({ kind: "accept", at }, on))).toBe("corrected");
    expect(codeOf(make({ kind: "partnership", value: null }, alone))).toBe("corrected");
    holds();
  });

  test.each<[string, () => CorrectOutcome]>([
    ["no-such-document", () => make({ kind: "title", value: "x" }, "f".repeat(64) as Sha256)],
    ["correction-unfit", () => make({ kind: "remove", at: { start: 0, end: 7, quote: "nowhere" } }, shaOf("2024-05-01"))],
    ["correction-overlaps", () => make({ kind: "add", at: anchor("2024-05-01", "cables"), value: { stage: "noted", force: "weak", topic: "data" as Slug } }, shaOf("2024-05-01"))],
    ["no-such-correction", () => make({ kind: "undo", of: 99 })],
    ["no-such-partnership", () => make({ kind: "merge-partnerships", from: "aa-bb" as Slug, to: "xx" as Slug })],
    ["partnership-exists", () => make({ kind: "rename-partnership", from: "aa-bb" as Slug, to: "cc-dd" as Slug, name: "x" })],
    ["correction-unfit", () => make({ kind: "link", before: [anchor("2024-05-01", "cables")], after: [anchor("2024-05-01", "sandbox")] })],
    ["correction-unfit", () => make({ kind: "link", before: [anchor("2024-07-01", "cables")], after: [anchor("2024-05-01", "cables")] })],
    ["correction-incomplete", () => correct(archive.db, () => reading, { body: { kind: "title", value: "x" }, document: shaOf("2024-05-01"), author: "Ada", reason: " " })],
  ])("that does not fit is refused (%s), and nothing is changed", (code, act) => {
    const [before, version] = [dump(), archive.reader.history({}, { offset: 0, limit: 1 }).total];
    expect(codeOf(act())).toBe(code);
    expect([dump(), archive.reader.history({}, { offset: 0, limit: 1 }).total]).toEqual([before, version]);
  });
});

describe("partnerships", () => {
  test("renamed and merged lead on from their old addresses, and new documents follow them", () => {
    make({ kind: "rename-partnership", from: "aa-bb" as Slug, to: "ab-compact" as Slug, name: "The AB Compact" });
    expect(archive.reader.partnership("ab-compact" as Slug)).toMatchObject({ name: "The AB Compact", meetings: 3 });
    expect(archive.reader.movedPartnership("aa-bb" as Slug)).toBe("ab-compact");
    expect(archive.reader.movedMeeting("aa-bb" as Slug, "2024-06-01" as IsoDate)).toEqual({ partnership: "ab-compact", held: "2024-06-01" });
    addDocument(archive.db, { bytes: Buffer.from(JULY.replaceAll("2024-07", "2024-09")), name: null, given: {} }, reading);
    make({ kind: "merge-partnerships", from: "cc-dd" as Slug, to: "ab-compact" as Slug });
    expect(archive.reader.partnership("ab-compact" as Slug)).toMatchObject({ meetings: 5 });
    holds();
    make({ kind: "undo", of: 2 });
    expect(archive.reader.partnership("cc-dd" as Slug)).toMatchObject({ meetings: 1 });
    make({ kind: "undo", of: 1 });
    expect(archive.reader.partnership("aa-bb" as Slug)).toMatchObject({ name: "aa-bb", meetings: 4 });
    holds();
  });
});

describe("corrections and readings", () => {
  test("another reading keeps corrections, or tells that they fit no more", () => {
    make({ kind: "stage", at: anchor("2024-05-01", "sandbox"), value: "delivered" }, shaOf("2024-05-01"));
    make({ kind: "stage", at: anchor("2024-05-01", "cables"), value: "delivered" }, shaOf("2024-05-01"));
    const blind = plainReading("plain-2");
    const read = blind.read;
    const derived = rebuild(archive.db, { ...blind, read: (incoming) => {
      const outcome = read(incoming);
      return outcome.kind === "refused" ? outcome : { ...outcome, snapshot: { ...outcome.snapshot, commitments: outcome.snapshot.commitments.filter((one) => !one.plain.startsWith("cables")) } };
    } });
    expect(derived.unfit.map((one) => one.correction.id)).toEqual([2]);
    expect(archive.reader.unfit().map((one) => one.correction.id)).toEqual([2]);
    expect(held("2024-05-01")?.snapshots[0]?.commitments.map((one) => one.stage)).toEqual(["delivered"]);
    rebuild(archive.db, reading);
    expect(archive.reader.unfit()).toEqual([]);
    expect(held("2024-05-01")?.snapshots[0]?.commitments.map((one) => one.stage)).toEqual(["delivered", "delivered"]);
  });

  test("whatever is corrected and undone, in any order: a rebuild gives the same", () => {
    const bodies = fc.constantFrom("stage", "remove", "held", "link", "unlink", "rename", "undo", "partnership");
    fc.assert(
      fc.property(fc.array(fc.tuple(bodies, fc.nat(3), fc.nat(8)), { minLength: 1, maxLength: 6 }), (acts) => {
        for (const [kind, pick, number] of acts) act(kind, pick, number);
        holds();
      }),
      { numRuns: 24 },
    );
  });
});

/** One act on whatever is there; an act that is refused is as good. */
function act(kind: string, pick: number, number: number): void {
  const documents = archive.reader.documents({ offset: 0, limit: 9 }).items;
  const [one, other] = [documents[pick % documents.length], documents[(pick + 1) % documents.length]];
  const commitments = (sha256: Sha256 | undefined): Anchor[] => (sha256 === undefined ? [] : (archive.reader.document(sha256)?.snapshot.commitments ?? []).map(({ start, end, quote }) => ({ sha256, start, end, quote })));
  const [first, second] = [commitments(one?.sha256)[number % 2], commitments(other?.sha256)[0]];
  if (one === undefined) return;
  if (kind === "undo") make({ kind: "undo", of: number });
  else if (kind === "held") make({ kind: "held", value: `2024-06-0${number + 1}` as IsoDate }, one.sha256);
  else if (kind === "partnership") make({ kind: "partnership", value: number < 3 ? null : { slug: "ee-ff" as Slug, name: "E and F" } }, one.sha256);
  else if (kind === "rename") make({ kind: "rename-partnership", from: one.partnership ?? ("x" as Slug), to: `renamed-${number % 3}` as Slug, name: "Renamed" });
  else if (first !== undefined && second !== undefined && (kind === "link" || kind === "unlink")) make({ kind, before: [first], after: [second] });
  else if (first !== undefined && kind === "stage") make({ kind: "stage", at: first, value: "underway" }, one.sha256);
  else if (first !== undefined && kind === "remove") make({ kind: "remove", at: first }, one.sha256);
}

test("a note has versions, and a withdrawn one is none", () => {
  const at = anchor("2024-05-01", "cables");
  const target = `${at.sha256.slice(0, 12)}-${at.start}-${at.end}`;
  const note = (text: string) => writeNote(archive.db, { subject: "commitment", target, text, author: "Ada" });
  expect(note("See the annex.").kind).toBe("noted");
  expect(note("See annex II.")).toMatchObject({ note: { version: 2 } });
  expect(archive.reader.note("commitment", target)).toMatchObject({ text: "See annex II.", version: 2 });
  expect(note(" See annex II. ")).toMatchObject({ kind: "refused", refusal: { code: "already-so" } });
  note("");
  expect(note("")).toMatchObject({ kind: "refused", refusal: { code: "already-so" } });
  expect(archive.reader.note("commitment", target)).toBeNull();
  expect(archive.reader.notes()).toHaveLength(3);
  expect(writeNote(archive.db, { subject: "change", target: "nowhere", text: "x", author: "Ada" })).toMatchObject({ kind: "refused" });
});

test("the history of a commitment follows it through its moves, and knows of its links", () => {
  const at = anchor("2024-05-01", "cables");
  const id = (start: number, end: number): string => `${at.sha256.slice(0, 12)}-${start}-${end}`;
  make({ kind: "link", before: [at], after: [anchor("2024-06-01", "whales")] });
  make({ kind: "stage", at, value: "noted" }, at.sha256);
  make({ kind: "move", at, value: { start: at.start + 7, end: at.end, quote: at.quote.slice(7) } }, at.sha256);
  make({ kind: "stage", at: anchor("2024-05-01", "sandbox"), value: "noted" }, at.sha256);
  const kindsOf = (commitment: string): string[] => archive.reader.history({ commitment }, { offset: 0, limit: 9 }).items.map((entry) => entry.kind);
  expect(kindsOf(id(at.start + 7, at.end))).toEqual(["move", "stage", "link"]);
});

test("a reading that moves every place keeps ids that were given out, and tells what it changes before it does", () => {
  const ids = ["2024-05-01", "2024-06-01", "2024-07-01"].flatMap((date) => held(date)?.snapshots.flatMap((snapshot) => snapshot.commitments.map((one) => one.id)) ?? []);
  make({ kind: "stage", at: anchor("2024-05-01", "sandbox"), value: "delivered" }, shaOf("2024-05-01"));
  const next = plainReading("plain-2");
  const shift = (text: string, by: number) => ({ ...next, read: (incoming: Parameters<typeof next.read>[0]) => {
    const outcome = next.read(incoming);
    if (outcome.kind === "refused") return outcome;
    const { snapshot } = outcome;
    const moved = <Place extends { readonly start: number; readonly end: number }>(place: Place): Place => ({ ...place, start: place.start + by, end: place.end + by });
    const evidence = (one: (typeof snapshot.commitments)[number]) => Object.fromEntries(Object.entries(one.evidence).map(([key, { rule, words }]) => [key, { rule, words: words.map(moved) }])) as unknown as typeof one.evidence;
    const commitments = snapshot.commitments.map((one) => ({ ...moved(one), id: `${snapshot.document.sha256.slice(0, 12)}-${one.start + by}-${one.end + by}`, evidence: evidence(one) }));
    return { ...outcome, snapshot: { ...snapshot, document: { ...snapshot.document, text: text + snapshot.document.text }, commitments, milestones: snapshot.milestones.map(moved), meeting: { ...snapshot.meeting, evidence: snapshot.meeting.evidence.map(moved) } } };
  } });
  const shifted = shift("A preface.\n", 11);
  const before = dump();
  const preview = previewRebuild(archive.db, shifted);
  expect(preview.reinterpretation).toMatchObject({ commitments: { added: 7, gone: 7, changed: 0 }, documents: 0, meetings: { added: 0, gone: 0 } });
  expect([dump(), preview.unfit]).toEqual([before, []]);
  rebuild(archive.db, shifted);
  for (const id of ids) {
    const [sha, start, end] = id.split("-");
    expect(archive.reader.successor(id)).toBe(`${sha}-${Number(start) + 11}-${Number(end) + 11}`);
  }
  expect(held("2024-05-01")?.snapshots[0]?.commitments[0]?.stage).toBe("delivered");
  expect(archive.reader.history({}, { offset: 0, limit: 1 }).items[0]).toMatchObject({ act: "reinterpretation", before: "plain-1", after: "plain-2" });
  expect(verify(archive.db, shifted).problems).toEqual([]);
  rebuild(archive.db, reading);
  for (const id of ids) expect(archive.reader.successor(id)).toBe(id);
});

test("the archive as of a day is the one that was there at the end of it", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    vi.setSystemTime("2031-01-10T12:00:00Z");
    make({ kind: "title", value: "Of the tenth" }, shaOf("2024-05-01"));
    vi.setSystemTime("2031-01-20T12:00:00Z");
    addDocument(archive.db, { bytes: Buffer.from(MAY.replaceAll("2024-05", "2024-04")), name: null, given: {}, author: "Bea" }, reading);
    make({ kind: "stage", at: anchor("2024-06-01", "sandbox"), value: "explored" }, shaOf("2024-06-01"));
    make({ kind: "undo", of: 1 });
    make({ kind: "rename-partnership", from: "aa-bb" as Slug, to: "ab" as Slug, name: "AB" });
    vi.setSystemTime("2031-02-01T12:00:00Z");
    const past = archiveAsOf(archive.db, () => reading);
    const titles = (day: string): unknown => past(day)?.documents({ offset: 0, limit: 9 }).items.map((one) => [one.title, one.partnership]);
    expect(titles("2031-01-09")).toHaveLength(4);
    expect(titles("2031-01-09")).not.toContainEqual(["Of the tenth", "aa-bb"]);
    expect(titles("2031-01-10")).toContainEqual(["Of the tenth", "aa-bb"]);
    expect(titles("2031-01-19")).toEqual(titles("2031-01-10"));
    expect(titles("2031-01-20")).toHaveLength(5);
    expect(titles("2031-01-20")).toContainEqual(["Statement of 2024-05-01", "ab"]);
    expect(past("2031-01-19")?.changes({ since: "2024-06-01" as PartialDate, until: "2024-06-01" as PartialDate }, { offset: 0, limit: 9 }).items.map((one) => one.kind)).toContain("advanced");
    expect(past("2031-01-31")?.counts()).toEqual(archive.reader.counts());
    const authors = (day: string): unknown => past(day)?.history({}, { offset: 0, limit: 99 }).items.flatMap(({ act, author }) => (act === "document" && author !== null ? [author] : []));
    expect([authors("2031-01-19"), authors("2031-01-20")]).toEqual([[], ["Bea"]]);
    expect(past("2031-02-01")).toBeNull();
    expect(past("1999-01-01")?.counts()).toMatchObject({ documents: 0 });
  } finally {
    vi.useRealTimers();
  }
});
