/**
 * The queue of review: one doubtful thing at a time, with its evidence and what can be decided.
 */
import type { ReviewItem, ReviewQueue } from "../../server/archive/types.ts";
import { commitmentHref, comparisonHref, correctHref, deskHref, documentHref, reviewHref } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count, digits, percent } from "../grammar.ts";
import { byName } from "../names.ts";
import { listHead, type Link, type Page } from "../page.ts";
import { correctionWord } from "../parts/corrections.ts";
import type { FiltersModel } from "../parts/filters.ts";
import { correctionFormModel, type DeskForm, type FormMeans } from "../parts/desk-form.ts";
import { type FormVisitor, formMeans, type Outcome, type OutcomeModel, outcomeModel } from "../parts/outcome.ts";
import { dateBasisWord, stageWord } from "../vocabulary.ts";

export interface ReviewPage extends Page {
  readonly template: "review";
  readonly progress: string;
  readonly outcome: OutcomeModel | null;
  /** By kind and partnership, with how many there are of each. */
  readonly filters: FiltersModel;
  readonly item: ReviewModel | null;
  /** Keys that do something on this page. */
  readonly keys: readonly { readonly key: string; readonly word: string }[];
  readonly previous: string | null;
  readonly next: string | null;
}

export interface ReviewModel {
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

export interface ReviewInput extends Pick<ReviewQueue, "total" | "kinds"> {
  readonly item: ReviewItem | null;
  readonly partnerships: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly asked: { readonly at: number; readonly kind: ReviewItem["kind"] | null; readonly partnership: string | null };
  readonly visitor: FormVisitor;
  readonly outcome: Outcome;
}

export function reviewPage(input: ReviewInput): ReviewPage {
  const { item, total, asked, visitor, outcome } = input;
  const { at, ...filter } = asked;
  const means = formMeans(visitor, reviewHref(asked), outcome);
  const shown = item === null ? null : forRole(modelOf(item, means), visitor.role);
  const [previous, next] = [at > 1 ? reviewHref({ ...filter, at: at - 1 }) : null, at < total ? reviewHref({ ...filter, at: at + 1 }) : null];
  return {
    template: "review",
    head: { ...listHead({ title: "Review", description: "What is doubtful in this archive.", path: reviewHref(asked), twin: "/review.json" }), indexed: false },
    trail: [{ label: "Desk", href: deskHref }],
    progress: progressOf(input),
    outcome: outcomeModel(outcome, means, visitor.role),
    filters: filtersOf(input),
    item: shown,
    keys: keysOf(shown, { previous, next }),
    previous,
    next,
  };
}

function progressOf({ item, total, asked: { at, kind, partnership } }: ReviewInput): string {
  if (total === 0) return kind === null && partnership === null ? "Nothing is doubtful." : "Nothing of this is doubtful.";
  return item === null ? `You are through: ${count(total, "thing")} in doubt, looked at and left.` : `${digits(at)} of ${count(total, "thing")} in doubt, the most doubtful first`;
}

const KIND_WORDS: Readonly<Record<ReviewItem["kind"], string>> = { commitment: "Commitments", link: "The same undertaking or not", partnership: "Partnerships", date: "Days of publication", correction: "Corrections that do not fit" };

function filtersOf({ kinds, partnerships, asked: { kind, partnership } }: ReviewInput): FiltersModel {
  const ofKinds = kinds.map((one) => ({ value: String(one.kind), label: `${KIND_WORDS[one.kind]} (${digits(one.count)})`, chosen: one.kind === kind }));
  const sorted = partnerships.toSorted(byName);
  const within = sorted.map(({ slug, name, count: many }) => ({ value: slug, label: `${name} (${digits(many)})`, chosen: slug === partnership }));
  const set = [
    ...(kind === null ? [] : [{ label: KIND_WORDS[kind], without: reviewHref({ partnership }) }]),
    ...(partnership === null ? [] : [{ label: partnerships.find(({ slug }) => slug === partnership)?.name ?? partnership, without: reviewHref({ kind }) }]),
  ];
  return {
    action: reviewHref(),
    label: "What is in doubt",
    texts: [],
    selects: [
      { name: "kind", label: "Kind", any: "All kinds", options: ofKinds },
      { name: "partnership", label: "Partnership", any: "All partnerships", options: within },
    ],
    dates: [],
    set,
    clear: set.length === 0 ? null : reviewHref(),
  };
}

function keysOf(item: ReviewModel | null, { previous, next }: Pick<ReviewPage, "previous" | "next">): ReviewPage["keys"] {
  const keys = [
    { key: "a", word: "accept", there: item?.accept ?? null },
    { key: "m", word: "mend", there: item?.mend ?? null },
    { key: "r", word: "reject", there: item?.reject ?? null },
    { key: "n", word: "next", there: next },
    { key: "k", word: "previous", there: previous },
  ];
  return keys.filter(({ there }) => there !== null).map(({ key, word }) => ({ key, word }));
}

function forRole(model: ReviewModel, role: FormVisitor["role"]): ReviewModel {
  return role === "archivist" ? model : { ...model, reject: model.reject?.id === UNDO ? null : model.reject, mend: null };
}

/** Only an archivist takes a correction back. */
const UNDO = "undo";
const FOUND = "Looked at in review and found right";
const REJECTED = "Looked at in review and rejected";

function modelOf(item: ReviewItem, means: FormMeans): ReviewModel {
  const form = (kind: string, fixed: Readonly<Record<string, string>>, words: { readonly submit: string; readonly reason: string }): DeskForm => correctionFormModel(kind, means, { id: `${words.submit === "Accept" ? "accept" : "reject"}`, legend: words.submit, fixed, ...words });
  const accept = (kind: string, fixed: Readonly<Record<string, string>>): DeskForm => form(kind, fixed, { submit: "Accept", reason: FOUND });
  const reject = (kind: string, fixed: Readonly<Record<string, string>>): DeskForm => form(kind, fixed, { submit: "Reject", reason: REJECTED });
  switch (item.kind) {
    case "commitment": {
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
    case "link": {
      const ids = { before: item.before.commitments.map(({ id }) => id).join(","), after: item.after.commitments.map(({ id }) => id).join(",") };
      const side = ({ held, commitments }: typeof item.before) => commitments.map(({ id, plain }) => ({ label: longDate(held), text: plain, href: commitmentHref(id) }));
      return {
        question: "Is this the same undertaking?",
        words: [...side(item.before), ...side(item.after)],
        evidence: [`Match ${percent(item.score)}`, ...item.why],
        accept: accept("link", ids),
        reject: reject("unlink", ids),
        mend: { label: "Mend", href: item.after.commitments[0] === undefined ? comparisonHref(item.partnership, [item.before.held, item.after.held]) : correctHref(commitmentHref(item.after.commitments[0].id)) },
      };
    }
    case "correction": {
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
    case "partnership":
      return {
        question: item.value === "" ? "Does this document belong to no partnership?" : "Does this document belong to this partnership?",
        words: [{ label: item.title, text: item.value === "" ? "none" : item.value, href: documentHref(item.sha256) }],
        evidence: item.basis === "derived" ? ["Put together from the parties and the title", ...item.evidence.map((quote) => `By the words “${quote.replace(/\s+/g, " ")}”`)] : ["Nothing in its text names one"],
        accept: accept("partnership", { document: item.sha256, value: item.value }),
        reject: item.value === "" ? null : reject("partnership", { document: item.sha256, value: "" }),
        mend: { label: "Mend", href: correctHref(documentHref(item.sha256)) },
      };
    case "date":
      return {
        question: "Was this document published on this day?",
        words: [{ label: item.title, text: longDate(item.value), href: documentHref(item.sha256) }],
        evidence: [dateBasisWord(item.basis)],
        accept: accept("published", { document: item.sha256, value: item.value }),
        reject: null,
        mend: { label: "Mend", href: correctHref(documentHref(item.sha256)) },
      };
  }
}
