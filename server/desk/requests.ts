/**
 * Turns what a person filled in, on the command line, in a form or in a program's request, into a correction. Knows what
 * is in the archive, so that a person need only name a commitment and not repeat its words.
 */
import { type Anchor, CATALOGUE_CORRECTIONS, COMMITMENT_CORRECTIONS, type CorrectionBody, DOCUMENT_CORRECTIONS, FORCES, LINK_CORRECTIONS, type Quote, type Sha256, STAGES } from "../../snapshots/index.ts";
import { z } from "zod";
import type { ArchiveReader } from "../archive/types.ts";
import { readDay } from "../days.ts";
import { isSlug } from "../naming.ts";
import { nearestOf } from "../nearest.ts";
import { partiesIn, partiesKnown, partyPieces } from "../parties.ts";
import { printable } from "../printable.ts";
import type { Reading } from "../reading.ts";
import { type Refusal, type RefusalCode, refusal } from "../refusals.ts";
import { topicIn } from "../topics.ts";
import { catalogueFrom } from "./catalogue-requests.ts";

export const CORRECTION_KINDS = [...DOCUMENT_CORRECTIONS, ...COMMITMENT_CORRECTIONS, ...LINK_CORRECTIONS, ...CATALOGUE_CORRECTIONS, "undo"] as const;

/** One flat form for all corrections; which fields count depends on the kind. Empty fields are as good as none. */
export const correctionForm = z.object({
  kind: z.enum(CORRECTION_KINDS).meta({ description: "What is set right; it decides which fields count" }),
  document: z.string().optional().meta({ description: "The name of a document, or its first 12 digits or more" }),
  commitment: z.string().optional().meta({ description: "The id of a commitment" }),
  before: z.array(z.string()).optional().meta({ description: "For links, ids of commitments of the earlier meeting; for partnerships, the old slug" }),
  after: z.array(z.string()).optional().meta({ description: "For links, ids of commitments of the later meeting; for partnerships, the new slug" }),
  value: z.string().optional().meta({ description: "The new value; empty for none" }),
  name: z.string().optional().meta({ description: "The name that goes with a slug or code" }),
  quotes: z.array(z.string()).optional().meta({ description: "Words of the document, for spans" }),
  more: z.array(z.string()).optional().meta({ description: "Other names of a party, terms of a topic" }),
  stage: z.enum(STAGES).optional().meta({ description: "The stage of a commitment that is added" }),
  force: z.enum(FORCES).optional().meta({ description: "The force of a commitment that is added" }),
  topic: z.string().optional().meta({ description: "The topic of a commitment that is added" }),
});
export type CorrectionForm = z.infer<typeof correctionForm>;

export type Requested = { readonly kind: "request"; readonly body: CorrectionBody; readonly document: Sha256 | null } | { readonly kind: "refused"; readonly refusal: Refusal };

/** What is known of parties, topics and partnerships beyond the documents. */
export type Known = Pick<Reading, "parties" | "topics" | "known">;

/** The correction that a form asks for. */
export function requestFrom(reader: ArchiveReader, sent: CorrectionForm, known: Known): Requested {
  const form = tidied(sent);
  const { kind, value = "", name = "", more = [] } = form;
  if (value.length > LONGEST || name.length > LONGEST || more.some((one) => one.length > LONGEST)) return refuse("correction-wrong", `a value has ${LONGEST} characters at most`);
  if (kind === "undo") return undoFrom(form);
  if (isOf(LINK_CORRECTIONS, kind)) return linkFrom(reader, { ...form, kind });
  if (isOf(CATALOGUE_CORRECTIONS, kind)) return catalogueFrom(reader, { ...form, kind }, known);
  if (isOf(DOCUMENT_CORRECTIONS, kind)) return documentFrom(reader, { ...form, kind }, known);
  return isOf(COMMITMENT_CORRECTIONS, kind) ? commitmentFrom(reader, { ...form, kind }, known) : refuse("correction-wrong", "unknown kind");
}

