/**
 * What readers see before and after a correction is taken back, or stands again: the document as it is corrected with the undoing
 * and without. An older correction that a later one covers changes nothing when it is taken back, and the record says so.
 */
import { type CommitmentCorrection, type Correction, type CorrectionBody, correctSnapshot, findCommitment, isCommitmentCorrection, isDocumentCorrection, overlap, partnershipMoves, type PartnershipMoves, shownValue, type Slug, type Snapshot, type Span } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { catalogueCorrections, correctionsTouching, findCorrection, movesIn } from "./corrections.ts";
import type { Database } from "./database.ts";
import { factAt, numberOf } from "./facts.ts";

export interface Seen {
  readonly before: string;
  readonly after: string;
}

/** What an undoing is about in the end. */
export function rootOf(db: Database, body: CorrectionBody): CorrectionBody {
  const target = body.kind === "undo" ? findCorrection(db, body.of) : null;
  return target === null ? body : rootOf(db, target.body);
}

/** What `undoing`, not on record yet, changes for readers; null where it is not a matter of one document or of where a partnership is found. */
export function seenByUndoing(db: Database, reading: () => Reading, undoing: Correction): Seen | null {
  const [body, document] = [rootOf(db, undoing.body), undoing.document];
  if (body.kind === "rename-partnership" || body.kind === "merge-partnerships") {
    const on = catalogueCorrections(db);
    return { before: placeOf(body.from, partnershipMoves(on)), after: placeOf(body.from, partnershipMoves([...on, undoing])) };
  }
  const number = document === null ? null : numberOf(db, document);
  const fact = number === null ? null : factAt(db, number);
  const read = fact === null ? null : reading().read(fact);
  if (number === null || read === null || read.kind === "refused") return null;
  const [on, moves] = [correctionsTouching(db, number), movesIn(db)];
  const seen = (corrections: readonly Correction[]): string => seenOf(body, correctSnapshot(read.snapshot, corrections, moves).snapshot);
  return { before: seen(on), after: seen([...on, undoing]) };
}

function placeOf(from: Slug, { redirects, names }: PartnershipMoves): string {
  const slug = redirects.get(from) ?? from;
  const name = names.get(slug);
  return name === undefined ? slug : `${slug} (${name})`;
}

/** What a correction of this kind is about, as a snapshot shows it. */
function seenOf(body: CorrectionBody, snapshot: Snapshot): string {
  if (isDocumentCorrection(body)) return shownValue(snapshot, body.kind);
  return isCommitmentCorrection(body) ? seenOfCommitment(body, snapshot) : "";
}

function seenOfCommitment(body: CommitmentCorrection, { commitments, document }: Snapshot): string {
  if (body.kind === "stage" || body.kind === "force" || body.kind === "topic") return findCommitment(body.at, commitments, document.text)?.[body.kind] ?? "";
  const spans: readonly Span[] = [body.at, ...(body.kind === "move" ? [body.value] : body.kind === "split" ? body.value : [])];
  return commitments.filter((one) => spans.some((span) => overlap(span, one))).map(({ plain }) => plain).join(" | ");
}
