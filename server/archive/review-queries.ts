/**
 * What is doubtful: commitments that the reading is not sure of, links that are weak, partnerships and dates that the
 * text itself does not tell, and corrections that an edit of their document left behind. What a person decided is not
 * doubtful any more. Only the newest version of a document is looked at.
 */
import type { Change, IsoDate, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import type { DeskReader, ReviewItem, UnfitRecord } from "./desk-types.ts";
import { isDoubtfulDate, isDoubtfulPartnership } from "./doubting.ts";
import { SUPERSEDED } from "./superseded.ts";

/** Something in doubt, found without its words: thousands may wait, and one at a time is looked at. */
interface Doubt {
  readonly id: string;
  readonly doubt: number;
  tell(): readonly ReviewItem[];
}

export function reviewQuery(db: Database, unfit: () => readonly UnfitRecord[]): DeskReader["review"] {
  return ({ offset, limit }) => {
    const documents = [...leftBehind(unfit()), ...unsureDocuments(db)].map((item): Doubt => ({ id: item.id, doubt: item.doubt, tell: () => [item] }));
    const all = [...documents, ...unsureLinks(db), ...unsureCommitments(db)].toSorted((a, b) => b.doubt - a.doubt || (a.id < b.id ? -1 : 1));
    return { items: all.slice(offset, offset + limit).flatMap((one) => one.tell()), total: all.length };
  };
}

// The bounds below stand in the indexes of what is in doubt, too, and have to be the same to be found there. A commitment under
// 0.65 is looked at by a person; a link under 0.5 is more likely than not to be right, but not by much.

function unsureCommitments(db: Database): Doubt[] {
  const told = db.prepare<{ key: string }, { json: string; sha256: Sha256; title: string }>("SELECT c.json, s.sha256, s.title FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE c.key = :key");
  return db
    .prepare<[], { key: string; confidence: number }>(`SELECT key, json_extract(json, '$.confidence') AS confidence FROM commitments WHERE json_extract(json, '$.confidence') < 0.65 AND document NOT IN (${SUPERSEDED}) ORDER BY confidence, key`)
    .all()
    .map(({ key, confidence }) => {
      const [id, doubt] = [`commitment ${key}`, 1 - confidence];
      return { id, doubt, tell: () => told.all({ key }).map(({ json, sha256, title }): ReviewItem => ({ kind: "commitment", id, commitment: JSON.parse(json), sha256, title, doubt })) };
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
      return [{ id, doubt, tell }];
    });
}

function leftBehind(unfit: readonly UnfitRecord[]): ReviewItem[] {
  return unfit.flatMap(({ correction, version }): ReviewItem[] => (version === null ? [] : [{ kind: "correction", id: `correction ${correction.id}`, correction, ...version, doubt: 1 }]));
}

function unsureDocuments(db: Database): ReviewItem[] {
  const rows = db.prepare<[], { sha256: Sha256; title: string; published: IsoDate; partnership: Slug | null; rest: string }>(`SELECT sha256, title, published, partnership, rest FROM snapshots WHERE document NOT IN (${SUPERSEDED}) ORDER BY document`);
  return rows.all().flatMap(({ sha256, title, published, partnership, rest }): ReviewItem[] => {
    const { publishedBasis, partnership: read, corrections = [] }: Pick<Snapshot, "partnership" | "corrections"> & { readonly publishedBasis: string } = JSON.parse(rest);
    const decided = (kind: string): boolean => corrections.some((mark) => mark.kind === kind);
    const common = { sha256, title, evidence: [] };
    const items: ReviewItem[] = [];
    if (isDoubtfulPartnership(read.basis) && !decided("partnership")) {
      items.push({ kind: "partnership", id: `partnership ${sha256}`, ...common, value: partnership ?? "", basis: read.basis, evidence: read.evidence.map((one) => one.quote), doubt: read.basis === "none" ? 1 : 0.6 });
    }
    if (isDoubtfulDate(publishedBasis) && !decided("published")) items.push({ kind: "date", id: `date ${sha256}`, ...common, value: published, basis: publishedBasis, doubt: 0.8 });
    return items;
  });
}
