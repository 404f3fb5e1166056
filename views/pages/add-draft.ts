/**
 * A document that came in, as it was read: every field to be set right, its commitments marked in its text, and one
 * button that archives it.
 */
import type { CaptureFact, Preview } from "../../server/archive/types.ts";
import { addHref, documentHref, draftHref, partnershipHref } from "../addresses.ts";
import { longDate, moment } from "../dates.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Link, type Page } from "../page.ts";
import { type FieldModel, textField } from "../parts/desk-form.ts";
import { markedText, type TextBlock, type TextPart } from "../parts/marked-text.ts";
import type { Snapshot } from "../../snapshots/index.ts";
import { dateBasisWord } from "../vocabulary.ts";

export interface AddDraftPage extends Page {
  readonly template: "add-draft";
  readonly title: string;
  readonly csrf: string;
  readonly action: string;
  /** Why it cannot be archived as it is; null where it can. */
  readonly wrong: string | null;
  readonly said: string;
  /** Warnings, each a sentence. */
  readonly noticed: readonly string[];
  /** As the file is called; null where there is none. */
  readonly file: string | null;
  /** The document in the archive that it is already; null where it is none. */
  readonly here: Link | null;
  readonly joins: string;
  /** The partnership that it joins, where a page of it is there. */
  readonly partnership: Link | null;
  readonly others: readonly Link[];
  readonly fields: readonly FieldModel[];
  readonly text: readonly TextPart[];
  readonly language: string;
}

export interface AddDraftInput {
  readonly id: string;
  readonly csrf: string;
  /** What was read; null where a field is wanting before anything can be. */
  readonly preview: Preview | null;
  readonly wrong: string | null;
  readonly name: string | null;
  /** Its words, where a field is wanting before it can be read; else null. */
  readonly unread: Snapshot["document"] | null;
  readonly capture: CaptureFact | null;
  /** What the person gave so far, by field. */
  readonly given: Readonly<Record<string, string>>;
}

export function addDraftPage({ id, csrf, preview, wrong, name, unread, capture, given }: AddDraftInput, names: Names): AddDraftPage {
  const snapshot = preview?.snapshot ?? null;
  const document = snapshot?.document ?? unread;
  const title = document?.title ?? name ?? "A document";
  const isNew = preview?.isHere !== true;
  return {
    template: "add-draft",
    head: { ...listHead({ title: `Add: ${title}`, description: "What was read, before it is archived.", path: draftHref(id), twin: `${draftHref(id)}.json` }), indexed: false },
    trail: [{ label: "Add documents", href: addHref }],
    title,
    csrf,
    action: draftHref(id),
    wrong,
    said: snapshot === null ? "" : `${count(snapshot.commitments.length, "commitment")} and ${count(snapshot.milestones.length, "milestone")} were read`,
    noticed: [...(snapshot?.diagnostics.map(({ message }) => message) ?? []), ...warnings(preview)],
    file: name,
    here: preview === null || isNew ? null : { label: title, href: documentHref(preview.sha256) },
    joins: isNew ? joinsWords(preview) : "",
    partnership: isNew ? joinedPartnership(preview) : null,
    others: (isNew ? (preview?.joins?.others ?? []) : []).map((other) => ({ label: other.title, href: documentHref(other.sha256) })),
    fields: fieldsOf({ preview, unread, given, capture }, names),
    text: document === null ? [] : withoutPages(markedText({ document, title, commitments: snapshot?.commitments ?? [], milestones: snapshot?.milestones ?? [] })),
    language: document?.language ?? "en",
  };
}

/** Its commitments have no pages yet: their marks lead to where they begin. */
function withoutPages(parts: readonly TextPart[]): readonly TextPart[] {
  const here = (block: TextBlock): TextBlock => ({ ...block, pieces: block.pieces.map((piece) => (piece.mark === null ? piece : { ...piece, mark: { ...piece.mark, href: piece.mark.href.replace(/^.*-(\d+-\d+)$/, "#c-$1") } })) });
  return parts.map((part) => (part.kind === "block" ? { ...part, block: here(part.block) } : { ...part, items: part.items.map(here) }));
}

