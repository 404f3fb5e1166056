/**
 * Where a commitment is set right: what it is, where it begins and ends, what it is linked with, and a note beside it.
 */
import type { DocumentSummary, HistoryEntry, NoteRecord, Thread } from "../../server/archive/types.ts";
import { type Commitment, FORCES, STAGES } from "../../snapshots/index.ts";
import { changeAnchor, commitmentHref, correctHref, documentHref, twinOf } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { clip } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { type ActRow, actRow } from "../parts/acts.ts";
import { type NoteModel, noteModel } from "../parts/corrections.ts";
import { correctionFormModel, type DeskForm, formModel, type FormMeans, keptNote, selectField, textField } from "../parts/desk-form.ts";
import { type FormVisitor, formMeans, type Outcome, type OutcomeModel, outcomeModel } from "../parts/outcome.ts";
import { stageWord } from "../vocabulary.ts";

export interface CorrectCommitmentPage extends Page {
  readonly template: "correct-commitment";
  readonly words: string;
  readonly outcome: OutcomeModel | null;
  readonly kept: string;
  readonly forms: readonly DeskForm[];
  readonly links: readonly DeskForm[];
  /** Its changes from meeting to meeting: the kind of each, and a note beside it. */
  readonly changes: readonly { readonly title: string; readonly kind: DeskForm | null; readonly note: DeskForm }[];
  readonly note: NoteModel | null;
  readonly noteForm: DeskForm;
  readonly acts: readonly ActRow[];
}

export interface CorrectCommitmentInput {
  readonly commitment: Commitment;
  readonly document: DocumentSummary;
  readonly thread: Thread | null;
  /** Commitments of the neighbouring meetings, to link with. */
  readonly neighbours: { readonly before: readonly Commitment[]; readonly after: readonly Commitment[] };
  readonly note: NoteRecord | null;
  readonly acts: readonly HistoryEntry[];
  readonly visitor: FormVisitor;
  readonly outcome: Outcome;
}

export function correctCommitmentPage(input: CorrectCommitmentInput, names: Names): CorrectCommitmentPage {
  const { commitment, document, note, acts, visitor, outcome } = input;
  const href = commitmentHref(commitment.id);
  const means = formMeans(visitor, correctHref(href), outcome);
  return {
    template: "correct-commitment",
    head: { ...listHead({ title: `Correct: ${clip(commitment.plain, 60)}`, description: "Set right what was read of a commitment.", path: correctHref(href), twin: twinOf(href) }), indexed: false },
    trail: [{ label: document.title, href: documentHref(document.sha256) }, { label: "The commitment", href }],
    words: commitment.plain,
    outcome: outcomeModel(outcome, means, visitor.role),
    kept: keptNote(visitor),
    forms: formsFor(commitment, { means, names }),
    links: linkForms(input, means),
    changes: changeForms(input, means),
    note: noteModel(note),
    noteForm: noteForm({ subject: "commitment", target: commitment.id, text: note?.text ?? "" }, means),
    acts: acts.map((entry) => actRow(entry, means)),
  };
}

function formsFor({ id, quote, stage, force, topic }: Commitment, { means, names }: { readonly means: FormMeans; readonly names: Names }): readonly DeskForm[] {
  const fixed = { commitment: id };
  const topics = [...new Set([topic, ...names.topics.map(({ slug }) => slug)])];
  return [
    correctionFormModel("stage", means, { legend: "Stage", fixed, fields: [selectField("value", "How far it has come", { values: STAGES, value: stage, word: (one) => STAGES.filter((known) => known === one).map(stageWord)[0] ?? one })] }),
    correctionFormModel("force", means, { legend: "Force", fixed, fields: [selectField("value", "How binding it is", { values: FORCES, value: force })] }),
    correctionFormModel("topic", means, { legend: "Topic", fixed, fields: [selectField("value", "What it is about", { values: topics, value: topic, word: names.topic })] }),
    correctionFormModel("move", means, { legend: "Where it begins and ends", fixed, fields: [textField("quotes", "Its words, as they stand in the document", { kind: "area", value: quote })] }),
    correctionFormModel("split", means, { legend: "It is several", fixed, submit: "Split", fields: [textField("quotes", "The words of each, one a line", { kind: "area", value: quote, help: "Break the line where one ends and the next begins." })] }),
    correctionFormModel("accept", means, { legend: "It was read well", fixed, submit: "Accept", reason: "Looked at and found right" }),
    correctionFormModel("remove", means, { legend: "It is no commitment", fixed, submit: "Remove" }),
  ];
}

