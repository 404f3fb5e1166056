import { afterEach, beforeEach, expect, test } from "vitest";
import { dueAt } from "../../server/adding/watching.ts";
import { openArchive } from "../../server/archive/archive.ts";
import { publishedPage } from "../adding/pages.ts";
import { type Answering, answer } from "../capture/servers.ts";
import { makeScratch, type Scratch } from "./scratch.ts";

let scratch: Scratch;
let server: Answering;
let page: { body: string; etag: string } | null;
beforeEach(async () => {
  scratch = makeScratch();
  page = { body: publishedPage(), etag: '"1"' };
  server = await answer((request, response) => {
    if (page === null) response.writeHead(410).end();
    else if (request.headers["if-none-match"] === page.etag) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "text/html", etag: page.etag }).end(page.body);
  });
});
afterEach(async () => {
  scratch.remove();
  await server.close();
});

const means = { env: { PACTLINE_CAPTURE: "private" } };
const run = (...argv: string[]) => scratch.pactline(argv, "", means);
const look = async (): Promise<{ outcome: string; code?: string; kind?: string; reasons?: string[]; original: string }[]> => JSON.parse((await run("watch", "--once", "--every", "0", "--pause", "0", "--json")).out);

test("a page that is edited becomes a new version, a furnished one does not, and the server is asked only what changed", async () => {
  await run("add", `${server.address}/a`);
  expect(await look()).toMatchObject([{ outcome: "unchanged" }]);
  expect(server.asked.at(-1)?.headers["if-none-match"]).toBe('"1"');
  page = { body: publishedPage({ aside: "Other news of the day" }), etag: '"2"' };
  expect(await look()).toMatchObject([{ outcome: "unchanged" }]);
  page = { body: publishedPage({ verb: "intend to establish" }), etag: '"3"' };
  const [edited] = await look();
  expect(edited).toMatchObject({ outcome: "edited", kind: "wording", reasons: ["“committed” became “intend”"] });
  page = { body: publishedPage({ verb: "intend to  estabIish" }), etag: '"4"' };
  expect(await look()).toMatchObject([{ outcome: "edited", original: edited?.original }]);
  page = { body: publishedPage({ verb: "intend to establish" }), etag: '"5"' };
  const back = await look();
  expect(back).toMatchObject([{ outcome: "edited", kind: "typing" }]);
  const archive = openArchive(scratch.archive, () => {
    throw new Error("not wanted");
  });
  const versions = archive.reader.versions(edited?.original as never);
  expect(versions.map(({ edit }) => edit?.kind ?? null)).toEqual([null, "wording", "typing", "typing"]);
  expect(archive.reader.documents({ offset: 0, limit: 9 }).items.map((one) => one.sha256)).toEqual([versions.at(-1)?.sha256]);
  archive.close();
  expect(await run("verify")).toMatchObject({ status: 0 });
});

test("a page that is gone is told, costs nothing, and is asked less often", async () => {
  await run("add", `${server.address}/a`);
  page = null;
  const { status, out } = await run("watch", "--once", "--every", "0", "--pause", "0", "--json");
  expect([status, JSON.parse(out)]).toMatchObject([1, [{ outcome: "refused", code: "bad-response" }]]);
  expect(JSON.parse((await run("documents", "--json")).out)).toHaveLength(1);
  expect(await run("watch", "--once", "--every", "1")).toMatchObject({ status: 0, err: expect.stringContaining("0 addresses looked at") });
});

test("an address is due after some hours, later after every failure in a row", () => {
  const checkedAt = "2025-01-01T00:00:00Z";
  const hours = (failures: number): number => (dueAt({ checkedAt, failures }, 24) - Date.parse(checkedAt)) / 3_600_000;
  expect([0, 1, 2, 9].map(hours)).toEqual([24, 48, 96, 768]);
  expect(dueAt({ checkedAt: null, failures: 0 }, 24)).toBe(0);
});

test("watching goes on until it is told to stop", async () => {
  await run("add", `${server.address}/a`);
  const stopping = new AbortController();
  const watching = scratch.pactline(["watch", "--every", "1", "--pause", "0"], "", { ...means, signal: stopping.signal });
  while (server.asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  stopping.abort();
  expect((await watching).err).toContain("unchanged");
});

test("official texts are fetched beside the digests, once", async () => {
  const digest = (name: string, path: string): string => scratch.write(`digests/${name}.md`, `---\ntitle: Digest of ${name}\ndate: 2025-05-08\nkind: digest\npartnership: chile-norway\nsource_url: ${server.address}/${path}\n---\n\nNorway and Chile agreed to establish a joint programme on data flows, as ${name} tells.\n`);
  digest("first", "one");
  digest("second", "two");
  const folder = `${scratch.folder}/digests`;
  expect(await run("seeds", "fetch", "--from", folder, "--pause", "0")).toMatchObject({ status: 0, err: expect.stringMatching(/1 official text added, 1 already here, 0 refused/) });
  const documents: { kind: string; partnership: string; published: string }[] = JSON.parse((await run("documents", "--json")).out);
  expect(documents.map(({ kind, partnership }) => [kind === "digest", partnership]).sort()).toEqual([[false, "chile-norway"], [true, "chile-norway"], [true, "chile-norway"]]);
  const asked = server.asked.length;
  page = null;
  digest("third", "three");
  expect(await run("seeds", "fetch", "--from", folder, "--pause", "0")).toMatchObject({ status: 1, err: expect.stringContaining("1 refused") });
  expect(server.asked.length).toBeLessThanOrEqual(asked + 2);
});
