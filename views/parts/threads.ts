/**
 * A thread in small: the latest words, how far it has come, its path.
 */
import type { ThreadOutline } from "../../server/archive/types.ts";
import { commitmentHref } from "../addresses.ts";
import { clip, count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { kindModel, type KindModel, stageWord } from "../vocabulary.ts";
import { pathModel, type PathModel, SMALL, stageAt } from "./path.ts";

export interface ThreadCard {
  readonly words: string;
  readonly href: string;
  readonly topic: string;
  readonly kind: KindModel | null;
  readonly outcome: string;
  readonly path: PathModel;
}

/** Null for a thread without words. */
export function threadCard(thread: ThreadOutline, names: Names): ThreadCard | null {
  const spoke = thread.stops.findLast(({ commitments }) => commitments.length > 0);
  const latest = spoke?.commitments[0];
  if (spoke === undefined || latest === undefined) return null;
  const silent = thread.stops.length - 1 - thread.stops.indexOf(spoke);
  const stage = stageWord(stageAt(spoke) ?? latest.stage);
  const kind = silent > 0 ? "silent" : (spoke.change?.kind ?? null);
  return {
    words: clip(latest.plain, 150),
    href: commitmentHref(latest.id),
    topic: names.shortTopic(latest.topic),
    kind: kind === null ? null : kindModel(kind),
    outcome: silent > 0 ? `was ${stage}; not mentioned at the last ${silent === 1 ? "meeting" : count(silent, "meeting")}` : `${stage}, spoken of at ${count(thread.stops.filter(({ commitments }) => commitments.length > 0).length, "meeting")}`,
    path: pathModel(thread, SMALL),
  };
}
