/**
 * The brief: a page to copy from, Markdown, plain text, and JSON.
 */
import { briefPage } from "../../views/pages/brief.ts";
import { dateOf } from "../days.ts";
import { filtering, filterOf, period, understanding } from "../publish/api-asking.ts";
import { type Brief, makeBrief } from "../publish/brief.ts";
import { briefMarkdown, briefPlain } from "../publish/brief-text.ts";
import { knownFilter } from "../publish/known.ts";
import { json } from "./changes.ts";
import { offered } from "./offering.ts";
import type { Asked, Room } from "./room.ts";

/** Columns of a letter in plain text. */
const WIDTH = 72;
/** Meetings that a brief without a date tells, and a date before all meetings. */
const FIRST = 5;
const EARLY = "2000";

const understandBrief = understanding({ ...period, partnership: filtering.partnership, topic: filtering.topic });

export function mountBrief(room: Room): void {
  const { archive, names } = room;
  const offers = offered(archive);
  const write = ({ query, origin }: Asked): Brief => {
    const { since, until = null, partnership = null, topic = null } = knownFilter(filterOf(understandBrief(query)), room);
    const latest = archive.meetings(partnership === null ? {} : { partnership }, { offset: 0, limit: FIRST, newestFirst: true }).items;
    return makeBrief(archive, { since: since ?? dateOf(latest.at(-1)?.held ?? EARLY), until, partnership, topic }, { names, origin });
  };
  room.serve("/brief.json", (asked) => json(write(asked)));
  room.serve("/brief.md", (asked) => ({ body: briefMarkdown(write(asked)), mediaType: "text/markdown; charset=utf-8" }));
  room.serve("/brief.txt", (asked) => ({ body: briefPlain(write(asked), WIDTH), mediaType: "text/plain; charset=utf-8" }));
  room.page("/brief", (asked) => {
    const { since = null, until = null, partnership = null, topic = null } = asked.query;
    return briefPage({ query: { since, until, partnership, topic }, brief: write(asked), partnerships: offers().partnerships }, names);
  });
}
