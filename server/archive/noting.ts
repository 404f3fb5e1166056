/**
 * Editors' notes on commitments and changes: each wording is a version of its own, and a note that is withdrawn is an
 * empty one.
 */
import { printable } from "../printable.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { type Database, write } from "./database.ts";
import type { NoteRecord } from "./desk-types.ts";
import { keepLatest } from "./latest.ts";

/** Longer notes are articles, and belong elsewhere. */
const LONGEST = 4_000;

export type NoteOutcome = { readonly kind: "noted"; readonly note: NoteRecord; /** Its number on record. */ readonly number: number } | { readonly kind: "refused"; readonly refusal: Refusal };

/** Writes the next version of a note. */
export function writeNote(db: Database, { subject, target, ...said }: Pick<NoteRecord, "subject" | "target" | "text" | "author">): NoteOutcome {
  const [text, author] = [printable(said.text).trim(), printable(said.author).trim()];
  if (author === "" || text.length > LONGEST) return { kind: "refused", refusal: refusal("note-unfit", author === "" ? "it has no author" : `it has ${text.length} characters`) };
  return write(db, (): NoteOutcome => {
    if (!exists(db, subject, target)) return { kind: "refused", refusal: refusal("no-such-commitment", target) };
    const latest = db.prepare<{ subject: string; target: string }, { version: number; text: string }>("SELECT version, text FROM notes WHERE subject = :subject AND target = :target ORDER BY version DESC LIMIT 1").get({ subject, target });
    if (text === (latest?.text ?? "")) return { kind: "refused", refusal: refusal("already-so", text === "" ? "there is no note" : "the note has these words") };
    const note: NoteRecord = { subject, target, version: 1 + (latest?.version ?? 0), text, author, madeAt: new Date().toISOString() };
    const { lastInsertRowid } = db.prepare("INSERT INTO notes (subject, target, version, text, author, made_at) VALUES (:subject, :target, :version, :text, :author, :madeAt)").run(note);
    return { kind: "noted", note, number: Number(lastInsertRowid) };
  });
}

/** Asks for the latest version of a note; null where there is none or it was withdrawn. */
export function noteQuery(db: Database): (subject: NoteRecord["subject"], target: string) => NoteRecord | null {
  const latest = db.prepare<{ subject: string; target: string }, NoteRecord>(
    "SELECT subject, target, version, text, author, made_at AS madeAt FROM notes WHERE subject = :subject AND target = :target ORDER BY version DESC LIMIT 1",
  );
  const some = db.prepare<[], number>("SELECT EXISTS (SELECT 1 FROM notes)").pluck();
  const noted = keepLatest<boolean>(db, 1);
  return (subject, target) => {
    // Most archives have no notes, and a page asks for dozens.
    if (!noted("", () => some.get() === 1)) return null;
    const note = latest.get({ subject, target });
    return note === undefined || note.text === "" ? null : note;
  };
}

function exists(db: Database, subject: NoteRecord["subject"], target: string): boolean {
  const table = subject === "commitment" ? "SELECT 1 FROM commitments WHERE key = :target" : "SELECT 1 FROM changes WHERE id = :target";
  return db.prepare(table).get({ target }) !== undefined;
}
