import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { correct } from "../../server/archive/correcting.ts";
import { addToken, revokeToken } from "../../server/archive/people.ts";
import { addVersion } from "../../server/archive/versions.ts";
import type { Sha256 } from "../../snapshots/index.ts";
import { plainReading } from "../archive/plain-reading.ts";
import { csrfOf, type DeskSite, makeSite } from "./site.ts";

const MAY = "2024-05-01 aa-bb Geneva\nsandbox explored a sandbox\ncables committed the cables\n";
const JUNE = "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\nwhales noted the whales\n";

let site: DeskSite;
beforeEach(() => {
  site = makeSite();
  for (const text of [MAY, JUNE]) site.add(text);
});
afterEach(() => {
  vi.useRealTimers();
  site.close();
});

const latest = (): string => site.archive.reader.documents({ offset: 0, limit: 1 }).items[0]?.sha256 ?? "";
const title = (): string => site.archive.reader.documents({ offset: 0, limit: 1 }).items[0]?.title ?? "";
const acts = (): number => site.archive.reader.history({}, { offset: 0, limit: 1 }).total;
const page = async (path: string, headers: Record<string, string> = {}): Promise<string> => (await site.ask(path, { headers: { Accept: "text/html", ...headers } })).text();
const signIn = async (token: string): Promise<string> => {
  const response = await site.ask("/sign-in", { form: { token, back: "/review" }, from: "192.0.2.7" });
  expect([response.status, response.headers.get("Location")]).toEqual([303, "/review"]);
  return (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
};

describe("without any token", () => {
  test("whoever sits at this machine works at the desk, and is told so", async () => {
    expect(await page("/desk")).toContain("on this machine only");
    const csrf = csrfOf(await page(`/documents/${latest()}/correct`));
    const sent = await site.ask("/corrections", { form: { csrf, kind: "title", document: latest(), value: "A better title", reason: "As on the page", back: "/desk" } });
    expect([sent.status, sent.headers.get("Location"), title()]).toEqual([303, "/desk?done=correction-1", "A better title"]);
    expect(await page("/history")).toContain("As on the page");
  });

  test("the desk has its twin, which the scripts of other sites may not read", async () => {
    const response = await site.ask("/desk.json");
    expect([response.status, response.headers.get("Access-Control-Allow-Origin")]).toEqual([200, null]);
    expect(await response.json()).toMatchObject({ page: "desk", address: "/desk" });
  });

  test.each<[string, string, { from?: string; headers?: Record<string, string> }]>([
    ["another machine", "http://localhost/desk", { from: "192.0.2.7" }],
    ["a name that was made to point here", "http://evil.example/desk", {}],
    ["a proxy that speaks for others", "http://localhost/desk", { headers: { "X-Forwarded-For": "192.0.2.7" } }],
    ["an unknown other end", "http://localhost/desk", { from: "" }],
  ])("%s is refused", async (_, path, options) => {
    const response = await site.ask(path, options);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("on this machine only");
  });
});

describe("a form", () => {
  const form = (csrf: string) => ({ csrf, kind: "title", document: latest(), value: "x", reason: "y", back: "/desk" });

  test.each<[string, (csrf: string) => Parameters<DeskSite["ask"]>[1]]>([
    ["without its proof", () => ({ form: form("") })],
    ["with another's proof", () => ({ form: form("x".repeat(32)) })],
    ["from another site", (csrf) => ({ form: form(csrf), headers: { "Sec-Fetch-Site": "cross-site" } })],
    ["of another origin", (csrf) => ({ form: form(csrf), headers: { Origin: "http://evil.example", Host: "localhost" } })],
  ])("%s is refused and changes nothing", async (_, options) => {
    const csrf = csrfOf(await page(`/documents/${latest()}/correct`));
    const before = [title(), acts()];
    expect((await site.ask("/corrections", options(csrf))).status).toBe(403);
    expect([title(), acts()]).toEqual(before);
    expect((await site.ask("/corrections", { form: form(csrf), headers: { Origin: "http://localhost", Host: "localhost", "Sec-Fetch-Site": "same-origin" } })).status).toBe(303);
  });

  test.each(["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])("leads to the desk and never to %s", async (back) => {
    const csrf = csrfOf(await page(`/documents/${latest()}/correct`));
    expect((await site.ask("/corrections", { form: { ...form(csrf), back } })).headers.get("Location")).toBe("/desk?done=correction-1");
  });
});

describe("a form that is sent", () => {
  const form = async (more: Record<string, string>) => ({ csrf: csrfOf(await page(`/documents/${latest()}/correct`)), document: latest(), reason: "As on the page", back: `/documents/${latest().slice(0, 12)}/correct`, ...more });
  const html = { headers: { Accept: "text/html" } };

  test("is confirmed where it stood, with a way to take it back", async () => {
    const sent = await site.ask("/corrections", { form: await form({ kind: "title", form: "title", value: "A better title" }) });
    const back = await page(sent.headers.get("Location") ?? "");
    expect(back).toMatch(/role="status"><p><strong>Correction 1 is on record: the title, “Statement of 2024-06-01” → “A better title”\./);
    expect(back).toContain('<h2 id="outcome" class="vh">What became of the form</h2>');
    const undo = Object.fromEntries([.../<form[^>]*id="form-take-back"[\s\S]*?<\/form>/.exec(back)?.[0].matchAll(/name="([^"]+)" value="([^"]*)"/g) ?? []].map((match) => [match[1] ?? "", match[2] ?? ""]));
    expect(undo["reason"]).toBe("");
    expect((await site.ask("/corrections", { form: { ...undo, reason: "The old one was right" } })).status).toBe(303);
    expect(title()).toBe("Statement of 2024-06-01");
    expect(await page(sent.headers.get("Location") ?? "")).not.toContain("form-take-back");
  });

  test("is shown again as it was filled in where it is refused, with the sentence beside it and its status", async () => {
    const refused = await site.ask("/corrections", { form: await form({ kind: "held", form: "held", value: "9 Mai 2024" }), ...html });
    const shown = await refused.text();
    expect([refused.status, acts()]).toEqual([422, 2]);
    expect(shown).toMatch(/role="alert"><p><strong>The correction cannot be understood \(“9 Mai 2024” is no day[^<]*<\/strong> <a href="#form-held">/);
    expect(/<form[^>]*id="form-held"[\s\S]*?<\/form>/.exec(shown)?.[0]).toMatch(/aria-describedby="held-wrong">[\s\S]*<p class="wrong" id="held-wrong">The correction cannot be understood[\s\S]*value="9 Mai 2024"[\s\S]*value="As on the page"/);
    expect(shown).not.toContain("take off what filters");
    const merged = await site.ask("/corrections", { form: await form({ kind: "merge-partnerships", form: "merge-partnerships", before: "aa-bb", after: "aa-bb", back: "/desk" }), ...html });
    expect([merged.status, await merged.text()]).toEqual([422, expect.stringContaining("A partnership cannot be merged with itself; choose two.")]);
  });

  test("of a program that takes JSON is refused in JSON", async () => {
    const refused = await site.ask("/corrections", { form: await form({ kind: "held", value: "soon" }), headers: { Accept: "application/json" } });
    expect([refused.status, await refused.json()]).toEqual([422, { error: expect.objectContaining({ code: "correction-wrong" }) }]);
  });

  test("a note is confirmed, and the same words again are refused with what was typed", async () => {
    const id = site.archive.reader.document(latest())?.snapshot.commitments[0]?.id ?? "";
    const note = async (text: string) => site.ask("/notes", { form: await form({ form: `note-${id}`, subject: "commitment", target: id, text, back: `/commitments/${id}/correct` }), ...html });
    expect(await page((await note("See the annex.")).headers.get("Location") ?? "")).toContain("The note is on record.");
    const again = await note("See the annex.");
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("It is so already (the note has these words)")]);
  });

  test("says under what name it is kept", async () => {
    expect(await page(`/documents/${latest()}/correct`)).toContain("under the name “the desk”, since nobody has a token here");
    const cookie = await signIn(addToken(site.archive.db, "Ada", "archivist"));
    expect(await page(`/documents/${latest()}/correct`, { Cookie: cookie })).toContain("with your name, Ada,");
  });
});

