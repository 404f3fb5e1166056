/**
 * One commitment as a list shows it: its words, its stage, what decided that, and its details.
 */
import type { Commitment, Detail } from "../../snapshots/index.ts";
import { commitmentHref, inTextHref } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { amountWords, percent } from "../grammar.ts";
import type { Names } from "../names.ts";
import { forceWord } from "../vocabulary.ts";
import { type LadderModel, stageLadder } from "./ladder.ts";

export interface CommitmentRow {
  readonly words: string;
  readonly href: string;
  readonly inText: string;
  readonly ladder: LadderModel;
  readonly force: string;
  readonly topic: string;
  readonly section: string | null;
  /** The words that decided the stage. */
  readonly because: string | null;
  readonly hedges: readonly string[];
  readonly details: readonly { readonly type: string; readonly words: string; readonly meaning: string | null }[];
  readonly actors: readonly string[];
  readonly sureness: string;
}

export function commitmentRow(commitment: Commitment & { readonly sha256: string }, names: Names): CommitmentRow {
  const { evidence } = commitment;
  return {
    words: commitment.plain,
    href: commitmentHref(commitment.id),
    inText: inTextHref(commitment.sha256, commitment),
    ladder: stageLadder(commitment.stage),
    force: forceWord(commitment.force),
    topic: names.shortTopic(commitment.topic),
    section: commitment.section,
    because: evidence.stage.words.length === 0 ? null : evidence.stage.words.map((word) => flat(word.quote)).join(" … "),
    hedges: commitment.hedges.map((hedge) => flat(hedge.quote)),
    details: commitment.details.map((detail) => ({ type: detail.type, words: flat(detail.text), meaning: meaningOf(detail) })),
    actors: commitment.actors.map(names.party),
    sureness: percent(commitment.confidence),
  };
}

/** Words of a source on one line. */
export function flat(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** What a deadline or an amount comes to, where it says more than the words. */
function meaningOf({ type, value, text }: Detail): string | null {
  if (value === null) return null;
  const meaning = type === "deadline" && /^\d{4}(?:-\d\d){0,2}$/.test(value) ? longDate(value) : type === "amount" ? amountWords(value) : null;
  return meaning === null || flat(text).includes(meaning) ? null : meaning;
}
