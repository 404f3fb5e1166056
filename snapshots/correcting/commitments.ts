/**
 * Corrections of single commitments: their topic, stage and force, and where they begin and end. Each takes the list
 * as the corrections before it left it.
 */
import { readInline } from "../format/inline.ts";
import { findDetails } from "../reading/details.ts";
import type { Commitment, Detail, Evidence, Quote, Snapshot } from "../types.ts";
import { findCommitment, overlap, placeQuote } from "./anchoring.ts";
import type { CommitmentCorrection } from "./corrections.ts";

/** What a correction makes of the list: the list after it, and the commitments it left its mark on. */
export type Step =
  | { readonly kind: "done"; readonly commitments: readonly Commitment[]; readonly before: string; readonly after: string; readonly on: readonly string[] }
  | { readonly kind: "unfit"; readonly why: string };

/** Evidence of what a person decided: no words of the source fired it. */
const DECIDED: Evidence = { rule: "correction", words: [] };
const GONE = "The commitment that it speaks of is no longer read.";
const WORDS_GONE = "Its words are no longer in the text.";

/** Applies one correction to the commitments of a document. */
export function correctCommitments(commitments: readonly Commitment[], body: CommitmentCorrection, document: Snapshot): Step {
  if (body.kind === "add") return add(commitments, body, document);
  const one = findCommitment(body.at, commitments, document.document.text);
  if (one === null) return { kind: "unfit", why: GONE };
  const replace = (by: readonly Commitment[], before: string, after: string): Step => ({ kind: "done", commitments: put(commitments, one, by), before, after, on: by.map((each) => each.id) });
  switch (body.kind) {
    case "topic":
      return replace([{ ...one, topic: body.value, topics: one.topics.filter((topic) => topic !== body.value), evidence: { ...one.evidence, topic: DECIDED } }], one.topic, body.value);
    case "stage":
      return replace([{ ...one, stage: body.value, evidence: { ...one.evidence, stage: DECIDED } }], one.stage, body.value);
    case "force":
      return replace([{ ...one, force: body.value, evidence: { ...one.evidence, force: DECIDED } }], one.force, body.value);
    case "accept":
      return replace([{ ...one, confidence: 1, evidence: { ...one.evidence, commitment: DECIDED } }], one.plain, one.plain);
    case "remove":
      return replace([], one.plain, "");
    case "move":
      return respan(one, [body.value], document, replace);
    case "split":
      return respan(one, body.value, document, replace);
  }
}

/** The commitment of a place in the text, with what a person or an earlier reading says of it. */
export function commitmentAt(place: Quote, said: Pick<Commitment, "stage" | "force" | "topic" | "topics" | "section" | "actors" | "hedges" | "evidence">, { document, meeting }: Snapshot): Commitment {
  const { start, end, quote } = place;
  const plain = readInline(document.text, [{ start, end }]);
  const { stage, force, topic, topics, section, actors, hedges, evidence } = said;
  return {
    id: `${document.sha256.slice(0, 12)}-${start}-${end}`,
    ...{ start, end, quote, plain: plain.text, stage, force, topic, topics, section, actors },
    details: findDetails(plain.text, meeting.held).map((detail) => inSource(detail, plain.offsets, document.text)),
    hedges: hedges.filter((hedge) => within(hedge, place)),
    evidence: { commitment: DECIDED, stage: evidenceWithin(evidence.stage, place), force: evidenceWithin(evidence.force, place), topic: evidenceWithin(evidence.topic, place) },
    confidence: 1,
  };
}

function add(commitments: readonly Commitment[], { at, value }: Extract<CommitmentCorrection, { kind: "add" }>, document: Snapshot): Step {
  const place = placeQuote(at, document.document.text);
  if (place === null) return { kind: "unfit", why: WORDS_GONE };
  const said = { ...value, topics: [], section: null, actors: [], hedges: [], evidence: { commitment: DECIDED, stage: DECIDED, force: DECIDED, topic: DECIDED } };
  const made = commitmentAt(place, said, document);
  return { kind: "done", commitments: put(commitments, null, [made]), before: "", after: made.plain, on: [made.id] };
}

function respan(one: Commitment, spans: readonly Quote[], document: Snapshot, replace: (by: readonly Commitment[], before: string, after: string) => Step): Step {
  const places = spans.map((span) => placeQuote(span, document.document.text));
  const made = places.flatMap((place) => (place === null ? [] : [commitmentAt(place, one, document)]));
  if (made.length < spans.length) return { kind: "unfit", why: WORDS_GONE };
  return replace(made, one.plain, made.map((each) => each.plain).join(" | "));
}

/** The list with `out` replaced. What a person marked wins over what was read at the same place. */
function put(commitments: readonly Commitment[], out: Commitment | null, by: readonly Commitment[]): Commitment[] {
  const kept = commitments.filter((one) => one !== out && !by.some((each) => overlap(each, one)));
  return [...kept, ...by].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function within(quote: Quote, place: Quote): boolean {
  return quote.start >= place.start && quote.end <= place.end;
}

function evidenceWithin({ rule, words }: Evidence, place: Quote): Evidence {
  return { rule, words: words.filter((one) => within(one, place)) };
}

/** Details are found in the plain text; their places are told in the source. */
function inSource(detail: Detail, offsets: readonly number[], text: string): Detail {
  const start = offsets[detail.start] ?? 0;
  const end = (offsets[detail.end - 1] ?? start) + 1;
  return { ...detail, start, end, text: text.slice(start, end) };
}