describe("with tokens", () => {
  test("signing in gives a cookie that scripts and other sites do not get, and the desk", async () => {
    const token = addToken(site.archive.db, "Ada", "archivist");
    expect((await site.ask("/desk", { headers: { Accept: "text/html" } })).headers.get("Location")).toBe("/sign-in?back=%2Fdesk");
    expect((await site.ask(`/documents/${latest()}/correct`)).status).toBe(401);
    const response = await site.ask("/sign-in", { form: { token } });
    expect(response.headers.get("Set-Cookie")).toMatch(/^pactline_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await site.ask("https://pactline.example/sign-in", { form: { token } })).headers.get("Set-Cookie")).toContain("Secure");
    const cookie = await signIn(token);
    const html = await page("/desk", { Cookie: cookie });
    expect(html).toContain("signed in as Ada, archivist");
    const sent = await site.ask("/corrections", { headers: { Cookie: cookie }, form: { csrf: csrfOf(html), kind: "title", document: latest(), value: "Signed", reason: "As on the page" } });
    expect([sent.status, title()]).toEqual([303, "Signed"]);
    expect(site.archive.reader.history({}, { offset: 0, limit: 1 }).items[0]?.author).toBe("Ada");
    expect((await site.ask("/sign-out", { headers: { Cookie: cookie }, form: { csrf: csrfOf(html) } })).status).toBe(303);
    expect((await site.ask(`/documents/${latest()}/correct`, { headers: { Cookie: cookie } })).status).toBe(401);
  });

  test("signing in is no write of the archive, and no other site signs anybody in", async () => {
    const token = addToken(site.archive.db, "Ada", "archivist");
    const version = site.archive.reader.version();
    expect((await site.ask("/sign-in", { form: { token }, headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(403);
    await signIn(token);
    expect(site.archive.reader.version()).toBe(version);
  });

  test("a token that is taken back ends its sessions", async () => {
    const token = addToken(site.archive.db, "Ada", "archivist");
    const cookie = await signIn(token);
    revokeToken(site.archive.db, 1);
    addToken(site.archive.db, "Bea", "archivist");
    expect((await site.ask(`/documents/${latest()}/correct`, { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await site.ask("/sign-in", { form: { token } })).status).toBe(401);
  });

  test("after five wrong tokens an address has to wait, and no other does", async () => {
    const token = addToken(site.archive.db, "Ada", "archivist");
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await site.ask("/sign-in", { form: { token: "pact_wrong" }, from: "192.0.2.9" })).status).toBe(401);
    expect((await site.ask("/sign-in", { form: { token }, from: "192.0.2.9" })).status).toBe(429);
    expect((await site.ask("/sign-in", { form: { token }, from: "192.0.2.10" })).status).toBe(303);
  });

  test("a reviewer reviews, and may not rename a partnership", async () => {
    site.add("2024-04-01 - Bern\nskills explored skills\n");
    const cookie = await signIn(addToken(site.archive.db, "Bea", "reviewer"));
    const csrf = csrfOf(await page("/review", { Cookie: cookie }));
    const send = (form: Record<string, string>) => site.ask("/corrections", { headers: { Cookie: cookie }, form: { csrf, reason: "Because", ...form } });
    expect((await send({ kind: "rename-partnership", before: "aa-bb", after: "x-y", name: "X" })).status).toBe(403);
    const id = site.archive.reader.document(latest())?.snapshot.commitments[0]?.id ?? "";
    expect((await send({ kind: "accept", commitment: id })).status).toBe(303);
  });

  test("a program sends its token with JSON, and gets JSON back", async () => {
    const token = addToken(site.archive.db, "Bot", "archivist");
    const send = (json: unknown, authorization: string) => site.ask("/api/v1/corrections", { json, headers: { Authorization: authorization }, from: "192.0.2.7" });
    const made = await send({ kind: "place", document: latest(), value: "Bergen", reason: "As on the page" }, `Bearer ${token}`);
    expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ kind: "corrected", before: "Oslo", after: "Bergen" })]);
    const before = acts();
    const wrong = await send({ kind: "place", document: latest(), value: "Rome", reason: "y" }, "Bearer pact_wrong");
    expect([wrong.status, await wrong.json()]).toEqual([401, { error: expect.objectContaining({ code: "wrong-token" }) }]);
    const broken = await send({ kind: "dance" }, `Bearer ${token}`);
    expect([broken.status, await broken.json()]).toEqual([422, { error: expect.objectContaining({ code: "correction-wrong" }) }]);
    expect(acts()).toBe(before);
  });
});

