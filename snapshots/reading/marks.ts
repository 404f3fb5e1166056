/**
 * Marks that a predicate bears: words of joint work, of time and of courtesy, what its subject is, what its sentence says besides. Each has a
 * name; none decides alone.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Claim } from "./cues.ts";
import { PERFORMATIVE } from "./lexicon.ts";

/** "Views were exchanged", "consideration is being given to", "the idea of a benchmark was aired". */
export const TALKS = /^(?:views|(?:exploratory |further |first )?(?:discussions?|talks)\b.*|consultations|consideration|an exchange of views|the (?:idea|possibility|question|feasibility) of\b.*)$/i;

/** Marks with what shows them, and their full names: "words-money". */
function marks(where: string, patterns: Readonly<Record<string, RegExp>>): readonly (readonly [string, RegExp])[] {
  return Object.entries(patterns).map(([name, pattern]) => [`${where}-${name}`, pattern] as const);
}

const found = (among: ReturnType<typeof marks>, text: string): string[] => among.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

/** Marks in the words of a predicate, each by its name. */
const IN_WORDS = marks("words", {
  jointly: /\b(?:joint|jointly|both|bilateral|each other|two (?:sides|countries|governments|partners|parties)|together|mutual|shared|common|cooperat\w+|collaborat\w+|trilateral)\b/i,
  partnership: /\b(?:partnership|dialogue|council|forum|initiative|agreement|arrangement|memorandum|roadmap|framework|treaty|compact)\b/i,
  work: /\b(?:trials?|tests?|surveys?|guidelines?|schemes?|tenders?|courses?|cent(?:er|re)s?|laborator(?:y|ies)|standards?|negotiations?|talks|projects?|pilots?|exchanges?|calls?|study|studies|exercises?|programmes?|programs?|reviews?|workshops?|research|network|platform|fund|funding|working group|task force)\b/i,
  lately: /\b(?:now|already|since|meanwhile|currently|under way|underway|so far|to date)\b/i,
  year: /\b(?:19|20)\d\d\b/,
  earlier: /\b(?:last|ago|earlier|previous|first|then)\b/i,
  ahead: /\b(?:next|by|before|until|from|in) (?:the (?:end|spring|summer|autumn|second half|first half) of |early |mid-|late )?(?:next|20[2-9]\d|\w+ 20[2-9]\d|spring|summer|autumn|year)/i,
  money: /[€$£¥]|\b(?:million|billion)\b/,
  share: /\b(?:tradition|history|values|border|ties|bonds)\b/i,
  friends: /\b(?:committed|dedicated|close|trusted|natural|strong) (?:partners|friends|allies)\b/i,
  condolence: /\b(?:condolences|hospitality|warm welcome|pleasure|birthday)\b/i,
  firm: /\b(?:is|are|remains?|stays?) (?:as )?(?:firm|unwavering|unequivocal|strong|ironclad|steadfast|clear|absolute|unshakeable|rock-solid|enduring|unbreakable|resolute)\b/i,
  gathering: /\b(?:meetings?|summits?|sessions?|conference|roundtable|ceremony|luncheon|dinner|press|visit|event|edition)\b/i,
  overYears: /^(?:over the (?:past|last)|since (?:19|20)\d\d)\b/i,
});

const PERSON = /\b(?:President|Minister|Secretary|Commissioner|Ambassador|Chancellor|Premier|spokes\w+)\b/;

