/**
 * Changes and comparisons as Markdown that reads well as it is and renders the same everywhere: no extension but
 * strike-through, and none of the source's own signs taken for markup.
 */
import type { Change } from "../../snapshots/index.ts";
import { longDate } from "../../views/dates.ts";
import { count } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import type { Names } from "../../views/names.ts";
import { figureLine } from "../../views/parts/figures.ts";
import { kindModel, KINDS_SHOWN } from "../../views/vocabulary.ts";
import type { ArchiveReader, ComparisonRecord } from "../archive/types.ts";
import { changeEntry, type ChangeEntry, type NewsEntry, recordsOf } from "./entries.ts";
import { blockquote, escapeMarkdown, link } from "./markdown-signs.ts";
import { wordingMarkdown } from "./markdown-redline.ts";
import { tell } from "./telling.ts";

interface Means {
  readonly names: Names;
  readonly origin: string;
  readonly archive: Pick<ArchiveReader, "note">;
}

/** The stream as a document of its own. */
export function changesMarkdown(title: string, entries: readonly ChangeEntry[], names: Names): string {
  return [...markdownOf(title, [entries], { names, end: null })].join("");
}

/** The same in parts, as its changes come in parts; `end` is Markdown for the end, such as where it goes on. */
export function* markdownOf(title: string, parts: Iterable<readonly ChangeEntry[]>, { names, end }: { readonly names: Names; readonly end: string | null }): Generator<string> {
  yield `# ${escapeMarkdown(title)}`;
  let heading = "";
  for (const entries of parts) {
    const paragraphs: string[] = [];
    for (const entry of entries) {
      const next = `## ${escapeMarkdown(`${entry.partnership.name}, ${longDate(entry.after)}${publishedOn(entry)}`)}`;
      if (next !== heading) paragraphs.push(next);
      heading = next;
      paragraphs.push(...changeMarkdown(entry, names));
    }
    yield paragraphs.map((paragraph) => `\n\n${paragraph}`).join("");
  }
  yield end === null ? "\n" : `\n\n${end}\n`;
}

function publishedOn({ after, told = after }: ChangeEntry & Partial<NewsEntry>): string {
  return told === after ? "" : `, published ${longDate(told)}`;
}

/** A comparison: headline, figures, then the chosen changes by kind, in their order. */
export function comparisonMarkdown(record: ComparisonRecord, chosen: readonly Change[], { names, origin, archive }: Means): string {
  const { before, after, comparison } = record;
  const told = headline({ before, after, comparison }, names);
  const documents = [...before.documents.map((one) => ["Before", one] as const), ...after.documents.map((one) => ["After", one] as const)];
  const parts = [
    `# ${escapeMarkdown(`${record.partnership?.name ?? `${before.partnershipName} and ${after.partnershipName}`}: ${told.title.charAt(0).toLowerCase()}${told.title.slice(1)}`)}`,
    escapeMarkdown(told.sentences.join(" ")),
    documents.map(([side, { title, published, sha256 }]) => `- ${side}: ${link(title, `${origin}/documents/${sha256.slice(0, 12)}`)}, ${longDate(published)}`).join("\n"),
    escapeMarkdown(`${figureLine(comparison.figures).words}.${chosen.length === comparison.changes.length ? "" : ` Of these ${count(comparison.changes.length, "change")}, ${chosen.length} follow.`}`),
  ];
  const entries = recordsOf(record, archive, chosen).map((change) => changeEntry(change, origin));
  for (const kind of KINDS_SHOWN) {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length > 0) parts.push(`## ${kindModel(kind).glyph === "=" ? "" : `${kindModel(kind).glyph} `}${count(own.length, kindModel(kind).word, kindModel(kind).word)}`, ...own.flatMap((entry) => changeMarkdown(entry, names)));
  }
  return `${parts.join("\n\n")}\n`;
}

function changeMarkdown(entry: ChangeEntry, names: Names): readonly string[] {
  const digest = [...entry.quotes.before, ...entry.quotes.after].some(({ documentKind }) => documentKind === "digest") ? " *(words of a digest, not of the official text)*" : "";
  return [`**${escapeMarkdown(tell(entry, names))}** ${link("Permalink", entry.url)}${digest}`, blockquote(wordingMarkdown(entry.quotes)), ...(entry.note === null ? [] : [`Editor’s note (${escapeMarkdown(entry.note.author)}): ${escapeMarkdown(entry.note.text)}`])];
}
