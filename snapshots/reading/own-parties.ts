/**
 * Whose document this is. Parties stand together: in a title ("U.S.-Singapore", "Canada, Mexico and the United States"), as the
 * subject of a first sentence ("the EU and Korea met"), and again and again through the text. Countries that a text merely
 * speaks of stand together seldom, and later. So groups of names that are joined are counted, and the group in the
 * strongest places wins.
 */
import type { Document, Knowledge, Quote } from "../types.ts";
import { type Group, groupsIn } from "./joined-names.ts";
import { codeOf, partyOf, settleCodes } from "./parties.ts";

export interface OwnParties {
  /** Codes, sorted; empty where the text shows none. */
  readonly codes: readonly string[];
  /** True where a person named them in the front matter. */
  readonly stated: boolean;
  /** Where in the document's text they were read, when they were read there. */
  readonly evidence: readonly Quote[];
}

type Parties = Pick<Knowledge, "parties">;

/** How much a joined group counts by where it stands. */
const WEIGHT = { title: 12, subject: 6, lead: 4, body: 1 } as const;
/** Characters of running text that are the lead, and how many in all are looked at. */
const LEAD = 900;
const REACH = 60_000;

const JOINTLY = /^(?:joint-statement|communique|declaration|agreement|read-out)$/;

/** Finds the parties of a document. Linear in the length of its text. */
export function ownParties(document: Document, knowledge: Parties): OwnParties {
  const stated = statedParties(document, knowledge);
  if (stated.length > 0) return { codes: stated, stated: true, evidence: [] };
  const tally = tallyGroups(document, knowledge);
  const fromTitle = titleParties(document, tally, knowledge);
  if (fromTitle !== null) return { codes: fromTitle, stated: false, evidence: tally.evidenceOf(fromTitle) };
  const best = tally.best();
  // Those who speak together may speak on another; one side's text on a place is not of others who are named together in it.
  const said = settleCodes([...tally.title, ...(JOINTLY.test(document.kind) ? [] : tally.asides)].flatMap(({ codes }) => codes), knowledge);
  // A host that the title names beside a long list is one of the list.
  if (best !== null && best.length > 4) return { codes: settleCodes([...best, ...said], knowledge), stated: false, evidence: tally.evidenceOf(best) };
  if (best !== null && said.every((code) => best.includes(code))) return { codes: best, stated: false, evidence: tally.evidenceOf(best) };
  const two = speaksOfTwo(document) ? tally.twoSides(said) : tally.twoMostNamed();
  return { codes: said.every((code) => two.includes(code)) ? two : [], stated: false, evidence: tally.evidenceOf(two) };
}

/** `parties: [EU, SG]` or `parties: European Union, Singapore` in the front matter. */
function statedParties({ metadata }: Document, knowledge: Parties): string[] {
  const written = metadata["parties"] ?? metadata["party"] ?? "";
  return settleCodes(written.split(/[,;/]/).flatMap((one) => codeOf(one, knowledge) ?? []), knowledge);
}

/** Bodies that every text names beside its parties; they are parties only where the title says so. */
const FORUMS = new Set(["UN", "WHO", "WTO", "IMF", "IAEA", "IEA", "OECD", "OSCE", "APEC", "G20", "CARICOM", "OIC", "Arab League", "CELAC"]);

interface Tally {
  /** What the title names as parties, and what only as a place or a subject. */
  readonly title: readonly Group[];
  readonly asides: readonly Group[];
  /** The joined group of two or more, or of one that is a group itself, that stands in the strongest places. */
  best(): string[] | null;
  /** Weight of exactly these codes as one group. */
  weightOf(codes: readonly string[]): number;
  twoMostNamed(): string[];
  /** The two that a text of two sides is about, the title's among them. */
  twoSides(said: readonly string[]): string[];
  evidenceOf(codes: readonly string[]): Quote[];
}

function tallyGroups(document: Document, knowledge: Parties): Tally {
  const weights = new Map<string, { codes: string[]; weight: number; lead: boolean; places: Quote[] }>();
  const named = new Map<string, number>();
  const add = (group: Group, weight: number, place: Quote | null): void => {
    const codes = settleCodes(place === null ? group.codes : group.codes.filter((code) => !FORUMS.has(code)), knowledge);
    for (const code of codes) named.set(code, (named.get(code) ?? 0) + weight);
    if (codes.length < 2) return;
    const key = codes.join("+");
    const known = weights.get(key) ?? { codes, weight: 0, lead: false, places: [] };
    // A group that is named alone, such as "the Quad", is an event's name or a region oftener than those who speak, unless it is the subject.
    const worth = group.codes.length === 1 && weight === WEIGHT.lead ? WEIGHT.body : weight;
    if (worth > WEIGHT.body) known.lead = true;
    known.weight += worth;
    if (place !== null && known.places.length < 3) known.places.push(place);
    weights.set(key, known);
  };
  const inTitle = groupsIn(document.title, knowledge);
  const title = inTitle.filter((group) => !isAside(document.title, group));
  for (const group of title) add(group, WEIGHT.title, null);
  let [at, inHead] = [0, true];
  for (const block of document.blocks) {
    if (at > REACH) break;
    if (block.kind === "boilerplate" || block.kind === "quotation" || block.text === document.title) continue;
    inHead &&= block.kind === "heading";
    for (const group of groupsIn(block.text, knowledge)) {
      if (OFFICE_FOR.test(block.text.slice(Math.max(0, group.start - 40), group.start))) continue;
      const place = at + group.start;
      const start = block.offsets[group.start] ?? block.start;
      const end = (block.offsets[group.end - 1] ?? block.end - 1) + 1;
      // "Communiqué", and below it of whose meeting.
      add(group, inHead ? WEIGHT.title : place > LEAD ? WEIGHT.body : isSubject(block.text, group) ? WEIGHT.subject : WEIGHT.lead, { start, end, quote: document.text.slice(start, end) });
    }
    at += block.text.length + 1;
  }
  const ranked = [...weights.values()].toSorted((a, b) => b.weight - a.weight || b.codes.length - a.codes.length || (a.codes.join() < b.codes.join() ? -1 : 1));
  return {
    title,
    asides: inTitle.filter((group) => !title.includes(group)),
    best: () => ranked.find(({ weight, lead }) => (lead && weight >= 4) || weight >= 6)?.codes ?? null,
    weightOf: (codes) => weights.get(codes.join("+"))?.weight ?? 0,
    twoMostNamed: () => mostNamed(named),
    twoSides: (said) => {
      const [first, second] = ranked.filter(({ codes, weight }) => codes.length === 2 && weight >= 2 && said.every((code) => codes.includes(code)));
      return first !== undefined && first.weight > (second?.weight ?? 0) ? first.codes : standingOut(named);
    },
    evidenceOf: (codes) => weights.get(codes.join("+"))?.places ?? [],
  };
}

