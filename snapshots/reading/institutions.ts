/**
 * Institutions and instruments that an undertaking names: capitalised names by the noun at their head, acronyms by what
 * the document or common usage spells out, and the parties themselves. Instruments are what is signed, adopted or set up to
 * last; actors are bodies that act.
 */
import type { Detail, Party } from "../types.ts";

/** Heads of the names of instruments, in lower case. */
const INSTRUMENTS = new Set(
  "agreement agreements treaty convention arrangement arrangements roadmap framework charter declaration protocol accord accords initiative programme program fund facility plan strategy principles guidelines guidance code compact pledge act compendium memorandum understanding contract pact covenant directive regulation guide toolkit communique statement agenda partnership platform mechanism scheme pilot challenge vision fellowship memoranda rules".split(" "),
);
/** Heads of the names of bodies that act, in lower case. */
const BODIES = new Set(
  "agency institute office ministry department commission council bank foundation organization organisation authority association centre center university universities laboratory board committee group consortium alliance union corporation administration bureau directorate academy secretariat forum undertaking force network mission hub observatory college society federation chamber hospital survey company fund institution".split(" "),
);
/** Well-known acronyms of bodies; what a document spells out itself wins. */
const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ["NIST", "National Institute of Standards and Technology"], ["NSF", "National Science Foundation"], ["NASA", "National Aeronautics and Space Administration"], ["ISRO", "Indian Space Research Organisation"], ["JAXA", "Japan Aerospace Exploration Agency"],
  ["ESA", "European Space Agency"], ["ENISA", "European Union Agency for Cybersecurity"], ["CISA", "Cybersecurity and Infrastructure Security Agency"], ["USAID", "United States Agency for International Development"], ["DFC", "Development Finance Corporation"],
  ["MCC", "Millennium Challenge Corporation"], ["EXIM", "Export-Import Bank of the United States"], ["IMF", "International Monetary Fund"], ["WTO", "World Trade Organization"], ["WHO", "World Health Organization"], ["OECD", "Organisation for Economic Co-operation and Development"],
  ["ITU", "International Telecommunication Union"], ["ISO", "International Organization for Standardization"], ["IEC", "International Electrotechnical Commission"], ["IAEA", "International Atomic Energy Agency"], ["IEA", "International Energy Agency"], ["ILO", "International Labour Organization"],
  ["IOM", "International Organization for Migration"], ["UNHCR", "United Nations High Commissioner for Refugees"], ["UNESCO", "United Nations Educational, Scientific and Cultural Organization"], ["FAO", "Food and Agriculture Organization"], ["WFP", "World Food Programme"], ["IMO", "International Maritime Organization"],
  ["ICAO", "International Civil Aviation Organization"], ["IDB", "Inter-American Development Bank"], ["EIB", "European Investment Bank"], ["ADB", "Asian Development Bank"], ["FATF", "Financial Action Task Force"], ["CEPI", "Coalition for Epidemic Preparedness Innovations"], ["CDC", "Centers for Disease Control and Prevention"],
  ["FDA", "Food and Drug Administration"], ["NIH", "National Institutes of Health"], ["NOAA", "National Oceanic and Atmospheric Administration"], ["USTDA", "United States Trade and Development Agency"], ["JICA", "Japan International Cooperation Agency"], ["JBIC", "Japan Bank for International Cooperation"], ["IMDA", "Infocomm Media Development Authority"],
]);
/** Acronyms of instruments in general use. */
const DEEDS: ReadonlyMap<string, string> = new Map([["MOU", "Memorandum of Understanding"], ["MoU", "Memorandum of Understanding"], ["MOC", "Memorandum of Cooperation"], ["FTA", "Free Trade Agreement"], ["LOI", "Letter of Intent"], ["DTA", "Digital Trade Agreement"]]);

/** A capitalised word, or one of a name's small words between two of them. */
const NAME = /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,}-)?\p{Lu}[\p{L}\p{N}’'*-]*(?:\.\p{Lu}\.)?(?:(?: (?:of|for|on|and|the|&|de)){0,3}[ ](?:(?:(?:\p{Lu}\.){2,}-)?\p{Lu}[\p{L}\p{N}’'*-]*|(?:\p{Lu}\.){2,}|\d{1,2}(?=[ ,)])))*/gu;
const ACRONYM_AFTER = /^ \((?:the )?[“"‘]?([A-Z][\p{L}\p{N}&*-]*[A-Z\d])[”"’]?\)/u;
const SENTENCE_START = new Set("the a an this these both our their its under through as in on for with by to and building launching establishing welcoming continuing expanding developing supporting deepening strengthening signing concluding celebrating noting promoting exploring advancing enhancing committing announcing working convening organizing cooperating collaborating implementing finalizing joining hosting creating".split(" "));

/** Acronyms that a text spells out, as in "National Science Foundation (NSF)". Linear in its length. */
export function acronymsOf(text: string): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  // A name and its acronym stand in one line, and few lines have a bracket.
  for (const line of text.split("\n").filter((one) => one.includes(" ("))) {
    for (const { name, end } of namesOf(line)) {
      const acronym = ACRONYM_AFTER.exec(line.slice(end, end + 24))?.[1];
      const long = acronym === undefined ? null : longForm(name, acronym);
      if (acronym !== undefined && long !== null && !known.has(acronym)) known.set(acronym, long);
    }
  }
  return known;
}

