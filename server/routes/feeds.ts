/**
 * Feeds of the stream as it is filtered (everything, a partnership, a topic, a saved search) and of a thread.
 */
import { changesHref, commitmentHref, type StreamForm, threadFeedHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { clip, withinSentence } from "../../views/grammar.ts";
import type { ChangeKind } from "../../snapshots/index.ts";
import type { ChangeRecord } from "../archive/types.ts";
import { type FeedModel, type FeedPages, jsonFeed, makeFeed, soundXml } from "../publish/feed.ts";
import { parseWanted } from "../publish/wanted.ts";
import { askedSlug, offsetOf } from "./asking.ts";
import { askedNews, quotedDocuments, understandPage } from "./changes.ts";
import type { Text } from "./packing.ts";
import type { Room } from "./room.ts";

const ENTRIES = 50;

const FORMS = {
  ".atom": { mediaType: "application/atom+xml; charset=utf-8", template: "atom" },
  ".rss": { mediaType: "application/rss+xml; charset=utf-8", template: "rss" },
  ".feed.json": { mediaType: "application/feed+json; charset=utf-8", template: null },
} as const satisfies Partial<Record<StreamForm, { readonly mediaType: string; readonly template: string | null }>>;
type Form = keyof typeof FORMS;

export function mountFeeds(room: Room): void {
  const { archive } = room;
  for (const form of [".atom", ".rss", ".feed.json"] as const) {
    room.serve(`/changes${form}`, ({ query, origin }) => {
      const { filter, shown } = askedNews(query, room);
      const { page } = understandPage(query);
      // One more than is shown tells whether there are further ones.
      const { items } = archive.news(filter, { offset: offsetOf(page, ENTRIES), limit: ENTRIES + 1 });
      const at = (number: number): string => changesHref({ ...shown, page: number }, form);
      const pages = { first: at(1), previous: page === 1 ? null : at(page - 1), next: items.length > ENTRIES ? at(page + 1) : null };
      return answer(room, form, feedOf(room, origin, { title: titleOf(room, shown), home: changesHref(shown), self: at(page), pages, changes: items.slice(0, ENTRIES) }));
    });
    room.serve(`/commitments/:id/changes${form}`, ({ param, query: _, origin }) => {
      const id = param("id");
      const thread = archive.thread(id);
      const newest = thread?.stops.findLast(({ commitments }) => commitments.length > 0)?.commitments[0];
      if (thread === null || newest === undefined) return null;
      const changes = thread.stops.flatMap(({ change }) => change ?? []).toReversed();
      return answer(room, form, feedOf(room, origin, { title: `Pactline: ${clip(newest.plain, 80)}`, home: commitmentHref(id), self: threadFeedHref(id, form), pages: null, changes }));
    });
  }
}

interface Told {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  readonly pages: FeedPages | null;
  readonly changes: readonly ChangeRecord[];
}

function feedOf({ archive, names, fragment }: Room, origin: string, told: Told): FeedModel {
  const input = { ...told, documents: quotedDocuments(archive, told.changes), lastAdded: archive.lastAdded() };
  return makeFeed(input, { names, origin, firstName: archive.firstName, renderEntry: (body) => fragment("feed-entry", body) });
}

function answer({ fragment }: Room, form: Form, feed: FeedModel): Text {
  const { mediaType, template } = FORMS[form];
  const body = template === null ? jsonFeed(feed) : soundXml(fragment(template, feed).trimStart());
  return { body, mediaType, headers: { "Last-Modified": feed.built, "Access-Control-Allow-Origin": "*" } };
}

/** What a feed of one kind is a feed of. */
const TOLD: Readonly<Record<ChangeKind, string>> = {
  new: "new commitments",
  advanced: "commitments that advanced",
  receded: "commitments that receded",
  reworded: "commitments in other words",
  restated: "commitments said again",
  silent: "commitments not mentioned again",
};

/** `Pactline: new commitments on semiconductors, since August 2024`. */
function titleOf({ archive, names }: Room, { partnership, party, topic, kind, since, until, q }: ReturnType<typeof askedNews>["shown"]): string {
  const slug = partnership === null ? null : askedSlug(partnership);
  const what = [
    kind === null || kind === undefined ? "changes" : TOLD[kind],
    topic === null ? null : `on ${withinSentence(names.shortTopic(topic))}`,
    slug === null ? null : `in ${archive.partnership(slug)?.name ?? slug}`,
    party === null ? null : `in partnerships with ${names.party(party)}`,
    q === null ? null : wordsOf(q),
  ];
  const when = [since === null ? null : `since ${longDate(since)}`, until === null ? null : `until ${longDate(until)}`];
  return ["Pactline: ", what.filter((part) => part !== null).join(" "), ...when.flatMap((part) => (part === null ? [] : [`, ${part}`]))].join("");
}

function wordsOf(q: string): string {
  const { text, side } = parseWanted(q);
  return side === "either" ? `with the words ${text}` : `that ${side} ${text}`;
}
