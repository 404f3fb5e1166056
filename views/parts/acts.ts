/**
 * Acts on record as rows: who did what, when and why.
 */
import type { HistoryEntry } from "../../server/archive/types.ts";
import { commitmentHref, documentHref } from "../addresses.ts";
import { moment } from "../dates.ts";
import { clip } from "../grammar.ts";
import type { Link } from "../page.ts";
import { correctionWord, valueWords } from "./corrections.ts";
import { correctionFormModel, type DeskForm, type FormMeans } from "./desk-form.ts";

export interface ActRow {
  readonly id: string;
  readonly when: string;
  readonly machine: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly by: string | null;
  readonly reason: string | null;
  readonly href: string | null;
  /** The document that it concerns; null where none is. */
  readonly about: Link | null;
  readonly undone: string | null;
  /** Takes it back; null where that is done, or is not for who looks. */
  readonly undo: DeskForm | null;
}

export function actRow(entry: HistoryEntry, means: FormMeans | null): ActRow {
  const { id, at, act, kind, author, reason, before, after, document, title, versionOf, subject, undoneBy } = entry;
  const shown = (text: string): string | null => (text === "" ? null : recorded(kind, text));
  return {
    id,
    when: moment(at),
    machine: at,
    what: versionOf === null ? whatOf(act, kind) : "new version of a document added",
    before: act === "document" ? null : shown(before),
    after: shown(after),
    by: author,
    reason,
    href: act === "correction" && subject !== null ? commitmentHref(subject) : act === "note" && kind === "commitment" && subject !== null ? commitmentHref(subject) : null,
    about: document === null || title === null ? null : { label: clip(title, LONG), href: documentHref(document) },
    undone: undoneBy === null ? null : `taken back by correction ${undoneBy}`,
    undo: means === null ? null : undoForm(entry, means),
  };
}

/** What a correction found or set, short enough for a row. */
export function recorded(kind: string, value: string): string {
  return clip(valueWords(kind, value), LONG);
}
const LONG = 120;

/** The form that takes a correction back, by the name `form` on its page; null where there is nothing to take back. */
export function undoForm({ id, act, undoneBy }: HistoryEntry, means: FormMeans, form = `undo-${numberOf(id)}`): DeskForm | null {
  if (act !== "correction" || undoneBy !== null) return null;
  const value = numberOf(id);
  return correctionFormModel("undo", means, { id: form, legend: `Take correction ${value} back`, fixed: { value }, submit: "Undo" });
}

/** The number of a correction, by which it is taken back. */
export function numberOf(id: string): string {
  return id.replace(/\D/g, "");
}

function whatOf(act: HistoryEntry["act"], kind: string): string {
  switch (act) {
    case "document":
      return "document added";
    case "correction":
      return `corrected: ${correctionWord(kind)}`;
    case "note":
      return `note on a ${kind}`;
    case "reinterpretation":
      return "read by another reading";
    case "token":
      return `token for a new ${kind}`;
    case "revocation":
      return `token of a ${kind} taken back`;
  }
}
