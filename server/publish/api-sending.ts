/**
 * What programs may send to the API: one value for each that validates, documents itself, names every refusal and gives
 * examples that work on the archive at hand. What is done with it is up to the desk.
 */
import { z } from "zod";
import { FIELD_NAMES, type FieldName } from "../adding/fields.ts";
import type { ArchiveReader } from "../archive/types.ts";
import { correctionForm } from "../desk/requests.ts";
import { REFUSAL_CODES, type RefusalCode, refusal } from "../refusals.ts";
import * as values from "./api-values.ts";

const FIELDS: Readonly<Record<FieldName, string>> = {
  date: "The day of publication, as YYYY-MM-DD",
  title: "Its title",
  partnership: "The partnership's slug",
  source_url: "Where it stands on the web",
  held: "The day of the meeting, as YYYY-MM-DD",
  meeting: "The meeting's name",
  place: "Where the parties met",
  parties: "Their codes with commas between them, such as EU, SG",
  archived_at: "Where others keep a copy of the page",
};

const fieldShape = Object.fromEntries(FIELD_NAMES.map((name) => [name, z.string().optional().meta({ description: FIELDS[name] })]));

/** One of text, content and address; the fields are those of the form. */
export const documentSent = z.strictObject({
  text: z.string().optional().meta({ description: "The document's text; or `content`, or `address`" }),
  content: z.base64().optional().meta({ description: "The document's bytes in base64" }),
  address: z.string().optional().meta({ description: "Where the document is fetched from" }),
  name: z.string().max(400).optional().meta({ description: "The file's name" }),
  media_type: z.string().max(200).optional().meta({ description: "The media type of `content`" }),
  preview: z.boolean().optional().meta({ description: "Shows what would be read, and archives nothing" }),
  ...fieldShape,
});

/** The fields that stand in the query where the body is the document's own bytes. */
export const documentQuery = { name: documentSent.shape.name, preview: z.enum(["true", "false"]).optional().meta({ description: "With `true`, what would be read is shown and nothing archived" }), ...fieldShape };

export const correctionSent = correctionForm.extend({ reason: z.string().meta({ description: "Why; it stands on record" }) });

export const noteSent = z.object({
  subject: z.enum(["commitment", "change"]),
  target: z.string().meta({ description: "The id of the commitment or change" }),
  text: z.string().meta({ description: "At most 4,000 characters; none takes the note away" }),
});

export interface SendingExample {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** What it is answered with. */
  readonly status: 200 | 201;
}

export interface Sending {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly role: string;
  readonly sent: z.ZodType;
  /** Where the body may be a document's own bytes: what the query takes. */
  readonly query: z.ZodRawShape | null;
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema: z.ZodType }>>;
  readonly refusals: readonly RefusalCode[];
  examples(archive: ArchiveReader): readonly SendingExample[];
}

/** Whatever is sent may be refused with these. */
const ALWAYS: readonly RefusalCode[] = ["bad-request", "sign-in-first", "wrong-token", "desk-on-this-machine", "not-allowed", "form-outdated", "past-unchangeable", "unexpected"];

const STATEMENT = "Joint statement\n\nOslo, 2 May 2024\n\nChile and Norway agreed to open a joint programme on seaweed farming by 2026.\n";

export const SENDINGS: readonly Sending[] = [
  {
    id: "addDocument",
    path: "/documents",
    summary: "Adds a document, or shows what would be read of it",
    role: "An archivist's token",
    sent: documentSent,
    query: documentQuery,
    answers: {
      200: { description: "It is here already, or a preview was asked for", schema: values.notAdded },
      201: { description: "It was added", schema: values.added },
    },
    refusals: [
      ...(["empty", "broken-utf8", "nul-bytes", "broken-front-matter", "impossible-date", "no-date", "too-large", "not-text", "scan-without-text", "encrypted-pdf", "broken-pdf", "broken-docx", "too-nested", "too-slow"] as const),
      ...(["nothing-given", "upload-too-large", "bad-field", "no-such-party", "meeting-too-late", "bad-address", "private-address", "unreachable", "fetch-timeout", "too-many-redirects", "bad-response", "reading-failed"] as const),
    ],
    examples: () => [
      { name: "preview", value: { text: STATEMENT, name: "statement.txt", preview: true }, status: 200 },
      { name: "add", value: { text: STATEMENT, name: "statement.txt", place: "Oslo" }, status: 201 },
    ],
  },
  {
    id: "correct",
    path: "/corrections",
    summary: "Sets right what was read, on record and with a reason",
    role: "An archivist's token, or a reviewer's for `accept`, `remove`, `link`, `unlink`, `partnership` and `published`",
    sent: correctionSent,
    query: null,
    answers: { 201: { description: "It stands", schema: values.corrected } },
    refusals: ["no-such-document", "no-such-commitment", "no-such-partnership", "partnership-exists", "no-such-correction", "already-undone", "correction-repeated", "correction-unfit", "correction-overlaps", "correction-incomplete", "correction-wrong", "already-so", "no-such-party", "meeting-too-late", "merge-with-itself"],
    examples: (archive) => withCommitment(archive, (commitment) => ({ name: "stage", value: { kind: "stage", commitment, value: "underway", reason: "The annex says so" }, status: 201 })),
  },
  {
    id: "note",
    path: "/notes",
    summary: "Writes an editor's note beside a commitment or a change",
    role: "An archivist's token",
    sent: noteSent,
    query: null,
    answers: { 201: { description: "It stands", schema: values.noted } },
    refusals: ["no-such-commitment", "note-unfit", "correction-wrong", "already-so"],
    examples: (archive) => withCommitment(archive, (target) => ({ name: "commitment", value: { subject: "commitment", target, text: "The annex gives the sum." }, status: 201 })),
  },
];

/** What is refused, by status, each with its sentence; in the order of the table of refusals. */
export function refusalsByStatus({ refusals }: Sending): ReadonlyMap<number, readonly { readonly code: RefusalCode; readonly sentence: string }[]> {
  const grouped = new Map<number, { readonly code: RefusalCode; readonly sentence: string }[]>();
  for (const code of REFUSAL_CODES.filter((one) => refusals.includes(one) || ALWAYS.includes(one))) {
    const { status, sentence } = refusal(code);
    grouped.set(status, [...(grouped.get(status) ?? []), { code, sentence }]);
  }
  return grouped;
}

function withCommitment(archive: ArchiveReader, example: (id: string) => SendingExample): readonly SendingExample[] {
  return archive.commitments({}, { offset: 0, limit: 1 }).items.map(({ id }) => example(id));
}
