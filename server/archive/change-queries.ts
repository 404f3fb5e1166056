/**
 * Questions about what changed: the stream of changes, comparisons of any two meetings, milestones.
 */
import type { Change, Commitment, Comparison, IsoDate, Sha256, Side, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { keepLists } from "./latest.ts";
import { noteQuery } from "./noting.ts";
import { rulingsOf } from "./rulings.ts";
import { SUPERSEDED } from "./superseded.ts";
import { conditions, remember } from "./filtering.ts";
import type { ArchiveReader, ChangeRecord, MeetingRecord, TimelineMilestone } from "./types.ts";

type Values = Record<string, string | number>;

export interface ChangeRow {
  readonly partnership: Slug;
  readonly partnershipName: string;
  readonly before: IsoDate;
  readonly after: IsoDate;
  /** The day on which it is news. */
  readonly told: IsoDate;
  readonly json: string;
}

/** Stored changes with the names and days that they are told with, as `ch`, `p` and `c`. */
export const CHANGE = `
  SELECT ch.partnership, p.name AS partnershipName, c.before_held AS before, ch.after_held AS after, ch.told, ch.json
  FROM changes AS ch JOIN partnerships AS p ON p.slug = ch.partnership JOIN comparisons AS c ON c.partnership = ch.partnership AND c.after_held = ch.after_held`;

/** What a filter asks of a change, whose table is called `ch`. */
export const CHANGE_FRAGMENTS = {
  partnership: "ch.partnership = :partnership",
  party: "EXISTS (SELECT 1 FROM partnership_parties AS pp WHERE pp.party = :party AND pp.partnership = ch.partnership)",
  topic: "ch.topic = :topic",
  kind: "ch.kind = :kind",
  since: "ch.told >= :since",
  until: "ch.told < :until",
} as const;

/** Puts the words of its commitments to a stored change. */
export function describeChanges(db: Database): (row: ChangeRow) => ChangeRecord {
  const words = db.prepare<Values, ChangeRecord["beforeCommitments"][number]>(
    "SELECT c.key AS id, c.plain, s.sha256, s.kind AS documentKind FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE c.key = :id",
  );
  const note = noteQuery(db);
  const spell = (ids: readonly string[]) => ids.flatMap((id) => words.get({ id }) ?? []);
  return ({ json, told, ...row }) => {
    const { id, kind, stage, force, topic, details, match, reason, before, after }: Change = JSON.parse(json);
    return { ...row, ...(told === row.after ? {} : { told }), id, kind, stage, force, topic, details, match, reason, note: note("change", id), beforeCommitments: spell(before), afterCommitments: spell(after) };
  };
}

export function changeQueries(db: Database): Pick<ArchiveReader, "changes" | "change" | "milestones"> {
  const describe = describeChanges(db);
  const rows = remember((where: string) => db.prepare<Values, ChangeRow>(`${CHANGE} ${where} ORDER BY ch.told DESC, ch.partnership, ch.after_held DESC, ch.ordinal LIMIT :limit OFFSET :offset`));
  const totals = remember((where: string) => db.prepare<Values, number>(`SELECT COUNT(*) FROM changes AS ch ${where}`).pluck());
  const named = db.prepare<Values, ChangeRow>(`${CHANGE} WHERE ch.partnership = :partnership AND ch.after_held = :after AND c.before_held = :before AND ch.id = :id ORDER BY ch.ordinal LIMIT 1`);
  return {
    changes(filter, { offset, limit }) {
      const { where, values } = conditions(filter, CHANGE_FRAGMENTS);
      return { items: rows(where).all({ ...values, limit, offset }).map(describe), total: totals(where).get({ ...values }) ?? 0, offset, limit };
    },
    change(partnership, [before, after], id) {
      const row = named.get({ partnership, before, after, id });
      return row === undefined ? null : describe(row);
    },
    milestones: milestoneQuery(db),
  };
}

/** Lists of milestones that are kept until something is written. */
const LISTS = 128;

const MILESTONES = {
  partnership: "m.partnership = :partnership",
  party: "EXISTS (SELECT 1 FROM partnership_parties AS pp WHERE pp.party = :party AND pp.partnership = m.partnership)",
  topic: "EXISTS (SELECT 1 FROM meeting_topics AS t WHERE t.topic = :topic AND t.partnership = m.partnership)",
  kind: "EXISTS (SELECT 1 FROM changes AS ch WHERE ch.kind = :kind AND ch.partnership = m.partnership)",
  since: "m.date >= :since",
  until: "m.date < :until",
} as const;

function milestoneQuery(db: Database): ArchiveReader["milestones"] {
  const rows = remember((where: string) =>
    db.prepare<Values, TimelineMilestone>(
      `SELECT m.date, m.start, m."end", m.quote, m.plain, m.partnership, s.sha256, s.title AS documentTitle
       FROM milestones AS m JOIN snapshots AS s ON s.document = m.document ${where === "" ? "WHERE" : `${where} AND`} m.partnership IS NOT NULL AND m.document NOT IN (${SUPERSEDED})
       ORDER BY m.date DESC, m.document, m.ordinal LIMIT :limit`,
    ),
  );
  const lists = keepLists<readonly TimelineMilestone[]>(db, LISTS);
  return (filter, limit) =>
    lists({ filter, limit }, () => {
      const { where, values } = conditions(filter, MILESTONES);
      return rows(where).all({ ...values, limit });
    });
}

/** Answers what changed at a meeting, as it is stored. */
export function comparedQuery(db: Database): ArchiveReader["compared"] {
  const stored = db.prepare<Values, { before: IsoDate; figures: string; priorities: string }>("SELECT before_held AS before, figures, priorities FROM comparisons WHERE partnership = :slug AND after_held = :after");
  const changes = db.prepare<Values, string>("SELECT json FROM changes WHERE partnership = :slug AND after_held = :after ORDER BY ordinal").pluck();
  return (slug, after) => {
    const row = stored.get({ slug, after });
    if (row === undefined) return null;
    return { before: row.before, after, comparison: { changes: changes.all({ slug, after }).map((json): Change => JSON.parse(json)), priorities: JSON.parse(row.priorities), figures: JSON.parse(row.figures) } };
  };
}

/** Answers the comparison of any two meetings: the stored one for neighbours, else a fresh one. */
export function comparisonQuery(db: Database, reader: Pick<ArchiveReader, "partnership" | "meeting" | "compared">, compare: (before: Side, after: Side) => Comparison): ArchiveReader["across"] {
  const neighbours = db.prepare<Values, number>("SELECT 1 FROM comparisons WHERE partnership = :slug AND after_held = :after AND before_held = :before").pluck();
  const load = (slug: Slug, before: IsoDate, after: IsoDate): Comparison | null => (neighbours.get({ slug, before, after }) === undefined ? null : (reader.compared(slug, after)?.comparison ?? null));
  return (from, to) => {
    const before = reader.meeting(from.partnership, from.held);
    const after = reader.meeting(to.partnership, to.held);
    if (before === null || after === null) return null;
    const one = from.partnership === to.partnership;
    const comparison = (one ? load(from.partnership, from.held, to.held) : null) ?? compare(sideOf(db, before), sideOf(db, after));
    return { partnership: one ? reader.partnership(from.partnership) : null, before, after, comparison, commitments: commitmentsOf([before, after]) };
  };
}

function sideOf(db: Database, { snapshots }: MeetingRecord): Side {
  const rulings = rulingsOf(db, snapshots.map((snapshot) => snapshot.document.sha256));
  return rulings.length === 0 ? { snapshots } : { snapshots, rulings };
}

function commitmentsOf(meetings: readonly MeetingRecord[]): ReadonlyMap<string, Commitment & { readonly sha256: Sha256; readonly held: IsoDate }> {
  const all = meetings.flatMap(({ held, snapshots }) => snapshots.flatMap(({ document, commitments }) => commitments.map((commitment) => ({ ...commitment, sha256: document.sha256, held }))));
  return new Map(all.map((commitment) => [commitment.id, commitment]));
}
