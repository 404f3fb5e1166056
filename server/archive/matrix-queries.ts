/**
 * Questions about a partnership as a matrix: its topics, or its undertakings, by its meetings.
 */
import type { ChangeKind, IsoDate, Slug, Stage } from "../../snapshots/index.ts";
import { type Course, coursesOf, grouped, isAsked, kindSince, onTopic, type Saying, silences, threadCells } from "./courses.ts";
import type { Database } from "./database.ts";
import { keepLatest } from "./latest.ts";
import type { MatrixReader, ThreadMatrix, ThreadRow, TopicCell, TopicRow } from "./matrix-types.ts";
import { isLink, tellingsFinder } from "./tellings.ts";

type Values = Record<string, string | number>;

interface Wording {
  readonly number: number;
  readonly plain: string;
  readonly language: string;
}

export function matrixQueries(db: Database): MatrixReader {
  const meetings = db.prepare<Values, IsoDate>("SELECT held FROM meetings WHERE partnership = :slug ORDER BY held").pluck();
  // What no link leads on from is a thread of its own, under its own id.
  const sayings = db.prepare<Values, Saying>(
    `SELECT COALESCE(tc.thread, c.key) AS thread, c.id AS number, c.key AS id, md.held, c.topic, c.stage
     FROM meeting_documents AS md JOIN commitments AS c ON c.document = md.document LEFT JOIN thread_commitments AS tc ON tc.commitment = c.id
     WHERE md.partnership = :slug ORDER BY md.held, md.ordinal, c.ordinal`,
  );
  const places = keepLatest<ReturnType<Place>>(db, PLACES);
  const place: Place = (slug) => places(slug, () => ({ dates: meetings.all({ slug }), sayings: sayings.all({ slug }) }));
  return { meetingDays: (slug) => meetings.all({ slug }), topicMatrix: topicRows(db, place), threadMatrix: threadRows(db, place) };
}

/** Partnerships of which what was said is kept: the parts of a matrix are asked for one after the other. */
const PLACES = 16;

type Place = (slug: Slug) => { readonly dates: readonly IsoDate[]; readonly sayings: readonly Saying[] };

function topicRows(db: Database, place: Place): MatrixReader["topicMatrix"] {
  const counts = db.prepare<Values, { held: IsoDate; topic: Slug; commitments: number; stage: Stage }>("SELECT held, topic, commitments, stage FROM meeting_topics WHERE partnership = :slug");
  const kinds = db.prepare<Values, { held: IsoDate; topic: Slug; kind: ChangeKind }>(
    "SELECT DISTINCT after_held AS held, topic, kind FROM changes WHERE partnership = :slug ORDER BY after_held, topic, kind",
  );
  return (slug, base = null) => {
    const { dates, sayings } = place(slug);
    const counted = new Map(counts.all({ slug }).map((row) => [`${row.topic} ${row.held}`, row]));
    const changed = grouped(base === null ? kinds.all({ slug }) : kindsSince(base, sayings, dates), ({ topic, held }) => `${topic} ${held}`);
    const said = grouped(sayings, ({ topic, held }) => `${topic} ${held}`);
    const rows = [...grouped(sayings, ({ topic }) => topic)].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    return rows.map(([topic]): TopicRow => {
      const since = silences(dates, (held) => counted.has(`${topic} ${held}`));
      const cell = (held: IsoDate): TopicCell => {
        const key = `${topic} ${held}`;
        const [row, here] = [counted.get(key), said.get(key) ?? []];
        const kindsHere = [...new Set((changed.get(key) ?? []).map(({ kind }) => kind))];
        return { held, stage: row?.stage ?? null, silentSince: since.get(held) ?? null, commitments: row?.commitments ?? 0, kinds: kindsHere, threads: new Set(here.map(({ thread }) => thread)).size, first: here[0]?.id ?? null };
      };
      return { topic, cells: dates.map(cell) };
    });
  };
}

/** Along the threads; words are not looked at, so that what kept its stage counts as reworded. */
function kindsSince(base: IsoDate, sayings: readonly Saying[], dates: readonly IsoDate[]): readonly { readonly topic: Slug; readonly held: IsoDate; readonly kind: ChangeKind }[] {
  return coursesOf(sayings).flatMap((course) =>
    dates.flatMap((held) => {
      const kind = kindSince(base, course, held, () => false);
      const topic = (course.meetings.get(held) ?? course.meetings.get(base))?.[0]?.topic;
      return kind === null || topic === undefined ? [] : [{ topic, held, kind }];
    }),
  );
}

function threadRows(db: Database, place: Place): MatrixReader["threadMatrix"] {
  const words = db.prepare<Values, Wording>(
    "SELECT c.id AS number, c.plain, s.language FROM commitments AS c JOIN snapshots AS s ON s.document = c.document WHERE c.id IN (SELECT value FROM json_each(:numbers))",
  );
  const kindsOf = kindFinder(db);
  return (slug, filter, { offset, limit }): ThreadMatrix => {
    const { topic = null, meeting = null, base = null } = filter;
    const { dates, sayings } = place(slug);
    const asked = coursesOf(sayings).filter((course) => isAsked(course, filter));
    const topics = [...grouped(asked, (course) => course.topic)].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const chosen = topics.flatMap(([, courses]) => courses.toSorted((a, b) => b.meetings.size - a.meetings.size)).filter((course) => topic === null || onTopic(course, topic, meeting));
    const shown = chosen.slice(offset, offset + limit);
    const atBase = base === null ? [] : shown.flatMap((course) => course.sayings.map(({ number }) => number));
    const worded = new Map(words.all({ numbers: JSON.stringify([...shown.map(({ latest }) => latest.number), ...atBase]) }).map((row) => [row.number, row]));
    const plain = (group: readonly Saying[]): string => group.map(({ number }) => worded.get(number)?.plain.toLowerCase().replace(/\W+/g, " ")).join(" ");
    const kindAt = base === null ? kindsOf(shown) : (_: readonly Saying[], held: IsoDate, course: Course) => kindSince(base, course, held, (before, after) => plain(before) === plain(after));
    return {
      items: shown.map((course): ThreadRow => {
        const { plain: latest = "", language = "en" } = worded.get(course.latest.number) ?? {};
        return { id: course.id, topic: course.topic, latest: { id: course.latest.id, plain: latest, language }, meetings: course.meetings.size, cells: threadCells(course, dates, (here, held) => kindAt(here, held, course)) };
      }),
      total: chosen.length,
      offset,
      limit,
      topics: topics.map(([slug, courses]) => ({ topic: slug, threads: courses.length })),
    };
  };
}

/** What changed at a meeting since the one before: a link first, a bridge over silence next, else that it is new. */
function kindFinder(db: Database): (courses: readonly Course[]) => (here: readonly Saying[], held: IsoDate, course: Course) => ChangeKind | null {
  const tellings = tellingsFinder(db);
  return (courses) => {
    const best = grouped(tellings(courses.flatMap(({ sayings }) => sayings.map(({ number }) => number))), ({ number, held }) => `${number} ${held}`);
    return (here, held, { sayings }) => {
      if (here.length === 0) return sayings.some((one) => one.held < held) ? "silent" : null;
      const kinds = here.flatMap(({ number }) => best.get(`${number} ${held}`) ?? []);
      return (kinds.find(isLink) ?? kinds[0])?.kind ?? null;
    };
  };
}
