/**
 * Verbs that bind: to agree, to pledge, to task. What they bind to decides whether it is still to be done, goes on, or is only looked into.
 */
import { phraseOf } from "../language/phrases.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import type { Stage } from "../types.ts";
import { actIn } from "./acts.ts";
import { type Chain, innerAct, reach, spanOf, type Staging, type Told } from "./chains.ts";
import { nounAfter } from "./object-nouns.ts";
import { promisedIn } from "./told-clauses.ts";
import { isOver, MONTH } from "./when.ts";

/** What a binding verb makes of its complement: going on is under way, looking into is explored, all else is committed. */
export function bound(chain: Chain): Stage {
  const act = innerAct(chain) ?? actIn(chain.tokens, chain.groups.at(-1) ?? chain.groups[0]);
  if (act !== "explore" && act !== "keep" && (chain.item && chain.joined === null ? chain.groups : chain.groups.slice(1)).some((group) => actIn(chain.tokens, group) === "keep")) return "underway";
  if (act === "keep" && /\bwithin reach\b/.test(phraseOf(chain.tokens.slice(chain.groups.at(-1)?.to ?? 0, chain.end)))) return "committed";
  return act === "keep" ? "underway" : act === "explore" && !isCheck(chain) ? "explored" : "committed";
}

/** "will review", "agreed to assess": to check what there is is a task, not a first look. */
export const isCheck = ({ tokens, groups }: Chain): boolean => /^(?:review|assess|evaluate|analyze)$/.test(groups.at(-1)?.lemma ?? "") || tokens[groups.at(-1)?.to ?? 0]?.lower === "stock";

export function committed(chain: Chain, outer: VerbGroup, told: Told): Staging {
  const { tokens, groups } = chain;
  if (groups.length > 1) return told(bound(chain), "binding-verb", reach(chain));
  if (/^(?:task|instruct|direct|mandate|entrust|ask|tell|request|invite|order|call)$/.test(outer.lemma)) {
    const asked = verbGroupsOf(tokens).find((group) => group.from > outer.to && group.form === "infinitive");
    if (asked !== undefined && actIn(tokens, asked) === "keep") return told("underway", "asked-to-go-on", [spanOf(outer), spanOf(asked)]);
    if (asked !== undefined && actIn(tokens, asked) === "explore") return told("explored", "asked-to-look-into", [spanOf(outer), spanOf(asked)]);
  }
  const parted = behindInsertion(chain, outer) ?? agreedGerund(chain, outer);
  if (parted !== null) return told(bound({ ...chain, groups: [outer, parted] }), "binding-verb", [spanOf(outer), spanOf(parted)]);
  const next = tokens[outer.to]?.lower ?? "";
  const named = nounAfter(chain, outer.to);
  if (/^(?:on|upon|with|that)$/.test(next) && outer.lemma === "agree") {
    if (named?.noun === "position") return told("noted", "agreed-on-a-position", [spanOf(outer), named.at], "weak");
    if (next === "that") return told(promisedIn(chain, outer) ?? agreedDuty(chain, outer), "agreed-that");
  }
  if (outer.lemma === "concur" && /\b(?:merits?|importance|need|value)\b/.test(phraseOf(tokens.slice(outer.to, outer.to + 5)))) return told("noted", "agreed-on-a-position", [spanOf(outer)], "weak");
  if (outer.lemma === "agree" && tokens[outer.from - 1]?.lower !== "it" && isTextAgreed(chain, outer)) return told("delivered", "text-agreed");
  if (named?.noun === "talked" && /^(?:to|on)$/.test(next)) return told("committed", "binding-verb-with-noun", [spanOf(outer), named.at]);
  return told("committed", "binding-verb");
}

/** "agreed, moreover, to explore": the infinitive behind a word put in between commas. */
function behindInsertion({ tokens }: Chain, outer: VerbGroup): VerbGroup | null {
  if (tokens[outer.to]?.text !== ",") return null;
  return verbGroupsOf(tokens).find((group) => group.form === "infinitive" && group.from > outer.to && group.from <= outer.to + 6 && tokens[group.from - 1]?.text === ",") ?? null;
}

/** "agreed on maintaining", "concurred on considering". */
function agreedGerund({ tokens }: Chain, { lemma, to }: VerbGroup): VerbGroup | null {
  if (!/^(?:agree|concur)$/.test(lemma) || !/^(?:on|upon|in)$/.test(tokens[to]?.lower ?? "")) return null;
  return verbGroupsOf(tokens).find((group) => group.form === "gerund" && group.from === to + 1) ?? null;
}

/** "agreed that a workshop should be held": a duty of their own; that "talk works better" is a view. */
function agreedDuty({ tokens, end }: Chain, outer: VerbGroup): Stage {
  const clause = phraseOf(tokens.slice(outer.to, end));
  if (!/\bshould\b/.test(clause)) return "noted";
  return "committed";
}

/** "agreed the text of a memorandum", "the list was agreed in June": what is agreed is a text, or was agreed then. */
function isTextAgreed(chain: Chain, outer: VerbGroup): boolean {
  if (outer.passive) return (isOver(chain.tokens, outer, chain) || outer.perfect) && !/\b(?:principle|priority)\b/.test(phraseOf(chain.tokens.slice(outer.to, chain.end)));
  return /^(?:on |upon )?(?:the |a |an |common |joint |its |their )*(?:text|principles|terms of reference|declaration|memorandum|wording|conclusions|definitions?)\b/.test(phraseOf(chain.tokens.slice(outer.to, outer.to + 6)));
}

/** "should be ready by March", "should be convened as early as possible": what is hoped for a time, not a rule for others. */
export const HOPED = new RegExp(String.raw`\bby (?:20\d\d|the end|(?:early |late |mid-? ?)?\w+ 20\d\d|${MONTH}|spring|summer|autumn)\b|\bnext (?:year|month|spring|summer|autumn)\b|\bas (?:early|soon) as possible\b|\bat least once\b|\bat an early date\b`);
