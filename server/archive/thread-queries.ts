/**
 * Questions about threads: one commitment followed through the meetings.
 */
import type { Change, Commitment, IsoDate, Sha256 } from "../../snapshots/index.ts";
import { type ChangeRow, describeChanges } from "./change-queries.ts";
import type { Database } from "./database.ts";
import { HELD } from "./superseded.ts";
import { type ThreadName, threadOutlines } from "./thread-outlines.ts";
import type { ArchiveReader, ChangeRecord, Thread, ThreadStop } from "./types.ts";

type Values = Record<string, string | number>;

interface CommitmentRow {
  readonly number: number;
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
  SELECT c.id AS number, c.json, s.sha256, s.title AS documentTitle, ${HELD} AS held
  FROM commitments AS c JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = c.document`;

const THREAD = "SELECT t.id, t.partnership, t.topic, t.first_held AS firstHeld FROM threads AS t";

export function threadQueries(db: Database): Pick<ArchiveReader, "thread" | "threads"> {
  const ofCommitment = db.prepare<Values, ThreadName>(`${THREAD} JOIN thread_commitments AS tc ON tc.thread = t.id JOIN commitments AS c ON c.id = tc.commitment WHERE c.key = :id`);
  // What a copy says has its thread where the same words stand in the document that stands for it.
  const ofCopy = db.prepare<Values, ThreadName>(
    `${THREAD} JOIN thread_commitments AS tc ON tc.thread = t.id JOIN commitments AS o ON o.id = tc.commitment JOIN copies AS cp ON cp.original = o.document
     JOIN commitments AS c ON c.document = cp.document AND c.plain = o.plain WHERE c.key = :id ORDER BY o.ordinal`,
  );
  const alone = db.prepare<Values, ThreadName>(
    `SELECT c.key AS id, s.partnership, c.topic, ${HELD} AS firstHeld
     FROM commitments AS c JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = c.document WHERE c.key = :id`,
  );
  const page = db.prepare<Values, ThreadName>(`${THREAD} WHERE t.partnership = :slug ORDER BY t.meetings DESC, t.last_held DESC, t.id LIMIT :limit OFFSET :offset`);
  const total = db.prepare<Values, number>("SELECT COUNT(*) FROM threads WHERE partnership = :slug").pluck();
  const build = threadBuilder(db);
  const outline = threadOutlines(db);
  return {
    thread(id) {
      const row = ofCommitment.get({ id }) ?? ofCopy.get({ id }) ?? alone.get({ id });
      return row === undefined ? null : build(row);
    },
    threads: (slug, { offset, limit }) => ({ items: outline(slug, page.all({ slug, limit, offset })), total: total.get({ slug }) ?? 0, offset, limit }),
  };
}

/** Stops at every meeting from the first that spoke of it to the partnership's latest, the silent ones too. */
function threadBuilder(db: Database): (row: ThreadName) => Thread {
  const linked = db.prepare<Values, CommitmentRow>(`${COMMITMENT} JOIN thread_commitments AS tc ON tc.commitment = c.id WHERE tc.thread = :id ORDER BY held, md.ordinal, c.ordinal`);
  const single = db.prepare<Values, CommitmentRow>(`${COMMITMENT} WHERE c.key = :id`);
  const meetings = db.prepare<Values, MeetingRow>("SELECT held, name FROM meetings WHERE partnership = :slug AND held >= :first ORDER BY held");
  const changesOf = changeFinder(db);
  return ({ id, partnership, topic, firstHeld }) => {
    const rows = linked.all({ id });
    const commitments = rows.length > 0 ? rows : single.all({ id });
    const stops = partnership === null ? [] : meetings.all({ slug: partnership, first: firstHeld });
    const places: readonly MeetingRow[] = stops.length > 0 ? stops : [{ held: firstHeld, name: null }];
    const changeAt = changesOf(commitments.map((row) => row.number));
    return {
      id,
      partnership,
      topic,
      stops: places.map(({ held, name }, at): ThreadStop => {
        const here = commitments.filter((row) => row.held === held).map(({ json, sha256, documentTitle }) => ({ ...parse(json), sha256, documentTitle }));
        return { held, meetingName: name, commitments: here, change: at === 0 ? null : changeAt(held) };
      }),
    };
  };
}

/** For each meeting the change that tells of a thread: a link first, a bridge over silence next, else its falling silent. */
function changeFinder(db: Database): (commitments: readonly number[]) => (held: IsoDate) => ChangeRecord | null {
  const describe = describeChanges(db);
  const changes = db.prepare<{ numbers: string }, ChangeRow>(
    `SELECT DISTINCT ch.partnership, p.name AS partnershipName, c.before_held AS before, ch.after_held AS after, ch.told, ch.json
     FROM change_commitments AS cc JOIN changes AS ch USING (partnership, after_held, ordinal) JOIN comparisons AS c USING (partnership, after_held) JOIN partnerships AS p ON p.slug = cc.partnership
     WHERE cc.commitment IN (SELECT value FROM json_each(:numbers)) ORDER BY ch.after_held, ch.ordinal`,
  );
  const bridges = db.prepare<{ numbers: string }, ChangeRow>(
    `SELECT DISTINCT b.partnership, p.name AS partnershipName, b.before_held AS before, b.after_held AS after, b.after_held AS told, b.json
     FROM bridge_commitments AS bc JOIN bridges AS b USING (partnership, after_held, ordinal) JOIN partnerships AS p ON p.slug = bc.partnership
     WHERE bc.commitment IN (SELECT value FROM json_each(:numbers)) ORDER BY b.after_held, b.ordinal`,
  );
  const links = (row: ChangeRow): boolean => {
    const { before, after }: Change = JSON.parse(row.json);
    return before.length > 0 && after.length > 0;
  };
  return (commitments) => {
    const numbers = JSON.stringify(commitments);
    const found = [...changes.all({ numbers }), ...bridges.all({ numbers })];
    const best = new Map<IsoDate, ChangeRow>();
    for (const row of [...found.filter(links), ...found.filter((row) => !links(row))]) if (!best.has(row.after)) best.set(row.after, row);
    return (held) => {
      const row = best.get(held);
      return row === undefined ? null : describe(row);
    };
  };
}

function parse(json: string): Commitment {
  return JSON.parse(json);
}
