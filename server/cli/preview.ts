/**
 * What adding a document would do, as plain text for a terminal.
 */
import type { Preview } from "../archive/capture-types.ts";
import { renderSnapshot } from "./render.ts";

export function renderPreview({ snapshot, isHere, joins }: Preview, width: number): string {
  const lines = [renderSnapshot(snapshot, width)];
  if (isHere) lines.push("This document is in the archive already; adding it changes nothing.");
  else if (joins === null) lines.push("It belongs to no partnership that is recognised; give one with --partnership.");
  else if (joins.others.length > 0) lines.push(`It joins the meeting of ${joins.held}, beside:`, ...joins.others.map(({ sha256, title }) => `  ${sha256.slice(0, 12)}  ${title}`));
  else if (joins.copies.length > 0) lines.push(`It joins the meeting of ${joins.held}.`);
  else lines.push(joins.meetings === 1 ? "It is the first document of this partnership." : `It is the first document of the meeting of ${joins.held}.`);
  const [same] = joins?.copies ?? [];
  if (same !== undefined) lines.push(`Its text is that of ${same.sha256.slice(0, 12)}, ${same.title}; what both say counts once.`);
  return `${lines.join("\n")}\n`;
}
