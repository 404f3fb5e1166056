/**
 * How deep a page seems to be nested, by its tags alone: in one pass, before a parser builds a tree of it.
 */

/** Elements that hold nothing. */
const VOID = /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that the next of their kind ends, so that many of them stand beside each other without an end. */
const ENDED = /^(?:p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|rp|rt)$/;
/** Elements whose content is no markup. */
const RAW = /^(?:script|style|textarea|title|noscript|xmp|iframe)$/;

/** The most elements that are open at once. */
export function nestingOf(source: string): number {
  const page = source.toLowerCase();
  let open = 0;
  let most = 0;
  for (let at = page.indexOf("<"); at !== -1; at = page.indexOf("<", at)) {
    const { name, ends, end } = tagAt(page, at);
    at = end;
    if (name === "" || VOID.test(name) || ENDED.test(name)) continue;
    if (ends) open = Math.max(0, open - 1);
    else if (RAW.test(name)) at = past(page, `</${name}`, at);
    else if (page[at - 2] !== "/") open += 1;
    most = Math.max(most, open);
  }
  return most;
}

interface Tag {
  /** Empty for a comment, a declaration, and what is no tag. */
  readonly name: string;
  readonly ends: boolean;
  /** Where the page goes on. */
  readonly end: number;
}

function tagAt(page: string, at: number): Tag {
  if (page.startsWith("<!--", at)) return { name: "", ends: false, end: past(page, "-->", at + 4) };
  const ends = page[at + 1] === "/";
  const first = at + (ends ? 2 : 1);
  let last = first;
  while (/[a-z0-9-]/.test(page[last] ?? "")) last += 1;
  return last === first ? { name: "", ends, end: first } : { name: page.slice(first, last), ends, end: past(page, ">", last) };
}

/** The place after the next such mark; the end of the page where there is none. */
function past(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found === -1 ? page.length : found + mark.length;
}
