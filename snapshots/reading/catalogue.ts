/**
 * Known partnerships looked up in a text by the names of their frameworks and meetings, in any case and with any dash.
 */
import type { Document, Knowledge, KnownPartnership } from "../types.ts";
import { partiesIn } from "./parties.ts";

export interface AliasMatch {
  readonly partnership: KnownPartnership;
  readonly alias: string;
  /** True where the words name frameworks of others as well, or of nobody in particular, so that only the parties can tell. */
  readonly shared: boolean;
}

interface Lookup {
  readonly pattern: RegExp;
  readonly byAlias: ReadonlyMap<string, readonly AliasMatch[]>;
}

type Names = Pick<Knowledge, "partnerships" | "parties">;

const lookups = new WeakMap<readonly KnownPartnership[], Lookup>();

/** Characters at the beginning of a text that tell which meeting it reports. */
const LEAD = 1_200;

/** Partnerships whose names stand in a text, the longest name first. Linear in the text's length. */
export function aliasesIn(text: string, knowledge: Names): AliasMatch[] {
  const { pattern, byAlias } = lookupOf(knowledge);
  const found = [...new Set([...plain(text).matchAll(pattern)].map((match) => match[0]))];
  return found.toSorted((a, b) => b.length - a.length).flatMap((alias) => byAlias.get(alias) ?? []);
}

/** The first paragraphs, headings left out. */
export function leadOf({ blocks }: Document): string {
  return blocks.filter(({ kind }) => kind === "paragraph" || kind === "item").map(({ text }) => text).slice(0, 4).join("\n").slice(0, LEAD);
}

/** Heads that many frameworks share: "Energy Council" or "Strategic Dialogue" could be anybody's, "U.S.-EU Energy Council" is not. */
const COMMON = /(?:dialogue|council|partnership|committee|task force|alliance|summit|security|group|agreement|ministerial|forum|2)$/i;

function lookupOf(knowledge: Names): Lookup {
  const { partnerships } = knowledge;
  const known = lookups.get(partnerships);
  if (known !== undefined) return known;
  const byAlias = new Map<string, AliasMatch[]>();
  for (const partnership of partnerships) {
    const own = new Map([partnership.name, ...partnership.aliases].map((written) => [plain(written), written]));
    for (const [alias, written] of own) {
      const common = partnership.parties.length > 0 && COMMON.test(written) && partiesIn(written, knowledge).length === 0;
      byAlias.set(alias, [...(byAlias.get(alias) ?? []), { partnership, alias, shared: common }]);
    }
  }
  for (const [alias, matches] of byAlias) if (matches.length > 1) byAlias.set(alias, matches.map((match) => ({ ...match, shared: true })));
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
