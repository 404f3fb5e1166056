/**
 * Which predicates are commitments: who acts and what the verb does decide, after the annotation guidelines, section 1. Told apart from
 * logistics, courtesies, background and what third parties do.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import { PERFORMATIVE } from "./lexicon.ts";
import type { Predicate } from "./predicates.ts";
import type { Staging } from "./staging.ts";
import type { Actor } from "./subjects.ts";

export interface Claim {
  readonly predicate: Predicate;
  readonly staging: Staging;
  readonly actor: Actor;
  readonly tokens: readonly Token[];
  /** The predicate's words. */
  readonly words: string;
  readonly subject: string;
  /** A journalist's report: parties that act alone are background there. */
  readonly report: boolean;
  /** A ministry's release or overview: what it tells of things is what the parties have done. */
  readonly release: boolean;
  /** A fact sheet tells what each side has done for the partnership. */
  readonly factSheet: boolean;
  /** Names a country that is not a party. */
  readonly namesOthers: boolean;
}

/** 0 to 1: how sure it is that this is a commitment; 0 where it is none. */
export function confidenceOf(claim: Claim): number {
  const { predicate, staging, actor } = claim;
  if (isHistory(claim)) return 0;
  if (predicate.group.negated && !FIRM.test(predicate.group.modal ?? "")) return 0;
  if (HARDLY.test(phraseOf(claim.tokens.slice(Math.max(0, predicate.group.from - 1), predicate.group.to)))) return 0;
  if (isCourtesy(claim) || isLogistics(claim) || staging.act === "say" || (staging.act === "ceremony" && actor !== "matter" && !FIRM.test(predicate.group.modal ?? ""))) return 0;
  if (predicate.how === "item") return staging.act === "state" ? 0 : 0.9;
  switch (actor) {
    case "together":
      return together(claim);
    case "body":
      return body(claim);
    case "one":
      return alone(claim);
    case "matter":
      return matter(claim);
    case "other":
      return 0;
  }
}

/** "barely came up": hardly said is not said. */
const HARDLY = /\b(?:barely|hardly|scarcely)\b/;

const FIRM = /^(?:will|shall|be to)$/;

function together(claim: Claim): number {
  const { predicate, staging } = claim;
  const { group } = predicate;
  if (staging.act === "state") return (FIRM.test(group.modal ?? "") && !/^(?:be|result|become|seem|remain)$/.test(group.lemma)) || group.modal === "must" || isFirmCommitment(claim) ? 0.7 : 0;
  if (PERFORMATIVE.has(staging.act)) return 0.95;
  if (group.modal !== null) return FIRM.test(group.modal) ? 0.95 : 0.6;
  if (staging.act === null) return group.progressive && !group.passive && !/^(?:endure|experience|undergo|last|grow)$/.test(group.lemma) ? 0.5 : 0;
  if ((group.lemma === "share" && /\b(?:tradition|history|values|border|ties|bonds)\b/.test(claim.words))) return 0;
  return /^over the (?:past|last)\b/i.test(claim.words) ? 0 : 0.8;
}

/** "Our commitment to ... is firm". */
const isFirmCommitment = ({ subject, words }: Claim): boolean => /\b(?:commitment|resolve|determination|support|solidarity)\b/i.test(subject) && /\b(?:is|are|remains?|stays?) (?:as )?(?:firm|unwavering|unequivocal|strong|ironclad|steadfast|clear|absolute|unshakeable|rock-solid|enduring|unbreakable|resolute)\b/i.test(words);

const FOUNDED = /\b(?:committee|dialogue|partnership|initiative|group|council|forum|framework|mechanism|task force|[A-Z]{3,6})\b/;

/** "In 2021 the presidents established this dialogue": how the partnership began, told with its year, is background. */
function isHistory({ predicate, staging, words, subject }: Claim): boolean {
  const { group } = predicate;
  if (SINCE.test(words) && group.perfect && staging.act === "provide") return true;
  if (group.passive && group.lemma === "sign" && /\b(?:partnership|dialogue|council|forum)$/i.test(subject.trim())) return true;
  if (group.tense !== "past" || group.modal !== null || (staging.act !== "begin" && staging.act !== "work" && !/^(?:announce|direct|found|relaunch)$/.test(group.lemma))) return false;
  return /\b(?:19|20)\d\d\b/.test(words) && /^(?:establish|launch|create|found|relaunch|announce|direct|initiate|set|form|inaugurate)$/.test(group.lemma) && FOUNDED.test(words);
}

