/**
 * The values that flow through Pactline, from a source text to a comparison. Types only: what they
 * mean is here, how they are made is in `format/`, `reading/`, `comparing/` and `redline/`.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __brand: "IsoDate" };
/** A date as precise as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string & { readonly __brand: "PartialDate" };
/** Lower-case words joined by hyphens; names a partnership or a topic in addresses. */
export type Slug = string & { readonly __brand: "Slug" };
/** 64 lower-case hexadecimal digits: the name of a document's bytes. */
export type Sha256 = string & { readonly __brand: "Sha256" };

/** A run of a text, in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of the source with their place: `document.text.slice(start, end) === quote`, always. */
export interface Quote extends Span {
  readonly quote: string;
}

/** How far an undertaking has come, in rising order (eval guidelines, section 3). */
export const STAGES = ["noted", "explored", "intended", "committed", "underway", "delivered"] as const;
export type Stage = (typeof STAGES)[number];

/** How binding the governing verb is, in rising order (after the G7 and G20 Research Groups' practice). */
export const FORCES = ["weak", "moderate", "strong"] as const;
export type Force = (typeof FORCES)[number];

export const CHANGE_KINDS = ["new", "advanced", "reworded", "restated", "receded", "silent"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const DETAIL_TYPES = ["deadline", "date", "amount", "actor", "instrument", "scope"] as const;
export type DetailType = (typeof DETAIL_TYPES)[number];

/** What kind of publication a document is; `digest` is a summary written for the archive, not an official text. */
export const DOCUMENT_KINDS = ["joint-statement", "fact-sheet", "communique", "declaration", "agreement", "press-release", "read-out", "news", "digest", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Something odd that reading met and went on from. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly span: Span | null;
}

// ---------------------------------------------------------------- a document, as received

/** What a person says of a document when adding it; each field wins over what the text says. */
export interface Given {
  readonly published?: IsoDate;
  readonly partnership?: Slug;
  readonly title?: string;
  readonly sourceUrl?: string;
}

/** The input of a reading: decoded text and what is known around it. */
export interface Source {
  /** The decoded text, byte order mark removed, otherwise untouched (front matter included). */
  readonly text: string;
  /** File name without folders, or null for a pasted text. */
  readonly name: string | null;
  readonly sha256: Sha256;
  readonly given: Given;
}

export const BLOCK_KINDS = ["heading", "paragraph", "item", "quotation", "boilerplate"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * A heading, paragraph, list item or block quotation. `text` is what a reader sees: markup removed, wrapped lines
 * joined, white space single. `offsets[i]` is the place in the source text of `text[i]`; `offsets[text.length]`
 * is the end of the last character's place, so any run of `text` maps back to a verbatim run of the source.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Headings: 1 is the title's level. Items: depth of nesting from 1. Others: 0. */
  readonly level: number;
  /** `-`, `4.`, `(a)` ... as written, or null. */
  readonly marker: string | null;
  readonly text: string;
  readonly offsets: readonly number[];
}

/** A document read into blocks, with the metadata that its front matter or first lines state. */
export interface Document {
  readonly sha256: Sha256;
  readonly name: string | null;
  /** The text that all offsets point into: the source without its front matter. */
  readonly text: string;
  readonly title: string;
  readonly kind: DocumentKind;
  /** ISO 639-1 code of the main language; only `en` is read for commitments. */
  readonly language: string;
  readonly sourceUrl: string | null;
  /** Front matter keys and plain values; empty when there is none. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly given: Given;
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A sentence of a block: place in `block.text` and, through the block's offsets, in the document. */
export interface Sentence extends Span {
  readonly text: string;
  readonly block: Block;
  /** Index of the block in `document.blocks`. */
  readonly blockIndex: number;
}

// ---------------------------------------------------------------- a snapshot

/** The rule that decided something and the words of the source that fired it. */
export interface Evidence {
  readonly rule: string;
  readonly words: readonly Quote[];
}

export interface Detail extends Span {
  readonly type: DetailType;
  /** The words, as the source has them. */
  readonly text: string;
  /** Deadlines: the last day, `YYYY-MM-DD`, or null. Amounts: number with ISO 4217 currency, as `EUR 4500000`, or with unit. Others: canonical name. */
  readonly value: string | null;
}

export interface Commitment extends Quote {
  /** `<first 12 digits of the document's sha256>-<start>-<end>`: pins document and span. */
  readonly id: string;
  /** The quote as a reader sees it: no markup, no wrapped lines. */
  readonly plain: string;
  readonly stage: Stage;
  readonly force: Force;
  readonly topic: Slug;
  /** Other topics that it touches, best first. */
  readonly topics: readonly Slug[];
  /** The heading it stands under, as read, or null. */
  readonly section: string | null;
  /** Who acts: party codes or names of bodies, where the sentence tells; empty means the parties together. */
  readonly actors: readonly string[];
  readonly details: readonly Detail[];
  /** Words that hedge the undertaking ("where possible", "subject to"). */
  readonly hedges: readonly Quote[];
  readonly evidence: { readonly commitment: Evidence; readonly stage: Evidence; readonly force: Evidence; readonly topic: Evidence };
  /** 0 to 1: how sure the reading is that this is a commitment with this span. */
  readonly confidence: number;
}

export interface Milestone extends Quote {
  /** As a reader sees it: without marks of format. */
  readonly plain: string;
  readonly date: PartialDate;
}

export interface Priority {
  readonly topic: Slug;
  /** 1 is the topic that is given most room. */
  readonly rank: number;
  /** Share of the words of all commitments, 0 to 1. */
  readonly share: number;
}

export interface Meeting {
  /** Last day of the meeting reported, or the publication date where the text does not say otherwise. */
  readonly held: IsoDate;
  readonly place: string | null;
  readonly name: string | null;
  readonly ordinal: number | null;
  readonly evidence: readonly Quote[];
}

export interface PartnershipRef {
  readonly slug: Slug | null;
  readonly name: string | null;
  /** ISO 3166-1 alpha-2 codes, `EU`, and short names of organisations, sorted. */
  readonly parties: readonly string[];
  /** How it was recognised: `given`, `catalogue`, `derived` (from parties and title), or `none`. */
  readonly basis: "given" | "catalogue" | "derived" | "none";
  readonly evidence: readonly Quote[];
}

/** What one document says. */
export interface Snapshot {
  readonly readingVersion: string;
  readonly document: {
    readonly sha256: Sha256;
    readonly title: string;
    readonly published: IsoDate;
    /** Where the date came from: `given`, `front-matter`, `first-line`, `dateline`, `file-name`. */
    readonly publishedBasis: string;
    readonly sourceUrl: string | null;
    readonly kind: DocumentKind;
    readonly language: string;
    readonly text: string;
  };
  readonly partnership: PartnershipRef;
  readonly meeting: Meeting;
  readonly priorities: readonly Priority[];
  readonly commitments: readonly Commitment[];
  readonly milestones: readonly Milestone[];
  readonly diagnostics: readonly Diagnostic[];
  /** What people set right in it, in the order in which they did; absent where nobody did. */
  readonly corrections?: readonly CorrectionMark[];
}

/** A correction as readers see it: what it changed from and to, by whom and why. */
export interface CorrectionMark {
  readonly id: number;
  /** What it changed: `title`, `stage`, `remove` ... */
  readonly kind: string;
  /** Ids of the commitments that bear it; empty for one that concerns the document, or took a commitment out. */
  readonly commitments: readonly string[];
  /** Empty for what was added. */
  readonly before: string;
  /** Empty for what was taken out. */
  readonly after: string;
  readonly author: string;
  readonly reason: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
}

// ---------------------------------------------------------------- a redline

/** One run of a redline. All `equal` and `delete` runs in order rebuild the text before, all `equal` and `insert` runs the text after. */
export interface RedlineRun {
  readonly op: "equal" | "delete" | "insert";
  readonly text: string;
}
export type Redline = readonly RedlineRun[];

/**
 * What happened to a piece of a document. `moved` is the new place of a passage, with the edit inside the move; `left` is its
 * old place, where only the words that stood there are shown again.
 */
export const REDLINE_COURSES = ["equal", "edited", "added", "removed", "moved", "left"] as const;
export type RedlineCourse = (typeof REDLINE_COURSES)[number];

/** One end of a redline's row: the block, and whether it goes on from the row before that stands in the same block. */
export interface RedlinePlace {
  /** Number of the block in its document. */
  readonly block: number;
  readonly continues: boolean;
}

/** A block, or a piece of one, of two documents set against each other. Rows follow each other as they are read. */
export interface RedlineRow {
  readonly course: RedlineCourse;
  /** Shape of the block after; of the block before where the row has none after. */
  readonly kind: BlockKind;
  readonly level: number;
  readonly marker: string | null;
  /** Words of the row. In a `left` row they are one `delete` run. */
  readonly runs: Redline;
  /** Null for `added`; for `moved`, the old place. */
  readonly before: RedlinePlace | null;
  /** Null for `removed`; for `left`, the new place. */
  readonly after: RedlinePlace | null;
  /** Both ends of a move bear the same number, from 1 in the order of the text after; `up` is nearer to the beginning. Null where nothing moved. */
  readonly move: { readonly number: number; readonly direction: "up" | "down" } | null;
}

/** Two whole documents as one text with its changes. */
export interface DocumentRedline {
  readonly rows: readonly RedlineRow[];
  readonly figures: { readonly equalWords: number; readonly deletedWords: number; readonly insertedWords: number; readonly moves: number };
  /** Two issues of one text: nearly all of it is the same. */
  readonly reissued: boolean;
}

/** Rows to show, and rows between them that are equal and can be folded away. */
export type RedlineStretch = { readonly kind: "shown"; readonly rows: readonly RedlineRow[] } | { readonly kind: "folded"; readonly rows: readonly RedlineRow[]; readonly words: number };

// ---------------------------------------------------------------- a comparison

export const DIRECTIONS = ["later", "earlier", "met", "late", "more", "less", "added", "gone", "changed"] as const;

export interface DetailChange {
  readonly type: DetailType;
  /** Words before; empty where the detail is new. */
  readonly before: string;
  /** Words after; empty where the detail is gone. */
  readonly after: string;
  /** For deadlines and amounts with values: how it moved. A deadline was `met` where the day on which the step was done is told, or met `late`. */
  readonly direction: (typeof DIRECTIONS)[number];
}

/** Why two groups of commitments are held to be the same undertaking. */
export interface Match {
  /** 0 to 1. */
  readonly score: number;
  /** `sure` links stand in a strict reading, `likely` in the balanced one (shown by default), `possible` only in an inclusive one. */
  readonly certainty: "sure" | "likely" | "possible";
  /** Plain reasons, strongest first: shared rare words, names, the same topic or heading. */
  readonly why: readonly string[];
  /** The next best candidate on the other side, or null. */
  readonly runnerUp: { readonly id: string; readonly score: number } | null;
}

export interface Change {
  /** Stable for the same two groups of commitments. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** Commitment ids, in text order; empty for `new`. */
  readonly before: readonly string[];
  /** Commitment ids, in text order; empty for `silent`. */
  readonly after: readonly string[];
  readonly stage: { readonly before: Stage | null; readonly after: Stage | null };
  readonly force: "hardened" | "softened" | null;
  readonly topic: Slug;
  readonly details: readonly DetailChange[];
  /** Null for `new` and `silent`. */
  readonly match: Match | null;
  /** For `new` and `silent`: the nearest commitment on the other side, which was not near enough. */
  readonly nearest: { readonly id: string; readonly score: number } | null;
  /** The rule that decided the kind, in words that a page can show. */
  readonly reason: string;
  /** What a person ruled of this link; absent where nobody did. */
  readonly ruling?: { readonly id: number; readonly kind: string; readonly author: string; readonly reason: string; readonly madeAt: string };
}

export interface PriorityShift {
  readonly topic: Slug;
  readonly before: Priority | null;
  readonly after: Priority | null;
  readonly course: "entered" | "left" | "rose" | "fell" | "same";
}

export type Figures = Readonly<Record<ChangeKind, number>> & { readonly hardened: number; readonly softened: number };

/** One side of a comparison: all that the documents of one meeting say. */
export interface Side {
  /** The documents' snapshots, the fullest first; usually one. */
  readonly snapshots: readonly Snapshot[];
  /** What people ruled about links of its commitments; absent means nothing. */
  readonly rulings?: readonly Ruling[];
}

/** A person's word on two groups of commitments, by the ids that they have now. */
export interface Ruling {
  readonly id: number;
  readonly kind: "link" | "unlink" | "change-kind";
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The kind of the change, for `change-kind`; else null. */
  readonly value: ChangeKind | null;
  readonly author: string;
  readonly reason: string;
  readonly madeAt: string;
}

export interface Comparison {
  readonly changes: readonly Change[];
  readonly priorities: readonly PriorityShift[];
  readonly figures: Figures;
}

// ---------------------------------------------------------------- knowledge: data that readings use

/** A party that can be recognised in text. */
export interface Party {
  /** ISO 3166-1 alpha-2, `EU`, or the short name of an organisation. */
  readonly code: string;
  readonly name: string;
  /** Other names, short forms and demonyms, as written ("U.S.", "American", "Republic of Korea"). */
  readonly aliases: readonly string[];
  /** What addresses use for it, where that is not its name in lower case ("us", "uk"). */
  readonly short?: string;
  /** Names of those who speak for it, as written ("Macron", "President Lee"). */
  readonly people?: readonly string[];
  /** Cities whose names stand for its government where they are joined to another's ("Tokyo and Canberra"). */
  readonly seats?: readonly string[];
  /** A group that stands for its members: their codes. */
  readonly members?: readonly string[];
  /** A group that is a party itself: codes of those that need no mention beside it. */
  readonly includes?: readonly string[];
}

export interface KnownPartnership {
  readonly slug: Slug;
  readonly name: string;
  /** Empty where many take part, or where they change. */
  readonly parties: readonly string[];
  /** True where it also takes the documents of its parties that name no framework: summits, visits, joint statements. */
  readonly general?: boolean;
  /** Names of the framework and its meetings, as texts write them; one that is not the framework's alone counts only beside its parties. */
  readonly aliases: readonly string[];
}

export interface TopicEntry {
  readonly slug: Slug;
  readonly name: string;
  /** Terms with weights; a term is one or more words, matched on stems. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

/** Word vectors and word weights, packed; see `knowledge/`. */
export interface WordTable {
  /** Weight of a stem: how much it tells texts apart. */
  weightOf(stem: string): number;
  /** Vector of a lower-case word, or null when unknown. */
  vectorOf(word: string): Float32Array | null;
  /** What sense the words of a topic have, or null for one that never was learnt. */
  senseOf(topic: string): TopicSense | null;
}

/** A linear discriminant over word vectors: how near words of a direction come to a topic. */
export interface TopicSense {
  readonly bias: number;
  readonly weights: Float32Array;
}

/** All data that reading and comparing need. Loaded and validated by the shell, passed in as one value. */
export interface Knowledge {
  /** Changes with any of the data; part of the reading version. */
  readonly version: string;
  readonly parties: readonly Party[];
  readonly partnerships: readonly KnownPartnership[];
  readonly topics: readonly TopicEntry[];
  readonly words: WordTable;
  /** What speaks for a commitment. */
  readonly acceptance: CueWeights;
  /** What speaks for cutting a sentence. */
  readonly seams: CueWeights;
}

/** How much each cue speaks for a decision, in logits; 0 for cues that nothing is known of. */
export interface CueWeights {
  weightOf(cue: string): number;
}
