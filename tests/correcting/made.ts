/**
 * Snapshots made of plain sentences, for laws about corrections: each sentence is one commitment.
 */
import type { Commitment, IsoDate, Quote, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";

export const SHA = "a".repeat(64) as Sha256;
const EVIDENCE = { rule: "made", words: [] } as const;

/** A snapshot of these sentences, one a line, after `front`. */
export function snapshotOf(sentences: readonly string[], options: { readonly front?: string; readonly sha256?: Sha256; readonly read?: (sentence: string) => boolean } = {}): Snapshot {
  const { front = "", sha256 = SHA, read = () => true } = options;
  const text = `${front}${sentences.join("\n")}\n`;
  const commitments: Commitment[] = [];
  let at = front.length;
  for (const sentence of sentences) {
    if (read(sentence)) commitments.push(commitmentOf({ start: at, end: at + sentence.length, quote: sentence }, sha256));
    at += sentence.length + 1;
  }
  return {
    readingVersion: "made",
    document: { sha256, title: "A statement", published: "2030-05-01" as IsoDate, publishedBasis: "front-matter", sourceUrl: null, kind: "joint-statement", language: "en", text },
    partnership: { slug: "norland-sudland" as Slug, name: "Norland–Sudland", parties: ["NO", "SU"], basis: "derived", evidence: [] },
    meeting: { held: "2030-05-01" as IsoDate, place: null, name: null, ordinal: null, evidence: [] },
    priorities: [],
    commitments,
    milestones: [],
    diagnostics: [],
  };
}

export function commitmentOf(place: Quote, sha256: Sha256): Commitment {
  return {
    id: `${sha256.slice(0, 12)}-${place.start}-${place.end}`,
    ...place,
    ...{ plain: place.quote, stage: "committed", force: "strong", topic: "energy" as Slug, topics: [], section: null, actors: [], details: [], hedges: [], confidence: 0.6 },
    evidence: { commitment: EVIDENCE, stage: EVIDENCE, force: EVIDENCE, topic: EVIDENCE },
  };
}
