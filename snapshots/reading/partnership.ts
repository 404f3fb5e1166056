/**
 * Which partnership a document belongs to. A person's word wins; then a framework that is known by name, in the title or, in a
 * report whose title does not say, in the first sentences; then the parties and the framework in the title make a name that
 * later documents of the same kind make as well.
 */
import type { Document, Knowledge, KnownPartnership, PartnershipRef, Slug } from "../types.ts";
import { type AliasMatch, aliasesIn, leadOf } from "./catalogue.ts";
import { inTitleCase } from "./capitals.ts";
import { frameworksIn } from "./framework.ts";
import { ownParties, type OwnParties } from "./own-parties.ts";
import { partiesIn, partyOf, settleCodes } from "./parties.ts";
import { isJoint, statementName } from "./statement-name.ts";

/** Recognises parties and partnership. */
export function recognizePartnership(document: Document, knowledge: Knowledge): PartnershipRef {
  const own = ownParties(document, knowledge);
  const given = document.given.partnership ?? document.metadata["partnership"];
  if (given !== undefined && given.trim() !== "") return stated(given.trim(), own, knowledge);
  const known = knownPartnership(document, own.codes, knowledge);
  if (known !== null) return refOf(known, own);
  return derived(document, own, knowledge);
}

/** A person names a partnership by its slug, its name or an alias; an unknown name becomes a slug of its own. */
function stated(given: string, own: OwnParties, knowledge: Knowledge): PartnershipRef {
  const slug = slugOf(given);
  const known = knowledge.partnerships.find((one) => one.slug === slug || slugOf(one.name) === slug);
  if (known !== undefined) return { ...refOf(known, own), basis: "given" };
  return { slug, name: slug === given ? null : given, parties: own.codes, basis: "given", evidence: own.evidence };
}

/** Parties that a person stated in the front matter stay; else the catalogue knows better than the text. */
function refOf(known: KnownPartnership, own: OwnParties): PartnershipRef {
  const parties = known.parties.length === 0 || (own.stated && own.codes.length > 0) ? own.codes : [...known.parties].toSorted();
  return { slug: known.slug, name: known.name, parties, basis: "catalogue", evidence: own.evidence };
}

function knownPartnership(document: Document, codes: readonly string[], knowledge: Knowledge): KnownPartnership | null {
  const inTitle = aliasesIn(document.title, knowledge).filter(({ partnership, shared }) => sameCodes(codes, partnership.parties) || !shared);
  if (inTitle[0] !== undefined) return inTitle[0].partnership;
  if (speaksForAll(document, knowledge)) return null;
  const inLead = aliasesIn(leadOf(document), knowledge).filter(({ partnership, shared }) => sameCodes(codes, partnership.parties) || (!shared && codes.length < 2 && partnership.parties.length === 0 && document.kind !== "other"));
  return inLead[0]?.partnership ?? null;
}

const GENERAL_TITLE = /\b(?:leaders?|summit|presidents?|prime minister|chancellor|state visit|official visit|working visit|visits?|joint (?:press |vision )?statement|strategic partnership|alliance|white house)\b/i;

/** A title such as "Joint Statement of Norland and Sudmark" speaks for the whole relation; what its first sentences name is a part of it. */
function speaksForAll(document: Document, knowledge: Knowledge): boolean {
  const rest = withoutParties(document.title, knowledge);
  const topic = rest.replace(GENERAL_TITLE, "").replace(/\b(?:joint|fact sheet|statement|readout|the|of|and|by|between|from|with|on|for|meeting|following|digest|to|his|her|their|an?|new|strengthening|deepening|partnership)\b|[\p{P}\p{S}\d]/giu, "").trim();
  return GENERAL_TITLE.test(rest) ? !/\bjoint (?:press )?statement\b/i.test(rest) || topic.split(/\s+/).length < 5 : topic === "";
}

const sameCodes = (one: readonly string[], other: readonly string[]): boolean => one.length > 0 && one.length === other.length && one.every((code) => other.includes(code));

