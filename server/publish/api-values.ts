/**
 * The values that the API gives, as schemas: tests hold every answer against them, and the OpenAPI document is made from
 * them. Plain descriptions; what a word means is in the glossary of ARCHITECTURE.md.
 */
import { z } from "zod";
import { CHANGE_KINDS, DETAIL_TYPES, DIRECTIONS, DOCUMENT_KINDS, FORCES, STAGES } from "../../snapshots/index.ts";
import { FACETS } from "../archive/types.ts";

/** Schemas by the name that the document gives them. */
export const SCHEMAS = z.registry<{ id: string }>();

function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  SCHEMAS.add(schema, { id });
  return schema;
}

const day = z.iso.date().meta({ description: "A calendar day" });
const partial = z.string().regex(/^\d{4}(?:-\d\d){0,2}$/).meta({ description: "A year, a month or a day" });
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/).meta({ description: "Name of a document's bytes" });
const address = z.url();
const stage = z.enum(STAGES);
const kind = z.enum(CHANGE_KINDS);
const amount = z.int().min(0);

const quote = z.object({ start: amount, end: amount, quote: z.string() }).meta({ description: "Words of the source: text.slice(start, end) === quote" });
const evidence = z.object({ rule: z.string(), words: z.array(quote) });
const detail = z.object({ type: z.enum(DETAIL_TYPES), start: amount, end: amount, text: z.string(), value: z.string().nullable() });
const moved = z.object({ type: z.enum(DETAIL_TYPES), before: z.string(), after: z.string(), direction: z.enum(DIRECTIONS) });

export const figures = named("Figures", z.object({ new: amount, silent: amount, advanced: amount, receded: amount, reworded: amount, restated: amount, hardened: amount, softened: amount }));

export const partnership = named(
  "Partnership",
  z.object({ slug, name: z.string(), parties: z.array(z.string()), meetings: amount, documents: amount, firstHeld: day, lastHeld: day, latest: z.object({ before: day, after: day, figures }).nullable() }),
);

export const document = named(
  "Document",
  z.object({ sha256, title: z.string(), published: day, held: day, kind: z.string(), language: z.string(), sourceUrl: z.string().nullable(), partnership: slug.nullable(), commitments: amount, words: amount }),
);

export const meeting = named(
  "Meeting",
  z.object({
    ...{ partnership: slug, partnershipName: z.string(), held: day, name: z.string().nullable(), ordinal: z.int().nullable(), place: z.string().nullable() },
    documents: z.array(document),
    commitments: amount,
    since: z.object({ before: day, figures }).nullable(),
  }),
);

const commitmentFields = {
  id: z.string().meta({ description: "Pins document and span" }),
  ...{ start: amount, end: amount, quote: z.string(), plain: z.string() },
  stage,
  force: z.enum(FORCES),
  topic: slug,
  topics: z.array(slug),
  section: z.string().nullable(),
  actors: z.array(z.string()),
  details: z.array(detail),
  hedges: z.array(quote),
  evidence: z.object({ commitment: evidence, stage: evidence, force: evidence, topic: evidence }),
  confidence: z.number().min(0).max(1),
};

export const commitment = named("Commitment", z.object(commitmentFields));
export const placedCommitment = named("PlacedCommitment", z.object({ ...commitmentFields, sha256, documentTitle: z.string(), partnership: slug.nullable(), held: day, url: address }));

export const priority = named("Priority", z.object({ topic: slug, rank: z.int().min(1), share: z.number().min(0).max(1) }));

export const snapshot = named(
  "Snapshot",
  z.object({
    readingVersion: z.string(),
    document: z.object({ sha256, title: z.string(), published: day, publishedBasis: z.string(), sourceUrl: z.string().nullable(), kind: z.enum(DOCUMENT_KINDS), language: z.string(), text: z.string() }),
    partnership: z.object({ slug: slug.nullable(), name: z.string().nullable(), parties: z.array(z.string()), basis: z.string(), evidence: z.array(quote) }),
    meeting: z.object({ held: day, place: z.string().nullable(), name: z.string().nullable(), ordinal: z.int().nullable(), evidence: z.array(quote) }),
    priorities: z.array(priority),
    commitments: z.array(commitment),
    milestones: z.array(z.object({ date: partial, start: amount, end: amount, quote: z.string(), plain: z.string() })),
    diagnostics: z.array(z.object({ code: z.string(), message: z.string(), span: z.object({ start: amount, end: amount }).nullable() })),
    corrections: z
      .array(z.object({ id: z.number(), kind: z.string(), commitments: z.array(z.string()), before: z.string(), after: z.string(), author: z.string(), reason: z.string(), madeAt: z.string() }))
      .optional()
      .meta({ description: "What people set right in it" }),
  }),
);

