/**
 * What adding a document would do, without doing it; and doing it with what a person set right on the way, in one
 * transaction.
 */
import { type Correction, correctSnapshot, type DocumentCorrection, type Sha256, type Snapshot } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import type { Refusal } from "../refusals.ts";
import { addDocument, type AddOutcome } from "./adding.ts";
import { correct } from "./correcting.ts";
import type { Preview, Titled } from "./capture-types.ts";
import { movesIn } from "./corrections.ts";
import { type Database, write } from "./database.ts";
import { hasDocument, type Incoming, nameBytes } from "./facts.ts";
import { gather } from "./grouping.ts";
import { openShelf } from "./shelf.ts";
import { loadSnapshot } from "./snapshot-rows.ts";

export type PreviewOutcome = Preview | { readonly kind: "refused"; readonly refusal: Refusal };

/** Corrections that follow from what was read. */
type SetRight = (snapshot: Snapshot) => readonly Correction[];

export function previewDocument(db: Database, incoming: Incoming, { reading, setRight }: { readonly reading: Reading; readonly setRight: SetRight }): PreviewOutcome {
  const outcome = reading.read(incoming);
  if (outcome.kind === "refused") return outcome;
  const { sha256, mediaType } = outcome;
  const { snapshot } = correctSnapshot(outcome.snapshot, setRight(outcome.snapshot), movesIn(db));
  return { kind: "preview", sha256, mediaType, snapshot, isHere: hasDocument(db, sha256), joins: placeOf(db, snapshot) };
}

function placeOf(db: Database, snapshot: Snapshot): Preview["joins"] {
  const { slug } = snapshot.partnership;
  if (slug === null) return null;
  const { sha256 } = snapshot.document;
  const shelf = openShelf(db, slug, hasDocument(db, sha256) ? null : snapshot);
  const gatherings = gather(shelf.members);
  const own = gatherings.find(({ members, copies }) => [...members, ...copies].some((one) => one.sha256 === sha256));
  if (own === undefined) return null;
  const titled = (found: readonly { readonly sha256: Sha256 }[]): readonly Titled[] => found.filter((one) => one.sha256 !== sha256).map((one) => ({ sha256: one.sha256, title: shelf.snapshot(one.sha256).document.title }));
  const of = own.copies.find((copy) => copy.sha256 === sha256)?.of ?? sha256;
  return { held: own.held, others: titled(own.members), meetings: gatherings.length, copies: titled([{ sha256: of }, ...own.copies.filter((copy) => copy.of === of)]) };
}

export interface AddRequest {
  readonly incoming: Incoming;
  readonly corrections: (snapshot: Snapshot) => readonly DocumentCorrection[];
  readonly author: string;
  readonly reason: string;
}

class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refused: Refusal) {
    super(refused.sentence);
    this.refusal = refused;
  }
}

/** Adds a document and puts on record what a person set right of it: all of it, or nothing. */
export function addSetRight(db: Database, { incoming, corrections, author, reason }: AddRequest, reading: Reading): AddOutcome {
  const read = hasDocument(db, nameBytes(incoming.bytes)) ? null : reading.read(incoming);
  const bodies = read?.kind === "read" ? corrections(read.snapshot) : [];
  if (bodies.length === 0) return addDocument(db, incoming, reading);
  try {
    return write(db, () => {
      const outcome = addDocument(db, incoming, reading);
      if (outcome.kind !== "added") return outcome;
      for (const body of bodies) {
        const corrected = correct(db, () => reading, { body, document: outcome.sha256, author, reason });
        if (corrected.kind === "refused") throw new Undone(corrected.refusal);
      }
      return { ...outcome, snapshot: loadSnapshot(db, outcome.sha256) ?? outcome.snapshot };
    });
  } catch (error) {
    if (error instanceof Undone) return { kind: "refused", refusal: error.refusal };
    throw error;
  }
}