/** The text with parties' names taken out and the hyphens between them. */
function withoutParties(text: string, knowledge: Knowledge): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of partiesIn(text, knowledge)) {
    rest += `${text.slice(from, start)} | `;
    from = end;
  }
  return (rest + text.slice(from)).replace(/\|[’']s?/g, "|").replace(/(?:\|\s*[-–—/,&]*\s*)+/g, " | ").replace(/\s+/g, " ");
}

/** What one does to another, in a title: who is named there is no partner in it. A statement that several issue is theirs, whatever it is against. */
const AGAINST = /\b(?:impos(?:e|es|ed|ing)|(?:tariffs?|costs|sanctions) (?:on|against)|address(?:es|ing)? threats|responses?(?: \S+){0,4} to \S+[’']s?|human rights abuses)\b/i;

/** Groups of more are named by their framework alone. */
const NAMED_BY_PARTIES = 4;

function derived(document: Document, own: OwnParties, knowledge: Knowledge): PartnershipRef {
  const { codes } = own;
  const none: PartnershipRef = { slug: null, name: null, parties: codes, basis: "none", evidence: own.evidence };
  const isBody = codes.length === 1 && partyOf(codes[0] ?? "", knowledge)?.includes !== undefined;
  if ((codes.length < 2 && !isBody) || (!isJoint(document) && AGAINST.test(document.title))) return none;
  const title = withoutParties(inTitleCase(document.title), knowledge);
  const framework = frameworksIn(title)[0]?.name ?? (speaksForAll(document, knowledge) ? undefined : frameworkInLead(document, codes, knowledge));
  const label = codes.length <= NAMED_BY_PARTIES ? labelOf(codes, knowledge) : null;
  const statement = label === null && framework === undefined ? statementName(document, knowledge) : null;
  const subject = framework ?? statement?.subject;
  if (label === null && subject === undefined) return none;
  const whole = framework === undefined ? knowledge.partnerships.find((one) => one.general === true && sameCodes(codes, one.parties)) : undefined;
  if (whole !== undefined) return refOf(whole, own);
  const slug = slugOf([label?.slug, subject].filter((part) => part !== undefined).join(" "));
  const known = knowledge.partnerships.find((one) => one.slug === slug);
  if (known !== undefined) return refOf(known, own);
  const name = label === null ? (statement?.name ?? framework ?? null) : framework === undefined ? `${label.name} partnership` : `${label.name} ${framework}`;
  return { slug, name: isBody && framework === undefined ? (label?.name ?? null) : name, parties: codes, basis: "derived", evidence: own.evidence };
}

/** In running text only a body that meets names a partnership; agreements and initiatives are what it talks about, and a group may be a company. */
const STANDING = /\b(?:Partnership|Council|Dialogue|Task Force|Committee|Commission|Forum|(?:Working|Consultative|Consultation|Contact|Steering|Coordination|Advisory|Expert|Experts|Senior|Level|Cyber) Group|Consultations|Alliance)\b/;

/** The first that is not known to be others': a statement of two may speak of a framework of twelve. */
function frameworkInLead(document: Document, codes: readonly string[], knowledge: Knowledge): string | undefined {
  const isOthers = ({ partnership, shared }: AliasMatch): boolean => !shared || (partnership.parties.length > codes.length && codes.every((code) => partnership.parties.includes(code)));
  return frameworksIn(withoutParties(leadOf(document), knowledge)).find(({ name }) => STANDING.test(name) && !aliasesIn(name, knowledge).some(isOthers))?.name;
}

/** Parties as they stand in names: the United States and the European Union first, then the alphabet. */
function labelOf(codes: readonly string[], knowledge: Knowledge): { readonly name: string; readonly slug: string } {
  const rank = (code: string): number => (code === "US" ? 0 : code === "EU" ? 1 : 2);
  const ordered = settleCodes(codes, knowledge).map((code) => ({ code, name: partyOf(code, knowledge)?.name ?? code, short: partyOf(code, knowledge)?.short ?? slugOf(partyOf(code, knowledge)?.name ?? code) }));
  ordered.sort((a, b) => rank(a.code) - rank(b.code) || (a.short < b.short ? -1 : 1));
  return { name: ordered.map(({ name }) => name).join("–"), slug: ordered.map(({ short }) => short).join("-") };
}

/** Lower-case words joined by hyphens, accents taken off. */
export function slugOf(name: string): Slug {
  return asSlug(name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’']/g, "").replace(/&/g, " and ").replace(/\+/g, " plus ").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 90).replace(/-+$/, ""));
}

const asSlug = (value: string): Slug => value as Slug;
