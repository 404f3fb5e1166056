/**
 * The first page: what changed lately, the partnerships, the timeline in small.
 */
import type { ArchiveReader, ComparisonRecord, PartnershipSummary } from "../../server/archive/types.ts";
import { briefHref, changesHref, csvHref, homeHref, partnershipsHref, timelineHref, twinOf } from "../addresses.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { cardModel, type CardModel } from "../parts/card.ts";
import { streamFeeds } from "../parts/feeds.ts";
import { type LaneInput, lanesModel, type LanesModel } from "../parts/lanes.ts";
import { partnershipRow, type PartnershipRow } from "../parts/partnerships.ts";

export interface HomePage extends Page {
  readonly template: "home";
  readonly counts: string;
  readonly cards: readonly CardModel[];
  readonly partnerships: readonly PartnershipRow[];
  readonly all: { readonly label: string; readonly href: string } | null;
  readonly lanes: LanesModel | null;
  readonly timeline: string;
  readonly changes: string;
  readonly brief: string;
}

export interface HomeInput {
  readonly counts: ReturnType<ArchiveReader["counts"]>;
  readonly comparisons: readonly ComparisonRecord[];
  readonly partnerships: readonly PartnershipSummary[];
  readonly lanes: readonly LaneInput[];
}

export function homePage({ counts, comparisons, partnerships, lanes }: HomeInput, names: Names): HomePage {
  return {
    template: "home",
    head: {
      ...listHead({ title: "What governments promised each other, meeting by meeting", description: "Dated documents about agreements between governments as snapshots of commitments, on a timeline, compared word by word.", path: homeHref, twin: twinOf(homeHref), take: [{ label: "CSV of its partnerships", href: csvHref(partnershipsHref()) }], feeds: streamFeeds() }),
    },
    trail: [],
    counts: countsLine(counts),
    cards: comparisons.flatMap((record) => cardModel(record, names) ?? []),
    partnerships: partnerships.map((one) => partnershipRow(one, names)),
    all: counts.partnerships > partnerships.length ? { label: `All ${count(counts.partnerships, "partnership")}`, href: partnershipsHref() } : null,
    lanes: lanes.length === 0 ? null : lanesModel(lanes, { since: null, until: null }),
    timeline: timelineHref(),
    changes: changesHref(),
    brief: briefHref(),
  };
}

/** Documents that belong to no partnership are told apart: no meeting has them. */
function countsLine({ documents, meetings, partnerships, commitments, alone }: HomeInput["counts"]): string {
  const held = `${count(documents - alone, "document")} of ${count(meetings, "meeting")} in ${count(partnerships, "partnership")}`;
  return `${held}${alone === 0 ? "" : ` and ${count(alone, "document")} of none`}, ${count(commitments, "commitment")}`;
}
