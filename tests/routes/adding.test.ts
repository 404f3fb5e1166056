import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { dumpDerivations } from "../../server/archive/dumping.ts";
import { addToken } from "../../server/archive/people.ts";
import { createDesk } from "../../server/desk/desk.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { createReading } from "../../server/reading.ts";
import { namesFrom } from "../../views/names.ts";
import { publishedPage } from "../adding/pages.ts";
import { type Answering, answer } from "../capture/servers.ts";
import { statement } from "../cli/scratch.ts";
import { csrfOf } from "../desk/site.ts";
import { SCAN } from "../formats/makers.ts";

const knowledge = loadKnowledge("none");
const reading = createReading(knowledge);
let folder: string;
let archive: Archive;
let app: ReturnType<typeof createApp>;
let server: Answering | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adding-"));
  archive = openArchive(join(folder, "a.db"), () => reading);
  app = createApp({ archive: archive.reader, names: namesFrom(knowledge), desk: createDesk(archive, () => reading, { capture: { mayAsk: () => true } }), onFault: (error) => console.error(error) });
});
afterEach(async () => {
  archive.close();
  rmSync(folder, { recursive: true });
  await server?.close();
  server = undefined;
});

const ask = (path: string, init: RequestInit = {}, from = "127.0.0.1"): Promise<Response> => Promise.resolve(app.request(`http://localhost${path}`, init, { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: "IPv4" } } }));
const documents = (): number => archive.reader.counts().documents;
const csrf = async (): Promise<string> => csrfOf(await (await ask("/add")).text());

async function send(parts: Record<string, string | File | readonly File[]>, token?: string): Promise<Response> {
  const form = new FormData();
  form.set("csrf", token ?? (await csrf()));
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === "string") form.set(name, value);
    else for (const file of [value].flat() as File[]) form.append(name, file);
  }
  return ask("/add", { method: "POST", body: form });
}

const act = async (draft: string, fields: Record<string, string>): Promise<Response> => ask(draft, { method: "POST", body: new URLSearchParams({ csrf: await csrf(), ...fields }) });
const file = (name: string, content: string | Uint8Array): File => new File([content], name);
/** The fields of the form as the page shows them. */
const fieldsIn = (html: string): Record<string, string> => Object.fromEntries([...html.matchAll(/<input id="(\w+)" name="\w+" value="([^"]*)"/g)].map(([, name, value]) => [name ?? "", value ?? ""]));

describe.each<readonly [string, () => Promise<Record<string, string | File>>]>([
  ["a file", async () => ({ files: file("statement.html", publishedPage()) })],
  ["a pasted text", async () => ({ text: statement(1, "2025-05-08") })],
  [
    "an address",
    async () => {
      server = await answer((_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end(publishedPage()));
      return { address: `${server.address}/a` };
    },
  ],
])("%s", (_name, parts) => {
  test("is shown, mended and archived", async () => {
    const received = await send(await parts());
    const draft = received.headers.get("location") ?? "";
    expect([received.status, draft, documents()]).toEqual([303, expect.stringMatching(/^\/add\/drafts\/\w+$/), 0]);
    const html = await (await ask(draft)).text();
    expect(html).toContain("Nothing is archived yet");
    expect(html).toContain("stage-4");
    expect(fieldsIn(html)).toMatchObject({ date: "2025-05-08", title: "Joint Statement of Norway and Chile on Digital Cooperation", parties: "CL, NO" });
    const mended = await act(draft, { ...fieldsIn(html), place: "Bergen", act: "preview" });
    expect(fieldsIn(await mended.text())).toMatchObject({ place: "Bergen" });
    expect(documents()).toBe(0);
    const committed = await act(draft, { ...fieldsIn(html), place: "Bergen", act: "commit" });
    const location = committed.headers.get("location") ?? "";
    expect([committed.status, documents()]).toEqual([303, 1]);
    const record = archive.reader.document(location.split("/").at(-1) ?? "");
    // What was read and left as it was is not a person's word.
    expect(record?.snapshot.document.publishedBasis).not.toBe("given");
    expect(record?.snapshot).toMatchObject({ meeting: { place: "Bergen" }, corrections: [{ kind: "place" }] });
    expect((await ask(draft)).status).toBe(410);
  });
});

test("a text without a date is kept until its date is given", async () => {
  const draft = (await send({ text: "The parties agreed to establish a working group on data flows." })).headers.get("location") ?? "";
  const shown = await ask(draft);
  expect([shown.status, await shown.text()]).toEqual([422, expect.stringMatching(/No date was found[\s\S]*agreed to establish a working group on data flows/)]);
  expect((await act(draft, { date: "2024-02-30", act: "commit" })).status).toBe(400);
  expect((await act(draft, { date: "2024-02-03", act: "commit" })).status).toBe(303);
  expect(archive.reader.documents({ offset: 0, limit: 1 }).items).toMatchObject([{ published: "2024-02-03" }]);
});

test("a file without a date is shown with its name, its title and its text, so that the date can be found", async () => {
  const draft = (await send({ files: file("notes.md", "# Joint Communiqué of the Dialogue\n\nThe parties agreed to establish a working group on data flows in the spring.\n") })).headers.get("location") ?? "";
  const html = await (await ask(draft)).text();
  for (const words of ["<h1>Joint Communiqué of the Dialogue</h1>", "File: notes.md", "a working group on data flows in the spring", 'value="Joint Communiqué of the Dialogue"']) expect(html).toContain(words);
});

test("a document that is here already is led to, and not offered to be archived again", async () => {
  const parts = { text: statement(1, "2025-05-08") };
  const first = (await send(parts)).headers.get("location") ?? "";
  await act(first, { act: "commit" });
  const html = await (await ask((await send(parts)).headers.get("location") ?? "")).text();
  const { sha256 } = archive.reader.documents({ offset: 0, limit: 1 }).items[0] ?? { sha256: "" };
  expect(html).toMatch(new RegExp(`in the archive already:</strong> <a href="/documents/${sha256.slice(0, 12)}">`));
  expect(html).not.toMatch(/first document of|value="commit"/);
  const next = await (await ask((await send({ text: statement(2, "2025-09-08") })).headers.get("location") ?? "")).text();
  expect(next).toMatch(/first document of the meeting of 8 September 2025, of <a href="\/partnerships\/chile-norway">[^<]+<\/a>\./);
});

test("a field that is refused is told beside what was read, with what was typed", async () => {
  const draft = (await send({ text: statement(1, "2025-05-08") })).headers.get("location") ?? "";
  for (const action of ["preview", "commit"]) {
    const refused = await act(draft, { parties: "Norwey, Chile", act: action });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/id="draft-wrong" role="alert"><strong>No party of this name[^<]*near to it: NO, Norway[\s\S]*stage-4[\s\S]*aria-describedby="draft-wrong"[\s\S]*value="Norwey, Chile"/)]);
  }
  expect(documents()).toBe(0);
});

