/** One text that a meeting has more than once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CorrectionBody, IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import { addDocument } from "../../server/archive/adding.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { takeCopiesApart } from "../../server/archive/copies.ts";
import { correct } from "../../server/archive/correcting.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import type { Member } from "../../server/archive/grouping.ts";
import { previewDocument } from "../../server/archive/previewing.ts";
import { verify } from "../../server/archive/verifying.ts";
import { memberOf } from "./members.ts";
import { plainReading } from "./plain-reading.ts";

const reading = plainReading();
const JUNE = "2024-06-01 aa-bb Oslo\nsandbox committed a sandbox for young firms of both countries\ncables underway the cables between the two coasts\n";
/** The same text in other lines, as another publisher sets it. */
const COPY = JUNE.replace("Oslo", "Oslo ");
const OTHER = "2024-06-01 aa-bb Oslo\nschools explored schools that teach the sea\n";
const MAY = "2024-05-01 aa-bb Bern\nsandbox explored a sandbox for young firms\n";

let folder: string;
let archive: Archive;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "copies-"));
  archive = openArchive(join(folder, "archive.db"), () => reading);
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});
const add = (text: string): Sha256 => {
  const outcome = addDocument(archive.db, { bytes: Buffer.from(text), name: null, given: {} }, reading);
  if (outcome.kind === "refused") throw new Error(outcome.refusal.sentence);
  return outcome.sha256;
};
const june = () => archive.reader.meeting("aa-bb" as Slug, "2024-06-01" as IsoDate);
const shas = (documents: readonly { readonly sha256: Sha256 }[] | undefined): Sha256[] => (documents ?? []).map(({ sha256 }) => sha256);

describe("a text that a meeting has twice", () => {
  test("is counted, listed, searched and compared once, and the copy stays on record", () => {
    add(MAY);
    const [one, two] = [add(JUNE), add(COPY)];
    expect(june()).toMatchObject({ commitments: 2 });
    const [standing] = shas(june()?.documents);
    expect([shas(june()?.documents).length, [standing, ...shas(june()?.copies)].toSorted()]).toEqual([1, [one, two].toSorted()]);
    expect(archive.reader.counts()).toMatchObject({ documents: 2, commitments: 3 });
    expect(archive.reader.documents({ offset: 0, limit: 9 }).total).toBe(2);
    expect(archive.reader.find({ text: "cables", scope: "commitments", chosen: {} }, { offset: 0, limit: 9 }).total).toBe(1);
    expect(archive.reader.comparison("aa-bb" as Slug, "2024-05-01" as IsoDate, "2024-06-01" as IsoDate)?.comparison.figures).toMatchObject({ advanced: 1, new: 1 });
    for (const sha256 of [one, two]) expect(shas(archive.reader.document(sha256)?.sameText)[0]).toBe(standing);
    expect(verify(archive.db, reading).problems).toEqual([]);
  });

  test("has one thread, to which the commitments of its copy lead", () => {
    add(MAY);
    const [one, two] = [add(JUNE), add(COPY)];
    const threadOf = (sha256: Sha256): string | undefined => archive.reader.thread(archive.reader.document(sha256)?.snapshot.commitments[0]?.id ?? "")?.id;
    expect(threadOf(one)).toBe(threadOf(two));
    expect(archive.reader.thread(archive.reader.document(two)?.snapshot.commitments[0]?.id ?? "")?.stops.map((stop) => stop.commitments.length)).toEqual([1, 1]);
  });

  test("stands by itself again where a person says that its meeting was another", () => {
    add(JUNE);
    add(COPY);
    const copy = june()?.copies[0]?.sha256 ?? ("" as Sha256);
    const body: CorrectionBody = { kind: "held", value: "2024-07-01" as IsoDate };
    expect(correct(archive.db, () => reading, { body, document: copy, author: "Ada", reason: "As printed" }).kind).toBe("corrected");
    expect(june()?.copies).toEqual([]);
    expect(shas(archive.reader.meeting("aa-bb" as Slug, "2024-07-01" as IsoDate)?.documents)).toEqual([copy]);
    expect(verify(archive.db, reading).problems).toEqual([]);
  });

  test("is told before it is added", () => {
    const one = add(JUNE);
    const preview = previewDocument(archive.db, { bytes: Buffer.from(COPY), name: null, given: {} }, { reading, setRight: () => [] });
    expect(preview).toMatchObject({ kind: "preview", joins: { copies: [{ sha256: one }] } });
  });

  test("gives the same archive in whatever order the documents came", () => {
    const made = [MAY, JUNE, COPY, OTHER, JUNE.replace("coasts", "coasts.")];
    const dump = (texts: readonly string[]): string[] => {
      const own = openArchive(":memory:", () => reading);
      for (const text of texts) addDocument(own.db, { bytes: Buffer.from(text), name: null, given: {} }, reading);
      const names = new Map(own.db.prepare<[], [number, string]>("SELECT id, sha256 FROM documents").raw().all());
      const rows = own.db.prepare<[], { document: number; original: number }>("SELECT document, original FROM copies").all().map((row) => `${names.get(row.document)} ${names.get(row.original)}`);
      const meetings = [...dumpDerivations(own.db)].filter(({ table }) => table === "meetings" || table === "changes").map(({ row }) => row);
      own.close();
      return [...rows.toSorted(), ...meetings];
    };
    const wanted = dump(made);
    fc.assert(fc.property(fc.shuffledSubarray(made, { minLength: made.length }), (texts) => {
      expect(dump(texts)).toEqual(wanted);
    }), { numRuns: 12 });
  });
});

