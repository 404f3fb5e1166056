/**
 * Questions of the desk: notes, where addresses lead that have moved, and corrections that fit nothing any more.
 */
import { type IsoDate, isCommitmentCorrection, isDocumentCorrection, isLinkCorrection, type Quote, type Sha256, type Slug, standing, successorOf } from "../../snapshots/index.ts";
import { allCorrections, movesIn } from "./corrections.ts";
import type { Database } from "./database.ts";
import type { DeskReader, NoteRecord, UnfitRecord } from "./desk-types.ts";
import { knownNumberOf } from "./facts.ts";
import { actQuery, historyQuery } from "./history-queries.ts";
import { latestVersion } from "./lineage.ts";
import { noteQuery } from "./noting.ts";
import { reviewQuery } from "./review-queries.ts";
import { anchorLinks } from "./rulings.ts";
import { loadSnapshot } from "./snapshot-rows.ts";

export function deskQueries(db: Database): DeskReader {
  const notes = db.prepare<[], NoteRecord>("SELECT subject, target, version, text, author, made_at AS madeAt FROM notes ORDER BY id");
  return {
    note: noteQuery(db),
    notes: () => notes.all(),
    ...movedQueries(db),
    history: historyQuery(db),
    act: actQuery(db),
    unfit: () => unfitCorrections(db),
    review: reviewQuery(db, () => unfitCorrections(db)),
  };
}

function movedQueries(db: Database): Pick<DeskReader, "movedPartnership" | "movedMeeting" | "successor" | "gaveOut"> {
  const witness = db.prepare<{ partnership: string; held: string }, { partnership: Slug; held: IsoDate }>(
    `SELECT md.partnership, md.held FROM retired_meetings AS r JOIN meeting_documents AS md ON md.document = r.document WHERE r.partnership = :partnership AND r.held = :held`,
  );
  const meeting = db.prepare<{ partnership: string; held: string }, number>("SELECT 1 FROM meetings WHERE partnership = :partnership AND held = :held").pluck();
  const current = db.prepare<{ key: string }, number>("SELECT 1 FROM commitments WHERE key = :key").pluck();
  const retired = db.prepare<{ key: string }, number>("SELECT 1 FROM retired_commitments WHERE key = :key").pluck();
  const movedPartnership = (slug: Slug): Slug | null => movesIn(db).redirects.get(slug) ?? null;
  return {
    movedPartnership,
    movedMeeting(partnership, held) {
      if (meeting.get({ partnership, held }) !== undefined) return null;
      const now = movedPartnership(partnership);
      if (now !== null && meeting.get({ partnership: now, held }) !== undefined) return { partnership: now, held };
      const found = witness.get({ partnership, held }) ?? (now === null ? undefined : witness.get({ partnership: now, held }));
      return found ?? null;
    },
    gaveOut: (id) => current.get({ key: id }) !== undefined || retired.get({ key: id }) !== undefined,
    successor(id) {
      if (current.get({ key: id }) !== undefined) return id;
      const place = placeOf(db, id);
      const snapshot = place === null ? null : loadSnapshot(db, place.sha256);
      return place === null || snapshot === null ? null : (successorOf(place.anchor, snapshot.commitments, snapshot.document.text)?.id ?? null);
    },
  };
}

/** Where a commitment was: by the record of its id, or by the id itself, which names its document and place. */
function placeOf(db: Database, id: string): { readonly sha256: Sha256; readonly anchor: Quote } | null {
  const known = db
    .prepare<{ id: string }, Quote & { readonly sha256: Sha256 }>('SELECT d.sha256, r.start, r."end", r.quote FROM retired_commitments AS r JOIN documents AS d ON d.id = r.document WHERE r.key = :id')
    .get({ id });
  if (known !== undefined) return { sha256: known.sha256, anchor: known };
  const [, prefix, start, end] = /^([0-9a-f]{12})-(\d{1,9})-(\d{1,9})$/.exec(id) ?? [];
  if (prefix === undefined) return null;
  const sha256 = db.prepare<{ from: string; to: string }, Sha256>("SELECT sha256 FROM documents WHERE sha256 >= :from AND sha256 < :to ORDER BY sha256 LIMIT 1").pluck().get({ from: prefix, to: `${prefix}g` });
  return sha256 === undefined ? null : { sha256, anchor: { start: Number(start), end: Number(end), quote: "" } };
}

/** Corrections that stand and left no mark on what is read. */
function unfitCorrections(db: Database): UnfitRecord[] {
  const all = standing(allCorrections(db));
  const shown = db.prepare<{ document: number }, { sha256: Sha256; title: string; marks: string | null }>("SELECT sha256, title, json_extract(rest, '$.corrections') AS marks FROM snapshots WHERE document = :document");
  const lost = all.flatMap((correction): UnfitRecord[] => {
    const { id, body, document } = correction;
    if (document === null || !(isDocumentCorrection(body) || isCommitmentCorrection(body))) return [];
    const now = shown.get({ document: latestVersion(db, knownNumberOf(db, document)) });
    const told: readonly { readonly id: number }[] = JSON.parse(now?.marks ?? "[]");
    if (told.some((mark) => mark.id === id)) return [];
    const edited = now !== undefined && now.sha256 !== document;
    return [{ correction, why: edited ? "It does not fit the new version." : "What it speaks of is no longer read.", version: edited ? { sha256: now.sha256, title: now.title } : null }];
  });
  const links = anchorLinks(db, all.filter(({ body }) => isLinkCorrection(body))).unfit;
  return [...lost, ...links.map((one) => ({ ...one, version: null }))];
}
