/**
 * What became of a form that was sent, said on top of the page that one comes back to: why it was refused, or that it is on record and
 * how it is taken back.
 */
import type { HistoryEntry } from "../../server/archive/types.ts";
import { clip } from "../grammar.ts";
import type { Link } from "../page.ts";
import { correctionWord, valueWords } from "./corrections.ts";
import { correctionFormModel, type DeskForm, type FormMeans, formAnchor, type Refused } from "./desk-form.ts";

export type Told = ({ readonly kind: "refused" } & Refused) | { readonly kind: "done"; readonly entry: HistoryEntry } | null;

/** Who looks at a page of forms. */
export interface FormVisitor {
  readonly name: string;
  readonly role: "archivist" | "reviewer";
  readonly csrf: string | null;
  readonly by: string;
}

export interface ToldModel {
  /** How a screen reader takes it. */
  readonly role: "alert" | "status";
  readonly words: string;
  /** Where the form stands that was refused. */
  readonly to: Link | null;
  /** Null where there is nothing to take back, or it is not for who looks. */
  readonly undo: DeskForm | null;
}

const LONG = 120;

/** What the forms of a page have in common, that of a refused one among them. */
export function formMeans({ csrf }: FormVisitor, back: string, told: Told): FormMeans {
  return { csrf: csrf ?? "", back, refused: told?.kind === "refused" ? told : null };
}

export function toldModel(told: Told, means: FormMeans, role: "archivist" | "reviewer"): ToldModel | null {
  if (told === null) return null;
  if (told.kind === "refused") {
    const form = told.fields["form"];
    return { role: "alert", words: told.sentence, to: form === undefined ? null : { label: "To what you filled in", href: `#${formAnchor(form)}` }, undo: null };
  }
  const { entry } = told;
  return { role: "status", words: doneWords(entry), to: null, undo: role === "archivist" ? undoOf(entry, means) : null };
}

function doneWords({ id, act, kind, before, after }: HistoryEntry): string {
  if (act === "note") return after === "" ? "The note is withdrawn; its words stay on record." : "The note is on record.";
  const shown = (text: string): string => (text === "" ? "nothing" : `“${clip(valueWords(kind, text), LONG)}”`);
  return `Correction ${numberOf(id)} is on record: ${correctionWord(kind)}${before === after ? "" : before === "" ? `, ${shown(after)}` : `, ${shown(before)} → ${shown(after)}`}.`;
}

function undoOf({ id, act, undoneBy }: HistoryEntry, means: FormMeans): DeskForm | null {
  if (act !== "correction" || undoneBy !== null) return null;
  const value = numberOf(id);
  return correctionFormModel("undo", means, { id: "take-back", legend: `Take correction ${value} back`, fixed: { value }, submit: "Undo", reason: "It was a slip" });
}

function numberOf(id: string): string {
  return id.replace(/\D/g, "");
}
