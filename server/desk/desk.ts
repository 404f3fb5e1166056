/**
 * The desk: what people do to the archive, and who they are, as routes and commands use it.
 */
import { type AddingDesk, createAddingDesk } from "../adding/desk.ts";
import { createImports, type Imports } from "../adding/imports.ts";
import type { Archive } from "../archive/archive.ts";
import { archiveAsOf } from "../archive/as-of.ts";
import { correct, type CorrectionRequest, type CorrectOutcome } from "../archive/correcting.ts";
import { type NoteOutcome, writeNote } from "../archive/noting.ts";
import { closeSession, hasPeople, openSession, type Person, personOf, type Session, sessionOf } from "../archive/people.ts";
import { isOutdated, rebuild } from "../archive/rebuilding.ts";
import type { ArchiveReader, NoteRecord } from "../archive/types.ts";
import type { CaptureOptions } from "../capture/capture.ts";
import type { Reading } from "../reading.ts";

export interface Desk {
  /** Where documents are added. */
  readonly adding: AddingDesk;
  /** Imports in the background. */
  readonly imports: Imports;
  /** Whether anybody has a token; without, the desk is for whoever sits at this machine. */
  hasPeople(): boolean;
  personOf(token: string): Person | null;
  openSession(person: Person): string;
  sessionOf(cookie: string): Session | null;
  closeSession(cookie: string): void;
  /** `waits` is true where the documents are read anew beside the server, since somebody waits for an answer. */
  correct(request: CorrectionRequest): CorrectOutcome & { readonly waits?: boolean };
  /** Whether documents were read with another knowledge than is known now. */
  isOutdated(): boolean;
  note(note: Pick<NoteRecord, "subject" | "target" | "text" | "author">): NoteOutcome;
  /** How documents are read now, with what people added to what is known. */
  reading(): Reading;
  /** The archive as it was known at the end of a day, or null for today and later. */
  asOf(day: string): ArchiveReader | null;
}

/** So many documents are read anew while somebody waits for an answer; more take seconds, and others wait, too. */
const AT_ONCE = 10;

export interface DeskOptions {
  readonly capture?: CaptureOptions;
  /** Has all documents read anew beside the server; without it they are read at once. */
  readonly renew?: () => void;
}

export function createDesk(archive: Archive, reading: () => Reading, { capture = {}, renew }: DeskOptions = {}): Desk {
  const { db, reader } = archive;
  const past = archiveAsOf(db, reading);
  return {
    adding: createAddingDesk({ archive, reading, capture }),
    imports: createImports({ archive, reading }),
    hasPeople: () => hasPeople(db),
    personOf: (token) => personOf(db, token),
    openSession: (person) => openSession(db, person),
    sessionOf: (cookie) => sessionOf(db, cookie),
    closeSession: (cookie) => closeSession(db, cookie),
    correct(request) {
      const outcome = correct(db, reading, request);
      if (outcome.kind === "refused" || !outcome.rereads) return outcome;
      if (renew === undefined || reader.counts().documents <= AT_ONCE) {
        rebuild(db, reading());
        return outcome;
      }
      renew();
      return { ...outcome, waits: true };
    },
    isOutdated: () => isOutdated(db, reading()),
    note: (note) => writeNote(db, note),
    reading,
    asOf: past,
  };
}
