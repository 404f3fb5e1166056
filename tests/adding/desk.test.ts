import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AddingDesk, createAddingDesk } from "../../server/adding/desk.ts";
import { type AddFields, parseFields } from "../../server/adding/fields.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import { verify } from "../../server/archive/verifying.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { createReading } from "../../server/reading.ts";
import { type Answering, answer } from "../capture/servers.ts";
import { makeScratch, type Scratch } from "../cli/scratch.ts";
import { publishedPage } from "./pages.ts";

let scratch: Scratch;
let archive: Archive;
let desk: AddingDesk;
let server: Answering | undefined;
const reading = createReading(loadKnowledge("none"));
beforeEach(() => {
  scratch = makeScratch();
  archive = openArchive(scratch.archive, () => reading);
  desk = createAddingDesk({ archive, reading: () => reading, capture: { mayAsk: () => true } });
});
afterEach(async () => {
  archive.close();
  scratch.remove();
  await server?.close();
  server = undefined;
});

const NONE: AddFields = { given: {} };
const fields = (raw: Record<string, string>): AddFields => {
  const parsed = parseFields(raw);
  if (parsed.kind === "refused") throw new Error(parsed.refusal.sentence);
  return parsed.fields;
};
const bytes = (text: string, name: string | null = "a.html") => ({ kind: "bytes", bytes: Buffer.from(text), name }) as const;
const documents = (): number => archive.reader.counts().documents;

test("a draft shows what was read and writes nothing; a commit archives it once", async () => {
  const draft = await desk.draft(bytes(publishedPage()), NONE);
  if (draft.kind === "refused") throw new Error(draft.refusal.sentence);
  const { snapshot, joins, isHere } = draft.preview;
  expect(snapshot.document).toMatchObject({ title: "Joint Statement of Norway and Chile on Digital Cooperation", published: "2025-05-08", publishedBasis: "metadata" });
  expect(snapshot.commitments.length).toBeGreaterThan(1);
  expect([isHere, joins?.others, documents()]).toEqual([false, [], 0]);
  expect(desk.commit(draft.id, NONE)).toMatchObject({ kind: "added", sha256: draft.preview.sha256 });
  expect(documents()).toBe(1);
  expect(desk.commit(draft.id, NONE)).toMatchObject({ refusal: { code: "draft-gone" } });
  expect(await desk.draft(bytes(publishedPage()), NONE)).toMatchObject({ preview: { isHere: true } });
});

test("every field can be set right before the commit, and what was set stays on record and survives a rebuild", async () => {
  const draft = await desk.draft(bytes(publishedPage()), NONE);
  if (draft.kind === "refused") throw new Error(draft.refusal.sentence);
  const mended = fields({ date: "2025-05-09", title: "Another title", partnership: "chile-norway-digital", source_url: "https://example.org/a", held: "2025-05-06", meeting: "First Dialogue", place: "Bergen", parties: "no, cl" });
  const expected = { document: { published: "2025-05-09", title: "Another title", sourceUrl: "https://example.org/a" }, partnership: { slug: "chile-norway-digital", parties: ["CL", "NO"] }, meeting: { held: "2025-05-06", name: "First Dialogue", place: "Bergen" } };
  const amended = desk.amend(draft.id, mended);
  expect(amended).toMatchObject({ preview: { snapshot: expected } });
  const outcome = desk.commit(draft.id, mended, "Kari");
  expect(outcome).toMatchObject({ kind: "added" });
  expect(archive.reader.document(draft.preview.sha256)?.snapshot).toMatchObject(expected);
  expect(archive.reader.document(draft.preview.sha256)?.snapshot.corrections?.map((mark) => mark.author)).toContain("Kari");
  expect(verify(archive.db, reading).problems).toEqual([]);
});

test("a draft without a date is kept until the date is given", async () => {
  const draft = await desk.draft(bytes("The parties agreed to establish a working group on data flows.\n", null), NONE);
  if (draft.kind !== "refused") throw new Error("it has no date");
  expect(draft.refusal.code).toBe("no-date");
  expect(desk.commit(draft.refusal.draft ?? "", fields({ date: "2024-02-03" }))).toMatchObject({ kind: "added", snapshot: { document: { published: "2024-02-03", publishedBasis: "given" } } });
});

