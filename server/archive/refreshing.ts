/**
 * Makes anew what follows from a correction, and only that: the documents that it touches, and the partnerships that they
 * are or were part of. Runs within a transaction.
 */
import { type CorrectionBody, correctSnapshot, isLinkCorrection, type PartnershipMoves, type Slug } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { correctionsTouching, movesIn } from "./corrections.ts";
import type { Database } from "./database.ts";
import { factAt } from "./facts.ts";
import { latestVersion, laterVersions } from "./lineage.ts";
import { applyPlans, planFor } from "./settling.ts";
import { loadSnapshot, replaceSnapshot } from "./snapshot-rows.ts";

export interface Scope {
  /** Numbers of the documents to be corrected anew. */
  readonly documents: readonly number[];
  /** Partnerships to be planned anew besides those of the documents. */
  readonly slugs: readonly Slug[];
}

/** What a correction, or its undoing, concerns; asked before it is put on record. */
export function scopeOf(db: Database, body: CorrectionBody, { touches, moves }: { readonly touches: readonly number[]; readonly moves: PartnershipMoves }): Scope {
  if (isLinkCorrection(body)) return { documents: [], slugs: touches.flatMap((document) => slugOf(db, latestVersion(db, document)) ?? []) };
  if (body.kind !== "rename-partnership" && body.kind !== "merge-partnerships") return { documents: [...new Set(touches.flatMap((document) => [document, ...laterVersions(db, document)]))], slugs: [] };
  const slugs = [...new Set([body.from, body.to].flatMap((slug) => [slug, moves.redirects.get(slug) ?? slug]))];
  const documents = db.prepare<{ slugs: string }, number>("SELECT document FROM snapshots WHERE partnership IN (SELECT value FROM json_each(:slugs)) ORDER BY document").pluck().all({ slugs: JSON.stringify(slugs) });
  return { documents, slugs };
}

export function refresh(db: Database, reading: Reading, { documents, slugs }: Scope): void {
  const moves = movesIn(db);
  const touched = new Set(slugs);
  for (const document of documents) {
    const fact = factAt(db, document);
    if (fact === null) continue;
    const before = loadSnapshot(db, fact.sha256);
    const read = reading.read(fact);
    // A document that is no longer read keeps what was read of it; `rebuild` tells of it.
    if (read.kind === "refused") continue;
    const { snapshot } = correctSnapshot(read.snapshot, correctionsTouching(db, document), moves);
    replaceSnapshot(db, document, snapshot);
    for (const slug of [before?.partnership.slug ?? null, snapshot.partnership.slug]) if (slug !== null) touched.add(slug);
  }
  const plans = [...touched].sort().map((slug) => ({ slug, plan: planFor(db, slug, reading, null) }));
  applyPlans(db, plans, reading.version);
}

function slugOf(db: Database, document: number): Slug | null {
  return db.prepare<{ document: number }, Slug | null>("SELECT partnership FROM snapshots WHERE document = :document").pluck().get({ document }) ?? null;
}
