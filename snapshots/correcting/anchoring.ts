/**
 * Finds again what a person pointed at: by place and words where these still agree, else by the words, else by the
 * place that the words have now.
 */
import type { Commitment, Quote, Span } from "../types.ts";

/** Two spans of which this share is common speak of the same words. */
const SAME = 0.5;

/** The place of these words in the text, the nearest to where they were; null when they are gone. */
export function placeQuote({ start, end, quote }: Quote, text: string): Quote | null {
  if (quote === "") return null;
  if (text.slice(start, end) === quote) return { start, end, quote };
  let best: number | null = null;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  return best === null ? wrapped({ start, end, quote }, text) : { start: best, end: best + quote.length, quote };
}

/** The same words in lines that are broken otherwise. */
function wrapped({ start, quote }: Quote, text: string): Quote | null {
  const words = quote.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = words.length < 2 ? [] : [...text.matchAll(new RegExp(words.join("\\s+"), "g"))];
  const [first] = found.toSorted((a, b) => Math.abs(a.index - start) - Math.abs(b.index - start));
  return first === undefined ? null : { start: first.index, end: first.index + first[0].length, quote: first[0] };
}

/** The commitment that these words are now part of, or null. */
export function findCommitment(anchor: Quote, commitments: readonly Commitment[], text: string): Commitment | null {
  const exact = commitments.find((one) => one.start === anchor.start && one.quote === anchor.quote);
  if (exact !== undefined) return exact;
  const same = nearest(anchor, commitments.filter((one) => one.quote === anchor.quote));
  if (same !== null) return same;
  const place = placeQuote(anchor, text);
  return place === null ? null : mostCommon(place, commitments, SAME);
}

/**
 * Where a commitment that is known by this place has gone: the one that shares most with it, else the nearest. The
 * answer is null only where the document has no commitments at all.
 */
export function successorOf(anchor: Quote, commitments: readonly Commitment[], text: string): Commitment | null {
  const found = findCommitment(anchor, commitments, text);
  if (found !== null) return found;
  const place = placeQuote(anchor, text) ?? anchor;
  return mostCommon(place, commitments, 0) ?? nearest(place, commitments);
}

/** Whether two spans share a place. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function mostCommon(place: Span, commitments: readonly Commitment[], least: number): Commitment | null {
  let best: { readonly commitment: Commitment; readonly share: number } | null = null;
  for (const commitment of commitments) {
    const common = Math.min(place.end, commitment.end) - Math.max(place.start, commitment.start);
    const share = common / (Math.max(place.end, commitment.end) - Math.min(place.start, commitment.start));
    if (common > 0 && share >= least && (best === null || share > best.share)) best = { commitment, share };
  }
  return best?.commitment ?? null;
}

function nearest(place: Span, commitments: readonly Commitment[]): Commitment | null {
  const distance = (one: Commitment): number => Math.abs(one.start - place.start);
  return commitments.reduce<Commitment | null>((best, one) => (best === null || distance(one) < distance(best) ? one : best), null);
}
