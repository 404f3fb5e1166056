/**
 * From the strings of an address to what the archive takes. What cannot be understood is refused with a sentence that
 * names it.
 */
import { type ChangeKind, type IsoDate, type Slug, STRICTNESSES, type Strictness } from "../../snapshots/index.ts";
import { type Order, ORDERS, VIEWS, type View } from "../../views/addresses.ts";
import { isKind } from "../../views/vocabulary.ts";
import { isDay } from "../days.ts";
import { isSlug } from "../naming.ts";
import { type Known, knownTopic } from "../publish/known.ts";
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

export function askedTopic(query: Query, known: Known): Slug | null {
  const topic = askedSlugIn(query, "topic");
  return topic === null ? null : knownTopic(topic, known);
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

function fail(name: string, rule: string): never {
  throw new RefusedError(refusal("bad-request", `“${name}” ${rule}`));
}
