/**
 * The words and signs that pages use for the domain's terms. One table for each, so that the same thing is called the
 * same everywhere, and told apart by a sign and a word, never by colour alone.
 */
import { type Change, CHANGE_KINDS, type ChangeKind, type DetailChange, type Force, STAGES, type Stage } from "../snapshots/index.ts";

export interface KindModel {
  readonly kind: ChangeKind;
  readonly glyph: string;
  readonly word: string;
}

const KINDS: Readonly<Record<ChangeKind, KindModel & { readonly meaning: string }>> = {
  advanced: { kind: "advanced", glyph: "▲", word: "advanced", meaning: "carried on, and come further than it was; or a further step after one delivered" },
  receded: { kind: "receded", glyph: "▼", word: "receded", meaning: "carried on, but less firm than it was" },
  new: { kind: "new", glyph: "+", word: "new", meaning: "said now, and not at the meeting before" },
  reworded: { kind: "reworded", glyph: "≈", word: "reworded", meaning: "carried on at the same stage, in other words" },
  restated: { kind: "restated", glyph: "=", word: "restated", meaning: "said again in the same words" },
  silent: { kind: "silent", glyph: "○", word: "not mentioned again", meaning: "said at the meeting before and not now; silence is not withdrawal" },
};

/** Kinds in the order in which pages show them: what moved first, what stayed last. */
export const KINDS_SHOWN: readonly ChangeKind[] = ["advanced", "receded", "new", "reworded", "restated", "silent"];

/** A sign, a word and their kind. */
export function kindModel(kind: ChangeKind): KindModel {
  const { glyph, word } = KINDS[kind];
  return { kind, glyph, word };
}

export function kindMeaning(kind: ChangeKind): string {
  return KINDS[kind].meaning;
}

/** Why a change counts as advanced though the stage of its words is lower than it was; null where the stages tell. */
export function furtherStep(kind: ChangeKind | null, { before, after }: Change["stage"]): string | null {
  return kind === "advanced" && before === "delivered" && after !== null && after !== "delivered" ? "a further step after one delivered" : null;
}

export function isKind(text: string): text is ChangeKind {
  return CHANGE_KINDS.some((kind) => kind === text);
}

const STAGE_WORDS: Readonly<Record<Stage, { readonly word: string; readonly meaning: string }>> = {
  noted: { word: "noted", meaning: "a position; nothing is undertaken" },
  explored: { word: "explored", meaning: "looked into: discussed, studied, considered" },
  intended: { word: "intended", meaning: "wished for or planned, without a firm undertaking" },
  committed: { word: "committed", meaning: "firmly undertaken, still to be done" },
  underway: { word: "under way", meaning: "being done" },
  delivered: { word: "delivered", meaning: "finished: signed, published, in force" },
};

export function stageWord(stage: Stage): string {
  return STAGE_WORDS[stage].word;
}

/**
 * A reason, which names stages as programs know them, in the words of pages: `The stage fell from under way to intended`. What follows a
 * colon is a person's own words, and stays.
 */
export function inStageWords(reason: string): string {
  return reason.replace(/^[^:]+/, (told) => STAGES.reduce((words, stage) => words.replaceAll(stage, stageWord(stage)), told));
}

export function stageMeaning(stage: Stage): string {
  return STAGE_WORDS[stage].meaning;
}

/** 0 for `noted` to 5 for `delivered`. */
export function stageRank(stage: Stage): number {
  return STAGES.indexOf(stage);
}

const FORCE_WORDS: Readonly<Record<Force, string>> = { weak: "weak wording", moderate: "moderate wording", strong: "strong wording" };

export function forceWord(force: Force): string {
  return FORCE_WORDS[force];
}

type Forced = Pick<Change, "force" | "kind">;

/** `wording hardened`; `though in firmer words` where the stage says the contrary; null where the words bind as they did. */
export function forceNote({ force, kind }: Forced): string | null {
  return force === null ? null : (againstStage({ force, kind }) ?? `wording ${force}`);
}

/** What the words say where the stage says the contrary; else null. */
export function againstStage({ force, kind }: Forced): string | null {
  if (kind === "receded" && force === "hardened") return "though in firmer words";
  return kind === "advanced" && force === "softened" ? "though in weaker words" : null;
}

const FORCE_MEANINGS: Readonly<Record<Force, string>> = {
  weak: "to welcome, to note, to encourage, to look forward to",
  moderate: "to intend, to aim, to explore, to support",
  strong: "to commit, to agree, to establish, to have done",
};

export function forceMeaning(force: Force): string {
  return FORCE_MEANINGS[force];
}

const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  "joint-statement": "joint statement",
  "fact-sheet": "fact sheet",
  communique: "communiqué",
  declaration: "declaration",
  agreement: "agreement",
  "press-release": "press release",
  "read-out": "read-out",
  news: "news report",
  digest: "digest",
  other: "document",
};

export function documentWord(kind: string): string {
  return DOCUMENT_WORDS[kind] ?? kind;
}

const DIRECTIONS: Readonly<Record<DetailChange["direction"], string>> = {
  later: "moved later",
  earlier: "moved earlier",
  met: "met",
  late: "met late",
  more: "raised",
  less: "lowered",
  added: "added",
  gone: "gone",
  changed: "changed",
};

export function directionWord(direction: DetailChange["direction"]): string {
  return DIRECTIONS[direction];
}

const DATE_BASES: Readonly<Record<string, string>> = {
  metadata: "as the page itself states",
  given: "given by the person who added it",
  "front-matter": "stated in the document’s front matter",
  "first-line": "stated in its first line",
  dateline: "stated in its dateline",
  "file-name": "stated in the file’s name",
  corrected: "set right by an editor",
};

/** Where the date of a document came from, in words. */
export function dateBasisWord(basis: string): string {
  return DATE_BASES[basis] ?? basis;
}

export const DIGEST_LABEL = "digest: a summary, not the official text";
export const SILENCE = "Silence is not withdrawal.";
