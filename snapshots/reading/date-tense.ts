/**
 * Whether the words around a date speak of what is done or of what is still to come: on that depends the year of a month that has none.
 */
export type Tense = "behind" | "ahead" | "open";

const AHEAD = /\b(?:will|shall|would|to be|(?:is|are|was|were) to|planned|plans? (?:to|for)|scheduled|expected|expects?|due|set (?:for|to)|pencilled in|intends?|intended|aims? to|upcoming|forthcoming|next|hopes? to|looks? forward|looking forward|agreed to|committed to|pledged to|decided to|starting|beginning|reporting|ahead of|in time for|to (?:hold|convene|complete|open|launch|sign|begin|start|publish|finali[sz]e|conclude|establish|adopt|meet|host|finish|issue|release|report|resume|visit|take|bring|put|deliver))\b/g;
/** What a calendar tells in the present: "the round opens in July". */
const CALENDAR = /\b(?:starts?|begins?|opens?|comes?|hosts?|holds?|receives?|takes? (?:place|effect|over)|gets? under way|enters? into force|ends?|closes?|on show|expires?|resumes?)(?: [\p{L}\p{N}’'.-]+){0,6} $/u;
/** Something done, but not "to be done" or "has to be done". */
const DONE = /(?<!\b(?:be|a|an|the|its|their|our|of|for) |\bbe \p{Ll}{1,12}ly )\b(?!(?:expected|scheduled|planned|intended|agreed to|committed to|pledged to|decided to|need|indeed|proposed|based|named|called)\b)(?:\p{Ll}{2,}ed|held|met|began|begun|took|taken|took place|sat|set up|put|went|gone|came|made|gave|given|ran|became|won|broke|brought|saw|sent|fell|rose|grew)(?: [\p{L}\p{N}’'.,-]+){0,6} $/u;
const NEAR = 130;

/** What the words between the sentence's or clause's beginning and the date speak of: the nearest of them decides. */
export function tenseOf(text: string, at: number, words: string): Tense {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const clause = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "), before.search(/, (?:which|who|where|that)(?: \p{L}+){0,3}$/u)) + 1);
  if (/^by\b/i.test(words) || /\bfor $/.test(before)) return "ahead";
  const done = clause.search(DONE);
  const ahead = lastOf(clause, AHEAD);
  if (done >= 0 && done >= ahead) return "behind";
  if (ahead >= 0 || CALENDAR.test(clause) || /\b(?:by|before|until|not later than|no later than) (?:the )?$/.test(clause)) return "ahead";
  return clause.trim().length < 4 && COMING.test(text.slice(at + words.length, at + words.length + NEAR)) ? "ahead" : "open";
}

/** "In November a trade mission comes to Norburg", "From March the two will ...". */
const COMING = /^[^,.;:]{0,60}\b(?:will|shall|is to|are to|comes?|opens?|starts?|begins?|takes? place)\b/;

function lastOf(text: string, words: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(words)) last = index;
  return last;
}