test("many files are imported in the background, and the page tells how it goes", async () => {
  const zip = zipSync({ "a.md": strToU8(statement(1, "2024-05-01")), "b.md": strToU8(""), "c.md": strToU8(statement(2, "2024-06-01")) });
  const place = (await send({ files: [file("all.zip", zip), file("d.md", statement(3, "2024-07-01"))] })).headers.get("location") ?? "";
  expect(place).toMatch(/^\/add\/imports\/\w+$/);
  const state = async (): Promise<{ running: boolean; said: string; refusals: object[]; figures: { value: string }[] }> => (await ask(`${place}.json`)).json() as never;
  while ((await state()).running) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await state()).toMatchObject({ said: expect.stringContaining("4 of 4 files"), figures: [{ value: "3" }, { value: "0" }, { value: "1" }], refusals: [{ file: "all.zip/b.md" }] });
  expect(await (await ask(place)).text()).toMatch(/There is no text in it[\s\S]*What was added[\s\S]*<a href="\/documents\/[0-9a-f]{12}">all\.zip\/a\.md<\/a>/);
  expect(await (await ask(`${place}/refused.csv`)).text()).toBe("file,code,reason\r\nall.zip/b.md,empty,There is no text in it; give a document with at least one sentence.\r\n");
  const broken = (await send({ files: file("broken.zip", "PK\u0003\u0004 and no more") })).headers.get("location") ?? "";
  while (((await (await ask(`${broken}.json`)).json()) as { running: boolean }).running) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await (await ask(broken)).text()).toContain("damaged or of another kind");
});

