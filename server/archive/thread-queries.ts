/**
 * Questions about threads: one commitment followed through the meetings.
 */
import type { Change, Commitment, IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import { type ChangeRow, describeChanges } from "./change-queries.ts";
import type { Database } from "./database.ts";
import type { ArchiveReader, ChangeRecord, Thread, ThreadStop } from "./types.ts";

type Values = Record<string, string | number>;

interface ThreadRow {
  readonly id: string;
  readonly partnership: Slug | null;
  readonly topic: Slug;
  readonly firstHeld: IsoDate;
}

interface CommitmentRow {
  readonly json: string;
  readonly sha256: Sha256;
  readonly documentTitle: string;
  readonly held: IsoDate;
}

interface MeetingRow {
  readonly held: IsoDate;
  readonly name: string | null;
}

const COMMITMENT = `
  SELECT c.json, s.sha256, s.title AS documentTitle, COALESCE(md.held, s.held) AS held
  FROM commitments AS c JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = c.document`;

const THREAD = "SELECT t.id, t.partnership, t.topic, t.first_held AS firstHeld FROM threads AS t";

export function threadQueries(db: Database): Pick<ArchiveReader, "thread" | "threads"> {
  const ofCommitment = db.prepare<Values, ThreadRow>(`${THREAD} JOIN thread_commitments AS tc ON tc.thread = t.id JOIN commitments AS c ON c.id = tc.commitment WHERE c.key = :id`);
  const alone = db.prepare<Values, ThreadRow>(
    `SELECT c.key AS id, s.partnership, c.topic, COALESCE(md.held, s.held) AS firstHeld
     FROM commitments AS c JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = c.document WHERE c.key = :id`,
  );
  const page = db.prepare<Values, ThreadRow>(`${THREAD} WHERE t.partnership = :slug ORDER BY t.meetings DESC, t.last_held DESC, t.id LIMIT :limit OFFSET :offset`);
  const total = db.prepare<Values, number>("SELECT COUNT(*) FROM threads WHERE partnership = :slug").pluck();
  const build = threadBuilder(db);
  return {
    thread(id) {
      const row = ofCommitment.get({ id }) ?? alone.get({ id });
      return row === undefined ? null : build(row);
    },
    threads: (slug, { offset, limit }) => ({ items: page.all({ slug, limit, offset }).map(build), total: total.get({ slug }) ?? 0, offset, limit }),
  };
}

/** Stops at every meeting from the first that spoke of it to the partnership's latest, the silent ones too. */
function threadBuilder(db: Database): (row: ThreadRow) => Thread {
  const linked = db.prepare<Values, CommitmentRow>(`${COMMITMENT} JOIN thread_commitments AS tc ON tc.commitment = c.id WHERE tc.thread = :id ORDER BY held, md.ordinal, c.ordinal`);
  const single = db.prepare<Values, CommitmentRow>(`${COMMITMENT} WHERE c.key = :id`);
  const meetings = db.prepare<Values, MeetingRow>("SELECT held, name FROM meetings WHERE partnership = :slug AND held >= :first ORDER BY held");
  const changeTo = changeFinder(db);
  return ({ id, partnership, topic, firstHeld }) => {
    const rows = linked.all({ id });
    const commitments = rows.length > 0 ? rows : single.all({ id });
    const stops = partnership === null ? [] : meetings.all({ slug: partnership, first: firstHeld });
    const places: readonly MeetingRow[] = stops.length > 0 ? stops : [{ held: firstHeld, name: null }];
    const ids = new Set(commitments.map(({ json }) => idOf(json)));
    let spoke = false;
    return {
      id,
      partnership,
      topic,
      stops: places.map(({ held, name }): ThreadStop => {
        const here = commitments.filter((row) => row.held === held).map(({ json, sha256, documentTitle }) => ({ ...parse(json), sha256, documentTitle }));
        const change = spoke && partnership !== null ? changeTo(partnership, held, ids) : null;
        spoke = true;
        return { held, meetingName: name, commitments: here, change };
      }),
    };
  };
}

/** The change at a meeting that tells of these commitments: a link first, a bridge over silence next, else its falling silent. */
function changeFinder(db: Database): (slug: Slug, held: IsoDate, ids: ReadonlySet<string>) => ChangeRecord | null {
  const describe = describeChanges(db);
  const changes = db.prepare<Values, ChangeRow>(
    `SELECT ch.partnership, p.name AS partnershipName, c.before_held AS before, ch.after_held AS after, ch.json
     FROM changes AS ch JOIN partnerships AS p ON p.slug = ch.partnership JOIN comparisons AS c ON c.partnership = ch.partnership AND c.after_held = ch.after_held
     WHERE ch.partnership = :slug AND ch.after_held = :held ORDER BY ch.ordinal`,
  );
  const bridges = db.prepare<Values, ChangeRow>(
    `SELECT b.partnership, p.name AS partnershipName, b.before_held AS before, b.after_held AS after, b.json
     FROM bridges AS b JOIN partnerships AS p ON p.slug = b.partnership WHERE b.partnership = :slug AND b.after_held = :held ORDER BY b.ordinal`,
  );
  const touches = (row: ChangeRow, ids: ReadonlySet<string>): boolean => {
    const { before, after }: Change = JSON.parse(row.json);
    return before.some((id) => ids.has(id)) || after.some((id) => ids.has(id));
  };
  const weight = (row: ChangeRow): number => {
    const { before, after }: Change = JSON.parse(row.json);
    return before.length > 0 && after.length > 0 ? 0 : 1;
  };
  return (slug, held, ids) => {
    const candidates = [...changes.all({ slug, held }), ...bridges.all({ slug, held })].filter((row) => touches(row, ids));
    const [best] = candidates.toSorted((a, b) => weight(a) - weight(b));
    return best === undefined ? null : describe(best);
  };
}

function parse(json: string): Commitment {
  return JSON.parse(json);
}

function idOf(json: string): string {
  return parse(json).id;
}
