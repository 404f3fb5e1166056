/**
 * What assistants may ask over the Model Context Protocol: search, comparison, brief. For reading only; every answer
 * has its quotations and permalinks, so that what an assistant says can be checked.
 */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import type { Slug } from "../../snapshots/index.ts";
import { commitmentHref, comparisonHref, documentHref } from "../../views/addresses.ts";
import { longDate } from "../../views/dates.ts";
import { count } from "../../views/grammar.ts";
import { headline } from "../../views/headline.ts";
import { byWeight } from "../../views/weight.ts";
import { type FoundHit, SCOPES } from "../archive/types.ts";
import { RefusedError } from "../refusals.ts";
import { filterOf, filtering, newsPeriod, newsSince, slugParam, wordsParam } from "./api-asking.ts";
import type { ApiMeans } from "./api-operation.ts";
import { makeBrief } from "./brief.ts";
import { briefMarkdown } from "./brief-text.ts";
import { changeEntry, recordsOf } from "./entries.ts";
import { knownFilter, knownTopic } from "./known.ts";
import { changesMarkdown } from "./markdown.ts";
import { searchFor } from "./searching.ts";

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;
const HITS = 10;
const CHANGES = 25;

export const TOOLS = {
  search: "Finds commitments, documents or changes by words and \"phrases\" (in changes also added:\"...\" and removed:\"...\"), each with its quotation, date and permalink.",
  comparison: "What changed between two meetings of a partnership: figures, and the weightiest changes with the words before and after. Without dates, the two latest meetings.",
  brief: "What the meetings since a date said anew, partnership by partnership, each claim with its quotations and permalink.",
} as const;

interface Answer {
  [name: string]: unknown;
  content: { type: "text"; text: string }[];
  isError?: boolean;
}

/** A server for one request: it keeps nothing. */
export function createMcp(means: ApiMeans, version: string): McpServer {
  const server = new McpServer({ name: "pactline", version }, { instructions: "Pactline holds dated documents about agreements between governments and compares the commitments from meeting to meeting. Quote its quotations verbatim and give their permalinks. Silence is not withdrawal." });
  server.registerTool("search", { title: "Search", description: TOOLS.search, annotations: READ_ONLY, inputSchema: { query: wordsParam, in: z.enum(SCOPES).default("commitments"), partnership: filtering.partnership } }, (asked) =>
    answer(() => search(asked, means)),
  );
  server.registerTool(
    "comparison",
    { title: "Comparison", description: TOOLS.comparison, annotations: READ_ONLY, inputSchema: { partnership: slugParam, before: z.iso.date().optional(), after: z.iso.date().optional(), topic: filtering.topic, kind: filtering.kind } },
    (asked) => answer(() => compared(asked, means)),
  );
  server.registerTool(
    "brief",
    { title: "Brief", description: TOOLS.brief, annotations: READ_ONLY, inputSchema: { ...newsPeriod, since: newsSince, partnership: filtering.partnership, topic: filtering.topic } },
    (asked) =>
      answer(() => {
        const { until = null, partnership = null, topic = null } = knownFilter(filterOf(asked), means);
        return briefMarkdown(makeBrief(means.archive, { since: asked.since, until, partnership, topic }, means));
      }),
  );
  return server;
}

interface SearchAsked {
  readonly query: string;
  readonly in: (typeof SCOPES)[number];
  readonly partnership?: string | undefined;
}

function search({ query, in: scope, partnership }: SearchAsked, { archive, names, origin }: ApiMeans): string {
  const result = searchFor(archive, { text: query, scope, chosen: partnership === undefined ? {} : { partnership } }, { offset: 0, limit: HITS });
  const said = result.corrected === null ? "" : `Nothing has these words as they are written; shown is “${result.corrected}”.\n\n`;
  const seen = result.seen === null ? "" : `First seen on ${longDate(result.seen.first.published)} in ${origin}${documentHref(result.seen.first.sha256)}, last on ${longDate(result.seen.last.published)} in ${origin}${documentHref(result.seen.last.sha256)}.\n\n`;
  const head = `${count(result.total, "hit")} among the ${result.scope}.\n\n${said}${seen}`;
  if (result.scope === "changes") return `${head}${changesMarkdown("Changes", result.changes.map((one) => changeEntry(one, origin)), names)}`;
  return `${head}${result.hits.map((hit) => hitLine(hit, origin)).join("\n")}`;
}

function hitLine({ kind, id, snippet, held, documentTitle, documentKind, partnershipName, label }: FoundHit, origin: string): string {
  const words = snippet.map(({ text }) => text).join("").replace(/\s+/g, " ");
  const place = [documentKind === "digest" ? `${documentTitle} (a digest, not the official text)` : documentTitle, longDate(held), partnershipName, label].filter((part) => part !== null).join(", ");
  return `- “${words}” ${place}: ${origin}${kind === "commitment" ? commitmentHref(id) : documentHref(id)}`;
}

interface ComparisonAsked {
  readonly partnership: Parameters<ApiMeans["archive"]["partnership"]>[0];
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly topic?: Slug | undefined;
  readonly kind?: string | undefined;
}

function compared(asked: ComparisonAsked, { archive, names, origin }: ApiMeans): string {
  const { partnership: slug, topic, kind } = asked;
  if (topic !== undefined) knownTopic(topic, { archive, names });
  const meetings = archive.meetings({ partnership: slug }, { offset: 0, limit: 200, newestFirst: true }).items.map(({ held }) => held);
  const after = asked.after === undefined ? meetings[0] : meetings.find((held) => held === asked.after);
  const before = asked.before === undefined ? meetings.find((held) => after !== undefined && held < after) : meetings.find((held) => held === asked.before);
  const record = before === undefined || after === undefined ? null : archive.comparison(slug, before, after);
  if (record === null) return meetings.length === 0 ? `There is no partnership “${slug}”. Known are: ${known(archive)}.` : `There are no such two meetings. Meetings of ${slug}: ${meetings.join(", ")}.`;
  const told = headline(record, names);
  const chosen = byWeight(recordsOf(record, archive)).filter((change) => (topic === undefined || change.topic === topic) && (kind === undefined || change.kind === kind));
  const shown = chosen.slice(0, CHANGES).map((change) => changeEntry(change, origin));
  const address = `${origin}${comparisonHref(slug, [record.before.held, record.after.held])}`;
  const rest = chosen.length > shown.length ? `\n${count(chosen.length - shown.length, "more change")}: ${address}\n` : "";
  return `${told.sentences.join(" ")}\n\n${address}\n\n${changesMarkdown(`${record.after.partnershipName}: ${told.title.charAt(0).toLowerCase()}${told.title.slice(1)}`, shown, names)}${rest}`;
}

function known(archive: ApiMeans["archive"]): string {
  return archive.partnerships({ offset: 0, limit: 50 }).items.map(({ slug }) => slug).join(", ");
}

/** What is refused is told to the assistant; a fault of the program is not its business and goes on. */
function answer(make: () => string): Answer {
  try {
    return { content: [{ type: "text", text: make() }] };
  } catch (error) {
    if (error instanceof RefusedError) return { content: [{ type: "text", text: error.refusal.sentence }], isError: true };
    throw error;
  }
}
