/**
 * How things stand: "is open", "is a shared concern", "are to trial", "also discussed was". What follows the verb tells whether work is going
 * on, a position is taken, or something is agreed, meant or talked over.
 */
import { isPast } from "../language/past.ts";
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";
import type { Stage } from "../types.ts";
import type { Run } from "./clauses.ts";
import { actOf } from "./lexicon.ts";
import { nounAfter, STAGE_OF_NOUN } from "./object-nouns.ts";

export interface State {
  readonly stage: Stage;
  readonly rule: string;
  readonly words: readonly Run[];
}

/** How far a thing has come that only is so. */
export function stateOf(tokens: readonly Token[], outer: VerbGroup, { start, end }: { readonly start: number; readonly end: number }): State {
  const told = (stage: Stage, rule: string, run: Run = { from: outer.from, to: outer.to }): State => ({ stage, rule, words: [run] });
  const lead = { from: outer.from - 1, to: outer.to };
  if (/^(?:aim|goal|intention|plan|idea|hope|ambition)$/.test(tokens[lead.from]?.lower ?? "")) return told("intended", "aim-named", lead);
  if (outer.lemma !== "be") return told(outer.negated ? "noted" : "underway", "state-of-things");
  if (/\bon the (?:table|agenda)\b/.test(phraseOf(tokens.slice(start, outer.from)))) return told("explored", "on-the-table");
  const turned = inverted(tokens, outer, start);
  if (turned !== null) return turned;
  const words = phraseOf(tokens.slice(outer.to, Math.min(end, outer.to + 8)).filter((token) => token.pos !== "ADV" && token.pos !== "PUNCT" && !/^(?:today|now)$/.test(token.lower)));
  if (/^to \w/.test(words) && isBase(tokens, outer)) return told("committed", "is-to");
  if (tokens[outer.from - 1]?.lower === "there") return told(thereIs(tokens, outer, end), "there-is");
  const plain = STATES_TOLD.find(([pattern]) => pattern.test(words));
  if (plain !== undefined) return told(plain[1], "state-told", { from: outer.from, to: Math.min(end, outer.to + 1) });
  if (outer.negated) return told("noted", "state-of-things");
  return isQuality(tokens, outer) ? told("noted", "quality-told") : told("underway", "state-of-things");
}

/** What follows "is", adverbs left out. */
const STATES_TOLD: readonly (readonly [RegExp, Stage])[] = [
  [/^(?:a |the )?subject of\b|^(?:a |an )?(?:matter|object) of (?:discussion|debate|talks)\b|^at (?:a |an |the )?(?:early|exploratory) stage\b/, "explored"],
  [/^under (?:\w+ )?(?:consideration|discussion|review|examination|study)\b/, "explored"],
  [/^(?:the |our |their |its )(?:\w+ )?(?:intention|aim|goal|ambition|hope|plan|wish|objective) (?:of \w+ \w+ )?(?:to|that|is)\b|^(?:meant|supposed|destined|slated|tabled|hoped)\b/, "intended"],
  [/^(?:of (?:the (?:same )?(?:view|opinion|conviction|belief)|one mind)|at one|in (?:favou?r|agreement)|at the (?:heart|core|cent(?:re|er))|a matter (?:for|of)|in no doubt)\b/, "noted"],
  [/^(?:complete|finished|ready|over)\b/, "delivered"],
  [/^(?:an? |the |our )(?:[\w-]+ ){0,3}(?:partner|supporter|provider|contributor|donor|member|exchange|program|programme|initiative|platform|hub|forum|mechanism)s?\b/, "underway"],
  [/^(?:open|live|available|active|running|operational|functional|accessible|online|busy|part|members?|partners?)\b/, "underway"],
];

/** "Also discussed was", "Also agreed was": the participle at the head is the verb. */
function inverted(tokens: readonly Token[], outer: VerbGroup, start: number): State | null {
  const at = tokens.findIndex((token, index) => index >= start && index < outer.from && !(token.pos === "ADV" || token.pos === "CCONJ" || token.pos === "PUNCT" || /^(?:also|further)$/.test(token.lower)));
  const head = tokens[at];
  if (head === undefined || at > start + 3 || !isPast(head.lower) || !/^(?:VERB|ADJ)$/.test(head.pos) || tokens.slice(at + 1, outer.from).some((token) => token.pos === "VERB" || /^(?:DET|PRON)$/.test(token.pos) || token.text === ",")) return null;
  const stages: Readonly<Record<string, Stage>> = { explore: "explored", commit: "committed", finish: "delivered", intend: "intended", foster: "intended", note: "noted" };
  return { stage: stages[actOf(head.lemma) ?? ""] ?? "underway", rule: "turned-round", words: [{ from: at, to: at + 1 }, { from: outer.from, to: outer.to }] };
}

/** "There was agreement to", "there was an exchange of ideas": the noun tells. */
function thereIs(tokens: readonly Token[], outer: VerbGroup, end: number): Stage {
  const words = phraseOf(tokens.slice(outer.to, end));
  if (/^(?:\w+ )?(?:agreement|consensus) (?:on|about) the (?:importance|need|value)\b/.test(words)) return "noted";
  if (/^(?:\w+ ){0,2}(?:agreement|consensus)\b/.test(words)) return "committed";
  if (/^(?:\w+ ){0,2}exchanges? of (?:ideas|views|opinions)\b/.test(words)) return "explored";
  const named = nounAfter({ tokens, end }, outer.to)?.noun ?? "thing";
  return named === "thing" ? "underway" : named === "position" || named === "concern" ? "noted" : STAGE_OF_NOUN[named];
}

/** "is vital", "is a shared concern", "are sources of strength": a quality or a noun that is said of something now. */
function isQuality(tokens: readonly Token[], outer: VerbGroup): boolean {
  const next = tokens.slice(outer.to, outer.to + 4).find((token) => token.pos !== "ADV" && token.pos !== "PUNCT" && token.lower !== "today");
  return outer.tense === "present" && !outer.perfect && next !== undefined && /^(?:DET|ADJ|NOUN|PRON)$/.test(next.pos) && !/ing$/.test(next.lower);
}

/** "are to trial": a base form that is no noun with an article before it. */
function isBase(tokens: readonly Token[], outer: VerbGroup): boolean {
  const to = tokens.findIndex((token, at) => at >= outer.to && token.lower === "to");
  const next = tokens[to + 1];
  return next !== undefined && to <= outer.to + 1 && /^(?:NOUN|VERB|ADJ)$/.test(next.pos) && /^(?:DET|ADP|PRON|ADJ|NOUN|PROPN)$/.test(tokens[to + 2]?.pos ?? "");
}
