/**
 * The one way to set something right: a correction that fits is put on record, and what follows from it is made anew, in
 * one transaction.
 */
import { type Correction, type CorrectionBody, repeatedBy, type Sha256 } from "../../snapshots/index.ts";
import { printable } from "../printable.ts";
import type { Reading } from "../reading.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { allCorrections, findCorrection, insertCorrection, movesIn } from "./corrections.ts";
import { type Database, write } from "./database.ts";
import { refresh, scopeOf } from "./refreshing.ts";
import { rootOf } from "./taking-back.ts";
import { attempt } from "./trying.ts";

export interface CorrectionRequest {
  readonly body: CorrectionBody;
  /** The document that it concerns; null for a link, the catalogue and an undoing. */
  readonly document: Sha256 | null;
  readonly author: string;
  readonly reason: string;
}

export type CorrectOutcome =
  | {
      readonly kind: "corrected";
      readonly correction: Correction;
      readonly before: string;
      readonly after: string;
      /** True when it changes what all documents are read with: the archive is to be rebuilt. */
      readonly rereads: boolean;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Longer reasons are articles, and belong elsewhere. */
const LONGEST_REASON = 4_000;

/** Puts a correction on record and applies it. */
export function correct(db: Database, reading: () => Reading, { body, document, ...by }: CorrectionRequest): CorrectOutcome {
  const [author, reason] = [printable(by.author).trim(), printable(by.reason).trim()];
  if (author === "" || reason === "") return { kind: "refused", refusal: refusal("correction-incomplete", author === "" ? "it has no author" : "it has no reason") };
  if (reason.length > LONGEST_REASON) return { kind: "refused", refusal: refusal("correction-wrong", `a reason has ${LONGEST_REASON} characters at most`) };
  return write(db, (): CorrectOutcome => {
    const root = rootOf(db, body);
    const about = body.kind === "undo" ? (findCorrection(db, body.of)?.document ?? null) : document;
    const stands = repeatedBy(allCorrections(db), { body, document: about });
    if (stands !== null) return { kind: "refused", refusal: refusal("correction-repeated", `number ${stands.id}, by ${stands.author}`) };
    const trial = attempt(db, reading, { body, document: about, author, reason });
    if (trial.kind === "refused") return trial;
    const scope = scopeOf(db, root, { touches: trial.touches, moves: movesIn(db) });
    const madeAt = new Date().toISOString();
    const id = insertCorrection(db, { document: trial.document, touches: trial.touches, body, before: trial.before, after: trial.after, author, reason, madeAt });
    const rereads = root.kind === "add-alias" || root.kind === "add-party" || root.kind === "add-topic";
    if (!rereads) refresh(db, reading(), scope);
    return { kind: "corrected", correction: { id, document: about, body, author, reason, madeAt }, before: trial.before, after: trial.after, rereads };
  });
}
