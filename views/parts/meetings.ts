/**
 * A meeting as it is named, and as a row of a table.
 */
import type { MeetingSummary } from "../../server/archive/types.ts";
import { comparisonHref, meetingHref, partnershipHref } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import { capital, ordinal } from "../grammar.ts";
import { digestNotes, documentLink, type DocumentLink } from "./documents.ts";
import { figureLine, type FigureLine } from "./figures.ts";

/** `Second Digital Partnership Council`; where no document names it, the title of the only document. */
export function meetingTitle({ name, ordinal: number, documents }: Pick<MeetingSummary, "name" | "ordinal" | "documents">): string {
  if (name === null) return documents.length === 1 ? (documents[0]?.title ?? "a meeting") : `a meeting told by ${documents.length} documents`;
  if (number === null || /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b/i.test(name)) return name;
  return `${capital(ordinal(number))} ${name}`;
}

export interface MeetingRow {
  readonly held: string;
  readonly date: string;
  readonly href: string;
  readonly partnership: { readonly label: string; readonly href: string };
  /** Null where no document names the meeting. */
  readonly name: string | null;
  readonly place: string | null;
  readonly documents: readonly DocumentLink[];
  readonly commitments: number;
  readonly since: { readonly label: string; readonly href: string; readonly line: FigureLine } | null;
  /** True where all that is known of it comes from digests. */
  readonly digest: boolean;
}

export function meetingRow(meeting: MeetingSummary): MeetingRow {
  const { partnership, held, since } = meeting;
  return {
    held,
    date: shortDate(held),
    href: meetingHref(partnership, held),
    partnership: { label: meeting.partnershipName, href: partnershipHref(partnership) },
    name: meeting.name === null ? null : meetingTitle(meeting),
    place: meeting.place,
    documents: meeting.documents.map(documentLink),
    commitments: meeting.commitments,
    since: since === null ? null : { label: `since ${shortDate(since.before)}`, href: comparisonHref(partnership, [since.before, held]), line: figureLine(since.figures) },
    digest: meeting.documents.length > 0 && digestNotes(meeting.documents).length === meeting.documents.length,
  };
}

/** `1 August 2024, Second Critical and Emerging Technology Dialogue, Singapore`. */
export function meetingSummaryLine(meeting: Pick<MeetingSummary, "held" | "name" | "ordinal" | "documents" | "place">): string {
  return [longDate(meeting.held), meeting.name === null ? null : meetingTitle(meeting), meeting.place].filter((part) => part !== null).join(", ");
}
