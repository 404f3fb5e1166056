/**
 * When two quotations are one wording: letter for letter but for case, spaces and marks, as documents of one meeting repeat each other.
 */

/** What of a quotation tells it from others: its letters and figures, in lower case. */
export function wordingOf(quote: string): string {
  return quote.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? quote;
}

/** Quotations of one side without those that another of them says already, be it as a part of it. */
export function saidOnce(quotes: readonly string[]): readonly string[] {
  const bare = quotes.map((quote) => ` ${wordingOf(quote)} `);
  return quotes.filter((_, at) => !bare.some((other, place) => place !== at && other.includes(bare[at] ?? "") && (other !== bare[at] || place < at)));
}
