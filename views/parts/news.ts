/**
 * One change as streams show it: on its own, with its redline and the ways that lead on.
 */
import type { ChangeRecord, DocumentSummary } from "../../server/archive/types.ts";
import { changeAnchor, changeHref, citeHref, commitmentHref, comparisonHref, topicHref } from "../addresses.ts";
import { longDate, shortDate } from "../dates.ts";
import type { Names } from "../names.ts";
import { forceNote, kindModel, type KindModel, SILENCE } from "../vocabulary.ts";
import { type DetailModel, detailModel } from "./change.ts";
import { type NoteModel, noteModel } from "./corrections.ts";
import { ladder, type LadderModel } from "./ladder.ts";
import { plainWords, redline, type RedlineModel } from "./redline.ts";

export interface NewsModel {
  readonly anchor: string;
  readonly kind: KindModel;
  readonly topic: { readonly label: string; readonly href: string };
  readonly redline: RedlineModel;
  readonly ladder: LadderModel | null;
  readonly force: string | null;
  readonly details: readonly DetailModel[];
  readonly silence: string | null;
  /** Said where the link is not sure. */
  readonly doubt: string | null;
  readonly digest: boolean;
  readonly note: NoteModel | null;
  readonly permalink: string;
  readonly thread: string | null;
  readonly cite: string;
}

export interface NewsGroup {
  readonly held: string;
  readonly date: string;
  /** When it was published, where that is later than the meeting. */
  readonly told: { readonly day: string; readonly date: string } | null;
  readonly partnership: { readonly label: string; readonly href: string };
  readonly since: string;
  readonly changes: readonly NewsModel[];
}

export interface NewsMeans {
  readonly names: Names;
  /** What is known of the documents that are quoted. */
  readonly documents: ReadonlyMap<string, DocumentSummary>;
}

export function newsModel(change: ChangeRecord, { names, documents }: NewsMeans): NewsModel {
  const { id, partnership, before, after, topic, beforeCommitments, afterCommitments, match } = change;
  const words = (side: ChangeRecord["beforeCommitments"]): readonly string[] => side.map(({ plain }) => plain);
  const quoted = [...beforeCommitments, ...afterCommitments].flatMap(({ sha256 }) => documents.get(sha256) ?? []);
  const language = quoted.at(-1)?.language ?? "en";
  const alone = beforeCommitments.length === 0 || afterCommitments.length === 0;
  const newest = afterCommitments[0] ?? beforeCommitments[0];
  return {
    anchor: changeAnchor(id),
    kind: kindModel(change.kind),
    topic: { label: names.shortTopic(topic), href: topicHref(topic) },
    redline: alone ? plainWords(words([...beforeCommitments, ...afterCommitments]), language) : redline(words(beforeCommitments), words(afterCommitments), language),
    ladder: ladder(change.stage, change.kind),
    force: forceNote(change),
    details: change.details.map(detailModel),
    silence: change.kind === "silent" ? SILENCE : null,
    doubt: match?.certainty === "possible" ? "possibly the same undertaking" : null,
    digest: quoted.some(({ kind }) => kind === "digest"),
    thread: newest === undefined ? null : commitmentHref(newest.id),
    note: noteModel(change.note ?? null),
    permalink: changeHref({ slug: partnership, before, after, id }),
    cite: citeHref(changeHref({ slug: partnership, before, after, id })),
  };
}

/** Changes that stand one after another and belong to one comparison and one day of news, under one heading. */
export function newsGroups(changes: readonly ChangeRecord[], means: NewsMeans): readonly NewsGroup[] {
  const groups: (NewsGroup & { readonly key: string; changes: NewsModel[] })[] = [];
  for (const change of changes) {
    const { partnership, partnershipName, before, after, told = after } = change;
    const key = `${partnership} ${before} ${after} ${told}`;
    if (groups.at(-1)?.key !== key) {
      groups.push({ key, held: after, date: longDate(after), told: told === after ? null : { day: told, date: longDate(told) }, partnership: { label: partnershipName, href: comparisonHref(partnership, [before, after]) }, since: shortDate(before), changes: [] });
    }
    groups.at(-1)?.changes.push(newsModel(change, means));
  }
  return groups.map(({ key: _, ...group }) => group);
}
