/**
 * Feeds of the stream as it is filtered (everything, a partnership, a topic, a saved search) and of a thread.
 */
import { changesHref, commitmentHref, type StreamForm, threadFeedHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { clip } from "../../views/grammar.ts";
import { kindModel } from "../../views/vocabulary.ts";
import type { ChangeRecord } from "../archive/types.ts";
import { type FeedModel, jsonFeed, makeFeed, soundXml } from "../publish/feed.ts";
import { askedSlug } from "./asking.ts";
import { askedNews, quotedDocuments } from "./changes.ts";
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
      const { items } = archive.news(filter, { offset: 0, limit: ENTRIES });
      return answer(room, form, feedOf(room, origin, { title: titleOf(room, shown), home: changesHref(shown), self: changesHref(shown, form), changes: items }));
    });
    room.serve(`/commitments/:id/changes${form}`, ({ param, query: _, origin }) => {
      const id = param("id");
      const thread = archive.thread(id);
      const newest = thread?.stops.findLast(({ commitments }) => commitments.length > 0)?.commitments[0];
      if (thread === null || newest === undefined) return null;
      const changes = thread.stops.flatMap(({ change }) => change ?? []).toReversed();
      return answer(room, form, feedOf(room, origin, { title: `Pactline: ${clip(newest.plain, 80)}`, home: commitmentHref(id), self: threadFeedHref(id, form), changes }));
    });
  }
}

interface Told {
  readonly title: string;
  readonly home: string;
  readonly self: string;
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

/** `Pactline: changes on semiconductors since August 2024`. */
function titleOf({ archive, names }: Room, { partnership, party, topic, kind, since, until, q }: ReturnType<typeof askedNews>["shown"]): string {
  const slug = partnership === null ? null : askedSlug(partnership);
  const parts = [
    slug === null ? null : `of ${archive.partnership(slug)?.name ?? slug}`,
    party === null ? null : `with ${names.party(party)}`,
    topic === null ? null : `on ${names.shortTopic(topic)}`,
    kind === null || kind === undefined ? null : `that are ${kindModel(kind).word}`,
    q === null ? null : `with ${q}`,
    since === null ? null : `since ${longDate(since)}`,
    until === null ? null : `until ${longDate(until)}`,
  ].filter((part) => part !== null);
  return `Pactline: changes${parts.length === 0 ? "" : ` ${parts.join(" ")}`}`;
}
