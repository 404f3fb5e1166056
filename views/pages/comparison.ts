/**
 * The comparison of two meetings: a headline in words, figures, priorities, and every change with its redline.
 */
import type { ComparisonRecord, MeetingPoint, MeetingSummary, NoteRecord } from "../../server/archive/types.ts";
import { type Change, type ChangeKind, figuresRange, restrict, type Strictness } from "../../snapshots/index.ts";
import { cardHref, changeAnchor, changeHref, citeHref, comparisonFormHref, comparisonHref, type ComparisonQuery, meetingHref, type Order, partnershipHref, partnershipsHref, twinOf, type View } from "../addresses.ts";
import { gap, longDate } from "../dates.ts";
import { count } from "../grammar.ts";
import { headline } from "../headline.ts";
import type { Names } from "../names.ts";
import { articleHead, type Link, type Page } from "../page.ts";
import { changeModel, type ChangeModel, marksOf } from "../parts/change.ts";
import { type Chip, doubtChips, type DoubtModel, orderChips, rangeOf, settingsLine, topicChips, viewChips } from "../parts/controls.ts";
import { digestNotes, documentLink, type DocumentLink } from "../parts/documents.ts";
import { figureTiles, type FigureModel, forceLine } from "../parts/figures.ts";
import { meetingTitle } from "../parts/meetings.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { type ShiftsModel, shiftsModel } from "../parts/priorities.ts";
import { ARCHIVE } from "../parts/publisher.ts";
import { sideBySide, type SidesModel } from "../parts/sides.ts";
import { stripModel, type StripModel } from "../parts/strip.ts";
import { wholeText, type WholeText } from "../parts/whole-text.ts";
import { byWeight } from "../weight.ts";
import { streamFeeds } from "../parts/feeds.ts";

export interface SideModel {
  readonly label: string;
  readonly date: string;
  readonly href: string;
  readonly name: string | null;
  readonly place: string | null;
  readonly documents: readonly DocumentLink[];
}

export interface ComparisonPage extends Page {
  readonly template: "comparison";
  readonly title: string;
  readonly deck: readonly string[];
  readonly before: SideModel;
  readonly after: SideModel;
  readonly apart: string;
  readonly previous: Link | null;
  readonly next: Link | null;
  readonly bases: readonly Chip[];
  readonly strip: StripModel;
  readonly tiles: readonly FigureModel[];
  readonly force: string | null;
  readonly shifts: ShiftsModel;
  readonly digests: ReturnType<typeof digestNotes>;
  readonly total: string;
  readonly filtered: string | null;
  readonly all: string;
  readonly topics: readonly Chip[];
  readonly views: readonly Chip[];
  /** Empty where the texts' own order is the only one. */
  readonly orders: readonly Chip[];
  readonly doubt: readonly DoubtModel[];
  /** What is chosen, in words: paper has no chips. */
  readonly settings: string;
  readonly changes: readonly ChangeModel[] | null;
  readonly pager: PagerModel | null;
  readonly sides: SidesModel | null;
  readonly whole: WholeText | null;
}

export interface ComparisonInput {
  readonly record: ComparisonRecord;
  /** Meetings of the partnership for the line and the choice of another base. */
  readonly meetings: readonly MeetingPoint[];
  readonly slug: string;
  /** The editor's note on a change. */
  readonly noteOf?: (change: string) => NoteRecord | null;
  readonly query: { readonly view: View; readonly kind: ChangeKind | null; readonly topic: string | null; readonly order: Order; readonly links: Strictness; readonly page: number };
}

const LIMIT = 30;

export function comparisonPage(input: ComparisonInput, names: Names): ComparisonPage {
  const { slug, query } = input;
  const { before, after } = input.record;
  const comparison = restrict(input.record.comparison, query.links, input.record.commitments);
  const record = { ...input.record, comparison };
  const range = figuresRange(input.record.comparison, input.record.commitments);
  const pair = [before.held, after.held] as const;
  const href = (change: ComparisonQuery): string => comparisonHref(slug, pair, { ...query, page: null, ...change });
  // A choice leads back to the list, not to the top of the page.
  const toList = (change: ComparisonQuery): string => `${href(change)}#changes`;
  const told = headline({ before, after, comparison }, names);
  const chosen = comparison.changes.filter((change) => (query.kind === null || change.kind === query.kind) && (query.topic === null || change.topic === query.topic));
  const filter = [query.kind, query.topic === null ? null : names.shortTopic(query.topic)].filter((part) => part !== null);
  return {
    template: "comparison",
    head: headOf({ ...input, record }, { title: told.title, deck: told.sentences.join(" "), address: href({ page: query.page }) }),
    trail: [{ label: "Partnerships", href: partnershipsHref() }, { label: record.partnership?.name ?? slug, href: partnershipHref(slug) }],
    title: told.title,
    deck: told.sentences,
    before: sideModel("Before", record.before),
    after: sideModel("After", record.after),
    apart: `${gap(before.held, after.held)} apart`,
    ...steps(input),
    strip: stripModel(input.meetings, pair),
    tiles: figureTiles(comparison.figures, { href: (kind) => toList({ kind: kind === query.kind ? null : kind, view: "list" }), current: query.kind, range: (kind) => rangeOf(range, kind) }),
    force: forceLine(comparison.figures),
    shifts: shiftsModel(comparison.priorities, { names, href: (topic) => toList({ topic }) }),
    digests: digestNotes([...before.documents, ...after.documents]),
    total: count(comparison.changes.length, "change"),
    filtered: filter.length === 0 ? null : `${count(chosen.length, "change")}: ${filter.join(", ")}`,
    all: toList({ kind: null, topic: null }),
    topics: topicChips(query.kind === null ? comparison.changes : comparison.changes.filter(({ kind }) => kind === query.kind), { names, current: query.topic, href: (topic) => toList({ topic }) }),
    views: viewChips(query.view, toList),
    orders: query.view === "list" ? orderChips(query.order, toList) : [],
    doubt: doubtChips(query.links, toList),
    settings: settingsLine(query),
    ...shownAs({ ...input, record }, { chosen, href, names }),
  };
}