/** Marks in the words before the verb. */
const IN_SUBJECT = marks("subject", {
  pronoun: /(?:^|\s)(?:we|they|both|both sides|the two|the two sides)$/i,
  deictic: /^(?:this|these|that|it|such)\b/i,
  there: /^(?:there)$/i,
  person: PERSON,
  occasion: /\b(?:meeting|summit|visit|travel|trip|talks|session|discussions|call|ceremony|event)s?(?: (?:to|of|in|with|between) .*)?$/i,
  next: /^(?:the |their |its |our )?(?:next|second|third|fourth|fifth|following)\b.*\b(?:meeting|session|council|dialogue|summit|round|edition)\b/i,
  aim: /^(?:the|its|their|our) (?:aim|goal|intention|plan|idea|hope|ambition)s?$/i,
  resolve: /\b(?:commitment|resolve|determination|support|solidarity)\b/i,
  jointWork: /\b(?:trials?|tests?|surveys?|deployments?|database|criteria|guidelines?|terms|inventory|handbook|schemes?|tenders?|challenge|catalog(?:ue)?|courses?|centres?|centers?|laborator(?:y|ies)|plants?|sites?|missions?|rules|principles|glossary|lists?|maps?|data|register|portal|website|corridors?|channel|benchmarks?|toolkit|guides?|manual|strategy|exemptions?|certificates?|recognition|training|standards?|licen[cs]es?|permits?|quota|networks?|negotiations?|talks|cooperation|collaboration|work|projects?|pilots?|exchanges?|calls?|study|studies|exercises?|agreements?|initiatives?|programmes?|programs?|arrangements?|joint|roadmaps?|reviews?|consultations|partnerships?|fellowships?|scholarships?|workshops?|research|efforts|platform|priorities|evaluations?|steps|measures|actions|accession|treaty|protocol|memorandum|MOU|fund|funding|experts|researchers|teams?|officials|engagement|discussions|implementation|drill|service|label|framework|review)\b/i,
  world: /\b(?:world|economy|war|crisis|crises|threats?|pandemic|climate change|history|future|invasion|aggression|attack|population|demand|prices|market|markets|conflict|tensions)$/i,
  talks: TALKS,
  some: /^(?:no|some|many|most|several|few|analysts|critics|observers|companies|businesses|industry|exporters|campaigners|diplomats)\b/i,
  name: /^(?:The )?(?:(?:\p{Lu}[\p{L}\p{N}.’'&-]*|of|and|for|the)(?:\s+|$))+$/u,
  number: /^(?:\d|some \d|about \d|more than \d|around \d)/i,
});

/** Marks in the whole sentence. */
const IN_SENTENCE = marks("sentence", {
  quotes: /["“”]/,
  said: /\b(?:said|told|added|according to|reporters)\b/,
  turn: /^(?:but|yet|however|still|for now|so far|meanwhile|elsewhere|separately)\b/i,
  comment: /\b(?:analysts?|observers?|critics|campaigners|rights groups|industry|lobby|opposition)\b/i,
});

const HARDLY = /\b(?:barely|hardly|scarcely)\b/;

/** The names of all marks that a claim bears. */
export function marksOf(claim: Claim): string[] {
  const { predicate, tokens, words, sentence, staging } = claim;
  const { group } = predicate;
  const subject = claim.subject.trim();
  const borne = [...found(IN_WORDS, words), ...(subject === "" ? ["subject-none"] : found(IN_SUBJECT, subject)), ...found(IN_SENTENCE, sentence)];
  if (group.negated) borne.push("negated");
  if (HARDLY.test(phraseOf(tokens.slice(Math.max(0, group.from - 1), group.to)))) borne.push("hardly");
  if (claim.namesOthers) borne.push("names-others");
  if (/^it$/i.test(subject) && group.passive && PERFORMATIVE.has(staging.act ?? "state") && tokens[group.to]?.lower === "that") borne.push("it-was-agreed");
  if (borne.includes("subject-resolve") && borne.includes("words-firm")) borne.push("firm-resolve");
  if (isHistory(claim)) borne.push("history");
  if (isCourtesy(claim)) borne.push("courtesy");
  if (isLogistics(claim)) borne.push("logistics");
  const count = words.split(/\s+/).length;
  borne.push(count < 5 ? "length-4" : count < 9 ? "length-8" : count < 16 ? "length-15" : count < 30 ? "length-29" : "length-30");
  return borne;
}

const FOUNDED = /\b(?:committee|dialogue|partnership|initiative|group|council|forum|framework|mechanism|task force|[A-Z]{3,6})\b/;

/** "In 2021 the presidents established this dialogue", "Since 2002, the country has provided ...": how the partnership began, and what was given over the years. */
function isHistory({ predicate, staging, words, subject }: Claim): boolean {
  const { group } = predicate;
  if (/^since (?:19|20)\d\d\b/i.test(words) && group.perfect && staging.act === "provide") return true;
  if (group.passive && group.lemma === "sign" && /\b(?:partnership|dialogue|council|forum)$/i.test(subject.trim())) return true;
  if (group.tense !== "past" || group.modal !== null) return false;
  return /\b(?:19|20)\d\d\b/.test(words) && /^(?:establish|launch|create|found|relaunch|announce|direct|initiate|set|form|inaugurate)$/.test(group.lemma) && FOUNDED.test(words);
}

/** "It was a pleasure", "welcomed President Lee to the White House", "thanked their hosts". */
function isCourtesy({ predicate, staging, tokens, words }: Claim): boolean {
  const object = tokens.slice(predicate.group.to, predicate.to).map((token) => token.text).join(" ");
  if (/^(?:thank|greet|wish|honou?r)$/.test(predicate.group.lemma) || (predicate.group.lemma === "congratulate" && !/\bon (?:the|its|their)\b/.test(object)) || /^(?:grateful|thankful|honou?red)\b/.test(object)) return true;
  if (staging.act === "hail" && /^(?:(?:each other|him|her|them)\b|(?:the )?(?:Australian |Japanese |Korean |Indian |British |French |German |Canadian )?(?:President|Prime Minister|Vice President|Chancellor|Secretary|Minister|Foreign Minister|His|Her|King|Premier|Crown Prince|Taoiseach)(?! [^,.]{0,40}['’] ?s\b)\b)/.test(object) && !/['’]\s?s? (?:announcement|commitment|decision|intention|pledge|leadership|participation|accession|support|initiative|plan|plans|offer|efforts|invitation)/.test(object)) return true;
  if (staging.act === "hail" && /^(?:(?:the|his|her|this)|[\p{L}. ’'-]{2,40}[’'] ?s) (?:official |state |working )?visit\b/u.test(object)) return true;
  return /\b(?:condolences|hospitality|warm welcome|pleasure|birthday)\b/i.test(words);
}

const GATHERING = /\b(?:meetings?|summits?|sessions?|talks|conference|council|dialogue|roundtable|round|ceremony|luncheon|dinner|bilateral|press|visit|consultations?|event|edition|call|discussions?)\b/i;

/** A partnership's own meetings are what its documents report; that a working group of it met is an outcome. */
const APEX = /\b(?:council|dialogue|summit|conference|ministerial|forum|quad|partnership)\b(?!.*\b(?:group|committee|task force)\b)/i;

/** Who met, chaired, attended, spoke, where and when. */
function isLogistics({ predicate, staging, tokens, actor, subject }: Claim): boolean {
  const { group } = predicate;
  const object = tokens.slice(group.to, predicate.to).map((token) => token.lower);
  const first = object.slice(0, 9).join(" ");
  if (group.modal !== null || (predicate.inner.length > 0 && PERFORMATIVE.has(staging.act))) return false;
  if (/^(?:host|convene|hold)$/.test(group.lemma) && /\b(?:workshops?|forums?|engagements?|exercises?|training|series|courses?|competition)\b/.test(first) && !/roundtable/.test(first)) return false;
  if (group.lemma === "meet" && actor === "body" && /\bfor the first time\b/.test(first) && /\b(?:on|for) \w/.test(subject)) return false;
  if (/^(?:meet|gather|convene|assemble|reconvene|sit|speak|chair|co-chair|join|attend|participate|visit|travel|host)$/.test(group.lemma)) return !(group.lemma === "join" && /\bforces|efforts|hands|with\b/.test(first)) && !(group.lemma === "convene" && actor !== "together");
  if (group.passive && /^(?:issue|publish|release|adopt)$/.test(group.lemma) && /^(?:a |the |this )?(?:joint )?(?:statement|press release|communiqu\w+)$/i.test(subject.trim())) return true;
  if (/^(?:recall|remember)$/.test(group.lemma)) return true;
  if (group.lemma === "hold" && group.passive && APEX.test(subject)) return true;
  if (/^(?:open|close|address|inaugurate)$/.test(group.lemma) && PERSON.test(subject)) return true;
  if (group.lemma === "lead" && /\b(?:delegation|discussions?|meeting|talks|side|by)\b/.test(first)) return true;
  return group.lemma === "hold" && staging.stage !== "explored" && GATHERING.test(first) && (actor !== "body" || APEX.test(subject));
}