describe("a closed archive", () => {
  test("shows strangers the way to sign in and nothing else", async () => {
    const closed = makeSite("closed");
    closed.add(MAY);
    const token = addToken(closed.archive.db, "Ada", "reviewer");
    const html = { Accept: "text/html" };
    expect((await closed.ask("/documents", { headers: html })).headers.get("Location")).toBe("/sign-in?back=%2Fdocuments");
    expect((await closed.ask("/documents.json")).status).toBe(401);
    expect((await closed.ask("/sign-in", { headers: html })).status).toBe(200);
    const open = await closed.ask("/documents.json", { headers: { Authorization: `Bearer ${token}` } });
    expect([open.status, open.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
    closed.close();
  });
});

describe("addresses that moved", () => {
  test("lead on, for commitments, meetings and partnerships, and their JSON", async () => {
    const csrf = csrfOf(await page(`/documents/${latest()}/correct`));
    const send = (form: Record<string, string>) => site.ask("/corrections", { form: { csrf, reason: "Because", ...form } });
    const id = site.archive.reader.document(latest())?.snapshot.commitments[0]?.id ?? "";
    await send({ kind: "move", commitment: id, quotes: "committed the sandbox" });
    const moved = await site.ask(`/commitments/${id}`);
    expect(moved.status).toBe(302);
    expect((await site.ask(moved.headers.get("Location") ?? "")).status).toBe(200);
    expect((await site.ask(`/commitments/${id}.json`)).headers.get("Location")).toMatch(/\.json$/);
    await send({ kind: "held", document: latest(), value: "2024-06-03" });
    expect((await site.ask("/partnerships/aa-bb/2024-06-01")).headers.get("Location")).toBe("/partnerships/aa-bb/2024-06-03");
    expect((await site.ask("/partnerships/aa-bb/compare/2024-05-01..2024-06-01.json?view=list")).headers.get("Location")).toBe("/partnerships/aa-bb/compare/2024-05-01..2024-06-03.json?view=list");
    expect((await site.ask("/partnerships/aa-bb/compare/2024-05-01..2024-06-03")).status).toBe(200);
    await send({ kind: "rename-partnership", before: "aa-bb", after: "ab-compact", name: "The AB Compact" });
    for (const [from, to] of [["/partnerships/aa-bb", "/partnerships/ab-compact"], ["/partnerships/aa-bb.json", "/partnerships/ab-compact.json"], ["/partnerships/aa-bb/2024-06-03?topic=data", "/partnerships/ab-compact/2024-06-03?topic=data"], ["/partnerships/aa-bb/compare/2024-05-01..2024-06-03", "/partnerships/ab-compact/compare/2024-05-01..2024-06-03"]] as const) {
      const response = await site.ask(from);
      expect([from, response.status, response.headers.get("Location")]).toEqual([from, 301, to]);
      expect((await site.ask(to)).status).toBe(200);
    }
    expect((await site.ask("/partnerships/nobody")).status).toBe(404);
    expect((await site.ask("/commitments/000000000000-1-2")).status).toBe(404);
  });
});

test("the queue of review goes on with every decision", async () => {
  site.add("2024-07-01 - Bern\nskills explored skills\n");
  const first = await page("/review");
  expect(first).toContain("Does this document belong to no partnership?");
  const total = site.archive.reader.review({ offset: 0, limit: 1 }).total;
  const form = /<form[^>]*id="form-accept"[\s\S]*?<\/form>/.exec(first)?.[0] ?? "";
  const fields = Object.fromEntries([...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
  expect((await site.ask("/corrections", { form: fields })).headers.get("Location")).toBe("/review?done=correction-1");
  expect(site.archive.reader.review({ offset: 0, limit: 1 }).total).toBe(total - 1);
});

test("the queue of review is narrowed by kind and partnership, with counts, and asks last about documents that stand alone", async () => {
  for (const day of [1, 2]) site.add(`2024-07-0${day} - Bern\nskills explored skills ${day}\n`);
  const [one] = site.archive.reader.document(site.archive.reader.documents({ offset: 0, limit: 9 }).items.find(({ held }) => held === "2024-05-01")?.sha256 ?? "")?.snapshot.commitments ?? [];
  // The reading of these tests is always sure: doubt is written into what it derived.
  site.archive.db.prepare("UPDATE commitments SET json = json_set(json, '$.confidence', 0.4) WHERE key = :key").run({ key: one?.id });
  const first = await page("/review");
  expect(first).toMatch(/1 of 3 things in doubt[\s\S]*Commitments \(1\)[\s\S]*Partnerships \(2\)[\s\S]*aa-bb \(1\)[\s\S]*Is this a commitment\?/);
  expect(first.match(/<kbd>\w/g)).toEqual(["<kbd>a", "<kbd>m", "<kbd>r", "<kbd>n"]);
  const narrowed = await page("/review?kind=partnership&at=2");
  expect(narrowed).toMatch(/2 of 2 things in doubt[\s\S]*belong to no partnership/);
  expect(narrowed).toContain('name="back" value="/review?kind=partnership&amp;at=2"');
  expect(narrowed.match(/<kbd>\w/g)).toEqual(["<kbd>a", "<kbd>m", "<kbd>k"]);
  expect(await page("/review?kind=&partnership=aa-bb")).toContain("1 of 1 thing in doubt");
  expect(await page("/review?partnership=aa-bb&kind=date")).toContain("Nothing of this is doubtful.");
  expect((await site.ask("/review?kind=mood")).status).toBe(400);
});

test("a document that comes in at the desk is told with who added it", async () => {
  const csrf = csrfOf(await page("/add"));
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf, text: "2024-09-01 aa-bb Rome\nsandbox noted the sandbox\n" })) body.append(name, value);
  const draft = (await site.app.request("http://localhost/add", { method: "POST", body }, { incoming: { socket: { remoteAddress: "127.0.0.1", remotePort: 1, remoteFamily: "IPv4" } } })).headers.get("Location") ?? "";
  expect((await site.ask(draft, { form: { csrf, act: "commit" } })).status).toBe(303);
  expect((await page("/history")).replace(/<[^>]+>/g, "")).toContain("document added, Statement of 2024-09-01, by the desk");
});

test("the history names the document of each act, and says of a new version that it is one", async () => {
  const original = latest() as Sha256;
  const csrf = csrfOf(await page("/desk"));
  await site.ask("/corrections", { form: { csrf, kind: "place", document: original, value: "Bergen", reason: "As on the page" } });
  const capture = { address: "https://example.org/june", finalAddress: "https://example.org/june", canonical: null, archivedAt: null, status: 200, headers: {}, retrievedAt: "2024-06-09T00:00:00Z" };
  addVersion(site.archive.db, original, { bytes: Buffer.from(JUNE.replace("committed the sandbox", "noted sandboxes")), name: null, given: {}, capture }, plainReading());
  const html = (await page("/history")).replace(/<[^>]+>/g, "");
  expect(html).toContain("corrected: the place of the meeting, Statement of 2024-06-01, by the desk");
  expect(html).toContain("new version of a document added, Statement of 2024-06-01");
  expect(html).toContain("document added, Statement of 2024-05-01");
  expect(await (await site.ask("/history.csv")).text()).toMatch(/^act,.*,title\r\n/);
});

test("a correction that an edit left behind waits in the queue, and is taken back there by an archivist", async () => {
  const original = latest() as Sha256;
  const [one] = site.archive.reader.document(original)?.snapshot.commitments ?? [];
  if (one === undefined) throw new Error("no commitment");
  correct(site.archive.db, plainReading, { body: { kind: "stage", at: { start: one.start, end: one.end, quote: one.quote }, value: "delivered" }, document: original, author: "Ada", reason: "It says so" });
  const capture = { address: "https://example.org/june", finalAddress: "https://example.org/june", canonical: null, archivedAt: null, status: 200, headers: {}, retrievedAt: "2024-06-09T00:00:00Z" };
  addVersion(site.archive.db, original, { bytes: Buffer.from(JUNE.replace("committed the sandbox", "noted sandboxes")), name: null, given: {}, capture }, plainReading());
  const [queue, reviewer] = [await page("/review"), await page("/review", { Cookie: await signIn(addToken(site.archive.db, "Bea", "reviewer")) })];
  expect(queue).toMatch(/It does not fit the new version\.[\s\S]*sandbox committed the sandbox[\s\S]*By Ada: It says so/);
  expect([queue.includes('id="form-undo"'), reviewer.includes('id="form-undo"')]).toEqual([true, false]);
  expect(site.archive.reader.unfit()).toHaveLength(1);
});

test("whoever looks at a day stays within it, by links, forms and lists that go on", async () => {
  vi.useFakeTimers({ now: new Date("2099-01-01"), toFake: ["Date"] });
  const past = "as_of=2098-08-01";
  const address = `/partnerships/aa-bb/compare/2024-05-01..2024-06-01`;
  for (const path of ["/", "/timeline", "/changes?kind=new", "/search?q=sandbox", "/documents", "/compare", "/brief?since=2024", "/topics", "/partnerships/aa-bb?rows=threads&spoken=all", address, `/documents/${latest()}`]) {
    const html = await page(`${path}${path.includes("?") ? "&" : "?"}${past}`);
    expect([path, html.includes("as it was known on 1 August 2098")]).toEqual([path, true]);
    const forms = [...html.matchAll(/<form[^>]*method="get"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
    expect([path, forms.length > 0, forms.filter((form) => !form.includes('name="as_of" value="2098-08-01"'))]).toEqual([path, true, []]);
    const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href]) => href ?? "");
    expect([path, links.filter((href) => !href.includes(past))]).toEqual([path, []]);
  }
  expect(await (await site.ask(`/api/v1/documents?limit=1&${past}`)).json()).toMatchObject({ items: [{}], next: `http://localhost/api/v1/documents?limit=1&page=2&${past}` });
  expect(await (await site.ask(`/timeline.json?${past}`)).json()).toMatchObject({ filters: { action: `/timeline?${past}` }, rows: [{ href: `/partnerships/aa-bb/2024-06-01?${past}` }, {}] });
});

