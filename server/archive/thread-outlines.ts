/**
 * Threads of a partnership in outline, for lists: at each meeting what was said, how far it had come and what had changed. All threads
 * of a page are answered together.
 */
import type { IsoDate, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { tellingsFinder } from "./tellings.ts";
import type { ThreadOutline } from "./types.ts";

type Values = Record<string, string | number>;

interface Saying extends OutlineCommitment {
  readonly thread: string;
  readonly number: number;
  readonly held: IsoDate;
}

type OutlineCommitment = ThreadOutline["stops"][number]["commitments"][number];
type OutlineChange = NonNullable<ThreadOutline["stops"][number]["change"]>;

export interface ThreadName {
  readonly id: string;
  readonly partnership: Slug | null;
  readonly topic: Slug;
  readonly firstHeld: IsoDate;
}

export function threadOutlines(db: Database): (partnership: Slug, threads: readonly ThreadName[]) => ThreadOutline[] {
  const sayings = db.prepare<Values, Saying>(
    `SELECT tc.thread, c.id AS number, c.key AS id, c.plain, c.stage, c.topic, COALESCE(md.held, s.held) AS held
     FROM thread_commitments AS tc JOIN commitments AS c ON c.id = tc.commitment JOIN snapshots AS s ON s.document = c.document LEFT JOIN meeting_documents AS md ON md.document = c.document
     WHERE tc.thread IN (SELECT value FROM json_each(:threads)) ORDER BY held, md.ordinal, c.ordinal`,
  );
  const meetings = db.prepare<Values, IsoDate>("SELECT held FROM meetings WHERE partnership = :slug ORDER BY held").pluck();
  const changesOf = changeTeller(db);
  return (slug, threads) => {
    const days = meetings.all({ slug });
    const said = sayings.all({ threads: JSON.stringify(threads.map(({ id }) => id)) });
    const changes = changesOf(said);
    return threads.map(({ id, partnership, topic, firstHeld }) => {
      const own = said.filter(({ thread }) => thread === id);
      const stops = days.filter((held) => held >= firstHeld).map((held, at) => {
        const here = own.filter((one) => one.held === held).map(({ id: commitment, plain, stage, topic: about }) => ({ id: commitment, plain, stage, topic: about }));
        return { held, commitments: here, change: at === 0 ? null : (changes.get(`${id} ${held}`) ?? null) };
      });
      return { id, partnership, topic, stops };
    });
  };
}

/** By thread and meeting what changed: the best that is told of any of its commitments there. */
function changeTeller(db: Database): (sayings: readonly Saying[]) => ReadonlyMap<string, OutlineChange> {
  const tellings = tellingsFinder(db);
  return (sayings) => {
    const threadOf = new Map(sayings.map(({ number, thread }) => [number, thread]));
    const best = new Map<string, OutlineChange>();
    for (const { number, held, kind, before, stageBefore, stageAfter } of tellings([...threadOf.keys()])) {
      const key = `${threadOf.get(number)} ${held}`;
      if (!best.has(key)) best.set(key, { kind, before, stage: { before: stageBefore, after: stageAfter } });
    }
    return best;
  };
}