/** The meeting itself, or the day: it does nothing for the partnership but take place. */
const OCCASION = /\b(?:meeting|summit|visit|travel|trip|talks|session|discussions|call|ceremony|event)s?(?: (?:to|of|in|with|between) .*)?$/i;

function body(claim: Claim): number {
  const { predicate, staging, report, namesOthers, subject } = claim;
  const { group } = predicate;
  if (staging.act === "state" && isFirmCommitment(claim)) return 0.7;
  if (OCCASION.test(subject.trim()) && !FIRM.test(group.modal ?? "") && !PERFORMATIVE.has(staging.act)) return 0;
  if (staging.act === "state" && !FIRM.test(group.modal ?? "")) return 0;
  if (namesOthers && (report || !PERFORMATIVE.has(staging.act))) return 0;
  if (FIRM.test(group.modal ?? "")) return 0.8;
  if (group.modal === "should" && !report) return 0.5;
  if (group.modal !== null) return 0;
  if (group.progressive) return 0.7;
  if (PERFORMATIVE.has(staging.act)) return group.perfect ? 0.5 : 0.8;
  if (!report && staging.act !== null) return 0.6;
  return (staging.act === "finish" || staging.act === "begin" || staging.act === "keep") && !group.perfect ? 0.6 : 0;
}

const PERSON = /\b(?:President|Minister|Secretary|Commissioner|Ambassador|Chancellor|Premier|spokes\w+)\b/;

function alone(claim: Claim): number {
  const { predicate, staging, report, namesOthers } = claim;
  const { group } = predicate;
  if (namesOthers || (report && PERSON.test(claim.subject))) return 0;
  if (OCCASION.test(claim.subject.trim())) return 0;
  if (FIRM.test(group.modal ?? "")) return 0.7;
  if (group.modal !== null || staging.act === "state") return 0;
  if (report && /\p{Lu}.*\band\b.*\p{Lu}/u.test(claim.subject) && /^(?:finish|explore|work|begin)$/.test(staging.act ?? "")) return 0.5;
  if (report) return staging.act === "explore" || ((staging.act === "commit" || staging.act === "intend" || staging.act === "affirm") && !group.progressive) ? 0.6 : 0;
  if (PERFORMATIVE.has(staging.act)) return 0.7;
  if (group.tense === "present" && !group.perfect && !group.progressive) return claim.factSheet && group.lemma === "continue" ? 0.5 : 0;
  if (claim.factSheet && staging.act !== null) return 0.55;
  return staging.act === "provide" || staging.act === "begin" || staging.act === "finish" || staging.act === "keep" || ((group.progressive || group.perfect) && staging.act !== null) ? 0.55 : 0;
}

const JOINT_WORK = /\b(?:trials?|tests?|surveys?|deployments?|database|criteria|guidelines?|terms|inventory|handbook|schemes?|tenders?|challenge|catalog(?:ue)?|courses?|centres?|centers?|laborator(?:y|ies)|plants?|sites?|missions?|consignment|rules|principles|glossary|lists?|maps?|data|register|portal|website|corridors?|channel|benchmarks?|toolkit|guides?|manual|strategy|exemptions?|certificates?|recognition|training|standards?|licen[cs]es?|permits?|quota|networks?|negotiations?|talks|cooperation|collaboration|work|projects?|pilots?|exchanges?|calls?|study|studies|exercises?|agreements?|initiatives?|programmes?|programs?|arrangements?|joint|roadmaps?|reviews?|consultations|partnerships?|ties|links|fellowships?|scholarships?|visits?|workshops?|research|efforts|network|platform|priorities|area|areas|opportunities|indicators|flows|evaluations?|steps|measures|actions|accession|treaty|protocol|memorandum|MOU|fund|funding|experts|researchers|teams?|officials|engagement|discussions|implementation)\b/i;

/** What no party brings about: the state of the world. */
const WORLD = /\b(?:world|economy|war|crisis|crises|threats?|pandemic|climate change|history|future|invasion|aggression|attack|population|demand|prices|market|markets|conflict|tensions)$/i;