/** What a title is about, or where: "on Ukraine", "in Guatemala". */
const ASIDE = /\b(?:in|on|against|over|amid) (?:the )?$/i;
/** A title goes on after the party that it names: "in Guatemala", not "in Guatemala's ports" or "on Japan-Norway ties". */
const ENDS = /^(?:$|[.,;:)]| (?:and|on|for|to|with|by|of)\b)/i;

function isAside(title: string, { codes, start, end }: Group): boolean {
  return codes.length === 1 && ASIDE.test(title.slice(0, start)) && ENDS.test(title.slice(end));
}

/** After the office of one who deals with them. */
const OFFICE_FOR = /\b(?:Director|Adviser|Advisor|Envoy|Secretary|Representative|Coordinator|Ambassador|Department|Bureau|Office|Commissioner)s?(?: General)? (?:for|to) (?:the )?$/;

/** Near a sentence's beginning, or after "we, the leaders of": who speaks. */
function isSubject(text: string, { start }: Group): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  return /(?:^|[.!?:] )(?:Today, )?(?:[Tt]he )?$|\b(?:[Ww]e|[Ll]eaders|[Gg]overnments|[Pp]residents|[Mm]inisters|[Bb]etween|[Cc]ooperation between|[Pp]artnership between)(?: of)?,?(?: (?:the|and|of|leaders|governments|heads|ministers|representatives))* $/.test(before);
}

/** The two that are named most, when the second is named often enough to be the other side. */
function mostNamed(named: ReadonlyMap<string, number>): string[] {
  const [first, second] = [...named].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (first === undefined || second === undefined || second[1] < 8 || second[1] < first[1] * 0.3) return [];
  return [first[0], second[0]].toSorted();
}

/** Words for two parties that need no names: where they stand, less is asked of the names themselves. */
const TWO_SIDES = /\b(?:(?:the|our) two|both) (?:sides(?! of)|countries|governments|nations|partners|capitals|delegations)\b|\b(?:each|either) side\b(?! of)/gi;

function speaksOfTwo({ text }: Document): boolean {
  return [...text.slice(0, REACH).matchAll(TWO_SIDES)].length >= 2;
}

/** The two that are named most, when no third is named nearly as often. */
function standingOut(named: ReadonlyMap<string, number>): string[] {
  const [first, second, third] = [...named].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (first === undefined || second === undefined || second[1] < 3 || second[1] < first[1] * 0.2 || second[1] < (third?.[1] ?? 0) * 1.5) return [];
  return [first[0], second[0]].toSorted();
}

/**
 * What the title alone says: a joined group, a body that acts as one (the G7, the Quad), or two parties apart ("Japan Official
 * Visit to the United States") that the text joins as well.
 */
function titleParties(document: Document, tally: Tally, knowledge: Parties): string[] | null {
  const groups = tally.title.map(({ codes }) => ({ codes: settleCodes(codes, knowledge), one: codes.length === 1 ? codes[0] : undefined }));
  const all = settleCodes(tally.title.flatMap(({ codes }) => codes), knowledge);
  const body = groups.find(({ one }) => one !== undefined && isBody(one, knowledge));
  const joined = groups.filter(({ codes }) => codes.length >= 2).toSorted((a, b) => b.codes.length - a.codes.length)[0];
  if (joined !== undefined && document.kind === "read-out" && all.length <= 4) return all;
  if (joined !== undefined && body?.codes.join() !== joined.codes.join()) return joined.codes;
  const others = groups.filter(({ codes }) => codes.every((code) => body?.codes.includes(code) !== true));
  if (body !== undefined) return isParty(body.one, knowledge) ? body.codes : settleCodes([body, ...others].flatMap(({ codes }) => codes), knowledge);
  const best = tally.best();
  if (best !== null && all.length > 0 && all.every((code) => best.includes(code)) && tally.weightOf(best) >= 5) return best;
  if (all.length >= 2 && all.length <= 4 && (JOINTLY.test(document.kind) || tally.weightOf(all) >= 3)) return all;
  return null;
}

/** A group that a document can be of, without another party. */
function isBody(code: string, knowledge: Parties): boolean {
  const party = partyOf(code, knowledge);
  return (party?.members?.length ?? 0) > 2 || party?.includes !== undefined;
}

/** A body that is one party itself, with all its members. */
function isParty(code: string | undefined, knowledge: Parties): boolean {
  return code !== undefined && partyOf(code, knowledge)?.includes !== undefined;
}
