/**
 * Whether a correction fits the archive as it is, and what readers see before and after it. Writes nothing.
 */
import {
  type Anchor,
  type CatalogueCorrection,
  type CorrectionBody,
  correctSnapshot,
  isCatalogueCorrection,
  isCommitmentCorrection,
  isLinkCorrection,
  type LinkCorrection,
  overlap,
  type Slug,
  type Snapshot,
  undoings,
} from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { type Refusal, type RefusalCode, refusal } from "../refusals.ts";
import type { CorrectionRequest } from "./correcting.ts";
import { allCorrections, correctionsTouching, findCorrection, touchedBy } from "./corrections.ts";
import type { Database } from "./database.ts";
import { factAt, numberOf } from "./facts.ts";
import { anchorLinks } from "./rulings.ts";

export type Trial =
  | {
      readonly kind: "fits";
      /** The number of the document that it concerns, or null. */
      readonly document: number | null;
      readonly touches: readonly number[];
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A number that no correction has yet. */
const PROVISIONAL = Number.MAX_SAFE_INTEGER;

export function attempt(db: Database, reading: () => Reading, request: CorrectionRequest): Trial {
  const { body } = request;
  if (body.kind === "undo") return attemptUndo(db, body.of);
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
  const clash = clashOf(body, correctSnapshot(read.snapshot, here).snapshot);
  if (clash !== null) return refuse("correction-overlaps", clash);
  const { snapshot, unfit } = correctSnapshot(read.snapshot, [...here, { id: PROVISIONAL, document: fact.sha256, body, author, reason, madeAt: "" }]);
  const why = unfit.find((one) => one.correction.id === PROVISIONAL)?.why;
  if (why !== undefined) return refuse("correction-unfit", asDetail(why));
  const mark = snapshot.corrections?.find((one) => one.id === PROVISIONAL);
  return { kind: "fits", document: id, touches: [id], before: mark?.before ?? "", after: mark?.after ?? "" };
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

function attemptUndo(db: Database, of: number): Trial {
  const target = findCorrection(db, of);
  if (target === null) return refuse("no-such-correction");
  if (undoings(allCorrections(db)).has(of)) return refuse("already-undone");
  const shown = db.prepare<{ of: number }, { document: number | null; before: string; after: string }>("SELECT document, before, after FROM corrections WHERE id = :of").get({ of });
  return { kind: "fits", document: shown?.document ?? null, touches: touchedBy(db, of), before: shown?.after ?? "", after: shown?.before ?? "" };
}

function attemptLink(db: Database, body: LinkCorrection): Trial {
  const { unfit } = anchorLinks(db, [{ id: PROVISIONAL, document: null, body, author: "", reason: "", madeAt: "" }]);
  const anchors = [...body.before, ...body.after];
  const touches = anchors.flatMap(({ sha256 }) => numberOf(db, sha256) ?? []);
  if (unfit.length > 0 || touches.length < anchors.length) return refuse("correction-unfit", "a commitment that it speaks of is not read");
  if (body.before.some((one) => body.after.some((other) => one.sha256 === other.sha256))) return refuse("correction-unfit", "commitments of one document are not compared with each other");
  return { kind: "fits", document: null, touches, before: words(body.before), after: `${words(body.after)}${body.kind === "change-kind" ? ` (${body.value})` : ""}` };
}

function words(anchors: readonly Anchor[]): string {
  return anchors.map(({ quote }) => quote.replace(/\s+/g, " ")).join(" | ");
}

function attemptCatalogue(db: Database, body: CatalogueCorrection): Trial {
  const fits = (before: string, after: string): Trial => ({ kind: "fits", document: null, touches: [], before, after });
  const there = (slug: Slug): boolean => db.prepare("SELECT 1 FROM partnerships WHERE slug = :slug").get({ slug }) !== undefined;
  switch (body.kind) {
    case "rename-partnership":
      if (!there(body.from)) return refuse("no-such-partnership", body.from);
      return body.from !== body.to && there(body.to) ? refuse("partnership-exists", body.to) : fits(body.from, `${body.to} (${body.name})`);
    case "merge-partnerships":
      if (!there(body.from)) return refuse("no-such-partnership", body.from);
      return there(body.to) && body.from !== body.to ? fits(body.from, body.to) : refuse("no-such-partnership", body.to);
    case "add-alias":
      return fits("", `${body.partnership}: ${body.value}`);
    case "add-party":
    case "add-topic":
      return fits("", body.value.name);
  }
}

function refuse(code: RefusalCode, detail?: string): Trial {
  return { kind: "refused", refusal: refusal(code, detail) };
}

/** A sentence as it stands within brackets of another. */
function asDetail(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, "");
}
