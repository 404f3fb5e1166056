/**
 * Dated facts of the partnership's own history or future that a document tells. Every date in the running text is a candidate; left
 * out are the meeting itself, what others do, what one side does on its own in a report about both, quoted talk, comparisons with a
 * past year, targets of the climate, and dates that are part of a name ("the 2027 World Conference").
 */
import { sentencesOf } from "../language/sentences.ts";
import type { Commitment, Document, IsoDate, Knowledge, Milestone, PartnershipRef, Sentence } from "../types.ts";
import { partiesIn } from "./parties.ts";
import { insideQuotes } from "./quoted.ts";
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

/** Characters around a date that tell what it is about: the cost stays linear in a text without full stops. */
const REACH = 400;

/** Finds the milestones of a document, in the order of the text. Linear in its length. */
export function readMilestones(document: Document, means: MilestoneMeans): Milestone[] {
  const milestones = new Map<string, Milestone>();
  for (const sentence of sentencesOf(document)) {
    if (sentence.block.kind === "quotation") continue;
    const told = datesTold(sentence.text, means.published);
    for (const [index, date] of told.entries()) {
      const before = told[index - 1];
      if (before !== undefined && date.start - before.end <= 1) continue;
      if (!isMilestone(sentence, date, { document, means })) continue;
      const milestone = quoteOf(document, sentence, date);
      const key = `${milestone.date} ${milestone.start}`;
      if (!milestones.has(key)) milestones.set(key, milestone);
    }
  }
  return [...milestones.values()];
}

interface Around {
  readonly document: Document;
  readonly means: MilestoneMeans;
}

function isMilestone({ text }: Sentence, told: ToldDate, { document, means }: Around): boolean {
  const { published, held } = means;
  const words = text.slice(told.start, told.end);
  if (told.first === told.last && ((told.first >= held && told.first <= published) || (told.relative && isDayWord(words)))) return false;
  const before = text.slice(Math.max(0, told.start - REACH), told.start);
  const after = text.slice(told.end, told.end + REACH);
  if (insideQuotes(before, NAMED) || isAside(before, after, told.first <= published) || isComparison(before, told) || (!(/^by\b/i.test(words) || /\bby $/.test(before)) && isMeasure(before, after, { ...told, past: told.last < published })) || isStretch(before, after, told.last < published) || isDuration(before, words) || isNamePart(before, after, words)) return false;
  if (CLIMATE.test(before + after) && Number(told.date.slice(0, 4)) > Number(published.slice(0, 4)) + 3) return false;
  return isOwn({ ...clauseAround(text, told), before, after, told }, document, means);
}

const isDayWord = (words: string): boolean => /day\b|morning|afternoon|evening|tonight|tomorrow/i.test(words);

/** Marks that have been open for less stand around a name; those around longer words are somebody's talk. */
const NAMED = 12;

/** What befell somebody, or what a country did at its polls: "the sabotage of September 2022", "last June's protests". */
const TROUBLE = "(?:elections?|bombings?|attacks?|sabotage|murder|violence|protests?|invasion|violations?|clashe[ds]|rammed|damaged|severed|severing|killed)";
const TROUBLED = new RegExp(`\\b${TROUBLE}\\b[^,;]{0,60}$`);
const TROUBLES = new RegExp(`^(?:[’']s)? ${TROUBLE}\\b`);

/** Told to those who read, not of the partnership: "Please register before 1 May". */
const READERS = /\b(?:[Pp]lease|register with|sign up|write to us|town-hall|drop-in|[Mm]embers wishing)\b/;

function isAside(before: string, after: string, past: boolean): boolean {
  return READERS.test(before.slice(-120)) || TROUBLES.test(after) || (past && TROUBLED.test(before.slice(-100)));
}

/** "More than last year", "compared with 2019", "since 2005 levels": measures, not events. */
function isComparison(before: string, { relative }: ToldDate): boolean {
  return /\b(?:than|compared (?:to|with)|relative to|versus|(?:up|down|doubling|tripling|rising|growing|falling) from|(?:attacks?|invasion|aggression|coup) (?:of|on|in))(?: [\p{L}\d.%]+){0,5} $/u.test(before.slice(-60)) || (relative && /\bthan\b[^,;]*$/.test(before.slice(-60)));
}

