/**
 * Quotations as a brief has them: each wording once, with the documents whose words it is, so that a claim says who speaks.
 */
import type { IsoDate } from "../../snapshots/index.ts";
import { safeAddress } from "../../views/parts/documents.ts";
import { wordingOf } from "../../views/parts/wording.ts";
import { documentWord } from "../../views/vocabulary.ts";
import type { DocumentSummary } from "../archive/types.ts";
import type { Quotation } from "./entries.ts";

/** A document that is quoted. */
export interface BriefSource {
  readonly title: string;
  /** What it is, such as `news report`. */
  readonly kind: string;
  readonly published: IsoDate;
  /** Its official address, where that is known; null for a digest, whose words stand here only. */
  readonly official: string | null;
  /** Its page in this archive. */
  readonly url: string;
}

export interface BriefQuotation extends Quotation {
  readonly sources: readonly BriefSource[];
}

/** Each wording once, as the first document has it. */
export function quotedOnce(quotations: readonly Quotation[], documents: readonly DocumentSummary[]): readonly BriefQuotation[] {
  const known = new Map<string, DocumentSummary>(documents.map((document) => [document.sha256, document]));
  const groups = new Map<string, Quotation[]>();
  for (const one of quotations) {
    const wording = wordingOf(one.quote);
    groups.set(wording, [...(groups.get(wording) ?? []), one]);
  }
  return [...groups.values()].flatMap((equal) => {
    const each = new Map(equal.map((one) => [one.sha256, one]));
    const sources = [...each.values()].flatMap((one) => sourceOf(one, known.get(one.sha256)));
    return equal.slice(0, 1).map((first) => ({ ...first, sources }));
  });
}

function sourceOf({ documentUrl }: Quotation, document: DocumentSummary | undefined): readonly BriefSource[] {
  if (document === undefined) return [];
  const { title, kind, published, sourceUrl } = document;
  return [{ title, kind: documentWord(kind), published, official: kind === "digest" ? null : safeAddress(sourceUrl), url: documentUrl }];
}
