/**
 * When an act is told to happen: a present tense with a time to come is a plan that stands ("opens in September"), a simple past with a time
 * of its own is over ("met in May", "took place twice").
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";

/** Names of months as the alternatives of an expression over words in lower case. */
export const MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const SEASON = "(?:spring|summer|autumn|fall|winter)";

const TO_COME = new RegExp(`\\b(?:from now on|(?:from|as of|on) (?:\\d{1,2} )?${MONTH}|in (?:early |late |mid-? ?)?(?:${MONTH}|20\\d\\d|${SEASON} 20\\d\\d)|this (?:autumn|coming)|next (?:year|month|week|quarter|meeting|session|round|summit|${SEASON}|${MONTH})|next$)\\b`);

const PAST = new RegExp(`\\b(?:(?:in|on|since|between|until) (?:(?:early|late|mid|the|\\d{1,2}|- ?) ?)*(?:${MONTH}|19\\d\\d|20\\d\\d|${SEASON})|last (?:year|month|week|quarter|${SEASON}|${MONTH})|this (?:month|year|week|${SEASON}|${MONTH})|yesterday|earlier|ago|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|for the (?:\\w+) time|first|twice|(?:two|three|four|five|\\d+) times)\\b`);

/** "opens in September", "its next meeting takes place in Oslo": a plain present with a time that is still to come. */
export function isScheduled(tokens: readonly Token[], group: VerbGroup, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (group.form !== "finite" || group.modal !== null || group.tense !== "present" || group.perfect || group.progressive || group.passive) return false;
  return /(?:\b(?:its|their|the|whose)|['’]s?) next\b/.test(phraseOf(tokens.slice(start, group.from))) || TO_COME.test(phraseOf(ownWords(tokens, group, end)));
}

/** "met in May", "were consulted last year": a simple past with a time or an ordinal of its own. */
export function isOver(tokens: readonly Token[], group: VerbGroup, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return isSimplePast(group) && (PAST.test(phraseOf(tokens.slice(group.to, end))) || PAST.test(phraseOf(tokens.slice(start, group.from))));
}

/** The words behind a verb up to the next mark or verb: a time behind those belongs to something else. */
function ownWords(tokens: readonly Token[], group: VerbGroup, end: number): readonly Token[] {
  const words = tokens.slice(group.to, Math.min(end, group.to + 14));
  const stop = words.findIndex((token) => /^[;:]$/.test(token.text) || token.pos === "VERB" || /^(?:that|which|who|whose)$/.test(token.lower));
  return stop < 0 ? words : words.slice(0, stop);
}

/** "met", "were trained": neither "have met" nor "were meeting". */
export const isSimplePast = (group: VerbGroup): boolean => group.modal === null && group.tense === "past" && !group.perfect && !group.progressive;
