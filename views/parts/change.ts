/**
 * One change, ready to be shown: its redline, its stages, why it is held to be what it is, and how sure that is.
 */
import type { ComparisonRecord, NoteRecord } from "../../server/archive/types.ts";
import type { Change, Commitment, CorrectionMark, DetailChange, Match } from "../../snapshots/index.ts";
import { changeAnchor, citeHref, commitmentHref, inTextHref } from "../addresses.ts";
import { clip, count, score } from "../grammar.ts";
import { type Names, reasonWords } from "../names.ts";
import { directionWord, forceNote, inStageWords, kindModel, type KindModel, SILENCE } from "../vocabulary.ts";
import { type CorrectionModel, correctionsOfChange, type NoteModel, noteModel } from "./corrections.ts";
import { ladder, type LadderModel } from "./ladder.ts";
import { plainWords, redline, type RedlineModel } from "./redline.ts";
import { saidOnce } from "./wording.ts";

export type KnownCommitment = Commitment & { readonly sha256: string };

export interface Neighbour {
  readonly words: string;
  readonly href: string;
  readonly score: string;
}

export interface DetailModel {
  readonly type: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly direction: string;
}

export interface ChangeModel {
  readonly anchor: string;
  readonly kind: KindModel;
  readonly topic: { readonly label: string; readonly href: string };
  readonly redline: RedlineModel;
  readonly ladder: LadderModel | null;
  readonly force: string | null;
  /** The words that decided the stages, where they changed. */
  readonly because: { readonly before: string | null; readonly after: string | null } | null;
  readonly reason: string;
  readonly details: readonly DetailModel[];
  /** `2 commitments became 1`, where a link joins several. */
  readonly joined: string | null;
  readonly match: { readonly score: string; readonly certainty: string; readonly why: string; readonly runnerUp: Neighbour | null } | null;
  /** For what has no counterpart: what came nearest, and was not near enough. */
  readonly nearest: (Neighbour & { readonly side: "before" | "after" }) | null;
  readonly silence: string | null;
  /** What people set right of it. */
  readonly corrections: readonly CorrectionModel[];
  /** What an editor remarks. */
  readonly note: NoteModel | null;
  readonly thread: string | null;
  /** Where the words stand in their documents. */
  readonly places: readonly { readonly label: string; readonly href: string }[];
  /** The page of this change alone, an address that stays. */
  readonly permalink: string;
  readonly cite: string;
}

export interface ChangeContext {
  /** Corrections of the documents on both sides. */
  readonly marks?: readonly CorrectionMark[];
  /** The editor's note on a change. */
  readonly noteOf?: (id: string) => NoteRecord | null;
  readonly names: Names;
  readonly commitments: ReadonlyMap<string, KnownCommitment>;
  readonly topicHref: (slug: string) => string;
  readonly permalink: (change: string) => string;
  readonly language: string;
}

/** Corrections of all documents of a comparison. */
export function marksOf({ before, after }: ComparisonRecord): readonly CorrectionMark[] {
  return [...before.snapshots, ...after.snapshots].flatMap((snapshot) => snapshot.corrections ?? []);
}

export function changeModel(change: Change, context: ChangeContext): ChangeModel {
  const find = (ids: readonly string[]): readonly KnownCommitment[] => ids.flatMap((id) => context.commitments.get(id) ?? []);
  const [before, after] = [find(change.before), find(change.after)];
  const newest = after[0] ?? before[0];
  return {
    anchor: changeAnchor(change.id),
    kind: kindModel(change.kind),
    topic: { label: context.names.shortTopic(change.topic), href: context.topicHref(change.topic) },
    redline: wording(before, after, context.language),
    ladder: ladder(change.stage, change.kind),
    force: forceNote(change),
    because: deciders(before, after),
    reason: inStageWords(change.reason),
    details: change.details.map(detailModel),
    joined: joinedOf(before, after),
    match: change.match === null ? null : matchModel(change.match, context),
    nearest: change.nearest === null ? null : nearestOf(change.nearest, { side: change.kind === "new" ? "before" : "after", context }),
    silence: change.kind === "silent" ? SILENCE : null,
    corrections: correctionsOfChange(change, context.marks ?? []),
    note: noteModel(context.noteOf?.(change.id) ?? null),
    thread: newest === undefined ? null : commitmentHref(newest.id),
    places: [...placesOf(before, "before"), ...placesOf(after, "after")],
    permalink: context.permalink(change.id),
    cite: citeHref(context.permalink(change.id)),
  };
}

function wording(before: readonly KnownCommitment[], after: readonly KnownCommitment[], language: string): RedlineModel {
  const words = (side: readonly KnownCommitment[]): readonly string[] => side.map((one) => one.plain);
  if (before.length === 0 || after.length === 0) return plainWords(words([...before, ...after]), language);
  return redline(words(before), words(after), language);
}

/** What several documents say in the same words is one commitment. */
function joinedOf(before: readonly KnownCommitment[], after: readonly KnownCommitment[]): string | null {
  const [was, is] = [before, after].map((side) => saidOnce(side.map(({ plain }) => plain)).length);
  return was === undefined || is === undefined || was === 0 || is === 0 || was + is === 2 ? null : `${count(was, "commitment")} became ${is}`;
}

function placesOf(side: readonly KnownCommitment[], name: "before" | "after"): ChangeModel["places"] {
  return side.map((one, at) => ({ label: at === 0 ? `${name}, in its text` : `${name}, place ${at + 1}`, href: inTextHref(one.sha256, one) }));
}

/** The words of the first commitment on each side that decided its stage; said once where both are the same. */
function deciders(before: readonly KnownCommitment[], after: readonly KnownCommitment[]): ChangeModel["because"] {
  const decider = (side: readonly KnownCommitment[]): string | null => {
    const words = side[0]?.evidence.stage.words ?? [];
    return words.length === 0 ? null : words.map((word) => word.quote.replace(/\s+/g, " ")).join(" … ");
  };
  const [was, is] = [decider(before), decider(after)];
  if (was === null && is === null) return null;
  return was?.toLowerCase() === is?.toLowerCase() ? { before: null, after: is } : { before: was, after: is };
}

export function detailModel({ type, before, after, direction }: DetailChange): DetailModel {
  return { type, before: before === "" ? null : before, after: after === "" ? null : after, direction: directionWord(direction) };
}

function matchModel(match: Match, context: ChangeContext): ChangeModel["match"] {
  return { score: score(match.score), certainty: match.certainty, why: match.why.map((one) => reasonWords(one, context.names)).join("; "), runnerUp: match.runnerUp === null ? null : neighbour(match.runnerUp, context) };
}

function nearestOf(nearest: { readonly id: string; readonly score: number }, { side, context }: { readonly side: "before" | "after"; readonly context: ChangeContext }): ChangeModel["nearest"] {
  const found = neighbour(nearest, context);
  return found === null ? null : { ...found, side };
}

function neighbour({ id, score: value }: { readonly id: string; readonly score: number }, { commitments }: ChangeContext): Neighbour | null {
  const found = commitments.get(id);
  return found === undefined ? null : { words: clip(found.plain, 90), href: commitmentHref(id), score: score(value) };
}
