/**
 * What the API may be asked, as schemas that both validate and document. What cannot be understood is refused with a
 * sentence that names it.
 */
import { z } from "zod";
import { CHANGE_KINDS, type ChangeKind, type IsoDate, type PartialDate, type Slug, STAGES, type Stage, STRICTNESSES } from "../../snapshots/index.ts";
import { FACETS, MATRIX_ROWS, type MeetingFilter, SCOPES, SPOKEN } from "../archive/types.ts";
import { readPartialDay } from "../days.ts";
import { RefusedError, refusal } from "../refusals.ts";

/** Rows on one page: at most so many that an answer stays light. */
export const MOST_ROWS = 200;

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens").transform((text): Slug => text as Slug);
const day = z.iso.date("must be a day such as 2024-08-01").transform((text): IsoDate => text as IsoDate);
const partial = z.string().transform((text, context): PartialDate => {
  const date = readPartialDay(text);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: "must be a year, a month or a day, such as 2024, 2024-08 or 2024-08-01" });
  return z.NEVER;
});
const words = z.string().trim().min(1, "must have words").max(400, "must be shorter than 400 characters");

export const slugParam = slug.meta({ description: "A partnership or topic, as in addresses" });
export const dayParam = day.meta({ description: "The day of a meeting" });
export const documentParam = z.string().regex(/^[0-9a-f]{12,64}$/, "must be 12 or more digits of a SHA-256").meta({ description: "The document's SHA-256, or its first 12 digits or more" });
export const commitmentParam = z.string().min(1).max(100).meta({ description: "A commitment's id" });
export const pairParam = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/, "must be two days such as 2023-10-12..2024-08-01")
  .meta({ description: "The days of two meetings, `before..after`" });
export const meetingParam = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/\d{4}-\d{2}-\d{2}$/, "must be a partnership and a day such as us-singapore/2024-08-01")
  .meta({ description: "A meeting, `partnership/day`" });

export const paging = {
  page: z.coerce.number("must be a number").int().min(1, "must be 1 or more").max(1_000_000).default(1).meta({ description: "The part of the list, from 1" }),
  limit: z.coerce.number("must be a number").int().min(1, "must be 1 or more").max(MOST_ROWS, `must be ${MOST_ROWS} or less`).default(50).meta({ description: "Rows on a page" }),
};

export const period = {
  since: partial.optional().meta({ description: "Meetings held on or after this date" }),
  until: partial.optional().meta({ description: "Meetings held on or before this date" }),
};

/** News has days of its own, which may be later than those of meetings. */
export const newsPeriod = {
  since: partial.optional().meta({ description: "What is news on or after this date" }),
  until: partial.optional().meta({ description: "What is news on or before this date" }),
};

export const filtering = {
  partnership: slug.optional().meta({ description: "A partnership's slug" }),
  party: z.string().regex(/^[\w .&-]{1,40}$/u, "must be a code such as SG or EU").optional().meta({ description: "A party's code" }),
  topic: slug.optional().meta({ description: "A topic's slug" }),
  kind: z.enum(CHANGE_KINDS, `must be one of ${CHANGE_KINDS.join(", ")}`).optional().meta({ description: "How changes differ from the meeting before" }),
  ...period,
};

/** What narrows rows of threads, and the base that kinds are told against. */
export const matrixAsking = {
  topic: slug.optional().meta({ description: "A topic that a wording had; with `meeting`, at this meeting" }),
  meeting: day.optional().meta({ description: "The day of a meeting that spoke of it" }),
  spoken: z.enum(SPOKEN, `must be ${SPOKEN.join(" or ")}`).default("again").meta({ description: "`again`: what two meetings or more spoke of; `all`: what one meeting spoke of, too" }),
};
export const rowsParam = z.enum(MATRIX_ROWS, `must be ${MATRIX_ROWS.join(" or ")}`).default("topics");
export const baseParam = day.optional().meta({ description: "The day of the meeting against which kinds are told; absent, each meeting is told against the one before" });

export const stageParam = z.enum(STAGES, `must be one of ${STAGES.join(", ")}`).optional().meta({ description: "How far commitments have come" });
export const linksParam = z.enum(STRICTNESSES, `must be one of ${STRICTNESSES.join(", ")}`).default("balanced").meta({ description: "How strictly commitments are held to be the same undertaking" });
export const wordsParam = words.meta({ description: "Words and \"phrases\", all of which must stand; `word*` is a beginning, `OR` between two takes either, `-word` must not stand; in changes also added:\"...\" and removed:\"...\"" });
export const scopeParam = z.enum(SCOPES, `must be one of ${SCOPES.join(", ")}`).default("commitments").meta({ description: "What is searched" });
/** What a brief needs. */
export const newsSince = partial.meta({ description: "What is news on or after this date" });
export const optionalWords = words.optional().meta({ description: "Words that stand in the change, \"phrases\", added:\"...\" or removed:\"...\"" });

export const narrowing = Object.fromEntries(FACETS.map((name) => [name, z.string().max(100).optional().meta({ description: `Narrows by ${name}, with a value of the facet` })])) as Readonly<Record<(typeof FACETS)[number], z.ZodOptional<z.ZodString>>>;

type Values = Readonly<Record<string, string>>;

/** Understands the values of an address by a schema, which is made once; throws the refusal that names what is wrong. */
export function understanding<Shape extends z.ZodRawShape>(shape: Shape): (values: Values) => z.output<z.ZodObject<Shape>> {
  const schema = z.object(shape);
  return (values) => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? "query");
    throw new RefusedError(refusal("bad-request", `“${name}” ${values[name] === undefined ? "is missing" : (issue?.message ?? "is wrong")}`));
  };
}

export function understand<Shape extends z.ZodRawShape>(shape: Shape, values: Values): z.output<z.ZodObject<Shape>> {
  return understanding(shape)(values);
}

/** The base, which must be one of these meetings. */
export function baseAmong(meetings: readonly IsoDate[], base: IsoDate | null | undefined): IsoDate | null {
  if (base === null || base === undefined) return null;
  if (!meetings.includes(base)) throw new RefusedError(refusal("bad-request", "“base” must be the day of a meeting of this partnership"));
  return base;
}

interface Filtered {
  readonly partnership?: Slug | undefined;
  readonly party?: string | undefined;
  readonly topic?: Slug | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly stage?: Stage | undefined;
  readonly since?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
}

/** Only the fields that are set. */
export function filterOf({ partnership, party, topic, kind, since, until }: Filtered): MeetingFilter {
  return {
    ...(partnership === undefined ? {} : { partnership }),
    ...(party === undefined ? {} : { party }),
    ...(topic === undefined ? {} : { topic }),
    ...(kind === undefined ? {} : { kind }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
