/**
 * What people ruled about links, found for the commitments as they are stored now.
 */
import { type Anchor, anchorRulings, type Commitment, type Correction, findCommitment, type Ruling, type Sha256, type Anchored } from "../../snapshots/index.ts";
import { correctionsTouching } from "./corrections.ts";
import { type Database, perDatabase } from "./database.ts";
import { latestVersion } from "./lineage.ts";

const corrected = perDatabase((db) =>
  db.prepare<{ sha256: string }, number>("SELECT id FROM documents WHERE sha256 = :sha256 AND (id IN (SELECT document FROM correction_documents) OR id IN (SELECT document FROM versions))").pluck(),
);

/** The rulings that stand on links of these documents' commitments. */
export function rulingsOf(db: Database, documents: readonly Sha256[]): readonly Ruling[] {
  const number = corrected(db);
  const found = new Map<number, Correction>();
  for (const sha256 of documents) {
    const document = number.get({ sha256 });
    if (document !== undefined) for (const correction of correctionsTouching(db, document)) found.set(correction.id, correction);
  }
  return found.size === 0 ? [] : anchorLinks(db, [...found.values()].toSorted((a, b) => a.id - b.id)).rulings;
}

/** Links of these corrections, by the ids that their commitments have now: those of the version that stands for their document. */
export function anchorLinks(db: Database, corrections: readonly Correction[]): Anchored {
  const numbered = db.prepare<{ sha256: string }, number>("SELECT id FROM documents WHERE sha256 = :sha256").pluck();
  const text = db.prepare<{ document: number }, string>("SELECT text FROM snapshots WHERE document = :document").pluck();
  const commitments = db.prepare<{ document: number }, string>("SELECT json FROM commitments WHERE document = :document ORDER BY ordinal").pluck();
  const kept = new Map<Sha256, { readonly list: readonly Commitment[]; readonly text: string }>();
  const load = (sha256: Sha256): { readonly list: readonly Commitment[]; readonly text: string } => {
    const document = latestVersion(db, numbered.get({ sha256 }) ?? 0);
    return { list: commitments.all({ document }).map((json): Commitment => JSON.parse(json)), text: text.get({ document }) ?? "" };
  };
  return anchorRulings(corrections, (anchor: Anchor) => {
    const found = kept.get(anchor.sha256) ?? load(anchor.sha256);
    kept.set(anchor.sha256, found);
    return findCommitment(anchor, found.list, found.text)?.id ?? null;
  });
}
