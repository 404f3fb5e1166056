/**
 * What is asked of the archive by words and filters, and what it answers: the part of the port that search, streams,
 * topics and cross comparisons use.
 */
import type { ChangeKind, Commitment, IsoDate, PartialDate, Sha256, Slug, Stage } from "../../snapshots/index.ts";
import type { ChangeRecord, ComparisonRecord, DocumentSummary, MeetingFilter, Page, SearchHit } from "./types.ts";

/** A meeting by its partnership and day. */
export interface MeetingRef {
  readonly partnership: Slug;
  readonly held: IsoDate;
}

/** What people type, ready for the index, and the side of a change on which it must stand. */
export interface Wanted {
  readonly text: string;
  readonly side: "either" | "added" | "removed";
}

export interface NewsFilter extends MeetingFilter {
  /** Kinds that count; all where absent. */
  readonly kinds?: readonly ChangeKind[];
  readonly words?: Wanted;
}

export const SCOPES = ["commitments", "documents", "changes"] as const;
export type Scope = (typeof SCOPES)[number];

export const FACETS = ["partnership", "topic", "kind", "year"] as const;
export type FacetName = (typeof FACETS)[number];

/** How many hits each value of a field has, the most frequent first. */
export interface Facet {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

export interface FindQuery {
  readonly text: string;
  readonly scope: "commitments" | "documents";
  readonly chosen: Readonly<Partial<Record<FacetName, string>>>;
}

export interface FoundHit extends SearchHit {
  readonly sha256: Sha256;
  readonly partnershipName: string | null;
  readonly held: IsoDate;
  readonly documentTitle: string;
  readonly documentKind: string;
  readonly language: string;
  readonly topic: Slug | null;
  /** A commitment's stage, a document's kind. */
  readonly label: string;
}

export interface Found extends Page<FoundHit> {
  readonly facets: readonly Facet[];
}

export interface CommitmentFilter {
  readonly partnership?: Slug;
  readonly topic?: Slug;
  readonly stage?: Stage;
  readonly since?: PartialDate;
  readonly until?: PartialDate;
}

/** A commitment with where and when it was made. */
export type PlacedCommitment = Commitment & { readonly sha256: Sha256; readonly documentTitle: string; readonly partnership: Slug | null; readonly held: IsoDate };

/** Where words stand first and last in time. */
export interface Seen {
  readonly documents: number;
  readonly first: DocumentSummary;
  readonly last: DocumentSummary;
}

/** A topic over all partnerships. */
export interface TopicSummary {
  readonly topic: Slug;
  readonly partnerships: number;
  readonly meetings: number;
  readonly commitments: number;
  readonly lastHeld: IsoDate;
}

/** What one partnership said on a topic: at each of its meetings that spoke of it. */
export interface TopicCourse {
  readonly partnership: Slug;
  readonly partnershipName: string;
  /** The partnership's latest meeting, whether it spoke of the topic or not. */
  readonly lastHeld: IsoDate;
  readonly meetings: readonly { readonly held: IsoDate; readonly commitments: number; readonly stage: Stage }[];
}

/** A meeting with what of it is news in a time. */
export interface NewsMeeting {
  readonly partnership: Slug;
  readonly held: IsoDate;
  /** The latest day of its news. */
  readonly told: IsoDate;
  /** Ids of its changes; empty for a meeting that is compared with none. */
  readonly changes: ReadonlySet<string>;
}

/** The part of the reading port that finds and follows. */
export interface FindingReader {
  summary(sha256: Sha256): DocumentSummary | null;
  /** The id under which a commitment was first given out. */
  firstName(commitment: string): string;
  /** When the last document or correction came in, ISO 8601; null while there is none. */
  lastAdded(): string | null;
  /** Changes by the day on which they are news, the latest first. */
  news(filter: NewsFilter, page: { readonly offset: number; readonly limit: number }): Page<ChangeRecord>;
  /** Meetings by the latest day on which they are news, the latest first, each with its changes that the filter lets through. */
  newsMeetings(filter: MeetingFilter, page: { readonly offset: number; readonly limit: number }): Page<NewsMeeting>;
  /** How the changes of a filter spread. */
  newsFacets(filter: NewsFilter): readonly Facet[];
  /** Documents or commitments, best first, and how all hits spread. */
  find(query: FindQuery, page: { readonly offset: number; readonly limit: number }): Found;
  /** Those of the latest meetings first. */
  commitments(filter: CommitmentFilter, page: { readonly offset: number; readonly limit: number }): Page<PlacedCommitment>;
  /** Null where no document has the words. */
  seen(text: string): Seen | null;
  /** The same words as the archive spells them, where it does not know some of them; null where all is known or nothing is near. */
  respell(text: string): string | null;
  topics(): readonly TopicSummary[];
  /** Those that spoke of it last on top. */
  topicCourses(topic: Slug): readonly TopicCourse[];
  /** Any meeting with any other, of another partnership too. */
  across(before: MeetingRef, after: MeetingRef): ComparisonRecord | null;
}