/** "Views were exchanged", "consideration is being given to", "the idea of a benchmark was aired". */
export const TALKS = /^(?:views|(?:exploratory |further |first )?(?:discussions?|talks)\b.*|consultations|consideration|an exchange of views|the (?:idea|possibility|question|feasibility) of\b.*)$/i;

function matter(claim: Claim): number {
  const { predicate, staging, subject, namesOthers, report } = claim;
  const { group } = predicate;
  // "It was agreed that", "It is intended that".
  if (/^it$/i.test(subject.trim()) && group.passive && PERFORMATIVE.has(staging.act ?? "state") && claim.tokens[group.to]?.lower === "that") return 0.6;
  if ((namesOthers && !(group.passive && PERFORMATIVE.has(staging.act ?? "state"))) || /^(?:this|these|that|it|such\b.*|too often\b.*|applicants)$/i.test(subject.trim()) && !FIRM.test(group.modal ?? "")) return 0;
  if (staging.act === "state" && isFirmCommitment(claim)) return 0.7;
  if (/^(?:the|its|their|our) (?:aim|goal|intention|plan|idea|hope|ambition)$/i.test(subject.trim()) && (group.lemma === "be" || group.modal === "be to")) return 0.6;
  if (TALKS.test(subject.trim()) && (group.passive || /^(?:continue|begin|start|take)$/.test(group.lemma))) return 0.6;
  if (!report && !WORLD.test(subject.trim()) && FIRM.test(group.modal ?? "") && (staging.act !== "state" || /^(?:include|contain|comprise|serve|cover|come|follow|become|run|last)$/.test(group.lemma))) return 0.6;
  if (FIRM.test(group.modal ?? "") && (/^(?:the )?next\b/i.test(subject.trim()) || (JOINT_WORK.test(claim.words) && staging.act === "keep"))) return 0.6;
  if (!report && /^(?:must|should|could|may)$/.test(group.modal ?? "") && !WORLD.test(subject.trim())) return 0.45;
  // "drone seeding has been demonstrated", "data are being fed into the base": in a text of the parties what was done is theirs.
  if (!report && !WORLD.test(subject.trim()) && staging.act !== null && staging.act !== "state" && ((group.perfect && (group.passive || group.progressive)) || (group.passive && group.progressive))) return 0.5;
  if (FIRM.test(group.modal ?? "") && group.lemma === "be" && /\b(?:venue|host)\b.*\b(?:meeting|session|council|dialogue|summit|round)\b/i.test(claim.words)) return 0.6;
  if (claim.release && !WORLD.test(subject.trim()) && staging.act !== null && staging.act !== "state" && group.modal === null && (group.perfect || group.progressive)) return 0.45;
  if (/^ground$/i.test(subject.trim()) && group.lemma === "break") return 0.5;
  if (report && group.passive && group.progressive && staging.act !== null && staging.act !== "state" && /\b(?:now|already)\b/.test(claim.words)) return 0.5;
  if (!JOINT_WORK.test(subject) && !(group.passive && PERFORMATIVE.has(staging.act))) return 0;
  if (FIRM.test(group.modal ?? "")) return staging.act === "state" && !/\b(?:available|open|held|implemented)\b/.test(subject) ? 0.45 : 0.6;
  if (group.modal === "should" && !report) return 0.5;
  if (group.modal !== null || staging.act === "state") return 0;
  if (group.passive) return staging.act === null || staging.act === "provide" ? 0 : 0.6;
  if (report && group.tense === "present" && /\b(?:now|already|since)\b/.test(claim.words)) return 0.5;
  if (staging.act === "finish" && (group.passive || group.perfect || group.tense === "past") && !/\b(?:partnership|council|dialogue|agreement|committee|meeting|session|summit)s?$/i.test(subject.replace(/\s+(?:of|on|for|between|in|with)\b.*$/i, "").trim())) return 0.5;
  if (staging.act === "finish" && group.tense === "present" && !group.perfect && !group.passive) return 0;
  const moves = (staging.act === "intend" && !group.perfect) || staging.act === "explore" || staging.act === "keep" || staging.act === "carry" || staging.act === "begin" || staging.act === "finish" || group.progressive;
  return moves ? 0.55 : 0;
}

/** "Since 2002, the country has provided ...": what has been given over the years is history. */
const SINCE = /^since (?:19|20)\d\d\b/i;

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
