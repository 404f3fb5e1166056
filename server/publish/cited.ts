/**
 * What a citation of a document, commitment, meeting, comparison or change says, and a sentence that is ready to be
 * pasted. An official text is its parties' word; a comparison and a digest are this archive's.
 */
import { createHash } from "node:crypto";
import type { Commitment, DocumentKind, Snapshot } from "../../snapshots/index.ts";
import { commitmentHref, comparisonHref, documentHref, meetingHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { clip, withinSentence } from "../../views/grammar.ts";
import type { Names } from "../../views/names.ts";
import { safeAddress } from "../../views/parts/documents.ts";
import { meetingTitle } from "../../views/parts/meetings.ts";
import { originalOf } from "../../views/parts/original.ts";
import type { ChangeRecord, ComparisonRecord, DocumentRecord, DocumentSummary, MeetingRecord } from "../archive/types.ts";
import { changeEntry, permalinkOf } from "./entries.ts";
import type { Cited } from "./citation.ts";
import { tell, titleOf } from "./telling.ts";

/** A citation and what people paste into a text. */
export interface Citable {
  readonly cited: Cited;
  /** A sentence that ends before the link. */
  readonly sentence: string;
  /** Verbatim words, where words are cited. */
  readonly quotations: readonly string[];
  /** The words in the original source, where that is on the web. */
  readonly original: string | null;
  /** True where the words are a digest's, not the official text's. */
  readonly digest: boolean;
  /** The address within the site. */
  readonly href: string;
}

interface Means {
  readonly names: Names;
  readonly origin: string;
}

/** Kinds of text that the parties themselves put their names to. */
const SIGNED: readonly string[] = ["joint-statement", "communique", "declaration", "agreement"] satisfies readonly DocumentKind[];
const ARCHIVE = "Pactline";

export function citeDocument({ snapshot, ...document }: DocumentRecord, means: Means): Citable {
  const href = documentHref(document.sha256);
  return {
    cited: { key: `pactline${document.sha256.slice(0, 12)}`, type: "document", title: document.title, authors: authorsOf(snapshot, means.names), issued: document.published, url: `${means.origin}${href}`, language: document.language, source: safeAddress(document.sourceUrl) },
    sentence: `${document.title}, ${longDate(document.published)}`,
    quotations: [],
    original: safeAddress(document.sourceUrl),
    digest: document.kind === "digest",
    href,
  };
}

export function citeCommitment({ commitment, document }: { readonly commitment: Commitment; readonly document: DocumentSummary }, snapshot: Snapshot | null, { names, origin }: Means): Citable {
  const href = commitmentHref(commitment.id);
  const source = safeAddress(document.sourceUrl);
  return {
    cited: { key: keyOf(commitment.id), type: "document", title: `“${clip(commitment.plain, 120)}”, in ${document.title}`, authors: snapshot === null ? [] : authorsOf(snapshot, names), issued: document.published, url: `${origin}${href}`, language: document.language, source },
    sentence: `${document.title} of ${longDate(document.published)} says on ${withinSentence(names.shortTopic(commitment.topic))}: “${commitment.plain}”`,
    quotations: [commitment.plain],
    original: originalOf(document, commitment.plain) ?? source,
    digest: document.kind === "digest",
    href,
  };
}

export function citeMeeting(meeting: MeetingRecord, { origin }: Means): Citable {
  const href = meetingHref(meeting.partnership, meeting.held);
  const name = meeting.name === null ? `Meeting of ${longDate(meeting.held)}` : meetingTitle(meeting);
  const title = `${meeting.partnershipName}: ${name}${meeting.place === null ? "" : `, ${meeting.place}`}`;
  return { cited: page(title, { issued: meeting.held, url: `${origin}${href}` }), sentence: `${title}, ${longDate(meeting.held)}`, quotations: [], original: null, digest: false, href };
}

export function citeComparison({ before, after }: Pick<ComparisonRecord, "before" | "after">, { origin }: Means): Citable {
  const href = comparisonHref(after.partnership, [before.held, after.held]);
  const title = `${after.partnershipName}: what changed between ${longDate(before.held)} and ${longDate(after.held)}`;
  return { cited: page(title, { issued: after.held, url: `${origin}${href}` }), sentence: title, quotations: [], original: null, digest: false, href };
}

/** `sources` are the documents that are quoted, by their names. */
export function citeChange(change: ChangeRecord, sources: ReadonlyMap<string, DocumentSummary>, { names, origin }: Means): Citable {
  const entry = changeEntry(change, origin);
  const quoted = [...change.beforeCommitments, ...change.afterCommitments];
  const newest = change.afterCommitments[0] ?? change.beforeCommitments[0];
  const known = newest === undefined ? null : (sources.get(newest.sha256) ?? null);
  return {
    cited: page(`${change.partnershipName}: ${titleOf(entry, names)}, ${longDate(change.before)} to ${longDate(change.after)}`, { issued: change.after, url: `${origin}${permalinkOf(change)}` }),
    sentence: `${change.partnershipName}, ${longDate(change.before)} to ${longDate(change.after)}: ${tell(entry, names).replace(/\.$/, "")}`,
    quotations: quoted.map(({ plain }) => plain),
    original: newest === undefined || known === null ? null : originalOf(known, newest.plain),
    digest: quoted.some(({ documentKind }) => documentKind === "digest"),
    href: permalinkOf(change),
  };
}

function page(title: string, { issued, url }: { readonly issued: string; readonly url: string }): Cited {
  return { key: keyOf(url), type: "webpage", title, authors: [], issued, url, language: "en", source: null };
}

function authorsOf({ document, partnership }: Snapshot, names: Names): readonly string[] {
  if (document.kind === "digest") return [ARCHIVE];
  return SIGNED.includes(document.kind) ? partnership.parties.map(names.party) : [];
}

function keyOf(text: string): string {
  return `pactline${createHash("sha256").update(text.replace(/^https?:\/\/[^/]+/, "")).digest("hex").slice(0, 12)}`;
}
