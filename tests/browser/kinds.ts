/**
 * One address for each kind of page, found in the archive. A room that adds a kind of page adds it here, and it is tested
 * with all others.
 */
import type { ArchiveReader } from "../../server/archive/types.ts";
import { commitmentHref, comparisonHref, documentHref, meetingHref, partnershipHref, timelineHref } from "../../views/addresses.ts";

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
  return [
    ...kind("home", "/", true),
    ...kind("timeline", timelineHref(), true),
    ...kind("timeline-empty", timelineHref({ topic: "quantum", since: "1990", until: "1991" })),
    ...kind("partnerships", "/partnerships"),
    ...kind("partnership", slug === null ? null : partnershipHref(slug), true),
    ...kind("meeting", slug === null || latest === null ? null : meetingHref(slug, latest.after), true),
    ...kind("comparison", slug === null || pair === null ? null : comparisonHref(slug, pair), true),
    ...kind("comparison-filtered", slug === null || pair === null ? null : comparisonHref(slug, pair, { kind: "silent" })),
    ...kind("comparison-sides", slug === null || pair === null ? null : comparisonHref(slug, pair, { view: "side" })),
    ...kind("comparison-text", slug === null || pair === null ? null : comparisonHref(slug, pair, { view: "text" })),
    ...kind("documents", "/documents"),
    ...kind("document", document === undefined ? null : documentHref(document.sha256), true),
    ...kind("thread", commitment === undefined ? null : commitmentHref(commitment.id), true),
    ...kind("about", "/about"),
    ...kind("not-found", "/partnerships/nobody"),
    ...kind("bad-request", "/timeline?since=yesterday"),
  ];
}
