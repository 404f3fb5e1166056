/**
 * One meeting: what its documents gave room to, what they say, and with which words.
 */
import type { MeetingRecord, PartnershipSummary } from "../../server/archive/types.ts";
import { cardHref, citeHref, comparisonHref, documentHref, meetingHref, partnershipHref, partnershipsHref, twinOf, witnessesHref, withQuery } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count, percent } from "../grammar.ts";
import type { Names } from "../names.ts";
import { articleHead, type Link, type Page } from "../page.ts";
import { place } from "../parts/axis.ts";
import { commitmentRow, type CommitmentRow, flat } from "../parts/commitment.ts";
import { type CorrectionModel, correctionModel } from "../parts/corrections.ts";
import { documentRow, type DocumentRow } from "../parts/documents.ts";
import { figureTiles, type FigureModel } from "../parts/figures.ts";
import { meetingTitle } from "../parts/meetings.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { ARCHIVE } from "../parts/publisher.ts";
import { streamFeeds } from "../parts/feeds.ts";

export interface MeetingPage extends Page {
  readonly template: "meeting";
  readonly title: string;
  readonly date: string;
  readonly place: string | null;
  readonly partnership: { readonly label: string; readonly href: string };
  readonly previous: { readonly label: string; readonly href: string } | null;
  readonly next: { readonly label: string; readonly href: string } | null;
  readonly documents: readonly DocumentRow[];
  /** Copies of their texts. */
  readonly copies: readonly Link[];
  /** The page that sets them beside each other; null where there is only one. */
  readonly beside: string | null;
  readonly evidence: readonly string[];
  /** What people set right in its documents. */
  readonly corrections: readonly CorrectionModel[];
  readonly since: { readonly label: string; readonly href: string; readonly tiles: readonly FigureModel[] } | null;
  readonly priorities: readonly { readonly rank: number; readonly topic: string; readonly href: string; readonly share: string; readonly width: string; readonly current: boolean }[];
  readonly topic: { readonly label: string; readonly all: string } | null;
  readonly total: string;
  readonly commitments: readonly (CommitmentRow & { readonly document: string | null })[];
  readonly pager: PagerModel | null;
}

export interface MeetingInput {
  readonly meeting: MeetingRecord;
  readonly partnership: PartnershipSummary;
  readonly query: { readonly page: number; readonly topic: string | null };
}

const LIMIT = 40;

export function meetingPage({ meeting, partnership, query }: MeetingInput, names: Names): MeetingPage {
  const { held } = meeting;
  const { slug } = partnership;
  const href = (options: { readonly page?: number; readonly topic?: string | null }): string => meetingHref(slug, held, { topic: query.topic, ...options });
  const said = meeting.snapshots.flatMap(({ document, commitments }) => commitments.map((commitment) => ({ ...commitment, sha256: document.sha256, title: document.title })));
  const chosen = query.topic === null ? said : said.filter((one) => one.topic === query.topic);
  const offset = (query.page - 1) * LIMIT;
  const shown = chosen.slice(offset, offset + LIMIT);
  return {
    template: "meeting",
    head: headOf({ meeting, partnership, query }, href({ page: query.page })),
    trail: [{ label: "Partnerships", href: partnershipsHref() }, { label: partnership.name, href: partnershipHref(slug) }],
    title: meeting.name === null ? `Meeting of ${longDate(held)}` : meetingTitle(meeting),
    date: longDate(held),
    place: meeting.place,
    partnership: { label: partnership.name, href: partnershipHref(slug) },
    previous: meeting.previous === null ? null : { label: longDate(meeting.previous), href: meetingHref(slug, meeting.previous) },
    next: meeting.next === null ? null : { label: longDate(meeting.next), href: meetingHref(slug, meeting.next) },
    documents: meeting.documents.map((document) => documentRow(document, () => partnership.name)),
    copies: meeting.copies.map(({ title, published, sha256 }) => ({ label: `${title}, ${longDate(published)}`, href: documentHref(sha256) })),
    beside: meeting.documents.length < 2 ? null : witnessesHref(slug, held),
    evidence: [...new Set(meeting.snapshots.flatMap((snapshot) => snapshot.meeting.evidence.map((quote) => flat(quote.quote))))].slice(0, 4),
    corrections: meeting.snapshots.flatMap((snapshot) => (snapshot.corrections ?? []).map(correctionModel)),
    since: sinceModel(meeting, slug),
    priorities: meeting.priorities.map(({ topic, rank, share }) => ({ rank, topic: names.shortTopic(topic), href: href({ topic }), share: percent(share), width: place(share * 100), current: topic === query.topic })),
    topic: query.topic === null ? null : { label: names.shortTopic(query.topic), all: href({ topic: null }) },
    total: count(chosen.length, "commitment"),
    commitments: shown.map((one) => ({ ...commitmentRow(one, names), document: meeting.documents.length > 1 ? one.title : null })),
    pager: pager({ total: chosen.length, offset, limit: LIMIT, shown: shown.length, noun: "commitments" }, (page) => `${href({ page })}#commitments`),
  };
}

function headOf({ meeting, partnership, query }: MeetingInput, address: string): Page["head"] {
  const said = count(meeting.commitments, "commitment");
  const path = meetingHref(partnership.slug, meeting.held, { topic: query.topic });
  return articleHead({
    title: `${partnership.name}, ${longDate(meeting.held)}`,
    description: `${meeting.name === null ? "Meeting" : meetingTitle(meeting)} of ${longDate(meeting.held)}: ${said} in ${count(meeting.documents.length, "document")}.`,
    path,
    twin: twinOf(address),
    date: null,
    publisher: ARCHIVE,
    cite: citeHref(meetingHref(partnership.slug, meeting.held)),
    take: [{ label: "CSV", href: withQuery(`${meetingHref(partnership.slug, meeting.held)}/commitments.csv`, { topic: query.topic }) }],
    image: cardHref(meetingHref(partnership.slug, meeting.held)),
    feeds: streamFeeds({ partnership: partnership.slug }),
  });
}

function sinceModel({ since, held }: MeetingRecord, slug: string): MeetingPage["since"] {
  if (since === null) return null;
  const pair = [since.before, held] as const;
  return { label: longDate(since.before), href: comparisonHref(slug, pair), tiles: figureTiles(since.figures, { href: (kind) => comparisonHref(slug, pair, { kind }), current: null }) };
}
