/**
 * Questions about one topic over all partnerships.
 */
import type { IsoDate, Slug, Stage } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { keepLatest } from "./latest.ts";
import type { ArchiveReader, TopicCourse, TopicSummary } from "./types.ts";

interface Row {
  readonly partnership: Slug;
  readonly partnershipName: string;
  readonly lastHeld: IsoDate;
  readonly held: IsoDate;
  readonly commitments: number;
  readonly stage: Stage;
}

export function topicQueries(db: Database): Pick<ArchiveReader, "topics" | "topicCourses"> {
  const all = db.prepare<[], TopicSummary>(
    `SELECT topic, COUNT(DISTINCT partnership) AS partnerships, COUNT(*) AS meetings, SUM(commitments) AS commitments, MAX(held) AS lastHeld
     FROM meeting_topics GROUP BY topic ORDER BY commitments DESC, topic`,
  );
  const known = keepLatest<readonly TopicSummary[]>(db, 1);
  const rows = db.prepare<{ topic: Slug }, Row>(
    `SELECT t.partnership, p.name AS partnershipName, p.last_held AS lastHeld, t.held, t.commitments, t.stage
     FROM meeting_topics AS t JOIN partnerships AS p ON p.slug = t.partnership WHERE t.topic = :topic ORDER BY t.held, t.partnership`,
  );
  return {
    topics: () => known("", () => all.all()),
    topicCourses(topic) {
      const courses = new Map<Slug, TopicCourse & { meetings: TopicCourse["meetings"][number][] }>();
      for (const { partnership, partnershipName, lastHeld, held, commitments, stage } of rows.all({ topic })) {
        const course = courses.get(partnership) ?? { partnership, partnershipName, lastHeld, meetings: [] };
        course.meetings.push({ held, commitments, stage });
        courses.set(partnership, course);
      }
      const last = ({ meetings }: TopicCourse): string => meetings.at(-1)?.held ?? "";
      return [...courses.values()].toSorted((a, b) => (last(a) === last(b) ? (a.partnership < b.partnership ? -1 : 1) : last(a) < last(b) ? 1 : -1));
    },
  };
}
