/**
 * Questions about partnerships and their meetings.
 */
import type { IsoDate, Priority, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import type { DocumentQueries } from "./document-queries.ts";
import { conditions, remember } from "./filtering.ts";
import { keepLatest, keepLists } from "./latest.ts";
import type { ArchiveReader, DocumentSummary, MeetingPoint, MeetingSummary, PartnershipSummary } from "./types.ts";

/** Meetings of which the documents are kept until something is written, and partnerships: every address below one asks for it. */
const KEPT = 2_000;
/** Lists that are kept until something is written: lanes of the timeline, which pages and filters share. */
const LISTS = 128;

const PARTNERSHIP = `
  SELECT p.slug, p.name, p.parties, p.meetings, p.documents, p.first_held AS firstHeld, p.last_held AS lastHeld, c.before_held AS before, c.after_held AS after, c.figures
  FROM partnerships AS p LEFT JOIN comparisons AS c ON c.partnership = p.slug AND c.after_held = p.last_held`;

/** The comparison of a partnership's latest meeting is found by its key, for each partnership on the page. */
interface PartnershipRow extends Omit<PartnershipSummary, "parties" | "latest"> {
  readonly parties: string;
  readonly before: IsoDate | null;
  readonly after: IsoDate | null;
  readonly figures: string | null;
}

const COLUMNS = "m.partnership, p.name AS partnershipName, m.held, m.name, m.ordinal, m.place, m.commitments, c.before_held AS before, c.figures";
const FROM = `
  FROM meetings AS m JOIN partnerships AS p ON p.slug = m.partnership LEFT JOIN comparisons AS c ON c.partnership = m.partnership AND c.after_held = m.held`;

interface MeetingRow extends Omit<MeetingSummary, "documents" | "since"> {
  readonly before: IsoDate | null;
  readonly figures: string | null;
}

/** What a filter asks of a meeting, whose table is called `m`. */
export const MEETING_FRAGMENTS = {
  partnership: "m.partnership = :partnership",
  party: "EXISTS (SELECT 1 FROM partnership_parties AS pp WHERE pp.party = :party AND pp.partnership = m.partnership)",
  topic: "EXISTS (SELECT 1 FROM meeting_topics AS t WHERE t.partnership = m.partnership AND t.held = m.held AND t.topic = :topic)",
  kind: "EXISTS (SELECT 1 FROM changes AS ch WHERE ch.kind = :kind AND ch.after_held = m.held AND ch.partnership = m.partnership)",
  since: "m.held >= :since",
  until: "m.held < :until",
} as const;

type Values = Record<string, string | number>;

export function meetingQueries(db: Database, documents: DocumentQueries): Pick<ArchiveReader, "partnerships" | "partnership" | "meetings" | "line" | "meeting"> {
  const summarise = ({ partnership, partnershipName, held, name, ordinal, place, commitments, before, figures }: MeetingRow): MeetingSummary => ({
    ...{ partnership, partnershipName, held, name, ordinal, place, commitments },
    documents: summaries(`${partnership} ${held}`, () => documents.summaries(partnership, held)),
    since: before === null || figures === null ? null : { before, figures: JSON.parse(figures) },
  });
  const one = db.prepare<Values, MeetingRow & { readonly priorities: string }>(`SELECT ${COLUMNS}, m.priorities ${FROM} WHERE m.partnership = :partnership AND m.held = :held`);
  const previous = db.prepare<Values, IsoDate>("SELECT held FROM meetings WHERE partnership = :partnership AND held < :held ORDER BY held DESC LIMIT 1").pluck();
  const next = db.prepare<Values, IsoDate>("SELECT held FROM meetings WHERE partnership = :partnership AND held > :held ORDER BY held LIMIT 1").pluck();
  const points = db.prepare<Values, MeetingPoint>("SELECT partnership, held, commitments FROM meetings WHERE partnership = :partnership ORDER BY held DESC LIMIT :limit");
  const summaries = keepLatest<readonly DocumentSummary[]>(db, KEPT);
  const rows = remember((tail: string) => db.prepare<Values, MeetingRow>(`SELECT ${COLUMNS} ${FROM} ${tail}`));
  const totals = remember((where: string) => db.prepare<Values, number>(`SELECT COUNT(*) FROM meetings AS m ${where}`).pluck());
  const lists = keepLists<ReturnType<ArchiveReader["meetings"]>>(db, LISTS);
  const list: ArchiveReader["meetings"] = (filter, { offset, limit, newestFirst }) => {
    const { where, values } = conditions(filter, MEETING_FRAGMENTS);
    const order = newestFirst ? "m.held DESC, m.partnership" : "m.held, m.partnership";
    const items = rows(`${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`).all({ ...values, limit, offset }).map(summarise);
    return { items, total: totals(where).get({ ...values }) ?? 0, offset, limit };
  };
  return {
    ...partnershipQueries(db),
    meetings: (filter, slice) => lists({ ...slice, filter }, () => list(filter, slice)),
    line: (partnership, limit) => points.all({ partnership, limit }),
    meeting(partnership, held) {
      const row = one.get({ partnership, held });
      if (row === undefined) return null;
      const summary = summarise(row);
      const snapshots = summary.documents.flatMap((document) => documents.snapshot(document.sha256) ?? []);
      const priorities: readonly Priority[] = JSON.parse(row.priorities);
      return { ...summary, copies: documents.copies(partnership, held), snapshots, priorities, previous: previous.get({ partnership, held }) ?? null, next: next.get({ partnership, held }) ?? null };
    },
  };
}

function partnershipQueries(db: Database): Pick<ArchiveReader, "partnerships" | "partnership"> {
  const having = (where: string): string => (where === "" ? "" : `WHERE EXISTS (SELECT 1 FROM meetings AS m ${where} AND m.partnership = p.slug)`);
  const page = remember((where: string) => db.prepare<Values, PartnershipRow>(`${PARTNERSHIP} ${having(where)} ORDER BY p.last_held DESC, p.slug LIMIT :limit OFFSET :offset`));
  const total = remember((where: string) => db.prepare<Values, number>(`SELECT COUNT(*) FROM partnerships AS p ${having(where)}`).pluck());
  const one = db.prepare<{ slug: Slug }, PartnershipRow>(`${PARTNERSHIP} WHERE p.slug = :slug`);
  const known = keepLatest<PartnershipSummary | null>(db, KEPT);
  const lists = keepLists<ReturnType<ArchiveReader["partnerships"]>>(db, LISTS);
  return {
    partnerships: ({ offset, limit } = { offset: 0, limit: 1_000 }, filter = {}) =>
      lists({ filter, offset, limit }, () => {
        const { where, values } = conditions(filter, MEETING_FRAGMENTS);
        return { items: page(where).all({ ...values, offset, limit }).map(summariseOne), total: total(where).get({ ...values }) ?? 0, offset, limit };
      }),
    partnership: (slug) =>
      known(slug, () => {
        const row = one.get({ slug });
        return row === undefined ? null : summariseOne(row);
      }),
  };
}

function summariseOne({ before, after, figures, parties, ...row }: PartnershipRow): PartnershipSummary {
  const latest = before === null || after === null || figures === null ? null : { before, after, figures: JSON.parse(figures) };
  return { ...row, parties: JSON.parse(parties), latest };
}
