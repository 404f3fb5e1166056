/**
 * How texts lay out what they say: headings that change the mood, items with a label, points of a preamble, sentences that lead a list or
 * only explain the one before. Looked at before any verb is.
 */
import { tag } from "../language/tagging.ts";
import type { Block, Sentence } from "../types.ts";
import { actOf } from "./lexicon.ts";

/** Headings over text that undertakes nothing. */
export const BACKGROUND = /^(?:background|context|about\b|history|related\b|further (?:information|reading)|more information|quotes?|timeline|participants|attendees|notes?\b|for (?:more|further))/i;

/** A lead-in of steps already taken. */
export const STEPS_TAKEN = /\b(?:steps?|progress|actions?|measures|achievements|accomplishments|deliverables|outcomes|milestones|advances)\b.{0,60}\b(?:taken|made|achieved|delivered|to date|completed)\b|\bhave (?:taken|achieved|delivered|accomplished|completed|made)\b|\bha(?:s|ve) been (?:achieved|done|accomplished|delivered|completed)\b|\bachieved so far\b|\bfollowing (?:accomplishments|achievements)\b/i;

/** A lead-in that leaves the verb to its items, which do what they say: "Through it, we:", "do hereby:". */
export const LEAVES_VERB = /\b(?:do hereby|we|they)(?: (?:also|jointly|together|hereby|further))*\s*:?\s*$/i;

/** Headings over what has been done, and over what will be. */
export const STEPS_HEADING = /\b(?:achieved|achievements|accomplishments|progress (?:so far|to date|made)|results|what has been done|state of play|delivered|so far|to date|completed)\b/i;
export const PLANS_HEADING = /\b(?:next steps|what comes next|looking ahead|way forward|outlook|planned|plans|future|programme for|program for|coming)\b/i;

/** A sentence that only explains the undertaking before it, and joins its span (annotation guidelines, section 7). */
export const EXPLAINS = /^(?:This (?:will|would) (?:help|ensure|require|allow|enable|make|mean|give|generate|create)\b|This (?:is|was|has been) (?:further |also )?(?:necessary|needed|enabled)\b|Such [a-z-]+(?: [a-z]+)? (?:will|would|could|can|may|should|enables?|helps?|supports?|allows?)\b|These include\b)/;

/** An item that only names what follows it, as a heading does: "Building Back Together". */
export const isName = (text: string): boolean => {
  const words = text.split(" ").filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length >= 2 && text.split(" ").length <= 14 && !/[.;]$/.test(text) && words.every((word) => /^\p{Lu}/u.test(word));
};

/** Where the text of an item begins after a label in capitals of its own: "Expanding Access to Water: The two sides ...". 0 without one. */
function labelOf(text: string): number {
  const label = /^([^:.;]{6,110}):\s+(?=\p{Lu})/u.exec(text);
  return label !== null && isName(label[1] ?? "") ? label[0].length : 0;
}

/** Where the text of a block begins: after an item's label or the number of a preamble's point. */
export function bodyOf({ kind, text }: Block): { readonly start: number; readonly label: string | null } {
  const label = kind === "item" ? labelOf(text) : 0;
  if (label > 0) return { start: label, label: text.slice(0, label).replace(/:\s*$/, "") };
  return { start: kind === "item" ? 0 : (/^\(?\d{1,2}\)? (?=\p{Lu}{3,}ING\b)/u.exec(text)?.[0].length ?? 0), label: null };
}

/** A sentence without what stands before a place of its block. */
export const fromPlace = (sentence: Sentence, place: number): Sentence => (place > sentence.start && place < sentence.end ? { ...sentence, start: place, text: sentence.text.slice(place - sentence.start) } : sentence);

/** The next block that is no heading is a list item. */
export function leadsList(blocks: readonly Block[], index: number): boolean {
  for (let at = index + 1; at < blocks.length; at++) {
    const kind = blocks[at]?.kind;
    if (kind === "item") return true;
    if (kind !== "heading") return false;
  }
  return false;
}

/** "REAFFIRMING the importance of ...;": a paragraph of a declaration's preamble says with its gerund what the parties hold. */
export function isRecital({ text, start }: Sentence): boolean {
  const [opening] = start < 5 ? tag(text) : [];
  return opening !== undefined && opening.pos === "VERB" && /ing$/.test(opening.lower) && /^(?:note|hail|affirm|commit|intend)$/.test(actOf(opening.lemma) ?? "");
}

/** Told to those who read, not undertaken: "For media inquiries, please email". */
export const asksReader = (text: string): boolean => /(?:^|[,;(]\s*|\band )please (?:see|read|contact|e-?mail|call|write|visit|refer|note|click|go|consult|follow|send|submit|register)\b/i.test(text);

/** A lead-in that only counts what the list names. */
export const isSummary = (text: string): boolean => /:$/.test(text.trim()) || /\b(?:(?:the )?following|as follows|below|these (?:areas|steps|initiatives|actions))\b/i.test(text) || /\b(?:two|three|four|five|six|seven|several|new|additional|key|a (?:number|range|series|set) of)\s+(?:new |key |additional |joint |concrete |major )*(?:partnerships|agreements|initiatives|steps|actions|measures|commitments|priorities|areas|deliverables|outcomes|announcements|efforts|pillars)\b/i.test(text);