test("a captured page is archived with how it was fetched, under the address that it names as its own", async () => {
  server = await answer((_request, response) => void response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag: '"1"', "set-cookie": "session=1" }).end(publishedPage({ head: `<meta name="date" content="2025-05-08"><link rel="canonical" href="http://${_request.headers.host}/statements/1">` })));
  const outcome = await desk.add({ kind: "address", address: `${server.address}/press?id=1` }, fields({ archived_at: "https://archive.example/1" }));
  if (outcome.kind !== "added") throw new Error(outcome.kind);
  expect(outcome.snapshot.document).toMatchObject({ published: "2025-05-08", sourceUrl: `${server.address}/statements/1` });
  expect(archive.reader.captures(outcome.sha256)).toMatchObject([{ address: `${server.address}/press?id=1`, canonical: `${server.address}/statements/1`, archivedAt: "https://archive.example/1", status: 200, headers: { etag: '"1"' } }]);
  expect(archive.reader.captures(outcome.sha256)[0]?.headers).not.toHaveProperty("set-cookie");
  expect(archive.reader.document(outcome.sha256)).toMatchObject({ mediaType: "text/html; charset=utf-8" });
  expect(Buffer.from(archive.reader.original(outcome.sha256) ?? []).toString()).toContain("<header>");
  expect(verify(archive.db, reading).problems).toEqual([]);
});

test("a page cannot speak for another site", async () => {
  server = await answer((_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end(publishedPage({ head: '<meta name="date" content="2025-05-08"><link rel="canonical" href="https://ministry.example/statement">' })));
  const outcome = await desk.add({ kind: "address", address: `${server.address}/` }, NONE);
  expect(outcome).toMatchObject({ kind: "added", snapshot: { document: { sourceUrl: `${server.address}/` } } });
});

describe("what is refused leaves the archive as it was", () => {
  test.each<readonly [string, Record<string, string>]>([
    ["bad-field", { date: "2025-02-30" }],
    ["bad-field", { held: "soon" }],
    ["bad-field", { partnership: "No Slug" }],
    ["bad-field", { source_url: "javascript:alert(1)" }],
    ["bad-field", { archived_at: "ftp://a" }],
    ["bad-field", { title: "a".repeat(401) }],
    ["bad-field", { parties: "EU<SG" }],
    ["bad-field", { date: "9/5/2025" }],
  ])("%s: %j", (code, raw) => expect(parseFields(raw)).toMatchObject({ kind: "refused", refusal: { code } }));

  test.each<readonly [string, number]>([
    ["bad-response", 404],
    ["bad-response", 500],
  ])("%s for an answer of %i", async (code, status) => {
    server = await answer((_request, response) => void response.writeHead(status).end());
    const before = [...dumpDerivations(archive.db)];
    expect(await desk.add({ kind: "address", address: server.address }, NONE)).toMatchObject({ kind: "refused", refusal: { code, sentence: expect.stringContaining(String(status)) } });
    expect([...dumpDerivations(archive.db)]).toEqual(before);
  });

  test.each(["image/png", "application/zip", "text/csv"])("an answer of the type %s", async (type) => {
    server = await answer((_request, response) => void response.writeHead(200, { "content-type": type }).end("what it says"));
    expect(await desk.draft({ kind: "address", address: server.address }, NONE)).toMatchObject({ kind: "refused", refusal: { code: "not-text", sentence: expect.stringContaining(type) } });
    expect(documents()).toBe(0);
  });

  test("private addresses, unless they are allowed", async () => {
    const closed = createAddingDesk({ archive, reading: () => reading, capture: {} });
    expect(await closed.add({ kind: "address", address: "http://localhost:1/" }, NONE)).toMatchObject({ refusal: { code: "private-address" } });
    expect(documents()).toBe(0);
  });
});

test("parties are known by code, name or another name, and one that nobody knows is refused with what is near", async () => {
  const parties = async (text: string): Promise<readonly string[] | string> => {
    const draft = await desk.draft(bytes(publishedPage()), fields({ parties: text }));
    return draft.kind === "refused" ? draft.refusal.sentence : draft.preview.snapshot.partnership.parties;
  };
  expect([await parties("norway, Chile"), await parties("no cl"), await parties("Republic of Chile; Norwegian")]).toEqual([["CL", "NO"], ["CL", "NO"], ["CL", "NO"]]);
  expect(await parties("CL, XQX")).toContain("No party of this name or code is known (“XQX”");
  expect(await parties("Norwey, Chile")).toContain("(“Norwey”; near to it: NO, Norway");
});

test("a meeting years after its text is refused, one that a text announces is not", async () => {
  const held = async (day: string) => desk.add(bytes(publishedPage()), fields({ held: day }));
  expect(await held("2031-05-07")).toMatchObject({ kind: "refused", refusal: { code: "meeting-too-late", sentence: expect.stringContaining("published 2025-05-08, held 2031-05-07") } });
  expect(documents()).toBe(0);
  expect(await held("2026-05-08")).toMatchObject({ kind: "added" });
});
