/**
 * The commitments of a document: its undertakings with stage, force, topic, details and the words that decided.
 */
import type { Block, Commitment, Document, Evidence, IsoDate, Knowledge, PartnershipRef, Quote, Span } from "../types.ts";
import { confidenceOf } from "./acceptance.ts";
import { findDetails } from "./details.ts";
import { findHedges } from "./hedges.ts";
import { acronymsOf } from "./institutions.ts";
import { isCut } from "./seams.ts";
import { subjectMeans } from "./subjects.ts";
import { classifyTopic } from "./topics.ts";
import { type Undertaking, undertakingsOf } from "./undertakings.ts";

/** What commitments are read with. */
export interface CommitmentMeans {
  readonly partnership: PartnershipRef;
  /** Relative deadlines count from the day of the meeting. */
  readonly held: IsoDate;
  readonly knowledge: Knowledge;
}

/** Reads all commitments, in the order of the text. */
export function readCommitments(document: Document, means: CommitmentMeans): Commitment[] {
  const acronyms = acronymsOf(document.text);
  const parties = means.knowledge.parties.filter(({ code }) => means.partnership.parties.includes(code));
  return undertakingsOf(document, { subjects: subjectMeans(means.partnership.parties, means.knowledge), accept: (claim) => confidenceOf(claim, means.knowledge.acceptance), cut: (seam) => isCut(seam, means.knowledge.seams) }).map((found) => {
    const { block, section, staging, confidence } = found;
    const place = quoteOf(document, block, found);
    const plain = block.text.slice(found.start, found.end);
    const topic = classifyTopic({ text: plain, section, documentTitle: document.title, context: standingBefore(found), after: block.text.slice(found.end, found.end + SURROUNDINGS) }, means.knowledge);
    const inBlock = (span: Span): Quote => quoteOf(document, block, { start: found.start + span.start, end: found.start + span.end });
    const evidence = (rule: string, words: readonly Quote[]): Evidence => ({ rule, words });
    const decided = found.decided.map((span) => quoteOf(document, block, span));
    return {
      id: `${document.sha256.slice(0, 12)}-${place.start}-${place.end}`,
      ...place,
      plain,
      stage: staging.stage,
      force: staging.force,
      topic: topic.topic,
      topics: topic.topics,
      section,
      actors: actorsOf(found, means),
      details: findDetails(plain, means.held, { acronyms, parties }),
      hedges: findHedges(plain).map(inBlock),
      evidence: { commitment: evidence(`${found.actor}-${staging.act ?? "other"}`, decided.slice(0, 1)), stage: evidence(staging.rule, decided), force: evidence(staging.rule, decided.slice(0, 1)), topic: evidence(topic.evidence.rule, topic.evidence.words.map(inBlock)) },
      confidence,
    };
  });
}

/** What stands before an undertaking in its paragraph; where nothing does, the lead-in of its list. */
function standingBefore({ block, start, context }: Undertaking): string {
  const before = block.text.slice(Math.max(0, start - SURROUNDINGS), start);
  return before.trim().length > 20 ? before : `${context} ${before}`;
}

/** Characters before and after an undertaking that may still speak for its topic. */
const SURROUNDINGS = 500;

/** A run of a block's text as verbatim words of the document. */
function quoteOf(document: Document, block: Block, { start, end }: Span): Quote {
  const from = block.offsets[start] ?? block.start;
  const to = end >= block.text.length ? (block.offsets[block.text.length] ?? block.end) : (block.offsets[end - 1] ?? from) + 1;
  return { start: from, end: to, quote: document.text.slice(from, to) };
}

/** The one party or body that acts; empty where the parties act together. */
function actorsOf({ actor, subject }: Undertaking, { partnership, knowledge }: CommitmentMeans): string[] {
  if (actor !== "one") return [];
  const named = knowledge.parties.filter(({ code, name, aliases }) => partnership.parties.includes(code) && [name, ...aliases].some((one) => subject.includes(one)));
  return named.length > 0 ? named.map(({ code }) => code) : [subject.replace(/^.*,\s+/, "").trim()];
}