const member = (name: string, plain: readonly string[], more: Partial<Member> = {}): Member =>
  memberOf("2024-06-01", { sha256: name as Sha256, commitments: plain.map((words, at) => ({ key: `${name}-${at}`, topic: "data" as Slug, stage: "committed", plain: words })), ...more });
const TEN = Array.from({ length: 10 }, (_, at) => `both sides will open office number ${at} of the harbour`);

test.each<[string, Member[], string[]]>([
  ["other case, marks and line breaks are no difference", [member("a", TEN), member("b", TEN.map((one) => one.toUpperCase().replaceAll(" ", "\n")))], ["b of a"]],
  ["a commitment more is a difference", [member("a", [...TEN, "they will dredge the river together"]), member("b", TEN)], []],
  ["a report that quotes the whole text is no copy", [member("a", TEN, { words: 200 }), member("b", TEN)], []],
  ["texts in which nothing was read are not called copies", [member("a", []), member("b", [])], []],
  ["a page that was edited at several places is one text, and its latest edition stands", [member("a", [...TEN, "they will dredge the river together"], { source: "https://a.example/x" }), member("b", TEN, { source: "https://a.example/x", published: "2024-06-02" as IsoDate })], ["a of b"]],
  ["two texts of which each is a copy of a third are one", [member("a", [...TEN, "they will dredge the river together"], { source: "https://a.example/x" }), member("b", TEN, { source: "https://a.example/x" }), member("c", TEN)], ["b of a", "c of a"]],
  ["who publishes it later takes no place of who was first", [member("a", TEN), member("b", TEN, { published: "2024-06-02" as IsoDate }), member("c", TEN, { published: "2024-05-31" as IsoDate })], ["a of c", "b of c"]],
  ["a text of which a person removed a commitment is still a copy", [member("a", TEN), member("b", TEN.slice(1), { revision: "3" })], ["a of b"]],
  ["what a person set right stands for the copy on which nobody did", [member("a", TEN), member("b", TEN, { revision: "7" })], ["a of b"]],
])("%s", (_rule, members, expected) => {
  const { standing, copies } = takeCopiesApart(members);
  expect(copies.map((copy) => `${copy.sha256} of ${copy.of}`)).toEqual(expected);
  expect(standing.length + copies.length).toBe(members.length);
});