function noteForm({ subject, target, text }: { readonly subject: string; readonly target: string; readonly text: string }, means: FormMeans): DeskForm {
  return formModel(means, {
    id: `note-${changeAnchor(target)}`,
    legend: subject === "commitment" ? "An editor’s note beside it" : "An editor’s note beside this change",
    action: "/notes",
    fixed: { subject, target },
    fields: [textField("text", "Note", { kind: "area", value: text, help: "Empty withdraws it." })],
    reason: null,
    submit: "Keep the note",
  });
}

const LINKED = ["advanced", "reworded", "restated", "receded"] as const;

/** Changes in which it takes part; the kind of one that is linked may be ruled. */
function changeForms({ commitment, thread }: CorrectCommitmentInput, means: FormMeans): CorrectCommitmentPage["changes"] {
  return (thread?.stops ?? []).flatMap(({ change }) => {
    if (change === null || ![...change.beforeCommitments, ...change.afterCommitments].some(({ id }) => id === commitment.id)) return [];
    const [before, after] = [change.beforeCommitments, change.afterCommitments].map((side) => side.map(({ id }) => id).join(","));
    const linked = change.beforeCommitments.length > 0 && change.afterCommitments.length > 0;
    const fields = [selectField("value", "It is", { values: LINKED, value: change.kind })];
    const kind = linked ? correctionFormModel("change-kind", means, { id: `kind-${changeAnchor(change.id)}`, legend: "The kind of this change", fixed: { before: before ?? "", after: after ?? "" }, fields }) : null;
    return [{ title: `${longDate(change.before)} to ${longDate(change.after)}`, kind, note: noteForm({ subject: "change", target: change.id, text: change.note?.text ?? "" }, means) }];
  });
}

/** Linked ones can be told apart; those of the meetings beside can be linked. */
function linkForms({ commitment, document, thread, neighbours }: CorrectCommitmentInput, means: FormMeans): readonly DeskForm[] {
  const others = (thread?.stops ?? []).flatMap(({ held, commitments }) => commitments.filter((one) => one.id !== commitment.id && one.sha256 !== document.sha256).map((one) => ({ held, one })));
  const unlink = others.map(({ held, one }) => {
    const fixed = held < document.held ? { before: one.id, after: commitment.id } : { before: commitment.id, after: one.id };
    return correctionFormModel("unlink", means, { id: `unlink-${one.id}`, legend: `${longDate(held)}: ${clip(one.plain, 120)}`, fixed, submit: "Not the same undertaking" });
  });
  const link = (side: "before" | "after", list: readonly Commitment[]): readonly DeskForm[] => {
    if (list.length === 0) return [];
    const words = new Map(list.map((one) => [one.id, clip(one.plain, 100)]));
    const field = selectField(side, side === "before" ? "At the meeting before" : "At the meeting after", { values: [...words.keys()], value: "", word: (id) => words.get(id) ?? id });
    return [correctionFormModel("link", means, { id: `link-${side}`, legend: side === "before" ? "It carries on" : "It is carried on by", fixed: side === "before" ? { after: commitment.id } : { before: commitment.id }, fields: [field], submit: "Link" })];
  };
  return [...unlink, ...link("before", neighbours.before), ...link("after", neighbours.after)];
}
