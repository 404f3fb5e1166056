/**
 * Known partnerships looked up in a text by the names of their frameworks and meetings, in any case and with any dash.
 */
import type { Document, Knowledge, KnownPartnership } from "../types.ts";

export interface AliasMatch {
  readonly partnership: KnownPartnership;
  readonly alias: string;
  /** True where the words name frameworks of others as well, or of nobody in particular, so that only the parties can tell. */
  readonly shared: boolean;
}

interface Lookup {
  readonly pattern: RegExp;
  readonly byAlias: ReadonlyMap<string, readonly KnownPartnership[]>;
}

const lookups = new WeakMap<readonly KnownPartnership[], Lookup>();

/** Characters at the beginning of a text that tell which meeting it reports. */
const LEAD = 1_200;

/** Partnerships whose names stand in a text, the longest name first. Linear in the text's length. */
export function aliasesIn(text: string, knowledge: Pick<Knowledge, "partnerships">): AliasMatch[] {
  const { pattern, byAlias } = lookupOf(knowledge.partnerships);
  const found = [...new Set([...plain(text).matchAll(pattern)].map((match) => match[0]))];
  return found
    .toSorted((a, b) => b.length - a.length)
    .flatMap((alias) => (byAlias.get(alias) ?? []).map((partnership, _, all) => ({ partnership, alias, shared: all.length > 1 || isCommon(alias) })));
}

/** The first paragraphs, headings left out. */
export function leadOf({ blocks }: Document): string {
  return blocks.filter(({ kind }) => kind === "paragraph" || kind === "item").map(({ text }) => text).slice(0, 4).join("\n").slice(0, LEAD);
}

/** Words such as "Energy Council" or "Strategic Dialogue" could be anybody's; so could any name that is only plain words and a head. */
function isCommon(alias: string): boolean {
  return /(?:dialogue|council|partnership|committee|task force|alliance|summit|security|group|agreement|2)$/.test(alias) && !/(?:^|[ -])(?:us|quad|g7|g20|eu|asean|c5|americas|north america|fentanyl|eastern|five|trilateral fentanyl|i2u2|visegrad|democracy|minerals?|economic partnership|safety|seoul|action)/.test(alias);
}

function lookupOf(partnerships: readonly KnownPartnership[]): Lookup {
  const known = lookups.get(partnerships);
  if (known !== undefined) return known;
  const byAlias = new Map<string, KnownPartnership[]>();
  for (const partnership of partnerships) {
    for (const alias of new Set([partnership.name, ...partnership.aliases].map(plain))) byAlias.set(alias, [...(byAlias.get(alias) ?? []), partnership]);
  }
  const alternatives = [...byAlias.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = alternatives.length === 0 ? /(?!)/gu : new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const lookup = { pattern, byAlias };
  lookups.set(partnerships, lookup);
  return lookup;
}

/** One case, one kind of dash and apostrophe, "US" and "EU" however they are written, no acronym in brackets. */
function plain(text: string): string {
  return text
    .replace(/\s*[-‐‑‒–—]\s*/g, "-")
    .replace(/[’‘]/g, "'")
    .replace(/\b(?:United States(?: of America)?|U\.S\.A?\.?|USA)(?![\p{L}])/gu, "US")
    .replace(/\bE\.U\.|\bEuropean Union\b/g, "EU")
    .replace(/ \([A-Z][A-Za-z]{1,9}\)/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
