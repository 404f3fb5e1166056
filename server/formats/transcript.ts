/**
 * What a format's reader makes of a document's bytes: the text that people are shown and that all offsets point
 * into, and what the document's own metadata say of it.
 */
import { type Refusal, type RefusalCode, refusal } from "../refusals.ts";

/** Raised with every change of a reader that makes another text of the same bytes. */
export const FORMATS_VERSION = "1";

export interface Notice {
  readonly code: "converted-encoding" | "no-article" | "columns";
  /** One sentence for people. */
  readonly message: string;
}

/** What a document says of itself outside of its text. Absent means that it says nothing. */
export interface Metadata {
  readonly title?: string;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly language?: string;
  /** The canonical address. */
  readonly source_url?: string;
}

export interface Transcript {
  readonly kind: "transcript";
  /** In the notation that the domain reads: `#` headings, bullets, paragraphs between blank lines. */
  readonly text: string;
  readonly metadata: Metadata;
  readonly notices: readonly Notice[];
}

export interface Refused {
  readonly kind: "refused";
  readonly refusal: Refusal;
}

export type Transcribed = Transcript | Refused;

export function refuse(code: RefusalCode, detail?: string): Refused {
  return { kind: "refused", refusal: refusal(code, detail) };
}

/** Says that bytes were not UTF-8; empty where they were. */
export function conversionNotice(converted: string | null): Notice[] {
  return converted === null ? [] : [{ code: "converted-encoding", message: `The text came in the encoding ${converted} and was converted; the original is kept as it came.` }];
}