describe("what is refused leaves the archive as it was", () => {
  test.each<readonly [number, string, Record<string, string | File>]>([
    [400, "No document was given", {}],
    [400, "No document was given", { text: "  " }],
    [400, "not an address of the web", { address: "ftp://example.org/a" }],
    [422, "without text", { files: file("scan.pdf", SCAN) }],
    [422, "There is no text in it", { files: file("a.md", "") }],
    [415, "not a text", { files: file("a.xlsx", "PK\u0003\u0004") }],
    [400, "A field cannot be understood", { text: "words", date: "soon" }],
  ])("%i %s", async (status, sentence, parts) => {
    const before = [...dumpDerivations(archive.db)];
    const refused = await send(parts);
    expect([refused.status, await refused.text()]).toEqual([status, expect.stringContaining(sentence)]);
    expect([...dumpDerivations(archive.db)]).toEqual(before);
  });

  test.each<readonly [string, number, () => Promise<Record<string, string | File>>, readonly string[]]>([
    ["a file by its name", 422, async () => ({ files: file("empty.md", "") }), ["<strong>empty.md: There is no text in it;"]],
    ["a text with what was typed", 400, async () => ({ text: "We agreed to <meet>.", date: "9 Mai 2025" }), ["“9 Mai 2025” is no day of the calendar", "We agreed to &lt;meet&gt;.</textarea>", 'value="9 Mai 2025"']],
    [
      "an address by what it answered",
      502,
      async () => {
        server = await answer((_request, response) => void response.writeHead(404).end());
        return { address: `${server.address}/gone`, archived_at: "https://archive.example/a" };
      },
      ["/gone: The address did not give the document (its server answered", "404", 'value="https://archive.example/a"'],
    ],
    ["an address that nobody has", 502, async () => ({ address: "https://nobody.invalid/a" }), ["https://nobody.invalid/a: The address could not be reached", 'value="https://nobody.invalid/a"']],
  ])("and %s is told on the form itself, as it was filled in", async (_, status, parts, told) => {
    const refused = await send(await parts());
    const html = await refused.text();
    expect(refused.status).toBe(status);
    for (const words of ['<p class="notice" role="alert">', 'name="csrf"', ...told]) expect(html).toContain(words);
    expect(html).not.toMatch(/take off what filters|the number below/);
  });

  test("a form that was not made here, or made by nobody", async () => {
    for (const token of ["", "guessed"]) expect((await send({ text: statement(1, "2024-05-01") }, token)).status).toBe(403);
    expect((await ask("/add", { method: "POST", headers: { "Sec-Fetch-Site": "cross-site" }, body: new FormData() })).status).toBe(403);
    expect(documents()).toBe(0);
  });

  test("anybody who does not sit at this machine, and is nobody's archivist", async () => {
    for (const path of ["/add", "/add.json", "/add/drafts/a", "/add/imports/a", "/add/imports/a/refused.csv"]) expect((await ask(path, {}, "10.0.0.9")).status).toBe(403);
    expect((await ask("/add", { method: "POST", body: new FormData() }, "10.0.0.9")).status).toBe(403);
    expect((await ask("/api/v1/documents", { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } }, "10.0.0.9")).status).toBe(403);
  });

  test("more than is taken at once", async () => {
    const refused = await ask("/add", { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=a", "Content-Length": String(70 * 1024 * 1024) }, body: "--a--" });
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringMatching(/role="alert"><strong>What was sent is larger than 64 MB[\s\S]*enctype="multipart/)]);
  });
});

describe("the API", () => {
  let token: string;
  const post = async (body: unknown, headers: Record<string, string> = {}, path = "/api/v1/documents"): Promise<{ status: number; body: Record<string, unknown>; location: string | null }> => {
    const sent = body instanceof Uint8Array || typeof body === "string" ? body : JSON.stringify(body);
    const response = await ask(path, { method: "POST", headers: { "Content-Type": "application/json", "Authorization": `Bearer ${token}`, ...headers }, body: sent }, "10.0.0.9");
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, location: response.headers.get("location") };
  };
  beforeEach(() => {
    token = addToken(archive.db, "Kari", "archivist");
  });

  test("shows first, archives then, and says what is here already", async () => {
    const body = { text: statement(1, "2024-05-01"), place: "Bergen" };
    expect(await post({ ...body, preview: true })).toMatchObject({ status: 200, body: { outcome: "preview", here: false, snapshot: { meeting: { place: "Bergen" } } } });
    expect(documents()).toBe(0);
    const added = await post(body);
    expect(added).toMatchObject({ status: 201, location: `/documents/${String(added.body["sha256"]).slice(0, 12)}`, body: { outcome: "added", snapshot: { corrections: [{ author: "Kari" }] } } });
    expect(await post(body)).toMatchObject({ status: 200, body: { outcome: "already-here" } });
  });

  test("takes bytes as they are, or in base64, with the fields beside them", async () => {
    expect(await post(Buffer.from(publishedPage()), { "Content-Type": "text/html; charset=utf-8" }, "/api/v1/documents?name=a.html&partnership=chile-norway&preview=true")).toMatchObject({ status: 200, body: { media_type: "text/html; charset=utf-8", snapshot: { partnership: { slug: "chile-norway" } } } });
    expect(await post({ content: Buffer.from(publishedPage()).toString("base64"), name: "a.html" })).toMatchObject({ status: 201 });
  });

  test.each<readonly [number, string, unknown]>([
    [422, "no-date", { text: "The parties agreed to meet." }],
    [400, "nothing-given", {}],
    [400, "bad-field", { text: "a", address: "https://example.org" }],
    [400, "bad-field", { text: "a", date: "soon" }],
    [400, "bad-field", { text: "a", colour: "red" }],
    [400, "bad-field", { content: "%%%" }],
    [400, "bad-request", "{"],
    [422, "scan-without-text", { content: Buffer.from(SCAN).toString("base64") }],
  ])("refuses with %i %s", async (status, code, body) => {
    expect(await post(body)).toMatchObject({ status, body: { error: { code } } });
    expect(documents()).toBe(0);
  });

  test("refuses a token that nobody has", async () => {
    token = "guessed";
    expect(await post({ text: "a" })).toMatchObject({ status: 401 });
  });
});
