/**
 * The signs of Markdown: text of sources in which none of them is taken for markup, links, quotations.
 */

/** Text on one line in which nothing is markup. */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeSigns(text.replace(/\s+/g, " ")));
}

/** A line that begins with what would make it an item of a list. */
export function escapeStart(line: string): string {
  return line.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([+-])(?=\s)/, "\\$1");
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

/** Text that goes on from other text: what is a sign anywhere in a line. */
export function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
