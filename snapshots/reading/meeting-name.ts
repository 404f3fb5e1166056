/**
 * The name of a meeting and its number in a row, as a title or sentence tells them: "Third EU-Korea Digital Partnership Council", "the second
 * meeting of their Council", "the 12th Summit".
 */
export interface NamedMeeting {
  readonly name: string | null;
  /** 1 for the first or inaugural, or null where the words do not count. */
  readonly ordinal: number | null;
}

const WORDS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
/** "Twenty-First Century", "Third Neighbor" and "First Lady" count no meetings. */
const ORDINAL = `(?<![\\p{L}-])(?:${WORDS.join("|")}|[Ff]irst-ever|[Ii]naugural|${WORDS.map((word) => (word[0] ?? "").toUpperCase() + word.slice(1)).join("|")}|FIRST|SECOND|THIRD|FOURTH|FIFTH|\\d{1,3}(?:st|nd|rd|th))(?![ -](?:[Cc]entury|[Nn]eighbou?rs?|[Ll]ady|[Cc]ountr(?:y|ies)|[Pp]art(?:y|ies)|[Pp]ersons?|Vice|Deputy|Secretary)\\b)`;
const GATHERING = "(?:[Mm]eetings?|[Ss]ession|[Rr]ound(?: of (?:talks|consultations|negotiations))?|[Ee]dition|[Gg]athering|[Cc]onvening|[Ii]teration|[Pp]lenary)";
const HEAD = "(?:Council|Dialogue|Summit|Meeting|Forum|Ministerial|Committee|Joint Commission|Conference|Consultations|Task Force|Group|Roundtable|Session|Partnership|[Ii]nitiative)";
const CAP = "(?:(?:\\p{Lu}\\.){2,}(?: ?[-–] ?\\p{Lu}[\\p{L}.]*)*|\\p{Lu}[\\p{L}’'.+&]*(?:[-–‑][\\p{L}.]+)*|2\\+2|\\([A-Z][A-Za-z.-]+\\))";
const TITLE_NAME = `${CAP}(?:(?: (?:and|of|on|for|the|initiative|–|-|&)){0,3} ${CAP}){0,11}`;
/** Where no number is told, only what is met for counts as a name: not the partnership itself. */
const MET = "(?:Council|Dialogue|Summit|Meeting|Forum|Ministerial|Committee|Conference|Consultations|Task Force|Consultative Group|Roundtable)";

const OF_NAME = new RegExp(`(?<ordinal>${ORDINAL})(?:[ -](?:ever|annual|ministerial|high-level|formal|regular|official|in-person|virtual|leaders’|leaders'))*[ ](?<what>${GATHERING}) of (?:the |its |their |our |an? )?(?<name>${TITLE_NAME})`, "u");
const OF_KIND = new RegExp(`(?<ordinal>${ORDINAL})(?:[ -](?:ever|annual|ministerial|high-level|formal|regular|official|in-person|virtual|leader-level|face-to-face))*[ ](?<name>${TITLE_NAME})(?: (?:meeting|session|summit))?`, "u");
const COUNTED = new RegExp(`(?<ordinal>${ORDINAL})(?:[ -](?:ever|annual|ministerial|high-level|formal|regular|leader-level|leaders’|leaders'))* (?:${GATHERING}|summit|dialogue|council|ministerial)\\b`, "u");
const PLAIN = new RegExp(`(?<name>(?:${CAP}(?: (?:and|of|on|for|the|&))? ){0,9}${MET})(?: (?:on|of) ${TITLE_NAME})?(?: [Mm]eeting)?(?![\\p{L}])`, "u");

const ALONE = new RegExp(`^${MET}$`, "u");
/** Bodies that are not meetings of the parties. */
const BODIES = /^(?:National Security|European|Foreign Trade|United Nations|UN|Security|Business|Atlantic|North Atlantic|Congress|Oval Office|White House)\b|^(?!.*(?:Council|Dialogue|Committee|Group|Task Force|Summit|Forum|Partnership|Ministers|Leaders|Ministerial|High-Level)).* Meeting$|\b(?:Security Council|Human Rights Council|High Council|Central Committee|Episcopal Conference|Bishops[’'] Conference)$/;

/** The first meeting that a text names. Linear in its length. */
export function nameIn(text: string): NamedMeeting | null {
  const of = OF_NAME.exec(text);
  if (of?.groups !== undefined && new RegExp(HEAD, "u").test(of.groups["name"] ?? "")) return { name: tidy(of.groups["name"] ?? ""), ordinal: numberOf(of.groups["ordinal"] ?? "") };
  const kind = OF_KIND.exec(text);
  if (kind?.groups !== undefined) {
    const name = upToHead(kind.groups["name"] ?? "");
    if (name !== null) return { name: tidy(name), ordinal: numberOf(kind.groups["ordinal"] ?? "") };
  }
  const counted = COUNTED.exec(text);
  const found = PLAIN.exec(text);
  const plain = found === null || isCut(text, found.index) ? undefined : found.groups?.["name"];
  const name = plain === undefined || tidy(plain).split(" ").length < 2 || ALONE.test(tidy(plain)) || BODIES.test(tidy(plain)) ? null : tidy(plain);
  if (counted?.groups !== undefined) return { name, ordinal: numberOf(counted.groups["ordinal"] ?? "") };
  return name === null ? null : { name, ordinal: null };
}

/** A name of more words than are looked at is no name: its end would stand for it. */
function isCut(text: string, start: number): boolean {
  return /\p{Lu}[\p{L}.’'-]*\)? (?:(?:and|of|on|for|the|&) )?$/u.test(text.slice(Math.max(0, start - 60), start));
}

/** The name as far as its last head: "Digital Partnership Council Joint Statement" ends with the Council. */
function upToHead(name: string): string | null {
  const heads = [...name.matchAll(new RegExp(`(?<![\\p{L}])${HEAD}(?![\\p{L}])`, "gu"))];
  const last = heads.at(-1);
  return last === undefined || last.index === 0 ? null : name.slice(0, last.index + last[0].length);
}

/** Who did what with it is no part of the name. */
const ACT = /^.*\b(?:(?:Announc|Launch|Re-?[Ll]aunch|Host|Conven|Establish|Unveil|Inaugurat)(?:e|es|ing)?|Hosts|Holds?)\b (?:the |an? )?/;

function tidy(name: string): string {
  return name.replace(ACT, "").replace(/(?<=\.) ?[-–] ?(?=\p{Lu})/gu, "-").replace(/ \([A-Z][A-Za-z.-]+\)/g, "").replace(/^(?:(?:FACT SHEET|Fact Sheet|(?:JOINT|Joint)(?= (?:FACT|Fact|STATEMENT|Statement|Read|Press|Communi))|Statement|Readout|Press|Digest|The|Their|Its|Our|In|At|On|Following|Meeting|of|on|for|the|and|During|President|Minister)(?: |:))+/, "").replace(/[.,:]+$/, "").trim();
}

function numberOf(ordinal: string): number | null {
  const low = ordinal.toLowerCase();
  if (/^(?:inaugural|first)/.test(low)) return 1;
  const at = WORDS.indexOf(low);
  return at >= 0 ? at + 1 : Number.parseInt(low, 10) || null;
}