/** As the fields of a document that is added. */
const LONGEST = 400;

function tidied(form: CorrectionForm): CorrectionForm {
  const { value, name, quotes, more } = form;
  const each = (list: readonly string[]): string[] => list.map(printable);
  return { ...form, ...(value === undefined ? {} : { value: printable(value) }), ...(name === undefined ? {} : { name: printable(name) }), ...(quotes === undefined ? {} : { quotes: each(quotes) }), ...(more === undefined ? {} : { more: each(more) }) };
}

export type Form<Kind> = CorrectionForm & { readonly kind: Kind };

function documentFrom(reader: ArchiveReader, { kind, ...form }: Form<(typeof DOCUMENT_CORRECTIONS)[number]>, known: Known): Requested {
  const document = reader.document(form.document ?? "");
  if (document === null) return refuse("no-such-document", form.document);
  const value = (form.value ?? "").trim();
  const on = (body: CorrectionBody): Requested => ({ kind: "request", body, document: document.sha256 });
  switch (kind) {
    case "title":
      return value === "" ? refuse("correction-wrong", "a title has words") : on({ kind, value });
    case "published":
    case "held": {
      const day = readDay(value);
      return day === null ? refuse("correction-wrong", `“${value}” is no day of the calendar, such as 2025-05-09 or 9 May 2025`) : on({ kind, value: day });
    }
    case "meeting-name":
    case "place":
      return on({ kind, value: value === "" ? null : value });
    case "ordinal":
      return /^\d{0,4}$/.test(value) ? on({ kind, value: value === "" ? null : Number(value) }) : refuse("correction-wrong", "an ordinal is a number");
    case "parties": {
      const parties = partiesIn(partyPieces(value), partiesKnown(reader, known.parties));
      if (parties.kind === "refused") return parties;
      return parties.codes.length === 0 ? refuse("correction-wrong", "parties are codes such as EU, SG") : on({ kind, value: parties.codes });
    }
    case "partnership": {
      if (value === "") return on({ kind, value: null });
      if (!isSlug(value)) return refuse("correction-wrong", "a partnership is named by lower-case words joined by hyphens");
      const name = form.name?.trim() || (reader.partnership(value) ?? known.known(value))?.name;
      return name === undefined ? refuse("no-such-partnership", unknownPartnership(reader, value)) : on({ kind, value: { slug: value, name } });
    }
  }
}

/** A slip makes no partnership; one that is meant to be new is given its name. */
function unknownPartnership(reader: ArchiveReader, slug: string): string {
  const near = nearestOf(slug, reader.partnerships().items.map((one) => one.slug));
  return `${slug}; ${near.length === 0 ? "" : `near to it: ${near.join(", ")}; `}a new one is given its name, too`;
}

function commitmentFrom(reader: ArchiveReader, { kind, ...form }: Form<(typeof COMMITMENT_CORRECTIONS)[number]>, known: Known): Requested {
  if (kind === "add") return addFrom(reader, form, known);
  const found = findCommitment(reader, form.commitment ?? "");
  if (found === null) return refuse("no-such-commitment", form.commitment);
  const { at, sha256 } = found;
  const on = (body: CorrectionBody): Requested => ({ kind: "request", body, document: sha256 });
  const value = (form.value ?? "").trim();
  switch (kind) {
    case "topic": {
      const topic = topicIn(value, reader, known.topics);
      return topic.kind === "refused" ? topic : on({ kind, at, value: topic.slug });
    }
    case "stage": {
      const stage = STAGES.find((one) => one === value);
      return stage === undefined ? refuse("correction-wrong", `a stage is one of ${STAGES.join(", ")}`) : on({ kind, at, value: stage });
    }
    case "force": {
      const force = FORCES.find((one) => one === value);
      return force === undefined ? refuse("correction-wrong", `a force is one of ${FORCES.join(", ")}`) : on({ kind, at, value: force });
    }
    case "accept":
    case "remove":
      return on({ kind, at });
    case "move": {
      const [place] = placesOf(reader, sha256, { quotes: form.quotes ?? [], near: at.start });
      return place === undefined ? refuse("correction-wrong", "give words that stand in the document") : on({ kind, at, value: place });
    }
    case "split": {
      const places = placesOf(reader, sha256, { quotes: form.quotes ?? [], near: at.start });
      return places.length < 2 ? refuse("correction-wrong", "give the words of two parts or more") : on({ kind, at, value: places });
    }
  }
}

