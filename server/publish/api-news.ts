/**
 * API operations on what is found and told: changes, search, topics, briefs.
 */
import { commitmentHref, documentHref } from "../../views/addresses.ts";
import type { FacetName } from "../archive/types.ts";
import { filterOf, filtering, narrowing, newsPeriod, newsSince, optionalWords, paging, scopeParam, slugParam, wordsParam } from "./api-asking.ts";
import { operation, type Operation, paged, sliceOf } from "./api-operation.ts";
import * as values from "./api-values.ts";
import { makeBrief } from "./brief.ts";
import { changeEntry, NEWS_KINDS, newsEntry } from "./entries.ts";
import { knownFilter } from "./known.ts";
import { searchFor } from "./searching.ts";
import { parseWanted } from "./wanted.ts";

export const NEWS_OPERATIONS: readonly Operation[] = [
  operation({
    id: "listChanges",
    path: "/changes",
    summary: "The stream of changes by the day on which each is news, the latest on top; what is only restated comes where `kind` asks for it",
    params: {},
    query: { ...filtering, ...newsPeriod, q: optionalWords, ...paging },
    answer: values.pageOf("Changes", values.newsEntry),
    example: () => ({ params: {}, query: { kind: "new", limit: "5" } }),
    answerTo(asked, { archive, names, origin, nextOf }) {
      const filter = { ...knownFilter(filterOf(asked), { archive, names }), ...(asked.kind === undefined ? { kinds: NEWS_KINDS } : {}), ...(asked.q === undefined ? {} : { words: parseWanted(asked.q) }) };
      return paged(archive.news(filter, sliceOf(asked)), { ...asked, nextOf }, (one) => newsEntry(one, origin));
    },
  }),
  operation({
    id: "search",
    path: "/search",
    summary: "Documents, commitments or changes by their words, with facets",
    params: {},
    query: { q: wordsParam, in: scopeParam, ...narrowing, ...paging },
    answer: values.searchResult,
    example(archive) {
      const [first] = archive.commitments({}, { offset: 0, limit: 1 }).items;
      const word = /\p{L}{5,}/u.exec(first?.plain ?? "")?.[0];
      return word === undefined ? null : { params: {}, query: { q: word } };
    },
    answerTo({ q, in: scope, page, limit, ...chosen }, { archive, origin, nextOf }) {
      const set = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as Partial<Record<FacetName, string>>;
      const { hits, changes, total, facets, corrected, seen } = searchFor(archive, { text: q, scope, chosen: set }, sliceOf({ page, limit }));
      return {
        query: q,
        corrected,
        ...paged({ items: hits, total }, { page, limit, nextOf }, (hit) => ({ ...hit, url: `${origin}${hit.kind === "commitment" ? commitmentHref(hit.id) : documentHref(hit.id)}` })),
        changes: changes.map((one) => changeEntry(one, origin)),
        facets,
        seen,
      };
    },
  }),
  operation({
    id: "listTopics",
    path: "/topics",
    summary: "Topics over all partnerships, the most spoken of on top",
    params: {},
    query: {},
    answer: values.topics,
    example: () => ({ params: {}, query: {} }),
    answerTo: (_, { archive, names }) => ({ items: archive.topics().map((one) => ({ ...one, name: names.topic(one.topic) })) }),
  }),
  operation({
    id: "getTopic",
    path: "/topics/{topic}",
    summary: "One topic: which partnerships spoke of it, at which meetings, and how far they came",
    params: { topic: slugParam },
    query: {},
    answer: values.topic,
    example(archive) {
      const [first] = archive.topics();
      return first === undefined ? null : { params: { topic: first.topic }, query: {} };
    },
    answerTo({ topic }, { archive, names }) {
      const courses = archive.topicCourses(topic);
      return courses.length === 0 ? null : { topic, name: names.topic(topic), partnerships: courses };
    },
  }),
  operation({
    id: "getBrief",
    path: "/brief",
    summary: "What the meetings since a date said anew, in sentences with their quotations",
    params: {},
    query: { ...newsPeriod, since: newsSince, partnership: filtering.partnership, topic: filtering.topic },
    answer: values.brief,
    example: (archive) => ({ params: {}, query: { since: (archive.partnerships({ offset: 0, limit: 1 }).items[0]?.lastHeld ?? "2024").slice(0, 4) } }),
    answerTo(asked, { archive, names, origin }) {
      const { until = null, partnership = null, topic = null } = knownFilter(filterOf(asked), { archive, names });
      return makeBrief(archive, { since: asked.since, until, partnership, topic }, { names, origin });
    },
  }),
];
