/**
 * Changes and comparisons as Markdown that reads well as it is and renders the same everywhere: no extension but
 * strike-through, and none of the source's own signs taken for markup.
 */
import { type Change, redlineWords } from "../../snapshots/index.ts";
import { longDate } from "../../views/dates.ts";
import { count } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import type { Names } from "../../views/names.ts";
import { figureLine } from "../../views/parts/figures.ts";
import { kindModel, KINDS_SHOWN } from "../../views/vocabulary.ts";
import type { ArchiveReader, ComparisonRecord } from "../archive/types.ts";
import { changeEntry, type ChangeEntry, recordsOf } from "./entries.ts";
import { tell } from "./telling.ts";

interface Means {
  readonly names: Names;
  readonly origin: string;
  readonly archive: Pick<ArchiveReader, "note">;
}

/** Text in which nothing is markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([+-])(?=\s)/, "\\$1");
}

export function link(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](<${address.replaceAll(/[<>\n]/g, encodeURIComponent)}>)`;
}

export function blockquote(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** The stream as a document of its own. */
export function changesMarkdown(title: string, entries: readonly ChangeEntry[], names: Names): string {
  return [...markdownOf(title, [entries], names)].join("");
}

/** The same in parts, as its changes come in parts. */
export function* markdownOf(title: string, parts: Iterable<readonly ChangeEntry[]>, names: Names): Generator<string> {
  yield `# ${escapeMarkdown(title)}`;
  let heading = "";
  for (const entries of parts) {
    const paragraphs: string[] = [];
    for (const entry of entries) {
      const next = `## ${escapeMarkdown(`${entry.partnership.name}, ${longDate(entry.after)}`)}`;
      if (next !== heading) paragraphs.push(next);
      heading = next;
      paragraphs.push(...changeMarkdown(entry, names));
    }
    yield paragraphs.map((paragraph) => `\n\n${paragraph}`).join("");
  }
  yield "\n";
}

/** A comparison: headline, figures, then the chosen changes by kind, in their order. */
export function comparisonMarkdown(record: ComparisonRecord, chosen: readonly Change[], { names, origin, archive }: Means): string {
  const { before, after, comparison } = record;
  const told = headline({ before: before.held, after: after.held, comparison }, names);
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
  return [`**${escapeMarkdown(tell(entry, names))}** ${link("Permalink", entry.url)}${digest}`, blockquote(wording(entry)), ...(entry.note === null ? [] : [`Editor’s note (${escapeMarkdown(entry.note.author)}): ${escapeMarkdown(entry.note.text)}`])];
}

/** `We ~~shall~~ **will** phase out`; words that stand alone as they are. */
function wording({ quotes }: ChangeEntry): string {
  const [before, after] = [quotes.before, quotes.after].map((side) => side.map(({ quote }) => quote).join(" "));
  if (before === undefined || after === undefined || before === "" || after === "") return escapeMarkdown(`${before ?? ""}${after ?? ""}`);
  return redlineWords(before, after).map(({ op, text }) => (op === "equal" ? escapeKeeping(text) : marked(text, op === "delete" ? "~~" : "**"))).join("");
}

/** Marks stand close to words, or they are none. */
function marked(text: string, mark: string): string {
  const [, lead = "", words = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === "" ? " " : `${lead === "" ? "" : " "}${mark}${escapeMarkdown(words)}${mark}${tail === "" ? "" : " "}`;
}

function escapeKeeping(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
