import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "../../server/publish/api.ts";
import { ORIGIN } from "../publish/fixture.ts";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

interface Described {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, { readonly get: { readonly operationId: string; readonly parameters: readonly { readonly name: string; readonly in: string; readonly example?: string }[] } }>;
}

describe("the API", () => {
  test("every example of the OpenAPI document works, and its answer is what its schema says", async () => {
    const { servers, paths } = await site.json<Described>("/api/openapi.json");
    const base = new URL(servers[0]?.url ?? "").pathname;
    let run = 0;
    for (const [path, { get }] of Object.entries(paths)) {
      const given = (place: string) => get.parameters.flatMap((one) => (one.in === place && one.example !== undefined ? [[one.name, one.example] as const] : []));
      const address = `${base}${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(new Map(given("path")).get(name) ?? ""))}?${new URLSearchParams(Object.fromEntries(given("query")))}`;
      const answer = await site.json(address);
      const schema = OPERATIONS.find(({ id }) => id === get.operationId)?.answer;
      expect(schema?.parse(answer), address).toEqual(answer);
      run += 1;
    }
    expect(run).toBe(OPERATIONS.length);
  });

  test("examples on the page work too", async () => {
    const html = await site.text("/api");
    const examples = [...html.matchAll(/class="example">Example: <a href="([^"]+)"/g)].map(([, href]) => (href ?? "").replaceAll("&amp;", "&"));
    expect(examples).toHaveLength(OPERATIONS.length);
    for (const address of examples) expect((await site.get(address)).status, address).toBe(200);
  });

  test("the page names the words that are permitted, and sets code as code", async () => {
    const html = await site.text("/api");
    expect(html).toContain("How far commitments have come: <code>noted</code>, <code>explored</code>");
    expect(html).toContain("comes where <code>kind</code> asks for it");
    expect(html.replace(/<[^>]*>/g, "")).not.toContain("`");
  });

  test("gives the very values of the pages", async () => {
    expect(await site.json("/api/v1/brief?since=2025")).toEqual(await site.json("/brief.json?since=2025"));
    const [api, page] = [await site.json<{ items: unknown[] }>("/api/v1/changes?partnership=aa-bb"), await site.json<{ items: unknown[] }>("/changes.json?partnership=aa-bb")];
    expect(api.items).toEqual(page.items);
    expect(await site.json("/api/v1/search?q=drills")).toEqual(await site.json("/search.json?q=drills"));
  });

  test("is open to pages of others, and says when nothing changed", async () => {
    const answer = await site.get("/api/v1/partnerships");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect((await site.get("/api/v1/partnerships", { "If-None-Match": answer.headers.get("ETag") ?? "" })).status).toBe(304);
  });

  test.each([
    ["/api/v1/partnerships/nobody", 404, "not-found"],
    ["/api/v1/nothing", 404, "not-found"],
    ["/api/v1/partnerships/No%20Slug", 400, "bad-request"],
    ["/api/v1/meetings?since=tomorrow", 400, "bad-request"],
    ["/api/v1/partnerships/aa-bb/meetings/2024-02-31", 400, "bad-request"],
  ])("%s is refused in one shape", async (path, status, code) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: { code, status, sentence: expect.any(String), request: null } });
  });
});

describe("the Model Context Protocol", () => {
  const connect = async (): Promise<Client> => {
    const client = new Client({ name: "test", version: "0" });
    const transport = new StreamableHTTPClientTransport(new URL(`${ORIGIN}/mcp`), { fetch: async (input, init) => site.fetch(new Request(input, init)) });
    // The transport's type tells an absent session from an undefined one; the client's does not.
    await client.connect(transport as Parameters<Client["connect"]>[0]);
    return client;
  };
  const call = async (name: string, args: Record<string, unknown>): Promise<{ text: string; isError: boolean }> => {
    const client = await connect();
    const answer = await client.callTool({ name, arguments: args });
    await client.close();
    const [first] = answer.content as { type: string; text: string }[];
    return { text: first?.text ?? "", isError: answer.isError === true };
  };

  test("offers three tools, for reading only", async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([["search", true], ["comparison", true], ["brief", true]]);
    await client.close();
  });

  test("every answer has its quotations and permalinks", async () => {
    const hits = await call("search", { query: "cybersecurty" });
    expect(hits.text).toContain("shown is “cybersecurity”");
    expect(hits.text).toContain("“cyber committed cybersecurity drills”");
    expect(hits.text).toMatch(/https:\/\/pactline\.example\/commitments\/[0-9a-f]{12}-\d+-\d+/);
    expect((await call("search", { query: 'removed:"age verification"' })).text).toContain("2 hits among the changes");
    const comparison = await call("comparison", { partnership: "aa-bb" });
    expect(comparison.text).toContain(`${ORIGIN}/partnerships/aa-bb/compare/2024-06-01..2025-03-01`);
    expect(comparison.text).toContain("> cyber ~~committed~~ **intended =SUM of** cybersecurity drills");
    expect((await call("comparison", { partnership: "aa-bb", kind: "receded" })).text).not.toContain("committed before, is now reported as delivered");
    expect((await call("brief", { since: "2025" })).text).toContain("> After: “cyber intended =SUM of cybersecurity drills”");
  });

  test("says what it does not know", async () => {
    expect((await call("comparison", { partnership: "nobody" })).text).toContain("Known are: cc-dd, aa-bb.");
    expect(await call("comparison", { partnership: "aa-bb", topic: "nope" })).toMatchObject({ isError: true, text: expect.stringContaining("there is no topic “nope”") });
    expect(await call("brief", { since: "2024", partnership: "nope" })).toMatchObject({ isError: true });
    expect((await call("comparison", { partnership: "aa-bb", before: "2001-01-01" })).text).toContain("Meetings of aa-bb: 2025-03-01, 2024-06-01, 2023-05-01.");
    expect((await call("brief", { since: "soon" })).isError).toBe(true);
    const answer = await site.get("/mcp");
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "POST"]);
  });
});
