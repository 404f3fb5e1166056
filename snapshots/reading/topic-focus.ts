/**
 * How much each word of an undertaking tells what it is about: the object of the action most, purposes, examples and
 * the names of the ministries that act less. By closed lists of function words, so that it costs one pass.
 */
import type { Word } from "../language/words.ts";

/** Worth of words by their place in the sentence; `bench/topics.ts` shows what each brings. */
export interface FocusWeights {
  /** "To advance these goals, we will ...": what stands before the main clause. */
  readonly opening: number;
  /** "On AI, both sides ...": the field, named first. */
  readonly field: number;
  /** "... to support growth": what it is for. */
  readonly purpose: number;
  /** "including ...", "such as ...". */
  readonly example: number;
  /** "which ...", "through ...", "under ...". */
  readonly aside: number;
  /** "Department of Energy": who acts. */
  readonly actor: number;
  /** "cooperation on ...", "working group on ...": the field of a vessel. */
  readonly vessel: number;
  /** Sentences after the first. */
  readonly later: number;
  /** Lost with each word from the start, down to `floor`. */
  readonly decay: number;
  readonly floor: number;
}

export const FOCUS: FocusWeights = { opening: 0.6, field: 1.5, purpose: 0.55, example: 0.55, aside: 0.7, actor: 0.25, vessel: 1.3, later: 0.7, decay: 0.01, floor: 0.6 };

/** Words after which "to" begins the undertaking itself, not its purpose. */
const LEADS_TO = new Set(
  "agree agreed agrees agreeing commit commits committed committing commitment commitments intend intends intended intending plan plans planned planning seek seeks seeking sought continue continues continued continuing work works worked working aim aims aimed aiming pledge pledges pledged pledging resolve resolves resolved resolving decide decides decided hope hopes hoped strive strives striving endeavor endeavour want wish need needs opportunity opportunities effort efforts way ways forward together determined ready able ability willingness desire invite invites invited encourage encourages encouraged urge urges urged want is are was were be began begin expect expects expected ought about steps step right mandate tasked directed instructed intention intent plans action actions measures potential helping help due scheduled set proposed proposal promise promised".split(" "),
);
const DETERMINERS = new Set("the a an its their our this these those all any each both other such his her some more many".split(" "));
const OPENINGS = new Set("to as recognizing recognising building with given since while following noting acknowledging amid thanks drawing mindful guided reflecting considering against based consistent further furthering underscoring".split(" "));
const FIELDS = new Set("on in regarding concerning within".split(" "));
const SUBJECTS = new Set("we the both they our it president prime leaders ministers participants officials delegations each all parties singapore".split(" "));
const EXAMPLES = new Set("including includes include especially particularly notably".split(" "));
const ASIDES = new Set("which who whose where while whereby through via under alongside amid despite".split(" "));
const VESSELS = new Set(
  "cooperation collaboration coordination partnership dialogue dialogues agreement agreements arrangement mou memorandum understanding group groups roadmap initiative initiatives framework plan consultations work working exchange exchanges discussions talks negotiations project projects program programme programs programmes call efforts action statement declaration principles guidelines conference workshop workshops forum council center centre task cooperating collaborating collaborate cooperate engagement commitment commitments investments investment".split(" "),
);
const OFFICES = /\b(?:(?:Deputy |Under |Assistant |Vice )?(?:Departments?|Ministry|Ministries|Ministers?|Secretar(?:y|iat|ies)|Bureau|Directorate|Agency|Office|Commissioners?|Attorney) (?:of|for) (?:the )?(?:[A-Z][\w’'-]*)(?:(?:,| and| of| the|, and| &) [A-Z][\w’'-]*)*|[A-Z]\w+ (?:Department|Ministry|Minister|Secretary|Commissioner)s?)\b/g;

/** Worth of each word of `text`. Linear in its length. */
export function focusOf(text: string, words: readonly Word[], weights: FocusWeights = FOCUS): number[] {
  const worth: number[] = [];
  const opening = openingOf(text, words, weights);
  let clause = 1;
  let sentence = 1;
  let vessel = -9;
  words.forEach((word, index) => {
    const before = words[index - 1];
    const after = words[index + 1];
    const gap = before === undefined ? "" : text.slice(before.end, word.start);
    if (/[.!?;]["”’)]*\s/.test(gap)) [clause, sentence] = [1, weights.later];
    if (index >= opening.until) clause = Math.min(clause, clauseWorth(word, before, after, weights));
    if (before !== undefined && VESSELS.has(before.lower) && /^(?:on|in|for|of|about|regarding)$/.test(word.lower)) vessel = index;
    const inVessel = index > vessel && index <= vessel + 4 && clause === 1;
    const place = Math.max(weights.floor, 1 - weights.decay * index);
    worth.push((index < opening.until ? opening.worth : clause * sentence) * place * (inVessel ? weights.vessel : 1));
  });
  return lowerActors(text, words, worth, weights.actor);
}

function clauseWorth(word: Word, before: Word | undefined, after: Word | undefined, weights: FocusWeights): number {
  if (before === undefined) return 1;
  if (EXAMPLES.has(word.lower) || (word.lower === "such" && after?.lower === "as")) return weights.example;
  if (ASIDES.has(word.lower)) return weights.aside;
  if (word.lower === "support" && before.lower === "in") return weights.purpose;
  if (word.lower === "so" && after?.lower === "that") return weights.purpose;
  if (word.lower === "view" || word.lower === "aimed" || word.lower === "designed") return before.lower === "a" || word.lower !== "view" ? weights.purpose : 1;
  if (word.lower === "to" && after !== undefined && isPurpose(before, after)) return weights.purpose;
  return 1;
}

/** "to" before a verb, and not after a word that wants one. */
function isPurpose(before: Word, after: Word): boolean {
  if (LEADS_TO.has(before.lower) || DETERMINERS.has(after.lower)) return false;
  return after.text === after.lower && !/(?:ing|ed|s)$/.test(after.lower);
}

/** How many words stand before the main clause, and what they are worth. */
function openingOf(text: string, words: readonly Word[], weights: FocusWeights): { readonly until: number; readonly worth: number } {
  const [first] = words;
  const none = { until: 0, worth: 1 };
  if (first === undefined) return none;
  const isField = FIELDS.has(first.lower);
  if (!isField && !OPENINGS.has(first.lower)) return none;
  for (let index = 1; index < Math.min(words.length, 45); index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) break;
    const comma = text.slice(before.end, word.start).includes(",");
    const main = SUBJECTS.has(word.lower) || (/^\p{Lu}/u.test(word.text) && comma);
    if (comma && main) return { until: index, worth: isField && index <= 12 ? weights.field : weights.opening };
    if (!comma && isField && (word.lower === "we" || word.lower === "both")) return { until: index, worth: weights.field };
  }
  return none;
}

function lowerActors(text: string, words: readonly Word[], worth: readonly number[], factor: number): number[] {
  const offices = [...text.matchAll(OFFICES)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  if (offices.length === 0) return [...worth];
  return worth.map((one, index) => {
    const word = words[index];
    const inside = word !== undefined && offices.some((office) => office.start <= word.start && word.end <= office.end);
    return inside ? one * factor : one;
  });
}
