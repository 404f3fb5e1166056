/** Titles that a publisher sets in capitals throughout, in which no name could be told from the words around it. */

const SMALL = new Set(["a", "an", "and", "at", "between", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);
/** Words of so many letters are taken for acronyms: "AI", "ICT". */
const SHORT = 3;

/** A title in capitals as it would stand elsewhere: "THE FIRST OCEAN DIALOGUE" is "the First Ocean Dialogue"; any other as it is. */
export function inTitleCase(title: string): string {
  if (/\p{Ll}/u.test(title)) return title;
  return title.replace(/\p{L}[\p{L}’']*/gu, (word) => (SMALL.has(word.toLowerCase()) ? word.toLowerCase() : word.length <= SHORT ? word : word.charAt(0) + word.slice(1).toLowerCase()));
}
