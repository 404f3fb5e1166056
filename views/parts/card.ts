/**
 * A comparison in small: its headline, its figures and its weightiest change.
 */
import type { ComparisonRecord } from "../../server/archive/types.ts";
import { changeAnchor, changeHref, comparisonHref, meetingHref, partnershipHref } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import { headline } from "../headline.ts";
import type { Names } from "../names.ts";
import { byWeight } from "../weight.ts";
import { changeModel, type ChangeModel } from "./change.ts";
import { digestNotes } from "./documents.ts";
import { figureLine, type FigureLine } from "./figures.ts";
import { meetingTitle } from "./meetings.ts";

export interface CardModel {
  readonly partnership: { readonly label: string; readonly href: string };
  readonly held: string;
  readonly date: string;
  readonly meeting: { readonly label: string; readonly href: string };
  readonly since: string;
  readonly href: string;
  /** The weightiest sentence, and the one after it. */
  readonly title: string;
  readonly deck: string | null;
  readonly line: FigureLine;
  readonly lead: Pick<ChangeModel, "kind" | "topic" | "redline" | "ladder"> & { readonly href: string } | null;
  /** True where words of a digest are quoted. */
  readonly digest: boolean;
}

/** Cards by their comparison, which the archive keeps until something is written: to weigh all of its changes takes longest. */
const made = new WeakMap<ComparisonRecord, { readonly names: Names; readonly card: CardModel | null }>();

export function cardModel(record: ComparisonRecord, names: Names): CardModel | null {
  const known = made.get(record);
  if (known?.names === names) return known.card;
  const card = makeCard(record, names);
  made.set(record, { names, card });
  return card;
}

function makeCard(record: ComparisonRecord, names: Names): CardModel | null {
  const { partnership, before, after, comparison } = record;
  if (partnership === null) return null;
  const href = comparisonHref(partnership.slug, [before.held, after.held]);
  const told = headline({ before, after, comparison }, names).sentences;
  const lead = byWeight(comparison.changes)[0];
  const context = { names, commitments: record.commitments, topicHref: (topic: string) => comparisonHref(partnership.slug, [before.held, after.held], { topic }), permalink: (id: string) => changeHref({ slug: partnership.slug, before: before.held, after: after.held, id }), language: after.documents[0]?.language ?? "en" };
  const shown = lead === undefined ? null : changeModel(lead, context);
  return {
    partnership: { label: partnership.name, href: partnershipHref(partnership.slug) },
    held: after.held,
    date: longDate(after.held),
    meeting: { label: after.name === null ? `the meeting of ${shortDate(after.held)}` : meetingTitle(after), href: meetingHref(partnership.slug, after.held) },
    since: shortDate(before.held),
    href,
    title: told[0] ?? "Nothing was read in the documents of either meeting.",
    deck: told[1] ?? null,
    line: figureLine(comparison.figures),
    lead: shown === null || lead === undefined ? null : { kind: shown.kind, topic: shown.topic, redline: shown.redline, ladder: shown.ladder, href: `${href}#${changeAnchor(lead.id)}` },
    digest: digestNotes([...before.documents, ...after.documents]).length > 0,
  };
}
