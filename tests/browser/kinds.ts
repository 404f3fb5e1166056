/**
 * One address for each kind of page, found in the archive. A room that adds a kind of page adds it here, and it is tested
 * with all others.
 */
import type { ArchiveReader } from "../../server/archive/types.ts";
import { permalinkOf } from "../../server/publish/entries.ts";
import { apiHref, briefHref, changesHref, citeHref, commitmentHref, compareHref, comparisonHref, documentHref, meetingHref, partnershipHref, searchHref, timelineHref, topicHref, topicsHref } from "../../views/addresses.ts";

export interface KindOfPage {
  readonly name: string;
  readonly path: string;
  /** True for those of which pictures are taken. */
  readonly main: boolean;
}

export function kindsOfPages(archive: ArchiveReader): readonly KindOfPage[] {
  const compared = archive.partnerships().items.find(({ slug, latest }) => slug === "us-singapore" && latest !== null) ?? archive.partnerships().items.find(({ latest }) => latest !== null);
  const document = archive.documents({ offset: 0, limit: 1 }).items[0];
  const latest = compared?.latest ?? null;
  const thread = compared === undefined ? undefined : archive.threads(compared.slug, { offset: 0, limit: 1 }).items[0];
  const commitment = thread?.stops.findLast(({ commitments }) => commitments.length > 0)?.commitments[0];
  const kind = (name: string, path: string | null, main = false): readonly KindOfPage[] => (path === null ? [] : [{ name, path, main }]);
  const pair = latest === null ? null : ([latest.before, latest.after] as const);
  const slug = compared?.slug ?? null;
  const change = archive.news({ kinds: ["advanced", "receded"] }, { offset: 0, limit: 1 }).items[0];
  const topic = archive.topics()[0]?.topic;
  const other = archive.partnerships().items.find(({ slug: one }) => one !== slug);
  const word = /\p{L}{6,}/u.exec(commitment?.plain ?? "")?.[0] ?? "cooperation";
  return [
    ...kind("home", "/", true),
    ...kind("timeline", timelineHref(), true),
    ...kind("timeline-empty", timelineHref({ since: "1990", until: "1991" })),
    ...kind("partnerships", "/partnerships"),
    ...kind("partnership", slug === null ? null : partnershipHref(slug), true),
    ...kind("partnership-threads", slug === null ? null : partnershipHref(slug, { rows: "threads" }), true),
    ...kind("partnership-base", slug === null || pair === null ? null : partnershipHref(slug, { rows: "threads", spoken: "all", base: pair[0], topic })),
    ...kind("partnership-threads-none", slug === null ? null : partnershipHref(slug, { rows: "threads", meeting: "1990-01-01" })),
    ...kind("meeting", slug === null || latest === null ? null : meetingHref(slug, latest.after), true),
    ...kind("comparison", slug === null || pair === null ? null : comparisonHref(slug, pair), true),
    ...kind("comparison-filtered", slug === null || pair === null ? null : comparisonHref(slug, pair, { kind: "silent" })),
    ...kind("comparison-sides", slug === null || pair === null ? null : comparisonHref(slug, pair, { view: "side" })),
    ...kind("comparison-text", slug === null || pair === null ? null : comparisonHref(slug, pair, { view: "text" })),
    ...kind("documents", "/documents"),
    ...kind("document", document === undefined ? null : documentHref(document.sha256), true),
    ...kind("thread", commitment === undefined ? null : commitmentHref(commitment.id), true),
    ...kind("history", "/history"),
    ...kind("about", "/about"),
    ...kind("changes", changesHref(), true),
    ...kind("changes-empty", changesHref({ since: "2090" })),
    ...kind("brief", briefHref({ since: "2024" }), true),
    ...kind("brief-empty", briefHref({ since: "2090" })),
    ...kind("search", searchHref()),
    ...kind("search-commitments", searchHref({ q: word }), true),
    ...kind("search-narrowed", searchHref({ q: word, in: "documents", year: latest?.after.slice(0, 4) })),
    ...kind("search-changes", searchHref({ q: `added:${word}` })),
    ...kind("search-mended", searchHref({ q: "cooperatoin" })),
    ...kind("search-nothing", searchHref({ q: "zzzzzzzzzz" })),
    ...kind("topics", topicsHref),
    ...kind("topic", topic === undefined ? null : topicHref(topic), true),
    ...kind("compare", compareHref()),
    ...kind("compare-found", other === undefined || slug === null ? null : compareHref({ before: other.slug, after: slug, topic }), true),
    ...kind("compare-in-time", slug === null || pair === null ? null : compareHref({ before: `${slug}/${pair[0]}`, after: `${slug}/${pair[1]}` })),
    ...kind("change", change === undefined ? null : permalinkOf(change)),
    ...kind("change-moved", change === undefined ? null : permalinkOf({ ...change, id: `${change.beforeCommitments[0]?.id}.${change.afterCommitments[0]?.id}` })),
    ...kind("cite-change", change === undefined ? null : citeHref(permalinkOf(change)), true),
    ...kind("cite-commitment", commitment === undefined ? null : citeHref(commitmentHref(commitment.id))),
    ...kind("cite-document", document === undefined ? null : citeHref(documentHref(document.sha256))),
    ...kind("api", apiHref),
    ...kind("not-found", "/partnerships/nobody"),
    ...kind("bad-request", "/timeline?since=yesterday"),
  ];
}
