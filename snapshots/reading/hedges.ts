/**
 * Words that hedge an undertaking: conditions, qualifications of manner, distance between the parties and the act.
 * Phrases only, so that "aim" as a noun or "May" as a month is none. Verbs that merely set the stage ("plan to", "look
 * forward to") are the lexicon's matter.
 */
import type { Span } from "../types.ts";

export interface Hedge extends Span {
  readonly text: string;
}

const FIT = "(?:appropriate|applicable|relevant|feasible|practicable|possible|practical|necessary|needed|required|warranted)";
const CAN = "(?:possible|practicable|feasible|permitted|permissible|allowed)";

/** Kinds of hedges, each with its phrases; a phrase is a regular expression over lower-case words. */
const HEDGES: Readonly<Record<string, readonly string[]>> = {
  condition: [
    "subject to", "contingent (?:up)?on", "conditional (?:up)?on", "depending on", "dependent on", "pending", "provided that", "on (?:the )?condition that", "assuming that", "unless otherwise agreed",
    "(?:in accordance|consistent|in line|in conformity) with (?:their|our|its|each|each other's|respective|applicable|national|domestic)(?: \\w+){0,2} (?:laws?|legislations?|regulations|procedures|circumstances|obligations|constitutions?|priorities)",
    "within (?:the limits of )?(?:the )?(?:available|existing) (?:resources|means|budgets?)", "(?:availability|appropriation) of (?:appropriated )?(?:funds|funding|resources)", "if (?:necessary|needed|required|possible|appropriate|agreed|requested)", "as circumstances (?:allow|permit|warrant)",
    "when (?:conditions|circumstances) (?:allow|permit)", "working with congress", "in (?:consultation|coordination) with congress", "without prejudice to", "taking into account national circumstances",
  ],
  manner: [
    `(?:(?:where|when|if|wherever|whenever)(?:ver)?(?: and (?:as|where|when|if))?|as(?: and (?:where|when))) ${FIT}`, `(?<!as well )as ${FIT}`, `as (?:far|much|soon|quickly|widely|closely) as ${CAN}`, `to the (?:(?:greatest|fullest|maximum|maximal|largest|full) )?(?:extent|degree) ${CAN}`, "insofar as", "in principle", "in due course", "at an appropriate time", "in the longer[- ]term",
    "on a (?:voluntary|case[- ]by[- ]case|best[- ]efforts?) basis", "voluntarily", "best (?:efforts|endeavou?rs)", "on mutually agreed terms", "nationally appropriate", "preferably", "step by step", "gradually", "in a phased manner",
  ],
  distance: [
    "work(?:s|ed|ing)? towards?", "with a view to(?:wards?)?", "with the (?:aim|goal|hope|intention) of", "(?:explor(?:e|es|ed|ing)|consider(?:s|ed|ing)?|examin(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|study(?:ing)?|assess(?:es|ed|ing)?|look(?:s|ed|ing)? (?:in)?to) (?:into )?the (?:possib(?:ility|ilities)|feasibility|desirability|merits?|option|idea) of", "the (?:possibility|feasibility) of",
    "(?:aim|aims|aimed|aiming) to", "(?:endeavou?r|endeavou?rs|endeavou?red|endeavou?ring|strive|strives|striving|hope|hopes|hoped|hoping|aspire|aspires|wish|wishes|attempt|attempts|attempting|try|tries|trying|seek|seeks|seeking|sought) to", "(?:may|might|could)", "potential(?:ly)?", "eventually", "ultimately", "one day",
    "no date has (?:yet )?been (?:fixed|set|agreed)", "not expected before", "expressed (?:their |an |its )?(?:willingness|readiness|openness|hope)", "make (?:every|all|reasonable) efforts? to", "to be (?:determined|confirmed|decided)", "in the future",
  ],
};

/** One expression over all phrases, the longest first, so that "as soon as possible" is found whole. */
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.values(HEDGES).flat().toSorted((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** What one is subject to, where it hedges: a step or a rule still to come, not a set of rules that others live under. */
const SUBJECT_TO = /^(?:[\p{L}’'-]+ ){0,4}?(?:approvals?|availability|appropriations?|review|laws?|legislation|ratification|completion|negotiations?|notification|funding|funds|agreement|conditions?|confirmation|procedures?|consent|consultations?|requirements?|authori[sz]ation|resources|circumstances)\b/iu;

/** Hedges of a text, in order, none inside another. Linear in the length of the text. */
export function findHedges(text: string): readonly Hedge[] {
  return [...text.matchAll(PATTERN)].filter((match) => isHedge(text, match)).map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

function isHedge(text: string, match: RegExpExecArray): boolean {
  const words = match[0].toLowerCase();
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(match.index + match[0].length + 1);
  if (words === "may" || words === "might" || words === "could") return match[0] === words && !/\b(?:so that|in order that|that) (?:\S+ ){0,2}$/i.test(before) && /^(?:also |not |be |\p{Ll})/u.test(after);
  if (words === "potential") return !/(?:\b(?:full|the|its|their|our|great|untapped|growth|economic|enormous|and|significant|tremendous)|’s) $/i.test(before) && /^\p{Ll}/u.test(after);
  if (words === "subject to") return match.index === 0 || /, $/.test(before) || SUBJECT_TO.test(after);
  // "Plans to", "the aims to": a noun with what it is for.
  if (/^(?:aim|aims|hope|hopes|wish|wishes|attempt|attempts|endeavou?rs?)\b/.test(words)) return !/\b(?:the|an?|our|their|its|these|this) $/i.test(before);
  return true;
}
