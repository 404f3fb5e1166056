/**
 * Words that hedge an undertaking: conditions, qualifications of manner, distance between the parties and the act.
 * Phrases only, so that "aim" as a noun or "may" as a month is none.
 */
import type { Span } from "../types.ts";

export interface Hedge extends Span {
  readonly text: string;
}

/** Kinds of hedges, each with its phrases; a phrase is a regular expression over lower-case words. */
const HEDGES: Readonly<Record<string, readonly string[]>> = {
  condition: [
    "subject to", "contingent (?:up)?on", "conditional (?:up)?on", "depending on", "pending", "provided that", "on condition that", "on the condition that", "in accordance with (?:their|our|its|each|respective)(?: \\w+){0,2} (?:laws?|law and regulations|legislation|legislations|procedures)", "consistent with (?:their|our|its|each|respective|applicable)(?: \\w+){0,2} (?:laws?|legislation|procedures|obligations)",
    "within (?:the limits of )?(?:available|existing) (?:resources|means|budgets?)", "availability of (?:funds|funding|appropriated funds)", "if (?:necessary|needed|required|possible|appropriate|agreed|requested)", "where (?:necessary|needed|required)", "when (?:conditions (?:allow|permit)|appropriate)", "as circumstances (?:allow|permit|warrant)", "working with congress", "in consultation with congress", "without prejudice to", "taking into account national circumstances", "in line with national circumstances",
  ],
  manner: [
    "(?:as|where|when|if|wherever|whenever) (?:and (?:as|where|when) )?(?:appropriate|applicable|relevant|feasible|practicable|possible|practical)", "where (?:and when )?(?:possible|feasible)", "as (?:needed|necessary|required|far as possible|much as possible)", "to the (?:(?:greatest|fullest|maximum|maximal|largest) )?(?:extent|degree) (?:possible|practicable|feasible|permitted|permissible)", "as far as (?:possible|practicable|feasible)", "insofar as", "in principle", "in due course", "as soon as (?:possible|practicable|feasible)", "at an appropriate time", "on a (?:voluntary|case[- ]by[- ]case|best[- ]efforts) basis", "voluntar(?:y|ily)", "best (?:efforts|endeavou?rs)", "mutually (?:agreed|acceptable|convenient|determined)", "nationally appropriate", "among other things", "preferably", "if and when",
  ],
  distance: [
    "work(?:s|ed|ing)? towards?", "with a view to(?:wards?)?", "(?:explor(?:e|es|ed|ing)|consider(?:s|ed|ing)?|examin(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|study(?:ing)?|assess(?:es|ed|ing)?) (?:the )?(?:possib(?:ility|ilities)|feasibility|potential|desirability|options?|opportunities|ways|avenues)", "(?:aim|aims|aimed|aiming) (?:to|at|for)", "(?:endeavou?r|endeavou?rs|endeavou?red|endeavou?ring|strive|strives|striving|seek|seeks|seeking|sought|hope|hopes|hoped|hoping|aspire|aspires|wish|wishes|attempt|attempts|try|tries|trying) (?:to|for)", "(?:intend|intends|intended|intending|plan|plans|planned|planning) to", "look(?:s|ed|ing)? (?:forward to|into|to explore)", "(?:may|might|could|would|should) (?:be |also |consider |potentially |eventually |further |include )?", "potential(?:ly)?", "possibl[ey]", "possible (?:future )?(?:cooperation|collaboration|areas)", "in the longer[- ]term", "eventually", "ultimately", "one day", "no date has been (?:fixed|set|agreed)", "not expected before", "expressed (?:their |an |its )?(?:interest|willingness|readiness|openness|hope)", "the possibility of", "the feasibility of", "make (?:every|all) efforts?", "efforts to", "step by step", "gradual(?:ly)?",
  ],
};

/** One expression over all phrases, the longest first, so that "as soon as possible" is not also "possible". */
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.values(HEDGES).flat().toSorted((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** Hedges of a text, in order, none inside another. "May" with a capital is the month unless it begins the text's modal group. */
export function findHedges(text: string): readonly Hedge[] {
  const hedges: Hedge[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const words = match[0].trimEnd();
    if (isNoHedge(text, match.index, words)) continue;
    hedges.push({ start: match.index, end: match.index + words.length, text: words });
  }
  return hedges;
}

/** The month of May, dates such as "in May 2025", and "should" of a demand on others stay out. */
function isNoHedge(text: string, start: number, words: string): boolean {
  if (/^May\b/.test(words)) return true;
  if (/^(?:should|would)\b/i.test(words)) return true;
  if (/^(?:potential|possible)$/i.test(words)) return /\b(?:full|the|its|their|our|great|untapped|growth|economic) $/i.test(text.slice(Math.max(0, start - 12), start)) || /^possible$/i.test(words);
  return /^efforts to$/i.test(words) && !/\b(?:make|making|made|further) $/i.test(text.slice(Math.max(0, start - 10), start));
}
