/**
 * What a citation of a document, commitment, meeting, comparison or change says, and a sentence that is ready to be
 * pasted. A document is its publisher's work, at its official address; a comparison and a digest are this archive's. What is compared has
 * the days of its meetings in its title and none of publication: nobody published it then.
 */
import { createHash } from "node:crypto";
import type { Commitment, Sha256, Snapshot } from "../../snapshots/index.ts";
import { commitmentHref, comparisonHref, documentHref, meetingHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { clip, withinSentence } from "../../views/grammar.ts";
import type { Link } from "../../views/page.ts";
import { safeAddress } from "../../views/parts/documents.ts";
import { meetingTitle } from "../../views/parts/meetings.ts";
import { originalOf, placeOf } from "../../views/parts/original.ts";
import { ARCHIVE } from "../../views/parts/publisher.ts";
import type { ChangeRecord, ComparisonRecord, DocumentRecord, DocumentSummary, MeetingRecord } from "../archive/types.ts";
import { changeEntry, permalinkOf } from "./entries.ts";
import type { Cited } from "./citation.ts";
import { tell, titleOf } from "./telling.ts";
import { linksOf, type Means, type Placed, workOf } from "./works.ts";

/** A citation and what people paste into a text. */
export interface Citable {
  readonly cited: Cited;
  /** A sentence that ends before its links. */
  readonly sentence: string;
  /** Where the sentence leads: to the publisher where the source is on the web, and to its page here. */
  readonly links: readonly Link[];
  /** Verbatim words, where words are cited. */
  readonly quotations: readonly string[];
  /** The words in the original source, where that is on the web. */
  readonly original: string | null;
  /** True where the words are a digest's, not the official text's. */
  readonly digest: boolean;
  /** The address within the site. */
  readonly href: string;
}

/** A document and its text by its name; null where it is not there. */
export type Sources = (sha256: Sha256) => DocumentRecord | null;

export function citeDocument({ snapshot, ...document }: DocumentRecord, means: Means): Citable {
  const href = documentHref(document.sha256);
  const work = workOf(document, snapshot, { ...means, href });
  return {
    cited: { ...work, key: `pactline${document.sha256.slice(0, 12)}` },
    sentence: `${document.title}, ${longDate(document.published)}`,
    links: linksOf(document, { original: work.archived === null ? null : work.url, kept: `${means.origin}${href}` }),
    quotations: [],
    original: safeAddress(document.sourceUrl),
    digest: document.kind === "digest",
    href,
  };
}

/** A passage: its first words, in the document that contains it. */
export function citeCommitment({ commitment, document }: { readonly commitment: Commitment; readonly document: DocumentSummary }, snapshot: Snapshot | null, means: Means): Citable {
  const href = commitmentHref(commitment.id);
  const original = originalOf(document, snapshot === null ? null : { ...commitment, text: snapshot.document.text });
  const work = workOf(document, snapshot, { ...means, href });
  return {
    cited: { ...work, key: keyOf(commitment.id), type: "chapter", title: clip(commitment.plain, 120), container: document.title },
    sentence: `${document.title} of ${longDate(document.published)} says on ${withinSentence(means.names.shortTopic(commitment.topic))}: “${within(commitment.plain)}”`,
    links: linksOf(document, { original, kept: `${means.origin}${href}` }),
    quotations: [commitment.plain],
    original,
    digest: document.kind === "digest",
    href,
  };
}

export function citeMeeting(meeting: MeetingRecord, means: Means): Citable {
  const href = meetingHref(meeting.partnership, meeting.held);
  const name = meeting.name === null ? `Meeting of ${longDate(meeting.held)}` : `${meetingTitle(meeting)}, ${longDate(meeting.held)}`;
  const title = `${meeting.partnershipName}: ${name}${meeting.place === null ? "" : `, ${meeting.place}`}`;
  return { ...page(title, { ...means, href }), sentence: title };
}

export function citeComparison({ before, after }: Pick<ComparisonRecord, "before" | "after">, means: Means): Citable {
  const href = comparisonHref(after.partnership, [before.held, after.held]);
  const title = `${after.partnershipName}: what changed between ${longDate(before.held)} and ${longDate(after.held)}`;
  return { ...page(title, { ...means, href }), sentence: title };
}

/** `sources` are the documents that are quoted. */
export function citeChange(change: ChangeRecord, sources: Sources, means: Means): Citable {
  const entry = changeEntry(change, means.origin);
  const quoted = [...change.beforeCommitments, ...change.afterCommitments];
  const newest = change.afterCommitments[0] ?? change.beforeCommitments[0];
  return {
    ...page(`${change.partnershipName}: ${titleOf(entry, means.names)}, ${longDate(change.before)} to ${longDate(change.after)}`, { ...means, href: permalinkOf(change) }),
    sentence: `${change.partnershipName}, ${longDate(change.before)} to ${longDate(change.after)}: ${tell(entry, means.names).replace(/\.$/, "")}`,
    quotations: quoted.map(({ plain }) => plain),
    original: newest === undefined ? null : wordsIn(newest, sources),
    digest: quoted.some(({ documentKind }) => documentKind === "digest"),
  };
}

/** The words of a change in their source, where that is on the web. */
function wordsIn({ id, plain, sha256 }: ChangeRecord["afterCommitments"][number], sources: Sources): string | null {
  const [document, place] = [sources(sha256), placeOf(id)];
  return document === null ? null : originalOf(document, place === null ? null : { ...place, plain, text: document.snapshot.document.text });
}

/** What this archive says itself. */
function page(title: string, { origin, today, href }: Placed): Omit<Citable, "sentence"> {
  const url = `${origin}${href}`;
  return {
    cited: { key: keyOf(href), type: "webpage", title, container: null, genre: null, authors: [ARCHIVE], publisher: ARCHIVE, issued: null, accessed: today, url, archived: null, language: "en", note: null },
    links: [{ label: ARCHIVE, href: url }],
    quotations: [],
    original: null,
    digest: false,
    href,
  };
}

/** Quotation marks within quotation marks are single ones. */
function within(quote: string): string {
  return quote.replaceAll("“", "‘").replaceAll("”", "’");
}

function keyOf(text: string): string {
  return `pactline${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
}
