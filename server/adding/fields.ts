/**
 * What a person may say of a document when adding it, as values: what is given goes into the reading, what the reading
 * cannot be given is laid over it as a correction, on record like any other.
 */
import type { Correction, CorrectionBody, DocumentCorrection, Given, IsoDate, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import { shownValue } from "../../snapshots/index.ts";
import { readDay } from "../days.ts";
import { isSlug, isWebAddress } from "../naming.ts";
import { partyPieces } from "../parties.ts";
import { type Refusal, refusal } from "../refusals.ts";

export interface AddFields {
  readonly given: Given;
  readonly held?: IsoDate;
  readonly meetingName?: string;
  readonly place?: string;
  /** By their codes or names, as a person named them. */
  readonly parties?: readonly string[];
  /** Where others keep a copy of the page. */
  readonly archivedAt?: string;
}

/** Names of the fields, as forms and the API have them. */
export const FIELD_NAMES = ["date", "title", "partnership", "source_url", "held", "meeting", "place", "parties", "archived_at"] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

export type ParsedFields = { readonly kind: "fields"; readonly fields: AddFields } | { readonly kind: "refused"; readonly refusal: Refusal };

/** Reads the fields of a form or a request. Empty ones say nothing. */
export function parseFields(raw: Readonly<Record<string, string | undefined>>): ParsedFields {
  const text = (name: FieldName): string | undefined => raw[name]?.trim() || undefined;
  const problem = firstProblem(text);
  if (problem !== null) return { kind: "refused", refusal: refusal("bad-field", problem) };
  const [title, partnership, sourceUrl] = [text("title"), text("partnership"), text("source_url")];
  const [date, held] = [readDay(text("date") ?? ""), readDay(text("held") ?? "")];
  const [meetingName, place, parties, archivedAt] = [text("meeting"), text("place"), text("parties"), text("archived_at")];
  const given: Given = {
    ...(date === null ? {} : { published: date }),
    ...(title === undefined ? {} : { title }),
    ...(partnership === undefined ? {} : { partnership: partnership as Slug }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
  const fields: AddFields = {
    given,
    ...(held === null ? {} : { held }),
    ...(meetingName === undefined ? {} : { meetingName }),
    ...(place === undefined ? {} : { place }),
    ...(parties === undefined ? {} : { parties: partyPieces(parties) }),
    ...(archivedAt === undefined ? {} : { archivedAt }),
  };
  return { kind: "fields", fields };
}

function firstProblem(text: (name: FieldName) => string | undefined): string | null {
  for (const name of ["date", "held"] as const) if (readDay(text(name) ?? "2000-01-01") === null) return `${name}: “${text(name)}” is no day of the calendar, such as 2025-05-09 or 9 May 2025`;
  if (!isSlug(text("partnership") ?? "a")) return "partnership is not lower-case words joined by hyphens, such as eu-singapore";
  for (const name of ["source_url", "archived_at"] as const) if (!isWebAddress(text(name) ?? "https://a.example")) return `${name} is no address that begins with http:// or https://`;
  for (const name of ["title", "meeting", "place"] as const) if ((text(name)?.length ?? 0) > 400) return `${name} is longer than 400 characters`;
  if (!/^[\p{L}\p{M}\p{N},;\s.&'’()-]*$/u.test(text("parties") ?? "")) return "parties are codes or names such as EU, Singapore with commas between them";
  return null;
}

/** What of the fields is laid over a reading, where it differs from what was read. */
export function correctionsOf(fields: AddFields, snapshot: Snapshot): DocumentCorrection[] {
  const wanted: DocumentCorrection[] = [
    ...(fields.held === undefined ? [] : [{ kind: "held", value: fields.held } as const]),
    ...(fields.meetingName === undefined ? [] : [{ kind: "meeting-name", value: fields.meetingName } as const]),
    ...(fields.place === undefined ? [] : [{ kind: "place", value: fields.place } as const]),
    ...(fields.parties === undefined ? [] : [{ kind: "parties", value: fields.parties } as const]),
  ];
  return wanted.filter(({ kind, value }) => {
    const shown = shownValue(snapshot, kind);
    return shown !== (Array.isArray(value) ? [...new Set(value)].sort().join(", ") : String(value));
  });
}

/** The same as corrections on record, for a look at what would be. */
export function trialCorrections(bodies: readonly CorrectionBody[], document: Sha256): Correction[] {
  return bodies.map((body, at) => ({ id: at + 1, document, body, author: ADDED_BY, reason: WHY, madeAt: "1970-01-01T00:00:00.000Z" }));
}

/** Who and why, on record, where nobody signed in. */
export const ADDED_BY = "archivist";
export const WHY = "Set when the document was added.";
