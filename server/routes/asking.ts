/**
 * From the strings of an address to what the archive takes. What cannot be understood is refused with a sentence that
 * names it.
 */
import { type ChangeKind, type IsoDate, type PartialDate, type Slug, STRICTNESSES, type Strictness } from "../../snapshots/index.ts";
import { type Order, ORDERS, VIEWS, type View } from "../../views/addresses.ts";
import { isKind } from "../../views/vocabulary.ts";
import type { MeetingFilter } from "../archive/types.ts";
import { isDay } from "../days.ts";
import { isSlug } from "../naming.ts";
import { RefusedError, refusal } from "../refusals.ts";

type Query = Readonly<Record<string, string>>;

/** The number of a page, 1 where none is asked for. */
export function pageNumber(query: Query, name = "page"): number {
  const text = query[name];
  if (text === undefined) return 1;
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return page >= 1 ? page : fail(name, "must be a number from 1 on");
}

/** Where a page begins. */
export function offsetOf(page: number, limit: number): number {
  return (page - 1) * limit;
}

export function askedSlug(text: string): Slug | null {
  return isSlug(text) ? text : null;
}

/** A day of the calendar, or null. */
export function askedDay(text: string): IsoDate | null {
  return isDay(text) ? text : null;
}

export function askedSlugIn(query: Query, name: string): Slug | null {
  const text = query[name];
  return text === undefined ? null : (askedSlug(text) ?? fail(name, "must be lower-case words joined by hyphens"));
}

export function askedKind(query: Query): ChangeKind | null {
  const text = query["kind"];
  return text === undefined ? null : isKind(text) ? text : fail("kind", "must be new, advanced, reworded, restated, receded or silent");
}

export function askedView(query: Query): View {
  const text = query["view"] ?? "list";
  return VIEWS.find((view) => view === text) ?? fail("view", "must be list, side or text");
}

export function askedOrder(query: Query): Order {
  const text = query["order"] ?? "weight";
  return ORDERS.find((order) => order === text) ?? fail("order", "must be weight or text");
}

export function askedLinks(query: Query): Strictness {
  const text = query["links"] ?? "balanced";
  return STRICTNESSES.find((links) => links === text) ?? fail("links", "must be strict, balanced or inclusive");
}

/** `2024`, `2024-08` or `2024-08-01`. */
export function askedDate(query: Query, name: string): PartialDate | null {
  const text = query[name];
  if (text === undefined) return null;
  const whole = `${text}-01-01`.slice(0, 10);
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && askedDay(whole) !== null ? (text as PartialDate) : fail(name, "must be a year, a month or a day, such as 2024, 2024-08 or 2024-08-01");
}

/** The filter that timeline, changes and feeds share; fields that are not asked for are not there. */
export function askedFilter(query: Query): MeetingFilter {
  const party = query["party"];
  if (party !== undefined && !/^[\w .&-]{1,40}$/u.test(party)) fail("party", "must be a code such as SG or EU");
  const asked = { partnership: askedSlugIn(query, "partnership"), party: party ?? null, topic: askedSlugIn(query, "topic"), kind: askedKind(query), since: askedDate(query, "since"), until: askedDate(query, "until") };
  const { partnership, topic, kind, since, until } = asked;
  return {
    ...(partnership === null ? {} : { partnership }),
    ...(party === undefined ? {} : { party }),
    ...(topic === null ? {} : { topic }),
    ...(kind === null ? {} : { kind }),
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
  };
}

function fail(name: string, rule: string): never {
  throw new RefusedError(refusal("bad-request", `“${name}” ${rule}`));
}
