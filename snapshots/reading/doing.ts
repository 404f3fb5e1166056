/**
 * Acts that are told plainly, with no verb that binds or takes a position: finished, set for a day, over, or going on.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";
import { type Chain, innerAct, reach, type Staging, type Told } from "./chains.ts";
import type { Act } from "./lexicon.ts";
import { isOver, isScheduled, isSimplePast } from "./when.ts";

/** Something is finished, is set to be on a day, or is being finished; an agreement that is reached to do a thing is a promise. */
export function finished(chain: Chain, outer: VerbGroup, told: Told): Staging {
  const { tokens } = chain;
  if (isScheduled(tokens, outer, chain)) return told("committed", "set-for-a-day");
  const agreed = outer.lemma === "reach" && /^(?:agreement|accord)s?$/.test(tokens[outer.from - 1]?.lower ?? "") && /^(?:to|on)$/.test(tokens[outer.to]?.lower ?? "");
  if (agreed) return told("committed", "agreement-reached");
  const reached = outer.lemma === "reach" && outer.perfect && (tokens[outer.to]?.pos === "NUM" || /\b(?:stage|phase)\b/.test(phraseOf(tokens.slice(outer.to, outer.to + 4))));
  return told(reached || outer.progressive || (outer.lemma !== "be" && outer.tense === "present" && !outer.perfect && !outer.passive) ? "underway" : "delivered", "finished-act");
}

/** Joint work of any other kind: set for a day, over, or going on. */
export function plainAct(chain: Chain, act: Act | null, told: Told): Staging {
  const { tokens, groups, end } = chain;
  const [outer] = groups;
  if (innerAct(chain) === "explore") return told("explored", `${act ?? "other"}-act`, reach(chain));
  if (act === "keep" && innerAct(chain) === "intend") return told("intended", "keep-act", reach(chain));
  if (act !== "keep" && act !== "carry" && isScheduled(tokens, outer, chain)) return told("committed", "set-for-a-day");
  if (isSimplePast(outer) && /^(?:exchange|swap|share|compare|consult)$/.test(outer.lemma) && LESSONS.test(phraseOf(tokens.slice(outer.passive ? chain.start : outer.to, end)))) return told("explored", "lessons-shared");
  if ((act === "work" || act === "ceremony" || act === null) && isSimplePast(outer) && !outer.negated && groups.length === 1 && (isOver(tokens, outer, chain) || outer.passive)) return told("delivered", "act-over");
  if (isDone(outer) && ONE_OFF.test(outer.lemma)) return told("delivered", "act-over");
  if ((act === "work" || act === null) && isDone(outer) && isCounted(chain, outer)) return told("delivered", "act-achieved");
  return told("underway", `${act ?? "other"}-act`, reach(chain));
}

/** "met", "has met": neither "did not meet" nor "has been meeting". */
const isDone = (group: VerbGroup): boolean => (isSimplePast(group) || group.perfect) && !group.negated && !group.progressive;

/** "has sanctioned eight networks", "180 engineers have been trained": a number is reached, unless it still grows ("so far") or is a part of more. */
function isCounted({ tokens, start, end }: Chain, outer: VerbGroup): boolean {
  if (/^(?:address|identify|partner|help)$/.test(outer.lemma) || STILL.test(phraseOf(tokens.slice(start, end)))) return false;
  const subject = Math.max(start, tokens.slice(0, outer.from).findLastIndex(({ text }) => text === ",") + 1);
  const words = outer.passive ? tokens.slice(subject, Math.min(outer.from, subject + 4)) : objectOf(tokens.slice(outer.to, Math.min(end, outer.to + 6)));
  return words.some(({ pos, text }) => pos === "NUM" || text === "$") && !/\b(?:times|once|twice|per cent|percent|of the)\b/.test(phraseOf(words));
}

/** Words up to a mark or a preposition, but for "more than" and the like. */
function objectOf(words: readonly Token[]): readonly Token[] {
  const stop = words.findIndex(({ pos, text, lower }) => /^[,;:.]$/.test(text) || (pos === "ADP" && !/^(?:over|about|around|than)$/.test(lower)));
  return stop < 0 ? words : words.slice(0, stop);
}

const STILL = /\b(?:so far|to date|since|its first|as far as)\b/;

/** What is over once it is done, unlike what is begun or made stronger. */
const ONE_OFF = /^(?:mobilize|authorize|host|co-host|cohost|convene|organize|co-chair|cochair|transit|requalify)$/;

const LESSONS = /\b(?:information|assessments?|experiences?|lessons|practices|notes|approaches|insights|views|ideas)\b/;

/** "This dialogue promotes", "the fund supports": what a programme helps along goes on. */
export function isProgramme({ tokens, start }: Chain, outer: VerbGroup): boolean {
  return outer.form === "finite" && !outer.passive && /s$/.test(tokens[outer.head]?.lower ?? "") && tokens.slice(start, outer.from).some(({ lower }) => PROGRAMME.test(lower));
}

const PROGRAMME = /^(?:program|programme|dialogue|initiative|fund|funding|project|partnership|academy|exchange|grant|mechanism|center|centre|network|forum|scheme|investment|effort|platform|agreement|facility)$/;
