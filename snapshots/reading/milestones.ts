/**
 * Dated facts of the partnership's own history or future that a document tells. Every date in the running text is a candidate; left
 * out are the meeting itself, what others do, what one side does on its own in a report about both, quoted talk, comparisons with a
 * past year, targets of the climate, and dates that are part of a name ("the 2027 World Conference").
 */
import { sentencesOf } from "../language/sentences.ts";
import type { Commitment, Document, IsoDate, Knowledge, Milestone, PartnershipRef, Sentence } from "../types.ts";
import { partiesIn } from "./parties.ts";
import { datesTold, type ToldDate } from "./told-dates.ts";

/** What milestones are read with. */
export interface MilestoneMeans {
  readonly published: IsoDate;
  /** The day of the meeting reported, which is no milestone. */
  readonly held: IsoDate;
  readonly commitments: readonly Commitment[];
  readonly partnership: PartnershipRef;
  readonly knowledge: Pick<Knowledge, "parties">;
}

/** Finds the milestones of a document, in the order of the text. Linear in its length. */
export function readMilestones(document: Document, means: MilestoneMeans): Milestone[] {
  const milestones: Milestone[] = [];
  for (const sentence of sentencesOf(document)) {
    if (sentence.block.kind === "quotation") continue;
    const told = datesTold(sentence.text, means.published);
    for (const [index, date] of told.entries()) {
      const before = told[index - 1];
      if (before !== undefined && date.start - before.end <= 1) continue;
      if (!isMilestone(sentence, date, { document, means })) continue;
      const milestone = quoteOf(document, sentence, date);
      if (!milestones.some((known) => known.date === milestone.date && known.start === milestone.start)) milestones.push(milestone);
    }
  }
  return milestones;
}

interface Around {
  readonly document: Document;
  readonly means: MilestoneMeans;
}

function isMilestone({ text }: Sentence, told: ToldDate, { document, means }: Around): boolean {
  const { published, held } = means;
  if (told.first === told.last && (told.first === published || told.first === held || (told.relative && isDayWord(text.slice(told.start, told.end))))) return false;
  const before = text.slice(0, told.start);
  const after = text.slice(told.end);
  if (isQuoted(before) || isComparison(before, told) || isNamePart(before, after, text.slice(told.start, told.end))) return false;
  if (CLIMATE.test(text) && Number(told.date.slice(0, 4)) > Number(published.slice(0, 4)) + 3) return false;
  return isOwn(clauseAround(text, told), document, means);
}

const isDayWord = (words: string): boolean => /day\b|morning|afternoon|evening|tonight|tomorrow/i.test(words);

/** Inside quotation marks that are still open: somebody's talk. */
function isQuoted(before: string): boolean {
  return before.lastIndexOf("“") > before.lastIndexOf("”") && before.length - before.lastIndexOf("“") > 12;
}

/** "More than last year", "compared with 2019", "since 2005 levels": measures, not events. */
function isComparison(before: string, { relative }: ToldDate): boolean {
  return /\b(?:than|compared (?:to|with)|relative to|versus)(?: [\p{L}]+){0,5} $/u.test(before.slice(-60)) || (relative && /\bthan\b[^,;]*$/.test(before.slice(-60)));
}

/** "Act of 2021", "fiscal year 2024", "2005 levels", "in 2027 World Conference". */
function isNamePart(before: string, after: string, words: string): boolean {
  if (/^of /i.test(words) && /\b\p{Lu}[\p{L}-]* $/u.test(before)) return true;
  if (/\b(?:fiscal year|FY|Resolution|resolution|No\.|Agenda|Horizon|Vision) ?$/.test(before)) return true;
  return /^ (?:levels?|baseline|budget|population|prices)\b/.test(after) || (/\d$/.test(words) && !/[A-Z][a-z]/.test(words) && /^ \p{Lu}\p{L}+/u.test(after) && /^(?:for|of|the)\b/i.test(words));
}

const CLIMATE = /\b(?:emissions?|net[- ]zero|greenhouse|decarboni[sz]\w*|carbon[- ]neutral\w*|climate neutral\w*|warming|NDCs?|1\.5)\b/i;

/** The clause that a date stands in: up to a semicolon, or a relative clause's edge. */
function clauseAround(text: string, { start, end }: ToldDate): { readonly text: string; readonly sentence: string } {
  const from = Math.max(text.lastIndexOf("; ", start), 0);
  const stop = text.indexOf("; ", end);
  return { text: text.slice(from, stop < 0 ? text.length : stop), sentence: text };
}

const JOINT = /\b(?:[Ww]e|[Oo]ur|us|both|[Bb]oth sides|two sides|two parties|both parties|the parties|[Pp]artnership|[Cc]ouncil|[Dd]ialogue|[Jj]oint(?:ly)?|[Tt]ogether|[Bb]ilateral|[Tt]rilateral|[Ll]eaders|[Mm]inisters|[Cc]o-chairs?|[Tt]hey|[Tt]heir|[Aa]ccession|[Aa]greement|[Aa]rrangement|[Mm]emorandum|[Nn]egotiations|between)\b/;

/** Whether a clause speaks of the partnership: not of others, and in a report not of one side's own affairs. */
function isOwn(clause: { readonly text: string; readonly sentence: string }, document: Document, { partnership, knowledge }: MilestoneMeans): boolean {
  const named = new Set(partiesIn(clause.text, knowledge).map(({ code }) => code));
  const own = [...named].filter((code) => partnership.parties.includes(code));
  const others = [...named].filter((code) => !partnership.parties.includes(code));
  if (others.length > 0 && own.length === 0 && !JOINT.test(clause.text)) return false;
  const told = document.kind === "news" || document.kind === "press-release";
  if (!told || own.length !== 1 || JOINT.test(clause.text)) return true;
  return !startsWithSide(clause.text, own, knowledge);
}

/** "Korea will host", "Ottawa dropped": the clause's subject is one side alone. */
function startsWithSide(text: string, own: readonly string[], knowledge: Pick<Knowledge, "parties">): boolean {
  const first = partiesIn(text, knowledge)[0];
  return first !== undefined && own.includes(first.code) && first.start < 60;
}

function quoteOf(document: Document, { text, block, start }: Sentence, told: ToldDate): Milestone {
  const semicolon = text.lastIndexOf("; ", told.start);
  const from = text.length > 260 && semicolon >= 0 ? semicolon + 2 : 0;
  const stop = text.indexOf(";", told.end);
  const to = text.length > 260 && stop >= 0 ? stop : text.replace(/[.;,]+$/, "").length;
  const first = block.offsets[start + from] ?? block.start;
  const last = (block.offsets[start + to - 1] ?? block.end - 1) + 1;
  return { date: told.date, start: first, end: last, quote: document.text.slice(first, last) };
}
