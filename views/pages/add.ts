/**
 * Where documents come in: files, a pasted text, an address.
 */
import { addHref, deskHref } from "../addresses.ts";
import { listHead, type Page } from "../page.ts";

/** What was filled in, by field. */
export interface AddGiven {
  readonly text: string;
  readonly date: string;
  readonly address: string;
  readonly archived_at: string;
}

export interface AddPage extends Page {
  readonly template: "add";
  readonly csrf: string;
  /** Said where the desk is open to whoever sits at this machine. */
  readonly alone: string | null;
  readonly action: string;
  /** Endings that a browser offers to choose from. */
  readonly accept: string;
  /** Why what was sent is refused; null where nothing was. */
  readonly wrong: string | null;
  readonly given: AddGiven;
}

export interface AddInput {
  readonly csrf: string;
  readonly alone: boolean;
  readonly accept: readonly string[];
  readonly wrong: string | null;
  readonly given: AddGiven;
}

export function addPage({ csrf, alone, accept, wrong, given }: AddInput): AddPage {
  return {
    template: "add",
    head: { ...listHead({ title: "Add documents", description: "Files, a text or an address: read first, archived when you say so.", path: addHref, twin: "/add.json" }), indexed: false },
    trail: [{ label: "Desk", href: deskHref }],
    csrf,
    alone: alone ? "Nobody has a token yet, so documents are added from this machine only." : null,
    action: addHref,
    accept: accept.join(","),
    wrong,
    given,
  };
}
