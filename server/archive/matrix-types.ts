/**
 * Matrices of a partnership: its topics, or its undertakings, by its meetings. What page, tables and API ask of the
 * archive, and what it answers.
 */
import type { ChangeKind, IsoDate, Slug, Stage } from "../../snapshots/index.ts";
import type { Page } from "./types.ts";

/** What the rows of a matrix are. */
export const MATRIX_ROWS = ["topics", "threads"] as const;
export type MatrixRows = (typeof MATRIX_ROWS)[number];

/** Undertakings of two meetings or more, or those of one meeting only as well. */
export const SPOKEN = ["again", "all"] as const;
export type Spoken = (typeof SPOKEN)[number];

interface CellBase {
  readonly held: IsoDate;
  /** The furthest; null for silence. */
  readonly stage: Stage | null;
  /** For silence after speech: when it was last spoken of. */
  readonly silentSince: IsoDate | null;
}

export interface TopicCell extends CellBase {
  readonly commitments: number;
  readonly kinds: readonly ChangeKind[];
  /** How many undertakings these commitments are. */
  readonly threads: number;
  /** The id of the first of these commitments. */
  readonly first: string | null;
}

export interface TopicRow {
  readonly topic: Slug;
  /** One for each meeting of the partnership, in order of date. */
  readonly cells: readonly TopicCell[];
}

export interface ThreadCell extends CellBase {
  /** Ids of its wordings at this meeting, in the order of the texts. */
  readonly commitments: readonly string[];
  /** Against the meeting before, or the base; null where nothing stands before. */
  readonly kind: ChangeKind | null;
}

export interface ThreadRow {
  /** The id of its first wording. */
  readonly id: string;
  /** That of its latest wording. */
  readonly topic: Slug;
  readonly latest: { readonly id: string; readonly plain: string; readonly language: string };
  /** How many meetings spoke of it. */
  readonly meetings: number;
  /** One for each meeting of the partnership, in order of date. */
  readonly cells: readonly ThreadCell[];
}

export interface MatrixFilter {
  /** What had this topic at one meeting at least. */
  readonly topic?: Slug | null | undefined;
  /** What this meeting spoke of; with a topic, under this topic. */
  readonly meeting?: IsoDate | null | undefined;
  readonly spoken?: Spoken;
  /** What began by then. */
  readonly until?: IsoDate | null | undefined;
  /** The meeting against which kinds are told; null for the meeting before each. */
  readonly base?: IsoDate | null | undefined;
}

export interface ThreadMatrix extends Page<ThreadRow> {
  /** Threads of each topic under the other filters, in the order of the rows. */
  readonly topics: readonly { readonly topic: Slug; readonly threads: number }[];
}

export interface MatrixReader {
  /** In order of date. */
  meetingDays(partnership: Slug): readonly IsoDate[];
  /** Topics in order of how much they were spoken of. */
  topicMatrix(partnership: Slug, base?: IsoDate | null): readonly TopicRow[];
  /** By topic, then by how many meetings spoke of it, then by when it began. */
  threadMatrix(partnership: Slug, filter: MatrixFilter, page: { readonly offset: number; readonly limit: number }): ThreadMatrix;
}
