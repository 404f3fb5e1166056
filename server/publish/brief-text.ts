/**
 * A brief as Markdown and as plain text. The HTML is a template's.
 */
import { longDate } from "../../views/dates.ts";
import { count } from "../../views/grammar.ts";
import type { Brief, BriefClaim, BriefMeeting } from "./brief.ts";
import type { Quotation } from "./entries.ts";
import { blockquote, escapeMarkdown, link } from "./markdown.ts";

export function briefMarkdown(brief: Brief): string {
  const parts = [`# ${escapeMarkdown(brief.title)}`, escapeMarkdown(brief.summary)];
  for (const { name, url, meetings } of brief.partnerships) {
    parts.push(`## ${link(name, url)}`);
    for (const meeting of meetings) parts.push(...meetingMarkdown(meeting));
  }
  return `${[...parts, ...omitted(brief)].join("\n\n")}\n`;
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
  return [`**${escapeMarkdown(sentence)}** ${link("Source", url)}`, ...quoteLines(before, "Before"), ...quoteLines(after, "After")];
}

function quoteLines(quotations: readonly Quotation[], label: string): readonly string[] {
  return quotations.map(({ quote, documentUrl }) => blockquote(`${label}: “${escapeMarkdown(quote)}” ${link("text", documentUrl)}`));
}

export function briefPlain(brief: Brief, width: number): string {
  const lines = [...wrap(brief.title.toUpperCase(), width), "", ...wrap(brief.summary, width)];
  for (const { name, meetings } of brief.partnerships) {
    lines.push("", "", name, "=".repeat(Math.min(name.length, width)));
    for (const meeting of meetings) lines.push(...meetingPlain(meeting, width));
  }
  return `${[...lines, ...omitted(brief)].join("\n")}\n`;
}

function meetingPlain({ title, url, sentences, claims, more, notes }: BriefMeeting, width: number): readonly string[] {
  return [
    "",
    title,
    url,
    "",
    ...wrap(sentences.join(" "), width),
    ...claims.flatMap((claim) => ["", ...wrap(claim.sentence, width, "* "), ...quotesPlain(claim.before, "before: ", width), ...quotesPlain(claim.after, "after: ", width), `  ${claim.url}`]),
    ...(more > 0 ? ["", `${count(more, "more change")}: ${url}`] : []),
    ...notes.flatMap((note) => ["", ...wrap(`${note.title}: ${note.label}${note.official === null ? "" : `; official text: ${note.official}`}`, width)]),
  ];
}

function quotesPlain(quotations: readonly Quotation[], label: string, width: number): readonly string[] {
  return quotations.flatMap(({ quote }) => wrap(`“${quote}”`, width, `  ${label}`));
}

function omitted({ omitted: left, since }: Brief): readonly string[] {
  return left === 0 ? [] : ["", `${count(left, "earlier meeting")} since ${longDate(since)} ${left === 1 ? "is" : "are"} not told here.`];
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
