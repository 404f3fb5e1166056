/** What the desk refuses over HTTP: the sentence, the status, and an archive that is as it was. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import { FACT_TABLES, factRows } from "../../server/archive/fact-tables.ts";
import { addToken } from "../../server/archive/people.ts";
import { refusal, type RefusalCode } from "../../server/refusals.ts";
import { type DeskSite, makeSite } from "./site.ts";

let site: DeskSite;
let tokens: { archivist: string; reviewer: string };
beforeEach(() => {
  site = makeSite();
  site.add("2024-05-01 aa-bb Geneva\nsandbox explored a sandbox\ncables committed the cables\n");
  site.add("2024-06-01 cc-dd Oslo\nschools explored schools\n");
  tokens = { archivist: addToken(site.archive.db, "Ada", "archivist"), reviewer: addToken(site.archive.db, "Bea", "reviewer") };
});
afterEach(() => site.close());

const everything = (): string => JSON.stringify([FACT_TABLES.map(({ table }) => factRows(site.archive.db, table)), [...dumpDerivations(site.archive.db)]]);
const document = (): string => site.archive.reader.documents({ offset: 0, limit: 9 }).items.find((one) => one.partnership === "aa-bb")?.sha256 ?? "";
const commitment = (at: number): { id: string; quote: string } => site.archive.reader.document(document())?.snapshot.commitments[at] ?? { id: "", quote: "" };
const send = (json: object, authorization = `Bearer ${tokens.archivist}`): Promise<Response> => site.ask("/api/v1/corrections", { json: { reason: "The annex says so.", ...json }, headers: { Authorization: authorization } });
const signedIn = async (token: string): Promise<string> => ((await site.ask("/sign-in", { form: { token } })).headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";

test.each<[RefusalCode, () => Promise<Response>]>([
  ["no-such-document", () => send({ kind: "title", document: "ffffffffffff", value: "x" })],
  ["no-such-commitment", () => send({ kind: "remove", commitment: "nowhere" })],
  ["no-such-partnership", () => send({ kind: "merge-partnerships", before: ["aa-bb"], after: ["xx-yy"] })],
  ["partnership-exists", () => send({ kind: "rename-partnership", before: ["aa-bb"], after: ["cc-dd"], name: "X" })],
  ["no-such-correction", () => send({ kind: "undo", value: "99" })],
  ["correction-wrong", () => send({ kind: "stage", commitment: commitment(0).id, value: "finished" })],
  ["correction-wrong", () => send({ kind: "topic", commitment: commitment(0).id, value: "sandbx" })],
  ["correction-wrong", () => send({ kind: "add", document: document(), quotes: ["Geneva"], topic: "harbours" })],
  ["correction-wrong", () => send({ kind: "published", document: document(), value: "2024-02-31" })],
  ["correction-wrong", () => send({ kind: "add", document: document(), quotes: ["words that are not there"], topic: "data" })],
  ["correction-wrong", () => send({ kind: "title", document: document(), value: "x".repeat(401) })],
  ["correction-wrong", () => send({ kind: "title", document: document(), value: "x", reason: "y".repeat(4_001) })],
  ["correction-wrong", () => send({ kind: "add-party", value: "ZZ", name: "the" })],
  ["no-such-partnership", () => send({ kind: "add-alias", before: ["nowhere"], value: "Alias" })],
  ["correction-overlaps", () => send({ kind: "move", commitment: commitment(0).id, quotes: [`${commitment(0).quote} ${commitment(1).quote}`] })],
  ["correction-unfit", () => send({ kind: "link", before: [commitment(0).id], after: [commitment(1).id] })],
  ["correction-incomplete", () => send({ kind: "title", document: document(), value: "x", reason: "  " })],
  ["wrong-token", () => send({ kind: "title", document: document(), value: "x" }, "Bearer pact_none")],
  ["sign-in-first", () => site.ask("/api/v1/corrections", { json: { kind: "title", document: document(), value: "x", reason: "y" } })],
  ["not-allowed", () => send({ kind: "title", document: document(), value: "x" }, `Bearer ${tokens.reviewer}`)],
  ["form-outdated", async () => site.ask("/api/v1/corrections", { json: { kind: "title", document: document(), value: "x", reason: "y" }, headers: { Cookie: await signedIn(tokens.archivist) } })],
  ["past-unchangeable", () => site.ask("/api/v1/corrections?as_of=2020-01-01", { json: {} })],
  ["upload-too-large", () => site.ask("/api/v1/documents", { method: "POST", headers: { "Content-Type": "application/json", "Content-Length": String(1024 ** 3), Authorization: `Bearer ${tokens.archivist}` }, json: {} })],
  ["bad-request", () => site.ask("/api/v1/corrections", { method: "POST", headers: { "Content-Type": "application/json", Authorization: `Bearer ${tokens.archivist}` } })],
  ["note-unfit", () => site.ask("/api/v1/notes", { json: { subject: "commitment", target: commitment(0).id, text: "x".repeat(4_001) }, headers: { Authorization: `Bearer ${tokens.archivist}` } })],
])("%s", async (code, act) => {
  const before = everything();
  const response = await act();
  const { status, sentence } = refusal(code);
  const body: { error: { code: string; sentence: string } } = JSON.parse(await response.text());
  expect([response.status, body.error.code]).toEqual([status, code]);
  expect(body.error.sentence).toContain(sentence.split(/[;(]/)[0]?.replace(/\.$/, "").trim());
  expect(everything()).toBe(before);
});

test("already-undone", async () => {
  await send({ kind: "title", document: document(), value: "x" });
  await send({ kind: "undo", value: "1" });
  const before = everything();
  expect((await send({ kind: "undo", value: "1" })).status).toBe(refusal("already-undone").status);
  expect(everything()).toBe(before);
});

test("correction-repeated", async () => {
  await send({ kind: "title", document: document(), value: "x" });
  const before = everything();
  const response = await send({ kind: "title", document: document(), value: "x" });
  expect([response.status, await response.json()]).toMatchObject([409, { error: { code: "correction-repeated", sentence: "This correction stands already (number 1, by Ada); nothing was changed." } }]);
  expect(everything()).toBe(before);
});

test("a program without a token is told to send one, where nobody has a token yet, too", async () => {
  const open = makeSite();
  for (const path of ["/api/v1/documents", "/api/v1/corrections", "/api/v1/notes"]) {
    const json = { kind: "undo", value: "1", reason: "y", text: "A text", subject: "change", target: "x" };
    expect(await (await open.ask(path, { json })).json()).toMatchObject({ error: { code: "sign-in-first", status: 401 } });
  }
  open.close();
});

test("desk-on-this-machine, too-many-attempts and reading-closed", async () => {
  const open = makeSite();
  expect(await (await open.ask("/api/v1/corrections", { json: { kind: "undo", value: "1", reason: "y" }, from: "192.0.2.1" })).json()).toMatchObject({ error: { code: "desk-on-this-machine", status: 403 } });
  open.close();
  const closed = makeSite("closed");
  expect(await (await closed.ask("/documents.json", { from: "192.0.2.1" })).json()).toMatchObject({ error: { code: "reading-closed", status: 401 } });
  closed.close();
  for (let attempt = 0; attempt < 5; attempt += 1) await site.ask("/sign-in", { form: { token: "wrong" }, from: "192.0.2.2" });
  expect(await (await site.ask("/sign-in", { form: { token: "wrong" }, from: "192.0.2.2", headers: { Accept: "application/json" } })).json()).toMatchObject({ error: { code: "too-many-attempts", status: 429 } });
});

test("a topic that nobody knows is told with what is near to it, and one is taken by its name, too", async () => {
  const refused: { error: { sentence: string } } = JSON.parse(await (await send({ kind: "topic", commitment: commitment(0).id, value: "cabels" })).text());
  expect(refused.error.sentence).toContain("there is no topic “cabels”; near to it: cables; a new one is added at the desk first");
  expect((await send({ kind: "topic", commitment: commitment(0).id, value: "Undersea cables" })).status).toBe(201);
  expect(commitment(0)).toMatchObject({ topic: "cables" });
});
