/**
 * One topic across partnerships: who spoke of it when, how far they came, who has fallen silent, and what changed lately.
 */
import type { ChangeRecord, TopicCourse } from "../../server/archive/types.ts";
import { changesHref, compareHref, meetingHref, meetingKey, partnershipHref, topicHref, topicsHref, twinOf, withQuery } from "../addresses.ts";
import { gap, shortDate } from "../dates.ts";
import { count } from "../grammar.ts";
import { type Link, listHead, type Page } from "../page.ts";
import { streamFeeds } from "../parts/feeds.ts";
import { type LadderModel, stageLadder } from "../parts/ladder.ts";
import { type NewsGroup, newsGroups, type NewsMeans } from "../parts/news.ts";
import { pager, type PagerModel } from "../parts/pager.ts";
import { SILENCE } from "../vocabulary.ts";

export interface TopicPage extends Page {
  readonly template: "topic";
  readonly topic: string;
  readonly facts: string;
  readonly rows: readonly {
    readonly partnership: Link;
    readonly last: Link;
    readonly machine: string;
    readonly said: string;
    readonly ladder: LadderModel | null;
    readonly meetings: string;
    readonly silent: string | null;
  }[];
  readonly pager: PagerModel | null;
  readonly silence: string;
  readonly compare: { readonly action: string; readonly topic: string; readonly options: readonly { readonly value: string; readonly label: string }[] } | null;
  readonly groups: readonly NewsGroup[];
  readonly all: string;
}

export interface TopicInput {
  readonly topic: string;
  readonly courses: readonly TopicCourse[];
  readonly changes: readonly ChangeRecord[];
  readonly page: number;
}

const LIMIT = 30;
/** Partnerships offered for a comparison. */
const OFFERED = 100;

export function topicPage({ topic, courses, changes, page }: TopicInput, means: NewsMeans): TopicPage {
  const name = means.names.topic(topic);
  const meetings = courses.reduce((sum, one) => sum + one.meetings.length, 0);
  const commitments = courses.reduce((sum, one) => sum + one.meetings.reduce((all, { commitments: said }) => all + said, 0), 0);
  const facts = `${count(commitments, "commitment")} at ${count(meetings, "meeting")} of ${count(courses.length, "partnership")}`;
  const shown = courses.slice((page - 1) * LIMIT, page * LIMIT);
  return {
    template: "topic",
    head: listHead({ title: name, description: `${name}: ${facts}.`, path: topicHref(topic), twin: twinOf(withQuery(topicHref(topic), { page })), feeds: streamFeeds({ topic }), take: [{ label: "CSV of its partnerships", href: `${topicHref(topic)}/partnerships.csv` }, { label: "CSV of its changes", href: changesHref({ topic }, ".csv") }] }),
    trail: [{ label: "Topics", href: topicsHref }],
    topic: name,
    facts,
    rows: shown.flatMap((course) => row(course, topic)),
    pager: pager({ total: courses.length, offset: (page - 1) * LIMIT, limit: LIMIT, shown: shown.length, noun: "partnerships" }, (to) => withQuery(topicHref(topic), { page: to })),
    silence: SILENCE,
    compare: courses.length < 2 ? null : { action: compareHref(), topic, options: courses.slice(0, OFFERED).map((one) => ({ value: meetingKey(one.partnership, one.meetings.at(-1)?.held ?? one.lastHeld), label: `${one.partnershipName}, ${shortDate(one.meetings.at(-1)?.held ?? one.lastHeld)}` })) },
    groups: newsGroups(changes, means),
    all: changesHref({ topic }),
  };
}

function row({ partnership, partnershipName, lastHeld, meetings }: TopicCourse, topic: string): TopicPage["rows"] {
  const last = meetings.at(-1);
  if (last === undefined) return [];
  return [
    {
      partnership: { label: partnershipName, href: partnershipHref(partnership) },
      last: { label: shortDate(last.held), href: meetingHref(partnership, last.held, { topic }) },
      machine: last.held,
      said: count(last.commitments, "commitment"),
      ladder: stageLadder(last.stage),
      meetings: count(meetings.length, "meeting"),
      silent: lastHeld > last.held ? `not mentioned at its last meeting, ${gap(last.held, lastHeld)} later` : null,
    },
  ];
}
