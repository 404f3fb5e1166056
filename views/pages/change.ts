/**
 * One change on a page of its own: what permalinks lead to. It pins the commitments, which pin their documents and their
 * places; where a later reading links them otherwise, the page says so and shows how they stand now.
 */
import type { ComparisonRecord, NoteRecord } from "../../server/archive/types.ts";
import type { Change } from "../../snapshots/index.ts";
import { cardHref, changeHref, citeHref, comparisonHref, partnershipHref, partnershipsHref, topicHref, twinOf } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { clip } from "../grammar.ts";
import type { Names } from "../names.ts";
import { articleHead, type Link, type Page } from "../page.ts";
import { changeModel, type ChangeModel, marksOf } from "../parts/change.ts";
import { documentLink, type DocumentLink } from "../parts/documents.ts";
import { ARCHIVE } from "../parts/publisher.ts";
import { streamFeeds } from "../parts/feeds.ts";

export interface ChangePage extends Page {
  readonly template: "change";
  readonly title: string;
  readonly sentence: string;
  /** Said where the address named commitments that are linked otherwise now. */
  readonly moved: string | null;
  readonly changes: readonly ChangeModel[];
  readonly comparison: Link;
  readonly documents: readonly DocumentLink[];
}

export interface ChangeInput {
  readonly record: ComparisonRecord;
  readonly slug: string;
  /** As the address names it. */
  readonly id: string;
  /** The change of this name, or those in which its commitments take part now. */
  readonly changes: readonly Change[];
  readonly title: string;
  readonly sentence: string;
  /** The editor's note on a change. */
  readonly noteOf?: (change: string) => NoteRecord | null;
}

export function changePage({ record, slug, id, changes, title, sentence, noteOf = () => null }: ChangeInput, names: Names): ChangePage {
  const { before, after, commitments } = record;
  const pair = [before.held, after.held] as const;
  const permalink = (change: string): string => changeHref({ slug, before: before.held, after: after.held, id: change });
  const quoted = new Set(changes.flatMap((change) => [...change.before, ...change.after]).flatMap((one) => commitments.get(one)?.sha256 ?? []));
  const documents = [...before.documents, ...after.documents].filter(({ sha256 }) => quoted.has(sha256));
  const language = after.documents[0]?.language ?? "en";
  const name = after.partnershipName;
  const path = permalink(id);
  return {
    template: "change",
    head: articleHead({ title: `${name}: ${title}`, description: describe(changes[0], sentence, commitments), path, twin: twinOf(path), image: cardHref(comparisonHref(slug, pair)), date: null, publisher: ARCHIVE, cite: citeHref(path), feeds: streamFeeds({ partnership: slug }) }),
    trail: [
      { label: "Partnerships", href: partnershipsHref() },
      { label: name, href: partnershipHref(slug) },
      { label: `${longDate(before.held)} to ${longDate(after.held)}`, href: comparisonHref(slug, pair) },
    ],
    title,
    sentence,
    moved: changes.some((change) => change.id === id) ? null : "A later reading links these words otherwise than when this address was made. Shown is how they stand now.",
    changes: changes.map((change) => changeModel(change, { names, commitments, topicHref, permalink, language, noteOf, marks: marksOf(record) })),
    comparison: { label: `All changes between ${longDate(before.held)} and ${longDate(after.held)}`, href: comparisonHref(slug, pair) },
    documents: documents.map(documentLink),
  };
}

/** Letters of each wording that a preview of a link has room for. */
const PREVIEWED = 140;

/** What previews of a link say: the words first, since that is what people look for. */
function describe(change: Change | undefined, sentence: string, commitments: ComparisonRecord["commitments"]): string {
  const words = (ids: readonly string[]): string | null => {
    const [first] = ids.flatMap((id) => commitments.get(id) ?? []);
    return first === undefined ? null : `“${clip(first.plain, PREVIEWED)}”`;
  };
  const [before, after] = [words(change?.before ?? []), words(change?.after ?? [])];
  const said = before !== null && after !== null ? [`Before: ${before}`, `After: ${after}`] : [before ?? after];
  return [...said, sentence].filter((part) => part !== null).join(" ");
}