test("an archive that may not be written says so, and is no fault of the program", async () => {
  const token = addToken(site.archive.db, "Ada", "archivist");
  site.archive.db.pragma("query_only = 1");
  const sent = await site.ask("/api/v1/corrections", { json: { kind: "title", document: latest(), value: "x", reason: "y" }, headers: { Authorization: `Bearer ${token}` } });
  site.archive.db.pragma("query_only = 0");
  expect([sent.status, await sent.json()]).toEqual([507, { error: expect.objectContaining({ code: "archive-fails", sentence: expect.stringContaining("(it may not be written)") }) }]);
});

test("the archive as it was known on a day leaves out what came later", async () => {
  expect((await site.ask("/documents.json?as_of=2020-01-01")).status).toBe(200);
  const past = await page("/documents?as_of=2020-01-01");
  expect(past).toContain("as it was known on 1 January 2020");
  expect(past).not.toContain("Statement of 2024-06-01");
  expect(past).toContain("as_of=2020-01-01\"");
  expect(await page("/documents?as_of=2999-01-01")).toContain("Statement of 2024-06-01");
  expect((await site.ask("/documents?as_of=yesterday")).status).toBe(400);
});

test("a note on a change stands in the stream, its feeds and its table, marked as the editor's", async () => {
  const change = site.archive.reader.changes({}, { offset: 0, limit: 9 }).items.find((one) => one.kind === "advanced");
  const token = addToken(site.archive.db, "Ada", "archivist");
  const sent = await site.ask("/api/v1/notes", { json: { subject: "change", target: change?.id, text: "Read the annex, too." }, headers: { Authorization: `Bearer ${token}` } });
  expect([sent.status, await sent.json()]).toEqual([201, expect.objectContaining({ version: 1, author: "Ada" })]);
  for (const path of ["/changes.atom", "/changes.rss", "/changes.feed.json"]) expect(await (await site.ask(path)).text()).toMatch(/Editor’s note[\s\S]{0,40}Ada[\s\S]{0,20}Read the annex, too\./);
  expect(await (await site.ask("/changes.csv")).text()).toContain("Read the annex, too. (Ada)");
  expect(await page(`/partnerships/aa-bb/compare/2024-05-01..2024-06-01`)).toMatch(/Editor’s note<\/b>\s+Read the annex, too\./);
});

