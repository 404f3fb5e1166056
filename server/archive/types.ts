/**
 * What the archive holds and answers: the port between storage and everything that shows or feeds it.
 * Records are plain values; nothing here knows SQL, HTTP or HTML.
 */
import type { CaptureReader } from "./capture-types.ts";
import type { FindingReader } from "./finding-types.ts";
import type { MatrixReader } from "./matrix-types.ts";
import type { DeskReader, NoteRecord } from "./desk-types.ts";
import type { ChangeKind, Commitment, Comparison, Figures, IsoDate, Match, DetailChange, Milestone, PartialDate, Priority, Sha256, Slug, Snapshot, Change } from "../../snapshots/index.ts";

export * from "./finding-types.ts";
export * from "./matrix-types.ts";

export type * from "./desk-types.ts";
export type * from "./capture-types.ts";

// ---------------------------------------------------------------- records

export interface PartnershipSummary {
  readonly slug: Slug;
  readonly name: string;
  readonly parties: readonly string[];
  readonly meetings: number;
  readonly documents: number;
  readonly firstHeld: IsoDate;
  readonly lastHeld: IsoDate;
  /** Figures of the latest comparison with the meeting before it; null while there is one meeting only. */
  readonly latest: { readonly before: IsoDate; readonly after: IsoDate; readonly figures: Figures } | null;
}

/** A document without its text and commitments: enough for a list. */
export interface DocumentSummary {
  readonly sha256: Sha256;
  readonly title: string;
  readonly published: IsoDate;
  readonly held: IsoDate;
  readonly kind: string;
  readonly language: string;
  readonly sourceUrl: string | null;
  readonly partnership: Slug | null;
  readonly commitments: number;
  readonly words: number;
}

/** One dated event of a partnership; `held` names it in addresses. */
export interface MeetingSummary {
  readonly partnership: Slug;
  readonly partnershipName: string;
  readonly held: IsoDate;
  readonly name: string | null;
  readonly ordinal: number | null;
  readonly place: string | null;
  readonly documents: readonly DocumentSummary[];
  readonly commitments: number;
  /** Date of the meeting before, in this partnership, and what changed since; null for the first. */
  readonly since: { readonly before: IsoDate; readonly figures: Figures } | null;
}

/** A meeting as a point on a line: when, and how much was said. */
export type MeetingPoint = Pick<MeetingSummary, "partnership" | "held" | "commitments">;

export interface MeetingRecord extends MeetingSummary {
  /** Documents whose text is that of one of `documents`: kept, and counted with it. */
  readonly copies: readonly DocumentSummary[];
  readonly snapshots: readonly Snapshot[];
  readonly priorities: readonly Priority[];
  readonly previous: IsoDate | null;
  readonly next: IsoDate | null;
}

export interface DocumentRecord extends DocumentSummary {
  /** Documents of its meeting with the same text, itself among them, first the one that stands for all; empty where there are none. */
  readonly sameText: readonly DocumentSummary[];
  readonly snapshot: Snapshot;
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  /** When it was added, ISO 8601 UTC. */
  readonly addedAt: string;
}

export interface ComparisonRecord {
  readonly partnership: PartnershipSummary | null;
  readonly before: MeetingRecord;
  readonly after: MeetingRecord;
  readonly comparison: Comparison;
  /** Commitments of both sides by id. */
  readonly commitments: ReadonlyMap<string, Commitment & { readonly sha256: Sha256; readonly held: IsoDate }>;
}

/** One change with its words, as the stream and the search show it. */
export interface ChangeRecord {
  readonly id: string;
  readonly partnership: Slug;
  readonly partnershipName: string;
  readonly before: IsoDate;
  readonly after: IsoDate;
  /** The day on which it is news, where that is later than the meeting's: when it was published. */
  readonly told?: IsoDate;
  readonly kind: ChangeKind;
  readonly stage: Change["stage"];
  readonly force: Change["force"];
  readonly topic: Slug;
  readonly details: readonly DetailChange[];
  readonly match: Match | null;
  readonly reason: string;
  /** An editor's note beside it; null or absent where there is none. */
  readonly note?: NoteRecord | null;
  readonly beforeCommitments: readonly { readonly id: string; readonly plain: string; readonly sha256: Sha256; readonly documentKind: string }[];
  readonly afterCommitments: readonly { readonly id: string; readonly plain: string; readonly sha256: Sha256; readonly documentKind: string }[];
}