const QUANTITY = /\d[\d,.]*(?: ?%| (?:percent|per cent|bcm|billion cubic|(?:million |billion )?(?:tons|tonnes|barrels|people|individuals|doses)|MW|GW|[MG]W))/;

/** What was measured in a year is no event; what is to be reached by a year is. */
function isMeasure(before: string, after: string, { date, past }: ToldDate & { readonly past: boolean }): boolean {
  if (past && date.length === 4 && (/(?:[$€£¥]|\b(?:USD|EUR|billion|million|trillion)\b)[^.;]{0,40}$/.test(before.slice(-60)))) return true;
  return date.length === 4 && (QUANTITY.test(before.slice(-70)) || QUANTITY.test(after.slice(0, 60)));
}

/** "Between August and January", "from January through March": a stretch of time that is over. */
function isStretch(before: string, after: string, past: boolean): boolean {
  if (/\b[Bb]etween(?: [\p{L}\d]+,?){1,4} and $/u.test(before.slice(-50)) || (/\b[Bb]etween $/.test(before.slice(-8)) && /^ and\b/.test(after))) return true;
  return past && (/^ (?:through|to|until) (?:the end of )?[\p{Lu}\d]/u.test(after) || /\b[Ff]rom(?: [\p{L}\d]+,?){1,4} (?:through|to|until)(?: the end of)? ?$/u.test(before.slice(-60)));
}

/** "Within the next year" is a length of time; "this year" alone is only the present, unless something is still to come in it. */
const isDuration = (before: string, words: string): boolean => (/^this (?:year|month)$/i.test(words) && !/\b(?:will|shall|to be|is to|are to|plans?|planned|intends?|aims?|expected|scheduled|due|look(?:s|ing)? forward)\b/.test(before)) || /^(?:next|last|this) (?:year|month)/i.test(words) && /\b(?:within|over|for|during|in|of) the $/i.test(before);

/** "Act of 2021", "the level of 2025", "the year to March", "fiscal year 2024", "2005 levels", "in 2027 World Conference". */
function isNamePart(before: string, after: string, words: string): boolean {
  if ((/^of /i.test(words) && /\b(?:levels?|months|period|figures?) $/.test(before)) || /\b(?:year|quarters|months) to $/.test(before)) return true;
  if (/^of /i.test(words) && /\b\p{Lu}[\p{L}-]* $/u.test(before) && !PACT.test(before)) return true;
  if (/\b(?:Order|Regulation|Directive|Decision|Resolution|Proclamation|Decree|Law) (?:No\. ?)?[\d/()-]+ of $/.test(before)) return true;
  if (/\b(?:fiscal year|FY|Resolution|resolution|No\.|Agenda|Horizon|Vision) ?$/.test(before)) return true;
  return /^ (?:levels?|baseline|budget|population|prices|alone)\b/.test(after) || (/\d$/.test(words) && !/[A-Z][a-z]/.test(words) && /^ \p{Lu}\p{L}+/u.test(after) && /^(?:for|of|the)\b/i.test(words));
}

/** What the parties made together keeps its year as a date of its own: "the Digital Partnership of 2018". */
const PACT = /\b(?:Agreement|Partnership|Memorandum|Arrangement|Treaty|Accord|Pact|Dialogue|Council|Cabinet|Summit)s? $/;

const CLIMATE = /\b(?:emissions|net[- ]zero|greenhouse|decarboni[sz]\w*|carbon[- ]neutral\w*|climate neutral\w*|warming|NDCs?|1\.5)\b/i;

