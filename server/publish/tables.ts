/**
 * Tables as CSV, for spreadsheets, R and pandas: one row for each change, commitment, meeting or document, column names
 * that stay, and no cell that a spreadsheet would take for a formula.
 */
import { stringify } from "csv-stringify/sync";
import type { DocumentSummary, FoundHit, MeetingSummary, PartnershipSummary, ThreadRow, TimelineMilestone, TopicCourse, TopicRow, TopicSummary } from "../archive/types.ts";
import { CHANGE_KINDS, type Commitment } from "../../snapshots/index.ts";
import { commitmentHref, documentHref, meetingHref, partnershipHref, topicHref } from "../../views/addresses.ts";
import type { Names } from "../../views/names.ts";
import { CSV_FORM } from "../csv.ts";
import type { ChangeEntry, Quotation } from "./entries.ts";

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

/** A table with a byte order mark, without which Excel takes UTF-8 for something else. */
export function csv(columns: readonly string[], rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? "")),
    { ...CSV_FORM, columns: [...columns], header: true, bom: true },
  );
}

export const CHANGE_COLUMNS = ["date", "date_before", "partnership", "partnership_name", "kind", "topic", "stage_before", "stage_after", "force", "certainty", "quote_before", "quote_after", "details", "reason", "editors_note", "digest", "url", "id"] as const;

export function changesCsv(entries: readonly ChangeEntry[]): string {
  return csv(CHANGE_COLUMNS, entries.map(changeRow));
}

function changeRow(entry: ChangeEntry): Row {
  const { partnership, stage, quotes, details } = entry;
  return {
    date: entry.after,
    date_before: entry.before,
    partnership: partnership.slug,
    partnership_name: partnership.name,
    kind: entry.kind,
    topic: entry.topic,
    stage_before: stage.before,
    stage_after: stage.after,
    force: entry.force,
    certainty: entry.certainty,
    quote_before: quoted(quotes.before),
    quote_after: quoted(quotes.after),
    details: details.map(({ type, before, after, direction }) => `${type} ${direction}: ${[before, after].filter((part) => part !== "").join(" → ")}`).join("; "),
    reason: entry.reason,
    editors_note: entry.note === null ? null : `${entry.note.text} (${entry.note.author})`,
    digest: [...quotes.before, ...quotes.after].some(({ documentKind }) => documentKind === "digest") ? "yes" : "no",
    url: entry.url,
    id: entry.id,
  };
}

function quoted(quotations: readonly Quotation[]): string {
  return quotations.map(({ quote }) => quote).join("\n");
}

export const COMMITMENT_COLUMNS = ["id", "stage", "force", "topic", "quote", "section", "actors", "deadline", "amount", "confidence", "document", "url"] as const;

export function commitmentsCsv(commitments: readonly (Commitment & { readonly sha256: string })[], origin: string): string {
  const detail = ({ details }: Commitment, type: "deadline" | "amount"): string => details.flatMap((one) => (one.type === type ? [one.value ?? one.text] : [])).join("; ");
  return csv(
    COMMITMENT_COLUMNS,
    commitments.map((one) => ({
      ...{ id: one.id, stage: one.stage, force: one.force, topic: one.topic, quote: one.plain, section: one.section, actors: one.actors.join("; ") },
      deadline: detail(one, "deadline"),
      amount: detail(one, "amount"),
      confidence: one.confidence,
      document: one.sha256,
      url: `${origin}${commitmentHref(one.id)}`,
    })),
  );
}

export const MEETING_COLUMNS = ["date", "partnership", "partnership_name", "name", "ordinal", "place", "documents", "commitments", "since", ...CHANGE_KINDS, "hardened", "softened", "url"] as const;

export function meetingsCsv(meetings: readonly MeetingSummary[], origin: string): string {
  return csv(
    MEETING_COLUMNS,
    meetings.map((meeting) => ({
      ...{ date: meeting.held, partnership: meeting.partnership, partnership_name: meeting.partnershipName, name: meeting.name, ordinal: meeting.ordinal, place: meeting.place },
      documents: meeting.documents.length,
      commitments: meeting.commitments,
      since: meeting.since?.before ?? null,
      ...meeting.since?.figures,
      url: `${origin}${meetingHref(meeting.partnership, meeting.held)}`,
    })),
  );
}

export const DOCUMENT_COLUMNS = ["sha256", "title", "published", "held", "kind", "language", "partnership", "commitments", "words", "source_url", "url"] as const;

export function documentsCsv(documents: readonly DocumentSummary[], origin: string): string {
  return csv(
    DOCUMENT_COLUMNS,
    documents.map(({ sourceUrl, ...one }) => ({ ...one, source_url: sourceUrl, url: `${origin}${documentHref(one.sha256)}` })),
  );
}

export const HIT_COLUMNS = ["kind", "id", "date", "partnership", "title", "topic", "label", "snippet", "url"] as const;

