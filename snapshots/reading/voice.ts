/** Whose words a text is: the parties' own, a journalist's report, or a release in the third person; and speech of a person within it. */
import type { Document } from "../types.ts";
import type { Claim } from "./cues.ts";

/** A text of the parties' own, or a journalist's report, or a text of one of them in the third person: a release, an overview. */
export function voiceOf({ kind, blocks, metadata }: Document): Claim["voice"] {
  if (kind === "news") return "report";
  if (/statement|fact-sheet|communique|declaration|agreement|digest|read-out/.test(kind)) return "own";
  if (/statement|fact.?sheet|communiqu|declaration|agreement/i.test(metadata["kind"] ?? "")) return "own";
  const text = blocks.filter((block) => block.kind === "paragraph").map((block) => block.text).join(" ").slice(0, 6_000);
  return /\b(?:We|we) (?:will|have|are|reaffirm|welcome|commit|support|recognize|call|agreed|underscore)\b/.test(text.replace(/[“"][^”"]*[”"]/g, "")) ? "own" : "release";
}

/** Speech of a person: in quotation marks for the most part, or between an opening mark and its end. */
export function isQuotation(walk: { quoted: boolean }, text: string): boolean {
  const opens = (text.match(/[“]/g) ?? []).length;
  const closes = (text.match(/[”]/g) ?? []).length;
  const inside = walk.quoted;
  walk.quoted = opens > closes || (walk.quoted && opens >= closes);
  if (inside) return true;
  const spoken = [...text.matchAll(/[“"][^“”"]*(?:[”"]|$)/g)].reduce((sum, match) => sum + match[0].length, 0);
  return spoken > 0.5 * text.length || (/^[“"]/.test(text) && spoken > 0.3 * text.length && /\b(?:said|added|stated|told|noted)\b/.test(text)) || /\b(?:remarked|commented|quipped):/.test(text);
}
