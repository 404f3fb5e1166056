/**
 * Names of parties in a text: states, organisations and those who speak for them, with their places. Which of them are the
 * parties of a document is `own-parties.ts`'s matter.
 */
import type { Knowledge, Party, Span } from "../types.ts";

/** A party named in a text. */
export interface PartyMention extends Span {
  readonly code: string;
  readonly text: string;
  /** What stands for the party: its name, its people ("the Norwegians"), a person who speaks for it, or the seat of its government. */
  readonly by: Bearer;
}

export type Bearer = "name" | "people" | "person" | "seat";

type Parties = Pick<Knowledge, "parties">;

interface Finder {
  /** A name that begins exactly where it is looked for. */
  readonly pattern: RegExp;
  /** Code units that names begin with; most places of a text have none. */
  readonly begins: ReadonlySet<number>;
  readonly codes: ReadonlyMap<string, { readonly code: string; readonly by: Bearer }>;
  readonly byCode: ReadonlyMap<string, Party>;
}

/** Names that contain a party's name and are something else: seas, cities, peoples, states of the United States. */
const OTHER_THINGS = [
  "South China Sea", "East China Sea", "China Sea", "Sea of Japan", "Gulf of Mexico", "Gulf of America", "Gulf of Guinea", "Gulf of Oman", "Gulf of Thailand", "Indian Ocean", "Congo Basin", "Taiwan Strait", "Korea Strait",
  "Mexico City", "Panama City", "Panama Canal", "Kuwait City", "Guatemala City", "New Mexico", "New Jersey", "Northern Ireland", "New England", "American Samoa", "Korean Peninsula", "Korean peninsula", "Jordan River", "Jordan Valley",
  "Latin America", "Latin American", "Latin Americans", "North America", "North American", "North Americans", "South America", "South American", "Central America", "Central American", "Central Americans", "Native American", "Native Americans",
  "African American", "African Americans", "African-American", "African-Americans", "Asian American", "Asian Americans", "American Indian", "American Indians", "Indian Country", "Indian Tribes", "Bank of America", "Voice of America",
  "State of Georgia", "Atlanta, Georgia", "Georgia Tech", "Air Force One", "West African", "East African", "North African", "Central African", "South West African", "U.S. Virgin Islands",
];

const finders = new WeakMap<readonly Party[], Finder>();

/** Parties named in a text, in order, the longest name at each place. Linear in the length of the text. */
export function partiesIn(text: string, knowledge: Parties): PartyMention[] {
  return mentionsIn(text, knowledge).filter(({ by }) => by !== "seat");
}

/** The same with the seats of governments: a city is a place more often than a party, so only those who see what it is joined to ask for it. */
export function mentionsIn(text: string, knowledge: Parties): PartyMention[] {
  const { pattern, begins, codes } = finderOf(knowledge);
  const mentions: PartyMention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!begins.has(text.charCodeAt(at))) continue;
    pattern.lastIndex = at;
    const name = pattern.exec(text)?.[0];
    if (name === undefined) continue;
    const known = codes.get(name);
    if (known !== undefined) mentions.push({ ...known, text: name, start: at, end: at + name.length });
    at += name.length - 1;
  }
  return mentions;
}

/** The entry of a code, or undefined. */
export function partyOf(code: string, knowledge: Parties): Party | undefined {
  return finderOf(knowledge).byCode.get(code);
}

/** The code of a party that a person wrote as a code or by one of its names; null when it is neither. */
export function codeOf(written: string, knowledge: Parties): string | null {
  const { byCode, codes } = finderOf(knowledge);
  const plain = written.trim();
  const known = codes.get(plain);
  return byCode.has(plain) ? plain : known !== undefined && known.by !== "seat" ? known.code : (byCode.has(plain.toUpperCase()) ? plain.toUpperCase() : null);
}

/** Codes with groups put as their members, each once, sorted; those that a group among them includes are left out. */
export function settleCodes(codes: Iterable<string>, knowledge: Parties): string[] {
  const all = new Set([...codes].flatMap((code) => partyOf(code, knowledge)?.members ?? [code]));
  const within = new Set([...all].flatMap((code) => partyOf(code, knowledge)?.includes ?? []));
  return [...all].filter((code) => !within.has(code)).toSorted();
}

function finderOf({ parties }: Parties): Finder {
  const known = finders.get(parties);
  if (known !== undefined) return known;
  const codes = bearersOf(parties);
  const names = [...codes.keys(), ...OTHER_THINGS].flatMap((name) => (name.includes("'") ? [name, name.replaceAll("'", "’")] : [name]));
  for (const name of names) {
    const entry = name.includes("’") ? codes.get(name.replaceAll("’", "'")) : undefined;
    if (entry !== undefined) codes.set(name, entry);
  }
  // Backwards by the alphabet a longer name stands before its own beginning, and names that begin alike stand together, where they are tried as one.
  const alternatives = names.toSorted((a, b) => (a < b ? 1 : -1)).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = alternatives.length === 0 ? /(?!)/uy : new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}]\\.)(?:${alternatives.join("|")})(?![\\p{L}\\p{N}$])`, "uy");
  const finder = { pattern, begins: new Set(names.map((name) => name.charCodeAt(0))), codes, byCode: new Map(parties.map((party) => [party.code, party])) };
  finders.set(parties, finder);
  return finder;
}

/** Every way to write a party, with what stands for it. A name that is a state's and a seat's is the state's ("Singapore"). */
function bearersOf(parties: readonly Party[]): Map<string, { code: string; by: Bearer }> {
  const codes = new Map<string, { code: string; by: Bearer }>();
  const add = (name: string, code: string, by: Bearer): void => {
    // Titles are often set in capitals; a short name in capitals may be a word.
    for (const written of name.length > 4 ? [name, name.toUpperCase()] : [name]) if (!codes.has(written)) codes.set(written, { code, by });
  };
  for (const { code, name, aliases, people } of parties) {
    add(name, code, "name");
    for (const alias of aliases) add(alias, code, alias.endsWith("s") && aliases.includes(alias.slice(0, -1)) ? "people" : "name");
    for (const person of people ?? []) add(person, code, "person");
  }
  for (const { code, seats } of parties) for (const seat of seats ?? []) add(seat, code, "seat");
  return codes;
}