export const meetingRecord = named("MeetingRecord", meeting.extend({ copies: z.array(document).meta({ description: "Documents with the text of one of `documents`: kept, and counted with it" }), snapshots: z.array(snapshot), priorities: z.array(priority), previous: day.nullable(), next: day.nullable() }));

const neighbour = z.object({ id: z.string(), score: z.number() }).nullable();
const stages = z.object({ before: stage.nullable(), after: stage.nullable() });
const force = z.enum(["hardened", "softened"]).nullable();

/** A change within a comparison: ids of commitments, which stand in the snapshots beside it. */
export const change = named(
  "Change",
  z.object({
    ...{ id: z.string(), kind, before: z.array(z.string()), after: z.array(z.string()), stage: stages, force, topic: slug, details: z.array(moved) },
    match: z.object({ score: z.number(), certainty: z.enum(["sure", "likely", "possible"]), why: z.array(z.string()), runnerUp: neighbour }).nullable(),
    nearest: neighbour,
    reason: z.string(),
    ruling: z.object({ id: z.number(), kind: z.string(), author: z.string(), reason: z.string(), madeAt: z.string() }).optional().meta({ description: "What an editor ruled of the link" }),
  }),
);

export const comparison = named(
  "Comparison",
  z.object({
    before: snapshot,
    after: snapshot,
    others: z.object({ before: z.array(snapshot), after: z.array(snapshot) }).meta({ description: "Where a meeting has several documents: those beside the fullest" }),
    changes: z.array(change),
    priorities: z.array(z.object({ topic: slug, before: priority.nullable(), after: priority.nullable(), course: z.enum(["entered", "left", "rose", "fell", "same"]) })),
    figures,
    url: address,
  }),
);

const quotation = named("Quotation", z.object({ id: z.string(), quote: z.string(), sha256, documentKind: z.string().meta({ description: "digest: a summary, not the official text" }), url: address, documentUrl: address }));

/** A change on its own: with its words. */
export const entry = named(
  "ChangeEntry",
  z.object({
    ...{ id: z.string(), kind, partnership: z.object({ slug, name: z.string() }), before: day, after: day, topic: slug, stage: stages, force, details: z.array(moved) },
    certainty: z.enum(["sure", "likely", "possible"]).nullable(),
    reason: z.string(),
    quotes: z.object({ before: z.array(quotation), after: z.array(quotation) }),
    note: z.object({ text: z.string(), author: z.string() }).nullable().meta({ description: "An editor's words, which are no source's" }),
    url: address,
  }),
);

export const newsEntry = named("News", entry.extend({ told: day.meta({ description: "The day on which it is news: the meeting's, or that of publication where it is later" }) }));
export const facet = named("Facet", z.object({ name: z.enum(FACETS), values: z.array(z.object({ value: z.string(), count: amount })) }));

export const hit = named(
  "SearchHit",
  z.object({
    ...{ kind: z.enum(["document", "commitment"]), id: z.string(), title: z.string(), documentTitle: z.string(), documentKind: z.string(), language: z.string(), sha256, partnership: slug.nullable(), partnershipName: z.string().nullable(), published: day, held: day },
    topic: slug.nullable(),
    label: z.string(),
    snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
    url: address,
  }),
);

export const seen = named("Seen", z.object({ documents: amount, first: document, last: document }));

export const threadStop = z.object({ held: day, meetingName: z.string().nullable(), commitments: z.array(z.object({ ...commitmentFields, sha256, documentTitle: z.string() })), change: entry.nullable() });
export const thread = named("Thread", z.object({ id: z.string(), partnership: slug.nullable(), topic: slug, stops: z.array(threadStop), url: address }));

const cell = { held: day, stage: stage.nullable(), silentSince: day.nullable().meta({ description: "For silence after speech: when it was last spoken of" }) };
export const topicRow = named(
  "TopicRow",
  z.object({ topic: slug, cells: z.array(z.object({ ...cell, commitments: amount, kinds: z.array(kind), threads: amount.meta({ description: "How many undertakings these commitments are" }), first: z.string().nullable() })) }),
);
export const topicMatrix = named("TopicMatrix", z.object({ items: z.array(topicRow) }));
export const threadRow = named(
  "ThreadRow",
  z.object({
    ...{ id: z.string(), topic: slug, latest: z.object({ id: z.string(), plain: z.string(), language: z.string() }), meetings: amount },
    cells: z.array(z.object({ ...cell, commitments: z.array(z.string()), kind: kind.nullable() })),
    url: address,
  }),
);