function addFrom(reader: ArchiveReader, form: Omit<CorrectionForm, "kind">, known: Known): Requested {
  const document = reader.document(form.document ?? "");
  if (document === null) return refuse("no-such-document", form.document);
  const [at] = placesOf(reader, document.sha256, { quotes: form.quotes ?? [], near: 0 });
  if (at === undefined) return refuse("correction-wrong", "give words that stand in the document");
  if (form.topic === undefined) return refuse("correction-wrong", "give a topic, such as space");
  const topic = topicIn(form.topic, reader, known.topics);
  if (topic.kind === "refused") return topic;
  return { kind: "request", document: document.sha256, body: { kind: "add", at, value: { stage: form.stage ?? "committed", force: form.force ?? "moderate", topic: topic.slug } } };
}

function linkFrom(reader: ArchiveReader, { kind, before, after, value }: Form<(typeof LINK_CORRECTIONS)[number]>): Requested {
  const anchors = (ids: readonly string[] = []): readonly (Anchor | null)[] => ids.map((id) => anchorOf(reader, id));
  const [olds, news] = [anchors(before), anchors(after)];
  const [was, is] = [olds.filter((one) => one !== null), news.filter((one) => one !== null)];
  if (was.length === 0 || is.length === 0 || was.length < olds.length || is.length < news.length) return refuse("no-such-commitment", [...(before ?? []), ...(after ?? [])].join(", "));
  if (kind !== "change-kind") return { kind: "request", document: null, body: { kind, before: was, after: is } };
  const ruled = (["advanced", "reworded", "restated", "receded"] as const).find((one) => one === value);
  return ruled === undefined ? refuse("correction-wrong", "a linked change is advanced, reworded, restated or receded") : { kind: "request", document: null, body: { kind, before: was, after: is, value: ruled } };
}

function undoFrom({ value = "" }: CorrectionForm): Requested {
  return /^\d{1,9}$/.test(value) ? { kind: "request", document: null, body: { kind: "undo", of: Number(value) } } : refuse("no-such-correction");
}

/** Each quote at its place in the text, one after the other. Words may be given with other white space than the text has. */
function placesOf(reader: ArchiveReader, sha256: Sha256, { quotes, near }: { readonly quotes: readonly string[]; readonly near: number }): Quote[] {
  const text = reader.document(sha256)?.snapshot.document.text ?? "";
  let from = near;
  return quotes.flatMap((quote) => {
    const words = quote.trim().split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) return [];
    const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "g");
    pattern.lastIndex = from;
    const match = pattern.exec(text) ?? new RegExp(pattern.source).exec(text);
    if (match === null) return [];
    from = match.index + match[0].length;
    return [{ start: match.index, end: from, quote: match[0] }];
  });
}

function findCommitment(reader: ArchiveReader, id: string): { readonly at: Quote; readonly sha256: Sha256 } | null {
  const found = reader.commitment(id);
  if (found === null) return null;
  const { start, end, quote } = found.commitment;
  return { at: { start, end, quote }, sha256: found.document.sha256 };
}

function anchorOf(reader: ArchiveReader, id: string): Anchor | null {
  const found = findCommitment(reader, id.trim());
  return found === null ? null : { ...found.at, sha256: found.sha256 };
}

function isOf<Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind {
  return kinds.some((one) => one === kind);
}

function refuse(code: RefusalCode, detail?: string): Requested {
  return { kind: "refused", refusal: refusal(code, detail === "" ? undefined : detail) };
}