export function hitsCsv(hits: readonly FoundHit[], origin: string): string {
  return csv(
    HIT_COLUMNS,
    hits.map(({ kind, id, held, partnership, documentTitle, topic, label, snippet }) => ({
      ...{ kind, id, date: held, partnership, title: documentTitle, topic, label },
      snippet: snippet.map(({ text }) => text).join(""),
      url: `${origin}${kind === "commitment" ? commitmentHref(id) : documentHref(id)}`,
    })),
  );
}

export const TOPIC_COLUMNS = ["topic", "name", "partnerships", "meetings", "commitments", "last_held", "url"] as const;

export function topicsCsv(topics: readonly TopicSummary[], { names, origin }: { readonly names: Names; readonly origin: string }): string {
  return csv(
    TOPIC_COLUMNS,
    topics.map(({ topic, partnerships, meetings, commitments, lastHeld }) => ({ topic, name: names.topic(topic), partnerships, meetings, commitments, last_held: lastHeld, url: `${origin}${topicHref(topic)}` })),
  );
}

export const MATRIX_COLUMNS = ["partnership", "date", "topic", "commitments", "furthest_stage", "kinds", "silent_since", "url"] as const;

/** The matrix of topics by meetings, a line for each topic that a meeting spoke of or had spoken of before. */
export function matrixCsv(partnership: string, rows: readonly TopicRow[], origin: string): string {
  return csv(
    MATRIX_COLUMNS,
    rows.flatMap(({ topic, cells }) =>
      cells
        .filter(({ commitments, kinds, silentSince }) => commitments > 0 || kinds.length > 0 || silentSince !== null)
        .map(({ held, commitments, stage, kinds, silentSince }) => ({ partnership, date: held, topic, commitments, furthest_stage: stage, kinds: kinds.join("; "), silent_since: silentSince, url: `${origin}${meetingHref(partnership, held, { topic })}` })),
    ),
  );
}

export const THREAD_COLUMNS = ["partnership", "thread", "topic", "date", "stage", "kind", "silent_since", "commitments", "latest_quote", "url"] as const;

/** The matrix of undertakings by meetings, a line for each meeting from the first that spoke of one. */
export function threadsCsv(partnership: string, rows: readonly ThreadRow[], origin: string): string {
  return csv(
    THREAD_COLUMNS,
    rows.flatMap(({ id, topic, latest, cells }) =>
      cells
        .filter(({ stage, silentSince }) => stage !== null || silentSince !== null)
        .map(({ held, stage, kind, silentSince, commitments }) => ({ partnership, thread: id, topic, date: held, stage, kind, silent_since: silentSince, commitments: commitments.join("; "), latest_quote: latest.plain, url: `${origin}${commitmentHref(commitments[0] ?? latest.id)}` })),
    ),
  );
}

export const PARTNERSHIP_COLUMNS = ["partnership", "name", "parties", "meetings", "documents", "first_held", "last_held", "since", ...CHANGE_KINDS, "hardened", "softened", "url"] as const;

export function partnershipsCsv(partnerships: readonly PartnershipSummary[], origin: string): string {
  return csv(
    PARTNERSHIP_COLUMNS,
    partnerships.map(({ slug, name, parties, meetings, documents, firstHeld, lastHeld, latest }) => ({
      ...{ partnership: slug, name, parties: parties.join("; "), meetings, documents, first_held: firstHeld, last_held: lastHeld, since: latest?.before ?? null },
      ...latest?.figures,
      url: `${origin}${partnershipHref(slug)}`,
    })),
  );
}

export const COURSE_COLUMNS = ["topic", "partnership", "partnership_name", "date", "commitments", "furthest_stage", "last_held", "url"] as const;

/** A topic across partnerships, a line for each meeting that spoke of it. */
export function coursesCsv(topic: string, courses: readonly TopicCourse[], origin: string): string {
  return csv(
    COURSE_COLUMNS,
    courses.flatMap(({ partnership, partnershipName, lastHeld, meetings }) =>
      meetings.map(({ held, commitments, stage }) => ({ topic, partnership, partnership_name: partnershipName, date: held, commitments, furthest_stage: stage, last_held: lastHeld, url: `${origin}${meetingHref(partnership, held, { topic })}` })),
    ),
  );
}

export const MILESTONE_COLUMNS = ["date", "partnership", "quote", "document", "document_title", "url"] as const;

export function milestonesCsv(milestones: readonly TimelineMilestone[], origin: string): string {
  return csv(
    MILESTONE_COLUMNS,
    milestones.map(({ date, partnership, plain, sha256, documentTitle, start, end }) => ({ date, partnership, quote: plain, document: sha256, document_title: documentTitle, url: `${origin}${documentHref(sha256)}#m-${start}-${end}` })),
  );
}
