/**
 * Whose document this is. Parties stand together: in a title ("U.S.-Singapore", "Canada, Mexico and the United States"), as the
 * subject of a first sentence ("the EU and Korea met"), and again and again through the text. Countries that a text merely
 * speaks of stand together seldom, and later. So groups of names that are joined are counted, and the group in the
 * strongest places wins.
 */
import type { Document, Knowledge, Quote } from "../types.ts";
import { codeOf, partiesIn, type PartyMention, partyOf, settleCodes } from "./parties.ts";

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

/** Finds the parties of a document. Linear in the length of its text. */
export function ownParties(document: Document, knowledge: Parties): OwnParties {
  const stated = statedParties(document, knowledge);
  if (stated.length > 0) return { codes: stated, stated: true, evidence: [] };
  const tally = tallyGroups(document, knowledge);
  const fromTitle = titleParties(document, tally, knowledge);
  if (fromTitle !== null) return { codes: fromTitle, stated: false, evidence: tally.evidenceOf(fromTitle) };
  const best = tally.best();
  const said = settleCodes(tally.title.flatMap(({ codes }) => codes), knowledge);
  // A host that the title names beside a long list is one of the list.
  if (best !== null && best.length > 4) return { codes: settleCodes([...best, ...said], knowledge), stated: false, evidence: tally.evidenceOf(best) };
  if (best !== null && said.every((code) => best.includes(code))) return { codes: best, stated: false, evidence: tally.evidenceOf(best) };
  const two = tally.twoMostNamed();
  return { codes: said.every((code) => two.includes(code)) ? two : [], stated: false, evidence: [] };
}

/** `parties: [EU, SG]` or `parties: European Union, Singapore` in the front matter. */
function statedParties({ metadata }: Document, knowledge: Parties): string[] {
  const written = metadata["parties"] ?? metadata["party"] ?? "";
  return settleCodes(written.split(/[,;/]/).flatMap((one) => codeOf(one, knowledge) ?? []), knowledge);
}

/** Names joined to one group. */
interface Group {
  readonly codes: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What may stand between two joined names: a hyphen, a comma, "and", with articles and a next speaker's titles. */
const JOINT = /^(?:[’']s?)?(?:\s?[-–—‑⁃/]\s?|(?:,| and| &|, and)(?: (?:the|its|His Excellency|Her Excellency|[Gg]overnments? of|[Ll]eaders? of|(?:\p{Lu}[\p{L}-]+ ){0,3}(?:Republic|Kingdom|State|States|Commonwealth|Government|Union|Principality) of|(?:President|Prime Minister|Chancellor|Taoiseach)s? of))*\s?|, as well as (?:the )?)$/iu;
const SPEAKERS = /^(?:,? Jr\.?,?|,? PhD,?)?(?:,| and|, and)(?: (?:the|\p{Lu}[\p{L}.’'-]*|of|for|de|von|der)){0,9} ?$/u;
const OFFICE = /^ (?:of|and) (?:the )?$/;

/** Groups of joined names in a text. A title between two speakers ("and Prime Minister") joins as "and" does. */
function groupsIn(text: string, mentions: readonly PartyMention[]): Group[] {
  const groups: { codes: string[]; start: number; end: number }[] = [];
  let last: PartyMention | undefined;
  for (const mention of mentions) {
    const gap = last === undefined ? "" : text.slice(last.end, mention.start);
    const open = groups.at(-1);
    const joined = last !== undefined && open !== undefined && gap.length <= 90 && (JOINT.test(gap) || (mention.person && SPEAKERS.test(gap)) || (last.person && OFFICE.test(gap)));
    if (joined && open !== undefined) {
      open.codes.push(mention.code);
      open.end = mention.end;
    } else groups.push({ codes: [mention.code], start: mention.start, end: mention.end });
    last = mention;
  }
  return groups;
}

/** Bodies that every text names beside its parties; they are parties only where the title says so. */
const FORUMS = new Set(["UN", "WHO", "WTO", "IMF", "IAEA", "IEA", "OECD", "OSCE", "APEC", "G20", "CARICOM"]);

interface Tally {
  readonly title: readonly Group[];
  /** The joined group of two or more, or of one that is a group itself, that stands in the strongest places. */
  best(): string[] | null;
  /** Weight of exactly these codes as one group. */
  weightOf(codes: readonly string[]): number;
  /** Times that a party is named, the lead counting more. */
  timesNamed(code: string): number;
  twoMostNamed(): string[];
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
    if (weight > WEIGHT.body) known.lead = true;
    known.weight += weight;
    if (place !== null && known.places.length < 3) known.places.push(place);
    weights.set(key, known);
  };
  const title = groupsIn(document.title, partiesIn(document.title, knowledge));
  for (const group of title) add(group, WEIGHT.title, null);
  let at = 0;
  for (const block of document.blocks) {
    if (at > REACH) break;
    if (block.kind === "boilerplate" || block.kind === "quotation" || block.text === document.title) continue;
    for (const group of groupsIn(block.text, partiesIn(block.text, knowledge))) {
      const place = at + group.start;
      const start = block.offsets[group.start] ?? block.start;
      const end = (block.offsets[group.end - 1] ?? block.end - 1) + 1;
      add(group, place > LEAD ? WEIGHT.body : isSubject(block.text, group) ? WEIGHT.subject : WEIGHT.lead, { start, end, quote: document.text.slice(start, end) });
    }
    at += block.text.length + 1;
  }
  const ranked = [...weights.values()].toSorted((a, b) => b.weight - a.weight || b.codes.length - a.codes.length || (a.codes.join() < b.codes.join() ? -1 : 1));
  return {
    title,
    best: () => ranked.find(({ weight, lead }) => (lead && weight >= 4) || weight >= 6)?.codes ?? null,
    weightOf: (codes) => weights.get(codes.join("+"))?.weight ?? 0,
    timesNamed: (code) => named.get(code) ?? 0,
    twoMostNamed: () => mostNamed(named),
    evidenceOf: (codes) => weights.get(codes.join("+"))?.places ?? [],
  };
}

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
  if (body !== undefined) return body.codes;
  const best = tally.best();
  if (best !== null && all.length > 0 && all.every((code) => best.includes(code)) && tally.weightOf(best) >= 5) return best;
  const jointly = /^(?:joint-statement|communique|declaration|agreement|read-out)$/.test(document.kind);
  if (all.length >= 2 && all.length <= 4 && (jointly || tally.weightOf(all) >= 3)) return all;
  return null;
}

/** A group that a document can be of, without another party. */
function isBody(code: string, knowledge: Parties): boolean {
  const party = partyOf(code, knowledge);
  return (party?.members?.length ?? 0) > 2 || party?.includes !== undefined;
}
