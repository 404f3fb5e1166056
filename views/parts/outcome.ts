/**
 * What became of a form that was sent, said on top of the page that one comes back to: why it was refused, or that it is on record and
 * how it is taken back.
 */
import type { HistoryEntry } from "../../server/archive/types.ts";
import type { Link } from "../page.ts";
import { numberOf, recorded, undoForm } from "./acts.ts";
import { correctionWord } from "./corrections.ts";
import { type DeskForm, type FormMeans, formAnchor, type Refused } from "./desk-form.ts";

export type Outcome = ({ readonly kind: "refused" } & Refused) | { readonly kind: "done"; readonly entry: HistoryEntry } | null;

/** Who looks at a page of forms. */
export interface FormVisitor {
  readonly name: string;
  readonly role: "archivist" | "reviewer";
  readonly csrf: string | null;
  readonly by: string;
}

export interface OutcomeModel {
  /** How a screen reader takes it. */
  readonly role: "alert" | "status";
  readonly words: string;
  /** Where the form stands that was refused. */
  readonly to: Link | null;
  /** Null where there is nothing to take back, or it is not for who looks. */
  readonly undo: DeskForm | null;
}

/** What the forms of a page have in common, that of a refused one among them. */
export function formMeans({ csrf }: FormVisitor, back: string, outcome: Outcome): FormMeans {
  return { csrf: csrf ?? "", back, refused: outcome?.kind === "refused" ? outcome : null };
}

export function outcomeModel(outcome: Outcome, means: FormMeans, role: "archivist" | "reviewer"): OutcomeModel | null {
  if (outcome === null) return null;
  if (outcome.kind === "refused") {
    const form = outcome.fields["form"];
    return { role: "alert", words: outcome.sentence, to: form === undefined ? null : { label: "To what you filled in", href: `#${formAnchor(form)}` }, undo: null };
  }
  const { entry } = outcome;
  return { role: "status", words: doneWords(entry), to: null, undo: role === "archivist" ? undoForm(entry, means, "take-back") : null };
}

function doneWords({ id, act, kind, before, after }: HistoryEntry): string {
  if (act === "note") return after === "" ? "The note is withdrawn; its words stay on record." : "The note is on record.";
  const shown = (text: string): string => (text === "" ? "nothing" : `“${recorded(kind, text)}”`);
  return `Correction ${numberOf(id)} is on record: ${correctionWord(kind)}${before === after ? "" : before === "" ? `, ${shown(after)}` : `, ${shown(before)} → ${shown(after)}`}.`;
}