function warnings(preview: Preview | null): readonly string[] {
  if (preview === null) return [];
  const { snapshot, joins } = preview;
  return [
    ...(joins?.copies ?? []).slice(0, 1).map(({ title }) => `Its text is that of “${title}”, which is archived; what both say counts once.`),
    ...(snapshot.partnership.slug === null ? ["No partnership was recognised; give one, or the document stands alone."] : []),
    ...(snapshot.partnership.slug !== null && snapshot.partnership.basis === "derived" ? ["The partnership was told from the parties and the title; look whether it is the right one."] : []),
    ...(snapshot.document.publishedBasis === "file-name" ? ["The date was taken from the file's name; look whether it is the right one."] : []),
    ...(snapshot.commitments.length === 0 ? ["No commitments were read."] : []),
  ];
}

function joinsWords(preview: Preview | null): string {
  const { joins = null, snapshot } = preview ?? {};
  const slug = snapshot?.partnership.slug ?? null;
  if (joins === null || slug === null) return "";
  const meeting = `the meeting of ${longDate(joins.held)}`;
  if (joins.others.length > 0) return `It joins ${meeting}, beside:`;
  if (joins.copies.length > 0) return `It joins ${meeting}.`;
  return joins.meetings === 1 ? "It is the first document of its partnership." : `It is the first document of ${meeting}, of`;
}

/** Named where its meeting is new, and has no page yet. */
function joinedPartnership(preview: Preview | null): Link | null {
  const { joins = null, snapshot } = preview ?? {};
  const { slug = null, name = null } = snapshot?.partnership ?? {};
  if (joins === null || slug === null || joins.meetings === 1 || joins.others.length > 0 || joins.copies.length > 0) return null;
  return { label: name ?? slug, href: partnershipHref(slug) };
}

interface FieldsMeans {
  readonly preview: Preview | null;
  readonly unread: Snapshot["document"] | null;
  readonly given: Readonly<Record<string, string>>;
  readonly capture: CaptureFact | null;
}

/** What was read stands in the fields; what a person gave wins. */
function fieldsOf({ preview, unread, given, capture }: FieldsMeans, names: Names): readonly FieldModel[] {
  const snapshot = preview?.snapshot ?? null;
  const field = (name: string, label: string, more: { readonly read: string | null | undefined; readonly help?: string }): FieldModel => textField(name, label, { value: given[name] ?? more.read ?? "", help: more.help ?? "" });
  const basis = snapshot === null ? "Such as 2025-05-09 or 9 May 2025." : `Such as 2025-05-09 or 9 May 2025; ${dateBasisWord(snapshot.document.publishedBasis)}.`;
  const parties = snapshot?.partnership.parties ?? [];
  return [
    field("title", "Title", { read: (snapshot?.document ?? unread)?.title }),
    field("date", "Day of publication", { read: snapshot?.document.published, help: basis }),
    field("partnership", "Partnership", { read: snapshot?.partnership.slug, help: snapshot?.partnership.name ?? "Its name in addresses: lower-case words joined by hyphens." }),
    field("parties", "Parties", { read: parties.join(", "), help: parties.length === 0 ? "Codes or names with commas between them, such as EU, Singapore." : parties.map(names.party).join(", ") }),
    field("held", "Day of the meeting", { read: snapshot?.meeting.held, help: "Such as 2025-05-09 or 9 May 2025." }),
    field("meeting", "Name of the meeting", { read: snapshot?.meeting.name }),
    field("place", "Place of the meeting", { read: snapshot?.meeting.place }),
    field("source_url", "Where it was published", { read: snapshot?.document.sourceUrl, help: capture === null ? "" : `Fetched ${moment(capture.retrievedAt)}.` }),
    ...(capture === null ? [] : [field("archived_at", "Where others keep a copy", { read: capture.archivedAt })]),
  ];
}
