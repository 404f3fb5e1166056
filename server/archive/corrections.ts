/**
 * Corrections as facts: put on record, read back, never changed. What they do to a reading is the domain's matter.
 */
import { type Correction, type CorrectionBody, isCatalogueCorrection, type PartnershipMoves, partnershipMoves, type Sha256, amendments, type CatalogueCorrection, standing } from "../../snapshots/index.ts";
import { type Database, perDatabase } from "./database.ts";
import { EARLIER } from "./lineage.ts";

export interface NewCorrection {
  /** The number of the document that it concerns; null for a link and the catalogue. */
  readonly document: number | null;
  /** Numbers of all documents that it touches. */
  readonly touches: readonly number[];
  readonly body: CorrectionBody;
  readonly before: string;
  readonly after: string;
  readonly author: string;
  readonly reason: string;
  readonly madeAt: string;
}

interface Row {
  readonly id: number;
  readonly sha256: Sha256 | null;
  readonly body: string;
  readonly author: string;
  readonly reason: string;
  readonly madeAt: string;
}

const SELECT = "SELECT c.id, d.sha256, c.body, c.author, c.reason, c.made_at AS madeAt FROM corrections AS c LEFT JOIN documents AS d ON d.id = c.document";

/** Puts a correction on record and answers its number. */
export function insertCorrection(db: Database, { document, touches, body, before, after, author, reason, madeAt }: NewCorrection): number {
  const { lastInsertRowid } = db
    .prepare("INSERT INTO corrections (document, kind, body, before, after, author, reason, made_at) VALUES (:document, :kind, :body, :before, :after, :author, :reason, :madeAt)")
    .run({ document, kind: body.kind, body: JSON.stringify(body), before, after, author, reason, madeAt });
  const touch = db.prepare("INSERT INTO correction_documents (correction, document) VALUES (:correction, :document)");
  for (const one of new Set(touches)) touch.run({ correction: lastInsertRowid, document: one });
  return Number(lastInsertRowid);
}

/** All corrections that touch a document or a version before it, in the order in which they were made; undone ones and undoings too. */
export function correctionsTouching(db: Database, document: number): Correction[] {
  return db.prepare<{ document: number }, Row>(`${SELECT} WHERE c.id IN (SELECT cd.correction FROM correction_documents AS cd WHERE cd.document IN (${EARLIER})) ORDER BY c.id`).all({ document }).map(correctionOf);
}

const catalogue = perDatabase((db) => db.prepare<[], Row>(`${SELECT} WHERE c.document IS NULL AND NOT EXISTS (SELECT 1 FROM correction_documents AS cd WHERE cd.correction = c.id) ORDER BY c.id`));

/** Corrections of the whole archive's catalogue, and undoings that concern no document. */
export function catalogueCorrections(db: Database): Correction[] {
  return catalogue(db).all().map(correctionOf);
}

export function allCorrections(db: Database): Correction[] {
  return db.prepare<[], Row>(`${SELECT} ORDER BY c.id`).all().map(correctionOf);
}

export function findCorrection(db: Database, id: number): Correction | null {
  const row = db.prepare<{ id: number }, Row>(`${SELECT} WHERE c.id = :id`).get({ id });
  return row === undefined ? null : correctionOf(row);
}

/** Numbers of the documents that a correction touches. */
export function touchedBy(db: Database, correction: number): number[] {
  return db.prepare<{ correction: number }, number>("SELECT document FROM correction_documents WHERE correction = :correction ORDER BY document").pluck().all({ correction });
}

/** Names all that stands on a document; the empty text where nothing does. */
export function revisionOf(corrections: readonly Correction[]): string {
  return standing(corrections)
    .map((one) => one.id)
    .join(" ");
}

/** Where partnerships went. */
export function movesIn(db: Database): PartnershipMoves {
  return partnershipMoves(catalogueCorrections(db));
}

/** What people added to the knowledge that documents are read with. */
export function amendmentsIn(db: Database): CatalogueCorrection[] {
  return amendments(catalogueCorrections(db).filter(({ body }) => body.kind === "undo" || isCatalogueCorrection(body)));
}

/** Takes over the corrections of another archive that are not here yet, with their numbers. The documents must be there. */
export function copyCorrections(target: Database, from: Database): void {
  const columns = { corrections: "id, document, kind, body, before, after, author, reason, made_at", correction_documents: "id, correction, document" } as const;
  const after = latestCorrection(target);
  const facts = from.prepare<{ after: number }, Record<string, string | number | null>>(`SELECT ${columns.corrections} FROM corrections WHERE id > :after ORDER BY id`).all({ after });
  const touches = from.prepare<{ after: number }, Record<string, string | number | null>>(`SELECT ${columns.correction_documents} FROM correction_documents WHERE correction > :after ORDER BY id`).all({ after });
  const fact = target.prepare(`INSERT INTO corrections (${columns.corrections}) VALUES (:id, :document, :kind, :body, :before, :after, :author, :reason, :made_at)`);
  const touch = target.prepare(`INSERT INTO correction_documents (${columns.correction_documents}) VALUES (:id, :correction, :document)`);
  for (const row of facts) fact.run(row);
  for (const row of touches) touch.run(row);
}

/** The number of the latest correction; 0 where there is none. */
export function latestCorrection(db: Database): number {
  return Number(db.prepare("SELECT COALESCE(MAX(id), 0) FROM corrections").pluck().get());
}

function correctionOf({ id, sha256, body, author, reason, madeAt }: Row): Correction {
  return { id, document: sha256, body: JSON.parse(body), author, reason, madeAt };
}
