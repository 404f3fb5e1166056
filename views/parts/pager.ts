/**
 * Steps through a long list: which part is shown, and the addresses of the parts before and after.
 */
import { count, digits } from "../grammar.ts";

export interface PagerModel {
  /** `1–50 of 1,050 documents`. */
  readonly label: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** Where more pages were asked for than there are. */
  readonly last: string | null;
}

interface Part {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  /** How many are shown. */
  readonly shown: number;
  readonly noun: string;
}

/** Null where everything is shown at once, or there is nothing. */
export function pager({ total, offset, limit, shown, noun }: Part, href: (page: number) => string): PagerModel | null {
  if (total === 0 || (total <= limit && offset === 0)) return null;
  const page = Math.floor(offset / limit) + 1;
  const pages = Math.ceil(total / limit);
  if (page > pages) return { label: `There ${pages === 1 ? "is" : "are"} only ${count(pages, "page")} of ${digits(total)} ${noun}`, previous: null, next: null, last: href(pages) };
  return {
    label: `${digits(offset + 1)}–${digits(offset + shown)} of ${digits(total)} ${noun}`,
    previous: page > 1 ? href(page - 1) : null,
    next: offset + shown < total ? href(page + 1) : null,
    last: null,
  };
}