interface Choice {
  readonly chosen: readonly Change[];
  readonly href: (change: ComparisonQuery) => string;
  readonly names: Names;
}

/** One of the three views; the others are null. */
function shownAs({ record, slug, query, noteOf = () => null }: ComparisonInput, { chosen, href, names }: Choice): Pick<ComparisonPage, "changes" | "pager" | "sides" | "whole"> {
  if (query.view === "text") return { changes: null, pager: null, sides: null, whole: wholeText(record) };
  const language = record.after.documents[0]?.language ?? "en";
  const inList = changePlace(inOrder(record.comparison.changes, query.order), href);
  if (query.view === "side") return { changes: null, pager: null, sides: sideBySide(record, { shown: new Set(chosen.map(({ id }) => id)), href: inList }), whole: null };
  const offset = (query.page - 1) * LIMIT;
  const shown = inOrder(chosen, query.order).slice(offset, offset + LIMIT);
  const context = { names, commitments: record.commitments, topicHref: (topic: string) => `${href({ topic })}#changes`, permalink: (id: string) => changeHref({ slug, before: record.before.held, after: record.after.held, id }), language, noteOf, marks: marksOf(record) };
  return {
    changes: shown.map((change) => changeModel(change, context)),
    pager: pager({ total: chosen.length, offset, limit: LIMIT, shown: shown.length, noun: "changes" }, (page) => `${href({ page })}#changes`),
    sides: null,
    whole: null,
  };
}

/** The comparison's own order is that of the text after, then of the text before. */
function inOrder(changes: readonly Change[], order: Order): readonly Change[] {
  return order === "weight" ? byWeight(changes) : changes;
}

/** Where a change stands in the list of all changes. */
function changePlace(changes: readonly Change[], href: Choice["href"]): (id: string) => string {
  const places = new Map(changes.map(({ id }, at) => [id, Math.floor(at / LIMIT) + 1]));
  return (id) => `${href({ view: "list", kind: null, topic: null, page: places.get(id) ?? 1 })}#${changeAnchor(id)}`;
}

function headOf({ record, slug, query }: ComparisonInput, { title, deck, address }: { readonly title: string; readonly deck: string; readonly address: string }): Page["head"] {
  const pair = [record.before.held, record.after.held] as const;
  return articleHead({
    title: `${record.partnership?.name ?? slug}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    description: deck,
    path: comparisonHref(slug, pair, { view: query.view }),
    twin: twinOf(address),
    date: null,
    publisher: ARCHIVE,
    cite: citeHref(comparisonHref(slug, pair)),
    take: [{ label: "Markdown", href: comparisonFormHref(slug, pair, { ...query, form: ".md" }) }, { label: "CSV", href: comparisonFormHref(slug, pair, { ...query, form: ".csv" }) }],
    image: cardHref(comparisonHref(slug, pair)),
    feeds: streamFeeds({ partnership: slug }),
  });
}

function sideModel(label: string, meeting: MeetingSummary): SideModel {
  return {
    label,
    date: longDate(meeting.held),
    href: meetingHref(meeting.partnership, meeting.held),
    name: meeting.name === null ? null : meetingTitle(meeting),
    place: meeting.place,
    documents: meeting.documents.map(documentLink),
  };
}

/** The comparisons before and after, and every other meeting as a base. */
function steps({ record: { before, after }, meetings, slug, query }: ComparisonInput): Pick<ComparisonPage, "previous" | "next" | "bases"> {
  const { view } = query;
  return {
    previous: before.previous === null ? null : { label: `${longDate(before.previous)} to ${longDate(before.held)}`, href: comparisonHref(slug, [before.previous, before.held], { view }) },
    next: after.next === null ? null : { label: `${longDate(after.held)} to ${longDate(after.next)}`, href: comparisonHref(slug, [after.held, after.next], { view }) },
    bases: meetings
      .filter(({ held }) => held !== after.held)
      .toSorted((a, b) => (a.held < b.held ? -1 : 1))
      .map(({ held }) => ({ label: longDate(held), href: comparisonHref(slug, held < after.held ? [held, after.held] : [after.held, held], { view }), current: held === before.held })),
  };
}
