/**
 * The queue of review: one doubtful thing at a time, with its evidence and what can be decided.
 */
import type { ReviewItem, ReviewQueue } from "../../server/archive/types.ts";
import { deskHref, reviewHref } from "../addresses.ts";
import { count, digits } from "../grammar.ts";
import { byName, type Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { type DoubtfulModel, doubtfulModel } from "../parts/doubts.ts";
import type { FiltersModel } from "../parts/filters.ts";
import { type FormVisitor, formMeans, type Outcome, type OutcomeModel, outcomeModel } from "../parts/outcome.ts";

export interface ReviewPage extends Page {
  readonly template: "review";
  readonly progress: string;
  readonly outcome: OutcomeModel | null;
  /** By kind and partnership, with how many there are of each. */
  readonly filters: FiltersModel;
  readonly item: DoubtfulModel | null;
  /** Keys that do something on this page. */
  readonly keys: readonly { readonly key: string; readonly word: string }[];
  readonly previous: string | null;
  readonly next: string | null;
}

export interface ReviewInput extends Pick<ReviewQueue, "total" | "kinds"> {
  readonly item: ReviewItem | null;
  readonly partnerships: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly asked: { readonly at: number; readonly kind: ReviewItem["kind"] | null; readonly partnership: string | null };
  readonly visitor: FormVisitor;
  readonly outcome: Outcome;
}

export function reviewPage(input: ReviewInput, { shortTopic }: Pick<Names, "shortTopic">): ReviewPage {
  const { item, total, asked, visitor, outcome } = input;
  const { at, ...filter } = asked;
  const means = formMeans(visitor, reviewHref(asked), outcome);
  const partnership = (slug: string): string => input.partnerships.find((one) => one.slug === slug)?.name ?? slug;
  const shown = item === null ? null : doubtfulModel(item, { ...means, names: { shortTopic, partnership } }, visitor.role);
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

function keysOf(item: DoubtfulModel | null, { previous, next }: Pick<ReviewPage, "previous" | "next">): ReviewPage["keys"] {
  const keys = [
    { key: "a", word: "accept", there: item?.accept ?? null },
    { key: "m", word: "mend", there: item?.mend ?? null },
    { key: "r", word: "reject", there: item?.reject ?? null },
    { key: "n", word: "next", there: next },
    { key: "k", word: "previous", there: previous },
  ];
  return keys.filter(({ there }) => there !== null).map(({ key, word }) => ({ key, word }));
}