/** Instruments and actors in a text, in order. */
export function findInstitutions(text: string, { acronyms = new Map(), parties = [] }: { readonly acronyms?: ReadonlyMap<string, string>; readonly parties?: readonly Party[] } = {}): readonly Detail[] {
  const details: Detail[] = [];
  const own = acronymsOf(text);
  const add = (type: "instrument" | "actor", start: number, end: number, value: string): void => {
    if (!details.some((known) => start < known.end && known.start < end)) details.push({ type, start, end, text: text.slice(start, end), value });
  };
  for (const { start, end, name } of namesOf(text)) {
    const acronym = ACRONYM_AFTER.exec(text.slice(end, end + 24));
    const type = typeOf(name);
    if (type !== null) add(type, start, acronym === null ? end : end + acronym[0].length, canonical(name));
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])[A-Z][A-Za-z]*[A-Z]\b(?!-)/gu)) {
    const word = match[0];
    const long = own.get(word) ?? acronyms.get(word) ?? ACRONYMS.get(word) ?? DEEDS.get(word);
    if (long === undefined) continue;
    const type = DEEDS.has(word) ? "instrument" : (typeOf(long) ?? null);
    if (type !== null) add(type, match.index, match.index + word.length, canonical(long));
  }
  for (const party of parties) {
    const at = partyAt(text, party);
    if (at !== null) add("actor", at.start, at.end, party.code);
  }
  return details.toSorted((a, b) => a.start - b.start);
}

/** A party as the first word of the undertaking and before its verb: "Japan will", "The Commission is to". */
function partyAt(text: string, party: Party): { readonly start: number; readonly end: number } | null {
  for (const name of [party.name, ...party.aliases]) {
    const start = text.startsWith(name) ? 0 : text.startsWith(`The ${name}`) || text.startsWith(`the ${name}`) ? 4 : -1;
    if (start >= 0 && /^ (?:will|shall|is|has|intends|plans|agreed|agrees|committed|commits|announced|announces|pledged|pledges|would|aims|welcomed|welcomes|supports|also)\b/.test(text.slice(start + name.length))) return { start, end: start + name.length };
  }
  return null;
}

interface Name {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Runs of capitalised words, without the capital that only begins a sentence. */
function namesOf(text: string): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(NAME)) {
    let start = match.index;
    let name = match[0].replace(/[.’']s?$/u, "");
    for (let first = /^([\p{L}-]+) /u.exec(name)?.[1]; first !== undefined && SENTENCE_START.has(first.toLowerCase()); first = /^([\p{L}-]+) /u.exec(name)?.[1]) {
      start += first.length + 1;
      name = name.slice(first.length + 1);
    }
    // "Department of Commerce and the Ministry of Trade" are two names: cut at "and the".
    for (const part of cut(name)) names.push({ start: start + part.at, end: start + part.at + part.name.length, name: part.name });
  }
  return names.filter((one) => /\p{Lu}/u.test(one.name[0] ?? ""));
}

function cut(name: string): { readonly at: number; readonly name: string }[] {
  const parts: { at: number; name: string }[] = [];
  let at = 0;
  for (const piece of name.split(/( and the | and | on the | for the (?=U\.S\.))/)) {
    const joins = /^ (?:and|on|for) /.test(piece) || piece === " and ";
    const last = parts.at(-1);
    if (!joins) {
      const joined = last !== undefined && name.slice(last.at + last.name.length, at) === " and " && typeOf(last.name) === null && !/^\p{Lu}\S* (?:of|for) /u.test(piece);
      // "Standards and Technology" goes on with a name that has no head of its own yet.
      if (joined || (last !== undefined && name.slice(last.at + last.name.length, at) === " and " && typeOf(piece) === null)) last.name = name.slice(last.at, at + piece.length);
      else parts.push({ at, name: piece });
    }
    at += piece.length;
  }
  return parts;
}

/** The head of a name is its last word, or the word before "of", "for" or "on". */
function typeOf(name: string): "instrument" | "actor" | null {
  const words = name.split(" ");
  if (words.length < 2) return null;
  const heads = words.flatMap((word, index) => (index === words.length - 1 || /^(?:of|for|on|against)$/.test(words[index + 1] ?? "") ? [word.toLowerCase().replace(/[’']s?$/, "")] : []));
  for (const head of heads) {
    if (BODIES.has(head)) return "actor";
    if (INSTRUMENTS.has(head)) return "instrument";
  }
  return null;
}

/** One name for one thing: without an article, "the U.S." and the like kept as written, white space single. */
const canonical = (name: string): string => name.replace(/\s+/g, " ").replace(/^(?:the|The) /, "").trim();

/** The end of a long run of capitals that the acronym stands for: by initials, else by its letters in order; null where neither fits. */
function longForm(name: string, acronym: string): string | null {
  const words = name.split(" ");
  const letters = acronym.replace(/[^\p{L}]/gu, "").toUpperCase();
  for (let from = words.length - 1; from >= 0; from--) if (initialsOf(words.slice(from)) === letters) return words.slice(from).join(" ");
  for (let from = words.length - 1; from >= 0; from--) {
    const tail = words.slice(from).join(" ");
    if (tail[0]?.toUpperCase() === letters[0] && tail.length > letters.length + 3 && spells(tail.toUpperCase(), letters)) return tail;
  }
  return null;
}

/** "U.S. National Science Foundation" -> "USNSF"; small words have none. */
const initialsOf = (words: readonly string[]): string => words.flatMap((word) => (/^\p{Lu}/u.test(word) ? [...word.matchAll(/(?:^|[-.])(\p{L})/gu)].map((match) => match[1] ?? "") : [])).join("").toUpperCase();

function spells(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