test("signs that no page can hold are left out of what is put on record", async () => {
  const [document, id] = [latest(), site.archive.reader.document(latest())?.snapshot.commitments[0]?.id ?? ""];
  const headers = { Authorization: `Bearer ${addToken(site.archive.db, "Ada", "archivist")}` };
  await site.ask("/api/v1/corrections", { headers, json: { kind: "title", document, value: "A\u0000\u0007 statement", reason: "as\u0001 printed\ufffe" } });
  await site.ask("/api/v1/notes", { headers, json: { subject: "commitment", target: id, text: "see\u0000 the annex\nof May" } });
  expect(title()).toBe("A statement");
  expect(site.archive.reader.history({}, { offset: 0, limit: 2 }).items.map(({ act, reason, after }) => [act, reason, after]).toSorted()).toEqual([["correction", "as printed", "A statement"], ["note", null, "see the annex\nof May"]]);
});

test("a page of forms confirms only what was done there", async () => {
  const [first, second] = site.archive.reader.documents({ offset: 0, limit: 2 }).items.map(({ sha256 }) => sha256);
  correct(site.archive.db, () => plainReading(), { body: { kind: "title", value: "A statement" }, document: first ?? null, author: "Ada", reason: "as printed" });
  expect(await page(`/documents/${first?.slice(0, 12)}/correct?done=correction-1`)).toContain("Correction 1 is on record");
  expect(await page(`/documents/${second?.slice(0, 12)}/correct?done=correction-1`)).not.toContain("Correction 1 is on record");
});
