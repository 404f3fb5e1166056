/**
 * A brief as Markdown and as plain text. The HTML is a template's.
 */
import { longDate } from "../../views/dates.ts";
import { count } from "../../views/grammar.ts";
import type { Brief, BriefClaim, BriefMeeting } from "./brief.ts";
import type { BriefQuotation, BriefSource } from "./brief-quotations.ts";
import { blockquote, escapeMarkdown, link } from "./markdown-signs.ts";

export function briefMarkdown(brief: Brief): string {
  const parts = [`# ${escapeMarkdown(brief.title)}`, escapeMarkdown(brief.summary)];
  for (const { name, url, meetings } of brief.partnerships) {
    parts.push(`## ${link(name, url)}`);
    for (const meeting of meetings) parts.push(...meetingMarkdown(meeting));
  }
  return `${[...parts, ...omitted(brief), `*${escapeMarkdown(brief.doubt)}*`].join("\n\n")}\n`;
}

function meetingMarkdown({ title, url, sentences, claims, more, notes }: BriefMeeting): readonly string[] {
  return [
    `### ${link(title, url)}`,
    escapeMarkdown(sentences.join(" ")),
    ...claims.flatMap(claimMarkdown),
    ...(more > 0 ? [link(`${count(more, "more change")}`, url)] : []),
    ...notes.map((note) => `*${link(note.title, note.url)}: ${escapeMarkdown(note.label)}${note.official === null ? "" : `; ${link("official text", note.official)}`}*`),
  ];
}

function claimMarkdown({ sentence, before, after, url }: BriefClaim): readonly string[] {
  return [`**${escapeMarkdown(sentence)}** ${link("This change", url)}`, ...quoteLines(before, "Before"), ...quoteLines(after, "After")];
}

function quoteLines(quotations: readonly BriefQuotation[], label: string): readonly string[] {
  return quotations.map(({ quote, sources }) => blockquote(`${label}: “${escapeMarkdown(quote)}” (${inDocuments(sources)}${sources.map(sourceMarkdown).join("; ")})`));
}

/** Where a wording stands in several documents, in how many. */
function inDocuments(sources: readonly BriefSource[]): string {
  return sources.length < 2 ? "" : `in ${count(sources.length, "document")}: `;
}

function sourceMarkdown({ title, kind, published, official, url }: BriefSource): string {
  return `${link(title, official ?? url)}, ${kind}, ${longDate(published)}${official === null ? "" : `, ${link("as kept by Pactline", url)}`}`;
}

export function briefPlain(brief: Brief, width: number): string {
  const lines = [...wrap(brief.title.toUpperCase(), width), "", ...wrap(brief.summary, width)];
  for (const { name, meetings } of brief.partnerships) {
    lines.push("", "", name, "=".repeat(Math.min(name.length, width)));
    for (const meeting of meetings) lines.push(...meetingPlain(meeting, width));
  }
  const end = [...omitted(brief), brief.doubt].flatMap((sentence) => ["", ...wrap(sentence, width)]);
  return `${[...lines, "", ...end].join("\n")}\n`;
}

function meetingPlain({ title, url, sentences, claims, more, notes }: BriefMeeting, width: number): readonly string[] {
  return [
    "",
    title,
    url,
    "",
    ...wrap(sentences.join(" "), width),
    ...claims.flatMap((claim) => ["", ...wrap(claim.sentence, width, "* "), `  ${claim.url}`, ...quotesPlain(claim.before, "before: ", width), ...quotesPlain(claim.after, "after: ", width)]),
    ...(more > 0 ? ["", `${count(more, "more change")}: ${url}`] : []),
    ...notes.flatMap((note) => ["", ...wrap(`${note.title}: ${note.label}${note.official === null ? "" : `; official text: ${note.official}`}`, width)]),
  ];
}

function quotesPlain(quotations: readonly BriefQuotation[], label: string, width: number): readonly string[] {
  return quotations.flatMap(({ quote, sources }) => [...wrap(`“${quote}”`, width, `  ${label}`), ...sources.flatMap((source) => sourcePlain(source, width))]);
}

function sourcePlain({ title, kind, published, official, url }: BriefSource, width: number): readonly string[] {
  return [...wrap(`${title}, ${kind}, ${longDate(published)}`, width, "    in "), ...(official === null ? [] : [`       ${official}`]), `       ${official === null ? "" : "as kept by Pactline: "}${url}`];
}

function omitted({ omitted: left, since }: Brief): readonly string[] {
  return left === 0 ? [] : [`${count(left, "earlier meeting")} since ${longDate(since)} ${left === 1 ? "is" : "are"} not told here.`];
}

/** Breaks a text at spaces into lines of at most `width`, the first after `lead`, the others indented as far. */
export function wrap(text: string, width: number, lead = ""): string[] {
  const indent = " ".repeat(lead.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, at) => `${at === 0 ? lead : indent}${one}`);
}
