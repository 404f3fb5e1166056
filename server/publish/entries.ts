/**
 * A change as everybody outside gets it: with both quotations, where each stands, and an address that pins it. One value;
 * streams, feeds, tables, briefs and the API render it.
 */
import type { Change, ChangeKind, DetailChange, Sha256, Slug, Stage } from "../../snapshots/index.ts";
import { changeHref, commitmentHref, documentHref } from "../../views/addresses.ts";
import type { ArchiveReader, ChangeRecord, ComparisonRecord } from "../archive/types.ts";

export interface Quotation {
  /** The commitment's id. */
  readonly id: string;
  readonly quote: string;
  /** The document's name. */
  readonly sha256: Sha256;
  /** A digest's words are a summary's, not the official text's. */
  readonly documentKind: string;
  /** The commitment's thread. */
  readonly url: string;
  readonly documentUrl: string;
}

export interface ChangeEntry {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly partnership: { readonly slug: Slug; readonly name: string };
  /** Days of the meetings. */
  readonly before: string;
  readonly after: string;
  readonly topic: Slug;
  readonly stage: { readonly before: Stage | null; readonly after: Stage | null };
  readonly force: Change["force"];
  readonly details: readonly DetailChange[];
  readonly certainty: "sure" | "likely" | "possible" | null;
  readonly reason: string;
  readonly quotes: { readonly before: readonly Quotation[]; readonly after: readonly Quotation[] };
  /** An editor's words beside it, which are no source's; null where there are none. */
  readonly note: { readonly text: string; readonly author: string } | null;
  readonly url: string;
}

/** A change of the stream, with the day on which it is news. */
export interface NewsEntry extends ChangeEntry {
  readonly told: string;
}

/** Kinds that tell something: what is only said again is none of them. */
export const NEWS_KINDS: readonly ChangeKind[] = ["new", "advanced", "receded", "reworded", "silent"];

export function changeEntry(record: ChangeRecord, origin: string): ChangeEntry {
  const { id, kind, partnership, partnershipName, before, after, topic, stage, force, details, match, reason } = record;
  const quotations = (side: ChangeRecord["beforeCommitments"]): readonly Quotation[] =>
    side.map((one) => ({ id: one.id, quote: one.plain, sha256: one.sha256, documentKind: one.documentKind, url: `${origin}${commitmentHref(one.id)}`, documentUrl: `${origin}${documentHref(one.sha256)}` }));
  return {
    id,
    kind,
    partnership: { slug: partnership, name: partnershipName },
    before,
    after,
    topic,
    stage,
    force,
    details,
    certainty: match?.certainty ?? null,
    reason,
    note: record.note === null || record.note === undefined ? null : { text: record.note.text, author: record.note.author },
    quotes: { before: quotations(record.beforeCommitments), after: quotations(record.afterCommitments) },
    url: `${origin}${permalinkOf(record)}`,
  };
}

export function newsEntry(record: ChangeRecord, origin: string): NewsEntry {
  return { ...changeEntry(record, origin), told: record.told ?? record.after };
}

/** The page of a change alone. */
export function permalinkOf({ id, partnership, before, after }: Pick<ChangeRecord, "id" | "partnership" | "before" | "after">): string {
  return changeHref({ slug: partnership, before, after, id });
}

/** The changes of a comparison with their words, as the stream has them: all, or those that are chosen. */
export function recordsOf({ before, after, comparison, commitments }: ComparisonRecord, { note }: Pick<ArchiveReader, "note">, chosen: readonly Change[] = comparison.changes): readonly ChangeRecord[] {
  const kinds = new Map([...before.documents, ...after.documents].map((document) => [document.sha256, document.kind]));
  const spell = (ids: readonly string[]): ChangeRecord["beforeCommitments"] =>
    ids.flatMap((id) => {
      const one = commitments.get(id);
      return one === undefined ? [] : [{ id, plain: one.plain, sha256: one.sha256, documentKind: kinds.get(one.sha256) ?? "other" }];
    });
  return chosen.map(({ id, kind, topic, stage, force, details, match, reason, before: was, after: is }) => ({
    ...{ id, kind, topic, stage, force, details, match, reason },
    partnership: after.partnership,
    partnershipName: after.partnershipName,
    before: before.held,
    after: after.held,
    beforeCommitments: spell(was),
    afterCommitments: spell(is),
    note: note("change", id),
  }));
}
