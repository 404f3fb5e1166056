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
  const standing = /^(?:be|remain|stay)$/.test(group.lemma) ? standingAct(tokens, group) : null;
  if (standing !== null) return standing;
  if (/^(?:have|hold)$/.test(group.lemma) && /\b(?:common|shared|same) (?:\w+ )?(?:interests?|vision|views?|goals?|belief|concerns?|understanding)\b/.test(wordsAfter(tokens, group, 5))) return "note";
  if (group.lemma === "have" || group.lemma === "give") {
    const noun = tokens.slice(group.to, group.to + 5).find((token) => token.pos === "NOUN")?.lower ?? "";
    if (/^(?:exchange|exchanges|discussion|discussions|talks|conversation|conversations|consideration|dialogue|thought)$/.test(noun)) return "explore";
  }
  const spoken = asked(tokens, group) ?? raised(tokens, group);
  if (spoken !== null) return spoken;
  if (group.lemma === "resolve" && group.passive && next !== "to") return "finish";
  if (group.lemma === "prepare" && group.progressive) return "work";
  if (group.lemma === "close" && (group.passive || /^(?:DET|NUM|ADJ)$/.test(tokens[group.to]?.pos ?? ""))) return "finish";
  if (group.lemma === "look" && next === "ahead") return "state";
  if (group.lemma === "try" && next === "out") return "work";
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
  if (group.passive && STATES.has(lower) && !(lower === "set" && /^(?:up|out|aside)$/.test(next))) return STATES.get(lower) ?? null;
  if (group.lemma === "look") return next === "forward" || next === "to" ? "intend" : /^(?:(?:again|together|jointly|closely|afresh|further) )*(?:into|at|for|how|whether)\b/.test(wordsAfter(tokens, group, 4)) ? "explore" : "work";
  if (group.lemma === "stand") return /^(?:together|for|with|by|united|ready|firm)$/.test(next) ? "foster" : "state";
  if (group.lemma === "exchange" && tokens.slice(group.to, firstOf(tokens, group.to)).some(({ lower }) => /^(?:views?|perspectives|opinions|ideas|insights)$/.test(lower))) return "explore";
  if (group.lemma === "call" && !/^(?:on|upon|for)$/.test(next)) return "say";
  if (group.lemma === "hold" && /^(?:discussions?|talks|consultations|exchanges?)$/.test(tokens.slice(group.to, group.to + 4).find((token) => token.pos === "NOUN")?.lower ?? "")) return "explore";
  if (group.lemma === "set" && /^(?:up|out|forth)$/.test(next)) return "begin";
  if (group.lemma === "share") return shared(wordsAfter(tokens, group, 6));
  return actOf(group.lemma);
}

/** "is under way", "remains under discussion", "is due to": how a thing or a party stands. */
function standingAct(tokens: readonly Token[], group: VerbGroup): Act | null {
  const phrase = phraseOf(tokens.slice(group.to, group.to + 5).filter((token) => token.pos !== "ADV"));
  if (/^(?:under (?:\w+ )?(?:consideration|discussion|review|examination|study)|on the table)\b/.test(phrase)) return "explore";
  if (group.lemma !== "be") return group.modal === null && /^(?:at one|of one mind|in favou?r|at the (?:heart|core|cent(?:re|er)))\b/.test(phrase) ? "note" : null;
  if (/^(?:under (?:way)|up and running|in place|open to)\b/.test(phraseOf(tokens.slice(group.to, group.to + 4).filter((token) => token.pos !== "ADV" || token.lower === "up")))) return "carry";
  if (/^(?:in (?:preparation|progress|operation|service|force|use|full swing|the works|the process)|open (?:since|until|for applications)|under (?:construction|development|preparation|negotiation)|at work|on track|busy)\b/.test(phrase)) return "carry";
  const next = tokens.slice(group.to, group.to + 4).find((token) => token.pos !== "ADV" && !/^(?:deeply|firmly|fully|also|both|very)$/.test(token.lower));
  return STATES.get(next?.lower ?? "") ?? "state";
}

/** Who asks ministers and officials of the parties' own gives them a task; others are invited, and each other the parties only ask. */
function asked(tokens: readonly Token[], group: VerbGroup): Act | null {
  const words = wordsAfter(tokens, group, 6);
  if (group.lemma === "invite" && (group.passive || !OWN_ORGANS.test(words))) return "intend";
  if (group.lemma === "request" && !OWN_ORGANS.test(words)) return group.passive ? "commit" : "note";
  if (!/^(?:ask|tell|request|invite|order)$/.test(group.lemma)) return null;
  if (group.passive) return tokens[group.to]?.lower === "to" ? "commit" : null;
  const tasked = tokens.slice(group.to, group.to + 8).some((token, at, run) => token.lower === "to" && (run[at + 1]?.pos === "VERB" || (run[at + 1]?.pos === "ADV" && run[at + 2]?.pos === "VERB")));
  return tasked ? "commit" : null;
}

/** "raised the ceiling", "is being added": more of a thing. "raised the question": a subject of talks. */
function raised(tokens: readonly Token[], { lemma, to, ...group }: VerbGroup): Act | null {
  const words = phraseOf(tokens.slice(to, to + 6));
  if (lemma === "add") return group.progressive || group.passive ? "carry" : null;
  if (lemma !== "raise") return null;
  if (group.progressive || RISES.test(words)) return "carry";
  const told = (group.tense === "past" && group.form !== "infinitive") || group.perfect;
  return told || /\b(?:question|issue|matter|subject|topic|point|concern)s?\b/.test(words) ? "explore" : "carry";
}

/** The first preposition or mark from a place on, at most seven tokens further: where the words of an object end. */
function firstOf(tokens: readonly Token[], from: number): number {
  const end = tokens.slice(from, from + 7).findIndex(({ pos, lower, text }, at) => (pos === "ADP" && !(at === 0 && lower === "in")) || /^[,;.]$/.test(text));
  return end < 0 ? from + 7 : from + end;
}

/** "was raised to", "raised the ceiling": an amount; what else is raised is a subject of talks. */
const RISES = /^(?:from|to|by (?:an?|\d.*|half))\b|^(?:the |its |their |his |her )?(?:\w+ )?(?:number|limit|ceiling|quota|level|share|budget|bar|target|funds?|money|capacity|contribution|price|status|rank)\b/;

const OWN_ORGANS = /\b(?:ministers?|officials|council|commission|scientists|teams?|experts|sherpas|negotiators|agencies|departments|ministries|secretariat|working groups?|committee|authorities)\b/;

const wordsAfter = (tokens: readonly Token[], group: VerbGroup, count: number): string => phraseOf(tokens.slice(group.to, group.to + count));

/** What is shared tells: a view, a will, or a thing that is handed over; that two countries share a border says nothing of an undertaking. */
function shared(words: string): Act {
  if (/\b(?:intention|intent|desire|hope|wish|willingness|readiness)\b/.test(words)) return "intend";
  if (/\b(?:views?|opinion|recognition|unease|assessment|concerns?|vision|belief|conviction|goals?|objectives?|interests?|commitment|determination|understanding|importance|need)\b/.test(words)) return "note";
  return /\b(?:relationship|border|history|ties|bonds?|tradition|values|heritage)\b/.test(words) ? "state" : "work";
}
