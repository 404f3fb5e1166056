/**
 * What people set right, and what editors remark, as readers see it.
 */
import type { NoteRecord } from "../../server/archive/types.ts";
import { type Change, type CorrectionMark, STAGES } from "../../snapshots/index.ts";
import { moment } from "../dates.ts";
import { clip } from "../grammar.ts";
import { stageWord } from "../vocabulary.ts";

export interface CorrectionModel {
  readonly id: number;
  /** What was set right. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly author: string;
  readonly reason: string;
  readonly when: string;
}

export interface NoteModel {
  readonly text: string;
  readonly author: string;
  readonly when: string;
}

const WHAT: Readonly<Record<string, string>> = {
  "title": "the title",
  "published": "the day of publication",
  "held": "the day of the meeting",
  "meeting-name": "the name of the meeting",
  "place": "the place of the meeting",
  "ordinal": "the number of the meeting",
  "parties": "the parties",
  "partnership": "the partnership",
  "topic": "the topic",
  "stage": "the stage",
  "force": "the force",
  "accept": "looked at and found right",
  "add": "a commitment that was not read",
  "move": "where a commitment begins and ends",
  "split": "one commitment that is several",
  "remove": "what is no commitment",
  "link": "linked by an editor",
  "unlink": "told apart by an editor",
  "change-kind": "the kind of the change",
  "rename-partnership": "a partnership's name",
  "merge-partnerships": "two partnerships that are one",
  "add-alias": "another name of a partnership",
  "add-party": "a party",
  "add-topic": "a topic",
  "undo": "taken back",
};

const LONG = 160;

export function correctionWord(kind: string): string {
  return WHAT[kind] ?? kind;
}

/** A value as readers know it: stages by their words, days and titles as they are. */
export function valueWords(kind: string, value: string): string {
  const stage = kind === "stage" ? STAGES.find((one) => one === value) : undefined;
  return stage === undefined ? value : stageWord(stage);
}

export function correctionModel({ id, kind, before, after, author, reason, madeAt }: CorrectionMark): CorrectionModel {
  const shown = (text: string): string | null => (text === "" || kind === "accept" ? null : clip(valueWords(kind, text), LONG));
  return { id, what: correctionWord(kind), before: shown(before), after: shown(after), author, reason, when: moment(madeAt) };
}

/** The corrections that bear on one commitment. */
export function correctionsOn(id: string, marks: readonly CorrectionMark[] | undefined): readonly CorrectionModel[] {
  return (marks ?? []).filter((mark) => mark.commitments.includes(id)).map(correctionModel);
}

/** What a person ruled of a change, and what was corrected of its commitments. */
export function correctionsOfChange({ ruling, before, after }: Change, marks: readonly CorrectionMark[]): readonly CorrectionModel[] {
  const ids = [...before, ...after];
  const ruled = ruling === undefined ? [] : [correctionModel({ ...ruling, before: "", after: "", commitments: [] })];
  return [...ruled, ...marks.filter((mark) => mark.commitments.some((id) => ids.includes(id))).map(correctionModel)];
}

export function noteModel(note: NoteRecord | null): NoteModel | null {
  return note === null ? null : { text: note.text, author: note.author, when: moment(note.madeAt) };
}
