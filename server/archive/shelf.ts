/**
 * What planning finds in the archive: a partnership's documents, their snapshots, and the comparisons that
 * still stand. A document that is about to be added can be laid on top.
 */
import type { Change, IsoDate, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import { correctionsTouching, movesIn, revisionOf } from "./corrections.ts";
import { rulingsOf } from "./rulings.ts";
import type { Bridge } from "./bridging.ts";
import type { Database } from "./database.ts";
import { type Member, memberOf } from "./grouping.ts";
import type { Shelf } from "./planning.ts";
import { loadSnapshot } from "./snapshot-rows.ts";
import { EDITED } from "./superseded.ts";

interface MemberRow {
  readonly document: number;
  readonly sha256: Sha256;
  readonly held: IsoDate;
  readonly evidenced: number;
  readonly meetingName: string | null;
  readonly meetingOrdinal: number | null;
  readonly place: string | null;
  readonly partnershipName: string | null;
  readonly parties: string;
  readonly words: number;
  readonly published: IsoDate;
  readonly source: string | null;
}

/** The shelf of a partnership as it stands, with `added` on top. */
export function openShelf(db: Database, slug: Slug, added: Snapshot | null): Shelf {
  const members = loadMembers(db, slug);
  const changes = db.prepare<{ slug: string; after: string }, string>("SELECT json FROM changes WHERE partnership = :slug AND after_held = :after ORDER BY ordinal");
  // Read once: a search for each digest would go through all comparisons every time.
  const digests = new Map(db.prepare<{ slug: string }, [string, IsoDate]>("SELECT digest, after_held FROM comparisons WHERE partnership = :slug").raw().all({ slug }));
  const bridged = new Map(db.prepare<{ slug: string }, [string, string]>("SELECT held, bridged FROM meetings WHERE partnership = :slug").raw().all({ slug }));
  const bridges = db.prepare<{ slug: string; held: string }, { before: IsoDate; after: IsoDate; json: string }>(
    "SELECT before_held AS before, after_held AS after, json FROM bridges WHERE partnership = :slug AND after_held = :held ORDER BY ordinal",
  );
  return {
    members: added === null ? members : [...members, memberOf(added)],
    rulings: rulingsOf(db, members.map((member) => member.sha256)),
    name: movesIn(db).names.get(slug) ?? null,
    snapshot(sha256) {
      const snapshot = added?.document.sha256 === sha256 ? added : loadSnapshot(db, sha256);
      if (snapshot === null) throw new Error(`The snapshot of ${sha256} is gone`);
      return snapshot;
    },
    changes(digest) {
      const after = digests.get(digest);
      if (after === undefined) return null;
      return changes.pluck().all({ slug, after }).map((json): Change => JSON.parse(json));
    },
    bridges(held, digest) {
      if (bridged.get(held) !== digest) return null;
      return bridges.all({ slug, held }).map(({ before, after, json }): Bridge => ({ before, after, change: JSON.parse(json) }));
    },
  };
}

function loadMembers(db: Database, slug: Slug): Member[] {
  const commitments = db.prepare<{ document: number }, Member["commitments"][number]>("SELECT key, topic, stage, plain FROM commitments WHERE document = :document ORDER BY ordinal");
  const rows = db
    .prepare<{ slug: string }, MemberRow>(
      `SELECT document, sha256, held, evidenced, meeting_name AS meetingName, meeting_ordinal AS meetingOrdinal, place, partnership_name AS partnershipName, parties, words, published, source_url AS source
       FROM snapshots WHERE partnership = :slug AND document NOT IN (${EDITED}) ORDER BY document`,
    )
    .all({ slug });
  return rows.map(({ document, ...row }) => ({
    ...row,
    revision: revisionOf(correctionsTouching(db, document)),
    evidenced: row.evidenced === 1,
    parties: JSON.parse(row.parties),
    commitments: commitments.all({ document }),
  }));
}
