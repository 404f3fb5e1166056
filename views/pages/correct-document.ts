/**
 * Where a document is set right: a form for each thing that is read of it, its commitments, and what was corrected so far.
 */
import type { DocumentRecord, HistoryEntry, PartnershipSummary } from "../../server/archive/types.ts";
import { FORCES, STAGES } from "../../snapshots/index.ts";
import { commitmentHref, correctHref, documentHref, twinOf } from "../addresses.ts";
import { clip } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Link, type Page } from "../page.ts";
import { type ActRow, actRow } from "../parts/acts.ts";
import { correctionFormModel, type DeskForm, type FormMeans, keptNote, partnershipField, selectField, textField } from "../parts/desk-form.ts";
import { type FormVisitor, formMeans, type Outcome, type OutcomeModel, outcomeModel } from "../parts/outcome.ts";
import { stageWord } from "../vocabulary.ts";

export interface CorrectDocumentPage extends Page {
  readonly template: "correct-document";
  readonly title: string;
  readonly outcome: OutcomeModel | null;
  readonly kept: string;
  readonly forms: readonly DeskForm[];
  readonly commitments: readonly (Link & { readonly stage: string })[];
  readonly acts: readonly ActRow[];
}

export interface CorrectDocumentInput {
  readonly record: DocumentRecord;
  readonly visitor: FormVisitor;
  readonly outcome: Outcome;
  readonly partnerships: readonly PartnershipSummary[];
  readonly acts: readonly HistoryEntry[];
}

export function correctDocumentPage({ record, visitor, outcome, partnerships, acts }: CorrectDocumentInput, names: Names): CorrectDocumentPage {
  const href = documentHref(record.sha256);
  const means = formMeans(visitor, correctHref(href), outcome);
  return {
    template: "correct-document",
    head: { ...listHead({ title: `Correct: ${clip(record.title, 60)}`, description: "Set right what was read of a document.", path: correctHref(href), twin: twinOf(href) }), indexed: false },
    trail: [{ label: record.title, href }],
    title: record.title,
    outcome: outcomeModel(outcome, means, visitor.role),
    kept: keptNote(visitor),
    forms: formsFor(record, { means, partnerships, names }),
    commitments: record.snapshot.commitments.map(({ id, plain, stage }) => ({ label: clip(plain, 140), href: correctHref(commitmentHref(id)), stage: stageWord(stage) })),
    acts: acts.map((entry) => actRow(entry, means)),
  };
}

interface FormsMeans {
  readonly means: FormMeans;
  readonly partnerships: readonly PartnershipSummary[];
  readonly names: Names;
}

function formsFor({ sha256, snapshot }: DocumentRecord, { means, partnerships, names }: FormsMeans): readonly DeskForm[] {
  const { document, meeting, partnership } = snapshot;
  const fixed = { document: sha256 };
  const one = (kind: string, legend: string, value: string, help = ""): DeskForm => correctionFormModel(kind, means, { legend, fixed, fields: [textField("value", legend, { value, help })] });
  const topics = names.topics.map(({ slug }) => slug);
  return [
    one("title", "Title", document.title),
    one("published", "Day of publication", document.published, "Such as 2025-05-09 or 9 May 2025."),
    one("held", "Day of the meeting", meeting.held, "Such as 2025-05-09 or 9 May 2025."),
    one("meeting-name", "Name of the meeting", meeting.name ?? "", "Empty for none."),
    one("place", "Place of the meeting", meeting.place ?? "", "Empty for none."),
    one("ordinal", "Number of the meeting in a row", meeting.ordinal === null ? "" : String(meeting.ordinal), "Empty for none."),
    one("parties", "Parties", partnership.parties.join(", "), "Codes, separated by commas."),
    correctionFormModel("partnership", means, {
      legend: "Partnership",
      fixed,
      fields: [partnershipField("value", "Partnership", { partnerships, value: partnership.slug ?? "", others: [{ value: "", label: "none" }] })],
    }),
    correctionFormModel("add", means, {
      legend: "A commitment that was not read",
      fixed,
      submit: "Add",
      fields: [
        textField("quotes", "Its words, as they stand in the document", { kind: "area" }),
        selectField("stage", "Stage", { values: STAGES, value: "committed", word: (stage) => STAGES.filter((known) => known === stage).map(stageWord)[0] ?? stage }),
        selectField("force", "Force", { values: FORCES, value: "moderate" }),
        selectField("topic", "Topic", { values: topics, value: topics[0] ?? "", word: names.topic }),
      ],
    }),
  ];
}
