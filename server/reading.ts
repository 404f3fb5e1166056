/**
 * The domain, bound to one knowledge, as storage and commands use it: bytes in, a snapshot or a refusal out, and
 * two meetings in, their comparison out. Decides what the edge refuses; says nothing of where bytes come from.
 */
import { compare, openDocument, READING_VERSION, readSnapshot, type Comparison, type Knowledge, type KnownPartnership, type Party, type Sha256, type Side, type Slug, type Snapshot, type TopicEntry } from "../snapshots/index.ts";
import { nameBytes, type Incoming } from "./archive/facts.ts";
import { FORMATS_VERSION } from "./formats/transcript.ts";
import { type Readable, transcribe } from "./formats/transcribe.ts";
import { isRefusalCode, refusal, type Refusal } from "./refusals.ts";

export type ReadOutcome =
  | { readonly kind: "read"; readonly sha256: Sha256; readonly mediaType: string; readonly snapshot: Snapshot }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface Reading {
  /** Names rules and knowledge; derivations of another version are out of date. */
  readonly version: string;
  read(incoming: Incoming): ReadOutcome;
  compare(before: Side, after: Side): Comparison;
  /** What is known of a partnership beyond its documents. */
  known(slug: Slug): KnownPartnership | null;
  readonly parties: readonly Party[];
  readonly topics: readonly Pick<TopicEntry, "slug" | "name">[];
}

/** Binds the domain's functions to a knowledge. */
export function createReading(knowledge: Knowledge): Reading {
  const known = new Map(knowledge.partnerships.map((entry) => [entry.slug, entry]));
  return {
    version: versionOf(knowledge),
    read: (incoming) => readIncoming(incoming, knowledge),
    compare: (before, after) => compare(before, after, knowledge),
    known: (slug) => known.get(slug) ?? null,
    get parties() {
      return knowledge.parties;
    },
    get topics() {
      return knowledge.topics;
    },
  };
}

function readIncoming(incoming: Incoming, knowledge: Knowledge): ReadOutcome {
  const readable = transcribe(incoming);
  if (readable.kind === "refused") return readable;
  const sha256 = nameBytes(incoming.bytes);
  try {
    const document = openDocument({ text: readable.text, name: incoming.name, sha256, given: incoming.given });
    const broken = document.diagnostics.find((one) => one.code === "broken-front-matter");
    if (broken !== undefined) return { kind: "refused", refusal: refusal("broken-front-matter", detailOf(broken.message)) };
    if (document.blocks.length === 0) return { kind: "refused", refusal: refusal("empty") };
    const outcome = readSnapshot(document, knowledge);
    if (!outcome.ok) return { kind: "refused", refusal: translate(outcome.refusal) };
    return { kind: "read", sha256, mediaType: readable.mediaType, snapshot: checked(completed(outcome.value, readable, versionOf(knowledge))) };
  } catch (error) {
    // One odd document must not stop a thousand others; the fault is told with its document.
    return { kind: "refused", refusal: refusal("reading-failed", error instanceof Error ? error.message : String(error)) };
  }
}

/** Rules, readers of formats and knowledge: another one of any may make another snapshot. */
function versionOf(knowledge: Knowledge): string {
  return `${READING_VERSION}.${FORMATS_VERSION}-${knowledge.version}`;
}

/** A snapshot with what its format's reader has to say of it. */
function completed(snapshot: Snapshot, { metadata, notices }: Extract<Readable, { kind: "readable" }>, readingVersion: string): Snapshot {
  const { document, diagnostics } = snapshot;
  const publishedBasis = document.publishedBasis === "front-matter" && metadata.date !== undefined ? "metadata" : document.publishedBasis;
  return { ...snapshot, readingVersion, document: { ...document, publishedBasis }, diagnostics: [...notices.map((notice) => ({ ...notice, span: null })), ...diagnostics] };
}

/** What storage relies on; a reading that breaks it is a fault of the program, found before anything is written. */
function checked(snapshot: Snapshot): Snapshot {
  const ids = new Set(snapshot.commitments.map((commitment) => commitment.id));
  if (ids.size !== snapshot.commitments.length) throw new Error("two commitments have one id");
  for (const { start, end, quote } of [...snapshot.commitments, ...snapshot.milestones]) {
    if (snapshot.document.text.slice(start, end) !== quote) throw new Error(`the quote at ${start} is not in its place`);
  }
  return snapshot;
}

function translate(refused: { readonly code: string; readonly message: string }): Refusal {
  return isRefusalCode(refused.code) ? refusal(refused.code, detailOf(refused.message)) : refusal("reading-failed", refused.message);
}

/** A message as it stands within brackets of another sentence. */
function detailOf(message: string): string {
  return (message.split(": ").slice(1).join(": ") || message).replace(/[.\s]+$/, "");
}
