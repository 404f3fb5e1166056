/**
 * One doubtful thing as the queue of review shows it: what is asked, in words of the sources, its evidence, and what can be decided.
 */
import type { ReviewItem } from "../../server/archive/types.ts";
import { commitmentHref, comparisonHref, correctHref, documentHref } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { percent } from "../grammar.ts";
import { type Names, reasonWords } from "../names.ts";
import type { Link } from "../page.ts";
import { dateBasisWord, stageWord } from "../vocabulary.ts";
import { correctionWord } from "./corrections.ts";
import { correctionFormModel, type DeskForm, type FormMeans } from "./desk-form.ts";
import type { FormVisitor } from "./outcome.ts";

export interface DoubtfulModel {
  readonly question: string;
  /** What is in doubt, in words of the sources. */
  readonly words: readonly { readonly label: string; readonly text: string; readonly href: string | null }[];
  readonly evidence: readonly string[];
  /** Null where nothing can be accepted as it is. */
  readonly accept: DeskForm | null;
  /** Null where there is nothing to reject, only to mend. */
  readonly reject: DeskForm | null;
  /** Null for those who may not. */
  readonly mend: Link | null;
}

/** Only an archivist takes a correction back. */
const UNDO = "undo";

/** Names by which what is in doubt is told. */
export type DoubtNames = Pick<Names, "shortTopic"> & { readonly partnership: (slug: string) => string };

/** What may be decided depends on who looks. */
export function doubtfulModel(item: ReviewItem, { names, ...means }: FormMeans & { readonly names: DoubtNames }, role: FormVisitor["role"]): DoubtfulModel {
  const model = modelOf(item, means, names);
  return role === "archivist" ? model : { ...model, reject: model.reject?.id === UNDO ? null : model.reject, mend: null };
}

function modelOf(item: ReviewItem, means: FormMeans, names: DoubtNames): DoubtfulModel {
  switch (item.kind) {
    case "commitment":
      return commitmentDoubt(item, deciding(means));
    case "link":
      return linkDoubt(item, deciding(means), names);
    case "correction":
      return correctionDoubt(item, means);
    case "partnership":
      return partnershipDoubt(item, deciding(means), names);
    case "date":
      return dateDoubt(item, deciding(means));
  }
}

type Of<Kind extends ReviewItem["kind"]> = Extract<ReviewItem, { readonly kind: Kind }>;
type Decide = (kind: string, fixed: Readonly<Record<string, string>>) => DeskForm;

interface Deciding {
  readonly accept: Decide;
  readonly reject: Decide;
}

function deciding(means: FormMeans): Deciding {
  return {
    accept: (kind, fixed) => correctionFormModel(kind, means, { id: "accept", legend: "Accept", fixed, submit: "Accept", reason: "Looked at in review and found right" }),
    reject: (kind, fixed) => correctionFormModel(kind, means, { id: "reject", legend: "Reject", fixed, submit: "Reject", reason: "Looked at in review and rejected" }),
  };
}

function commitmentDoubt(item: Of<"commitment">, { accept, reject }: Deciding): DoubtfulModel {
  const { id, plain, stage, force, confidence, evidence } = item.commitment;
  return {
    question: "Is this a commitment?",
    words: [{ label: item.title, text: plain, href: commitmentHref(id) }],
    evidence: [`The reading is sure by ${percent(confidence)}`, `It was read as ${stageWord(stage)}, ${force}`, ...evidence.commitment.words.map(({ quote }) => `By the words “${quote.replace(/\s+/g, " ")}” (${evidence.commitment.rule})`)],
    accept: accept("accept", { commitment: id }),
    reject: reject("remove", { commitment: id }),
    mend: { label: "Mend", href: correctHref(commitmentHref(id)) },
  };
}

function linkDoubt(item: Of<"link">, { accept, reject }: Deciding, names: DoubtNames): DoubtfulModel {
  const ids = { before: item.before.commitments.map(({ id }) => id).join(","), after: item.after.commitments.map(({ id }) => id).join(",") };
  const side = ({ held, commitments }: typeof item.before) => commitments.map(({ id, plain }) => ({ label: longDate(held), text: plain, href: commitmentHref(id) }));
  return {
    question: "Is this the same undertaking?",
    words: [...side(item.before), ...side(item.after)],
    evidence: [`Match ${percent(item.score)}`, ...item.why.map((reason) => reasonWords(reason, names))],
    accept: accept("link", ids),
    reject: reject("unlink", ids),
    mend: { label: "Mend", href: item.after.commitments[0] === undefined ? comparisonHref(item.partnership, [item.before.held, item.after.held]) : correctHref(commitmentHref(item.after.commitments[0].id)) },
  };
}

function correctionDoubt(item: Of<"correction">, means: FormMeans): DoubtfulModel {
  const { id, body, author, reason } = item.correction;
  return {
    question: "Does this correction still matter? It does not fit the new version.",
    words: [{ label: item.title, text: "at" in body ? body.at.quote : correctionWord(body.kind), href: documentHref(item.sha256) }],
    evidence: [`Correction ${id}: ${correctionWord(body.kind)}`, `By ${author}: ${reason}`, "It was made on an earlier version, and its words do not stand in the new one"],
    accept: null,
    reject: correctionFormModel("undo", means, { id: UNDO, legend: "Take it back", fixed: { value: String(id) }, submit: "Take it back", reason: "Its words do not stand in the new version" }),
    mend: { label: "Correct the new version", href: correctHref(documentHref(item.sha256)) },
  };
}

function partnershipDoubt(item: Of<"partnership" | "date">, { accept, reject }: Deciding, names: DoubtNames): DoubtfulModel {
  return {
    question: item.value === "" ? "Does this document belong to no partnership?" : "Does this document belong to this partnership?",
    words: [{ label: item.title, text: item.value === "" ? "none" : names.partnership(item.value), href: documentHref(item.sha256) }],
    evidence: item.basis === "derived" ? ["Put together from the parties and the title", ...item.evidence.map((quote) => `By the words “${quote.replace(/\s+/g, " ")}”`)] : ["Nothing in its text names one"],
    accept: accept("partnership", { document: item.sha256, value: item.value }),
    reject: item.value === "" ? null : reject("partnership", { document: item.sha256, value: "" }),
    mend: { label: "Mend", href: correctHref(documentHref(item.sha256)) },
  };
}

function dateDoubt(item: Of<"partnership" | "date">, { accept }: Deciding): DoubtfulModel {
  return {
    question: "Was this document published on this day?",
    words: [{ label: item.title, text: longDate(item.value), href: documentHref(item.sha256) }],
    evidence: [dateBasisWord(item.basis)],
    accept: accept("published", { document: item.sha256, value: item.value }),
    reject: null,
    mend: { label: "Mend", href: correctHref(documentHref(item.sha256)) },
  };
}
