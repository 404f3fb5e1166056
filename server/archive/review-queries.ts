/**
 * What is doubtful: commitments that the reading is not sure of, links that are weak, partnerships and dates that the
 * text itself does not tell, and corrections that an edit of their document left behind. What a person decided is not
 * doubtful any more. Only the newest version of a document is looked at.
 */
import type { Change, IsoDate, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { type DeskReader, REVIEW_KINDS, type ReviewItem, type UnfitRecord } from "./desk-types.ts";
import { isDoubtfulDate, isDoubtfulPartnership } from "./doubting.ts";
import { SUPERSEDED } from "./superseded.ts";

/** Something in doubt, found without its words: thousands may wait, and one at a time is looked at. */
interface Doubt {
  readonly id: string;
  readonly kind: ReviewItem["kind"];
  readonly partnership: Slug | null;
  readonly doubt: number;
  tell(): readonly ReviewItem[];
}

export function reviewQuery(db: Database, unfit: () => readonly UnfitRecord[]): DeskReader["review"] {
  return ({ offset, limit }, { kind, partnership } = {}) => {
    const all = [...leftBehind(db, unfit()), ...unsureDocuments(db), ...unsureLinks(db), ...unsureCommitments(db)];
    const [ofKind, within] = [all.filter((one) => kind === undefined || one.kind === kind), all.filter((one) => partnership === undefined || one.partnership === partnership)];
    const found = ofKind.filter((one) => partnership === undefined || one.partnership === partnership).toSorted((a, b) => b.doubt - a.doubt || (a.id < b.id ? -1 : 1));
    return {
      items: found.slice(offset, offset + limit).flatMap((one) => one.tell()),
      total: found.length,
      kinds: REVIEW_KINDS.map((one) => ({ kind: one, count: within.filter((doubt) => doubt.kind === one).length })).filter(({ count }) => count > 0),
      partnerships: countBy(ofKind.flatMap((one) => one.partnership ?? [])),
    };
  };
}

function countBy(slugs: readonly Slug[]): { readonly slug: Slug; readonly count: number }[] {
  const counts = new Map<Slug, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return [...counts].map(([slug, count]) => ({ slug, count }));
}

/** A doubt of which everything is known already. */
function doubtOf(item: ReviewItem, partnership: Slug | null): Doubt {
  return { id: item.id, kind: item.kind, partnership, doubt: item.doubt, tell: () => [item] };
}

// The bounds below stand in the indexes of what is in doubt, too, and have to be the same to be found there. A commitment under
// 0.65 is looked at by a person; a link under 0.5 is more likely than not to be right, but not by much.

function unsureCommitments(db: Database): Doubt[] {
  const told = db.prepare<{ key: string }, { json: string; sha256: Sha256; title: string }>("SELECT c.json, s.sha256, s.title FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE c.key = :key");
  return db
    .prepare<[], { key: string; confidence: number; partnership: Slug | null }>(
      `SELECT key, json_extract(json, '$.confidence') AS confidence, (SELECT s.partnership FROM snapshots AS s WHERE s.document = commitments.document) AS partnership
       FROM commitments WHERE json_extract(json, '$.confidence') < 0.65 AND document NOT IN (${SUPERSEDED}) ORDER BY confidence, key`,
    )
    .all()
    .map(({ key, confidence, partnership }): Doubt => {
      const [id, doubt] = [`commitment ${key}`, 1 - confidence];
      return { id, kind: "commitment", partnership, doubt, tell: () => told.all({ key }).map(({ json, sha256, title }): ReviewItem => ({ kind: "commitment", id, commitment: JSON.parse(json), sha256, title, doubt })) };
    });
}

function unsureLinks(db: Database): Doubt[] {
  const plain = db.prepare<{ key: string }, { id: string; plain: string }>("SELECT key AS id, plain FROM commitments WHERE key = :key");
  const days = db.prepare<{ partnership: Slug; after: IsoDate }, { before: IsoDate }>("SELECT before_held AS before FROM comparisons WHERE partnership = :partnership AND after_held = :after");
  const spell = (ids: readonly string[]) => ids.flatMap((key) => plain.get({ key }) ?? []);
  return db
    .prepare<[], { json: string; partnership: Slug; after: IsoDate }>(
      `SELECT json, partnership, after_held AS after FROM changes WHERE json_extract(json, '$.match.score') < 0.5
       AND json_extract(json, '$.match.certainty') <> 'sure' AND json_extract(json, '$.ruling') IS NULL ORDER BY partnership, after_held, ordinal`,
    )
    .all()
    .flatMap(({ json, partnership, after }): Doubt[] => {
      const change: Change = JSON.parse(json);
      if (change.match === null) return [];
      const { score, why } = change.match;
      const [id, doubt] = [`link ${change.id}`, 1 - score];
      const tell = (): ReviewItem[] =>
        days.all({ partnership, after }).map(({ before }) => ({ kind: "link", id, partnership, before: { held: before, commitments: spell(change.before) }, after: { held: after, commitments: spell(change.after) }, why, score, doubt }));
      return [{ id, kind: "link", partnership, doubt, tell }];
    });
}

function leftBehind(db: Database, unfit: readonly UnfitRecord[]): Doubt[] {
  const within = db.prepare<{ sha256: Sha256 }, Slug | null>("SELECT partnership FROM snapshots WHERE sha256 = :sha256").pluck();
  return unfit.flatMap(({ correction, version }): Doubt[] => {
    if (version === null) return [];
    return [doubtOf({ kind: "correction", id: `correction ${correction.id}`, correction, ...version, doubt: 1 }, within.get({ sha256: version.sha256 }) ?? null)];
  });
}

/** Most texts that name no partnership belong to none: they wait behind all that is doubtful in earnest. */
const DOUBT = { none: 0.1, derived: 0.6, date: 0.8 };

function unsureDocuments(db: Database): Doubt[] {
  const rows = db.prepare<[], { sha256: Sha256; title: string; published: IsoDate; partnership: Slug | null; rest: string }>(`SELECT sha256, title, published, partnership, rest FROM snapshots WHERE document NOT IN (${SUPERSEDED}) ORDER BY document`);
  return rows.all().flatMap(({ sha256, title, published, partnership, rest }): Doubt[] => {
    const { publishedBasis, partnership: read, corrections = [] }: Pick<Snapshot, "partnership" | "corrections"> & { readonly publishedBasis: string } = JSON.parse(rest);
    const decided = (kind: string): boolean => corrections.some((mark) => mark.kind === kind);
    const common = { sha256, title, evidence: [] };
    const items: ReviewItem[] = [];
    if (isDoubtfulPartnership(read.basis) && !decided("partnership")) {
      items.push({ kind: "partnership", id: `partnership ${sha256}`, ...common, value: partnership ?? "", basis: read.basis, evidence: read.evidence.map((one) => one.quote), doubt: read.basis === "none" ? DOUBT.none : DOUBT.derived });
    }
    if (isDoubtfulDate(publishedBasis) && !decided("published")) items.push({ kind: "date", id: `date ${sha256}`, ...common, value: published, basis: publishedBasis, doubt: DOUBT.date });
    return items.map((item) => doubtOf(item, partnership));
  });
}