/** One commitment followed through the meetings, in order of date; a silent meeting has no commitments. */
export interface Thread {
  readonly id: string;
  readonly partnership: Slug | null;
  readonly topic: Slug;
  readonly stops: readonly ThreadStop[];
}
export interface ThreadStop {
  readonly held: IsoDate;
  readonly meetingName: string | null;
  readonly commitments: readonly (Commitment & { readonly sha256: Sha256; readonly documentTitle: string })[];
  /** The change against the last stop that spoke; null at the first. */
  readonly change: ChangeRecord | null;
}

/** What changed between two meetings of a partnership, without their documents. */
export interface Compared {
  readonly before: IsoDate;
  readonly after: IsoDate;
  readonly comparison: Comparison;
}

/** A thread as a list shows it. */
export interface ThreadOutline {
  readonly id: string;
  readonly partnership: Slug | null;
  readonly topic: Slug;
  readonly stops: readonly {
    readonly held: IsoDate;
    readonly commitments: readonly Pick<Commitment, "id" | "plain" | "stage" | "topic">[];
    readonly change: Pick<ChangeRecord, "kind" | "before" | "stage"> | null;
  }[];
}

export interface TimelineMilestone extends Milestone {
  readonly partnership: Slug;
  readonly sha256: Sha256;
  readonly documentTitle: string;
}

export interface SearchHit {
  readonly kind: "document" | "commitment";
  readonly id: string;
  readonly title: string;
  readonly partnership: Slug | null;
  readonly published: IsoDate;
  /** Words around the hit, in parts; `hit` parts are the words found. */
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

export interface MeetingFilter {
  readonly partnership?: Slug;
  readonly party?: string;
  readonly topic?: Slug;
  readonly kind?: ChangeKind;
  readonly since?: PartialDate;
  readonly until?: PartialDate;
}

// ---------------------------------------------------------------- the port, reading side

export interface ArchiveReader extends DeskReader, FindingReader, CaptureReader, MatrixReader {
  /** Grows with every write; names the state in caches and entity tags. */
  version(): number;
  /** Asks several questions of one state of the archive, which is quicker than one after the other. */
  together<Answer>(ask: () => Answer): Answer;
  counts(): { readonly documents: number; readonly partnerships: number; readonly meetings: number; readonly commitments: number; /** Documents of no partnership. */ readonly alone: number };
  /** Those that met last on top; with a filter, those that have a meeting which it lets through. */
  partnerships(page?: { readonly offset: number; readonly limit: number }, filter?: MeetingFilter): Page<PartnershipSummary>;
  partnership(slug: Slug): PartnershipSummary | null;
  /** Meetings in order of date, newest first when `newestFirst`. */
  meetings(filter: MeetingFilter, page: { readonly offset: number; readonly limit: number; readonly newestFirst: boolean }): Page<MeetingSummary>;
  /** The latest meetings of a partnership as points on a line, newest first. */
  line(partnership: Slug, limit: number): readonly MeetingPoint[];
  meeting(partnership: Slug, held: IsoDate): MeetingRecord | null;
  comparison(partnership: Slug, before: IsoDate, after: IsoDate): ComparisonRecord | null;
  /** What changed at a meeting since the one before it, without the words; null where there is none before. */
  compared(partnership: Slug, held: IsoDate): Compared | null;
  /** What the further documents of a meeting say, each set against the fullest one; as many of the fullest as fit beside each other. */
  witnesses(meeting: MeetingRecord): readonly Comparison[];
  /** By sha256 or its first 12 digits or more. */
  document(id: string): DocumentRecord | null;
  documents(page: { readonly offset: number; readonly limit: number; readonly partnership?: Slug | null }): Page<DocumentSummary>;
  /** The bytes as received. */
  original(sha256: Sha256): Uint8Array | null;
  commitment(id: string): { readonly commitment: Commitment; readonly document: DocumentSummary } | null;
  thread(commitmentId: string): Thread | null;
  /** The longest-running threads of a partnership. */
  threads(partnership: Slug, page: { readonly offset: number; readonly limit: number }): Page<ThreadOutline>;
  changes(filter: MeetingFilter, page: { readonly offset: number; readonly limit: number }): Page<ChangeRecord>;
  /** One change of neighbouring meetings by its id; null where they have none of it. */
  change(partnership: Slug, pair: readonly [before: IsoDate, after: IsoDate], id: string): ChangeRecord | null;
  milestones(filter: MeetingFilter, limit: number): readonly TimelineMilestone[];
  search(query: string, page: { readonly offset: number; readonly limit: number }): Page<SearchHit>;
}