interface Clause {
  /** Up to a semicolon on either side of the date. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly told: ToldDate;
}

function clauseAround(text: string, { start, end }: ToldDate): { readonly text: string } {
  const from = Math.max(0, start - REACH);
  const near = text.slice(from, end + REACH);
  const semicolon = near.lastIndexOf("; ", start - from);
  const stop = near.indexOf("; ", end - from);
  return { text: near.slice(semicolon < 0 ? 0 : semicolon + 2, stop < 0 ? near.length : stop) };
}

const JOINT = /\b(?:[Ww]e|[Oo]ur|us|[Bb]oth|two sides|two parties|the parties|[Pp]artnership|[Cc]ouncil|[Dd]ialogue|[Jj]oint(?:ly)?|[Tt]ogether|[Bb]ilateral|[Tt]rilateral|[Ll]eaders|[Mm]inisters|[Cc]o-chairs?|[Tt]hey|[Tt]heir|[Aa]ccession|[Aa]greement|[Aa]rrangement|[Mm]emorandum|[Nn]egotiations|between)\b/;
const OURS = /\b(?:[Ww]e|[Oo]ur|[Bb]oth|two sides|the parties|[Pp]artnership|[Cc]ouncil)\b/;
/** A clause that begins with a name of its own and what its bearer did: "Ottawa dropped". */
const BEARER = /^(?!The |These |This |Since |When |Work |Under )\p{Lu}\p{L}*(?<!s) (?:also |has |had |then )?\p{Ll}+ed\b/u;

/** What one of them undertakes, or what is set for its soil, is part of the outcome. */
const UNDERTAKEN = /\b(?:will|(?:is|are|was|were) to|would be|undertook|undertakes?|committed to|agreed to|expected (?:in|to)|set for|takes? over|hosts?)\b/;

/** What a country settles with itself: "Norland's own law will apply in May". */
const AT_HOME = /\b(?:own|laws?|Acts?|parliaments?|elections?)\b/;

/** Kinds in which the parties speak: there, what one of them does is part of the outcome. */
const SPOKEN: ReadonlySet<string> = new Set(["joint-statement", "fact-sheet", "communique", "declaration", "agreement", "digest"]);

/** Whether a clause speaks of the partnership: not of others, and in a report not of one side's own affairs. */
function isOwn({ text, before, after, told }: Clause, document: Document, { partnership, knowledge }: MilestoneMeans): boolean {
  const mentions = partiesIn(text, knowledge);
  const isOne = (code: string): boolean => partnership.parties.includes(code);
  const own = new Set(mentions.filter(({ code }) => isOne(code)).map(({ code }) => code));
  const others = mentions.filter(({ code }) => !isOne(code));
  const next = partiesIn(after.slice(0, 30), knowledge)[0];
  if (next !== undefined && next.start <= 1 && !isOne(next.code)) return false;
  const spoken = SPOKEN.has(document.kind);
  if (others.length > 0 && own.size === 0 && !JOINT.test(text)) return spoken && UNDERTAKEN.test(text);
  if (spoken) return true;
  if (told.relative && /,? (?:which|who|whose) (?!met\b|sat\b|will meet\b)[^,;]*$/.test(before) && !JOINT.test(text)) return false;
  if (BEARER.test(text) && own.size === 0 && !JOINT.test(text)) return false;
  const alone = own.size === 1 && mentions[0] !== undefined && isOne(mentions[0].code) && mentions[0].start < 60;
  return !alone || (others.length > 0 ? OURS : JOINT).test(text) || (others.length === 0 && UNDERTAKEN.test(text) && !AT_HOME.test(text));
}

/** Sentences up to this length are quoted whole. */
const SHORT = 260;

/** The sentence, or in a long one the part between semicolons around the date; in one without end, the words near the date. */
function quoteOf(document: Document, { text, block, start }: Sentence, told: ToldDate): Milestone {
  let from = 0;
  let to = text.length;
  if (text.length > SHORT) {
    const before = text.slice(Math.max(0, told.start - REACH), told.start);
    const after = text.slice(told.end, told.end + REACH);
    const [semicolon, stop] = [before.lastIndexOf("; "), after.indexOf(";")];
    from = semicolon >= 0 ? told.start - before.length + semicolon + 2 : told.start <= REACH ? 0 : told.start - before.length + before.indexOf(" ") + 1;
    to = stop >= 0 ? told.end + stop : told.end + REACH >= text.length ? text.length : told.end + after.lastIndexOf(" ");
  }
  while (to > told.end && /[.;,\s]/.test(text[to - 1] ?? "")) to--;
  const first = block.offsets[start + from] ?? block.start;
  const last = (block.offsets[start + to - 1] ?? block.end - 1) + 1;
  return { date: told.date, start: first, end: last, quote: document.text.slice(first, last), plain: text.slice(from, to) };
}
