/** What may be sent to the API is described as it is: every example is sent, every answer is what its schema says, every refusal that is met is named. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { type Archive, openArchive } from "../../server/archive/archive.ts";
import { addToken } from "../../server/archive/people.ts";
import { createDesk } from "../../server/desk/desk.ts";
import { loadKnowledge } from "../../server/knowledge.ts";
import { SENDINGS } from "../../server/publish/api-sending.ts";
import { createReading } from "../../server/reading.ts";
import { namesFrom } from "../../views/names.ts";
import { statement } from "../cli/scratch.ts";

interface Described {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly requestBody: { readonly content: Record<string, { readonly schema: { readonly properties: Record<string, object>; readonly required?: readonly string[] }; readonly examples: Record<string, { readonly value: unknown }> }> };
  readonly responses: Record<string, { readonly description: string }>;
}

let folder: string;
let archive: Archive;
let app: ReturnType<typeof createApp>;
let token: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sending-"));
  const knowledge = loadKnowledge("none");
  const reading = createReading(knowledge);
  archive = openArchive(join(folder, "a.db"), () => reading);
  app = createApp({ archive: archive.reader, names: namesFrom(knowledge), desk: createDesk(archive, () => reading), onFault: (error) => console.error(error) });
  token = addToken(archive.db, "Kari", "archivist");
  await send("/documents", { text: statement(1, "2024-05-01") });
});
afterAll(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const send = async (path: string, body: unknown, authorization = `Bearer ${token}`): Promise<Response> => app.request(`/api/v1${path}`, { method: "POST", headers: { "Content-Type": "application/json", Authorization: authorization }, body: JSON.stringify(body) });
const described = async (): Promise<Record<string, Described>> => {
  const { paths } = (await (await app.request("/api/openapi.json")).json()) as { paths: Record<string, { post?: Described }> };
  return Object.fromEntries(Object.entries(paths).flatMap(([path, { post }]) => (post === undefined ? [] : [[path, post]])));
};

test("every example is answered as it says", async () => {
  const posts = await described();
  expect(Object.keys(posts).toSorted()).toEqual(SENDINGS.map(({ path }) => path).toSorted());
  for (const one of SENDINGS) {
    const examples = one.examples(archive.reader);
    const shown = posts[one.path]?.requestBody.content["application/json"]?.examples ?? {};
    expect(Object.entries(shown).map(([name, { value }]) => [name, value])).toEqual(examples.map(({ name, value }) => [name, value]));
    expect(examples.length).toBeGreaterThan(0);
    for (const { value, status } of examples) {
      const answer = await send(one.path, value);
      const body: unknown = await answer.json();
      expect([one.id, answer.status, body]).toEqual([one.id, status, expect.anything()]);
      expect(one.answers[status]?.schema.parse(body), one.id).toEqual(body);
    }
  }
});

test("what is here already is what its schema says, too", async () => {
  const answer = await send("/documents", { text: statement(1, "2024-05-01") });
  const body: unknown = await answer.json();
  expect([answer.status, SENDINGS.find(({ id }) => id === "addDocument")?.answers[200]?.schema.parse(body)]).toEqual([200, body]);
});

test.each<readonly [string, unknown, number, string]>([
  ["/documents", {}, 400, "nothing-given"],
  ["/documents", { text: "The parties agreed to meet." }, 422, "no-date"],
  ["/documents", { text: "a", colour: "red" }, 400, "bad-field"],
  ["/corrections", { kind: "dance", reason: "y" }, 422, "correction-wrong"],
  ["/corrections", { kind: "title", document: "000000000000", value: "x", reason: "y" }, 404, "no-such-document"],
  ["/corrections", { kind: "undo", value: "99", reason: "y" }, 404, "no-such-correction"],
  ["/notes", { subject: "commitment", target: "nothing", text: "x" }, 404, "no-such-commitment"],
  ["/notes", { subject: "commitment" }, 422, "correction-wrong"],
])("%s with %j is refused as described", async (path, body, status, code) => {
  const answer = await send(path, body);
  expect([answer.status, await answer.json()]).toEqual([status, { error: expect.objectContaining({ code, status }) }]);
  expect((await described())[path]?.responses[String(status)]?.description).toContain(`\`${code}\`: `);
});

test("a token is asked for, and the scheme is described", async () => {
  for (const [path, { security, responses }] of Object.entries(await described())) {
    expect(security).toEqual([{ token: [] }]);
    expect((await send(path, {}, "Bearer guessed")).status).toBe(401);
    expect(responses["401"]?.description).toContain("`wrong-token`");
  }
  expect(await (await app.request("/api/openapi.json")).json()).toMatchObject({ components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } } });
});

test("the page for people tells the same fields, and an archive that is only read offers none", async () => {
  const html = await (await app.request("/api")).text();
  for (const { id } of SENDINGS) expect(html).toContain(`id="${id}"`);
  expect(html).toContain("POST /api/v1/corrections");
  const reader = createApp({ archive: archive.reader, names: namesFrom(loadKnowledge("none")) });
  expect(await (await reader.request("/api")).text()).not.toContain("POST /api/v1");
  expect(JSON.stringify(await (await reader.request("/api/openapi.json")).json())).not.toContain("securitySchemes");
});
