/**
 * Names of parties that stand joined in a text: "Norway, Chile and Peru", "U.S.-Singapore", "Tokyo and Canberra". What a group
 * is worth is `own-parties.ts`'s matter.
 */
import type { Knowledge } from "../types.ts";
import { mentionsIn, type PartyMention } from "./parties.ts";

/** Names joined to one group. */
export interface Group {
  readonly codes: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What may stand between two joined names: a hyphen, a comma, "and", with articles and a next speaker's titles. */
const JOINT = /^(?:[’']s?)?(?:[”"])?(?:\s?[-–—‑⁃/]\s?|(?:,| and| &|, and| plus)(?: (?:of|the|its|His Excellency|Her Excellency|[Gg]overnments? of|[Ll]eaders? of|(?:(?:\p{L}+|\d+) )?(?:member states|members|states|countries|nations|monarchies|governments|leaders|ministers) of|(?:\p{Lu}[\p{L}-]+ ){0,3}(?:Republic|Kingdom|State|States|Commonwealth|Government|Union|Principality) of|(?:President|Prime Minister|Chancellor|Taoiseach)s? of))*\s?|, as well as (?:the )?)$/iu;
const SPEAKERS = /^(?:,? Jr\.?,?|,? PhD,?)?(?:,| and|, and)(?: (?:the|\p{Lu}[\p{L}.’'-]*|of|for|de|von|der)){0,9} ?$/u;
const OFFICE = /^ (?:of|and) (?:the )?$/;
/** Seats of governments are joined more tightly: "in Brussels, Belgium" joins nothing. */
const SEAT_JOINT = /^(?: and (?:the )?| & |[-–—‑/])$/;
const SEATS_LISTED = /^, (?:and )?$/;
/** Before a place, not a party. */
const PLACE = /(?:^|\s)(?:in|at|of|from|to|near|outside|via|through|around|across)\s$/i;
/** After a city that only gives its name to something. */
const NAMESAKE = /^(?: (?:Agreement|Accords?|Action|Airport|Bay|Charter|Club|Commitments?|Communiqué|Conference|Consensus|Convention|Declaration|Format|Forum|Framework|Group|Initiative|Mechanism|Office|Plan|Post|Principles|Process|Programme?|Protocol|Review|Roadmap|School|State|Statement|Statute|Stock|Summit|Times|Treaty|University)\b|,? D\.?C\b)/;

/** Groups of joined names in a text. A title between two speakers ("and Prime Minister") joins as "and" does. */
export function groupsIn(text: string, knowledge: Pick<Knowledge, "parties">): Group[] {
  const groups: PartyMention[][] = [];
  for (const mention of mentionsIn(text, knowledge)) {
    if (mention.by === "seat" && NAMESAKE.test(text.slice(mention.end, mention.end + 20))) continue;
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && joins(text, last, mention)) open.push(mention);
    else groups.push([mention]);
  }
  return groups.flatMap((mentions) => {
    const [first, second] = mentions;
    const last = mentions.at(-1);
    if (first === undefined || last === undefined || (first.by === "seat" && second === undefined)) return [];
    return [{ codes: mentions.map(({ code }) => code), start: first.start, end: last.end }];
  });
}

function joins(text: string, last: PartyMention, next: PartyMention): boolean {
  const gap = text.slice(last.end, next.start);
  if (gap.length > 90) return false;
  if (last.by === "seat" && PLACE.test(text.slice(Math.max(0, last.start - 10), last.start))) return false;
  if (last.by === "seat" || next.by === "seat") return SEAT_JOINT.test(gap) || (last.by === next.by && SEATS_LISTED.test(gap));
  // A clause ends there: "to keep out the Norwegians, Chile and Peru built a fort".
  if (last.by === "people" && next.by === "name" && gap.startsWith(",")) return false;
  return JOINT.test(gap) || (next.by === "person" && SPEAKERS.test(gap)) || (last.by === "person" && OFFICE.test(gap));
}