export const topicSummary = named("Topic", z.object({ topic: slug, name: z.string(), partnerships: amount, meetings: amount, commitments: amount, lastHeld: day }));
export const topicCourse = named(
  "TopicCourse",
  z.object({ partnership: slug, partnershipName: z.string(), lastHeld: day, meetings: z.array(z.object({ held: day, commitments: amount, stage })) }),
);

const source = z.object({ title: z.string(), kind: z.string(), published: day, official: z.string().nullable().meta({ description: "Where it was published" }), url: address });
const quoted = quotation.extend({ sources: z.array(source).meta({ description: "The documents whose words these are" }) });
const claim = z.object({ id: z.string(), kind, topic: slug, sentence: z.string(), certainty: z.enum(["sure", "likely", "possible"]).nullable(), before: z.array(quoted), after: z.array(quoted), url: address });
const note = z.object({ label: z.string(), title: z.string(), url: address, official: z.string().nullable() });
const told = z.object({ held: day, told: day.meta({ description: "The latest day on which what is told is news" }), since: day.nullable(), title: z.string(), url: address, sentences: z.array(z.string()), figures: z.string(), claims: z.array(claim), more: amount, notes: z.array(note) });

export const brief = named(
  "Brief",
  z.object({
    ...{ since: partial, until: partial.nullable(), partnership: slug.nullable(), topic: slug.nullable(), title: z.string(), summary: z.string() },
    partnerships: z.array(z.object({ slug, name: z.string(), url: address, meetings: z.array(told) })),
    omitted: amount,
    doubt: z.string().meta({ description: "How the claims were found, and how sure they are" }),
    url: address,
  }),
);

export const refused = named("Refused", z.object({ error: z.object({ code: z.string(), status: z.int(), sentence: z.string(), request: z.string().nullable().meta({ description: "Names a fault of the program, for its report" }) }) }));

/** What is answered to what is sent. */
const here = z.object({ outcome: z.literal("already-here"), sha256, address: z.string().meta({ description: "Its page, from the root" }) });
const titled = z.array(z.object({ sha256, title: z.string() }));
const preview = z.object({
  ...{ outcome: z.literal("preview"), sha256, media_type: z.string(), here: z.boolean().meta({ description: "These very bytes are in the archive" }) },
  joins: z.object({ held: day, others: titled, copies: titled.meta({ description: "Documents of the meeting with the same text, which counts once" }), meetings: amount }).nullable().meta({ description: "The meeting that it would belong to" }),
  snapshot,
});
export const notAdded = named("NotAdded", z.discriminatedUnion("outcome", [here, preview]));
export const added = named("Added", z.object({ outcome: z.literal("added"), sha256, address: z.string().meta({ description: "Its page, from the root" }), snapshot }));
export const corrected = named(
  "Corrected",
  z.object({
    kind: z.literal("corrected"),
    correction: z.object({ id: z.int().min(1), document: sha256.nullable(), body: z.looseObject({ kind: z.string() }), author: z.string(), reason: z.string(), madeAt: z.iso.datetime() }),
    ...{ before: z.string(), after: z.string() },
    rereads: z.boolean().meta({ description: "It changes what all documents are read with" }),
    waits: z.boolean().optional().meta({ description: "The documents are being read anew beside the server; it shows in some minutes" }),
  }),
);
export const noted = named("Note", z.object({ subject: z.enum(["commitment", "change"]), target: z.string(), version: z.int().min(1), text: z.string(), author: z.string(), madeAt: z.iso.datetime() }));

export const searchResult = named(
  "SearchResult",
  z.object({
    ...{ query: z.string(), corrected: z.string().nullable().meta({ description: "What was searched instead, where nothing has the words as typed" }) },
    ...{ items: z.array(hit), total: amount, page: z.int().min(1), limit: z.int().min(1), next: address.nullable() },
    changes: z.array(entry).meta({ description: "Hits where changes are searched" }),
    facets: z.array(facet),
    seen: seen.nullable().meta({ description: "Where the words stand first and last" }),
  }),
);

export const topics = named("Topics", z.object({ items: z.array(topicSummary) }));
export const topic = named("TopicCourses", z.object({ topic: slug, name: z.string(), partnerships: z.array(topicCourse) }));

/** Part of a list, and where it goes on. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return named(id, z.object({ items: z.array(item), total: amount, page: z.int().min(1), limit: z.int().min(1), next: address.nullable() }));
}
