import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { changeHref } from "../../views/addresses.ts";
import { originalOf } from "../../views/parts/original.ts";
import { ORIGIN } from "../publish/fixture.ts";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());
afterEach(() => void vi.useRealTimers());

const aChange = () => {
  const [change] = site.reader.news({ kinds: ["receded"] }, { offset: 0, limit: 1 }).items;
  if (change === undefined) throw new Error("no change");
  return { change, path: `/partnerships/${change.partnership}/compare/${change.before}..${change.after}/changes/${encodeURIComponent(change.id)}` };
};
const aCommitment = (): string => site.reader.commitments({}, { offset: 0, limit: 1 }).items[0]?.id ?? "";
const aDocument = (): string => site.reader.documents({ offset: 0, limit: 1 }).items[0]?.sha256.slice(0, 12) ?? "";
const PLACES = () => [`/documents/${aDocument()}`, `/commitments/${aCommitment()}`, "/partnerships/aa-bb/2024-06-01", "/partnerships/aa-bb/compare/2023-05-01..2024-06-01", aChange().path];

describe("citing", () => {
  test("documents, commitments, meetings, comparisons and changes, in every style and file", async () => {
    for (const path of PLACES()) {
      const html = await site.text(`/cite${path}`);
      for (const style of ["APA, 7th edition", "Chicago, notes and bibliography", "MLA, 9th edition"]) expect(html).toContain(style);
      expect(html).toContain(`${ORIGIN}${path}`);
      for (const [ending, mark] of [["bib", "{pactline"], ["ris", "TY  - "], ["csl.json", '"id": "pactline']] as const) {
        const answer = await site.get(`/cite${path}.${ending}`);
        expect([path, ending, answer.status]).toEqual([path, ending, 200]);
        expect(await answer.text()).toContain(mark);
        expect(answer.headers.get("Content-Disposition")).toMatch(new RegExp(`filename="pactline[0-9a-f]{12}\\.${ending.replace(".", "\\.")}"`));
      }
    }
  });

  test("pages say where they are cited", async () => {
    for (const path of PLACES()) expect(await site.text(path)).toContain(`href="/cite${path}"`);
    expect(await site.text("/partnerships/aa-bb/compare/2024-06-01..2025-03-01")).toContain(`href="/cite${aChange().path}"`);
  });

  test("pages carry what Zotero reads", async () => {
    const html = await site.text(aChange().path);
    expect(html).toContain('<meta name="citation_title" content="aa-bb: Data: receded from committed to intended">');
    expect(html).toContain('<meta name="citation_publisher" content="Pactline">');
  });

  test("what is compared has no day of publication, as nobody published it on the day of the meeting", async () => {
    expect(await site.text(aChange().path)).not.toContain("citation_publication_date");
    expect(await site.text(`/cite${aChange().path}`)).toMatch(/Pactline\. \(n\.d\.\)\. <i>.*<\/i>\. Retrieved [A-Z][a-z]+ \d+, \d{4}, from https:/);
    expect(await site.text("/cite/partnerships/aa-bb/2024-06-01")).toContain("aa-bb: Meeting of 1 June 2024, Oslo (");
    expect(JSON.parse(await site.text(`/cite${aChange().path}.csl.json`))[0]).not.toHaveProperty("issued");
  });

  test("the day of access is today’s, and kept no longer", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-02-03T12:00:00Z") });
    const path = `/cite${aChange().path}`;
    expect(await site.text(path)).toContain("Retrieved February 3, 2031");
    vi.setSystemTime(new Date("2031-02-04T12:00:00Z"));
    expect(await site.text(path)).toContain("Retrieved February 4, 2031");
  });

  test("what is not there is not cited", async () => {
    for (const path of ["/documents/000000000000", "/commitments/x", "/partnerships/nobody/2024-01-01", "/partnerships/aa-bb/compare/2024-06-01..2025-03-01/changes/none", "/nothing/at/all"]) expect((await site.get(`/cite${path}`)).status, path).toBe(404);
    expect((await site.get("/cite/documents/000000000000.bib")).status).toBe(404);
  });
});

describe("previews of links", () => {
  test("hold the words of a change before its sentence", async () => {
    expect(await site.text(aChange().path)).toContain('<meta property="og:description" content="Before: “cyber committed cybersecurity drills” After: “cyber intended =SUM of cybersecurity drills” A commitment on data has receded from “committed” to “intended”.">');
    const [silent] = site.reader.news({ kinds: ["silent"] }, { offset: 0, limit: 1 }).items;
    const path = changeHref({ slug: silent?.partnership ?? "", before: silent?.before ?? "", after: silent?.after ?? "", id: silent?.id ?? "" });
    expect(await site.text(path)).toContain(`<meta property="og:description" content="“${silent?.beforeCommitments[0]?.plain}” A commitment on`);
  });

  test("of a change, a commitment, a document and a brief have a picture that is there", async () => {
    for (const path of [aChange().path, `/commitments/${aCommitment()}`, `/documents/${aDocument()}`, "/brief?since=2024"]) {
      const [, picture = ""] = /<meta property="og:image" content="https:\/\/pactline\.example([^"]+)">/.exec(await site.text(path)) ?? [];
      expect(picture, path).toMatch(/\/card\.svg$/);
      expect(await site.text(picture)).toContain(">not mentioned again</text>");
    }
  });
});

describe("the page of one change", () => {
  test("shows the change, its sentence and its sources", async () => {
    const html = await site.text(aChange().path);
    expect(html).toContain("A commitment on data has receded from “committed” to “intended”.");
    expect(html).toContain("Statement of 2025-03-01");
    expect(html).not.toContain("A later reading");
  });

  test("still leads to its words when a later reading links them otherwise", async () => {
    const { change, path } = aChange();
    const other = path.replace(encodeURIComponent(change.id), `${change.afterCommitments[0]?.id}..${change.beforeCommitments[0]?.id}`);
    const html = await site.text(other);
    expect(html).toContain("A later reading links these words otherwise");
    expect(html).toContain("cyber intended =SUM of cybersecurity drills");
    expect((await site.get(`/cite${other}`)).status).toBe(200);
  });

  test("is not there for commitments that never were", async () => {
    const { change, path } = aChange();
    const [document = ""] = (change.afterCommitments[0]?.id ?? "").split("-");
    for (const id of [`..${document}-9000-9001`, `${change.beforeCommitments[0]?.id}..${document}-1-2`, "..000000000000-1-2"]) {
      const other = path.replace(encodeURIComponent(change.id), id);
      for (const address of [other, `/cite${other}`]) expect((await site.get(address)).status, address).toBe(404);
    }
  });
});

test("the address of a change does not end with a dot, which mail programs leave out of links", async () => {
  const { items } = await site.json<{ items: { kind: string; url: string }[] }>("/changes.json");
  for (const { url } of items) {
    expect(url).not.toMatch(/\.$/);
    expect((await site.get(url.slice(ORIGIN.length))).status, url).toBe(200);
  }
  expect(changeHref({ slug: "a", before: "b", after: "c", id: "0-1-2.." })).toBe("/partnerships/a/compare/b..c/changes/0-1-2%2E%2E");
});

test("a digest is not looked up in the official text, whose words are others", () => {
  const sourceUrl = "https://a.example/x";
  expect(originalOf({ sourceUrl, kind: "digest" }, null)).toBeNull();
  expect(originalOf({ sourceUrl: "javascript:alert(1)", kind: "joint-statement" }, null)).toBeNull();
  expect(originalOf({ sourceUrl, kind: "joint-statement" }, null)).toBe(sourceUrl);
});
