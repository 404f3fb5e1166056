/**
 * Whether a correction fits the archive as it is, and what readers see before and after it. Writes nothing.
 */
import { DateTime } from "luxon";
import { type Correction, type CorrectionBody, correctSnapshot, isCatalogueCorrection, isCommitmentCorrection, isLinkCorrection, overlap, type Snapshot, standing, type UndoCorrection, undoings } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import type { CorrectionRequest } from "./correcting.ts";
import { allCorrections, correctionsTouching, findCorrection, movesIn, touchedBy } from "./corrections.ts";
import type { Database } from "./database.ts";
import { isDoubtfulDate, isDoubtfulPartnership } from "./doubting.ts";
import { factAt, numberOf } from "./facts.ts";
import { isEvidenced } from "./grouping.ts";
import { rootOf, seenByUndoing } from "./taking-back.ts";
import { PROVISIONAL, refuse, type Trial, valueDetail } from "./trial.ts";
import { attemptCatalogue, attemptLink } from "./trying-catalogue.ts";

export function attempt(db: Database, reading: () => Reading, request: CorrectionRequest): Trial {
  const { body } = request;
  if (body.kind === "undo") return attemptUndo(db, reading, { ...request, body });
  if (isLinkCorrection(body)) return attemptLink(db, body);
  if (isCatalogueCorrection(body)) return attemptCatalogue(db, body);
  const document = request.document === null ? null : numberOf(db, request.document);
  return document === null ? refuse("no-such-document") : attemptOn(db, reading(), { ...request, id: document });
}

function attemptOn(db: Database, reading: Reading, { body, id, author, reason }: CorrectionRequest & { readonly id: number }): Trial {
  const fact = factAt(db, id);
  if (fact === null) return refuse("no-such-document");
  const read = reading.read(fact);
  if (read.kind === "refused") return read;
  const here = correctionsTouching(db, id);
  const moves = movesIn(db);
  const current = correctSnapshot(read.snapshot, here, moves).snapshot;
  const clash = clashOf(body, current);
  if (clash !== null) return refuse("correction-overlaps", clash);
  const { snapshot, unfit } = correctSnapshot(read.snapshot, [...here, { id: PROVISIONAL, document: fact.sha256, body, author, reason, madeAt: "" }], moves);
  const why = unfit.find((one) => one.correction.id === PROVISIONAL)?.why;
  if (why !== undefined) return refuse("correction-unfit", asDetail(why));
  const { before, after } = snapshot.corrections?.find((one) => one.id === PROVISIONAL) ?? { before: "", after: "" };
  if (before === after && !confirms(body, current)) return refuse("already-so", valueDetail(after));
  const { document, meeting } = snapshot;
  // Where both days are wrong, one is set right after the other.
  if (isTooLate(snapshot) && !isTooLate(current)) return refuse("meeting-too-late", `published ${document.published}, held ${meeting.held}`);
  return { kind: "fits", document: id, touches: [id], before, after };
}

/** Texts announce meetings, the next summit or a review in a year; of a later one they tell no more than that it is meant to be. */
function isTooLate({ document: { published }, meeting }: Snapshot): boolean {
  return DateTime.fromISO(published).plus({ years: 1 }) < DateTime.fromISO(meeting.held);
}

/** Whether it is worth a record that a person finds a reading right. */
function confirms(body: CorrectionBody, snapshot: Snapshot): boolean {
  const { document, partnership } = snapshot;
  switch (body.kind) {
    case "accept":
      return true;
    case "partnership":
      // Its name may be another where its slug is the same.
      return isDoubtfulPartnership(partnership.basis) || (body.value?.name ?? null) !== partnership.name;
    case "held":
      // A meeting whose day no text tells may be taken for its neighbour's.
      return !isEvidenced(snapshot);
    case "published":
      return isDoubtfulDate(document.publishedBasis);
    default:
      return false;
  }
}

/** A span that a person gives may not lie over another commitment: that one is to be removed or moved first. */
function clashOf(body: CorrectionBody, { commitments }: Snapshot): string | null {
  if (!isCommitmentCorrection(body)) return null;
  const spans = body.kind === "add" ? [body.at] : body.kind === "move" ? [body.value] : body.kind === "split" ? body.value : [];
  const others = commitments.filter((one) => body.kind === "add" || one.start !== body.at.start || one.quote !== body.at.quote);
  const over = others.find((one) => spans.some((span) => overlap(span, one)));
  if (over !== undefined) return `“${over.plain.slice(0, 60)}”`;
  return spans.some((span, at) => spans.slice(at + 1).some((other) => overlap(span, other))) ? "its own parts" : null;
}

/** Whether a partnership that one act renamed or merged was moved on by a later one: without the first, the later would lead nowhere. */
function buildsOn(later: Correction, { id, body }: Correction): boolean {
  const isMove = (one: CorrectionBody): one is Extract<CorrectionBody, { readonly from: unknown }> => one.kind === "rename-partnership" || one.kind === "merge-partnerships";
  return later.id > id && isMove(body) && isMove(later.body) && later.body.from === body.to && body.from !== body.to;
}

function attemptUndo(db: Database, reading: () => Reading, { body, author, reason }: CorrectionRequest & { readonly body: UndoCorrection }): Trial {
  const { of } = body;
  const target = findCorrection(db, of);
  if (target === null) return refuse("no-such-correction");
  const all = allCorrections(db);
  if (undoings(all).has(of)) return refuse("already-undone");
  const later = standing(all).find((one) => buildsOn(one, target));
  if (later !== undefined) return refuse("correction-unfit", `number ${later.id} goes on from where it led; take that one back first`);
  const shown = db.prepare<{ of: number }, { document: number | null; before: string; after: string }>("SELECT document, before, after FROM corrections WHERE id = :of").get({ of });
  const { document = null, ...told } = shown ?? { before: "", after: "" };
  const seen = seenByUndoing(db, reading, { id: PROVISIONAL, document: target.document, body, author, reason, madeAt: "" });
  // A link names the same two sides whether it is made or taken back.
  const swapped = isLinkCorrection(rootOf(db, target.body)) ? told : { before: told.after, after: told.before };
  const { before, after } = seen ?? swapped;
  return { kind: "fits", document, touches: touchedBy(db, of), before, after };
}

/** A sentence as it stands within brackets of another. */
function asDetail(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, "");
}
