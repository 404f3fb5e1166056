/**
 * What people ruled about links, found for the commitments as they are stored now.
 */
import { type Anchor, anchorRulings, type Commitment, type Correction, findCommitment, type Ruling, type Sha256, type Anchored } from "../../snapshots/index.ts";
import { correctionsTouching } from "./corrections.ts";
import type { Database } from "./database.ts";

/** The rulings that stand on links of these documents' commitments. */
export function rulingsOf(db: Database, documents: readonly Sha256[]): readonly Ruling[] {
  const number = db.prepare<{ sha256: string }, number>("SELECT id FROM documents WHERE sha256 = :sha256 AND id IN (SELECT document FROM correction_documents)").pluck();
  const found = new Map<number, Correction>();
  for (const sha256 of documents) {
    const document = number.get({ sha256 });
    if (document !== undefined) for (const correction of correctionsTouching(db, document)) found.set(correction.id, correction);
  }
  return found.size === 0 ? [] : anchorLinks(db, [...found.values()].toSorted((a, b) => a.id - b.id)).rulings;
}

/** Links of these corrections, by the ids that their commitments have now. */
export function anchorLinks(db: Database, corrections: readonly Correction[]): Anchored {
  const text = db.prepare<{ sha256: string }, string>("SELECT text FROM snapshots WHERE sha256 = :sha256").pluck();
  const commitments = db.prepare<{ sha256: string }, string>("SELECT c.json FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE s.sha256 = :sha256 ORDER BY c.ordinal").pluck();
  const kept = new Map<Sha256, readonly Commitment[]>();
  return anchorRulings(corrections, (anchor: Anchor) => {
    const list = kept.get(anchor.sha256) ?? commitments.all({ sha256: anchor.sha256 }).map((json): Commitment => JSON.parse(json));
    kept.set(anchor.sha256, list);
    return findCommitment(anchor, list, text.get({ sha256: anchor.sha256 }) ?? "")?.id ?? null;
  });
}
