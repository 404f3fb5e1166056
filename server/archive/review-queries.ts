/**
 * What is doubtful: commitments that the reading is not sure of, links that are weak, and
 * partnerships and dates that the text itself does not tell. What a person decided is not doubtful any more.
 */
import type { Change, Commitment, IsoDate, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import type { DeskReader, ReviewItem } from "./desk-types.ts";

/** Below this confidence a commitment is looked at by a person. */
const UNSURE = 0.65;
/** Below this score a link is: more likely than not to be right, but not by much. */
const WEAK = 0.5;
/** Dates that come from outside the document. */
const WEAK_DATES = ["file-name"];

export function reviewQuery(db: Database): DeskReader["review"] {
  return ({ offset, limit }) => {
    const all = [...unsureDocuments(db), ...unsureLinks(db), ...unsureCommitments(db)].toSorted((a, b) => b.doubt - a.doubt || (a.id < b.id ? -1 : 1));
    return { items: all.slice(offset, offset + limit), total: all.length };
  };
}

function unsureCommitments(db: Database): ReviewItem[] {
  return db
    .prepare<{ unsure: number }, { json: string; sha256: Sha256; title: string }>(
      `SELECT c.json, s.sha256, s.title FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE json_extract(c.json, '$.confidence') < :unsure ORDER BY c.id`,
    )
    .all({ unsure: UNSURE })
    .map(({ json, sha256, title }) => {
      const commitment: Commitment = JSON.parse(json);
      return { kind: "commitment", id: `commitment ${commitment.id}`, commitment, sha256, title, doubt: 1 - commitment.confidence };
    });
}

function unsureLinks(db: Database): ReviewItem[] {
  const plain = db.prepare<{ key: string }, { id: string; plain: string }>("SELECT key AS id, plain FROM commitments WHERE key = :key");
  const rows = db.prepare<{ weak: number }, { json: string; partnership: Slug; before: IsoDate; after: IsoDate }>(
    `SELECT ch.json, ch.partnership, c.before_held AS before, ch.after_held AS after FROM changes AS ch JOIN comparisons AS c USING (partnership, after_held)
     WHERE json_extract(ch.json, '$.match.certainty') <> 'sure' AND json_extract(ch.json, '$.match.score') < :weak AND json_extract(ch.json, '$.ruling') IS NULL ORDER BY ch.partnership, ch.after_held, ch.ordinal`,
  );
  return rows.all({ weak: WEAK }).flatMap(({ json, partnership, before, after }): ReviewItem[] => {
    const change: Change = JSON.parse(json);
    if (change.match === null) return [];
    const spell = (ids: readonly string[]) => ids.flatMap((key) => plain.get({ key }) ?? []);
    const { score, why } = change.match;
    return [{ kind: "link", id: `link ${change.id}`, partnership, before: { held: before, commitments: spell(change.before) }, after: { held: after, commitments: spell(change.after) }, why, score, doubt: 1 - score }];
  });
}

function unsureDocuments(db: Database): ReviewItem[] {
  const rows = db.prepare<[], { sha256: Sha256; title: string; published: IsoDate; partnership: Slug | null; rest: string }>("SELECT sha256, title, published, partnership, rest FROM snapshots ORDER BY document");
  return rows.all().flatMap(({ sha256, title, published, partnership, rest }): ReviewItem[] => {
    const { publishedBasis, partnership: read, corrections = [] }: Pick<Snapshot, "partnership" | "corrections"> & { readonly publishedBasis: string } = JSON.parse(rest);
    const decided = (kind: string): boolean => corrections.some((mark) => mark.kind === kind);
    const common = { sha256, title, evidence: [] };
    const items: ReviewItem[] = [];
    if ((read.basis === "none" || read.basis === "derived") && !decided("partnership")) {
      items.push({ kind: "partnership", id: `partnership ${sha256}`, ...common, value: partnership ?? "", basis: read.basis, evidence: read.evidence.map((one) => one.quote), doubt: read.basis === "none" ? 1 : 0.6 });
    }
    if (WEAK_DATES.includes(publishedBasis) && !decided("published")) items.push({ kind: "date", id: `date ${sha256}`, ...common, value: published, basis: publishedBasis, doubt: 0.8 });
    return items;
  });
}
