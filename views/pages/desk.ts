/**
 * The archivist's desk: who is signed in, where work waits, and what concerns the whole archive.
 */
import type { PartnershipSummary, UnfitRecord } from "../../server/archive/types.ts";
import { addHref, deskHref, historyHref, reviewHref } from "../addresses.ts";
import { count } from "../grammar.ts";
import { listHead, type Link, type Page } from "../page.ts";
import { correctionWord } from "../parts/corrections.ts";
import { correctionFormModel, type DeskForm, type FormMeans, partnershipField, textField } from "../parts/desk-form.ts";
import { type FormVisitor, formMeans, type Outcome, type OutcomeModel, outcomeModel } from "../parts/outcome.ts";

export interface DeskPage extends Page {
  readonly template: "desk";
  readonly who: string;
  readonly outcome: OutcomeModel | null;
  /** The value that signs out with; null where there is nothing to sign out of. */
  readonly signOut: string | null;
  readonly alone: string | null;
  /** Said where documents are still to be read with what was added; null where they are. */
  readonly outdated: string | null;
  readonly rooms: readonly (Link & { readonly words: string })[];
  readonly forms: readonly DeskForm[];
  readonly unfit: readonly { readonly id: number; readonly what: string; readonly by: string; readonly why: string; readonly undo: DeskForm }[];
}

export interface DeskInput {
  readonly visitor: FormVisitor;
  readonly outcome: Outcome;
  readonly doubtful: number;
  readonly acts: number;
  readonly partnerships: readonly PartnershipSummary[];
  readonly unfit: readonly UnfitRecord[];
  readonly outdated: boolean;
}

export function deskPage({ visitor, outcome, doubtful, acts, partnerships, unfit, outdated }: DeskInput): DeskPage {
  const means = formMeans(visitor, deskHref, outcome);
  const archivist = visitor.role === "archivist";
  return {
    template: "desk",
    head: { ...listHead({ title: "The desk", description: "Where the archive is kept.", path: deskHref, twin: "/desk.json" }), indexed: false },
    trail: [],
    who: visitor.by === "machine" ? "You work here as whoever sits at this machine" : `You are signed in as ${visitor.name}, ${visitor.role}`,
    outcome: outcomeModel(outcome, means, visitor.role),
    signOut: visitor.by === "session" ? visitor.csrf : null,
    alone: visitor.by === "machine" ? "Nobody has a token yet, so the desk answers on this machine only. To let others in, make a token with: pactline token add NAME --role archivist" : null,
    outdated: outdated ? "What is known has changed since the documents were read. Run: pactline rebuild. It reads them anew while this server goes on." : null,
    rooms: [
      ...(archivist ? [{ label: "Add", href: addHref, words: "files, a text or an address" }] : []),
      { label: "Review", href: reviewHref(), words: doubtful === 0 ? "nothing is doubtful" : `${count(doubtful, "thing")} in doubt` },
      { label: "History", href: historyHref(), words: `${count(acts, "act")} on record` },
    ],
    forms: archivist ? catalogueForms(partnerships, means) : [],
    unfit: unfit.map(({ correction, why }) => ({
      id: correction.id,
      what: correctionWord(correction.body.kind),
      by: `${correction.author}: ${correction.reason}`,
      why,
      undo: correctionFormModel("undo", means, { id: `undo-${correction.id}`, legend: "Take it back", fixed: { value: String(correction.id) }, submit: "Undo", reason: "It fits nothing any more" }),
    })),
  };
}

function catalogueForms(partnerships: readonly PartnershipSummary[], means: FormMeans): readonly DeskForm[] {
  const choose = (name: string, label: string) => partnershipField(name, label, { partnerships, value: "", others: [{ value: "", label: "Choose one" }] });
  const list = { help: "Several are separated by commas.", kind: "area" as const };
  return [
    correctionFormModel("rename-partnership", means, { legend: "Rename a partnership", fields: [choose("before", "Partnership"), textField("after", "New name in addresses", { help: "Lower-case words joined by hyphens. The old address leads on." }), textField("name", "New name")], submit: "Rename" }),
    correctionFormModel("merge-partnerships", means, { legend: "Merge two partnerships", fields: [choose("before", "The one that goes"), choose("after", "The one that stays")], submit: "Merge" }),
    correctionFormModel("add-alias", means, { legend: "Another name of a partnership", fields: [choose("before", "Partnership"), textField("value", "Name, as texts write it")], submit: "Add" }),
    correctionFormModel("add-party", means, { legend: "A party", fields: [textField("value", "Code", { help: "ISO 3166-1 alpha-2, EU, or a short name." }), textField("name", "Name"), textField("more", "Other names", list)], submit: "Add" }),
    correctionFormModel("add-topic", means, { legend: "A topic", fields: [textField("value", "Name in addresses"), textField("name", "Name"), textField("more", "Words that tell it", list)], submit: "Add" }),
  ];
}
