/**
 * Topics: all of them, and one across partnerships.
 */
import { topicPage } from "../../views/pages/topic.ts";
import { topicsPage } from "../../views/pages/topics.ts";
import { NEWS_KINDS } from "../publish/entries.ts";
import { askedSlug, pageNumber } from "./asking.ts";
import { quotedDocuments } from "./changes.ts";
import type { Room } from "./room.ts";

const LATELY = 12;

export function mountTopics(room: Room): void {
  const { archive, names } = room;
  room.page("/topics", () => topicsPage(archive.topics(), names));
  room.page("/topics/:topic", ({ param, query }) => {
    const topic = askedSlug(param("topic"));
    const courses = topic === null ? [] : archive.topicCourses(topic);
    if (topic === null || courses.length === 0) return null;
    const changes = archive.news({ topic, kinds: NEWS_KINDS }, { offset: 0, limit: LATELY }).items;
    return topicPage({ topic, courses, changes, page: pageNumber(query) }, { names, documents: quotedDocuments(archive, changes) });
  });
}
