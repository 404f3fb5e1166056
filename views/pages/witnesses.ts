/**
 * The documents of one meeting beside each other: which of them says what, with which verb.
 */
import type { MeetingRecord, PartnershipSummary } from "../../server/archive/types.ts";
import type { Comparison } from "../../snapshots/index.ts";
import { csvHref, meetingHref, partnershipHref, partnershipsHref, twinOf, witnessesHref } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count, spelled } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { documentLink, type DocumentLink } from "../parts/documents.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { type WitnessRow, witnessRows } from "../parts/witnesses.ts";

export interface WitnessesPage extends Page {
  readonly template: "witnesses";
  readonly title: string;
  readonly told: string;
  readonly documents: readonly (DocumentLink & { readonly said: string })[];
  readonly rows: readonly WitnessRow[];
  readonly pager: PagerModel | null;
}

export interface WitnessesInput {
  readonly meeting: MeetingRecord;
  readonly partnership: PartnershipSummary;
  readonly comparisons: readonly Comparison[];
  readonly query: { readonly page: number };
}

const LIMIT = 40;

export function witnessesPage({ meeting, partnership, comparisons, query }: WitnessesInput, names: Names): WitnessesPage {
  const { held } = meeting;
  const { slug, name } = partnership;
  const snapshots = meeting.snapshots.slice(0, comparisons.length + 1);
  const rows = witnessRows(snapshots, { comparisons, names });
  const offset = (query.page - 1) * LIMIT;
  const shown = rows.slice(offset, offset + LIMIT);
  const several = rows.filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1).length;
  return {
    template: "witnesses",
    head: listHead({ title: `Which document says what: ${name}, ${longDate(held)}`, description: `${count(meeting.documents.length, "document")} of one meeting beside each other.`, path: witnessesHref(slug, held), twin: twinOf(witnessesHref(slug, held, { page: query.page })), take: [{ label: "CSV", href: csvHref(witnessesHref(slug, held)) }] }),
    trail: [
      { label: "Partnerships", href: partnershipsHref() },
      { label: name, href: partnershipHref(slug) },
      { label: longDate(held), href: meetingHref(slug, held) },
    ],
    title: "Which document says what",
    told: `${snapshots.length < meeting.snapshots.length ? `The ${spelled(snapshots.length)} fullest of ` : ""}${count(meeting.snapshots.length, "document")} of the meeting of ${longDate(held)}. ${count(several, "undertaking")} ${several === 1 ? "stands" : "stand"} in more than one of them, ${rows.length - several} in one only.`,
    documents: snapshots.map(({ document, commitments }) => ({ ...documentLink(document), said: count(commitments.length, "commitment") })),
    rows: shown,
    pager: pager({ total: rows.length, offset, limit: LIMIT, shown: shown.length, noun: "undertakings" }, (page) => witnessesHref(slug, held, { page })),
  };
}
