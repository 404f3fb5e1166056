/**
 * Page models are contracts: no template reads a field that a model lacks, and no model has a field that no template reads.
 * Held on every kind of page over the seeds, and on several pages of a kind, so that most branches of a template are met.
 */
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { PROJECT_ROOT } from "../../server/config.ts";
import type { ArchiveReader } from "../../server/archive/types.ts";
import { commitmentHref, comparisonHref, documentHref, meetingHref, partnershipHref, VIEWS, witnessesHref } from "../../views/addresses.ts";
import type { Names } from "../../views/names.ts";
import { createRenderer, type Renderer } from "../../views/render.ts";
import { kindsOfPages } from "../browser/kinds.ts";
import { makeFixture, NAMES } from "../publish/fixture.ts";
import { seeded } from "./seeded.ts";
import { fieldsOf, watched } from "./watching.ts";

const seeds = await seeded();
const fixture = makeFixture();
const { render, fragment } = createRenderer(join(PROJECT_ROOT, "views", "templates"));
const read = new Set<string>();
const had = new Set<string>();
const faults: unknown[] = [];

/** A site whose templates are watched while they read. */
function watchedSite(archive: ArchiveReader, names: Names): ReturnType<typeof createApp> {
  const renderer: Renderer = {
    fragment,
    render: (page, site) => {
      for (const field of fieldsOf(page, page.template)) had.add(field);
      return render(watched(page, page.template, read), watched(site, "site", read));
    },
  };
  return createApp({ archive, names, renderer, onFault: (error) => faults.push(error) });
}

function addressesOf(archive: ArchiveReader): readonly string[] {
  const documents = archive.documents({ offset: 0, limit: 8 }).items;
  const all = [
    ...kindsOfPages(archive).map(({ path }) => path),
    ...archive.partnerships().items.flatMap(({ slug, latest }) => (latest === null ? [] : [partnershipHref(slug), meetingHref(slug, latest.after), meetingHref(slug, latest.before), ...VIEWS.map((view) => comparisonHref(slug, [latest.before, latest.after], { view }))])),
    "/changes?kind=new&since=2020",
    "/search?q=zzqx",
    "/changes?q=semiconducters",
    "/changes?page=99",
    "/search",
    "/search?q=quantum&in=documents",
    "/search?q=quantum&in=changes",
    ...archive.meetings({}, { offset: 0, limit: 100, newestFirst: true }).items.flatMap(({ partnership, held, documents: all }) => (all.length > 1 ? [witnessesHref(partnership, held)] : [])),
    ...documents.flatMap(({ sha256 }) => [documentHref(sha256), ...(archive.document(sha256)?.snapshot.commitments ?? []).slice(0, 12).map(({ id }) => commitmentHref(id))]),
  ];
  return [...new Set(all)];
}

const REFUSED: ReadonlyMap<string, number> = new Map([
  ["/partnerships/nobody", 404],
  ["/timeline?since=yesterday", 400],
]);

/** Fields that programs read in the JSON twin, and pages do not. */
const FOR_PROGRAMS: readonly RegExp[] = [
  // Signs as characters: pages draw them.
  /\.kind\.glyph$|\.kinds\[\]\.glyph$/,
  // What the figures come to in words, said where there is no room for signs.
  /\.line\.words$/,
  // A row of a table of meetings is the same value wherever it stands.
  /^(?:timeline\.rows|partnership\.meetings)\[\]\.(?:documents|partnership)\b/,
  // The small drawing of a thread has no words beside its lines.
  /^partnership\.threads\[\]\.path\.rungs\[\]\.word$/,
  // A brief says the kind in words.
  /^brief\.body\..*\.kind\.kind$/,
  // Kept with the shares, which pages show in this order.
  /^(?:meeting|document)\.priorities\[\]\.(?:rank|current)$/,
  // Every block of a text has the same fields, and shows those that its kind needs.
  /^document\.text\[\]\.(?:block|items\[\])\.(?:kind|marker|level)$/,
  // A document without a partnership has no name of one to show.
  /^meeting\.documents\[\]\.partnership\b/,
];

test.each([["the seeds", seeds.archive.reader, seeds.names] as const, ["invented meetings", fixture.archive.reader, NAMES] as const])("over %s no template reads a field that its model lacks", async (_, archive, names) => {
  const site = watchedSite(archive, names);
  for (const address of addressesOf(archive)) {
    const answer = await site.request(address, { headers: { Accept: "text/html" } });
    const status = REFUSED.get(address) ?? 200;
    expect([address, answer.status, faults]).toEqual([address, status, []]);
  }
});

test("no model has a field that neither a template nor a program reads", () => {
  expect(had.size).toBeGreaterThan(200);
  expect([...had].filter((field) => !read.has(field) && !FOR_PROGRAMS.some((pattern) => pattern.test(field)))).toEqual([]);
});

afterAll(() => fixture.close());
