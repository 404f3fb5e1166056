/**
 * `pactline correct` and `pactline note`: an archivist's word, put on record.
 */
import type { Archive } from "../archive/archive.ts";
import { correct } from "../archive/correcting.ts";
import { writeNote } from "../archive/noting.ts";
import { correctionForm, type CorrectionForm, requestFrom } from "../desk/requests.ts";
import { type Refusal, type RefusalCode, refusal } from "../refusals.ts";
import { authorOf } from "./author.ts";
import { type Io, printJson } from "./io.ts";
import { bringUpToDate, rebuildWithProgress, withArchive } from "./session.ts";

export interface CorrectFlags {
  readonly archive?: string;
  readonly author?: string;
  readonly reason: string;
  readonly name?: string;
  readonly quote: readonly string[];
  readonly stage?: string;
  readonly force?: string;
  readonly topic?: string;
  readonly json?: boolean;
}

export function correctArchive(kind: string, words: readonly string[], flags: CorrectFlags, io: Io): Promise<number> {
  return withArchive(io, flags, (archive, reading) => {
    const form = correctionForm.safeParse(formFrom(kind, words, flags));
    if (!form.success) return tellRefusal(io, refusal("correction-wrong"));
    const request = requestFrom(archive.reader, form.data, reading());
    if (request.kind === "refused") return tellRefusal(io, request.refusal);
    bringUpToDate(archive, reading(), io);
    const outcome = correct(archive.db, reading, { ...request, author: authorOf(flags, io), reason: flags.reason });
    if (outcome.kind === "refused") return tellRefusal(io, outcome.refusal);
    if (outcome.rereads) rebuildWithProgress(archive, reading(), io);
    if (flags.json === true) printJson(io, outcome);
    else io.err(`Correction ${outcome.correction.id} is on record: ${outcome.before || "nothing"} → ${outcome.after || "nothing"}\n`);
    return 0;
  });
}

export function noteOn(target: string, text: string, flags: { readonly archive?: string; readonly author?: string }, io: Io): Promise<number> {
  return withArchive(io, flags, (archive) => {
    const outcome = writeNote(archive.db, { subject: subjectOf(archive, target), target, text, author: authorOf(flags, io) });
    if (outcome.kind === "refused") return tellRefusal(io, outcome.refusal);
    io.err(text.trim() === "" ? "The note is withdrawn; its versions stay on record.\n" : `Version ${outcome.note.version} of the note is on record.\n`);
    return 0;
  });
}

function subjectOf({ reader }: Archive, target: string): "commitment" | "change" {
  return reader.commitment(target) === null ? "change" : "commitment";
}

/** The arguments mean what the kind says. */
function formFrom(kind: string, [first = "", second = "", ...rest]: readonly string[], flags: CorrectFlags): Partial<Record<keyof CorrectionForm, unknown>> {
  const { name, quote: quotes, stage, force, topic } = flags;
  const common = { kind, name, quotes, stage, force, topic };
  const list = (text: string): string[] => text.split(",").map((one) => one.trim());
  switch (kind) {
    case "undo":
      return { ...common, value: first };
    case "link":
    case "unlink":
    case "change-kind":
      return { ...common, before: list(first), after: list(second), value: rest[0] };
    case "rename-partnership":
    case "merge-partnerships":
      return { ...common, before: [first], after: [second] };
    case "add-alias":
      return { ...common, before: [first], value: second };
    case "add-party":
    case "add-topic":
      return { ...common, value: first, more: [second, ...rest].filter((one) => one !== "") };
    default:
      return { ...common, document: first, commitment: first, value: second };
  }
}

/** What the command line says besides. */
const HINTS: Readonly<Partial<Record<RefusalCode, string>>> = { "correction-wrong": "(pactline correct --help tells how)\n", "no-such-partnership": "(--name gives a new partnership its name)\n" };

function tellRefusal(io: Io, { code, sentence, exit }: Refusal): number {
  io.err(`pactline: ${sentence}\n${HINTS[code] ?? ""}`);
  return exit;
}
