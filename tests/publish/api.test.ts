import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS, exampleAddresses, openApi } from "../../server/publish/api.ts";
import { RefusedError } from "../../server/refusals.ts";
import { type Fixture, makeFixture, NAMES, ORIGIN } from "./fixture.ts";

let fixture: Fixture;
beforeAll(() => {
  fixture = makeFixture();
});
afterAll(() => fixture.close());
const means = () => ({ archive: fixture.archive.reader, names: NAMES, origin: ORIGIN });
const run = (id: string, params: Record<string, string>, query: Record<string, string> = {}): unknown => OPERATIONS.find((one) => one.id === id)?.run({ params, query }, means());

test("every operation has an example, and its answer is what its schema says, field by field", () => {
  const examples = exampleAddresses(fixture.archive.reader);
  expect(examples.map(({ operation }) => operation.id)).toEqual(OPERATIONS.map(({ id }) => id));
  for (const { operation, example } of examples) {
    const answer = JSON.parse(JSON.stringify(operation.run(example, means())));
    expect(operation.answer.parse(answer), operation.id).toEqual(answer);
  }
});

test("an example shows something where there is something to show", () => {
  const own = makeFixture(["2024-06-01 aa-bb Oslo\nsandbox committed a sandbox\n", "2024-07-01 aa-bb Oslo\nsandbox delivered a sandbox\n", "2025-08-01 cc-dd Bern\nage committed age verification\n"]);
  const threads = exampleAddresses(own.archive.reader).find(({ operation }) => operation.id === "getThreadMatrix");
  expect(threads?.example.params).toEqual({ slug: "aa-bb" });
  own.close();
});

describe("answers", () => {
  test("lists say where they go on", () => {
    expect(run("listDocuments", {}, { limit: "4" })).toMatchObject({ total: 6, page: 1, next: `${ORIGIN}/api/v1/documents?limit=4&page=2` });
    expect(run("listDocuments", {}, { limit: "4", page: "2" })).toMatchObject({ next: null });
  });

  test("a comparison holds both snapshots, and those of documents beside them", () => {
    expect(run("compareMeetings", { slug: "aa-bb", pair: "2023-05-01..2024-06-01" })).toMatchObject({ before: { meeting: { held: "2023-05-01" } }, others: { before: [], after: [{}] }, figures: { new: 1 } });
    expect(run("compareAny", {}, { before: "aa-bb/2024-06-01", after: "cc-dd/2024-07-01" })).toMatchObject({ figures: { new: 2 } });
  });

  test("a comparison is read as strictly as is asked, and its changes are chosen by topic and kind", () => {
    const asked = { slug: "aa-bb", pair: "2024-06-01..2025-03-01" };
    const all = run("compareMeetings", asked) as { changes: { kind: string }[]; figures: object; url: string };
    expect(run("compareMeetings", asked, { kind: "receded", topic: "data", links: "strict" })).toMatchObject({ changes: all.changes.filter(({ kind }) => kind === "receded"), figures: all.figures, url: `${all.url}?topic=data&kind=receded&links=strict` });
    expect(all.changes.length).toBeGreaterThan(1);
    expect(() => run("compareMeetings", asked, { topic: "nope" })).toThrow("there is no topic “nope”");
    expect(() => run("compareMeetings", asked, { links: "loose" })).toThrow("“links” must be one of strict, balanced, inclusive");
  });

  test("what is not there is null", () => {
    expect(run("getPartnership", { slug: "nobody" })).toBeNull();
    expect(run("compareMeetings", { slug: "aa-bb", pair: "2001-01-01..2024-06-01" })).toBeNull();
    expect(run("getTopic", { topic: "nothing" })).toBeNull();
  });

  test.each([
    ["listMeetings", {}, { since: "2024-13" }, "“since” must be a year, a month or a day"],
    ["listMeetings", {}, { kind: "odd" }, "“kind” must be one of"],
    ["listDocuments", {}, { limit: "9999" }, "“limit” must be 200 or less"],
    ["listDocuments", {}, { page: "x" }, "“page” must be a number"],
    ["compareMeetings", { slug: "aa-bb", pair: "a..b" }, {}, "“pair” must be two days"],
    ["search", {}, {}, "“q” is missing"],
    ["getBrief", {}, {}, "“since” is missing"],
  ])("%s %j %j is refused", (id, params, query, words) => {
    expect(() => run(id, params, query)).toThrow(RefusedError);
    expect(() => run(id, params, query)).toThrow(words);
  });

  test("search spells anew, narrows, and finds changes by the side of their words", () => {
    expect(run("search", {}, { q: "cybersecurty" })).toMatchObject({ corrected: "cybersecurity", total: 2 });
    expect(run("search", {}, { q: 'removed:"age verification"' })).toMatchObject({ total: 2, items: [], changes: [{ kind: "advanced" }, { kind: "advanced" }] });
    expect(run("search", {}, { q: "semi-conductors", in: "documents", year: "2024" })).toMatchObject({ total: 1, seen: { documents: 2 } });
    expect(run("search", {}, { q: "cybersecurity", in: "changes", kind: "nonsense" })).toMatchObject({ total: 0 });
  });
});

describe("the document", () => {
  const paths = () => openApi(fixture.archive.reader, { origin: ORIGIN, version: "1" }) as { openapi: string; paths: Record<string, { get: { parameters: { name: string; in: string; required: boolean; schema: { type?: string } }[] } }>; components: { schemas: Record<string, object> } };

  test("names every operation with its parameters", () => {
    const { openapi, paths: all } = paths();
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(all)).toEqual(OPERATIONS.map(({ path }) => path));
    for (const { path, params } of OPERATIONS) expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(Object.keys(params));
    expect(all["/documents"]?.get.parameters.find(({ name }) => name === "limit")).toMatchObject({ in: "query", required: false, schema: { type: "integer", maximum: 200, default: 50 } });
    expect(all["/search"]?.get.parameters.find(({ name }) => name === "q")).toMatchObject({ required: true, schema: { type: "string" } });
  });

  test("refers to schemas that are there", () => {
    const { components, ...rest } = paths();
    const text = JSON.stringify({ components, ...rest });
    const referred = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref));
    expect(referred.size).toBeGreaterThan(10);
    for (const ref of referred) expect(Object.keys(components.schemas).map((id) => `#/components/schemas/${id}`)).toContain(ref);
  });
});
