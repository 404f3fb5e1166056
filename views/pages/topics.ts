/**
 * All topics: how much was said on each, by how many partnerships, and when last.
 */
import type { TopicSummary } from "../../server/archive/types.ts";
import { topicHref, topicsHref, twinOf } from "../addresses.ts";
import { shortDate } from "../dates.ts";
import { count, digits } from "../grammar.ts";
import type { Names } from "../names.ts";
import { listHead, type Page } from "../page.ts";
import { place } from "../parts/axis.ts";

export interface TopicsPage extends Page {
  readonly template: "topics";
  readonly found: string;
  readonly rows: readonly {
    readonly topic: string;
    readonly href: string;
    readonly commitments: string;
    /** Of the longest bar, in per cent. */
    readonly width: string;
    readonly partnerships: string;
    readonly meetings: string;
    readonly last: string;
    readonly machine: string;
  }[];
}

export function topicsPage(topics: readonly TopicSummary[], names: Names): TopicsPage {
  const most = Math.max(1, ...topics.map(({ commitments }) => commitments));
  return {
    template: "topics",
    head: listHead({ title: "Topics", description: "What partnerships between governments speak of: each topic with its commitments, partnerships and meetings.", path: topicsHref, twin: twinOf(topicsHref), take: [{ label: "CSV", href: `${topicsHref}.csv` }] }),
    trail: [],
    found: count(topics.length, "topic"),
    rows: topics.map(({ topic, partnerships, meetings, commitments, lastHeld }) => ({
      topic: names.topic(topic),
      href: topicHref(topic),
      commitments: digits(commitments),
      width: place((commitments / most) * 100),
      partnerships: digits(partnerships),
      meetings: digits(meetings),
      last: shortDate(lastHeld),
      machine: lastHeld,
    })),
  };
}
