/**
 * Tables of what stands beside each other: meetings of two partnerships, documents of one meeting.
 */
import type { ComparisonRecord } from "../archive/types.ts";
import type { Change, Commitment, Comparison, Snapshot } from "../../snapshots/index.ts";
import { commitmentHref } from "../../views/addresses.ts";
import { verbOf, witnessed } from "../../views/parts/witnesses.ts";
import { csv } from "./tables.ts";

export const BESIDE_COLUMNS = ["said_by", "topic", "partnership_before", "date_before", "stage_before", "quote_before", "url_before", "partnership_after", "date_after", "stage_after", "quote_after", "url_after", "certainty", "score"] as const;

/** An undertaking of both, the first or the second on each line. */
export function besideCsv({ before, after, commitments }: ComparisonRecord, chosen: readonly Change[], origin: string): string {
  const of = (ids: readonly string[]): readonly Commitment[] => ids.flatMap((id) => commitments.get(id) ?? []);
  const quotes = (group: readonly Commitment[]): string => group.map(({ plain }) => plain).join("\n");
  const url = ([first]: readonly Commitment[]): string | null => (first === undefined ? null : `${origin}${commitmentHref(first.id)}`);
  return csv(
    BESIDE_COLUMNS,
    chosen.map((change) => {
      const [was, is] = [of(change.before), of(change.after)];
      return {
        ...{ said_by: is.length === 0 ? "the first" : was.length === 0 ? "the second" : "both", topic: change.topic },
        ...{ partnership_before: before.partnership, date_before: before.held, stage_before: change.stage.before, quote_before: quotes(was), url_before: url(was) },
        ...{ partnership_after: after.partnership, date_after: after.held, stage_after: change.stage.after, quote_after: quotes(is), url_after: url(is) },
        ...{ certainty: change.match?.certainty ?? null, score: change.match?.score ?? null },
      };
    }),
  );
}

export const WITNESS_COLUMNS = ["undertaking", "topic", "document", "document_title", "document_kind", "verb", "stage", "quote", "url"] as const;

/** What the documents of a meeting say of each undertaking, a line for each document that speaks of it; an undertaking is named by the first of its commitments. */
export function witnessesCsv(snapshots: readonly Snapshot[], comparisons: readonly Comparison[], origin: string): string {
  return csv(
    WITNESS_COLUMNS,
    witnessed(snapshots, comparisons).flatMap((row) => {
      const undertaking = row.find((one) => one !== null)?.id ?? null;
      return row.flatMap((one, at) => {
        const document = snapshots[at]?.document;
        if (one === null || document === undefined) return [];
        return [{ undertaking, topic: one.topic, document: document.sha256, document_title: document.title, document_kind: document.kind, verb: verbOf(one), stage: one.stage, quote: one.plain, url: `${origin}${commitmentHref(one.id)}` }];
      });
    }),
  );
}
