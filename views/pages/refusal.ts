/**
 * A page for what cannot be shown: what is wrong, and where to go from here.
 */
import { documentsHref, homeHref, partnershipsHref, timelineHref } from "../addresses.ts";
import { capital } from "../grammar.ts";
import { type Link, listHead, type Page } from "../page.ts";

export interface RefusalPage extends Page {
  readonly template: "refusal";
  readonly status: number;
  readonly title: string;
  readonly sentence: string;
  readonly advice: readonly string[];
  readonly links: readonly Link[];
  /** What was asked, to be mended and asked again; null where that is no help. */
  readonly form: { readonly action: string; readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[] } | null;
  /** The number under which the fault is on record; null where nothing is at fault. */
  readonly request: string | null;
}

export interface RefusalInput {
  readonly refusal: { readonly code: string; readonly status: number; readonly sentence: string };
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly request: string | null;
}

export function refusalPage({ refusal, path, query, request }: RefusalInput): RefusalPage {
  const { title, advice } = told(refusal.status, path, request);
  return {
    template: "refusal",
    head: { ...listHead({ title, description: refusal.sentence, path, twin: path }), indexed: false },
    trail: [],
    status: refusal.status,
    title,
    sentence: refusal.sentence,
    advice,
    links: [
      { label: "What changed lately", href: homeHref },
      { label: "All partnerships", href: partnershipsHref() },
      { label: "The timeline", href: timelineHref() },
      { label: "All documents", href: documentsHref() },
    ],
    form: refusal.status === 400 && Object.keys(query).length > 0 ? { action: path, fields: Object.entries(query).map(([name, value]) => ({ name, label: LABELS[name] ?? capital(name), value })) } : null,
    request,
  };
}

const LABELS: Readonly<Record<string, string>> = { q: "Words", in: "Among", as_of: "As of" };

function told(status: number, path: string, request: string | null): { readonly title: string; readonly advice: readonly string[] } {
  if (status === 404) return { title: "Not found", advice: missing(path) };
  // A refusal without a number is no fault of the program: its sentence says all that helps.
  if (status >= 500 && request === null) return { title: "That did not work", advice: ["The archive is not harmed."] };
  if (status >= 500) return { title: "Something went wrong", advice: ["The archive is not harmed. Try again; if it happens again, tell whoever runs this site the number below."] };
  if (status !== 400) return { title: status === 401 || status === 403 ? "That is not open to you" : "That was refused", advice: [] };
  return { title: "That cannot be understood", advice: ["Check what was asked, or take off what filters it.", "Dates are written 2024, 2024-08, 2024-08-01 or 1 August 2024."] };
}

/** What people who come to such an address are likely to want. */
function missing(path: string): readonly string[] {
  if (/^\/partnerships\/[^/]+\/compare\//.test(path)) return ["A comparison is addressed by the days of two meetings of one partnership, such as 2023-10-12..2024-08-01.", "The partnership’s page lists the days on which it met."];
  if (/^\/partnerships\/[^/]+\/./.test(path)) return ["The partnership did not meet on this day, as far as the archive knows.", "Its own page lists the days on which it met."];
  if (path.startsWith("/partnerships/")) return ["No partnership of this name is in the archive. Its documents may have been filed under another one."];
  if (path.startsWith("/documents/")) return ["A document is addressed by the first twelve digits, or more, of the SHA-256 of its bytes."];
  if (path.startsWith("/commitments/")) return ["No document of the archive has a commitment at this place."];
  return ["Check the address for a slip of the keyboard."];
}
