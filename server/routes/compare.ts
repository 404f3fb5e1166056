/**
 * Any meeting beside any other, across partnerships.
 */
import { z } from "zod";
import type { Slug } from "../../snapshots/index.ts";
import { comparePage } from "../../views/pages/compare.ts";
import type { ArchiveReader, ComparisonRecord, MeetingPoint, MeetingRef } from "../archive/types.ts";
import { filtering, understanding } from "../publish/api-asking.ts";
import { knownTopic, meetingsApart } from "../publish/known.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { askedDay, askedSlug } from "./asking.ts";
import { offered } from "./offering.ts";
import type { Room } from "./room.ts";

/** Meetings of a side that are offered instead. */
const OFFERED = 60;

const SIDE = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/\d{4}-\d{2}-\d{2})?$/, "must be a partnership, or a partnership and a day such as us-singapore/2024-08-01").optional();

/** Two sides, each named by its partnership or meeting, and a topic. */
export const understandSides = understanding({ before: SIDE, after: SIDE, topic: filtering.topic });

export function mountCompare(room: Room): void {
  const { archive, names } = room;
  const offers = offered(archive);
  room.page("/compare", ({ query }) => {
    const { before, after, topic = null } = understandSides(query);
    if (topic !== null) knownTopic(topic, room);
    const { one, other, record } = besideOf(archive, { before, after, topic });
    return comparePage({ query: { before: before ?? null, after: after ?? null, topic }, record, meetings: { before: one?.meetings ?? [], after: other?.meetings ?? [] }, partnerships: offers().partnerships }, names);
  });
}

interface Sides {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly topic: Slug | null;
}

/** Both sides, and their comparison where both are named. */
export function besideOf(archive: ArchiveReader, { before, after, topic }: Sides): { readonly one: Side | null; readonly other: Side | null; readonly record: ComparisonRecord | null } {
  const [one, other] = [sideOf(archive, before, topic), sideOf(archive, after, topic)];
  const record = one === null || other === null ? null : archive.across(...meetingsApart(one.ref, other.ref));
  if (one !== null && other !== null && record === null) throw new RefusedError(refusal("not-found"));
  return { one, other, record };
}

interface Side {
  readonly ref: MeetingRef;
  readonly meetings: readonly MeetingPoint[];
}

/** The meeting that is named; of a partnership alone, the last that spoke of the topic, or the last. */
function sideOf(archive: ArchiveReader, text: string | undefined, topic: Slug | null): Side | null {
  if (text === undefined) return null;
  const [name = "", day = ""] = text.split("/");
  const slug = askedSlug(name);
  if (slug === null || archive.partnership(slug) === null) throw new RefusedError(refusal("bad-request", `there is no partnership “${name}”`));
  const meetings = archive.line(slug, OFFERED);
  const spoke = topic === null ? [] : archive.meetings({ partnership: slug, topic }, { offset: 0, limit: 1, newestFirst: true }).items;
  const held = askedDay(day) ?? spoke[0]?.held ?? meetings[0]?.held;
  return held === undefined ? null : { ref: { partnership: slug, held }, meetings };
}
