/**
 * What the archive tells of how documents come in: what adding one would do, how an import goes, how one was fetched
 * from its address, and what the same address held at other times.
 */
import type { Edit, IsoDate, Sha256, Snapshot } from "../../snapshots/index.ts";
import type { Refusal } from "../refusals.ts";

/** How a document was fetched. A fact. */
export interface CaptureFact {
  /** As it was asked for. */
  readonly address: string;
  readonly finalAddress: string;
  /** As the page names itself. */
  readonly canonical: string | null;
  /** Where others keep a copy. */
  readonly archivedAt: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601 UTC. */
  readonly retrievedAt: string;
}

/** One state of a document that was edited after publication. */
export interface VersionRecord {
  readonly sha256: Sha256;
  /** When this state was first seen, ISO 8601 UTC. */
  readonly seenAt: string;
  readonly commitments: number;
  /** Against the version before; null for the first. */
  readonly edit: Edit | null;
}

/** An address that is watched, and how the last look at it went. */
export interface WatchedAddress {
  readonly address: string;
  /** The document as it was first archived. */
  readonly original: Sha256;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly checkedAt: string | null;
  readonly outcome: string | null;
  /** In a row. */
  readonly failures: number;
}

export interface CaptureReader {
  /** How a document was fetched, the first time first; empty where it came as a file or a text. */
  captures(sha256: Sha256): readonly CaptureFact[];
  /** All versions of a document, the first published first; empty where only one is known. */
  versions(sha256: Sha256): readonly VersionRecord[];
  /** The version that stands for a document now; itself where it was never edited. */
  currentVersion(sha256: Sha256): Sha256;
}

/** A document by its name and title. */
export interface Titled {
  readonly sha256: Sha256;
  readonly title: string;
}

/** What adding a document would do. */
export interface Preview {
  readonly kind: "preview";
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly snapshot: Snapshot;
  /** These very bytes are in the archive. */
  readonly isHere: boolean;
  /** The meeting that it would belong to, with the documents that witness it already; null outside of any partnership. */
  readonly joins: { readonly held: IsoDate; readonly others: readonly Titled[]; readonly meetings: number; /** Documents of the meeting with the same text, first the one that stands for all. */ readonly copies: readonly Titled[] } | null;
}

export interface ImportProgress {
  readonly step: "reading" | "comparing";
  readonly done: number;
  readonly of: number;
  readonly added: number;
  readonly here: number;
  readonly refused: number;
}

/** An import in the background of the server. */
export interface ImportState {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly progress: ImportProgress;
  /** Milliseconds since it began, until now or its end. */
  readonly elapsed: number;
  /** What was refused, the first ones first; `more` is the number of those that are not listed. */
  readonly refusals: readonly { readonly path: string; readonly refusal: Refusal }[];
  readonly more: number;
  /** What was added and what was here already, the first ones first. */
  readonly taken: readonly { readonly path: string; readonly sha256: Sha256; readonly kind: "added" | "already-here" }[];
  /** Why the whole import failed. */
  readonly fault: Refusal | null;
}
