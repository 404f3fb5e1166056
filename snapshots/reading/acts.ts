/**
 * What a verb does where it stands: "look forward to" and "look into", "are committed to", "stand together". Verbs that mean the same
 * everywhere are the lexicon's matter.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";
import { idiomOf } from "./idioms.ts";
import { type Act, actOf, STATES } from "./lexicon.ts";

/** What a verb does here; "are committed to" and "are united in" by their participle or adjective. */
export function actIn(tokens: readonly Token[], group: VerbGroup): Act | null {
  const next = tokens[group.to]?.lower ?? "";
  const idiom = idiomOf(group.lemma, wordsAfter(tokens, group, 5));
  if (idiom !== null) return idiom;
  if (group.lemma === "be") {
    const next = tokens.slice(group.to, group.to + 4).find((token) => token.pos !== "ADV" && !/^(?:deeply|firmly|fully|also|both|very)$/.test(token.lower));
    if (/^(?:under (?:way)|up and running|in place|open to)\b/.test(phraseOf(tokens.slice(group.to, group.to + 4).filter((token) => token.pos !== "ADV" || token.lower === "up")))) return "carry";
    const phrase = phraseOf(tokens.slice(group.to, group.to + 5).filter((token) => token.pos !== "ADV"));
    if (/^(?:under (?:consideration|discussion|review|examination|study)|on the table)\b/.test(phrase)) return "explore";
    if (/^(?:in (?:preparation|progress|operation|service|force|use|full swing|the works)|open (?:since|until|for applications)|under (?:construction|development|preparation|negotiation)|at work|on track|busy)\b/.test(phrase)) return "carry";
    return STATES.get(next?.lower ?? "") ?? "state";
  }
  if (/^(?:have|hold)$/.test(group.lemma) && /\b(?:common|shared|same) (?:\w+ )?(?:interests?|vision|views?|goals?|belief|concerns?|understanding)\b/.test(wordsAfter(tokens, group, 5))) return "note";
  if (group.lemma === "have" || group.lemma === "give") {
    const noun = tokens.slice(group.to, group.to + 5).find((token) => token.pos === "NOUN")?.lower ?? "";
    if (/^(?:exchange|exchanges|discussion|discussions|talks|conversation|conversations|consideration|dialogue|thought)$/.test(noun)) return "explore";
  }
  if (/^(?:ask|tell|request|invite)$/.test(group.lemma) && (group.passive ? next === "to" : tokens.slice(group.to, group.to + 8).some((token, at, run) => token.lower === "to" && (run[at + 1]?.pos === "VERB" || (run[at + 1]?.pos === "ADV" && run[at + 2]?.pos === "VERB"))))) return "commit";
  if (group.lemma === "close" && (group.passive || /^(?:DET|NUM|ADJ)$/.test(tokens[group.to]?.pos ?? ""))) return "finish";
  if (group.lemma === "look" && next === "ahead") return "state";
  if (group.lemma === "concur" && /^(?:to|in|on)$/.test(next)) return "commit";
  // Who calls upon ministers and officials of the parties' own gives them a task.
  if ((group.lemma === "call" && /^(?:on|upon)$/.test(next)) || group.lemma === "charge") return OWN_ORGANS.test(wordsAfter(tokens, group, 6)) ? "commit" : actOf(group.lemma);
  if (group.lemma === "undertake") return tokens[group.to]?.lower === "to" ? "commit" : "work";
  if (/^(?:remain|stay|stand)$/.test(group.lemma)) {
    const state = tokens.slice(group.to, group.to + 3).find((token) => token.pos !== "ADV" && !/^(?:deeply|firmly|fully|strongly)$/.test(token.lower));
    const act = STATES.get(state?.lower ?? "");
    if (act !== undefined) return act;
  }
  const lower = tokens[group.head]?.lower ?? "";
  // "are committed partners": a quality of what follows.
  if (group.passive && /^(?:committed|dedicated|devoted)$/.test(lower) && tokens[group.to]?.pos === "NOUN") return "state";
  if (group.passive && STATES.has(lower)) return STATES.get(lower) ?? null;
  if (group.lemma === "look") return next === "forward" || next === "to" ? "intend" : /^(?:into|at|for)$/.test(next) ? "explore" : "work";
  if (group.lemma === "stand") return /^(?:together|for|with|by|united|ready|firm)$/.test(next) ? "foster" : "state";
  if (group.lemma === "exchange" && tokens.slice(group.to, firstOf(tokens, group.to)).some(({ lower }) => /^(?:views?|perspectives|opinions|ideas|insights)$/.test(lower))) return "explore";
  if (group.lemma === "call" && !/^(?:on|upon|for)$/.test(next)) return "say";
  if (group.lemma === "hold" && /^(?:discussions?|talks|consultations|exchanges?)$/.test(tokens.slice(group.to, group.to + 4).find((token) => token.pos === "NOUN")?.lower ?? "")) return "explore";
  if (group.lemma === "set" && /^(?:up|out|forth)$/.test(next)) return "begin";
  if (group.lemma === "share") return shared(wordsAfter(tokens, group, 6));
  return actOf(group.lemma);
}

/** The first preposition or mark from a place on, at most seven tokens further: where the words of an object end. */
function firstOf(tokens: readonly Token[], from: number): number {
  const end = tokens.slice(from, from + 7).findIndex(({ pos, lower, text }, at) => (pos === "ADP" && !(at === 0 && lower === "in")) || /^[,;.]$/.test(text));
  return end < 0 ? from + 7 : from + end;
}

const OWN_ORGANS = /\b(?:ministers?|officials|teams?|experts|sherpas|negotiators|agencies|departments|ministries|secretariat|working groups?|committee|authorities)\b/;

const wordsAfter = (tokens: readonly Token[], group: VerbGroup, count: number): string => phraseOf(tokens.slice(group.to, group.to + count));

/** What is shared tells: a view, a will, or a thing that is handed over; that two countries share a border says nothing of an undertaking. */
function shared(words: string): Act {
  if (/\b(?:intention|intent|desire|hope|wish)\b/.test(words)) return "intend";
  if (/\b(?:views?|concerns?|vision|belief|conviction|goals?|objectives?|interests?|commitment|determination|understanding)\b/.test(words)) return "note";
  return /\b(?:relationship|border|history|ties|bonds?|tradition|values|heritage)\b/.test(words) ? "state" : "work";
}
