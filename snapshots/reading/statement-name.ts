/**
 * What a statement of many is called that no framework names: its title without the list of those who speak. Only texts that
 * several issue together are called so; a report or a fact sheet tells of others' acts.
 */
import type { Document, Knowledge } from "../types.ts";
import { partiesIn } from "./parties.ts";

/** The title as people cite it, and what it is about, in words without those that only join. */
export interface StatementName {
  readonly name: string;
  readonly subject: string;
}

const JOINT = /^(?:joint-statement|communique|declaration|agreement)$/;
/** Whether several issue it together. */
export const isJoint = ({ kind }: Document): boolean => JOINT.test(kind);
/** A summit with a name of its own: "Global Health Summit" is one, "Leaders’ Summit" is any. */
const SUMMIT = /(?:(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]*\s){1,5}Summit\b/gu;
const GENERAL = /^(?:The|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Inaugural|Annual|Virtual|Extraordinary|Informal|Special|Historic|Leaders[’']?|Leaders[’']s?|Announcement|Global|International|Regional|Trilateral|Summit)$/u;
const LONGEST = 120;

/** Null where the title tells no subject. */
export function statementName(document: Document, knowledge: Pick<Knowledge, "parties">): StatementName | null {
  const title = withoutSpeakers(document.title.replace(/[\u200b-\u200d\u2060\u00ad]/g, ""), knowledge);
  const summit = summitIn(title);
  if (summit !== null) return { name: summit, subject: summit };
  if (!isJoint(document)) return null;
  const name = clipped(title.replace(/^(?:an? |the )/i, "").replace(/[:\s]+$/, ""));
  const subject = subjectOf(name);
  return subject === "" ? null : { name, subject: subject.includes(" ") ? subject : `statement on ${subject}` };
}

function summitIn(title: string): string | null {
  for (const [whole] of title.matchAll(SUMMIT)) {
    const words = whole.split(/\s+/);
    // What opens the name is no part of it, but "Global" before a name of its own is.
    while (words.length > 0 && GENERAL.test(words[0] ?? "") && words[0] !== "Global") words.shift();
    if (words.some((word) => !GENERAL.test(word))) return words.join(" ");
  }
  return null;
}

/** Between two names of a list. */
const BETWEEN = /^(?:[\s,&;/–-]|\band\b|\bthe\b|\bof\b|\bRepublic\b|\bKingdom\b|\bState\b|\bGovernments?\b|\bLeaders\b)*$/i;
/** Before the first name of a list: "from the Leaders of the". */
const BEFORE = /(?:\s*\b(?:from|by|of|between|among|with|and|the|Leaders|Heads|State|Governments?|Presidents?|Prime|Foreign|Ministers?|Republic|Kingdom)\b,?)+\s*$/i;

/** The title without the lists of three or more that issue it; a party that it is about stays. */
function withoutSpeakers(title: string, knowledge: Pick<Knowledge, "parties">): string {
  const lists: { names: number; start: number; end: number }[] = [];
  for (const { start, end } of partiesIn(title, knowledge)) {
    const open = lists.at(-1);
    if (open !== undefined && BETWEEN.test(title.slice(open.end, start))) {
      open.names += 1;
      open.end = end;
    } else lists.push({ names: 1, start, end });
  }
  let rest = title;
  for (const { names, start, end } of lists.toReversed()) if (names > 2) rest = `${rest.slice(0, start).replace(BEFORE, "")} ${rest.slice(end)}`;
  return rest.replace(/\s+/g, " ").replace(/ (?=[,:;])/g, "").trim();
}

/** At most eight words. */
function subjectOf(name: string): string {
  const about = name.replace(/^.*?\b(?:statement|declaration|communiqu[eé]|agreement)(?!\p{L})[:\s]*(?:on|regarding|concerning|about|for)?/iu, "");
  return about.split(/\s+/).filter((word) => !/^(?:the|of|and|to|on|for|a|an|in|by|with|from|our|its|\p{P}+|\d{4})?$/iu.test(word)).slice(0, 8).join(" ");
}

function clipped(name: string): string {
  return name.length <= LONGEST ? name : name.slice(0, LONGEST).replace(/(?:\s+(?:of|and|the|to|for|in|on|by|with|a|an))*\s+\S*$/i, "");
}
